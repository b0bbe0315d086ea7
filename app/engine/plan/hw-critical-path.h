/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-critical-path.h: which steps hold up the end, how much room the others have, and by
 * which day all is done if steps slip as they have so far.
 *
 * In:  steps in an order in which each comes after those it waits for; days as least,
 *      likeliest and most; what the steps that are done took.
 * Out: days from the first day of the plan (0).
 *
 * By plan: earliest and latest start of each step with its planned days, the difference
 * is its slack; without slack it is critical. The forecast draws each open step's days
 * (PERT) times one slip for all of them, as the same people estimate and do them: its log
 * is normal around what the k done steps showed, drawn to 0 by as much as one step more
 * would weigh,
 *
 *   mean = sum of logs / (k + 1),  sd = s sqrt (1 / (k + 1)),  s = usual or own scatter.
 *
 * Source: Kelley and Walker (1959), "Critical-path planning and scheduling", Eastern Joint
 *      Computer Conference; Malcolm, Roseboom, Clark and Fazar (1959), Operations Research
 *      7(5); by simulation: Van Slyke (1963), Operations Research 11(5).
 * Checked against: all paths counted one by one, and PERT laws by numerical integration,
 *      in tests/engine/make-critical-path-reference.py.
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "core/hw-tick.h"
#include "engine/money/hw-benefit.h"

G_BEGIN_DECLS

typedef struct
{
  HwPert       days;      /* from its start to its end; mode: as planned, above 0 */
  double       from;      /* it does not begin before; 0 or more */
  const guint *after;     /* length n_after: earlier steps that it waits for */
  gsize        n_after;
  gboolean     done;
  double       began;     /* where done, or begun: when; else NAN */
  double       ended;     /* where done: when */
} HwPathStep;

typedef struct
{
  const HwPathStep *steps; /* length n, 1 or more */
  gsize             n;
  double            today; /* what is not done ends after it */
  guint             n_draws; /* 100 or more */
  guint64           seed;
} HwPathInput;

typedef struct
{
  double start, end;      /* earliest, by plan */
  double slack;           /* days that it may be late without the end being late */
  double critical;        /* share of draws in which it held up the end; 0 where done */
  double ends_50, ends_90; /* it is done by then, in half and in nine of ten draws */
} HwPathPlace;

typedef struct
{
  HwPathPlace *places;    /* (owned) length n */
  gsize        n;
  double       planned;   /* end of all, by plan */
  double       ends_50, ends_90; /* of all, as things stand */
  double       slip;      /* middle of how many times as long steps take; 1: as planned */
} HwPath;

#define HW_PATH_SLIP_USUAL 0.3 /* scatter of the log of a step's slip where none are done */

/* BAD_VALUE for what is out of order, and where a step waits for one that is not before
 * it; CANCELLED. */
gboolean hw_critical_path_run (const HwPathInput *input, const HwTick *tick, HwPath *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_path_clear        (HwPath *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwPath, hw_path_clear)

G_END_DECLS
