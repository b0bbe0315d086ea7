/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-chains.c: chains of stages, and periods one after the other. */
#include "bench-stock-cases.h"

#include "engine/stock/hw-horizon.h"
#include "engine/stock/hw-myopic.h"
#include "engine/stock/hw-serial-chain.h"
#include "engine/stock/hw-service-chain.h"

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

static int
int_or (JsonObject *in,
        const char *key,
        int         otherwise)
{
  return (int) bench_number_or (in, key, otherwise);
}

/* (transfer full): whole numbers, @n of them; (nullable). */
static int *
integers (JsonObject *in,
          const char *key,
          gsize      *n)
{
  g_autofree double *values = bench_numbers (in, key, n);
  int *whole = values != NULL ? g_new0 (int, *n + 1) : NULL;

  for (gsize i = 0; whole != NULL && i < *n; i++)
    whole[i] = (int) values[i];

  return whole;
}

/* {"type": "N", ...}: what customers ask for in a period. */
static gboolean
read_source (BenchLaw   *law,
             JsonObject *source,
             GError    **error)
{
  const char *type = source != NULL ? bench_text (source, "type") : NULL;
  gsize n = 0;

  if (g_strcmp0 (type, "P") == 0)
    {
      law->law = hw_law_poisson (bench_number (source, "mean"));
    }
  else if (g_strcmp0 (type, "UD") == 0)
    {
      const int lo = int_or (source, "lo", 0);

      n = (gsize) MAX (int_or (source, "hi", 0) - lo + 1, 1);
      law->chances = g_new (double, n);
      for (gsize i = 0; i < n; i++)
        law->chances[i] = 1.0 / (double) n;
      law->law = hw_law_chances (lo, law->chances, n);
    }
  else if (g_strcmp0 (type, "CD") == 0)
    {
      g_autofree int *values = integers (source, "demand_list", &n);
      g_autofree double *chances = bench_numbers_n (source, "probabilities", n);
      int most = 0;

      for (gsize i = 0; i < n; i++)
        most = MAX (most, values[i]);
      law->chances = g_new0 (double, most + 1);
      for (gsize i = 0; i < n; i++)
        law->chances[MAX (values[i], 0)] += chances[i];
      law->law = hw_law_chances (0.0, law->chances, (gsize) most + 1);
    }
  else
    {
      law->law = hw_law_normal (source != NULL ? bench_number (source, "mean") : (double) NAN,
                                source != NULL ? bench_number (source, "standard_deviation") : (double) NAN);
    }

  return hw_law_check (&law->law, error);
}

/* A node's value: of one number for all, a list in the order of @listed, or by name. */
static double
value_of (JsonObject *in,
          const char *key,
          int         name,
          const int  *listed,
          gsize       n_listed)
{
  JsonObject *named = bench_object (in, key);
  g_autofree double *values = NULL;
  g_autofree char *text = g_strdup_printf ("%d", name);
  gsize n = 0;

  if (named != NULL)
    return bench_number (named, text);

  values = bench_numbers (in, key, &n);
  if (values == NULL)
    return bench_number (in, key);

  for (gsize i = 0; i < MIN (n, n_listed); i++)
    if (listed[i] == name)
      return values[i];

  return NAN;
}

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

  system = integers (in, "node_order_in_system", &n);
  if (system == NULL)
    {
      n = (gsize) CLAMP (int_or (in, "num_nodes", 0), 0, 1000);
      system = g_new0 (int, n + 1);
      for (gsize i = 0; i < n; i++)
        system[i] = (int) (n - i);
    }

  listed = integers (in, "node_order_in_lists", &n_listed);
  line_new (line, (int) n);
  for (gsize j = 0; j < n; j++)
    {
      const int name = system[n - 1 - j];
      const int *order = listed != NULL ? listed : system;

      line->names[j] = name;
      line->holding[j] = value_of (in, "echelon_holding_cost", name, order, n);
      line->wait[j] = value_of (in, "lead_time", name, order, n);
      if (j == 0 && bench_has (in, "demand_source")
          && !read_source (&line->law, source_of (in, name, order, n), error))
        return FALSE;
    }

  if (!bench_has (in, "demand_source"))
    line->law.law = hw_law_normal (bench_number (in, "demand_mean"), bench_number (in, "demand_standard_deviation"));

  line->chain.shortage = bench_number (in, "stockout_cost");
  return TRUE;
}

