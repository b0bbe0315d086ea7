/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-demand-work.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-naive.h"
#include "jobs/hw-demand-engine.h"

#include <math.h>

#define WEIGHT_WEEKS 26      /* looked back for what a weekday sells */
#define WEIGHT_PRIOR 4.0     /* weeks' worth of belief that weekdays are alike */
#define FAR_MOST 800         /* days ahead that are told one by one */
#define MONTH_WEEKS (30.4375 / 7.0)
#define SHARE_LEAST 0.3      /* a period of which less was open says too little */

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

/* --- asking the engine --- */

/* One question: the series as the engine sees it. */
typedef struct
{
  double *y;
  guint8 *sold_out;
} Question;

/* More brought back than sold is no demand, but it is no negative demand either. What
 * products missed while sold out is demand of their categories and of all. */
static double
demand_at (const HwDemandSeries *series,
           const HwDemandPoint  *point)
{
  return MAX (point->units, 0.0) + (point->state == HW_PAST_SOLD_OUT ? 0.0 : point->lost);
}

static void
fill_question (const HwDemandWork   *self,
               HwBy                  by,
               const HwDemandSeries *series,
               Question             *question)
{
  for (guint t = 0; t < series->past->len; t++)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);
      const double share = by == HW_BY_DAY ? 1.0 : hw_demand_work_share_past (self, by, point->day);
      const double factor = hw_demand_lift_past (self->by[HW_BY_DAY]->lift, by, series, t);

      question->sold_out[t] = point->state == HW_PAST_SOLD_OUT;
      question->y[t] = point->state == HW_PAST_CLOSED || share < SHARE_LEAST || factor <= 0.0
                       ? NAN : demand_at (series, point) / (share * factor);
    }
}

static void
free_questions (Question *questions,
                guint     n)
{
  for (guint i = 0; i < n; i++)
    {
      g_free (questions[i].y);
      g_free (questions[i].sold_out);
    }

  g_free (questions);
}

/* The simple rule, of the same questions. */
static void
take_simple (HwDemand       *demand,
             HwDemandSeries *series,
             const Question *question)
{
  series->simple = g_new0 (double, demand->horizon + 1);
  if (series->past->len > 0)
    hw_naive_mean (question->y, series->past->len, demand->season, demand->horizon, series->simple);
}

static gboolean
take_answer (HwDemandSeries    *series,
             HwForecastAnswer  *answer,
             GError           **error)
{
  if (answer->error == NULL)
    {
      series->result = answer->result;
      answer->result = (HwForecastResult) { 0 };
      return TRUE;
    }

  if (g_error_matches (answer->error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND))
    series->missing = HW_NO_FORECAST_NO_DEMAND;
  else if (g_error_matches (answer->error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT))
    series->missing = HW_NO_FORECAST_TOO_SHORT;
  else
    {
      g_propagate_error (error, g_steal_pointer (&answer->error));
      return FALSE;
    }

  return TRUE;
}

/* @list: of HwDemandSeries. */
static gboolean
ask (HwDemandWork  *self,
     HwBy           by,
     GPtrArray     *list,
     const HwTick  *tick,
     GError       **error)
{
  HwDemand *demand = self->by[by];
  Question *questions = g_new0 (Question, list->len + 1);
  g_autofree HwForecastInput *inputs = g_new0 (HwForecastInput, list->len + 1);
  HwForecastAnswer *answers = g_new0 (HwForecastAnswer, list->len + 1);
  gboolean ok;

  for (guint i = 0; i < list->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (list, i);

      questions[i].y = g_new (double, series->past->len + 1);
      questions[i].sold_out = g_new0 (guint8, series->past->len + 1);
      fill_question (self, by, series, &questions[i]);
      inputs[i] = hw_demand_input (by, demand->season, questions[i].y, questions[i].sold_out, series->past->len);
    }

  ok = hw_demand_ask (inputs, list->len, demand->horizon, tick, answers, error);
  for (guint i = 0; ok && i < list->len; i++)
    {
      take_simple (demand, g_ptr_array_index (list, i), &questions[i]);
      ok = take_answer (g_ptr_array_index (list, i), &answers[i], error);
    }

  hw_demand_answers_free (answers, list->len);
  free_questions (questions, list->len);
  return ok;
}

