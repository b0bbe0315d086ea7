/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-level-shape.h"

#include <math.h>

#define WINDOW 8             /* weeks that make the level */
#define AHEAD 13             /* weeks ahead on which the last year is compared with this */
#define STRIDE 3             /* weeks from one such comparison to the next */
#define YEARS_MAX 4
#define FADE 0.5             /* weight of a year beside the one after it */
#define UNKNOWN_TRUST 0.5    /* where the past is too short to compare two years */
#define LOG_MARGIN 1.0       /* forecasts stay within e times what was seen */
#define LARGEST 1e100        /* squares of larger numbers could not be added up */

struct _HwLevelShape
{
  gboolean logs;
  double   smallest;         /* stands for what has no logarithm */
  double   low, high;        /* where forecasts of z stay */
  double   year;
  double   trust;            /* 0: the years have nothing in common, 1: they repeat */
  double   base, slope;      /* variance of the error: base + slope * periods ahead */
  GArray  *z;                /* of double, all periods so far */
};

static double
taken (const HwLevelShape *fit,
       double              y)
{
  return fit->logs ? log (MAX (y, fit->smallest)) : CLAMP (y, -LARGEST, LARGEST);
}

static const double *
values (const HwLevelShape *fit)
{
  return (const double *) (const void *) fit->z->data;
}

static gsize
years_back (const HwLevelShape *fit,
            gsize               years)
{
  return (gsize) floor ((double) years * fit->year + 0.5);
}

/* Mean of the last WINDOW periods up to `at`, the younger ones counting more. */
static double
level_at (const HwLevelShape *fit,
          gsize               at)
{
  const double *z = values (fit);
  double sum = 0.0, weights = 0.0;

  for (gsize i = 1; i <= WINDOW; i++)
    {
      const double weight = (double) (i * i);

      sum += weight * z[at + i - WINDOW];
      weights += weight;
    }

  return sum / weights;
}

/* How far the way from each level of the last two years is the way a year earlier. */
static void
compare_years (HwLevelShape *fit)
{
  const double *z = values (fit);
  const gsize n = fit->z->len, back = years_back (fit, 1);
  const gsize first = MAX (WINDOW - 1 + back, n > 2 * back ? n - 1 - 2 * back : 0);
  double products = 0.0, squares = 0.0, misses[2] = { 0 };
  gsize counts[2] = { 0 };

  for (gsize at = first; at + AHEAD < n; at += STRIDE)
    {
      const double now = level_at (fit, at), then = level_at (fit, at - back);

      for (gsize i = 1; i <= AHEAD; i++)
        {
          const double before = z[at - back + i] - then;

          products += before * (z[at + i] - now);
          squares += before * before;
        }
    }

  fit->trust = squares > 0.0 ? CLAMP (products / squares, 0.0, 1.0) : UNKNOWN_TRUST;

  for (gsize at = MAX (first, back + WINDOW); at + AHEAD < n; at += STRIDE)
    for (gsize i = 1; i <= AHEAD; i++)
      {
        const double way = z[at - back + i] - level_at (fit, at - back);
        const double missed = z[at + i] - level_at (fit, at) - fit->trust * way;
        const int late = i > AHEAD / 2;

        misses[late] += missed * missed;
        counts[late]++;
      }

  if (counts[0] > 0)
    {
      /* Steps 1 to 6 stand about 3.5, 7 to 13 about 10. */
      const double early = misses[0] / (double) counts[0], late = misses[1] / (double) counts[1];

      fit->slope = MAX (0.0, (late - early) / 6.5);
      fit->base = MAX (0.0, early - 3.5 * fit->slope);
      return;
    }

  for (gsize t = 1; t < n; t++)
    fit->base += (z[t] - z[t - 1]) * (z[t] - z[t - 1]) / (double) (n - 1);
}

