/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-lag-ridge.h"

#define HISTORY_MIN 32
#define DAYS_A_YEAR 365

/* Weeks, hours, and days where two years say which level they come back to. */
static gboolean
suits (const HwSeriesView *series)
{
  return series->season == 7 ? series->n >= 2 * DAYS_A_YEAR
         : series->season >= 20 && series->n >= HISTORY_MIN;
}

/* Weeks alone: days and hours come back to their mean. */
static gboolean
suits_change (const HwSeriesView *series)
{
  return series->season >= 30 && suits (series);
}

/* Hours alone: what changed since yesterday. */
static gboolean
suits_season (const HwSeriesView *series)
{
  return series->season >= 20 && series->season < 30
         && series->n >= (gsize) (2 * series->season + HISTORY_MIN);
}

static gpointer
fit_level (const HwSeriesView *series)
{
  return hw_lag_ridge_new (series->y, series->n, series->season, series->long_season,
                           HW_LAG_RIDGE_LEVEL);
}

static gpointer
fit_change (const HwSeriesView *series)
{
  return hw_lag_ridge_new (series->y, series->n, series->season, series->long_season,
                           HW_LAG_RIDGE_CHANGE);
}

static gpointer
fit_season (const HwSeriesView *series)
{
  return hw_lag_ridge_new (series->y, series->n, series->season, series->long_season,
                           HW_LAG_RIDGE_SEASON);
}

static void
drop (gpointer fit)
{
  hw_lag_ridge_free (fit);
}

static void
move (gpointer      fit,
      const double *y,
      gsize         from,
      gsize         to)
{
  hw_lag_ridge_move (fit, y + from, to - from);
}

static void
mean_of (gconstpointer fit,
         gsize         horizon,
         double       *mean)
{
  hw_lag_ridge_mean (fit, horizon, mean);
}

static void
spread_of (gconstpointer fit,
           gsize         horizon,
           double       *sd)
{
  hw_lag_ridge_spread (fit, horizon, sd);
}

const HwFamily hw_family_lag_level = {
  .id = "lag-level", .suits = suits, .fit = fit_level, .free = drop,
  .move = move, .mean = mean_of, .spread = spread_of,
};

const HwFamily hw_family_lag_change = {
  .id = "lag-change", .suits = suits_change, .fit = fit_change, .free = drop,
  .move = move, .mean = mean_of, .spread = spread_of,
};

const HwFamily hw_family_lag_season = {
  .id = "lag-season", .suits = suits_season, .fit = fit_season, .free = drop,
  .move = move, .mean = mean_of, .spread = spread_of,
};
