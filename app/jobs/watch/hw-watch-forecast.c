/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/watch/hw-watch-forecast.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-forecast.h"
#include "engine/forecast/hw-kept.h"
#include "jobs/figures/hw-trend-job.h"

#include <math.h>
#include <string.h>

#define QUARTER 13
#define LEARN_LEAST 26   /* weeks that the forecast is made from */
#define STABLE_MOST 52   /* weeks before the watch */
#define STABLE_LEAST 20
#define YEAR_WEEKS 52
#define BEFORE_WEEKS 8   /* that a move is told from */
#define SEASON_SHARE 0.5
#define SEED 20250101

typedef struct
{
  double *y;      /* (owned) */
  gsize   n;
  HwDay   monday; /* of the first */
} Weeks;

static void
weeks_clear (Weeks *self)
{
  g_free (self->y);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Weeks, weeks_clear)

static HwDay
find_monday (HwDay day)
{
  return day - hw_day_weekday (day);
}

static gboolean
load_weeks (HwSession     *session,
            const HwTick  *tick,
            Weeks         *weeks,
            GError       **error)
{
  const HwTrendRequest request = {
    .metrics = { "revenue" }, .step = HW_TREND_WEEK, .starts = find_monday (hw_session_get_today (session)),
  };
  g_autoptr (GPtrArray) trends = hw_trend_job.run (session, &request, tick, error);
  const GArray *past;

  if (trends == NULL)
    return FALSE;

  past = ((const HwTrend *) g_ptr_array_index (trends, 0))->past;
  weeks->n = past->len;
  weeks->y = g_new (double, past->len + 1);
  for (guint i = 0; i < past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (past, HwTrendPoint, i);

      weeks->y[i] = point->state == HW_METRIC_OK && point->value > 0.0 ? point->value : NAN;
      if (i == 0)
        weeks->monday = point->from;
    }

  return TRUE;
}

/* The first week watched: where the quarter before the one of the last week begins, on a
 * calendar of 13 weeks that is the same for everybody. */
static gsize
find_from (const Weeks *weeks)
{
  const int first = weeks->monday / 7;
  const int last = first + (int) weeks->n - 1;
  const int quarter = (last / QUARTER - 1) * QUARTER;

  return (gsize) MAX (quarter - first, 0);
}

static gboolean
make (const double     *y,
      gsize             n,
      gsize             horizon,
      HwForecastResult *result)
{
  const HwForecastInput input = {
    .y = y, .n = n, .season = n >= 2 * YEAR_WEEKS ? YEAR_WEEKS : 1, .non_negative = TRUE,
  };

  return hw_forecast_run (&input, horizon, result, NULL);
}

static void
note (HwWatchForecast        *self,
      gsize                   i,
      double                  before,
      const HwForecastResult *ahead,
      double                  down,
      double                  up)
{
  const double sold = self->sold[i], mean = ahead->mean[0];

  self->expected[i] = mean;
  self->low[i] = MAX (mean - down, 0.0);
  self->high[i] = mean + up;
  self->before[i] = before;
  self->error[i] = mean - sold;
  self->simple[i] = before - sold;
  self->promise[i] = isnan (sold) ? NAN : sold >= mean - down && sold <= mean + up;
}

/* Made once and moved on; FALSE where it cannot be: too plain a series. */
static gboolean
follow (const Weeks     *weeks,
        gsize            learned,
        HwWatchForecast *self)
{
  const HwForecastInput input = {
    .y = weeks->y, .n = learned, .season = learned >= 2 * YEAR_WEEKS ? YEAR_WEEKS : 1, .non_negative = TRUE,
  };
  g_auto (HwForecastResult) base = { 0 };
  g_autoptr (HwKept) kept = NULL;
  double down, up;

  if (!hw_forecast_run (&input, self->n + 1, &base, NULL))
    return FALSE;

  kept = hw_kept_new (&input, &base);
  if (kept == NULL)
    return FALSE;

  down = base.mean[0] - base.lo80[0];
  up = base.hi80[0] - base.mean[0];
  for (gsize i = 0; i < self->n; i++)
    {
      g_auto (HwForecastResult) ahead = { 0 };

      if (!hw_kept_answer (kept, &ahead))
        return FALSE;
      note (self, i, weeks->y[learned + i - 1], &ahead, down, up);
      hw_kept_add (kept, &weeks->y[learned + i], NULL, 1);
    }

  return TRUE;
}

