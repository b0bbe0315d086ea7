/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ces.h"

static gboolean
suits (const HwSeriesView *series)
{
  return series->n >= 4;
}

static gpointer
fit (const HwSeriesView *series)
{
  return hw_ces_fit (series);
}

static void
free_fit (gpointer ces)
{
  hw_ces_free (ces);
}

static void
move (gpointer      ces,
      const double *y,
      gsize         from,
      gsize         to)
{
  hw_ces_move (ces, y, from, to);
}

static void
mean (gconstpointer ces,
      gsize         horizon,
      double       *out)
{
  hw_ces_mean (ces, horizon, out);
}

static void
spread (gconstpointer ces,
        gsize         horizon,
        double       *sd)
{
  hw_ces_spread (ces, horizon, sd);
}

const HwFamily hw_family_ces = {
  .id = "ces", .suits = suits, .fit = fit, .free = free_fit, .move = move, .mean = mean, .spread = spread,
};
