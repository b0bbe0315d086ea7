/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-differences.h"

#include <math.h>
#include <string.h>

#define KPSS_5_PERCENT 0.463  /* Kwiatkowski et al. (1992), table 1, level */
#define STRONG_SEASON  0.64   /* Hyndman's ndiffs threshold for a seasonal unit root */
#define SUBSERIES_SPAN 11     /* years that shape one season's value */
#define PASSES         2

/**
 * hw_kpss:
 * @y: (array length=n): a complete series
 * @n: its length
 *
 * Source: Kwiatkowski, Phillips, Schmidt and Shin (1992), Journal of
 * Econometrics 54; Bartlett weights over 3 sqrt(n) / 13 lags.
 * Checked against: R's urca::ur.kpss by way of forecast::ndiffs.
 *
 * Returns: the statistic for a standstill around a level: large where the
 * series wanders; 0 for a constant
 */
double
hw_kpss (const double *y,
         gsize         n)
{
  const gsize lags = (gsize) (3.0 * sqrt ((double) n) / 13.0);
  double mean = 0.0, walk = 0.0, walks = 0.0, variance = 0.0;

  for (gsize t = 0; t < n; t++)
    mean += y[t] / (double) n;

  for (gsize t = 0; t < n; t++)
    {
      walk += y[t] - mean;
      walks += walk * walk;
      variance += (y[t] - mean) * (y[t] - mean);
    }

  for (gsize lag = 1; lag <= lags && lag < n; lag++)
    {
      double together = 0.0;

      for (gsize t = lag; t < n; t++)
        together += (y[t] - mean) * (y[t - lag] - mean);

      variance += 2.0 * together * (1.0 - (double) lag / ((double) lags + 1.0));
    }

  return variance > 0.0 ? walks / (double) n / variance : 0.0;
}

static gboolean
is_constant (const double *y,
             gsize         n)
{
  double low = INFINITY, high = -INFINITY;

  for (gsize t = 0; t < n; t++)
    {
      low = MIN (low, y[t]);
      high = MAX (high, y[t]);
    }

  return n == 0 || high - low <= 1e-10 * MAX (fabs (low), fabs (high));
}

/**
 * hw_differences:
 * @y: (array length=n): a complete series
 * @n: its length
 * @most: 0 to 2
 *
 * Differences while the KPSS test at 5 % rejects that the series stands still.
 *
 * Source: Hyndman and Khandakar (2008), Journal of Statistical Software 27(3).
 * Checked against: R's forecast::ndiffs.
 *
 * Returns: 0 to @most
 */
int
hw_differences (const double *y,
                gsize         n,
                int           most)
{
  g_autofree double *w = g_memdup2 (y, n * sizeof *y);
  int d = 0;

  while (d < most && n > 3 && !is_constant (w, n) && hw_kpss (w, n) > KPSS_5_PERCENT)
    {
      n--;
      for (gsize t = 0; t < n; t++)
        w[t] = w[t + 1] - w[t];
      d++;
    }

  return d;
}

/* Centred mean over one season; the ends keep the nearest full one's slope out. */
static void
smooth_trend (const double *y,
              gsize         n,
              gsize         season,
              double       *trend)
{
  const gsize half = season / 2;

  for (gsize t = half; t + half < n; t++)
    {
      double sum = 0.0;

      for (gsize i = t - half; i <= t + half; i++)
        sum += y[i];

      if (season % 2 == 0)
        sum -= 0.5 * (y[t - half] + y[t + half]);

      trend[t] = sum / (double) season;
    }

  for (gsize t = 0; t < half; t++)
    {
      trend[t] = trend[half];
      trend[n - 1 - t] = trend[n - 1 - half];
    }
}

