/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-paths.h: the ways demand may go, for stock: as the past was spread
 * around what was to be expected, around what is to be expected now.
 *
 * In:  demand of the past (sold-out periods completed), the forecast's mean ahead.
 * Out: paths of demand, all of them equally likely.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const double *y;          /* length n, oldest first: demand [units]; NAN: not observed */
  gsize         n;
  const double *ahead;      /* length n_periods: the forecast's mean [units]; NULL: there is none, or too new for one */
  gsize         n_periods;
  int           season;     /* periods of the short season: 7 by day, else 1 */
  int           year;       /* periods of a year: 364, 52, 12; 0 for none */
  gboolean      whole;      /* sold in whole units */
  gsize         n_paths;
  guint64       seed;
} HwStockPathsInput;

/* (transfer full): path by path, n_paths * n_periods [units]. NULL with NO_DEMAND,
 * TOO_SHORT (fewer than two observed periods) or BAD_VALUE. */
double *hw_stock_paths_draw (const HwStockPathsInput  *input,
                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
