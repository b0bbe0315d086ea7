/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-service-tree.h"

#include "engine/stock/hw-stock-costs.h"

#include <math.h>

#define STAGES_MOST 500
#define PERIODS_MOST 1000  /* of the longest way through the network */

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
find_order (const HwServiceChain  *chain,
            HwServiceTree         *tree,
            GError               **error)
{
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

/* Goes through the network from its suppliers' end (@down), with the longest way, or from its
 * customers' end, with the demand's @variance: each stage once all before it are done. */
static void
pass_on (const HwServiceChain *chain,
         HwServiceTree        *tree,
         double               *variance,
         gboolean              down)
{
  const int n = (int) chain->n_stages;
  g_autofree int *before = g_new0 (int, n);
  g_autofree gboolean *done = g_new0 (gboolean, n);
  int n_done = 0;

  for (int k = 0; k + 1 < n; k++)
    before[down ? chain->links[k].customer : chain->links[k].supplier]++;

  while (n_done < n)
    for (int i = 0; i < n; i++)
      {
        if (done[i] || before[i] > 0)
          continue;

        done[i] = TRUE;
        n_done++;
        for (int k = 0; k + 1 < n; k++)
          {
            const HwServiceLink *l = &chain->links[k];
            const int next = down ? l->customer : l->supplier;

            if ((down ? l->supplier : l->customer) != i)
              continue;

            before[next]--;
            if (down)
              tree->nodes[next].slowest = MAX (tree->nodes[next].slowest,
                                               tree->nodes[i].slowest + chain->stages[next].time);
            else
              variance[next] += variance[i];
          }
      }
}

/**
 * hw_service_tree_init:
 * @self: (out): the tree; hw_service_tree_clear() after use, whatever is returned
 * @chain: a network of any origin
 * @error: return location, BAD_VALUE
 *
 * Source: Graves and Willems (2000), "Optimizing strategic safety stock placement in
 * supply chains", Manufacturing & Service Operations Management 2(1), section 5.
 *
 * Returns: whether the network is one tree of stages that can be
 */
gboolean
hw_service_tree_init (HwServiceTree         *self,
                      const HwServiceChain  *chain,
                      GError               **error)
{
  g_autofree double *variance = NULL;

  *self = (HwServiceTree){ 0 };
  if (!check_stages (chain, error) || !check_links (chain, error))
    return FALSE;

  self->order = g_new0 (int, chain->n_stages);
  self->nodes = g_new0 (HwServiceNode, chain->n_stages);
  if (!find_order (chain, self, error))
    return FALSE;

  variance = g_new (double, chain->n_stages);
  for (gsize i = 0; i < chain->n_stages; i++)
    {
      self->nodes[i].slowest = chain->stages[i].inbound + chain->stages[i].time;
      variance[i] = chain->stages[i].sd * chain->stages[i].sd;
    }

  pass_on (chain, self, variance, TRUE);
  pass_on (chain, self, variance, FALSE);
  for (gsize i = 0; i < chain->n_stages; i++)
    {
      self->nodes[i].sd = sqrt (variance[i]);
      self->most = MAX (self->most, self->nodes[i].slowest);
    }

  return hw_stock_require (self->most <= PERIODS_MOST, "the longest way through the network", self->most,
                           "at most 1000 periods", error);
}

/**
 * hw_service_tree_clear:
 * @self: a tree
 *
 * Frees what it holds.
 */
void
hw_service_tree_clear (HwServiceTree *self)
{
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->nodes, g_free);
}
