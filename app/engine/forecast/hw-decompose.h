/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-decompose.h: the season of a series by plain running means.
 *
 * In:  a complete series with a season.
 * Out: one number for each place in the season.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hw_decompose_figure (const double *y,
                              gsize         n,
                              int           season,
                              gboolean      times,
                              double       *figure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
