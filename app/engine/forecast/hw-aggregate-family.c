/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-aggregate.h"

static gboolean
suits (const HwSeriesView *series)
{
  return series->season == 12 && series->n >= 24;
}

static gpointer
fit (const HwSeriesView *series)
{
  return hw_aggregate_fit (series);
}

static void
free_fit (gpointer whole)
{
  hw_aggregate_free (whole);
}

static void
move (gpointer      whole,
      const double *y,
      gsize         from,
      gsize         to)
{
  hw_aggregate_move (whole, y, from, to);
}

static void
mean (gconstpointer whole,
      gsize         horizon,
      double       *out)
{
  hw_aggregate_mean (whole, horizon, out);
}

static void
spread (gconstpointer whole,
        gsize         horizon,
        double       *sd)
{
  hw_aggregate_spread (whole, horizon, sd);
}

const HwFamily hw_family_aggregate = {
  .id = "aggregate", .suits = suits, .fit = fit, .free = free_fit, .move = move, .mean = mean, .spread = spread,
};
