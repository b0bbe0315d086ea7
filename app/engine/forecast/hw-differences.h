/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-differences.h: how often a series must be differenced to stand still.
 *
 * In:  a complete series.
 * Out: 0 to 2 plain differences, 0 or 1 seasonal one.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hw_kpss            (const double *y,
                           gsize         n);
int    hw_differences     (const double *y,
                           gsize         n,
                           int           most);
double hw_season_strength (const double *y,
                           gsize         n,
                           int           season);
int    hw_season_differences (const double *y,
                              gsize         n,
                              int           season);

G_END_DECLS
