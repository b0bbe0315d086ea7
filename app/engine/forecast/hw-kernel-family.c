/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-kernel.h"

#include "engine/forecast/hw-pool.h"

#define SEEN_MIN 3

static gboolean
suits (const HwSeriesView *series)
{
  return series->n >= SEEN_MIN && series->season != 24;
}

static gpointer
fit (const HwSeriesView *series)
{
  HwKernelShape shape;
  HwKernel *kernel;

  hw_pool_kernel (series->pool, series->season, &shape);
  kernel = hw_kernel_new (&shape, series->y, series->filled, series->n);
  if (hw_kernel_seen (kernel) >= SEEN_MIN)
    return kernel;

  hw_kernel_free (kernel);
  return NULL;
}

static void
free_fit (gpointer kernel)
{
  hw_kernel_free (kernel);
}

static void
move (gpointer      kernel,
      const double *y,
      gsize         from,
      gsize         to)
{
  hw_kernel_move (kernel, y, from, to);
}

static void
mean_alone (gconstpointer kernel,
            gsize         horizon,
            double       *mean)
{
  hw_kernel_mean (kernel, NULL, horizon, mean);
}

static void
quantiles_alone (gconstpointer kernel,
                 gsize         horizon,
                 double       *q)
{
  hw_kernel_quantiles (kernel, NULL, horizon, 1, q);
}

const HwFamily hw_family_kernel = {
  .id = "kernel", .suits = suits, .fit = fit, .free = free_fit, .move = move, .mean = mean_alone,
  .quantiles = quantiles_alone,
};
