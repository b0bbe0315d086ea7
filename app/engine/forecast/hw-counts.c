/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-counts.h"

#include "engine/forecast/hw-adida.h"
#include "engine/forecast/hw-kernel.h"
#include "engine/forecast/hw-pool.h"

#include <math.h>

#define ATOMS         40
#define SEEN_MIN      2
#define PERIODS       20.0  /* the catalogue's word counts as much as so many own periods */
#define MEAN_PERIODS  5.0
#define MEAN_MIN      1e-9  /* less than that is as good as nothing */
#define WALK_MAX      500.0 /* larger means are walked in coarser steps */

typedef struct
{
  HwKernel     *kernel;
  HwRates       rates;
  double        unit;
  double        values[HW_KERNEL_CYCLE_MAX * ATOMS]; /* of the catalogue's word; as y */
  double        means[HW_KERNEL_CYCLE_MAX];
  double        levels[HW_KERNEL_CYCLE_MAX]; /* what buckets of several periods say; as y */
  gsize         bucket;
  gsize         cycle;
  HwKernelPrior prior;
} Counts;

/**
 * hw_counts_atoms:
 * @mean: at least 0
 * @variance: a negative binomial's if above @mean; else a Poisson's is taken
 * @n: number of values
 * @atoms: (array length=n) (out): whole numbers, rising: quantiles at
 *   (i + 1/2) / n
 *
 * Goes up from 0 and adds up chances, each from the one before. Above a mean of
 * 500 the walk takes larger steps, with the same mean and variance.
 *
 * Cost: O(mean + spread), at most some thousand steps.
 *
 * Checked against: hw_count_quantile() in tests/engine/test-hw-counts.c.
 */
void
hw_counts_atoms (double  mean,
                 double  variance,
                 gsize   n,
                 double *atoms)
{
  const double step = MAX (mean / WALK_MAX, 1.0);
  const double m = MAX (mean, MEAN_MIN) / step;
  const double size = m * m / MAX (variance / (step * step) - m, 1e-6 * m * m);
  const double more = m / (m + size);
  const double end = m + 40.0 * sqrt (m + m * m / size) + 40.0;
  double k = 0.0, chance = exp (size * log1p (-more)), below = chance;

  for (gsize i = 0; i < n; i++)
    {
      const double until = ((double) i + 0.5) / (double) n;

      while (below < until && k < end)
        {
          chance *= (k + size) / (k + 1.0) * more;
          below += chance;
          k += 1.0;
        }

      atoms[i] = round (k * step);
    }
}

/* What the catalogue says of this product now, for each day of the week. */
static void
ask_catalogue (Counts *counts)
{
  gsize n;
  const double *y = hw_kernel_series (counts->kernel, &n);
  double profile[HW_KERNEL_CYCLE_MAX], mean, variance;
  const gsize cycle = hw_kernel_week (counts->kernel, profile);
  const double level = hw_imapa_mean (y, n, counts->bucket);

  hw_rates_now (&counts->rates, y, n, counts->unit, &mean, &variance);
  for (gsize j = 0; j < cycle; j++)
    {
      double *values = counts->values + j * ATOMS;

      hw_counts_atoms (mean * profile[j], variance * profile[j], ATOMS, values);
      for (gsize i = 0; i < ATOMS; i++)
        values[i] /= counts->unit;
      counts->means[j] = mean * profile[j] / counts->unit;
      counts->levels[j] = level * profile[j];
    }
}

static gboolean
suits (const HwSeriesView *series)
{
  return series->whole && series->n >= SEEN_MIN && series->season != 24;
}

static void
free_fit (gpointer data)
{
  Counts *counts = data;

  if (counts == NULL)
    return;

  hw_kernel_free (counts->kernel);
  g_free (counts);
}

static gpointer
fit (const HwSeriesView *series)
{
  Counts *counts = g_new0 (Counts, 1);
  HwKernelShape shape;
  const double *y;
  gsize n;

  hw_pool_kernel (series->pool, series->season, &shape);
  hw_pool_rates (series->pool, series->season, &counts->rates);
  counts->unit = series->unit;
  counts->kernel = hw_kernel_new (&shape, series->y, series->filled, series->n);
  if (hw_kernel_seen (counts->kernel) < SEEN_MIN || !(series->unit > 0.0))
    {
      free_fit (counts);
      return NULL;
    }

  counts->cycle = (gsize) shape.cycle;
  y = hw_kernel_series (counts->kernel, &n);
  counts->bucket = hw_adida_bucket (y, n);
  ask_catalogue (counts);
  counts->prior = (HwKernelPrior) {
    .periods = PERIODS, .atoms = ATOMS, .values = counts->values, .means = counts->means, .mean_periods = MEAN_PERIODS,
  };
  return counts;
}

static void
move (gpointer      data,
      const double *y,
      gsize         from,
      gsize         to)
{
  Counts *counts = data;

  hw_kernel_move (counts->kernel, y, from, to);
  ask_catalogue (counts);
}

/* Half of it the mean of the distribution; the other half, which is steadier where
 * demand comes now and then, the mean over buckets. */
static void
mean (gconstpointer data,
      gsize         horizon,
      double       *out)
{
  const Counts *counts = data;

  hw_kernel_mean (counts->kernel, &counts->prior, horizon, out);
  for (gsize h = 0; h < horizon; h++)
    out[h] = 0.5 * (out[h] + counts->levels[h % counts->cycle]);
}

static void
quantiles (gconstpointer data,
           gsize         horizon,
           double       *q)
{
  const Counts *counts = data;

  hw_kernel_quantiles (counts->kernel, &counts->prior, horizon, 1, q);
}

const HwFamily hw_family_counts = {
  .id = "counts", .suits = suits, .fit = fit, .free = free_fit, .move = move, .mean = mean, .quantiles = quantiles,
};