static int
compare_point_day (gconstpointer a,
                   gconstpointer b)
{
  return ((const HwDemandPoint *) a)->day - ((const HwDemandPoint *) b)->day;
}

static void
add_lost (HwDemand       *demand,
          HwDemandSeries *series,
          HwDay           day,
          double          lost)
{
  const HwDemandPoint key = { .day = hw_by_start (demand->by, day) };
  guint at;

  if (g_array_binary_search (series->past, &key, compare_point_day, &at))
    g_array_index (series->past, HwDemandPoint, at).lost += lost;
}

/* What a product missed on a day was missed in its week and month, in its category and
 * in all. */
static void
spread_lost (HwDemandWork *self)
{
  const HwDemand *day = self->by[HW_BY_DAY];

  for (guint i = 1; i < day->series->len; i++)
    {
      HwDemandSeries *series = g_ptr_array_index (day->series, i);

      for (guint t = 0; series->result.lost_at != NULL && t < series->past->len; t++)
        {
          HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);
          const double lost = series->result.lost_at[t] * hw_demand_lift_past (self->by[HW_BY_DAY]->lift, HW_BY_DAY, series, t);

          if (!(lost > 0.0))
            continue;

          series->result.lost_at[t] = lost;
          point->lost = lost;
          for (HwBy by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
            {
              HwDemand *demand = self->by[by];

              add_lost (demand, g_ptr_array_index (demand->series, 0), point->day, lost);
              if (series->group < demand->categories->len)
                add_lost (demand, g_ptr_array_index (demand->categories, series->group), point->day, lost);
              if (by != HW_BY_DAY)
                add_lost (demand, g_ptr_array_index (demand->series, i), point->day, lost);
            }
        }
    }
}

gboolean
hw_demand_work_forecast (HwDemandWork  *self,
                         const HwTick  *tick,
                         GError       **error)
{
  const HwDemand *day = self->by[HW_BY_DAY];
  g_autoptr (GPtrArray) sums = g_ptr_array_new ();
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  g_autoptr (GPtrArray) weeks = hw_demand_all_series (self->by[HW_BY_WEEK]);
  g_autoptr (GPtrArray) months = hw_demand_all_series (self->by[HW_BY_MONTH]);
  HwTickPart parts[] = { { tick, 0.0, 0.1 }, { tick, 0.1, 0.6 }, { tick, 0.6, 0.7 }, { tick, 0.7, 0.85 }, { tick, 0.85, 1.0 } };
  HwTick ticks[G_N_ELEMENTS (parts)];

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    ticks[i] = (HwTick) HW_TICK_PART (&parts[i]);

  for (guint i = 1; i < day->series->len; i++)
    g_ptr_array_add (products, g_ptr_array_index (day->series, i));

  g_ptr_array_add (sums, g_ptr_array_index (day->series, 0));
  for (guint g = 0; g < day->categories->len; g++)
    g_ptr_array_add (sums, g_ptr_array_index (day->categories, g));

  if (!hw_demand_lift_new (self->by, &self->by[HW_BY_DAY]->lift, &ticks[0], error) ||
      !ask (self, HW_BY_DAY, products, &ticks[1], error))
    return FALSE;

  spread_lost (self);
  hw_demand_lift_add_up (day->lift, day);
  return ask (self, HW_BY_DAY, sums, &ticks[2], error) &&
         ask (self, HW_BY_WEEK, weeks, &ticks[3], error) &&
         ask (self, HW_BY_MONTH, months, &ticks[4], error);
}
