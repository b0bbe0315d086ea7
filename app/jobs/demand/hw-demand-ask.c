/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine is asked about every series: what it saw, and what is known about each
 * period: how much of it was open, and what went on. */
#include "jobs/demand/hw-demand-work.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-naive.h"
#include "jobs/demand/hw-demand-engine.h"
#include "jobs/demand/hw-demand-missed.h"

#include <math.h>

#define SHARE_LEAST 0.3      /* a period of which less was open says too little */

/* One question: the series as the engine sees it. */
typedef struct
{
  double *y;         /* length n */
  guint8 *sold_out;  /* length n */
  double *lift;      /* length n + horizon */
} Question;

/* More brought back than sold is no demand, but it is no negative demand either. What
 * products missed while sold out is demand of their categories and of all. */
static double
demand_at (const HwDemandSeries *series,
           const HwDemandPoint  *point)
{
  return MAX (point->units, 0.0) + (point->state == HW_PAST_SOLD_OUT ? 0.0 : point->lost);
}

/* Of a period ahead: how much of it will be open, and what will go on. */
static double
lift_ahead (const HwDemandWork   *self,
            HwBy                  by,
            const HwDemandSeries *series,
            gsize                 h)
{
  HwDemand *day = self->by[HW_BY_DAY];
  const HwDay start = self->by[by]->ahead_day[h], end = hw_by_add (by, start, 1);
  const gsize to = hw_demand_step_on_or_after (day, end);
  double sum = 0.0, n = 0.0;

  if (by == HW_BY_DAY)
    return day->closed_ahead[h] ? 0.0 : hw_demand_lift_ahead (day->lift, series, h);

  /* Further ahead than days are told, a period is a usual one. */
  if (!hw_demand_is_told_by_day (day, end))
    return 1.0;

  for (gsize t = hw_demand_step_on_or_after (day, start); t < to; t++)
    if (!day->closed_ahead[t])
      {
        sum += hw_demand_lift_ahead (day->lift, series, t);
        n += 1.0;
      }

  return n > 0.0 ? sum / n * hw_demand_work_share_ahead (self, by, start) : 0.0;
}

static void
fill_question (const HwDemandWork   *self,
               HwBy                  by,
               const HwDemandSeries *series,
               Question             *question)
{
  const gsize n = series->past->len;

  for (gsize t = 0; t < n; t++)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);
      const double share = by == HW_BY_DAY ? 1.0 : hw_demand_work_share_past (self, by, point->day);
      const double lift = share * hw_demand_lift_past (self->by[HW_BY_DAY]->lift, by, series, t);
      const gboolean seen = point->state != HW_PAST_CLOSED && share >= SHARE_LEAST && lift > 0.0;

      question->sold_out[t] = point->state == HW_PAST_SOLD_OUT;
      question->lift[t] = seen ? lift : 1.0;
      question->y[t] = seen ? demand_at (series, point) : NAN;
    }

  for (gsize h = 0; h < self->by[by]->horizon; h++)
    question->lift[n + h] = lift_ahead (self, by, series, h);
}

static void
free_questions (Question *questions,
                guint     n)
{
  for (guint i = 0; i < n; i++)
    {
      g_free (questions[i].y);
      g_free (questions[i].sold_out);
      g_free (questions[i].lift);
    }

  g_free (questions);
}

/* The simple rule, of the same question. */
static void
take_simple (const HwDemand *demand,
             HwDemandSeries *series,
             const Question *question)
{
  const gsize n = series->past->len;
  g_autofree double *plain = g_new (double, n + 1);

  series->simple = g_new0 (double, demand->horizon + 1);
  if (n == 0)
    return;

  for (gsize t = 0; t < n; t++)
    plain[t] = question->y[t] / question->lift[t];

  hw_naive_mean (plain, n, demand->season, demand->horizon, series->simple);
  for (gsize h = 0; h < demand->horizon; h++)
    series->simple[h] *= question->lift[n + h];
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

/* Nothing known is no lift at all. */
static gboolean
is_plain (const Question *question,
          gsize           n)
{
  for (gsize t = 0; t < n; t++)
    if (question->lift[t] != 1.0)
      return FALSE;

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
      const gsize n = series->past->len;
      Question *q = &questions[i];

      q->y = g_new (double, n + 1);
      q->sold_out = g_new0 (guint8, n + 1);
      q->lift = g_new (double, n + demand->horizon + 1);
      fill_question (self, by, series, q);
      inputs[i] = hw_demand_input (by, demand->season, q->y, q->sold_out,
                                   is_plain (q, n + demand->horizon) ? NULL : q->lift, n);
      inputs[i].group = series->product_id == 0; /* sums are of another kind than products */
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
          const double lost = series->result.lost_at[t];

          if (!(lost > 0.0))
            continue;

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

  hw_demand_missed_find (self->by[HW_BY_DAY]);
  spread_lost (self);
  hw_demand_lift_add_up (day->lift, day);
  return ask (self, HW_BY_DAY, sums, &ticks[2], error) &&
         ask (self, HW_BY_WEEK, weeks, &ticks[3], error) &&
         ask (self, HW_BY_MONTH, months, &ticks[4], error);
}
