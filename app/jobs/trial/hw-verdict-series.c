/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One series, held against what its own past, the time of year and sales that the change
 * does not touch lead one to expect. */
#include "jobs/trial/hw-verdict-case.h"

#include "engine/trial/hw-counterfactual.h"
#include "engine/trial/hw-local-level.h"
#include "jobs/trial/hw-pilot-past.h"

#include <math.h>

#define WEEK 7
#define DATES_LEAST 12      /* quiet dates that a choice of the owner must leave */

typedef struct
{
  double *y;        /* (owned) from the first week used; logs or the figure's unit */
  double *control;  /* (owned) (nullable) as y */
  HwDay   first;
  gsize   n, start, length;
  gboolean logs;
} Series;

static void
series_clear (Series *self)
{
  g_clear_pointer (&self->y, g_free);
  g_clear_pointer (&self->control, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

/* Weeks that are left out at the beginning: those before the day the owner compares from,
 * where enough stay. */
static guint
find_skipped (const HwVerdictCase *self,
              const GArray        *past,
              guint                first)
{
  const HwDay from = hw_answers_get_day (self->entry->answers, "baseline_from");
  const gsize least = hw_counterfactual_needs (self->verdict->n_weeks, self->lock != NULL && self->lock->control != 0) + DATES_LEAST;
  guint skipped = 0;

  for (guint i = 0; from != HW_DAY_NONE && i < first; i++)
    skipped += g_array_index (past, HwTrendPoint, i).from < from;

  return first >= skipped + least ? skipped : 0;
}

/* Logs where all of it is above 0: the effect is a share then. */
static void
take_values (Series       *self,
             const GArray *past,
             guint         skipped)
{
  self->logs = TRUE;
  for (gsize i = 0; i < self->n; i++)
    {
      const HwTrendPoint *point = &g_array_index (past, HwTrendPoint, skipped + i);

      self->y[i] = point->state == HW_METRIC_OK ? point->value : (double) NAN;
      self->logs = self->logs && !(self->y[i] <= 0.0);
    }

  for (gsize i = 0; self->logs && i < self->n; i++)
    self->y[i] = log (self->y[i]);
}

/* What the change does not touch, in logs, week by week as the series. */
static gboolean
load_control (Series               *self,
              const HwVerdictCase  *of,
              const HwTick         *tick,
              GError              **error)
{
  g_autoptr (HwPilotPast) past = hw_pilot_past_load (of->session, of->verdict->metric, of->lock->product, of->from, of->from, tick, error);
  g_autofree double *sold = NULL;

  if (past == NULL)
    return FALSE;

  sold = g_new (double, past->n + 1);
  hw_pilot_past_control (past, of->lock->control, sold);
  self->control = g_new (double, self->n);
  for (gsize t = 0; t < self->n; t++)
    {
      const HwDay week = (self->first - past->first) / WEEK + (HwDay) t;

      self->control[t] = week >= 0 && week < (HwDay) past->n && sold[week] > 0.0 ? log (sold[week]) : (double) NAN;
    }

  return TRUE;
}

static gboolean
series_load (Series        *self,
             HwVerdictCase *of,
             const GArray  *past,
             guint          first,
             const HwTick  *tick,
             GError       **error)
{
  const guint skipped = find_skipped (of, past, first);

  self->start = first - skipped;
  self->length = of->verdict->n_weeks;
  self->n = self->start + self->length;
  self->first = g_array_index (past, HwTrendPoint, skipped).from;
  self->y = g_new (double, self->n);
  take_values (self, past, skipped);
  if (of->lock == NULL || of->lock->design != HW_DESIGN_CONTROL || of->lock->control == 0)
    return TRUE;

  return load_control (self, of, tick, error);
}

static gboolean
is_known (const Series *self,
          gsize         from,
          gsize         to)
{
  for (gsize i = from; i < to; i++)
    if (!isnan (self->y[i]))
      return TRUE;

  return FALSE;
}

/* Of a week without the change, from what was expected of each. */
static double
find_usual (const Series           *self,
            const HwCounterfactual *r)
{
  double sum = 0.0;
  gsize n = 0;

  for (gsize h = 0; h < self->length; h++)
    if (!isnan (r->expected[h]) && !isnan (self->y[self->start + h]))
      {
        sum += self->logs ? exp (r->expected[h]) : r->expected[h];
        n++;
      }

  return n > 0 ? sum / (double) n : (double) NAN;
}

static void
keep_weeks (HwVerdictCase          *of,
            const Series           *self,
            const GArray           *past,
            const HwCounterfactual *r)
{
  for (guint i = 0; i < past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (past, HwTrendPoint, i);

      if (point->to <= of->verdict->end)
        g_array_append_val (of->verdict->actual, *point);
    }

  for (gsize h = 0; h < self->length; h++)
    if (!isnan (r->expected[h]))
      hw_verdict_add_ahead (of, self->first + (HwDay) (WEEK * (self->start + h)),
                            self->logs ? exp (r->expected[h]) : r->expected[h], r->sd, self->logs);
}

/* The quiet gaps as large as they would be in these weeks. */
static void
keep_quiet (HwVerdictCase          *of,
            const Series           *self,
            const HwCounterfactual *r)
{
  HwVerdict *v = of->verdict;

  v->n_quiet = (guint) r->n_quiet;
  v->n_as_large = (guint) r->n_as_large;
  for (gsize i = 0; i < r->n_quiet; i++)
    {
      const double gap = r->quiet[i] * r->se;
      const double shown = self->logs ? expm1 (gap) * v->usual : gap;

      g_array_append_val (v->gaps, shown);
    }
}

/* The same weeks by a level that walks, with the same waves and control. */
static void
cross_check (HwVerdictCase          *of,
             const Series           *self,
             const HwCounterfactual *r)
{
  const gsize columns = 2 * r->n_waves + (self->control != NULL);
  g_autofree double *x = g_new0 (double, self->n * columns + 1);
  g_autofree double *y = g_memdup2 (self->y, self->n * sizeof (double));
  const HwLocalLevelInput input = { y, columns > 0 ? x : NULL, self->n, columns, self->start };
  HwVerdict *v = of->verdict;
  HwLocalLevel level;

  for (gsize t = 0; t < self->n; t++)
    {
      for (gsize k = 0; k < r->n_waves; k++)
        {
          const double turn = 2.0 * G_PI * (double) ((k + 1) * t) / HW_PILOT_SEASON;

          x[t * columns + 2 * k] = sin (turn);
          x[t * columns + 2 * k + 1] = cos (turn);
        }

      if (self->control != NULL && isnan (self->control[t]))
        y[t] = NAN;
      else if (self->control != NULL)
        x[t * columns + columns - 1] = self->control[t];
    }

  if (!hw_local_level_run (&input, &level))
    return;

  v->cross = self->logs ? expm1 (level.effect) : level.effect / fabs (v->usual);
  v->cross_se = self->logs ? level.se * (1.0 + v->cross) : level.se / fabs (v->usual);
  v->agrees = fabs (level.effect - r->gap) <= MAX (level.se, r->se * r->wider);
}

static gboolean
run_both (const HwVerdictCase *of,
          const Series        *self,
          const HwTick        *tick,
          HwCounterfactual    *at95,
          HwCounterfactual    *at90,
          GError             **error)
{
  HwTickPart half = { tick, 0.0, 0.5 }, rest = { tick, 0.5, 1.0 };
  const HwTick first = HW_TICK_PART (&half), second = HW_TICK_PART (&rest);
  HwCounterfactualInput input = {
    self->y, self->control, self->n, self->control != NULL, self->start, self->length, HW_PILOT_SEASON,
    HW_VERDICT_DRAWS, of->seed, 0.95, 0.8,
  };

  if (!hw_counterfactual_run (&input, &first, at95, error))
    return FALSE;

  input.level = 0.90;
  return hw_counterfactual_run (&input, &second, at90, error);
}

static gboolean
judge (HwVerdictCase  *of,
       const Series   *self,
       const GArray   *past,
       const HwTick   *tick,
       GError        **error)
{
  HwVerdict *v = of->verdict;
  g_auto (HwCounterfactual) at95 = { 0 };
  g_auto (HwCounterfactual) at90 = { 0 };
  HwVerdictTest test;

  if (!is_known (self, self->start, self->n) || (self->start > 0 && !is_known (self, 0, self->start)))
    {
      v->state = HW_JUDGE_NO_FIGURE;
      return TRUE;
    }

  if (!run_both (of, self, tick, &at95, &at90, error))
    return FALSE;

  test = (HwVerdictTest) { self->logs, at95.gap, at95.p, 0.0, at95.low, at95.high, at90.low, at90.high, find_usual (self, &at95) };
  v->n_before = (guint) self->start;
  v->carry = at95.carry;
  if (isnan (test.usual) || test.usual == 0.0)
    {
      v->state = HW_JUDGE_NO_FIGURE;
      return TRUE;
    }

  hw_verdict_take (of, &test);
  keep_weeks (of, self, past, &at95);
  keep_quiet (of, self, &at95);
  cross_check (of, self, &at95);
  return TRUE;
}

gboolean
hw_verdict_series (HwVerdictCase  *of,
                   const HwTick   *tick,
                   GError        **error)
{
  HwVerdict *v = of->verdict;
  HwTickPart half = { tick, 0.0, 0.4 }, rest = { tick, 0.4, 1.0 };
  const HwTick first = HW_TICK_PART (&half), second = HW_TICK_PART (&rest);
  const gint64 product = of->lock != NULL ? of->lock->product
                         : g_ascii_strtoll (hw_answers_get_text (of->entry->answers, "product"), NULL, 10);
  g_autoptr (HwTrend) trend = hw_verdict_load_trend (of, v->metric->id, product, &first, error);
  g_autoptr (GError) local = NULL;
  g_auto (Series) series = { 0 };
  guint at = 0;

  if (trend == NULL)
    return FALSE;
  if (!hw_verdict_find_weeks (of, trend->past, &at))
    return TRUE;

  if (!series_load (&series, of, trend->past, at, tick, error))
    return FALSE;

  judge (of, &series, trend->past, &second, &local);
  return hw_verdict_judged (of, HW_JUDGE_TOO_SHORT, g_steal_pointer (&local), error);
}
