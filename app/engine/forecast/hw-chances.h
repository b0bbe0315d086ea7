/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chances.h: the mix as a distribution, and its rivals among the families that
 * give one of their own.
 *
 * In:  the mix, what the families say, how wide ranges have to be.
 * Out: quantiles of every step ahead and of the held-out stretches, and how well
 *      each rival's held.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-conformal.h"
#include "engine/forecast/hw-mix.h"

G_BEGIN_DECLS

#define HW_CHANCES_RIVALS (HW_FAMILIES + 1)
#define HW_CHANCES_MIX HW_FAMILIES /* place of the mix among them */

typedef struct
{
  double *q[HW_CHANCES_RIVALS];      /* (owned for the mix, borrowed else) (nullable) horizon * HW_LEVELS */
  double *past_q[HW_CHANCES_RIVALS]; /* (same) (nullable) origins * plan.horizon * HW_LEVELS */
} HwChances;

/* Error over claimed spread on the held-out stretches; NULL if nothing was tested. */
double  *hw_chances_off    (const HwBacktest  *backtest,
                            const HwMix       *mix) G_GNUC_WARN_UNUSED_RESULT;

void     hw_chances_take   (const HwBacktest  *backtest,
                            const HwMix       *mix,
                            const HwConformal *conformal,
                            double             scale,
                            gboolean           non_negative,
                            HwChances         *chances);
void     hw_chances_clear  (HwChances         *chances);

/* Mean pinball loss of each rival; NAN where it has none. */
void     hw_chances_losses (const HwBacktest  *backtest,
                            const HwChances   *chances,
                            double            *loss);
void     hw_chances_available (const HwChances *chances,
                               gboolean         now_and_then,
                               gboolean        *available);

/* (transfer full): the weighted quantiles of the rivals, `n` of them times HW_LEVELS */
double  *hw_chances_join   (double *const     *q,
                            const double      *weight,
                            gsize              n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwChances, hw_chances_clear)

G_END_DECLS
