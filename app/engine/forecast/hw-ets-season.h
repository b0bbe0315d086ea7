/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-season.h: whether a series has a season, and its mean figure.
 *
 * In:  a complete series, oldest first.
 * Out: yes or no; one number for each place in the season.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets-form.h"

G_BEGIN_DECLS

gboolean hw_ets_season_shows  (const double *y,
                               gsize         n,
                               int           season);

gboolean hw_ets_season_figure (const double *y,
                               gsize         n,
                               int           season,
                               HwEtsPart     kind,
                               double       *figure);

G_END_DECLS
