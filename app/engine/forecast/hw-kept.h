/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-kept.h: a forecast brought up to date day by day, without starting again.
 *
 * In:  a series, its forecast, and what came since.
 * Out: the forecast of the periods still ahead; whether it is time for a new one.
 *
 * The fitted families of the mix are kept with their parameters; new periods only
 * move their states on, which equals one pass over all periods, bit for bit.
 * Pure. One thread at a time.
 */
#pragma once

#include "engine/forecast/hw-forecast.h"

G_BEGIN_DECLS

typedef struct _HwKept HwKept;

/* (nullable): NULL where only a new forecast will do */
HwKept  *hw_kept_new    (const HwForecastInput  *input,
                         const HwForecastResult *result) G_GNUC_WARN_UNUSED_RESULT;
void     hw_kept_free   (HwKept                 *self);

void     hw_kept_add    (HwKept                 *self,
                         const double           *y,
                         const guint8           *sold_out,
                         gsize                   n);
gboolean hw_kept_due    (const HwKept           *self);
gsize    hw_kept_left   (const HwKept           *self);
gboolean hw_kept_answer (const HwKept           *self,
                         HwForecastResult       *result) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwKept, hw_kept_free)

G_END_DECLS
