/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-service-chain.h"

#include "engine/stock/hw-service-tree.h"

#include <math.h>

/* What a stage and all taken away before it cost. A supplier of its parent is asked by what it
 * promises, a customer by what it is promised. */
typedef struct
{
  double *cost;    /* length most + 1: by that time */
  int    *choice;  /* length most + 1: the best time at its other side */
  double *best;    /* length most + 1: least cost at this time or below (supplier), or above */
  int    *best_at; /* length most + 1: the first time that has it */
} Table;

typedef struct
{
  const HwServiceChain *chain;
  HwServiceTree         tree;
  Table                *tables; /* (owned) length n_stages */
  double               *values; /* (owned) what tables point into */
  int                  *places; /* (owned) */
} Work;

static void
work_clear (Work *work)
{
  hw_service_tree_clear (&work->tree);
  g_free (work->tables);
  g_free (work->values);
  g_free (work->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Of safety stock alone. */
static double
cost_of_stage (const Work *work,
               int         i,
               int         inbound,
               int         promise)
{
  const HwServiceStage *s = &work->chain->stages[i];

  return s->holding * s->bound * work->tree.nodes[i].sd * sqrt ((double) (inbound + s->time - promise));
}

static int
longest_promise (const HwServiceStage *s)
{
  return s->outbound < 0 ? G_MAXINT : s->outbound;
}

/* All stages that went before and hang on @i: its suppliers must promise at most @inbound, its
 * customers be content with at least @promise. */
static double
cost_of_both (const Work *work,
              int         i,
              int         inbound,
              int         promise)
{
  double cost = cost_of_stage (work, i, inbound, promise);

  for (int c = work->tree.nodes[i].child; c >= 0; c = work->tree.nodes[c].sibling)
    cost += work->tree.nodes[c].is_supplier ? work->tables[c].best[inbound] : work->tables[c].best[promise];

  return cost;
}

/* By its promise: the best inbound time. */
static void
fill_supplier (Work *work,
               int   i)
{
  const HwServiceStage *s = &work->chain->stages[i];
  const HwServiceNode *node = &work->tree.nodes[i];
  Table *table = &work->tables[i];

  for (int promise = 0; promise <= work->tree.most; promise++)
    {
      table->cost[promise] = INFINITY;
      table->choice[promise] = s->inbound;
      if (promise > node->slowest)
        {
          table->cost[promise] = table->cost[node->slowest];
          table->choice[promise] = table->choice[node->slowest];
          continue;
        }

      for (int inbound = MAX (s->inbound, promise - s->time);
           promise <= longest_promise (s) && inbound <= node->slowest - s->time; inbound++)
        {
          const double cost = cost_of_both (work, i, inbound, promise);

          if (cost < table->cost[promise])
            {
              table->cost[promise] = cost;
              table->choice[promise] = inbound;
            }
        }
    }

  for (int t = 0; t <= work->tree.most; t++)
    {
      const gboolean is_new = t == 0 || table->cost[t] < table->best[t - 1];

      table->best[t] = is_new ? table->cost[t] : table->best[t - 1];
      table->best_at[t] = is_new ? t : table->best_at[t - 1];
    }
}

/* By its inbound time: the best promise. */
static void
fill_customer (Work *work,
               int   i)
{
  const HwServiceStage *s = &work->chain->stages[i];
  const HwServiceNode *node = &work->tree.nodes[i];
  Table *table = &work->tables[i];

  for (int t = 0; t <= work->tree.most; t++)
    {
      const int inbound = MAX (t, s->inbound);

      table->cost[t] = INFINITY;
      table->choice[t] = 0;
      if (t > node->slowest - s->time)
        {
          table->cost[t] = table->cost[node->slowest - s->time];
          table->choice[t] = table->choice[node->slowest - s->time];
          continue;
        }

      for (int promise = 0; promise <= MIN (inbound + s->time, longest_promise (s)); promise++)
        {
          const double cost = cost_of_both (work, i, inbound, promise);

          if (cost < table->cost[t])
            {
              table->cost[t] = cost;
              table->choice[t] = promise;
            }
        }
    }

  for (int t = work->tree.most; t >= 0; t--)
    {
      const gboolean is_new = t == work->tree.most || table->cost[t] <= table->best[t + 1];

      table->best[t] = is_new ? table->cost[t] : table->best[t + 1];
      table->best_at[t] = is_new ? t : table->best_at[t + 1];
    }
}

static void
fill (Work *work)
{
  const gsize n = work->chain->n_stages;
  const gsize width = (gsize) work->tree.most + 1;

  work->tables = g_new0 (Table, n);
  work->values = g_new (double, 2 * n * width);
  work->places = g_new (int, 2 * n * width);
  for (gsize k = 0; k < n; k++)
    {
      const int i = work->tree.order[k];
      const HwServiceNode *node = &work->tree.nodes[i];
  Table *table = &work->tables[i];

      table->cost = work->values + 2 * k * width;
      table->best = table->cost + width;
      table->choice = work->places + 2 * k * width;
      table->best_at = table->choice + width;

      if (node->parent >= 0 && node->is_supplier)
        fill_supplier (work, i);
      else
        fill_customer (work, i);
    }
}

/* From the last stage backwards: what its parent chose says what a stage does. Returns the cost
 * of all. */
static double
read_back (const Work *work,
           int        *promise)
{
  const int n = (int) work->chain->n_stages;
  g_autofree int *inbound = g_new0 (int, n);
  double cost = 0.0;

  for (int k = n - 1; k >= 0; k--)
    {
      const int i = work->tree.order[k];
      const HwServiceNode *node = &work->tree.nodes[i];
      const Table *table = &work->tables[i];

      if (node->parent < 0)
        {
          inbound[i] = 0;
          for (int t = 1; t <= node->slowest - work->chain->stages[i].time; t++)
            if (table->cost[t] < table->cost[inbound[i]])
              inbound[i] = t;
          promise[i] = table->choice[inbound[i]];
          cost = table->cost[inbound[i]];
        }
      else if (node->is_supplier)
        {
          promise[i] = table->best_at[inbound[node->parent]];
          inbound[i] = table->choice[promise[i]];
        }
      else
        {
          inbound[i] = table->best_at[promise[node->parent]];
          promise[i] = table->choice[inbound[i]];
        }

      inbound[i] = MAX (inbound[i], work->chain->stages[i].inbound);
    }

  return cost;
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
  g_auto (Work) work = { .chain = self };

  if (!hw_service_tree_init (&work.tree, self, error))
    return FALSE;

  fill (&work);
  *cost = read_back (&work, promise);
  return TRUE;
}
