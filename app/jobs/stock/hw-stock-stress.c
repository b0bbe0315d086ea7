/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-stress.h"

#include "engine/stock/hw-extreme.h"
#include "engine/stock/hw-lead-time.h"

#include <math.h>

#define SPREAD 0.6180339887 /* steps that spread evenly over 0..1 */
#define NEARLY 0.98         /* of the shelf as it would be: then it has recovered */

/* What happens on one way, with or without the bad stretch. */
typedef struct
{
  const HwStockCase *c;
  const HwReplenish *plan;
  double            *pipe;    /* (owned) length n_periods + n_lead + late */
  const GPtrArray   *coming;  /* of each open order the chances of coming k periods from now ... */
  const gsize       *n_left;  /* ... so many of them */
  gsize              room;
  gsize              late;    /* periods */
  gsize              until;   /* the spike lasts up to here */
  double             spike;
} Course;

static double
spike_at (const Course *self,
          gsize         t)
{
  return t < self->until ? self->spike : 1.0;
}

/* Adds missed and asked demand and the shelf at each period's end. The next delivery
 * to come is the one that is late: the first on its way, else the first ordered. */
static void
walk (Course *self,
      gsize   path,
      double *shelf,
      double *missed,
      double *asked)
{
  const HwReplenishInput *in = &self->c->input;
  const double u = fmod (SPREAD * (double) (path + 1), 1.0);
  const gsize wait = (gsize) hw_lead_time_quantile (in->lead, in->n_lead, u);
  double left = in->on_hand, coming = 0.0;
  gsize late = self->late;

  for (gsize t = 0; t < self->room; t++)
    self->pipe[t] = 0.0;

  for (gsize j = 0; j < in->n_coming; j++)
    {
      const gsize rest = (gsize) hw_lead_time_quantile (g_ptr_array_index (self->coming, (guint) j), self->n_left[j], u);

      self->pipe[MIN (rest + late, self->room - 1)] += in->coming[j].quantity;
      late = 0;
    }

  for (gsize t = 0; t < in->n_periods; t++)
    {
      const double demand = in->paths[path * in->n_periods + t] * spike_at (self, t);

      left += self->pipe[t];
      coming += hw_replenish_joins (in, t) - self->pipe[t];
      if (t % (gsize) in->review == 0 && left + coming <= self->plan->reorder_point[t])
        {
          double amount = MAX (self->plan->order_up_to[t] - left - coming, in->min_order);

          if (in->pack > 0.0)
            amount = ceil (amount / in->pack - 1e-9) * in->pack;
          if (wait + late == 0)
            left += amount;
          else
            {
              self->pipe[MIN (t + wait + late, self->room - 1)] += amount;
              coming += amount;
            }
          late = 0;
        }

      missed[t] += MAX (demand - left, 0.0);
      asked[t] += demand;
      left = MAX (left - demand, 0.0);
      shelf[t] += left;
    }
}

static void
walk_all (Course *self,
          double *shelf,
          double *missed,
          double *asked)
{
  for (gsize p = 0; p < self->c->input.n_paths; p++)
    walk (self, p, shelf, missed, asked);
}

/* Days from when the bad stretch is over until the shelf is as it would have been. */
static double
find_recovery (const HwStockCase *c,
               const double      *usual,
               const double      *bad,
               gsize              from)
{
  const gsize n = c->input.n_periods;
  gsize last = from;

  for (gsize t = from; t < n; t++)
    if (bad[t] < NEARLY * usual[t])
      last = t + 1;

  return last >= n ? -1.0 : (double) last * c->period_days;
}

double
hw_stock_stress_spike (const HwStockCase *self)
{
  const GArray *past = self->series->past;
  const int days = MAX (self->wait.days + self->review_days, 1) + HW_STOCK_STRESS_LATE;
  g_autofree double *y = g_new (double, past->len + 1);
  gsize open = 0;
  HwExtreme extreme;
  double per_week;

  for (guint i = 0; i < past->len; i++)
    {
      const HwDemandPoint *point = &g_array_index (past, HwDemandPoint, i);

      if (point->state != HW_PAST_CLOSED)
        y[open++] = MAX (point->units + point->lost, 0.0);
    }

  if (open == 0)
    return 1.0;

  per_week = 7.0 * (double) open / (double) (g_array_index (past, HwDemandPoint, past->len - 1).day -
                                             g_array_index (past, HwDemandPoint, 0).day + 1);
  if (!hw_extreme_fit (y, open, (gsize) MAX (lround (days * per_week / 7.0), 1), 52.0 * per_week, &extreme, NULL) ||
      !(extreme.mean > 0.0))
    return 1.0;

  return MAX (hw_extreme_level (&extreme, HW_STOCK_STRESS_YEARS) / extreme.mean, 1.0);
}

HwStress
hw_stock_stress_run (const HwStockCase *self,
                     const HwReplenish *plan,
                     HwStressKind       kind,
                     int                late,
                     double             spike)
{
  const HwReplenishInput *in = &self->input;
  const gsize n = in->n_periods, late_periods = (gsize) ((late + self->period_days - 1) / self->period_days);
  const gsize stretch = MIN ((gsize) ((self->wait.days + self->review_days + HW_STOCK_STRESS_LATE) / self->period_days) + 1, n);
  const gsize weeks_after = MIN (2 * stretch, n);
  g_autofree double *figures = g_new0 (double, 6 * n);
  double *shelf = figures, *bad_shelf = figures + n, *missed = figures + 2 * n, *bad_missed = figures + 3 * n;
  double *asked = figures + 4 * n, *bad_asked = figures + 5 * n;
  const gsize room = n + in->n_lead + late_periods + 2;
  g_autofree double *pipe = g_new (double, room);
  g_autoptr (GPtrArray) coming = g_ptr_array_new_with_free_func (g_free);
  g_autofree gsize *n_left = g_new (gsize, in->n_coming + 1);
  Course usual = { self, plan, pipe, coming, n_left, room, 0, 0, 1.0 };
  Course bad = { self, plan, pipe, coming, n_left, room, late_periods, stretch, spike };
  HwStress stress = { .kind = kind, .size = late > 0 ? late : spike };
  double lost = 0.0, sum_missed = 0.0, sum_asked = 0.0;

  for (gsize j = 0; j < in->n_coming; j++)
    g_ptr_array_add (coming, hw_on_the_way_left (&in->coming[j], in->lead, in->n_lead, &n_left[j]));

  walk_all (&usual, shelf, missed, asked);
  walk_all (&bad, bad_shelf, bad_missed, bad_asked);
  for (gsize t = 0; t < n; t++)
    lost += bad_missed[t] - missed[t];

  for (gsize t = 0; t < weeks_after; t++)
    {
      sum_missed += bad_missed[t];
      sum_asked += bad_asked[t];
    }

  stress.served = sum_asked > 0.0 ? 1.0 - sum_missed / sum_asked : 1.0;
  stress.lost = hw_scaled_from_double (MAX (lost, 0.0) / (double) in->n_paths * in->penalty);
  stress.recovers = find_recovery (self, shelf, bad_shelf, stretch);
  return stress;
}
