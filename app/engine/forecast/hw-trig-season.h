/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-trig-season.h: weekday, year and level apart: for weeks and days.
 *
 * The year is a sum of waves (hw-year-shape.h), the weekday a fixed step, and what is
 * left either a level with a trend that dies away (hw-damped.h) or a regression on
 * its own last weeks (hw-lag-ridge.h).
 *
 * In:  a complete series of at least two years, oldest first.
 * Out: a fit that takes new periods and gives means and their spread.
 * Pure, no chance. Safe to call from any thread; a fit belongs to one at a time.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef enum
{
  HW_TRIG_SEASON_DAMPED, /* the rest goes on as level and trend */
  HW_TRIG_SEASON_LAGS,   /* the rest follows its own last weeks */
} HwTrigSeasonRest;

typedef struct _HwTrigSeason HwTrigSeason;

HwTrigSeason *hw_trig_season_new    (const double       *y,
                                     gsize               n,
                                     int                 season,
                                     double              year,
                                     HwTrigSeasonRest    rest);
void          hw_trig_season_free   (HwTrigSeason       *fit);
void          hw_trig_season_move   (HwTrigSeason       *fit,
                                     const double       *y,
                                     gsize               n);
void          hw_trig_season_mean   (const HwTrigSeason *fit,
                                     gsize               horizon,
                                     double             *mean);
void          hw_trig_season_spread (const HwTrigSeason *fit,
                                     gsize               horizon,
                                     double             *sd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTrigSeason, hw_trig_season_free)

extern const HwFamily hw_family_trig_season;
extern const HwFamily hw_family_trig_lags;

G_END_DECLS
