/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stl.h: takes a series apart into trend, season and the rest, by local fits.
 *
 * In:  a complete series with one season.
 * Out: trend and season of each period; what is left is the rest.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int period;         /* periods in the season, at least 2 */
  int season_window;  /* seasons that shape one: 7 and more, odd; 0: the same season all along */
  int trend_window;   /* periods that shape the trend, odd; 0: as wide as the season asks for */
  int rounds;         /* of giving less weight to what lies far off; 0: every period counts alike */
} HwStlParams;

gboolean hw_stl_suits (int                period,
                       gsize              n);
void     hw_stl_fit   (const HwStlParams *params,
                       const double      *y,
                       gsize              n,
                       double            *season,
                       double            *trend,
                       double            *weights);

G_END_DECLS