static void
set_bounds (HwLevelShape *fit)
{
  const double *z = values (fit);

  fit->low = fit->high = z[0];
  for (gsize t = 1; t < fit->z->len; t++)
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
long_enough (gsize  n,
             double year)
{
  return (double) n >= year + WINDOW + 1.0;
}

/**
 * hw_level_shape_new:
 * @y: (array length=n): complete and finite, oldest first
 * @n: length of @y, at least a year and nine periods
 * @year: periods in a year, above 13
 *
 * The level is a mean of the last eight periods. From there the way goes as it went in
 * the last four years from their level at the same time of year, younger years
 * weighing more, by as much as the last year went the way of the one before:
 * a series without a year stays at its level. In logarithms where every y is above
 * 0: the shape multiplies the level.
 *
 * Cost: n, and 35 * 13 * 2 differences.
 *
 * Source: level times shape, own; the share by regression of a year on the one before it.
 * Checked against: years that repeat and years that do not, in
 * tests/engine/test-hw-level-shape.c.
 *
 * Returns: (transfer full) (nullable): %NULL where @y is too short
 */
HwLevelShape *
hw_level_shape_new (const double *y,
                    gsize         n,
                    double        year)
{
  g_return_val_if_fail (year > AHEAD, NULL);

  if (!long_enough (n, year))
    return NULL;

  HwLevelShape *fit = g_new0 (HwLevelShape, 1);

  fit->year = year;
  fit->smallest = y[0];
  for (gsize t = 1; t < n; t++)
    fit->smallest = MIN (fit->smallest, y[t]);
  fit->logs = fit->smallest > 0.0;

  fit->z = g_array_sized_new (FALSE, FALSE, sizeof (double), (guint) n);
  hw_level_shape_move (fit, y, n);
  set_bounds (fit);
  compare_years (fit);
  return fit;
}

/**
 * hw_level_shape_free:
 * @fit: (transfer full): a fit
 */
void
hw_level_shape_free (HwLevelShape *fit)
{
  g_array_unref (fit->z);
  g_free (fit);
}

/**
 * hw_level_shape_move:
 * @fit: a fit
 * @y: (array length=n): the periods after those already seen
 * @n: how many
 *
 * The level and the years looked at move on; how far they are trusted stays.
 */
void
hw_level_shape_move (HwLevelShape *fit,
                     const double *y,
                     gsize         n)
{
  for (gsize t = 0; t < n; t++)
    {
      const double z = taken (fit, y[t]);

      g_array_append_val (fit->z, z);
    }
}

/**
 * hw_level_shape_mean:
 * @fit: a fit
 * @horizon: periods ahead
 * @mean: (out caller-allocates) (array length=horizon): what is expected, in units of y
 */
void
hw_level_shape_mean (const HwLevelShape *fit,
                     gsize               horizon,
                     double             *mean)
{
  const double *z = values (fit);
  const gsize last = fit->z->len - 1, turn = years_back (fit, 1);
  const double level = level_at (fit, last);

  for (gsize h = 0; h < horizon; h++)
    {
      const gsize ahead = h % turn + 1;
      double sum = 0.0, weights = 0.0, weight = 1.0;

      for (gsize k = 1; k <= YEARS_MAX && years_back (fit, k) + WINDOW <= fit->z->len; k++)
        {
          const gsize then = last - years_back (fit, k);

          sum += weight * (z[then + ahead] - level_at (fit, then));
          weights += weight;
          weight *= FADE;
        }

      const double at = CLAMP (level + fit->trust * sum / weights, fit->low, fit->high);

      mean[h] = fit->logs ? exp (at) : at;
    }
}

/**
 * hw_level_shape_spread:
 * @fit: a fit
 * @horizon: periods ahead
 * @sd: (out caller-allocates) (array length=horizon): standard deviation of the error
 *
 * From the errors the last year's way would have made in the past, rising along a line.
 */
void
hw_level_shape_spread (const HwLevelShape *fit,
                       gsize               horizon,
                       double             *sd)
{
  g_autofree double *mean = g_new (double, horizon);

  hw_level_shape_mean (fit, horizon, mean);
  for (gsize h = 0; h < horizon; h++)
    {
      const double variance = fit->base + fit->slope * (double) (h + 1);

      sd[h] = fit->logs ? mean[h] * sqrt (expm1 (MIN (variance, 1.0))) : sqrt (variance);
    }
}

/**
 * hw_level_shape_trust:
 * @fit: a fit
 *
 * Returns: from 0, where the years have nothing in common, to 1, where they repeat
 */
double
hw_level_shape_trust (const HwLevelShape *fit)
{
  return fit->trust;
}

#define WEEKS_A_YEAR (365.25 / 7.0)

static gboolean
suits (const HwSeriesView *series)
{
  return series->season == 52 && long_enough (series->n, WEEKS_A_YEAR);
}

static gpointer
fit_series (const HwSeriesView *series)
{
  return hw_level_shape_new (series->y, series->n, WEEKS_A_YEAR);
}

static void
drop (gpointer fit)
{
  hw_level_shape_free (fit);
}

static void
move (gpointer      fit,
      const double *y,
      gsize         from,
      gsize         to)
{
  hw_level_shape_move (fit, y + from, to - from);
}

static void
mean_of (gconstpointer fit,
         gsize         horizon,
         double       *mean)
{
  hw_level_shape_mean (fit, horizon, mean);
}

static void
spread_of (gconstpointer fit,
           gsize         horizon,
           double       *sd)
{
  hw_level_shape_spread (fit, horizon, sd);
}

const HwFamily hw_family_level_shape = {
  .id = "level-shape", .suits = suits, .fit = fit_series, .free = drop,
  .move = move, .mean = mean_of, .spread = spread_of,
};
