/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-trial.h"

#include "engine/stock/hw-lead-time.h"

#include <math.h>
#include <string.h>

#define RATE_DAYS 28          /* that say what a day of sales is */
#define SPREAD 0.6180339887   /* steps that spread evenly over 0..1 */
#define SPREAD_NEXT 0.7548776662

double
hw_stock_trial_money (const HwReplenishCost *cost)
{
  return cost->holding + cost->ordering + cost->shortage + cost->waste;
}

static double
position (const HwReplenishInput *in)
{
  double units = in->on_hand;

  for (gsize i = 0; i < in->n_coming; i++)
    units += in->coming[i].quantity;

  return units;
}

gboolean
hw_stock_trial_first (const HwStockCase  *self,
                      const HwReplenish  *plan,
                      double              amount,
                      HwReplenishCost    *cost,
                      GError            **error)
{
  HwReplenishInput in = self->input;
  const gsize n = in.n_periods;
  g_autofree double *point = g_memdup2 (plan->reorder_point, n * sizeof (double));
  g_autofree double *level = g_memdup2 (plan->order_up_to, n * sizeof (double));
  const double there = hw_replenish_position (&self->input);

  point[0] = amount > 0.0 ? there : there - 1.0;
  level[0] = there + amount;
  in.promise = 0.0; /* a promise is kept from when orders of today are here; money counts from today */
  return hw_replenish_try (&in, point, level, cost, error);
}

gboolean
hw_stock_trial_rule (const HwStockCase  *self,
                     const HwStockRule  *rule,
                     HwReplenishCost    *cost,
                     GError            **error)
{
  HwReplenishInput in = self->input;
  const gsize n = in.n_periods, reach = (gsize) MAX (RATE_DAYS / self->period_days, 1);
  g_autofree double *mean = g_new0 (double, n);
  g_autofree double *point = g_new (double, n);
  g_autofree double *level = g_new (double, n);

  for (gsize p = 0; p < in.n_paths; p++)
    for (gsize t = 0; t < n; t++)
      mean[t] += in.paths[p * n + t] / (double) in.n_paths;

  for (gsize t = 0; t < n; t++)
    {
      const gsize from = MIN (t, n - MIN (reach, n)), to = MIN (from + reach, n);
      double daily = 0.0;

      for (gsize k = from; k < to; k++)
        daily += mean[k] / ((double) (to - from) * self->period_days);

      point[t] = rule->left_days * daily;
      level[t] = MAX (rule->cover_days * daily, point[t]);
    }

  in.review = 1;
  return hw_replenish_try (&in, point, level, cost, error);
}

double
hw_stock_trial_reserve (const HwStockCase *self,
                        double             level)
{
  const HwReplenishInput *in = &self->input;
  double left = 0.0;

  for (gsize p = 0; p < in->n_paths; p++)
    {
      const double u = fmod (SPREAD * (double) (p + 1), 1.0);
      const gsize until = (gsize) hw_lead_time_quantile (in->lead, in->n_lead, u) + (gsize) in->review;
      double asked = 0.0;

      for (gsize t = 0; t < MIN (until, in->n_periods); t++)
        asked += in->paths[p * in->n_periods + t];
      left += MAX (level - asked, 0.0) / (double) in->n_paths;
    }

  return left;
}

/* What comes in each period on path @path. @left: of each open order the chances of
 * coming, n_left of them. */
static void
draw_arrivals (const HwReplenishInput *in,
               const GPtrArray        *left,
               const gsize            *n_left,
               gsize                   path,
               double                 *arrives)
{
  memset (arrives, 0, in->n_periods * sizeof *arrives);
  for (gsize j = 0; j < in->n_coming; j++)
    {
      const double u = fmod (SPREAD_NEXT * (double) (path + 1) + SPREAD * (double) j, 1.0);
      const gsize k = (gsize) hw_lead_time_quantile (g_ptr_array_index (left, (guint) j), n_left[j], u);

      if (k < in->n_periods)
        arrives[k] += in->coming[j].quantity;
    }
}

void
hw_stock_trial_risk (const HwStockCase *self,
                     double            *lost,
                     double            *at_risk)
{
  const HwReplenishInput *in = &self->input;
  g_autofree double *arrives = g_new (double, in->n_periods);
  g_autoptr (GPtrArray) coming = g_ptr_array_new_with_free_func (g_free);
  g_autofree gsize *n_left = g_new (gsize, in->n_coming + 1);

  *lost = *at_risk = 0.0;
  for (gsize j = 0; j < in->n_coming; j++)
    g_ptr_array_add (coming, hw_on_the_way_left (&in->coming[j], in->lead, in->n_lead, &n_left[j]));

  for (gsize p = 0; p < in->n_paths; p++)
    {
      const double u = fmod (SPREAD * (double) (p + 1), 1.0);
      const gsize here = (gsize) hw_lead_time_quantile (in->lead, in->n_lead, u), until = here + (gsize) in->review;
      double left = in->on_hand;

      draw_arrivals (in, coming, n_left, p, arrives);
      for (gsize t = 0; t < MIN (until, in->n_periods); t++)
        {
          const double asked = in->paths[p * in->n_periods + t];

          left += arrives[t];
          *(t < here ? lost : at_risk) += MAX (asked - left, 0.0) / (double) in->n_paths;
          left = MAX (left - asked, 0.0);
        }
    }
}

gboolean
hw_stock_trial_infer (const HwStockCase *self,
                      const HwStockKit  *kit,
                      HwStockRule       *rule)
{
  const HwStockRun run = hw_stock_kit_run (kit->lines_of, self->product->id);
  g_autofree HwStockRuleOrder *orders = g_new (HwStockRuleOrder, run.n + 1);

  for (guint i = 0; i < run.n; i++)
    {
      const HwPastLine *line = &g_array_index (kit->past_lines, HwPastLine, run.from + i);

      orders[i] = (HwStockRuleOrder) { line->ordered, hw_scaled_to_double (line->quantity) };
    }

  return hw_stock_rule_infer (orders, run.n, self->series->past, position (&self->input) - self->drafted, rule);
}
