/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-naive.h"

#include <math.h>
#include <string.h>

/* A season that was not seen once cannot be repeated. */
static gsize
usable_season (gsize n,
               int   season)
{
  return season > 1 && n >= (gsize) season ? (gsize) season : 1;
}

/* Mean of what was observed in the last season; of all if that is nothing. */
static double
recent_mean (const double *y,
             gsize         n,
             gsize         m)
{
  double sum = 0.0;
  gsize seen = 0;

  for (gsize t = n; t-- > 0 && (seen == 0 || t + m >= n);)
    if (!isnan (y[t]))
      {
        sum += y[t];
        seen++;
      }

  return seen > 0 ? sum / (double) seen : 0.0;
}

/**
 * hw_naive_mean:
 * @y: (array length=n): the series; NAN where nothing was observed
 * @n: at least 1
 * @season: periods; 1 repeats the last value, as does a series shorter than a season
 * @horizon: periods ahead
 * @mean: (array length=horizon) (out): [units]
 *
 * Each period ahead is as the last one observed at its place in the season. A
 * place never observed is as the mean of the last season.
 *
 * Cost: O(n + horizon).
 */
void
hw_naive_mean (const double *y,
               gsize         n,
               int           season,
               gsize         horizon,
               double       *mean)
{
  const gsize m = usable_season (n, season);

  for (gsize h = 0; h < horizon; h++)
    {
      gsize back = m - h % m; /* from one past the end to the same place, last season */

      if (h >= m)
        {
          mean[h] = mean[h - m];
          continue;
        }

      while (back <= n && isnan (y[n - back]))
        back += m;

      mean[h] = back <= n ? y[n - back] : recent_mean (y, n, m);
    }
}

/**
 * hw_naive_sigma:
 * @y: (array length=n): the series; NAN where nothing was observed
 * @n: at least 1
 * @season: periods
 *
 * Returns: the root mean square of the change from one season to the next; 0 if
 *   no such pair was observed
 */
double
hw_naive_sigma (const double *y,
                gsize         n,
                int           season)
{
  const gsize m = usable_season (n, season);
  double sum = 0.0;
  gsize pairs = 0;

  for (gsize t = m; t < n; t++)
    if (!isnan (y[t]) && !isnan (y[t - m]))
      {
        sum += (y[t] - y[t - m]) * (y[t] - y[t - m]);
        pairs++;
      }

  return pairs > 0 ? sqrt (sum / (double) pairs) : 0.0;
}

/**
 * hw_naive_spread:
 * @season: periods, at least 1
 * @sigma: standard deviation of the change from one season to the next
 * @horizon: periods ahead
 * @sd: (array length=horizon) (out): standard deviation of each period's error
 * @sum_sd: (array length=horizon) (out): of the total up to and with the period
 *
 * Each place in the season walks on its own: k seasons ahead its spread is
 * sigma * sqrt (k), and an error stays in all later seasons.
 *
 * Source: Hyndman and Athanasopoulos (2021), Forecasting: Principles and
 * Practice, table 5.2.
 */
void
hw_naive_spread (int     season,
                 double  sigma,
                 gsize   horizon,
                 double *sd,
                 double *sum_sd)
{
  const gsize m = (gsize) MAX (season, 1);
  double total = 0.0;

  for (gsize h = 0; h < horizon; h++)
    {
      const double stays = (double) (h / m + 1); /* periods of h+1 that an error h back is in */

      total += stays * stays;
      sd[h] = sigma * sqrt (stays);
      sum_sd[h] = sigma * sqrt (total);
    }
}

/* What the rule repeats: the last season, oldest first. */
typedef struct
{
  double *last;   /* (owned) length season */
  gsize   season;
  double  sigma;
} Naive;

static gboolean
naive_suits (const HwSeriesView *series)
{
  return series->n > 0;
}

static gpointer
naive_fit (const HwSeriesView *series)
{
  Naive *fit = g_new0 (Naive, 1);

  fit->season = usable_season (series->n, series->season);
  fit->last = g_memdup2 (series->y + series->n - fit->season, fit->season * sizeof (double));
  fit->sigma = hw_naive_sigma (series->y, series->n, series->season);
  return fit;
}

static void
naive_free (gpointer data)
{
  Naive *fit = data;

  g_free (fit->last);
  g_free (fit);
}

static void
naive_move (gpointer      data,
            const double *y,
            gsize         from,
            gsize         to)
{
  Naive *fit = data;

  for (gsize t = from; t < to; t++)
    {
      memmove (fit->last, fit->last + 1, (fit->season - 1) * sizeof (double));
      fit->last[fit->season - 1] = y[t];
    }
}

static void
naive_mean (gconstpointer data,
            gsize         horizon,
            double       *mean)
{
  const Naive *fit = data;

  for (gsize h = 0; h < horizon; h++)
    mean[h] = fit->last[h % fit->season];
}

static void
naive_spread (gconstpointer data,
              gsize         horizon,
              double       *sd)
{
  const Naive *fit = data;

  for (gsize h = 0; h < horizon; h++)
    sd[h] = fit->sigma * sqrt ((double) (h / fit->season) + 1.0);
}

const HwFamily hw_family_naive = {
  "naive", naive_suits, naive_fit, naive_free, naive_move, naive_mean, naive_spread, NULL
};
