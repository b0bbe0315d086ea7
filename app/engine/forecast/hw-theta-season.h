/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-theta-season.h: a fixed season, measured and taken out of a series.
 *
 * In:  a series without a gap.
 * Out: one figure for each place in the season, or none.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef enum
{
  HW_THETA_SEASON_CLASSICAL, /* where a test finds one; every season weighs alike */
  HW_THETA_SEASON_RECENT,    /* as far as it foretold itself; later seasons weigh more */
} HwThetaSeasonKind;

typedef struct
{
  gsize     period;      /* 1: no season */
  gboolean  times;       /* the figures are factors with mean 1, else amounts with mean 0 */
  double   *figures;     /* (owned) (nullable) period of them, that of y[0] first */
} HwThetaSeason;

gboolean hw_theta_season_test  (const double         *y,
                                gsize                 n,
                                gsize                 period);
gboolean hw_theta_season_find  (const HwSeriesView   *series,
                                HwThetaSeasonKind     kind,
                                HwThetaSeason        *season);
void     hw_theta_season_clear (HwThetaSeason        *season);

/* A value of period @t without its season, and back. */
static inline double
hw_theta_season_take (const HwThetaSeason *season,
                      double               value,
                      gsize                t)
{
  if (season->period == 1)
    return value;

  return season->times ? value / season->figures[t % season->period] : value - season->figures[t % season->period];
}

static inline double
hw_theta_season_give (const HwThetaSeason *season,
                      double               value,
                      gsize                t)
{
  if (season->period == 1)
    return value;

  return season->times ? value * season->figures[t % season->period] : value + season->figures[t % season->period];
}

/* What an error in the series without season means for the one with it. */
static inline double
hw_theta_season_scale (const HwThetaSeason *season,
                       gsize                t)
{
  return season->period > 1 && season->times ? season->figures[t % season->period] : 1.0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwThetaSeason, hw_theta_season_clear)

G_END_DECLS
