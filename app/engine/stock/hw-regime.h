/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-regime.h: what sales go on like, if they go on as one of a few simple courses:
 * always the same, one step, a slow trend, a year's wave, or two of them.
 *
 * In:  demand per period, oldest first.
 * Out: what was to be expected in each period, and ahead; how much of it can be
 *      believed.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double *fit;      /* (owned) length n: expected then [units] */
  double *ahead;    /* (owned) length n_ahead: expected ahead [units] */
  double  weight;   /* observed periods that today's level rests on, at least 1 */
  double  wander;   /* how many times more sums of neighbouring periods vary than without memory: 1 if the
                       courses explain all, more if the level wanders in between */
} HwRegime;

void hw_regime_learn (const double *y,
                      gsize         n,
                      int           year,
                      gsize         n_ahead,
                      HwRegime     *out);
void hw_regime_clear (HwRegime     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwRegime, hw_regime_clear)

G_END_DECLS
