/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-drift.h: has something shifted for good? A two-sided CUSUM over the errors of a
 * frozen model.
 *
 * The past's own mean, spread and lag-1 correlation make the errors that follow standard
 * and white; far ones count as three. The limit is found by simulating just this, with a
 * past as short as the one given, so that a stable business is not alarmed more often
 * than asked: short pasts know their own mean badly, and that alone raises alarms.
 *
 * In:  errors of a stable time, errors since, how seldom a false alarm may come.
 * Out: the alarm, since when it has been so, and how far it has moved.
 * Source: Page (1954), "Continuous inspection schemes", Biometrika 41; white errors:
 *      Lu and Reynolds (2001), "CUSUM charts for monitoring an autocorrelated process",
 *      Journal of Quality Technology 33; estimated limits: Jones, Champ and Rigdon (2004),
 *      "The run length distribution of the CUSUM with estimated parameters", ibid. 36.
 * Checked against: false alarms and delays on made-up errors (tests/engine/test-hw-drift.c);
 *      with all known and k 0.5, h 5 a false alarm in 465 periods.
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_DRIFT_LEAST 20 /* errors of a stable time */

typedef struct
{
  const double *past;   /* length n_past: errors of a stable time, oldest first; NAN: none */
  gsize         n_past;
  const double *now;    /* length n_now: errors since, in order; NAN: none */
  gsize         n_now;
  double        seldom; /* one false alarm in so many periods, on average: 20 or more */
  guint64       seed;
} HwDriftInput;

typedef struct
{
  double  mean, sd;     /* of the past */
  double  carry;        /* lag-1 correlation of the past, its bias taken out, 0..0.9 */
  double  limit;
  double *path;         /* (owned) length n_now: the larger of both sums, minus where it is that of falling */
  gssize  alarm;        /* the first period of now that is beyond the limit; -1: none */
  gsize   since;        /* of an alarm: when the sum began to grow */
  double  moved;        /* of an alarm: mean of the errors since then less the past's mean */
} HwDrift;

/* TOO_SHORT; BAD_VALUE for a past without any spread. */
gboolean hw_drift_run   (const HwDriftInput *input,
                         HwDrift            *result,
                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_drift_clear (HwDrift            *result);

/* The limit alone: @n_past 0 where mean and spread are known. */
double   hw_drift_limit (gsize n_past, double carry, double seldom, guint64 seed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwDrift, hw_drift_clear)

G_END_DECLS