/* Made anew each week. */
static gboolean
repeat (const Weeks     *weeks,
        gsize            learned,
        const HwTick    *tick,
        HwWatchForecast *self,
        GError         **error)
{
  for (gsize i = 0; i < self->n; i++)
    {
      g_auto (HwForecastResult) ahead = { 0 };

      if (!hw_tick (tick, (double) i / (double) self->n))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return FALSE;
        }

      if (make (weeks->y, learned + i, 1, &ahead))
        note (self, i, weeks->y[learned + i - 1], &ahead, ahead.mean[0] - ahead.lo80[0], ahead.hi80[0] - ahead.mean[0]);
      else
        self->expected[i] = self->low[i] = self->high[i] = self->before[i] = self->error[i] = self->simple[i] = self->promise[i] = NAN;
    }

  return TRUE;
}

gboolean
hw_watch_forecast_load (HwSession        *session,
                        const HwTick     *tick,
                        HwWatchForecast  *self,
                        GError          **error)
{
  g_auto (Weeks) weeks = { 0 };
  gsize from, learned;

  memset (self, 0, sizeof *self);
  if (!load_weeks (session, tick, &weeks, error))
    return FALSE;

  self->last = weeks.monday + 7 * (HwDay) weeks.n - 1;
  from = find_from (&weeks);
  if (from < LEARN_LEAST + STABLE_LEAST)
    from = MIN (weeks.n, LEARN_LEAST + STABLE_LEAST);
  if (weeks.n <= from)
    {
      self->missing = (guint) (LEARN_LEAST + STABLE_LEAST + 1 - weeks.n);
      return TRUE;
    }

  learned = MAX (LEARN_LEAST, from - MIN (from, STABLE_MOST));
  self->all = g_memdup2 (weeks.y, weeks.n * sizeof (double));
  self->learned = learned;
  self->n = weeks.n - learned;
  self->from = from - learned;
  self->monday = weeks.monday + 7 * (HwDay) learned;
  self->sold = g_memdup2 (weeks.y + learned, self->n * sizeof (double));
  self->expected = g_new (double, self->n);
  self->low = g_new (double, self->n);
  self->high = g_new (double, self->n);
  self->before = g_new (double, self->n);
  self->error = g_new (double, self->n);
  self->simple = g_new (double, self->n);
  self->promise = g_new (double, self->n);
  if (!follow (&weeks, learned, self) && !repeat (&weeks, learned, tick, self, error))
    return FALSE;

  hw_monitors_run (&(HwMonitorsInput) { self->error, self->simple, self->promise, self->n, self->from, SEED }, &self->found);
  return TRUE;
}

void
hw_watch_forecast_clear (HwWatchForecast *self)
{
  g_free (self->all);
  g_free (self->sold);
  g_free (self->expected);
  g_free (self->low);
  g_free (self->high);
  g_free (self->before);
  g_free (self->error);
  g_free (self->simple);
  g_free (self->promise);
  hw_monitors_clear (&self->found);
}

static double
mean_of (const double *y,
         gsize         from,
         gsize         to)
{
  double sum = 0.0;
  gsize n = 0;

  for (gsize i = from; i < to; i++)
    if (!isnan (y[i]))
      {
        sum += y[i];
        n++;
      }

  return n > 0 ? sum / (double) n : NAN;
}

/* How far weeks from..to lie above those before them. */
static double
find_move (const double *y,
           gsize         from,
           gsize         to)
{
  return mean_of (y, from, to) / mean_of (y, from - BEFORE_WEEKS, from) - 1.0;
}

gboolean
hw_watch_forecast_is_season (const HwWatchForecast *self,
                             gsize                  since)
{
  const gsize from = self->learned + since, to = self->learned + self->n;
  double now, then;

  if (from < YEAR_WEEKS + BEFORE_WEEKS)
    return FALSE;

  now = find_move (self->all, from, to);
  then = find_move (self->all, from - YEAR_WEEKS, to - YEAR_WEEKS);
  return now > 0.0 ? then >= SEASON_SHARE * now : then <= SEASON_SHARE * now;
}

HwDay
hw_watch_forecast_day (const HwWatchForecast *self,
                       gsize                  i)
{
  return self->monday + 7 * (HwDay) i;
}
