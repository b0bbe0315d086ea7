/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-aggregate.h"
#include "engine/forecast/hw-ces.h"
#include "engine/forecast/hw-theta.h"
#include "engine/math/hw-solve.h"

#define YEAR       12    /* months: every span goes into it */
#define SPANS      4     /* of 1, 2, 3 and 4 months */
#define LENGTH_MIN 24

/* Blocks of a span are counted from the fit's last month, before and after it. */
typedef struct
{
  gsize       span;
  gsize       seen;      /* blocks its fits have seen */
  gsize       first;     /* the first month of the first block */
  HwThetaFit *theta;     /* (owned) */
  HwCesFit   *ces;       /* (owned) */
} Level;

struct _HwAggregateFit
{
  gsize  origin;         /* months the fit was made from */
  gsize  n;              /* months seen */
  Level  levels[SPANS];
  double year[YEAR];     /* what was seen of the year after the last whole one since the origin */
};

/* Mean of block @j. */
static double
block_mean (const Level  *level,
            const double *y,
            gsize         j)
{
  const double *block = y + level->first + j * level->span;
  double sum = 0.0;

  for (gsize i = 0; i < level->span; i++)
    sum += block[i];

  return sum / (double) level->span;
}

static gboolean
fit_level (Level              *level,
           const HwSeriesView *series,
           gsize               span)
{
  const gsize n = series->n / span;
  g_autofree double *y = g_new (double, n);
  g_autofree guint8 *filled = series->filled != NULL ? g_new (guint8, n) : NULL;
  const HwSeriesView sums = {
    .y = y, .filled = filled, .n = n, .season = YEAR / (int) span,
    .unit = series->unit, .positive = series->positive, .pool = series->pool,
  };

  level->span = span;
  level->seen = n;
  level->first = series->n - n * span;
  for (gsize j = 0; j < n; j++)
    {
      y[j] = block_mean (level, series->y, j);
      for (gsize i = 0; filled != NULL && i < span; i++)
        filled[j] = (i == 0 || filled[j]) && series->filled[level->first + j * span + i];
    }

  level->theta = hw_theta_fit (HW_THETA_DYNAMIC, HW_THETA_SEASON_RECENT, &sums);
  level->ces = hw_ces_fit (&sums);
  return level->theta != NULL && level->ces != NULL;
}

/**
 * hw_aggregate_fit:
 * @series: months, complete and finite
 *
 * Fits dynamic Theta and complex exponential smoothing to the months and to their
 * sums over two, three and four, where noise is less and the level shows more.
 *
 * Source: Athanasopoulos, Hyndman, Kourentzes and Petropoulos (2017), European J.
 * of Operational Research 262; Kourentzes, Petropoulos and Trapero (2014), Int. J.
 * Forecasting 30. Half years and years are left out: they cost more of what is
 * recent than they gain.
 * Checked against: the least-squares answer worked out in tests/engine/test-hw-aggregate.c.
 *
 * Returns: (transfer full) (nullable): %NULL where the season is not of 12 periods,
 * for fewer than 24, and where values are too large to be squared
 */
HwAggregateFit *
hw_aggregate_fit (const HwSeriesView *series)
{
  g_autoptr (HwAggregateFit) fit = NULL;

  if (series->season != YEAR || series->n < LENGTH_MIN)
    return NULL;

  fit = g_new0 (HwAggregateFit, 1);
  fit->origin = fit->n = series->n;
  for (gsize k = 0; k < SPANS; k++)
    if (!fit_level (&fit->levels[k], series, k + 1))
      return NULL;

  return g_steal_pointer (&fit);
}

/**
 * hw_aggregate_free:
 * @fit: its memory is given back
 */
void
hw_aggregate_free (HwAggregateFit *fit)
{
  if (fit == NULL)
    return;

  for (gsize k = 0; k < SPANS; k++)
    {
      hw_theta_free (fit->levels[k].theta);
      hw_ces_free (fit->levels[k].ces);
    }
  g_free (fit);
}

static void
move_level (Level        *level,
            const double *y,
            gsize         to)
{
  const gsize blocks = (to - level->first) / level->span;
  g_autofree double *means = g_new0 (double, blocks);

  for (gsize j = level->seen; j < blocks; j++)
    means[j] = block_mean (level, y, j);

  hw_theta_move (level->theta, means, level->seen, blocks);
  hw_ces_move (level->ces, means, level->seen, blocks);
  level->seen = blocks;
}

