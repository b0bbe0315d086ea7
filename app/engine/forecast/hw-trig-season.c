/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-trig-season.h"

#include "engine/forecast/hw-damped.h"
#include "engine/forecast/hw-lag-ridge.h"
#include "engine/forecast/hw-year-shape.h"

#include <math.h>

#define SEASON_MAX 7
#define FADE 0.8           /* weight of a year's weekdays beside those of the year after it */
#define LOG_MARGIN 1.0     /* forecasts stay within e times what was seen */
#define RECENT_WEEKS 260   /* that the rest is regressed on */
#define RECENT_DAYS 400
#define DAYS_A_YEAR 365.25

struct _HwTrigSeason
{
  gboolean    logs;
  double      smallest;             /* stands for what has no logarithm */
  double      low, high;            /* where forecasts of z stay */
  gsize       season;               /* 1: no weekdays */
  double      weekday[SEASON_MAX];
  HwYearShape year;
  double      centre;               /* of what is left */
  HwDamped    damped;               /* where there are no lags */
  HwLagRidge *lags;                 /* (nullable) */
  gsize       seen;                 /* periods so far */
};

static double
taken (const HwTrigSeason *fit,
       double              y)
{
  return fit->logs ? log (MAX (y, fit->smallest)) : y;
}

static double
season_at (const HwTrigSeason *fit,
           gsize               t)
{
  return fit->weekday[t % fit->season] + hw_year_shape_at (&fit->year, t);
}

/* Mean distance of each weekday from the week about it, younger weeks weighing more. */
static void
find_weekdays (HwTrigSeason *fit,
               const double *z,
               gsize         n,
               double        year)
{
  const gsize half = SEASON_MAX / 2;
  const double fade = pow (FADE, 1.0 / year);
  double sum[SEASON_MAX] = { 0 }, weights[SEASON_MAX] = { 0 }, week = 0.0, weight = 1.0;

  for (gsize t = n - SEASON_MAX; t < n; t++)
    week += z[t];

  for (gsize t = n - 1 - half; t >= half; t--)
    {
      sum[t % SEASON_MAX] += weight * (z[t] - week / SEASON_MAX);
      weights[t % SEASON_MAX] += weight;
      weight *= fade;
      if (t > half)
        week += z[t - half - 1] - z[t + half];
    }

  for (gsize k = 0; k < SEASON_MAX; k++)
    fit->weekday[k] = sum[k] / weights[k];
}

static void
set_bounds (HwTrigSeason *fit,
            const double *z,
            gsize         n)
{
  fit->low = fit->high = z[0];
  for (gsize t = 1; t < n; t++)
    {
      fit->low = MIN (fit->low, z[t]);
      fit->high = MAX (fit->high, z[t]);
    }

  const double margin = fit->logs ? LOG_MARGIN : fit->high - fit->low;
  const gboolean sales = !fit->logs && fit->low >= 0.0;

  fit->low = sales ? MAX (fit->low - margin, 0.0) : fit->low - margin;
  fit->high += margin;
}

static gboolean
fit_rest (HwTrigSeason    *fit,
          double          *z,
          gsize            n,
          HwTrigSeasonRest rest)
{
  for (gsize t = 0; t < n; t++)
    z[t] -= fit->centre;

  if (rest == HW_TRIG_SEASON_DAMPED)
    {
      hw_damped_fit (&fit->damped, z, n);
      return TRUE;
    }

  const gsize recent = MIN (n, fit->season > 1 ? RECENT_DAYS : RECENT_WEEKS);

  fit->lags = hw_lag_ridge_new (z + n - recent, recent, (int) fit->season, 0,
                                fit->season > 1 ? HW_LAG_RIDGE_LEVEL : HW_LAG_RIDGE_CHANGE);
  return fit->lags != NULL;
}

/**
 * hw_trig_season_new:
 * @y: (array length=n): complete and finite, oldest first
 * @n: length of @y, at least two years
 * @season: 7 where periods are days, otherwise 1
 * @year: periods in a year, above 2
 * @rest: how what is left goes on
 *
 * Weekdays as mean distances from the week about them, the year as waves held back as
 * years left out ask for, the rest smoothed with a damped trend or regressed on its
 * own past (of days the values, of weeks the changes); all in logarithms where
 * every y is above 0. The seasons stay as found; the rest goes on with each period.
 *
 * Cost: at most n * 3000 multiplications.
 *
 * Source: trigonometric seasons as in De Livera, Hyndman and Snyder (2011), JASA 106,
 * here held fixed and penalised instead of evolving.
 * Checked against: series made of known waves, in tests/engine/test-hw-trig-season.c.
 *
 * Returns: (transfer full) (nullable): %NULL where @y is shorter than two years
 */
