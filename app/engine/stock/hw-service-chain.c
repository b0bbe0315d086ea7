/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-service-chain.h"

#include "engine/stock/hw-stock-costs.h"

#include <math.h>
#include <string.h>

#define STAGES_MOST 500
#define PERIODS_MOST 1000  /* of the longest way through the network */

/* A stage as the tree is taken apart, leaf by leaf: the one neighbour that goes later is its
 * parent, all others went before. */
typedef struct
{
  int     parent;      /* -1 for the last one */
  int     child;       /* one of those it is parent of, -1 for none ... */
  int     sibling;     /* ... and the next one of the same parent */
  int     is_supplier; /* of its parent */
  int     slowest;     /* longest way from an outside supplier through this stage [periods] */
  double  sd;          /* of all demand that it serves */
  double *cost;        /* length most + 1: of it and all before it, by its promise if it is
                          its parent's supplier, else by its inbound time */
  int    *choice;      /* length most + 1: the best inbound time, or promise */
  double *best;        /* length most + 1: least cost at this index or below (supplier), or above */
  int    *best_at;     /* length most + 1: the first index that has it */
} Node;

typedef struct
{
  const HwServiceChain *chain;
  int                  *order;  /* length n_stages: leaves first */
  Node                 *nodes;  /* length n_stages */
  int                   most;   /* the longest way through the network [periods] */
  double               *values; /* what nodes point into */
  int                  *places;
} Tree;

