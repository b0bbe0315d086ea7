/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-year-shape.h: the smooth course of a long season, such as the year in weeks or days.
 *
 * In:  a complete series of at least two such seasons.
 * Out: waves whose sum is the season's part at any period; none where years left
 *      out are met better without.
 * Pure, no chance. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_YEAR_SHAPE_WAVES 12

typedef struct
{
  double period;                              /* in periods of the series */
  double wave[2 * HW_YEAR_SHAPE_WAVES];       /* cosine, sine of one, two ... turns a season */
} HwYearShape;

void   hw_year_shape_fit (HwYearShape       *shape,
                          const double      *z,
                          gsize              n,
                          double             period);
double hw_year_shape_at  (const HwYearShape *shape,
                          gsize              t);

G_END_DECLS
