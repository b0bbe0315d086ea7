/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-naive.h: the simple rule: the same as last season, or as last time.
 *
 * In:  a series, oldest first; NAN where nothing was observed.
 * Out: means and spreads ahead.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

void   hw_naive_mean   (const double *y,
                        gsize         n,
                        int           season,
                        gsize         horizon,
                        double       *mean);

double hw_naive_sigma  (const double *y,
                        gsize         n,
                        int           season);

void   hw_naive_spread (int           season,
                        double        sigma,
                        gsize         horizon,
                        double       *sd,
                        double       *sum_sd);

/* The same for the combination. */
extern const HwFamily hw_family_naive;

G_END_DECLS
