/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-model.h: every forecasting method behind one set of functions.
 *
 * In:  a series, oldest first; NAN where nothing was observed.
 * Out: a fit that can be moved on through new periods and asked for the future.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets-fit.h"
#include "engine/forecast/hw-forecast.h"
#include "engine/forecast/hw-intermittent.h"

G_BEGIN_DECLS

typedef struct
{
  HwModel        model;
  int            season;
  HwEtsFit       ets;       /* (owned) of the smoothing methods */
  HwIntermittent now_and_then; /* of SBA and TSB */
} HwModelFit;

/* Whether the series has what the method needs. */
gboolean hw_model_suits       (HwModel           model,
                               const double     *y,
                               gsize             n,
                               int               season);

gboolean hw_model_fit         (HwModel           model,
                               const double     *y,
                               gsize             n,
                               int               season,
                               HwModelFit       *fit,
                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_model_fit_clear   (HwModelFit       *fit);

void     hw_model_move        (HwModelFit       *fit,
                               const double     *y,
                               gsize             from,
                               gsize             to);

void     hw_model_mean        (const HwModelFit *fit,
                               const double     *y,
                               gsize             n,
                               gsize             horizon,
                               double           *mean);

void     hw_model_spread      (const HwModelFit *fit,
                               const double     *y,
                               gsize             n,
                               gsize             horizon,
                               double           *sd,
                               double           *sum_sd);

gboolean hw_model_is_now_and_then (HwModel model);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwModelFit, hw_model_fit_clear)

G_END_DECLS