static void
tree_clear (Tree *tree)
{
  g_free (tree->order);
  g_free (tree->nodes);
  g_free (tree->values);
  g_free (tree->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tree, tree_clear)

static gboolean
check_stages (const HwServiceChain  *self,
              GError               **error)
{
  if (!hw_stock_require (self->n_stages > 0 && self->n_stages <= STAGES_MOST, "the number of stages",
                         (double) self->n_stages, "between 1 and 500", error))
    return FALSE;

  for (gsize i = 0; i < self->n_stages; i++)
    {
      const HwServiceStage *s = &self->stages[i];

      if (!hw_stock_require (s->holding >= 0.0, "the holding cost", s->holding, "at least 0", error)
          || !hw_stock_require (s->bound >= 0.0, "the bound of demand", s->bound, "at least 0", error)
          || !hw_stock_require (s->sd >= 0.0, "the spread of demand", s->sd, "at least 0", error)
          || !hw_stock_require (s->time >= 0, "the time of a stage", s->time, "at least 0", error)
          || !hw_stock_wait_check (s->time, TRUE, error)
          || !hw_stock_wait_check (s->inbound, TRUE, error)
          || !hw_stock_require (s->outbound >= -1, "the promise to customers", s->outbound, "at least 0", error))
        return FALSE;
    }

  return TRUE;
}

/* A loop would leave stages that never become leaves. */
static gboolean
check_links (const HwServiceChain  *self,
             GError               **error)
{
  const int n = (int) self->n_stages;

  for (int k = 0; k + 1 < n; k++)
    {
      const HwServiceLink *l = &self->links[k];

      if (!hw_stock_require (l->supplier >= 0 && l->supplier < n && l->customer >= 0 && l->customer < n
                             && l->supplier != l->customer, "a link", k, "between two stages", error))
        return FALSE;
    }

  return TRUE;
}

/* Takes away, again and again, the first stage in the list with at most one neighbour left. */
static gboolean
find_order (Tree    *tree,
            GError **error)
{
  const HwServiceChain *chain = tree->chain;
  const int n = (int) chain->n_stages;
  g_autofree int *left = g_new0 (int, n);
  g_autofree gboolean *gone = g_new0 (gboolean, n);

  for (int i = 0; i < n; i++)
    tree->nodes[i].parent = tree->nodes[i].child = -1;

  for (int k = 0; k + 1 < n; k++)
    {
      left[chain->links[k].supplier]++;
      left[chain->links[k].customer]++;
    }

  for (int place = 0; place < n; place++)
    {
      int i = 0;

      while (i < n && (gone[i] || left[i] > 1))
        i++;
      if (!hw_stock_require (i < n && (left[i] == 1) == (place + 1 < n), "a network of stages", n,
                             "one tree, without loops", error))
        return FALSE;

      gone[i] = TRUE;
      tree->order[place] = i;
      for (int k = 0; k + 1 < n; k++)
        {
          const HwServiceLink *l = &chain->links[k];
          const int other = l->supplier == i ? l->customer : l->customer == i ? l->supplier : -1;

          if (other < 0 || gone[other])
            continue;

          left[other]--;
          tree->nodes[i].parent = other;
          tree->nodes[i].is_supplier = l->supplier == i;
          tree->nodes[i].sibling = tree->nodes[other].child;
          tree->nodes[other].child = i;
        }
    }

  return TRUE;
}

/* Longest ways from outside suppliers and all demand served: as many rounds as the network is deep. */
static gboolean
find_ways (Tree    *tree,
           GError **error)
{
  const HwServiceChain *chain = tree->chain;
  const int n = (int) chain->n_stages;
  g_autofree int *suppliers = g_new0 (int, n);
  g_autofree int *customers = g_new0 (int, n);
  g_autofree gboolean *known = g_new0 (gboolean, n);

  for (int k = 0; k + 1 < n; k++)
    {
      suppliers[chain->links[k].customer]++;
      customers[chain->links[k].supplier]++;
    }

  for (int i = 0; i < n; i++)
    {
      tree->nodes[i].slowest = chain->stages[i].inbound + chain->stages[i].time;
      tree->nodes[i].sd = chain->stages[i].sd * chain->stages[i].sd;
    }

  for (int round = 0; round < n; round++)
    for (int i = 0; i < n; i++)
      {
        if (known[i] || suppliers[i] > 0)
          continue;

        known[i] = TRUE;
        for (int k = 0; k + 1 < n; k++)
          if (chain->links[k].supplier == i)
            {
              Node *to = &tree->nodes[chain->links[k].customer];

              to->slowest = MAX (to->slowest, tree->nodes[i].slowest + chain->stages[chain->links[k].customer].time);
              suppliers[chain->links[k].customer]--;
            }
      }

  memset (known, 0, (gsize) n * sizeof *known);
  for (int round = 0; round < n; round++)
    for (int i = 0; i < n; i++)
      {
        if (known[i] || customers[i] > 0)
          continue;

        known[i] = TRUE;
        for (int k = 0; k + 1 < n; k++)
          if (chain->links[k].customer == i)
            {
              tree->nodes[chain->links[k].supplier].sd += tree->nodes[i].sd;
              customers[chain->links[k].supplier]--;
            }
      }

  tree->most = 0;
  for (int i = 0; i < n; i++)
    {
      tree->nodes[i].sd = sqrt (tree->nodes[i].sd);
      tree->most = MAX (tree->most, tree->nodes[i].slowest);
    }

  return hw_stock_require (tree->most <= PERIODS_MOST, "the longest way through the network", tree->most,
                           "at most 1000 periods", error);
}

/* Of safety stock alone. */
static double
cost_of_stage (const Tree *tree,
               int         i,
               int         inbound,
               int         promise)
{
  const HwServiceStage *s = &tree->chain->stages[i];

  return s->holding * s->bound * tree->nodes[i].sd * sqrt ((double) (inbound + s->time - promise));
}

static int
longest_promise (const HwServiceStage *s)
{
  return s->outbound < 0 ? G_MAXINT : s->outbound;
}

/* All stages that went before and hang on @i: its suppliers must promise at most @inbound, its
 * customers be content with at least @promise. */
static double
cost_of_both (const Tree *tree,
              int         i,
              int         inbound,
              int         promise)
{
  double cost = cost_of_stage (tree, i, inbound, promise);

  for (int c = tree->nodes[i].child; c >= 0; c = tree->nodes[c].sibling)
    cost += tree->nodes[c].is_supplier ? tree->nodes[c].best[inbound] : tree->nodes[c].best[promise];

  return cost;
}

/* By its promise: the best inbound time. */
static void
fill_supplier (Tree *tree,
               int   i)
{
  const HwServiceStage *s = &tree->chain->stages[i];
  Node *node = &tree->nodes[i];

  for (int promise = 0; promise <= tree->most; promise++)
    {
      node->cost[promise] = INFINITY;
      node->choice[promise] = s->inbound;
      if (promise > node->slowest)
        {
          node->cost[promise] = node->cost[node->slowest];
          node->choice[promise] = node->choice[node->slowest];
          continue;
        }

      for (int inbound = MAX (s->inbound, promise - s->time);
           promise <= longest_promise (s) && inbound <= node->slowest - s->time; inbound++)
        {
          const double cost = cost_of_both (tree, i, inbound, promise);

          if (cost < node->cost[promise])
            {
              node->cost[promise] = cost;
              node->choice[promise] = inbound;
            }
        }
    }

  for (int t = 0; t <= tree->most; t++)
    {
      const gboolean is_new = t == 0 || node->cost[t] < node->best[t - 1];

      node->best[t] = is_new ? node->cost[t] : node->best[t - 1];
      node->best_at[t] = is_new ? t : node->best_at[t - 1];
    }
}

/* By its inbound time: the best promise. */
static void
fill_customer (Tree *tree,
               int   i)
{
  const HwServiceStage *s = &tree->chain->stages[i];
  Node *node = &tree->nodes[i];

  for (int t = 0; t <= tree->most; t++)
    {
      const int inbound = MAX (t, s->inbound);

      node->cost[t] = INFINITY;
      node->choice[t] = 0;
      if (t > node->slowest - s->time)
        {
          node->cost[t] = node->cost[node->slowest - s->time];
          node->choice[t] = node->choice[node->slowest - s->time];
          continue;
        }

      for (int promise = 0; promise <= MIN (inbound + s->time, longest_promise (s)); promise++)
        {
          const double cost = cost_of_both (tree, i, inbound, promise);

          if (cost < node->cost[t])
            {
              node->cost[t] = cost;
              node->choice[t] = promise;
            }
        }
    }

  for (int t = tree->most; t >= 0; t--)
    {
      const gboolean is_new = t == tree->most || node->cost[t] <= node->best[t + 1];

      node->best[t] = is_new ? node->cost[t] : node->best[t + 1];
      node->best_at[t] = is_new ? t : node->best_at[t + 1];
    }
}

static void
fill (Tree *tree)
{
  const gsize n = tree->chain->n_stages;
  const gsize width = (gsize) tree->most + 1;

  tree->values = g_new (double, 2 * n * width);
  tree->places = g_new (int, 2 * n * width);
  for (gsize k = 0; k < n; k++)
    {
      const int i = tree->order[k];
      Node *node = &tree->nodes[i];

      node->cost = tree->values + 2 * k * width;
      node->best = node->cost + width;
      node->choice = tree->places + 2 * k * width;
      node->best_at = node->choice + width;

      if (node->parent >= 0 && node->is_supplier)
        fill_supplier (tree, i);
      else
        fill_customer (tree, i);
    }
}

/* From the last stage backwards: what its parent chose says what a stage does. */
static void
read_back (const Tree *tree,
           int        *promise)
{
  const int n = (int) tree->chain->n_stages;
  g_autofree int *inbound = g_new0 (int, n);

  for (int k = n - 1; k >= 0; k--)
    {
      const int i = tree->order[k];
      const Node *node = &tree->nodes[i];

      if (node->parent < 0)
        {
          inbound[i] = 0;
          for (int t = 1; t <= node->slowest - tree->chain->stages[i].time; t++)
            if (node->cost[t] < node->cost[inbound[i]])
              inbound[i] = t;
          promise[i] = node->choice[inbound[i]];
        }
      else if (node->is_supplier)
        {
          promise[i] = node->best_at[inbound[node->parent]];
          inbound[i] = node->choice[promise[i]];
        }
      else
        {
          inbound[i] = node->best_at[promise[node->parent]];
          promise[i] = node->choice[inbound[i]];
        }

      inbound[i] = MAX (inbound[i], tree->chain->stages[i].inbound);
    }
}

/**
 * hw_service_chain_best:
 * @self: a network in the form of a tree
 * @promise: (array length=n_stages) (out): the time that each stage promises
 *   [periods]
 * @cost: (out): of the safety stock [money per period]
 * @error: return location, BAD_VALUE
 *
 * Dynamic programming over the tree, leaf by leaf. Of promises that cost the same the
 * shortest is taken.
 *
 * Source: Graves and Willems (2000), "Optimizing strategic safety stock placement in
 * supply chains", Manufacturing & Service Operations Management 2(1), with the
 * erratum in 5(2); Inderfurth (1991) for a line of stages.
 * Checked against: all promises of small networks one by one, and Snyder and Shen
 * (2019), Fundamentals of Supply Chain Theory, examples 6.3 and 6.5, in the tests.
 *
 * Returns: whether there are promises
 */
gboolean
hw_service_chain_best (const HwServiceChain  *self,
                       int                   *promise,
                       double                *cost,
                       GError               **error)
{
  g_auto (Tree) tree = { .chain = self };
  const Node *last;

  if (!check_stages (self, error) || !check_links (self, error))
    return FALSE;

  tree.order = g_new0 (int, self->n_stages);
  tree.nodes = g_new0 (Node, self->n_stages);
  if (!find_order (&tree, error) || !find_ways (&tree, error))
    return FALSE;

  fill (&tree);
  read_back (&tree, promise);

  last = &tree.nodes[tree.order[self->n_stages - 1]];
  *cost = last->cost[0];
  for (int t = 1; t <= last->slowest - self->stages[tree.order[self->n_stages - 1]].time; t++)
    *cost = MIN (*cost, last->cost[t]);

  return TRUE;
}
