/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-theta.h"

static gboolean
suits (const HwSeriesView *series)
{
  return series->n >= 4;
}

static gpointer
fit_standard (const HwSeriesView *series)
{
  return hw_theta_fit (HW_THETA_STANDARD, HW_THETA_SEASON_RECENT, series);
}

static gpointer
fit_optimised (const HwSeriesView *series)
{
  return hw_theta_fit (HW_THETA_OPTIMISED, HW_THETA_SEASON_RECENT, series);
}

static gpointer
fit_dynamic (const HwSeriesView *series)
{
  return hw_theta_fit (HW_THETA_DYNAMIC, HW_THETA_SEASON_RECENT, series);
}

static void
free_fit (gpointer fit)
{
  hw_theta_free (fit);
}

static void
move (gpointer      fit,
      const double *y,
      gsize         from,
      gsize         to)
{
  hw_theta_move (fit, y, from, to);
}

static void
mean (gconstpointer fit,
      gsize         horizon,
      double       *out)
{
  hw_theta_mean (fit, horizon, out);
}

static void
spread (gconstpointer fit,
        gsize         horizon,
        double       *sd)
{
  hw_theta_spread (fit, horizon, sd);
}

const HwFamily hw_family_theta = {
  .id = "theta", .suits = suits, .fit = fit_standard, .free = free_fit, .move = move, .mean = mean, .spread = spread,
};

const HwFamily hw_family_theta_optimised = {
  .id = "theta-optimised", .suits = suits, .fit = fit_optimised, .free = free_fit, .move = move, .mean = mean, .spread = spread,
};

const HwFamily hw_family_theta_dynamic = {
  .id = "theta-dynamic", .suits = suits, .fit = fit_dynamic, .free = free_fit, .move = move, .mean = mean, .spread = spread,
};
