/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-mix.h: the families' forecasts in one, ahead and of the held-out stretches.
 *
 * In:  what each family says (hw-backtest.h) and how much it counts.
 * Out: means and claimed spreads; and how far off each family was.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-backtest.h"

G_BEGIN_DECLS

typedef struct
{
  double *mean, *sd;           /* (owned) length horizon */
  double *past_mean, *past_sd; /* (owned) (nullable) length origins * plan.horizon; NULL if nothing was tested */
} HwMix;

/* Mean size of the error of each family on the held-out stretches, or the root of
 * its mean square; NAN where there is none. */
void     hw_mix_losses   (const HwBacktest *backtest,
                          gboolean          squares,
                          double           *loss);
double   hw_mix_loss     (const HwBacktest *backtest,
                          const double     *past_mean,
                          gboolean          squares);

/* Which families take part in the mix. */
void     hw_mix_available (const HwBacktest *backtest,
                           gboolean         *available);

gboolean hw_mix_take     (const HwBacktest *backtest,
                          const double     *weight,
                          HwMix            *mix) G_GNUC_WARN_UNUSED_RESULT;

/* The plain mean of a series too short for more. */
void     hw_mix_of_mean  (const double     *y,
                          gsize             n,
                          gsize             horizon,
                          HwMix            *mix);
void     hw_mix_clear    (HwMix            *mix);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwMix, hw_mix_clear)

G_END_DECLS