/* Local straight lines through the values of one season's period, year by year. */
static void
smooth_subseries (const double *y,
                  gsize         n,
                  gsize         season,
                  gsize         first,
                  double       *shape)
{
  const gsize years = (n - first + season - 1) / season;

  for (gsize at = 0; at < years; at++)
    {
      const gsize from = MIN (at > SUBSERIES_SPAN / 2 ? at - SUBSERIES_SPAN / 2 : 0,
                              years > SUBSERIES_SPAN ? years - SUBSERIES_SPAN : 0);
      const gsize to = MIN (years, from + SUBSERIES_SPAN);
      double reach = (double) MAX (at - from, to - 1 - at);
      double w = 0.0, wx = 0.0, wxx = 0.0, wy = 0.0, wxy = 0.0, spread;

      if (years < SUBSERIES_SPAN)
        reach += (double) ((SUBSERIES_SPAN - years) / 2);

      for (gsize i = from; i < to; i++)
        {
          const double x = (double) i - (double) at;
          const double far = MIN (fabs (x) / MAX (reach, 1.0), 1.0);
          const double cube = 1.0 - far * far * far;
          const double weight = far > 0.999 ? 0.0 : cube * cube * cube;

          w += weight;
          wx += weight * x;
          wxx += weight * x * x;
          wy += weight * y[first + i * season];
          wxy += weight * x * y[first + i * season];
        }

      spread = w * wxx - wx * wx;
      shape[first + at * season] = spread > 1e-9 * w * w ? (wxx * wy - wx * wxy) / spread : wy / w;
    }
}

static double
variance (const double *y,
          gsize         n)
{
  double mean = 0.0, squares = 0.0;

  for (gsize t = 0; t < n; t++)
    mean += y[t] / (double) n;
  for (gsize t = 0; t < n; t++)
    squares += (y[t] - mean) * (y[t] - mean);

  return squares / (double) n;
}

/**
 * hw_season_strength:
 * @y: (array length=n): a complete series
 * @n: its length
 * @season: periods in a season, >= 2
 *
 * Splits the series into a trend (centred mean), a season that may change
 * slowly (local lines through each period's years) and the rest.
 *
 * Source: Wang, Smith and Hyndman (2006), Data Mining and Knowledge Discovery 13.
 * Checked against: R's forecast::nsdiffs, which splits by STL.
 *
 * Returns: 1 - variance of the rest / variance of season and rest, 0 to 1
 */
double
hw_season_strength (const double *y,
                    gsize         n,
                    int           season)
{
  const gsize m = (gsize) season;
  g_autofree double *trend = g_new0 (double, n + 1);
  g_autofree double *shape = g_new0 (double, n + 1);
  g_autofree double *rest = g_new (double, n + 1);
  double both;

  if (season < 2 || n < 2 * m + 1)
    return 0.0;

  for (int pass = 0; pass < PASSES; pass++)
    {
      for (gsize t = 0; t < n; t++)
        rest[t] = y[t] - shape[t];
      smooth_trend (rest, n, m, trend);

      for (gsize t = 0; t < n; t++)
        rest[t] = y[t] - trend[t];
      for (gsize first = 0; first < m; first++)
        smooth_subseries (rest, n, m, first, shape);

      smooth_trend (shape, n, m, trend); /* what is level in it is not season */
      for (gsize t = 0; t < n; t++)
        shape[t] -= trend[t];
    }

  for (gsize t = 0; t < n; t++)
    rest[t] = y[t] - shape[t];
  smooth_trend (rest, n, m, trend);
  for (gsize t = 0; t < n; t++)
    trend[t] = y[t] - trend[t]; /* season and rest */
  for (gsize t = 0; t < n; t++)
    rest[t] = trend[t] - shape[t];

  both = variance (trend, n);
  return both > 0.0 ? CLAMP (1.0 - variance (rest, n) / both, 0.0, 1.0) : 0.0;
}

/**
 * hw_season_differences:
 * @y: (array length=n): a complete series
 * @n: its length
 * @season: periods in a season; 1 for none
 *
 * Returns: 1 where the season is strong enough to be differenced away, else 0
 */
int
hw_season_differences (const double *y,
                       gsize         n,
                       int           season)
{
  return season > 1 && n > 2 * (gsize) season && !is_constant (y, n)
         && hw_season_strength (y, n, season) > STRONG_SEASON;
}
