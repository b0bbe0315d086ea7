/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-white-errors.h: errors made standard and white by what a stable time says of them,
 * and what such errors look like by chance alone: what the limits of monitors rest on.
 *
 * In:  errors of a stable time; then errors one by one.
 * Out: what is new in each, in spreads, far ones cut; the same of made-up businesses that
 *      know their own past no better.
 * Source: Lu and Reynolds (2001), Journal of Quality Technology 33 (white errors); bias of
 *      a lag correlation: Kendall (1954); Marriott and Pope (1954), Biometrika 41.
 * Checked by: hw-drift.h, hw-tracking-signal.h.
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double mean, sd;  /* of the past; the mean is 0 where errors are held against 0 */
  double carry;     /* lag-1 correlation, its bias taken out, 0..0.9 */
  double fresh;     /* sd of what is new in each, in spreads */
} HwWhitePast;

/* @y: length @n, NAN: none. @centred: around their own mean, else around 0. FALSE where
 * fewer than two are known or all are alike. */
gboolean hw_white_errors_learn    (const double      *y,
                                   gsize              n,
                                   gboolean           centred,
                                   HwWhitePast       *past);
/* The same, refused where fewer than @least are known (TOO_SHORT), or where they are all alike
 * or an alarm in fewer than 20 periods is wished for (BAD_VALUE); @seen: how many are known. */
gboolean hw_white_errors_begin    (const double      *y,
                                   gsize              n,
                                   gboolean           centred,
                                   gsize              least,
                                   double             seldom,
                                   HwWhitePast       *past,
                                   gsize             *seen,
                                   GError           **error);
/* The mean of what is known of @y from place @since on. */
double   hw_white_errors_mean     (const double      *y,
                                   gsize              since,
                                   gsize              n);
/* What is new in @y; @last: the error before, NAN if none. */
double   hw_white_errors_next     (const HwWhitePast *past,
                                   double             y,
                                   double             last);
/* @runs rows of @periods: new errors of businesses of lag correlation @carry, each made white
 * by a past of its own, @n_past long; 0: as known. */
double  *hw_white_errors_simulate (gsize              n_past,
                                   gboolean           centred,
                                   double             carry,
                                   gsize              runs,
                                   gsize              periods,
                                   guint64            seed) G_GNUC_WARN_UNUSED_RESULT;

/* How many alarms a monitor raises over a row, starting anew after each. */
typedef gsize (*HwWhiteCount) (const double *white, gsize periods, double limit, gconstpointer data);

/* The lowest limit in low..high at which a monitor raises no more than one alarm in
 * @seldom periods on rows of simulate(). */
double   hw_white_errors_limit    (const double      *white,
                                   gsize              runs,
                                   gsize              periods,
                                   double             seldom,
                                   double             low,
                                   double             high,
                                   HwWhiteCount       count,
                                   gconstpointer      data);

G_END_DECLS
