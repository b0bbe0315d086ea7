/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-serial-chain.h"

#include "core/hw-error.h"
#include "engine/stock/hw-count-table.h"
#include "engine/stock/hw-serial-demand.h"
#include "engine/stock/hw-stock-costs.h"

#include <math.h>
#include <string.h>

#define STAGES_MOST 100
#define LEVELS_MOST 20000

/* The stock levels tried, x = low + i step, and the costs on them. */
typedef struct
{
  double  low;
  double  step;
  int     n;
  double *here;    /* length n: expected cost of this stage and all after it, by its echelon level */
  double *before;  /* length n: the same by the stock there before the waiting time's demand */
} Levels;

static void
levels_clear (Levels *levels)
{
  g_free (levels->here);
  g_free (levels->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Levels, levels_clear)

static double
sum_of (const double *values,
        gsize         from,
        gsize         to)
{
  double sum = 0.0;

  for (gsize i = from; i < to; i++)
    sum += values[i];

  return sum;
}

static gboolean
check_chain (const HwSerialChain  *self,
             GError              **error)
{
  if (!hw_stock_require (self->n_stages > 0 && self->n_stages <= STAGES_MOST, "the number of stages",
                         (double) self->n_stages, "between 1 and 100", error)
      || !hw_stock_require (self->shortage >= 0.0, "the shortage cost", self->shortage, "at least 0", error))
    return FALSE;

  for (gsize j = 0; j < self->n_stages; j++)
    if (!hw_stock_require (self->holding[j] > 0.0, "the holding cost", self->holding[j], "above 0", error)
        || !hw_stock_wait_check (self->wait[j], TRUE, error))
      return FALSE;

  if (!hw_stock_wait_check (sum_of (self->wait, 0, self->n_stages), FALSE, error))
    return FALSE;

  if (self->demand.kind != HW_LAW_NORMAL)
    return hw_count_table_can (&self->demand, error);

  if (!hw_law_check (&self->demand, error)
      || !hw_stock_require (self->demand.b > 0.0, "the spread of demand", self->demand.b, "above 0", error))
    return FALSE;

  if (self->demand.a > 0.0)
    return TRUE;

  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing is ever asked for");
  return FALSE;
}

static gboolean
check_tail (double    tail,
            GError  **error)
{
  return hw_stock_require (tail > 0.0 && tail < 0.5, "a chance left out", tail, "above 0 and below 1/2", error);
}

static gboolean
check_grid (const HwSerialGrid  *grid,
            GError             **error)
{
  return hw_stock_require (grid->n_levels >= 2 && grid->n_levels <= LEVELS_MOST, "the number of levels",
                           grid->n_levels, "between 2 and 20000", error)
         && hw_stock_require (grid->n_demands >= 2 && grid->n_demands <= LEVELS_MOST, "the number of demands",
                              grid->n_demands, "between 2 and 20000", error)
         && check_tail (grid->total_low, error) && check_tail (grid->total_high, error)
         && check_tail (grid->low, error) && check_tail (grid->high, error);
}

static gboolean
make_levels (const HwSerialChain  *self,
             const HwSerialGrid   *grid,
             const double         *given,
             Levels               *out,
             GError              **error)
{
  const double periods = sum_of (self->wait, 0, self->n_stages);
  const gboolean is_whole = self->demand.kind != HW_LAW_NORMAL;
  double low, high;

  if (!hw_serial_demand_end (&self->demand, periods, grid->total_low, TRUE, &low, error)
      || !hw_serial_demand_end (&self->demand, periods, grid->total_high, FALSE, &high, error))
    return FALSE;

  low = (is_whole ? 0.0 : low) - high;
  for (gsize j = 0; given != NULL && j < self->n_stages; j++)
    high = MAX (high, is_whole ? ceil (given[j]) : given[j]);

  if (!hw_stock_require (high - low < (is_whole ? LEVELS_MOST : 1e12), "the number of levels", high - low,
                         "some thousands at most", error))
    return FALSE;

  out->low = low;
  out->n = (is_whole ? (int) (high - low) : grid->n_levels) + 1;
  out->step = is_whole ? 1.0 : (high - low) / grid->n_levels;
  out->here = g_new (double, out->n);
  out->before = g_new (double, out->n);
  return TRUE;
}

/* The cost before the demand far below all levels, where nothing is ever left over: a line. */
static void
line_below (const HwSerialChain *self,
            gsize                stage,
            double               mean,
            double              *at_0,
            double              *slope)
{
  const double short_cost = self->shortage + sum_of (self->holding, 0, self->n_stages);

  *slope = -short_cost;
  *at_0 = short_cost * mean * sum_of (self->wait, 0, stage);
  for (gsize i = 0; i <= stage; i++)
    {
      *slope += self->holding[i];
      *at_0 -= self->holding[i] * mean * sum_of (self->wait, i, stage);
    }
}

/* here (y) = E before (y - D), with y - D at the nearest level. */
static void
expect (const Levels         *levels,
        const HwSerialDemand *demands,
        double                at_0,
        double                slope)
{
  for (int i = 0; i < levels->n; i++)
    levels->here[i] = 0.0;

  for (int k = 0; k < demands->n; k++)
    {
      const int shift = (int) floor (0.5 - demands->at[k] / levels->step);
      const double chance = demands->chance[k];

      for (int i = 0; i < MIN (-shift, levels->n); i++)
        levels->here[i] += chance * (at_0 + slope * (levels->low + (i + shift) * levels->step));
      for (int i = MAX (-shift, 0); i < levels->n; i++)
        levels->here[i] += chance * levels->before[i + shift];
    }
}

static int
lowest_of (const Levels *levels)
{
  int best = 0;

  for (int i = 1; i < levels->n; i++)
    if (levels->here[i] < levels->here[best])
      best = i;

  return best;
}

/* From the customer upwards; @given are the levels, or NULL for the best ones, to @found. */
static gboolean
solve (const HwSerialChain  *self,
       const HwSerialGrid   *grid,
       const double         *given,
       double               *found,
       double               *cost,
       GError              **error)
{
  const double mean = hw_law_mean (&self->demand);
  const double short_cost = self->shortage + sum_of (self->holding, 0, self->n_stages);
  double chosen[STAGES_MOST];
  g_auto (Levels) levels = { 0 };
  int at = 0;

  if (!check_chain (self, error) || !check_grid (grid, error) || !make_levels (self, grid, given, &levels, error))
    return FALSE;

  for (gsize j = 0; j < self->n_stages; j++)
    {
      g_auto (HwSerialDemand) demands = { 0 };
      double at_0, slope;

      for (int i = 0; i < levels.n; i++)
        {
          const double x = levels.low + i * levels.step;

          levels.before[i] = self->holding[j] * x
                             + (j == 0 ? short_cost * MAX (-x, 0.0) : levels.here[MIN (i, at)]);
        }

      if (!hw_serial_demand_init (&demands, &self->demand, self->wait[j], grid, error))
        return FALSE;

      line_below (self, j, mean, &at_0, &slope);
      expect (&levels, &demands, at_0, slope);

      at = given == NULL ? lowest_of (&levels)
                         : (int) CLAMP (floor ((given[j] - levels.low) / levels.step + 0.5), 0.0, levels.n - 1.0);
      chosen[j] = levels.low + at * levels.step;
    }

  if (found != NULL)
    memcpy (found, chosen, self->n_stages * sizeof *found);
  *cost = levels.here[at];
  return TRUE;
}

/**
 * hw_serial_grid_fine:
 *
 * Returns: a grid whose cost is within 1/1000 of the exact one
 */
HwSerialGrid
hw_serial_grid_fine (void)
{
  return (HwSerialGrid){ .n_levels = 4000, .n_demands = 400, .total_low = 1e-6, .total_high = 1e-12,
                         .low = 1e-6, .high = 1e-7 };
}

/**
 * hw_serial_chain_best:
 * @self: a chain
 * @grid: how finely to cut
 * @levels: (array length=n_stages) (out): echelon levels to order up to [units]
 * @cost: (out): money per period, that of what is on its way included
 * @error: return location; BAD_VALUE, or NO_DEMAND where nothing is ever asked for
 *
 * Stage by stage from the customer upwards: the best level of a stage does not
 * depend on those before it, and what a stage cannot order up to its level costs the
 * same as a lower level. Exact on the grid; whole units are their own grid.
 *
 * Source: Clark and Scarf (1960), "Optimal policies for a multi-echelon inventory
 * problem", Management Science 6(4); Chen and Zheng (1994), "Lower bounds for
 * multi-echelon stochastic inventory systems", Management Science 40(11).
 * Checked against: a single stage's exact answer, a long simulation, and Snyder and
 * Shen (2019), Fundamentals of Supply Chain Theory, example 6.1, in the tests.
 *
 * Returns: whether there are levels
 */
gboolean
hw_serial_chain_best (const HwSerialChain  *self,
                      const HwSerialGrid   *grid,
                      double               *levels,
                      double               *cost,
                      GError              **error)
{
  return hw_stock_require (self->shortage > 0.0, "the shortage cost", self->shortage, "above 0", error)
         && solve (self, grid, NULL, levels, cost, error);
}

/**
 * hw_serial_chain_cost:
 * @self: a chain
 * @grid: how finely to cut
 * @levels: (array length=n_stages): echelon levels [units]
 * @cost: (out): money per period
 * @error: return location; BAD_VALUE or NO_DEMAND
 *
 * Source: as hw_serial_chain_best().
 *
 * Returns: whether there is a cost
 */
gboolean
hw_serial_chain_cost (const HwSerialChain  *self,
                      const HwSerialGrid   *grid,
                      const double         *levels,
                      double               *cost,
                      GError              **error)
{
  for (gsize j = 0; j < MIN (self->n_stages, STAGES_MOST); j++)
    if (!hw_stock_require (isfinite (levels[j]), "a level", levels[j], "a number", error))
      return FALSE;

  return solve (self, grid, levels, NULL, cost, error);
}

/**
 * hw_serial_chain_newsvendor:
 * @self: a chain
 * @weight: of the lower bound, 0 to 1; the rest is the upper bound's
 * @levels: (array length=n_stages) (out): echelon levels [units]
 * @error: return location; BAD_VALUE or NO_DEMAND
 *
 * Each stage as one order against the demand of all waiting times up to it, with the
 * least and the most that holding can cost there.
 *
 * Source: Shang and Song (2003), "Newsvendor bounds and heuristic for optimal
 * policies in serial supply chains", Management Science 49(5).
 * Checked against: hw_serial_chain_best(), between whose bounds it must lie.
 *
 * Returns: whether there are levels
 */
gboolean
hw_serial_chain_newsvendor (const HwSerialChain  *self,
                            double                weight,
                            double               *levels,
                            GError              **error)
{
  if (!check_chain (self, error)
      || !hw_stock_require (self->shortage > 0.0, "the shortage cost", self->shortage, "above 0", error)
      || !hw_stock_require (weight >= 0.0 && weight <= 1.0, "the weight", weight, "between 0 and 1", error))
    return FALSE;

  for (gsize j = 0; j < self->n_stages; j++)
    {
      const double periods = sum_of (self->wait, 0, j + 1);
      const double gain = self->shortage + sum_of (self->holding, j + 1, self->n_stages);
      const double share_low = gain / (gain + sum_of (self->holding, 0, j + 1));
      const double share_high = gain / (gain + self->holding[j]);
      double low, high;

      if (!hw_serial_demand_end (&self->demand, periods, share_low, TRUE, &low, error)
          || !hw_serial_demand_end (&self->demand, periods, share_high, TRUE, &high, error))
        return FALSE;

      levels[j] = weight * low + (1.0 - weight) * high;
    }

  return TRUE;
}
