/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-fit.h: finds the parameters of exponential smoothing for a series.
 *
 * In:  a series, oldest first; NAN where nothing was observed.
 * Out: parameters, the state after the last period, the spread of its errors.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets.h"

G_BEGIN_DECLS

typedef struct
{
  HwEtsSpec   spec;
  HwEtsParams params;
  HwEtsState  state;      /* (owned) after the last period */
  HwEtsState  first;      /* (owned) before the first */
  double      sigma;      /* one-step standard deviation: in units, or relative if multiplicative */
  double      aicc;       /* the smaller, the better this form suits the series */
} HwEtsFit;

gboolean hw_ets_fit       (const HwEtsSpec *spec,
                           const double    *y,
                           gsize            n,
                           HwEtsFit        *fit,
                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_ets_fit_clear (HwEtsFit        *fit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwEtsFit, hw_ets_fit_clear)

G_END_DECLS
