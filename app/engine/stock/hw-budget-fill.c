/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-budget-search.h"

#define PASSES 8      /* over what could still be added */
#define DOUBLINGS 60  /* of prices, until the limits are kept */
#define HALVINGS 50

typedef struct
{
  double per_price; /* worth for what it takes of the limits */
  gsize  item;
  gsize  option;
} Step;

static int
compare_steps (const void *a,
               const void *b)
{
  const Step *x = a, *y = b;

  if (x->per_price > y->per_price || x->per_price < y->per_price)
    return x->per_price > y->per_price ? -1 : 1;

  return (x->option > y->option) - (x->option < y->option);
}

/* Everything that is worth more than what its item has now, the best for its price
 * first. */
static GArray *
find_steps (const HwBudgetCase   *at,
            const HwBudgetPrices *prices,
            const gsize          *choice)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (gsize i = 0; i < at->n_items; i++)
    for (gsize j = at->first[i]; j < at->first[i + 1]; j++)
      {
        const double more = at->worth[j] - hw_budget_case_worth (at, choice[i]);
        const double price = prices->cost * (double) (at->cost[j] - hw_budget_case_cost (at, choice[i]))
                             + prices->space * (double) (at->space[j] - hw_budget_case_space (at, choice[i]));
        const Step step = { price > 0.0 ? more / price : G_MAXDOUBLE, i, j };

        if (more > 0.0)
          g_array_append_val (steps, step);
      }

  g_array_sort (steps, compare_steps);
  return steps;
}

/* Raises all prices together until what items take for themselves keeps the limits. */
static void
keep_limits (const HwBudgetCase   *at,
             const HwBudgetPrices *prices,
             gsize                *choice)
{
  double low = 1.0, high = 1.0;
  HwBudgetPrices tried = *prices;
  HwBudgetUse use = hw_budget_case_choose (at, &tried, choice);

  for (int i = 0; i < DOUBLINGS && !hw_budget_case_keeps (at, &use); i++)
    {
      low = high;
      high *= 2.0;
      tried = (HwBudgetPrices) { prices->cost * high, prices->space * high };
      use = hw_budget_case_choose (at, &tried, choice);
    }
  if (!hw_budget_case_keeps (at, &use)) /* what has no price takes too much */
    {
      for (gsize i = 0; i < at->n_items; i++)
        choice[i] = HW_BUDGET_NOTHING;
      return;
    }

  for (int i = 0; i < HALVINGS && high > low; i++)
    {
      const double middle = 0.5 * (low + high);

      tried = (HwBudgetPrices) { prices->cost * middle, prices->space * middle };
      use = hw_budget_case_choose (at, &tried, NULL);
      if (hw_budget_case_keeps (at, &use))
        high = middle;
      else
        low = middle;
    }

  tried = (HwBudgetPrices) { prices->cost * high, prices->space * high };
  hw_budget_case_choose (at, &tried, choice);
}

/**
 * hw_budget_fill:
 * @self: a case
 * @prices: of its limits
 * @choice: (array length=n_items) (out): a choice that keeps them
 *
 * What items take for themselves at prices just high enough; then, as long as
 * something fits, the step that brings most for its price.
 */
void
hw_budget_fill (const HwBudgetCase   *self,
                const HwBudgetPrices *prices,
                gsize                *choice)
{
  HwBudgetUse use;
  gboolean added = TRUE;

  keep_limits (self, prices, choice);
  use = hw_budget_case_use (self, prices, choice);

  for (int pass = 0; pass < PASSES && added; pass++)
    {
      g_autoptr (GArray) steps = find_steps (self, prices, choice);

      added = FALSE;
      for (guint k = 0; k < steps->len; k++)
        {
          const Step *step = &g_array_index (steps, Step, k);
          const gsize now = choice[step->item];
          const gint64 cost = use.cost + self->cost[step->option] - hw_budget_case_cost (self, now);
          const gint64 space = use.space + self->space[step->option] - hw_budget_case_space (self, now);

          if (cost <= self->budget && space <= self->room && self->worth[step->option] > hw_budget_case_worth (self, now))
            {
              choice[step->item] = step->option;
              use.cost = cost;
              use.space = space;
              added = TRUE;
            }
        }
    }
}
