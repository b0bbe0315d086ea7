/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-levels.h: distributions kept as their quantiles at the chances hw_levels.
 *
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

double hw_levels_mean    (const double *q);
double hw_levels_sd      (const double *q);
double hw_levels_at      (const double *q, double p);
double hw_levels_pinball (const double *q, double actual);
void   hw_levels_sort    (double *q);

G_END_DECLS
