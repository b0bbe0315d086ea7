/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-adida.h: demand now and then, forecast by buckets of several periods.
 *
 * In:  demand per period, oldest first; NAN where nothing was observed.
 * Out: one mean demand per period for all periods ahead.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

gsize  hw_adida_bucket (const double *y,
                        gsize         n);

double hw_adida_mean   (const double *y,
                        gsize         n,
                        gsize         bucket);

double hw_imapa_mean   (const double *y,
                        gsize         n,
                        gsize         largest);

extern const HwFamily hw_family_imapa;

G_END_DECLS
