/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-mstl.h: takes a series with several seasons apart: week and year, day and week.
 *
 * In:  a complete series and its seasons, the shortest first.
 * Out: the trend and each season; what is left is the rest.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_MSTL_SEASONS 3 /* at most */

typedef struct
{
  gsize   n;
  int     n_periods;
  int     periods[HW_MSTL_SEASONS];  /* those that fit in at least twice, the shortest first */
  double *trend;                     /* (owned) length n */
  double *season[HW_MSTL_SEASONS];   /* length n each, NULL behind the last */
  double *seasons;                   /* length n: their sum */
} HwMstl;

void hw_mstl_fit   (const double *y,
                    gsize         n,
                    const int    *periods,
                    int           n_periods,
                    int           rounds,
                    HwMstl       *parts);
void hw_mstl_clear (HwMstl       *parts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwMstl, hw_mstl_clear)

G_END_DECLS
