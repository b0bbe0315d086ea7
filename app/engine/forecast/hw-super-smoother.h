/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-super-smoother.h: a smooth line through a series that follows quick turns
 * where the series turns quickly, and none where it only wavers.
 *
 * In:  a complete series. Out: the line.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hw_super_smoother (const double *y,
                        gsize         n,
                        double       *line);

G_END_DECLS
