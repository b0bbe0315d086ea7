/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-stl-forecast.h"

#include "engine/forecast/hw-mstl.h"

#include <math.h>

#define NOISE 2.0        /* times the season that pure chance would show is taken off */
#define START 6          /* periods that set the first level */
#define ALPHA_MIN 0.02
#define ALPHA_MAX 0.99
#define STEPS 18         /* of the golden section: alpha to 0.0002 */
#define GOLDEN 0.6180339887498949
#define LOG_MAX 30.0     /* e^30 times the mean is no sale */
#define FAVOUR 1.25      /* plain numbers must follow this much better than logarithms */

/* One pass of simple smoothing along a straight line; NAN moves it on along the line.
 * Returns the sum of squared errors. */
static double
follow (const double *x,
        gsize         n,
        double        alpha,
        double        trend,
        double       *level)
{
  double l = *level, squares = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      const double e = isnan (x[t]) ? 0.0 : x[t] - l;

      squares += e * e;
      l += alpha * e + trend;
    }

  *level = l - trend;
  return squares;
}

static double
try_alpha (const double *x,
           gsize         n,
           double        alpha,
           double        trend,
           double        first)
{
  return follow (x, n, alpha, trend, &first);
}

/* The weight with the least squared errors, by golden section. */
static double
find_alpha (const double *x,
            gsize         n,
            double        trend,
            double        first)
{
  double low = ALPHA_MIN, high = ALPHA_MAX;
  double a = high - GOLDEN * (high - low), b = low + GOLDEN * (high - low);
  double at_a = try_alpha (x, n, a, trend, first), at_b = try_alpha (x, n, b, trend, first);

  for (int i = 0; i < STEPS; i++)
    if (at_a < at_b)
      {
        high = b;
        b = a;
        at_b = at_a;
        a = high - GOLDEN * (high - low);
        at_a = try_alpha (x, n, a, trend, first);
      }
    else
      {
        low = a;
        a = b;
        at_a = at_b;
        b = low + GOLDEN * (high - low);
        at_b = try_alpha (x, n, b, trend, first);
      }

  return 0.5 * (low + high);
}

/* Slope of the straight line through all. */
static double
slope (const double *x,
       gsize         n)
{
  const double middle = 0.5 * (double) (n - 1);
  double across = 0.0, along = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      across += ((double) t - middle) * x[t];
      along += ((double) t - middle) * ((double) t - middle);
    }

  return along > 0.0 ? across / along : 0.0;
}

/* How much of a season is more than chance would show in so many of them. */
static double
keep (const double *season,
      const double *rest,
      gsize         n,
      int           period)
{
  double shown = 0.0, noise = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      shown += season[t] * season[t];
      noise += rest[t] * rest[t];
    }
  noise *= NOISE * (double) period / (double) n;

  return shown > noise ? (shown - noise) / shown : 0.0;
}

/* Takes the seasons out of @x and keeps the latest of each, made smaller where they
 * may be chance. */
static void
take_seasons (HwStlForecast *fit,
              double        *x,
              gsize          n)
{
  g_auto (HwMstl) parts = { 0 };
  g_autofree double *rest = g_new (double, n);

  hw_mstl_fit (x, n, fit->seasons, fit->n_seasons, 0, &parts);
  for (gsize t = 0; t < n; t++)
    rest[t] = x[t] - parts.trend[t] - parts.seasons[t];

  fit->n_seasons = parts.n_periods;
  for (int k = 0; k < parts.n_periods; k++)
    {
      const gsize m = (gsize) parts.periods[k];
      const double kept = keep (parts.season[k], rest, n, parts.periods[k]);

      fit->seasons[k] = parts.periods[k];
      fit->figures[k] = g_new (double, m);
      for (gsize t = 0; t < n; t++)
        x[t] -= kept * parts.season[k][t];
      for (gsize t = n - m; t < n; t++)
        fit->figures[k][t % m] = kept * parts.season[k][t];
    }
}

