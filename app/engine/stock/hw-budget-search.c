/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice's gap is what it lacks to the bound: the sum over items of what their
 * option is worth less, at the prices, than the item's best (its loss), plus what
 * is left of the limits at its price. Losses are never below 0, so a part of a
 * choice whose losses already reach the gap of a choice in hand leads nowhere. */
#include "engine/stock/hw-budget-search.h"

#include <string.h>

#define ITEMS_MOST 300     /* that may differ from their best */
#define STATES_MOST 8192   /* kept from item to item */
#define WORK_MOST 2000000  /* states looked at in all */
#define NEIGHBOURS 8       /* cheaper states that each is held against */
#define NEAR_ENOUGH 1e-6   /* of the bound */

/* One item's option in place of its best. */
typedef struct
{
  double loss;
  double least;     /* loss of the item's next best */
  gsize  item;
  gsize  option;    /* or HW_BUDGET_NOTHING */
} Swap;

/* Some items decided, the others at their best. */
typedef struct
{
  gint64  cost;
  gint64  space;
  double  loss;
  guint32 node;     /* what was swapped so far */
  gsize   swap;     /* the newest, not yet a node; G_MAXSIZE: none */
} State;

typedef struct
{
  guint32 parent;   /* 0: none */
  guint32 swap;
} Node;

typedef struct
{
  const HwBudgetCase   *at;
  const HwBudgetPrices *prices;
  GArray               *swaps;   /* of Swap, by item */
  GArray               *nodes;   /* of Node; the first stands for none */
  double                gap;     /* of the best so far */
  guint32               best;    /* its node; 0: the choice given */
  gsize                 work;    /* states looked at */
} Search;

/* What is left of the limits, at its price; unlimited things have no price. */
static double
unused (const HwBudgetCase   *at,
        const HwBudgetPrices *prices,
        gint64                cost,
        gint64                space)
{
  double left = 0.0;

  if (prices->cost > 0.0)
    left += prices->cost * (double) (at->budget - cost);
  if (prices->space > 0.0)
    left += prices->space * (double) (at->room - space);

  return left;
}

static int
compare_swaps (const void *a,
               const void *b)
{
  const Swap *x = a, *y = b;

  if (x->least > y->least || x->least < y->least)
    return x->least > y->least ? 1 : -1;
  if (x->item != y->item)
    return x->item > y->item ? 1 : -1;
  if (x->loss > y->loss || x->loss < y->loss)
    return x->loss > y->loss ? 1 : -1;

  return (x->option > y->option) - (x->option < y->option);
}

/* All swaps that alone lose less than the gap; items that lose least come first,
 * the swaps of one item stay together. @best: what each item takes for itself. */
static void
find_swaps (Search      *self,
            const gsize *best)
{
  const HwBudgetCase *at = self->at;

  for (gsize i = 0; i < at->n_items; i++)
    {
      const double most = hw_budget_case_net (at, self->prices, best[i]);
      const guint begin = self->swaps->len;
      double least = G_MAXDOUBLE;

      for (gsize k = at->first[i]; k <= at->first[i + 1]; k++)
        {
          const gsize option = k < at->first[i + 1] ? k : HW_BUDGET_NOTHING;
          const Swap swap = { MAX (most - hw_budget_case_net (at, self->prices, option), 0.0), 0.0, i, option };

          if (option == best[i] || swap.loss >= self->gap)
            continue;
          g_array_append_val (self->swaps, swap);
          least = MIN (least, swap.loss);
        }

      for (guint k = begin; k < self->swaps->len; k++)
        g_array_index (self->swaps, Swap, k).least = least;
    }

  g_array_sort (self->swaps, compare_swaps);
}

static int
compare_states (const void *a,
                const void *b)
{
  const State *x = a, *y = b;

  if (x->cost != y->cost)
    return x->cost > y->cost ? 1 : -1;
  if (x->space != y->space)
    return x->space > y->space ? 1 : -1;
  if (x->loss > y->loss || x->loss < y->loss)
    return x->loss > y->loss ? 1 : -1;
  if (x->node != y->node)
    return x->node > y->node ? 1 : -1;

  return (x->swap > y->swap) - (x->swap < y->swap);
}

/* Whether @a, which is not dearer, makes @b needless. */
static gboolean
makes_needless (const Search *self,
                const State  *a,
                const State  *b)
{
  const double cheaper = self->prices->cost * (double) (b->cost - a->cost)
                         + self->prices->space * (double) (b->space - a->space);

  return a->space <= b->space && a->loss + cheaper <= b->loss;
}

/* Drops what others make needless, then of neighbours the one that loses more,
 * until few enough are left. */
static void
thin (const Search *self,
      GArray       *states)
{
  guint n = 0;

  g_array_sort (states, compare_states);
  for (guint i = 0; i < states->len; i++)
    {
      const State state = g_array_index (states, State, i);
      gboolean needed = state.loss < self->gap;

      for (guint back = 1; needed && back <= MIN (n, NEIGHBOURS); back++)
        needed = !makes_needless (self, &g_array_index (states, State, n - back), &state);
      if (needed)
        g_array_index (states, State, n++) = state;
    }

  while (n > STATES_MOST)
    {
      const guint before = n;

      n = 0;
      for (guint i = 0; i < before; i += 2)
        {
          const State *a = &g_array_index (states, State, i);
          const State *b = &g_array_index (states, State, MIN (i + 1, before - 1));

          g_array_index (states, State, n++) = a->loss <= b->loss ? *a : *b;
        }
    }

  g_array_set_size (states, n);
}

