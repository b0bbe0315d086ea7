/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-monitors.h: all that is watched in the errors of one forecast, with one budget of
 * false alarms for all of it.
 *
 * In:  period by period the error of a frozen forecast and of the simple rule, and whether
 *      its 80 % range held; from which period on they are watched: before, all was well.
 * Out: each monitor's finding, and which of them raise an alarm.
 *
 * The budget: bias and drift each raise a false alarm once in HW_MONITORS_SELDOM periods on
 * average, the simple rule and the range about as seldom at HW_MONITORS_CHANCE; all of them
 * together in no more than one of 100 stable periods.
 * Checked against: made-up stable businesses at lag correlation 0 and 0.3
 *      (tests/engine/test-hw-monitors.c).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "engine/watch/hw-close-watch.h"
#include "engine/watch/hw-drift.h"
#include "engine/watch/hw-tracking-signal.h"

G_BEGIN_DECLS

#define HW_MONITORS_SELDOM 500.0
#define HW_MONITORS_CHANCE 0.005
#define HW_MONITORS_CLOSE 12   /* last periods held against the simple rule */
#define HW_MONITORS_BAND 26    /* last periods held against the range */

typedef struct
{
  const double *error;   /* length n, forecast less what came; NAN: none */
  const double *simple;  /* the same of the simple rule */
  const double *promise; /* 1 inside the 80 % range, 0 outside, NAN not known */
  gsize         n, from; /* watched from `from` on */
  guint64       seed;
} HwMonitorsInput;

typedef struct
{
  HwTracking    bias;
  HwDrift       drift;
  HwSimpleWatch simple;
  HwBandWatch   band;
  gboolean      known;        /* bias and drift: the stable time is long enough */
  gboolean      knows_simple, knows_band;
  gboolean      bias_alarm, drift_alarm, simple_alarm, band_alarm;
} HwMonitors;

void hw_monitors_run   (const HwMonitorsInput *input,
                        HwMonitors            *result);
void hw_monitors_clear (HwMonitors            *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwMonitors, hw_monitors_clear)

G_END_DECLS
