/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-level-shape.h: today's level, and from there the way the same weeks went in
 * earlier years.
 *
 * In:  a complete series of weeks of a little more than a year, oldest first.
 * Out: a fit that takes new periods and gives means and their spread.
 * Pure, no chance. Safe to call from any thread; a fit belongs to one at a time.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef struct _HwLevelShape HwLevelShape;

HwLevelShape *hw_level_shape_new    (const double       *y,
                                     gsize               n,
                                     double              year);
void          hw_level_shape_free   (HwLevelShape       *fit);
void          hw_level_shape_move   (HwLevelShape       *fit,
                                     const double       *y,
                                     gsize               n);
void          hw_level_shape_mean   (const HwLevelShape *fit,
                                     gsize               horizon,
                                     double             *mean);
void          hw_level_shape_spread (const HwLevelShape *fit,
                                     gsize               horizon,
                                     double             *sd);
double        hw_level_shape_trust  (const HwLevelShape *fit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLevelShape, hw_level_shape_free)

extern const HwFamily hw_family_level_shape;

G_END_DECLS