static guint32
add_node (Search  *self,
          guint32  parent,
          gsize    swap)
{
  const Node node = { parent, (guint32) swap };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

/* Adds to @states what they become with one of the swaps @from .. @to - 1, which are
 * of one item, whose best is @best. */
static void
swap_item (Search *self,
           GArray *states,
           guint   from,
           guint   to,
           gsize   best)
{
  const HwBudgetCase *at = self->at;
  const guint n_before = states->len;

  for (guint i = 0; i < n_before; i++)
    for (guint k = from; k < to; k++)
      {
        const Swap *swap = &g_array_index (self->swaps, Swap, k);
        State state = g_array_index (states, State, i);
        double gap;

        state.loss += swap->loss;
        if (state.loss >= self->gap)
          break; /* the swaps after it lose more */

        state.cost += hw_budget_case_cost (at, swap->option) - hw_budget_case_cost (at, best);
        state.space += hw_budget_case_space (at, swap->option) - hw_budget_case_space (at, best);
        state.swap = k;
        g_array_append_val (states, state);

        gap = state.loss + unused (at, self->prices, state.cost, state.space);
        if (state.cost <= at->budget && state.space <= at->room && gap < self->gap)
          {
            self->gap = gap;
            self->best = add_node (self, state.node, k);
          }
      }

  self->work += states->len;
  thin (self, states);
  for (guint i = 0; i < states->len; i++)
    {
      State *state = &g_array_index (states, State, i);

      if (state->swap != G_MAXSIZE)
        state->node = add_node (self, state->node, state->swap);
      state->swap = G_MAXSIZE;
    }
}

static void
run (Search            *self,
     const gsize       *best,
     const HwBudgetUse *use,
     double             enough)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (State));
  const State start = { use->cost, use->space, 0.0, 0, G_MAXSIZE };
  guint from = 0, to;

  g_array_append_val (states, start);
  for (int items = 0; from < self->swaps->len && items < ITEMS_MOST && self->work < WORK_MOST;
       from = to, items++)
    {
      const Swap first = g_array_index (self->swaps, Swap, from);

      for (to = from; to < self->swaps->len && g_array_index (self->swaps, Swap, to).item == first.item;)
        to++;
      if (first.least >= self->gap || self->gap <= enough || states->len == 0)
        return;
      swap_item (self, states, from, to, best[first.item]);
    }
}

/**
 * hw_budget_search:
 * @self: a case
 * @prices: of its limits, as hw_budget_case_price() gives them
 * @choice: (array length=n_items) (inout): a choice that keeps the limits; the best
 *   found on return
 *
 * Dynamic programming over the items whose second best loses least, each step
 * keeping the states that no other makes needless and that lose less than the gap
 * of the best choice in hand, until that is a millionth of the bound. It is exact
 * but for that unless it must drop states beyond 8192, items beyond 300, or stop
 * after two million states; with two limits each state is held against its nearest
 * cheaper ones only, which costs time, not exactness.
 *
 * Source: Pisinger (1995), European Journal of Operational Research 83(2), "A
 * minimal algorithm for the multiple-choice knapsack problem", for growing a core
 * from the items that lose least.
 * Checked against: brute force and GLPK, by way of hw_budget_spend().
 */
void
hw_budget_search (const HwBudgetCase   *self,
                  const HwBudgetPrices *prices,
                  gsize                *choice)
{
  g_autofree gsize *best = g_new (gsize, self->n_items);
  const HwBudgetUse use = hw_budget_case_choose (self, prices, best);
  const HwBudgetUse now = hw_budget_case_use (self, prices, choice);
  const double bound = use.net + unused (self, prices, 0, 0);
  g_autoptr (GArray) swaps = g_array_new (FALSE, FALSE, sizeof (Swap));
  g_autoptr (GArray) nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  Search search = { self, prices, swaps, nodes, 0.0, 0, 0 };

  g_array_set_size (nodes, 1);
  search.gap = MAX (use.net - now.net, 0.0) + unused (self, prices, now.cost, now.space);
  if (hw_budget_case_keeps (self, &use) && unused (self, prices, use.cost, use.space) < search.gap)
    {
      memcpy (choice, best, self->n_items * sizeof *choice);
      search.gap = unused (self, prices, use.cost, use.space);
    }

  find_swaps (&search, best);
  run (&search, best, &use, NEAR_ENOUGH * bound);
  if (search.best == 0)
    return;

  memcpy (choice, best, self->n_items * sizeof *choice);
  for (guint32 node = search.best; node != 0; node = g_array_index (nodes, Node, node).parent)
    {
      const Swap *swap = &g_array_index (swaps, Swap, g_array_index (nodes, Node, node).swap);

      choice[swap->item] = swap->option;
    }
}