HwTrigSeason *
hw_trig_season_new (const double    *y,
                    gsize            n,
                    int              season,
                    double           year,
                    HwTrigSeasonRest rest)
{
  g_return_val_if_fail (season == 1 || season == SEASON_MAX, NULL);
  g_return_val_if_fail (year > 2.0, NULL);

  if ((double) n < floor (2.0 * year) || n < 2 * SEASON_MAX)
    return NULL;

  g_autoptr (HwTrigSeason) fit = g_new0 (HwTrigSeason, 1);
  g_autofree double *z = g_new (double, n);

  fit->season = (gsize) season;
  fit->seen = n;
  fit->smallest = y[0];
  for (gsize t = 1; t < n; t++)
    fit->smallest = MIN (fit->smallest, y[t]);
  fit->logs = fit->smallest > 0.0;

  for (gsize t = 0; t < n; t++)
    z[t] = taken (fit, y[t]);
  set_bounds (fit, z, n);

  if (season > 1)
    find_weekdays (fit, z, n, year);
  for (gsize t = 0; t < n; t++)
    z[t] -= fit->weekday[t % fit->season];

  hw_year_shape_fit (&fit->year, z, n, year);
  for (gsize t = 0; t < n; t++)
    {
      z[t] -= hw_year_shape_at (&fit->year, t);
      fit->centre += z[t] / (double) n;
    }

  return fit_rest (fit, z, n, rest) ? g_steal_pointer (&fit) : NULL;
}

/**
 * hw_trig_season_free:
 * @fit: (transfer full): a fit
 */
void
hw_trig_season_free (HwTrigSeason *fit)
{
  g_clear_pointer (&fit->lags, hw_lag_ridge_free);
  g_free (fit);
}

/**
 * hw_trig_season_move:
 * @fit: a fit
 * @y: (array length=n): the periods after those already seen
 * @n: how many
 *
 * Takes periods into what is left; seasons and parameters stay.
 */
void
hw_trig_season_move (HwTrigSeason *fit,
                     const double *y,
                     gsize         n)
{
  for (gsize t = 0; t < n; t++, fit->seen++)
    {
      const double rest = taken (fit, y[t]) - season_at (fit, fit->seen) - fit->centre;

      if (fit->lags != NULL)
        hw_lag_ridge_move (fit->lags, &rest, 1);
      else
        hw_damped_step (&fit->damped, rest);
    }
}

/**
 * hw_trig_season_mean:
 * @fit: a fit
 * @horizon: periods ahead
 * @mean: (out caller-allocates) (array length=horizon): what is expected, in units of y
 */
void
hw_trig_season_mean (const HwTrigSeason *fit,
                     gsize               horizon,
                     double             *mean)
{
  if (fit->lags != NULL)
    hw_lag_ridge_mean (fit->lags, horizon, mean);
  else
    hw_damped_mean (&fit->damped, horizon, mean);

  for (gsize h = 0; h < horizon; h++)
    {
      const double all = fit->centre + mean[h] + season_at (fit, fit->seen + h);
      const double z = CLAMP (all, fit->low, fit->high);

      mean[h] = fit->logs ? exp (z) : z;
    }
}

/**
 * hw_trig_season_spread:
 * @fit: a fit
 * @horizon: periods ahead
 * @sd: (out caller-allocates) (array length=horizon): standard deviation of the error
 *
 * That of what is left; in logarithms as the spread of a lognormal.
 */
void
hw_trig_season_spread (const HwTrigSeason *fit,
                       gsize               horizon,
                       double             *sd)
{
  g_autofree double *mean = g_new (double, horizon);

  hw_trig_season_mean (fit, horizon, mean);
  if (fit->lags != NULL)
    hw_lag_ridge_spread (fit->lags, horizon, sd);
  else
    hw_damped_spread (&fit->damped, horizon, sd);

  for (gsize h = 0; h < horizon && fit->logs; h++)
    sd[h] = mean[h] * sqrt (expm1 (MIN (sd[h] * sd[h], 1.0)));
}

static double
year_of (const HwSeriesView *series)
{
  return series->season == 52 ? DAYS_A_YEAR / 7.0 : DAYS_A_YEAR;
}

static gboolean
suits (const HwSeriesView *series)
{
  return (series->season == 52 || series->season == 7)
         && (double) series->n >= floor (2.0 * year_of (series));
}

static gpointer
fit_damped (const HwSeriesView *series)
{
  return hw_trig_season_new (series->y, series->n, series->season == 7 ? 7 : 1, year_of (series),
                             HW_TRIG_SEASON_DAMPED);
}

static gpointer
fit_lags (const HwSeriesView *series)
{
  return hw_trig_season_new (series->y, series->n, series->season == 7 ? 7 : 1, year_of (series),
                             HW_TRIG_SEASON_LAGS);
}

static void
drop (gpointer fit)
{
  hw_trig_season_free (fit);
}

static void
move (gpointer      fit,
      const double *y,
      gsize         from,
      gsize         to)
{
  hw_trig_season_move (fit, y + from, to - from);
}

static void
mean_of (gconstpointer fit,
         gsize         horizon,
         double       *mean)
{
  hw_trig_season_mean (fit, horizon, mean);
}

static void
spread_of (gconstpointer fit,
           gsize         horizon,
           double       *sd)
{
  hw_trig_season_spread (fit, horizon, sd);
}

const HwFamily hw_family_trig_season = {
  .id = "trig-season", .suits = suits, .fit = fit_damped, .free = drop,
  .move = move, .mean = mean_of, .spread = spread_of,
};

const HwFamily hw_family_trig_lags = {
  .id = "trig-lags", .suits = suits, .fit = fit_lags, .free = drop,
  .move = move, .mean = mean_of, .spread = spread_of,
};
