/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-horizon.h"

#include "core/hw-error.h"
#include "engine/stock/hw-stock-costs.h"

#include <math.h>

#define PERIODS_MOST 1000
#define LEVELS_MOST 65536
#define LOST_MOST 0.02  /* of a demand's chances may lie outside of the range that is tried */

/* The whole levels and demands that are tried, and what they cost. */
typedef struct
{
  int     low;        /* least level */
  int     n;          /* number of levels */
  int     least;      /* least demand */
  int     n_demands;
  double *chances;    /* length n_demands: of one period */
  double *now;        /* length n: cost of a period and all after it, once ordered */
  double *later;      /* length n: cost of the next period and all after it */
} Grid;

static void
grid_clear (Grid *grid)
{
  g_free (grid->chances);
  g_free (grid->now);
  g_free (grid->later);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static gboolean
check_period (const HwHorizonPeriod  *p,
              GError                **error)
{
  return hw_law_check (&p->demand, error)
         && hw_stock_require (p->demand.kind == HW_LAW_NORMAL || hw_law_is_whole (&p->demand), "the kind of demand",
                              p->demand.kind, "normal or of whole units", error)
         && hw_stock_require (hw_law_mean (&p->demand) >= 0.0, "the mean demand", hw_law_mean (&p->demand),
                              "at least 0", error)
         && hw_stock_require (p->holding >= 0.0, "the holding cost", p->holding, "at least 0", error)
         && hw_stock_require (p->shortage >= 0.0, "the shortage cost", p->shortage, "at least 0", error)
         && hw_stock_require (p->holding + p->shortage > 0.0, "holding and shortage cost", p->holding + p->shortage,
                              "above 0 together", error)
         && hw_stock_require (p->price >= 0.0, "the price", p->price, "at least 0", error)
         && hw_stock_require (p->ordering >= 0.0, "the order cost", p->ordering, "at least 0", error)
         && hw_stock_require (p->discount > 0.0 && p->discount <= 1.0, "the discount", p->discount,
                              "above 0 and at most 1", error);
}

static gboolean
check_input (const HwHorizonInput  *in,
             GError               **error)
{
  double total = 0.0;

  if (!hw_stock_require (in->n_periods > 0 && in->n_periods <= PERIODS_MOST, "the number of periods",
                         (double) in->n_periods, "between 1 and 1000", error)
      || !hw_stock_require (in->end_holding >= 0.0, "the holding cost in the end", in->end_holding, "at least 0", error)
      || !hw_stock_require (in->end_shortage >= 0.0, "the shortage cost in the end", in->end_shortage, "at least 0",
                            error)
      || !hw_stock_require (in->demand_spread > 0.0 && in->demand_spread <= 100.0, "the spread of demands",
                            in->demand_spread, "above 0 and at most 100", error)
      || !hw_stock_require (in->level_spread >= 0.0 && in->level_spread <= 100.0, "the spread of levels",
                            in->level_spread, "between 0 and 100", error)
      || !hw_stock_require (ABS ((gint64) in->start) < LEVELS_MOST, "the stock at the start", in->start,
                            "some thousands at most", error))
    return FALSE;

  for (gsize t = 0; t < in->n_periods; t++)
    {
      if (!check_period (&in->periods[t], error))
        return FALSE;
      total += hw_law_mean (&in->periods[t].demand);
    }

  if (total > 0.0)
    return TRUE;

  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing is ever asked for");
  return FALSE;
}

/* The order quantity of a known demand that may wait; one unit more if either costs nothing. */
static double
usual_quantity (const HwHorizonPeriod *p)
{
  const double both = p->holding * p->shortage / (p->holding + p->shortage);

  return both > 0.0 ? sqrt (2.0 * p->ordering * hw_law_mean (&p->demand) / both) : 1.0;
}

/* From what a bad period may leave to what a usual order may reach. */
static gboolean
make_grid (const HwHorizonInput  *in,
           Grid                  *grid,
           GError               **error)
{
  double mean_least = INFINITY, mean_most = 0.0, sd_most = 0.0, quantity = 0.0;
  double low, high, least, most;

  for (gsize t = 0; t < in->n_periods; t++)
    {
      const double mean = hw_law_mean (&in->periods[t].demand);

      mean_least = MIN (mean_least, mean);
      mean_most = MAX (mean_most, mean);
      sd_most = MAX (sd_most, hw_law_sd (&in->periods[t].demand));
      quantity = MAX (quantity, usual_quantity (&in->periods[t]));
    }

  least = MAX (rint (mean_least - in->demand_spread * sd_most), 0.0);
  most = rint (mean_most + in->demand_spread * sd_most);
  low = rint (mean_least - mean_most - sd_most * (in->level_spread + in->demand_spread));
  low = MIN (low, (double) in->start);
  high = MAX (rint (mean_most + quantity + sd_most * in->level_spread), (double) in->start + 1.0);

  if (!hw_stock_require (high - low < LEVELS_MOST && most - least < LEVELS_MOST, "the number of levels", high - low,
                         "some thousands at most", error))
    return FALSE;

  grid->low = (int) low;
  grid->n = (int) (high - low) + 1;
  grid->least = (int) least;
  grid->n_demands = (int) (most - least) + 1;
  grid->chances = g_new (double, grid->n_demands);
  grid->now = g_new (double, grid->n);
  grid->later = g_new (double, grid->n);
  return TRUE;
}

static gboolean
fill_chances (const HwLaw  *demand,
              Grid         *grid,
              GError      **error)
{
  double sum = 0.0;

  for (int i = 0; i < grid->n_demands; i++)
    {
      const double d = (double) (grid->least + i);

      if (hw_law_is_whole (demand))
        grid->chances[i] = hw_law_density (demand, d);
      else if (demand->b > 0.0)
        grid->chances[i] = hw_law_below (demand, d + 0.5) - hw_law_below (demand, d - 0.5);
      else
        grid->chances[i] = d == rint (demand->a) ? 1.0 : 0.0;
      sum += grid->chances[i];
    }

  return hw_stock_require (sum >= 1.0 - LOST_MOST, "the chance of demands tried", sum,
                           "near 1: normal demand that is often below 0, or too little spread", error);
}

/* What each level costs, the future included. */
static void
cost_of_levels (const HwHorizonPeriod *p,
                Grid                  *grid)
{
  for (int i = 0; i < grid->n; i++)
    {
      const HwTails t = hw_law_tails (&p->demand, (double) (grid->low + i));
      double future = 0.0;

      for (int k = 0; k < grid->n_demands; k++)
        future += grid->chances[k] * grid->later[CLAMP (i - grid->least - k, 0, grid->n - 1)];

      grid->now[i] = p->holding * t.left + p->shortage * t.loss + p->discount * future;
    }
}

/* From the top level downwards, so that the best level to order up to is known. Fills what
 * each stock before ordering costs into @later. FALSE if the best level is the top one. */
static gboolean
order (const HwHorizonPeriod *p,
       Grid                  *grid,
       int                   *reorder_point,
       int                   *order_up_to)
{
  const int top = grid->n - 1;
  int best = top;   /* of all levels above */
  int choice = top; /* of the stock above */
  int last = top;   /* the most stock of a run that chooses alike */

  grid->later[top] = grid->now[top];
  for (int i = top - 1; i >= 0; i--)
    {
      const double ordered = p->ordering + p->price * (double) (best - i) + grid->now[best];
      const int mine = grid->now[i] <= ordered ? i : best;

      if (mine == top)
        return FALSE;

      grid->later[i] = mine == i ? grid->now[i] : ordered;
      last = mine != choice ? i : last;
      choice = mine;

      if (grid->now[i] + p->price * (double) i <= grid->now[best] + p->price * (double) best)
        best = i;
    }

  *order_up_to = grid->low + choice;
  *reorder_point = grid->low + last;
  return TRUE;
}

static gboolean
solve (const HwHorizonInput  *in,
       Grid                  *grid,
       HwHorizon             *out,
       gboolean              *is_high_enough,
       GError               **error)
{
  for (int i = 0; i < grid->n; i++)
    {
      const double level = (double) (grid->low + i);

      grid->later[i] = in->end_holding * MAX (level, 0.0) + in->end_shortage * MAX (-level, 0.0);
    }

  *is_high_enough = TRUE;
  for (gsize t = in->n_periods; t-- > 0 && *is_high_enough;)
    {
      if (!fill_chances (&in->periods[t].demand, grid, error))
        return FALSE;

      cost_of_levels (&in->periods[t], grid);
      *is_high_enough = order (&in->periods[t], grid, &out->reorder_point[t], &out->order_up_to[t]);
    }

  out->cost = grid->later[in->start - grid->low];
  return TRUE;
}

/**
 * hw_horizon_plan:
 * @input: the periods
 * @out: (out): the plan; hw_horizon_clear() after use
 * @error: return location; BAD_VALUE, or NO_DEMAND where nothing is ever asked for
 *
 * Dynamic programming from the last period backwards, over whole levels. Where the
 * best level is the highest one tried, it is done again with twice as many.
 *
 * Source: Scarf (1960), "The optimality of (S, s) policies in the dynamic inventory
 * problem"; Bellman, Glicksberg and Gross (1955), "On the optimal inventory
 * equation", Management Science 2(1).
 * Checked against: all orders of small cases one by one, and hw_myopic_bounds(), in
 * the tests.
 *
 * Returns: whether there is a plan
 */
gboolean
hw_horizon_plan (const HwHorizonInput  *input,
                 HwHorizon             *out,
                 GError               **error)
{
  g_auto (HwHorizon) plan = { .n_periods = input->n_periods };
  g_auto (Grid) grid = { 0 };
  gboolean is_high_enough = FALSE;

  if (!check_input (input, error) || !make_grid (input, &grid, error))
    return FALSE;

  plan.reorder_point = g_new0 (int, input->n_periods);
  plan.order_up_to = g_new0 (int, input->n_periods);

  while (!is_high_enough)
    {
      if (!solve (input, &grid, &plan, &is_high_enough, error))
        return FALSE;
      if (is_high_enough)
        break;

      grid.n *= 2;
      if (!hw_stock_require (grid.n <= LEVELS_MOST, "the number of levels", grid.n, "some thousands at most", error))
        return FALSE;
      grid.now = g_renew (double, grid.now, grid.n);
      grid.later = g_renew (double, grid.later, grid.n);
    }

  *out = plan;
  plan = (HwHorizon){ 0 };
  return TRUE;
}

/**
 * hw_horizon_clear:
 * @self: a plan
 *
 * Frees what it holds.
 */
void
hw_horizon_clear (HwHorizon *self)
{
  g_clear_pointer (&self->reorder_point, g_free);
  g_clear_pointer (&self->order_up_to, g_free);
}