static JsonObject *
node_named (JsonArray *nodes,
            int        name)
{
  for (guint i = 0; i < json_array_get_length (nodes); i++)
    if (int_or (json_array_get_object_element (nodes, i), "index", -1) == name)
      return json_array_get_object_element (nodes, i);

  return NULL;
}

static int
first_of (JsonObject *node,
          const char *key,
          int         otherwise)
{
  JsonArray *list = bench_array (node, key);

  return list != NULL && json_array_get_length (list) > 0 ? (int) json_array_get_int_element (list, 0) : otherwise;
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
    if (first_of (json_array_get_object_element (nodes, (guint) i), "successors", -1) < 0)
      sink = json_array_get_object_element (nodes, (guint) i);

  line_new (line, n);
  node = sink;
  for (int j = 0; j < n && node != NULL; j++)
    {
      JsonObject *before = node_named (nodes, first_of (node, "predecessors", -1));
      const double local = bench_number (node, "local_holding_cost");

      line->names[j] = int_or (node, "index", 0);
      line->wait[j] = bench_number_or (node, "shipment_lead_time", 0.0);
      line->holding[j] = bench_number_or (node, "echelon_holding_cost",
                                          before != NULL ? local - bench_number (before, "local_holding_cost") : local);
      node = before;
    }

  line->chain.shortage = sink != NULL ? bench_number (sink, "stockout_cost") : (double) NAN;
  return read_source (&line->law, sink != NULL ? bench_object (sink, "demand") : NULL, error);
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

  return (HwSerialGrid){ .n_levels = int_or (in, "x_num", fine.n_levels), .n_demands = int_or (in, "d_num", fine.n_demands),
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
    levels[j] = value_of (in, "S", line.names[j], line.names, (gsize) line.n);
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
    levels[j] = value_of (in, "echelon_S", line.names[j], line.names, (gsize) line.n);
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

/* A network for promises, in the order of the list or of the names. */
typedef struct
{
  int             n;
  int            *names;  /* (owned) */
  HwServiceStage *stages; /* (owned) */
  HwServiceLink  *links;  /* (owned) */
  int             n_links;
} Net;

static void
net_clear (Net *net)
{
  g_free (net->names);
  g_free (net->stages);
  g_free (net->links);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Net, net_clear)

static int
place_of (const Net *net,
          int        name)
{
  for (int i = 0; i < net->n; i++)
    if (net->names[i] == name)
      return i;

  return -1;
}

/* Names that follow each other, each but the greatest with one greater neighbour, are an order
 * already; else that of the list counts. */
static gboolean
names_are_order (JsonArray *nodes)
{
  const int n = (int) json_array_get_length (nodes);
  int least = G_MAXINT;

  for (int i = 0; i < n; i++)
    least = MIN (least, int_or (json_array_get_object_element (nodes, (guint) i), "index", 0));

  for (int i = 0; i < n; i++)
    {
      JsonObject *node = node_named (nodes, least + i);
      int greater = 0;

      for (int side = 0; node != NULL && side < 2; side++)
        {
          gsize n_near = 0;
          g_autofree int *near = integers (node, side == 0 ? "predecessors" : "successors", &n_near);

          for (gsize k = 0; k < n_near; k++)
            greater += near[k] > least + i;
        }

      if (node == NULL || (i + 1 < n && greater != 1))
        return FALSE;
    }

  return TRUE;
}

static HwServiceStage
stage_of (JsonObject *node,
          double      usual_bound)
{
  JsonObject *demand = bench_object (node, "demand");

  return (HwServiceStage){ .holding = bench_number_or (node, "local_holding_cost", 0.0),
                           .bound = bench_number_or (node, "demand_bound_constant", usual_bound),
                           .sd = demand != NULL ? bench_number_or (demand, "standard_deviation", 0.0) : 0.0,
                           .time = int_or (node, "processing_time", 0),
                           .inbound = int_or (node, "external_inbound_cst", 0),
                           .outbound = int_or (node, "external_outbound_cst", -1) };
}

static void
read_net (Net        *net,
          JsonObject *network)
{
  JsonArray *nodes = bench_array (network, "nodes");
  const int n = nodes != NULL ? (int) json_array_get_length (nodes) : 0;
  const gboolean by_name = n > 0 && names_are_order (nodes);
  double bound = 1.0;
  int least = G_MAXINT;

  net->names = g_new0 (int, n + 1);
  net->stages = g_new0 (HwServiceStage, n + 1);
  for (int i = 0; i < n; i++)
    {
      JsonObject *node = json_array_get_object_element (nodes, (guint) i);

      least = MIN (least, int_or (node, "index", 0));
      if (first_of (node, "successors", -1) < 0)
        bound = bench_number_or (node, "demand_bound_constant", bound);
    }

  for (int i = 0; i < n; i++)
    {
      JsonObject *node = by_name ? node_named (nodes, least + i) : json_array_get_object_element (nodes, (guint) i);

      net->names[net->n++] = int_or (node, "index", 0);
      net->stages[i] = stage_of (node, bound);
    }

  net->links = g_new0 (HwServiceLink, n * n + 1);
  for (int i = 0; i < n; i++)
    {
      gsize n_next = 0;
      g_autofree int *next = integers (node_named (nodes, net->names[i]), "successors", &n_next);

      for (gsize k = 0; k < n_next && net->n_links < n * n; k++)
        net->links[net->n_links++] = (HwServiceLink){ .supplier = i, .customer = place_of (net, next[k]) };
    }
}

/* num_nodes stages in a line, 1 serves the customers; lists go from 1 upwards. */
static void
read_net_parameters (Net        *net,
                     JsonObject *in)
{
  const int n = CLAMP (int_or (in, "num_nodes", 0), 0, 1000);
  JsonObject *source = bench_object (in, "demand_source");

  net->n = n;
  net->names = g_new0 (int, n + 1);
  net->stages = g_new0 (HwServiceStage, n + 1);
  net->links = g_new0 (HwServiceLink, n + 1);
  for (int i = 0; i < n; i++)
    net->names[i] = i + 1;

  for (int i = 0; i < n; i++)
    {
      net->stages[i].holding = value_of (in, "local_holding_cost", i + 1, net->names, (gsize) n);
      net->stages[i].bound = value_of (in, "demand_bound_constant", i + 1, net->names, (gsize) n);
      net->stages[i].time = (int) value_of (in, "processing_time", i + 1, net->names, (gsize) n);
      net->stages[i].inbound = i + 1 == n ? int_or (in, "external_inbound_cst", 0) : 0;
      net->stages[i].outbound = i == 0 ? int_or (in, "external_outbound_cst", -1) : -1;
      if (i > 0)
        net->links[net->n_links++] = (HwServiceLink){ .supplier = i, .customer = i - 1 };
    }

  if (n > 0)
    net->stages[0].sd = source != NULL ? bench_number (source, "standard_deviation")
                                       : bench_number (in, "demand_standard_deviation");
}

static gboolean
best_promises (const char *family,
               JsonObject *in,
               JsonObject *result,
               GError    **error)
{
  const gboolean is_tree = bench_object (in, "tree") != NULL;
  JsonObject *network = bench_object (in, is_tree ? "tree" : "network");
  JsonObject *promises;
  g_auto (Net) net = { 0 };
  g_autofree int *promise = NULL;
  HwServiceChain chain;
  JsonArray *list;
  double cost;

  (void) family;
  if (network != NULL)
    read_net (&net, network);
  else
    read_net_parameters (&net, in);

  chain = (HwServiceChain){ .stages = net.stages, .n_stages = (gsize) net.n, .links = net.links };
  promise = g_new0 (int, net.n + 1);
  if (net.n_links != net.n - 1 || !hw_service_chain_best (&chain, promise, &cost, error))
    return FALSE;

  promises = json_object_new ();
  for (int i = 0; i < net.n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", net.names[i]);

      /* A line says what its customers accept, even where it could be faster. */
      bench_put (promises, name, is_tree ? promise[i] : MAX (promise[i], net.stages[i].outbound));
    }

  list = json_array_new ();
  json_array_add_object_element (list, promises);
  bench_add (list, cost);
  json_object_set_array_member (result, "returned", list);
  return TRUE;
}

static HwMyopic
myopic_of (JsonObject *in)
{
  return (HwMyopic){ .mean = bench_number (in, "demand_mean"), .sd = bench_number (in, "demand_sd"),
                     .holding = bench_number (in, "holding_cost"), .shortage = bench_number (in, "stockout_cost"),
                     .price = bench_number (in, "purchase_cost"),
                     .next_price = bench_number (in, "purchase_cost_next_per"),
                     .discount = bench_number_or (in, "discount_factor", 1.0) };
}

/* "tb_myopic", "tb_myopic_cost", "tb_set_myopic_cost_to" */
static gboolean
one_period (const char *family,
            JsonObject *in,
            JsonObject *result,
            GError    **error)
{
  const HwMyopic period = myopic_of (in);
  double level;

  if (!hw_myopic_check (&period, error))
    return FALSE;

  if (g_str_has_prefix (family, "tb_set"))
    {
      if (!hw_myopic_level (&period, bench_number (in, "cost"), bench_flag (in, "left_half"), &level, error))
        return FALSE;
      bench_return (result, level);
      return TRUE;
    }

  level = bench_number_or (in, "base_stock_level", hw_myopic_best (&period));
  if (g_str_has_suffix (family, "_cost"))
    bench_return (result, hw_myopic_cost (&period, level));
  else
    bench_return_list (result, (double[]){ level, hw_myopic_cost (&period, level) }, 2);
  return TRUE;
}

/* Each period's law and costs, from lists or one value for all. */
static gboolean
read_periods (JsonObject      *in,
              HwHorizonPeriod *periods,
              BenchLaw        *laws,
              gsize            n,
              GError         **error)
{
  g_autofree double *mean = bench_numbers_n (in, "demand_mean", n);
  g_autofree double *sd = bench_numbers_n (in, "demand_sd", n);
  g_autofree double *holding = bench_numbers_n (in, "holding_cost", n);
  g_autofree double *shortage = bench_numbers_n (in, "stockout_cost", n);
  g_autofree double *price = bench_numbers_n (in, "purchase_cost", n);
  g_autofree double *ordering = bench_numbers_n (in, "fixed_cost", n);
  g_autofree double *discount = bench_numbers_n (in, "discount_factor", n);
  JsonArray *sources = bench_array (in, "demand_source");
  JsonObject *source = bench_object (in, "demand_source");

  for (gsize t = 0; t < n; t++)
    {
      if (sources != NULL && json_array_get_length (sources) >= n)
        source = json_array_get_object_element (sources, (guint) (json_array_get_length (sources) - n + t));

      laws[t].law = hw_law_normal (mean[t], sd[t]);
      if (source != NULL && !read_source (&laws[t], source, error))
        return FALSE;

      periods[t] = (HwHorizonPeriod){ .demand = laws[t].law, .holding = holding[t], .shortage = shortage[t],
                                      .price = price[t], .ordering = ordering[t],
                                      .discount = isnan (discount[t]) ? 1.0 : discount[t] };
    }

  return TRUE;
}

/* A list whose first place stands for no period. */
static JsonArray *
from_1 (void)
{
  JsonArray *list = json_array_new ();

  bench_add (list, 0.0);
  return list;
}

static gboolean
horizon (JsonObject            *in,
         const HwHorizonPeriod *periods,
         gsize                  n,
         JsonObject            *result,
         GError               **error)
{
  const HwHorizonInput input = {
    .periods = periods, .n_periods = n,
    .end_holding = bench_number (in, "terminal_holding_cost"),
    .end_shortage = bench_number (in, "terminal_stockout_cost"),
    .start = int_or (in, "initial_inventory_level", 0),
    .demand_spread = bench_number_or (in, "d_spread", HW_HORIZON_SPREAD),
    .level_spread = bench_number_or (in, "s_spread", HW_HORIZON_SPREAD),
  };
  g_auto (HwHorizon) plan = { 0 };
  JsonArray *points, *levels;
  JsonObject *all;

  if (!hw_horizon_plan (&input, &plan, error))
    return FALSE;

  points = from_1 ();
  levels = from_1 ();
  for (gsize t = 0; t < n; t++)
    {
      bench_add (points, plan.reorder_point[t]);
      bench_add (levels, plan.order_up_to[t]);
    }

  all = json_object_new ();
  json_object_set_array_member (all, "reorder_points", points);
  json_object_set_array_member (all, "order_up_to_levels", levels);
  bench_put (all, "total_cost", plan.cost);
  json_object_set_object_member (result, "returned", all);
  return TRUE;
}

static gboolean
bounds (JsonObject            *in,
        const HwHorizonPeriod *periods,
        gsize                  n,
        JsonObject            *result,
        GError               **error)
{
  JsonArray *lists[] = { from_1 (), from_1 (), from_1 (), from_1 () };
  JsonArray *all = json_array_new ();
  gboolean is_well = TRUE;

  for (gsize t = 0; t < n && is_well; t++)
    {
      const HwHorizonPeriod *p = &periods[t];
      const gboolean is_last = t + 1 == n;
      const HwMyopic period = {
        .mean = p->demand.a, .sd = p->demand.b, .price = p->price, .discount = p->discount,
        .holding = p->holding + (is_last ? bench_number (in, "terminal_holding_cost") : 0.0),
        .shortage = p->shortage + (is_last ? bench_number (in, "terminal_stockout_cost") : 0.0),
        .next_price = is_last ? 0.0 : periods[t + 1].price,
      };
      HwMyopicBounds b;

      is_well = hw_myopic_bounds (&period, p->ordering, is_last ? 0.0 : periods[t + 1].ordering, &b, error);
      if (!is_well)
        break;

      bench_add (lists[0], b.up_to_least);
      bench_add (lists[1], b.up_to_most);
      bench_add (lists[2], b.reorder_least);
      bench_add (lists[3], b.reorder_most);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    json_array_add_array_element (all, lists[i]);
  json_object_set_array_member (result, "returned", all);
  return is_well;
}

/* "tb_finite_horizon_dp", "tb_myopic_bounds" */
static gboolean
many_periods (const char *family,
              JsonObject *in,
              JsonObject *result,
              GError    **error)
{
  const gsize n = (gsize) CLAMP (int_or (in, "num_periods", 0), 0, 1000);
  g_autofree HwHorizonPeriod *periods = g_new0 (HwHorizonPeriod, n + 1);
  g_autofree BenchLaw *laws = g_new0 (BenchLaw, n + 1);
  gboolean is_well = read_periods (in, periods, laws, n, error);

  if (is_well)
    is_well = g_str_has_suffix (family, "_bounds") ? bounds (in, periods, n, result, error)
                                                   : horizon (in, periods, n, result, error);

  for (gsize t = 0; t < n; t++)
    bench_law_clear (&laws[t]);
  return is_well;
}

const BenchCase bench_cases_of_chains[] = {
  { "tb_optimize_base_stock_levels", best_levels },
  { "tb_expected_cost", cost_of_levels },
  { "tb_expected_holding_cost", cost_of_levels },
  { "tb_newsvendor_heuristic", newsvendor_levels },
  { "tb_optimize_committed_service_times", best_promises },
  { "tb_myopic", one_period },
  { "tb_myopic_cost", one_period },
  { "tb_set_myopic_cost_to", one_period },
  { "tb_myopic_bounds", many_periods },
  { "tb_finite_horizon_dp", many_periods },
  { NULL, NULL },
};
