/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-placebo.h: did something change at a date? Placebo-in-time.
 *
 * In:  one series, the period the trial began, how many periods it has run.
 * Out: the mean gap between what happened and what was forecast from the periods
 *      before, and the same gap at every earlier date at which nothing happened.
 * Pure: no files, no clock, no globals. Safe to call from any thread.
 */
#pragma once

#include "core/hw-tick.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const double *y;        /* length n, oldest first; NAN: not observed */
  gsize         n;
  gsize         start;    /* index of the first period of the trial */
  gsize         length;   /* periods judged: start + length <= n */
  gsize         base;     /* periods each forecast is made from; 0: three eighths of those before the trial, at least 26 */
  gboolean      non_negative;
} HwPlaceboInput;

typedef struct
{
  double  gap;            /* mean of actual less expected over the trial */
  double *expected;       /* (owned) length `length` */
  double *lo80, *hi80;    /* (owned) of each period */
  double *gaps;           /* (owned) length n_gaps: the quiet dates, oldest first */
  gsize   n_gaps;
  gsize   n_before;       /* periods before the trial, from the first one observed on */
  gsize   n_as_large;     /* |quiet gap| >= |gap| */
  double  p;              /* (1 + n_as_large) / (1 + n_gaps) */
  double  low, high;      /* 90 %: gap less the quiet gaps' own quantiles, widened for few of them */
  double  drift;          /* mean of the quiet gaps: gap - drift is the size of the effect */
  double  carry;          /* lag-1 correlation of all periods before: near 1, the level itself wanders */
} HwPlaceboResult;

/* TOO_SHORT with fewer than eight quiet dates; BAD_VALUE; CANCELLED. */
gboolean hw_placebo_run          (const HwPlaceboInput *input,
                                  const HwTick         *tick,
                                  HwPlaceboResult      *result,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_placebo_result_clear (HwPlaceboResult      *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwPlaceboResult, hw_placebo_result_clear)

G_END_DECLS
