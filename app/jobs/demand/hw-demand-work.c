/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-work.h"

#define WEIGHT_WEEKS 26      /* looked back for what a weekday sells */
#define WEIGHT_PRIOR 4.0     /* weeks' worth of belief that weekdays are alike */
#define FAR_MOST 800         /* days ahead that are told one by one */
#define MONTH_WEEKS (30.4375 / 7.0)

GPtrArray *
hw_demand_all_series (const HwDemand *demand)
{
  GPtrArray *all = g_ptr_array_new ();

  g_ptr_array_add (all, g_ptr_array_index (demand->series, 0));
  for (guint g = 0; g < demand->categories->len; g++)
    g_ptr_array_add (all, g_ptr_array_index (demand->categories, g));
  for (guint i = 1; i < demand->series->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (demand->series, i));

  return all;
}

static void
lay_out_days (HwDemand *day,
              HwDay     upto)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (HwDay));
  const HwDay most = day->ahead_start + FAR_MOST;

  for (HwDay d = day->ahead_start; days->len < day->horizon || d <= MIN (upto, most); d++)
    if (day->open_weekday[hw_day_weekday (d)])
      g_array_append_val (days, d);

  day->n_ahead = days->len;
  day->closed_ahead = g_new0 (guint8, day->n_ahead + 1);
  for (gsize t = 0; t < day->n_ahead; t++)
    for (guint i = 0; i < day->events->len; i++)
      {
        const HwKnownEvent *event = g_ptr_array_index (day->events, i);

        day->closed_ahead[t] |= event->kind == HW_KNOWN_EVENT_CLOSED &&
                                hw_known_event_is_on (event, g_array_index (days, HwDay, t));
      }

  day->ahead_day = (HwDay *) (gpointer) g_array_free (g_steal_pointer (&days), FALSE);
}

static void
lay_out_periods (HwDemand *demand)
{
  demand->n_ahead = demand->horizon;
  demand->ahead_day = g_new (HwDay, demand->horizon + 1);
  for (gsize i = 0; i < demand->horizon; i++)
    demand->ahead_day[i] = hw_by_add (demand->by, demand->ahead_start, (int) i);
}

/* What each weekday sells of a mean one, all products together. */
static void
find_weights (HwDemandWork *self)
{
  const HwDemand *day = self->by[HW_BY_DAY];
  const GArray *past = ((const HwDemandSeries *) g_ptr_array_index (day->series, 0))->past;
  double sum[7] = { 0 }, n[7] = { 0 }, all = 0.0, n_all = 0.0, mean = 0.0;
  int n_open = 0;

  for (guint t = 0; t < past->len; t++)
    {
      const HwDemandPoint *point = &g_array_index (past, HwDemandPoint, t);

      if (point->state == HW_PAST_CLOSED || point->day <= day->last_day - 7 * WEIGHT_WEEKS)
        continue;

      sum[hw_day_weekday (point->day)] += MAX (point->units, 0.0);
      n[hw_day_weekday (point->day)] += 1.0;
      all += MAX (point->units, 0.0);
      n_all += 1.0;
    }

  for (int w = 0; w < 7; w++)
    {
      const double usual = n_all > 0.0 ? all / n_all : 0.0;

      self->weight[w] = !day->open_weekday[w] ? 0.0
                        : usual > 0.0 ? (sum[w] + WEIGHT_PRIOR * usual) / ((n[w] + WEIGHT_PRIOR) * usual) : 1.0;
      mean += self->weight[w];
      n_open += day->open_weekday[w];
    }

  for (int w = 0; w < 7 && mean > 0.0; w++)
    self->weight[w] *= n_open / mean;
}

static void
sum_past_weights (HwDemandWork *self)
{
  const HwDemand *day = self->by[HW_BY_DAY];
  const GArray *past = ((const HwDemandSeries *) g_ptr_array_index (day->series, 0))->past;
  const HwDay n = day->last_day - day->first_day + 1;

  self->past_weight = g_new0 (double, (gsize) n + 1);
  for (guint t = 0; t < past->len; t++)
    {
      const HwDemandPoint *point = &g_array_index (past, HwDemandPoint, t);

      if (point->state != HW_PAST_CLOSED && point->day >= day->first_day)
        self->past_weight[point->day - day->first_day + 1] = self->weight[hw_day_weekday (point->day)];
    }

  for (HwDay d = 0; d < n; d++)
    self->past_weight[d + 1] += self->past_weight[d];
}

void
hw_demand_work_init (HwDemandWork  *self,
                     HwDemand      *demands[HW_BY_MONTH + 1],
                     const gsize    horizon[HW_BY_MONTH + 1])
{
  HwDay upto = HW_DAY_MIN;

  for (HwBy by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
    {
      self->by[by] = demands[by];
      demands[by]->horizon = horizon[by];
      upto = MAX (upto, hw_by_add (by, demands[by]->ahead_start, (int) horizon[by]) - 1);
    }

  lay_out_days (demands[HW_BY_DAY], upto);
  lay_out_periods (demands[HW_BY_WEEK]);
  lay_out_periods (demands[HW_BY_MONTH]);
  find_weights (self);
  sum_past_weights (self);
}

void
hw_demand_work_clear (HwDemandWork *self)
{
  g_clear_pointer (&self->past_weight, g_free);
}

/* A week, or a mean month, with all its days open. */
static double
whole_weight (const HwDemandWork *self,
              HwBy                by)
{
  double week = 0.0;

  for (int w = 0; w < 7; w++)
    week += self->weight[w];

  return MAX (by == HW_BY_MONTH ? week * MONTH_WEEKS : week, 1e-9);
}

double
hw_demand_work_share_past (const HwDemandWork *self,
                           HwBy                by,
                           HwDay               start)
{
  const HwDemand *day = self->by[HW_BY_DAY];
  const HwDay from = CLAMP (start, day->first_day, day->last_day + 1) - day->first_day;
  const HwDay to = CLAMP (hw_by_add (by, start, 1), day->first_day, day->last_day + 1) - day->first_day;

  return (self->past_weight[to] - self->past_weight[from]) / whole_weight (self, by);
}

gsize
hw_demand_step_on_or_after (const HwDemand *demand,
                            HwDay           day)
{
  gsize low = 0, high = demand->n_ahead;

  while (low < high)
    {
      const gsize middle = (low + high) / 2;

      if (demand->ahead_day[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gboolean
hw_demand_is_told_by_day (const HwDemand *demand,
                          HwDay           end)
{
  /* Closed weekdays behind the last day are told, too: by nothing. */
  return end <= demand->ahead_day[demand->n_ahead - 1] + 7;
}

double
hw_demand_work_share_ahead (const HwDemandWork *self,
                            HwBy                by,
                            HwDay               start)
{
  const HwDemand *day = self->by[HW_BY_DAY];
  const gsize to = hw_demand_step_on_or_after (day, hw_by_add (by, start, 1));
  double sum = 0.0;

  for (gsize t = hw_demand_step_on_or_after (day, start); t < to; t++)
    if (!day->closed_ahead[t])
      sum += self->weight[hw_day_weekday (day->ahead_day[t])];

  return sum / whole_weight (self, by);
}
