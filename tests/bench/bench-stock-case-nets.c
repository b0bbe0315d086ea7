/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-nets.c: stages that promise each other a time. */
#include "bench-stock-network.h"

#include "engine/stock/hw-service-chain.h"

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
    least = MIN (least, bench_int (json_array_get_object_element (nodes, (guint) i), "index", 0));

  for (int i = 0; i < n; i++)
    {
      JsonObject *node = bench_node (nodes, least + i);
      int greater = 0;

      for (int side = 0; node != NULL && side < 2; side++)
        {
          gsize n_near = 0;
          g_autofree int *near = bench_integers (node, side == 0 ? "predecessors" : "successors", &n_near);

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
                           .time = bench_int (node, "processing_time", 0),
                           .inbound = bench_int (node, "external_inbound_cst", 0),
                           .outbound = bench_int (node, "external_outbound_cst", -1) };
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

      least = MIN (least, bench_int (node, "index", 0));
      if (bench_first_of (node, "successors", -1) < 0)
        bound = bench_number_or (node, "demand_bound_constant", bound);
    }

  for (int i = 0; i < n; i++)
    {
      JsonObject *node = by_name ? bench_node (nodes, least + i) : json_array_get_object_element (nodes, (guint) i);

      net->names[net->n++] = bench_int (node, "index", 0);
      net->stages[i] = stage_of (node, bound);
    }

  net->links = g_new0 (HwServiceLink, n * n + 1);
  for (int i = 0; i < n; i++)
    {
      gsize n_next = 0;
      g_autofree int *next = bench_integers (bench_node (nodes, net->names[i]), "successors", &n_next);

      for (gsize k = 0; k < n_next && net->n_links < n * n; k++)
        net->links[net->n_links++] = (HwServiceLink){ .supplier = i, .customer = place_of (net, next[k]) };
    }
}

/* num_nodes stages in a line, 1 serves the customers; lists go from 1 upwards. */
static void
read_net_parameters (Net        *net,
                     JsonObject *in)
{
  const int n = CLAMP (bench_int (in, "num_nodes", 0), 0, 1000);
  JsonObject *source = bench_object (in, "demand_source");

  net->n = n;
  net->names = g_new0 (int, n + 1);
  net->stages = g_new0 (HwServiceStage, n + 1);
  net->links = g_new0 (HwServiceLink, n + 1);
  for (int i = 0; i < n; i++)
    net->names[i] = i + 1;

  for (int i = 0; i < n; i++)
    {
      net->stages[i].holding = bench_value_of (in, "local_holding_cost", i + 1, net->names, (gsize) n);
      net->stages[i].bound = bench_value_of (in, "demand_bound_constant", i + 1, net->names, (gsize) n);
      net->stages[i].time = (int) bench_value_of (in, "processing_time", i + 1, net->names, (gsize) n);
      net->stages[i].inbound = i + 1 == n ? bench_int (in, "external_inbound_cst", 0) : 0;
      net->stages[i].outbound = i == 0 ? bench_int (in, "external_outbound_cst", -1) : -1;
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

const BenchCase bench_cases_of_nets[] = {
  { "tb_optimize_committed_service_times", best_promises },
  { NULL, NULL },
};
