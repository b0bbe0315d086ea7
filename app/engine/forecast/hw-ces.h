/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ces.h: complex exponential smoothing: a level and a hidden part beside it.
 *
 * In:  a series without a gap; a fixed season is found and taken out first.
 * Out: a fit that moves on and gives means and the spread of their errors.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-theta-season.h"

G_BEGIN_DECLS

/* The level l and the hidden part c, with the error e of the forecast l:
 *   l' = l - (1 - a1) c + (a0 - a1) e
 *   c' = l + (1 - a0) c + (a0 + a1) e */
typedef struct
{
  HwThetaSeason season;  /* (owned) */
  double        a0;
  double        a1;
  double        sigma;   /* standard deviation of the one-step errors, season taken out */

  gsize         n;       /* periods seen */
  double        level;
  double        hidden;
} HwCesFit;

HwCesFit *hw_ces_fit    (const HwSeriesView *series);
void      hw_ces_free   (HwCesFit           *fit);
void      hw_ces_move   (HwCesFit           *fit,
                         const double       *y,
                         gsize               from,
                         gsize               to);
void      hw_ces_mean   (const HwCesFit     *fit,
                         gsize               horizon,
                         double             *mean);
void      hw_ces_spread (const HwCesFit     *fit,
                         gsize               horizon,
                         double             *sd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwCesFit, hw_ces_free)

extern const HwFamily hw_family_ces;

G_END_DECLS