static inline double
season_at (const HwStlForecast *fit,
           gsize                t)
{
  double sum = 0.0;

  for (int k = 0; k < fit->n_seasons; k++)
    sum += fit->figures[k][t % (gsize) fit->seasons[k]];

  return sum;
}

/* Sum of squares of the one-step errors in units: a logarithm's error is a share of its mean. */
static double
error_in_units (const HwStlForecast *fit,
                const double        *x,
                const double        *y,
                gsize                n,
                double               first)
{
  double level = first, squares = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      const double e = isnan (x[t]) ? 0.0 : x[t] - level;
      const double miss = fit->times ? y[t] * (1.0 - exp (CLAMP (-e, -LOG_MAX, LOG_MAX))) : e;

      squares += miss * miss;
      level += fit->alpha * e + fit->trend;
    }

  return squares;
}

/**
 * hw_stl_forecast_fit:
 * @y: (array length=n): a complete series, finite; above 0 with @times
 * @filled: (array length=n) (nullable): 1 where @y is a stand-in: it shapes the season,
 *   but neither level nor errors
 * @n: number of periods
 * @seasons: (array length=n_seasons): the shortest first; those that do not fit in
 *   more than twice are left out
 * @n_seasons: 1 or 2
 * @times: seasons are factors: works in logarithms
 *
 * Takes the seasons out by hw_mstl_fit(); of each as much as chance would show is
 * left in, by the ratio of its squares to those of the rest. What is left is followed
 * by simple smoothing with half the slope of its straight line, which is the Theta
 * method; the seasons go on as they were last.
 *
 * Cost: one decomposition and about 20 passes over the series.
 *
 * Source: Cleveland et al. (1990), J. Official Statistics 6(1); Assimakopoulos and
 * Nikolopoulos (2000), Int. J. Forecasting 16(4); shrinking as in Miller and Williams
 * (2003), Int. J. Forecasting 19(4).
 * Checked against: series with known parts, tests/engine/test-hw-stl-forecast.c.
 *
 * Returns: (transfer full): the fit
 */
HwStlForecast *
hw_stl_forecast_fit (const double *y,
                     const guint8 *filled,
                     gsize         n,
                     const int    *seasons,
                     int           n_seasons,
                     gboolean      times)
{
  g_autofree double *x = g_new (double, n);
  HwStlForecast *fit = g_new0 (HwStlForecast, 1);
  const gsize start = MIN (n, START);
  double first = 0.0, squares, seen = 0.0;

  fit->times = times;
  fit->n = n;
  fit->n_seasons = MIN (n_seasons, HW_STL_SEASONS);
  for (int k = 0; k < fit->n_seasons; k++)
    fit->seasons[k] = seasons[k];
  for (gsize t = 0; t < n; t++)
    x[t] = times ? log (y[t]) : y[t];

  take_seasons (fit, x, n);
  fit->trend = 0.5 * slope (x, n);
  for (gsize t = 0; t < start; t++)
    first += (x[t] - fit->trend * (double) t) / (double) start;

  for (gsize t = 0; t < n; t++)
    {
      x[t] = filled != NULL && filled[t] ? (double) NAN : x[t];
      seen += isnan (x[t]) ? 0.0 : 1.0;
    }

  fit->alpha = find_alpha (x, n, fit->trend, first);
  fit->level = first;
  squares = follow (x, n, fit->alpha, fit->trend, &fit->level);
  fit->sigma = sqrt (squares / MAX (seen, 1.0));
  fit->error = error_in_units (fit, x, y, n, first) / MAX (seen, 1.0);

  return fit;
}

/**
 * hw_stl_forecast_free:
 * @fit: its memory is given back
 */
void
hw_stl_forecast_free (HwStlForecast *fit)
{
  for (int k = 0; k < HW_STL_SEASONS; k++)
    g_free (fit->figures[k]);
  g_free (fit);
}

