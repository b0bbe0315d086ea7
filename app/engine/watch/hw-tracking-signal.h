/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-tracking-signal.h: does a forecast err to one side? Smoothed errors over smoothed
 * sizes of errors, made white by what a stable time says of them.
 *
 * The limit is found by simulating just this, with a past as short as the one given: the
 * often named limits (4 for sums over the mean size, 0.5 for smoothed ones) raise an alarm
 * every few months where nothing is wrong.
 *
 * In:  errors (forecast less what came) of a stable time, errors since, how seldom a false
 *      alarm may come.
 * Out: the signal, -1..1, its limit, the alarm, since when, and how far it errs.
 * Source: Trigg (1964), "Monitoring a forecasting system", Operational Research Quarterly 15.
 * Checked against: false alarms and delays on made-up errors
 *      (tests/engine/test-hw-tracking-signal.c).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_TRACKING_LEAST 10 /* errors of the stable time that must be known */

typedef struct
{
  const double *past;   /* length n_past, oldest first; NAN: none */
  gsize         n_past;
  const double *now;    /* length n_now, in order; NAN: none */
  gsize         n_now;
  double        seldom; /* one false alarm in so many periods, on average: 20 or more */
  guint64       seed;
} HwTrackingInput;

typedef struct
{
  double  limit;
  double *path;         /* (owned) length n_now: the signal */
  gssize  alarm;        /* the first period beyond the limit; -1: none */
  gsize   since;        /* of an alarm: when the signal last had the other sign */
  double  leans;        /* mean error of now since then, or of all of now without an alarm; NAN */
} HwTracking;

/* TOO_SHORT; BAD_VALUE for a past without any spread. */
gboolean hw_tracking_run   (const HwTrackingInput *input,
                            HwTracking            *result,
                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_tracking_clear (HwTracking            *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwTracking, hw_tracking_clear)

G_END_DECLS
