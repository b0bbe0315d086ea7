/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-chains.c: stages in a line, up to the customer. */
#include "bench-stock-network.h"

#include "engine/stock/hw-serial-chain.h"

#include <math.h>

/* Stages from the customer's upwards. */
typedef struct
{
  int           n;
  int          *names;    /* (owned) as in the case */
  double       *holding;  /* (owned) */
  double       *wait;     /* (owned) */
  BenchLaw      law;
  HwSerialChain chain;
} Line;

static void
line_clear (Line *line)
{
  g_free (line->names);
  g_free (line->holding);
  g_free (line->wait);
  bench_law_clear (&line->law);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* The customers' stage's demand: an object, or one in a list. */
static JsonObject *
source_of (JsonObject *in,
           int         name,
           const int  *listed,
           gsize       n_listed)
{
  JsonArray *list = bench_array (in, "demand_source");

  for (guint i = 0; list != NULL && i < MIN (json_array_get_length (list), n_listed); i++)
    if (listed[i] == name)
      return json_array_get_object_element (list, i);

  return bench_object (in, "demand_source");
}

static void
line_new (Line *line,
          int   n)
{
  line->n = n;
  line->names = g_new0 (int, n + 1);
  line->holding = g_new0 (double, n + 1);
  line->wait = g_new0 (double, n + 1);
}

/* num_nodes, node_order_in_system (first the one that orders outside), lists. */
static gboolean
read_parameters (Line       *line,
                 JsonObject *in,
                 GError    **error)
{
  g_autofree int *system = NULL;
  g_autofree int *listed = NULL;
  gsize n = 0, n_listed = 0;

  system = bench_integers (in, "node_order_in_system", &n);
  if (system == NULL)
    {
      n = (gsize) CLAMP (bench_int (in, "num_nodes", 0), 0, 1000);
      system = g_new0 (int, n + 1);
      for (gsize i = 0; i < n; i++)
        system[i] = (int) (n - i);
    }

  listed = bench_integers (in, "node_order_in_lists", &n_listed);
  if (listed == NULL)
    n_listed = n;

  line_new (line, (int) n);
  for (gsize j = 0; j < n; j++)
    {
      const int name = system[n - 1 - j];
      const int *order = listed != NULL ? listed : system;

      line->names[j] = name;
      line->holding[j] = bench_value_of (in, "echelon_holding_cost", name, order, n_listed);
      line->wait[j] = bench_value_of (in, "lead_time", name, order, n_listed);
      if (j == 0 && bench_has (in, "demand_source")
          && !bench_law_read_source (&line->law, source_of (in, name, order, n_listed), error))
        return FALSE;
    }

  if (!bench_has (in, "demand_source"))
    line->law.law = hw_law_normal (bench_number (in, "demand_mean"), bench_number (in, "demand_standard_deviation"));

  line->chain.shortage = bench_number (in, "stockout_cost");
  return TRUE;
}

static gboolean
read_network (Line       *line,
              JsonObject *network,
              GError    **error)
{
  JsonArray *nodes = bench_array (network, "nodes");
  const int n = nodes != NULL ? (int) json_array_get_length (nodes) : 0;
  JsonObject *node = NULL, *sink = NULL;

  for (int i = 0; i < n; i++)
    if (bench_first_of (json_array_get_object_element (nodes, (guint) i), "successors", -1) < 0)
      sink = json_array_get_object_element (nodes, (guint) i);

  line_new (line, n);
  node = sink;
  for (int j = 0; j < n && node != NULL; j++)
    {
      JsonObject *before = bench_node (nodes, bench_first_of (node, "predecessors", -1));
      const double local = bench_number (node, "local_holding_cost");

      line->names[j] = bench_int (node, "index", 0);
      line->wait[j] = bench_number_or (node, "shipment_lead_time", 0.0);
      line->holding[j] = bench_number_or (node, "echelon_holding_cost",
                                          before != NULL ? local - bench_number (before, "local_holding_cost") : local);
      node = before;
    }

  line->chain.shortage = sink != NULL ? bench_number (sink, "stockout_cost") : (double) NAN;
  return bench_law_read_source (&line->law, sink != NULL ? bench_object (sink, "demand") : NULL, error);
}

static gboolean
read_line (Line       *line,
           JsonObject *in,
           GError    **error)
{
  JsonObject *network = bench_object (in, "network");

  if (network != NULL ? !read_network (line, network, error) : !read_parameters (line, in, error))
    return FALSE;

  line->chain.holding = line->holding;
  line->chain.wait = line->wait;
  line->chain.n_stages = (gsize) line->n;
  line->chain.demand = line->law.law;
  return TRUE;
}

static HwSerialGrid
grid_of (JsonObject *in)
{
  const HwSerialGrid fine = hw_serial_grid_fine ();

  return (HwSerialGrid){ .n_levels = bench_int (in, "x_num", fine.n_levels),
                         .n_demands = bench_int (in, "d_num", fine.n_demands),
                         .total_low = bench_number_or (in, "sum_ltd_lower_tail_prob", fine.total_low),
                         .total_high = bench_number_or (in, "sum_ltd_upper_tail_prob", fine.total_high),
                         .low = bench_number_or (in, "ltd_lower_tail_prob", fine.low),
                         .high = bench_number_or (in, "ltd_upper_tail_prob", fine.high) };
}

/* {"name": value} */
static JsonObject *
named_values (const Line   *line,
              const double *values)
{
  JsonObject *object = json_object_new ();

  for (int j = line->n - 1; j >= 0; j--)
    {
      g_autofree char *name = g_strdup_printf ("%d", line->names[j]);

      bench_put (object, name, values[j]);
    }

  return object;
}

static gboolean
best_levels (const char *family,
             JsonObject *in,
             JsonObject *result,
             GError    **error)
{
  g_auto (Line) line = { 0 };
  g_autofree double *levels = NULL;
  const HwSerialGrid grid = grid_of (in);
  JsonArray *list;
  double cost;

  (void) family;
  if (!read_line (&line, in, error))
    return FALSE;

  levels = g_new0 (double, line.n + 1);
  for (int j = 0; bench_has (in, "S") && j < line.n; j++)
    levels[j] = bench_value_of (in, "S", line.names[j], line.names, (gsize) line.n);
  if (bench_has (in, "S") ? !hw_serial_chain_cost (&line.chain, &grid, levels, &cost, error)
                          : !hw_serial_chain_best (&line.chain, &grid, levels, &cost, error))
    return FALSE;

  list = json_array_new ();
  json_array_add_object_element (list, named_values (&line, levels));
  bench_add (list, cost);
  json_object_set_array_member (result, "returned", list);
  return TRUE;
}

static gboolean
cost_of_levels (const char *family,
                JsonObject *in,
                JsonObject *result,
                GError    **error)
{
  g_auto (Line) line = { 0 };
  g_autofree double *levels = NULL;
  const HwSerialGrid grid = grid_of (in);
  double cost;

  if (!read_line (&line, in, error))
    return FALSE;

  levels = g_new0 (double, line.n + 1);
  for (int j = 0; j < line.n; j++)
    levels[j] = bench_value_of (in, "echelon_S", line.names[j], line.names, (gsize) line.n);
  if (g_str_has_suffix (family, "holding_cost"))
    line.chain.shortage = 0.0;
  if (!hw_serial_chain_cost (&line.chain, &grid, levels, &cost, error))
    return FALSE;

  bench_return (result, cost);
  return TRUE;
}

static double
rounded (double      value,
         const char *how)
{
  if (g_strcmp0 (how, "up") == 0)
    return ceil (value);
  if (g_strcmp0 (how, "down") == 0)
    return floor (value);

  return g_strcmp0 (how, "nearest") == 0 ? rint (value) : value;
}

static gboolean
newsvendor_levels (const char *family,
                   JsonObject *in,
                   JsonObject *result,
                   GError    **error)
{
  g_auto (Line) line = { 0 };
  g_autofree double *levels = NULL;

  (void) family;
  if (!read_line (&line, in, error))
    return FALSE;

  levels = g_new0 (double, line.n + 1);
  if (!hw_serial_chain_newsvendor (&line.chain, bench_number_or (in, "weight", 0.5), levels, error))
    return FALSE;

  for (int j = 0; j < line.n; j++)
    levels[j] = rounded (levels[j], bench_text (in, "round_type"));
  json_object_set_object_member (result, "returned", named_values (&line, levels));
  return TRUE;
}

const BenchCase bench_cases_of_chains[] = {
  { "tb_optimize_base_stock_levels", best_levels },
  { "tb_expected_cost", cost_of_levels },
  { "tb_expected_holding_cost", cost_of_levels },
  { "tb_newsvendor_heuristic", newsvendor_levels },
  { NULL, NULL },
};