/**
 * hw_stl_forecast_move:
 * @fit: a fit
 * @y: the whole series; above 0 where the fit is in logarithms, else the period is skipped
 * @from: first index to take in: the number of periods seen so far
 * @to: one after the last
 *
 * Moves the level on; seasons and slope stay.
 */
void
hw_stl_forecast_move (HwStlForecast *fit,
                      const double  *y,
                      gsize          from,
                      gsize          to)
{
  for (gsize t = from; t < to; t++)
    {
      const gboolean seen = fit->times ? y[t] > 0.0 : TRUE;
      const double mean = fit->level + fit->trend;

      fit->level = mean;
      if (seen)
        fit->level += fit->alpha * ((fit->times ? log (y[t]) : y[t]) - season_at (fit, t) - mean);
    }

  fit->n = to;
}

/**
 * hw_stl_forecast_mean:
 * @fit: a fit
 * @horizon: periods ahead
 * @mean: (array length=horizon) (out): [units]
 */
void
hw_stl_forecast_mean (const HwStlForecast *fit,
                      gsize                horizon,
                      double              *mean)
{
  for (gsize h = 0; h < horizon; h++)
    {
      mean[h] = fit->level + fit->trend * (double) (h + 1) + season_at (fit, fit->n + h);
      if (fit->times)
        mean[h] = exp (MIN (mean[h], LOG_MAX));
    }
}

/**
 * hw_stl_forecast_spread:
 * @fit: a fit
 * @horizon: periods ahead
 * @sd: (array length=horizon) (out): standard deviation of the error of each [units]
 *
 * That of simple smoothing: sigma sqrt (1 + (h - 1) alpha^2); in logarithms that of
 * the log-normal around the mean.
 */
void
hw_stl_forecast_spread (const HwStlForecast *fit,
                        gsize                horizon,
                        double              *sd)
{
  if (fit->times)
    hw_stl_forecast_mean (fit, horizon, sd);

  for (gsize h = 0; h < horizon; h++)
    {
      const double variance = fit->sigma * fit->sigma * (1.0 + (double) h * fit->alpha * fit->alpha);

      sd[h] = fit->times ? sd[h] * sqrt (expm1 (MIN (variance, 1.0))) : sqrt (variance);
    }
}

static gboolean
suits (const HwSeriesView *series)
{
  return series->season >= 4 && series->n >= 2 * (gsize) series->season + 2;
}

static HwStlForecast *
fit_kind (const HwSeriesView *series,
          gboolean            times)
{
  const int seasons[] = { series->season, series->long_season };
  const int n_seasons = series->long_season > series->season ? 2 : 1;

  return hw_stl_forecast_fit (series->y, series->filled, series->n, seasons, n_seasons, times);
}

static gpointer
fit_series (const HwSeriesView *series)
{
  g_autoptr (HwStlForecast) plain = fit_kind (series, FALSE);
  g_autoptr (HwStlForecast) times = series->positive ? fit_kind (series, TRUE) : NULL;
  const gboolean better = times != NULL && times->error < FAVOUR * plain->error;

  return better ? g_steal_pointer (&times) : g_steal_pointer (&plain);
}

static void
free_fit (gpointer fit)
{
  hw_stl_forecast_free (fit);
}

static void
move_fit (gpointer      fit,
          const double *y,
          gsize         from,
          gsize         to)
{
  hw_stl_forecast_move (fit, y, from, to);
}

static void
mean_of (gconstpointer fit,
         gsize         horizon,
         double       *mean)
{
  hw_stl_forecast_mean (fit, horizon, mean);
}

static void
spread_of (gconstpointer fit,
           gsize         horizon,
           double       *sd)
{
  hw_stl_forecast_spread (fit, horizon, sd);
}

const HwFamily hw_family_stl = {
  .id = "stl",
  .suits = suits,
  .fit = fit_series,
  .free = free_fit,
  .move = move_fit,
  .mean = mean_of,
  .spread = spread_of,
};
