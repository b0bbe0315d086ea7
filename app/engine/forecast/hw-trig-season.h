/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-trig-season.h: weekday, year and level apart: for weeks and days.
 *
 * The year is a sum of waves (hw-year-shape.h), the weekday a fixed step, and what is
 * left a level with a trend that dies away (hw-damped.h).
 *
 * In:  a complete series of at least two years, oldest first.
 * Out: a fit that takes new periods and gives means and their spread.
 * Pure, no chance. Safe to call from any thread; a fit belongs to one at a time.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef struct _HwTrigSeason HwTrigSeason;

HwTrigSeason *hw_trig_season_new    (const double       *y,
                                     gsize               n,
                                     int                 season,
                                     double              year);
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

G_END_DECLS
