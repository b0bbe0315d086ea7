/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-close-watch.h: is a forecast still as close as it should be: closer than the simple
 * rule, and inside its own ranges as often as promised?
 *
 * Both look at the last periods alone. A worse stretch by chance is no alarm: the first is
 * tested by turning signs period by period, the second by the binomial.
 *
 * In:  misses of the forecast and of the simple rule; which periods lay inside the range.
 * Out: the ratio, the share, and how likely so bad a stretch is where all is well.
 * Source: Hyndman and Koehler (2006), IJF 22 (error against the simple rule); Kupiec
 *      (1995), Journal of Derivatives 3 (share inside).
 * Checked against: all turns of signs counted; false alarms on made-up errors
 *      (tests/engine/test-hw-close-watch.c).
 * Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_CLOSE_WATCH_LEAST 6  /* periods, below which nothing is said */
#define HW_CLOSE_WATCH_MOST 16  /* of the misses: the last ones */

typedef struct
{
  gsize  n;          /* periods compared */
  double ratio;      /* sum of misses over that of the simple rule: above 1 it is further off; NAN */
  double chance;     /* of so much more, or yet more, where both are as close; 1 where not further off */
  double mean_more;  /* mean miss less that of the simple rule */
} HwSimpleWatch;

/* @miss, @simple: lengths @n, of errors, either sign; NAN: none. FALSE below
 * HW_CLOSE_WATCH_LEAST periods with both. */
gboolean hw_close_watch_simple (const double  *miss,
                                const double  *simple,
                                gsize          n,
                                HwSimpleWatch *result);

typedef struct
{
  gsize    n, inside;
  double   share;
  double   chance;   /* of a share so far from the promise, both ways */
} HwBandWatch;

/* @inside: 1 inside, 0 outside, length @n; @promised: 0.8. FALSE below HW_CLOSE_WATCH_LEAST. */
gboolean hw_close_watch_band   (const guint8  *inside,
                                gsize          n,
                                double         promised,
                                HwBandWatch   *result);

G_END_DECLS