/**
 * hw_aggregate_move:
 * @fit: what is known so far
 * @y: (array length=to): the series from its first period
 * @from: the periods seen already
 * @to: the end of the new ones
 *
 * A sum takes part once all its months are there; until then what is known of it
 * holds for the rest.
 */
void
hw_aggregate_move (HwAggregateFit *fit,
                   const double   *y,
                   gsize           from,
                   gsize           to)
{
  for (gsize t = from; t < to; t++)
    fit->year[(t - fit->origin) % YEAR] = y[t];

  for (gsize k = 0; k < SPANS; k++)
    move_level (&fit->levels[k], y, to);
  fit->n = to;
}

/* What a level says of each month of the years from month @start on, as the mean of
 * its block; months before the first block not wholly seen are left alone. */
static void
forecast_level (const Level *level,
                gsize        start,
                gsize        months,
                double      *mean)
{
  const gsize from = level->first + level->seen * level->span - start;
  const gsize blocks = (months - from) / level->span;
  g_autofree double *theta = g_new (double, 2 * blocks);
  double *ces = theta + blocks;

  hw_theta_mean (level->theta, blocks, theta);
  hw_ces_mean (level->ces, blocks, ces);
  for (gsize i = from; i < months; i++)
    mean[i] = 0.5 * (theta[(i - from) / level->span] + ces[(i - from) / level->span]);
}

/* The year whose months and sums are nearest to what each level says, a sum of k
 * months being off k times as much in squares as one; the first @known months are fixed. */
static void
agree (double *const means[SPANS],
       gsize         start,
       const double *year,
       gsize         known,
       double        out[YEAR])
{
  double a[YEAR][YEAR] = { 0 };

  for (gsize i = 0; i < YEAR; i++)
    {
      out[i] = i < known ? year[i] : 0.0;
      a[i][i] = i < known ? 1.0 : 0.0;
    }

  for (gsize k = 1; k <= SPANS; k++)
    for (gsize i = known; i < YEAR; i++)
      {
        const gsize block = i - i % k;

        out[i] += means[k - 1][start + i];
        for (gsize j = block; j < block + k; j++)
          if (j < known)
            out[i] -= year[j] / (double) k;
          else
            a[i][j] += 1.0 / (double) k;
      }

  hw_solve_positive (a[0], out, YEAR, YEAR);
}

/**
 * hw_aggregate_mean:
 * @fit: the fit
 * @horizon: periods ahead, 1 or more
 * @mean: (array length=horizon) (out caller-allocates): expected values
 *
 * Weighted least squares with structural weights: a forecast of a sum counts by
 * one over its months.
 */
void
hw_aggregate_mean (const HwAggregateFit *fit,
                   gsize                 horizon,
                   double               *mean)
{
  const gsize known = (fit->n - fit->origin) % YEAR;
  const gsize months = (known + horizon + YEAR - 1) / YEAR * YEAR;
  g_autofree double *work = g_new0 (double, SPANS * months);
  double *means[SPANS];

  for (gsize k = 0; k < SPANS; k++)
    {
      means[k] = work + k * months;
      forecast_level (&fit->levels[k], fit->n - known, months, means[k]);
    }

  for (gsize start = 0; start < months; start += YEAR)
    {
      const gsize skip = start == 0 ? known : 0;
      double year[YEAR];

      agree (means, start, fit->year, skip, year);
      for (gsize i = skip; i < YEAR && start + i < known + horizon; i++)
        mean[start + i - known] = year[i];
    }
}

/**
 * hw_aggregate_spread:
 * @fit: the fit
 * @horizon: periods ahead, 1 or more
 * @sd: (array length=horizon) (out caller-allocates): standard deviation of the errors
 *
 * The mean of what both methods claim of the months alone.
 */
void
hw_aggregate_spread (const HwAggregateFit *fit,
                     gsize                 horizon,
                     double               *sd)
{
  g_autofree double *ces = g_new (double, horizon);

  hw_theta_spread (fit->levels[0].theta, horizon, sd);
  hw_ces_spread (fit->levels[0].ces, horizon, ces);
  for (gsize h = 0; h < horizon; h++)
    sd[h] = 0.5 * (sd[h] + ces[h]);
}
