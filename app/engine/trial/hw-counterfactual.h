/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-counterfactual.h: what would have happened without the change: one series, from its
 * own past, the time of year and series that the change does not touch.
 *
 * A regression on the periods before says what was to be expected after. The gap is the
 * mean of what happened less that, in units of its own standard error, which knows that
 * errors carry over from period to period. The same is done at earlier dates at which
 * nothing happened, each judged by what came before it alone. Where those gaps are larger
 * than the model says they should be, the range is widened by as much. How large such a
 * gap comes to be by chance, with the carry, the spread and the widening estimated from so
 * short a past, is drawn: p and the range follow from these draws.
 *
 * In:  the series (as a rule logs of sales, so that the effect is a share), controls, the
 *      first period of the trial and its length, the periods of a year.
 * Out: the gap, p, range; what was expected; the gaps of the quiet dates; the smallest
 *      effect that the same test would have seen.
 * Source: regression with a control and in-time placebo: Abadie, Diamond and Hainmueller
 *      (2015), AJPS 59(2); the bootstrap of a studentised statistic: Davison and Hinkley
 *      (1997), "Bootstrap Methods and their Application", section 5.2; bias of a lag
 *      correlation: Marriott and Pope (1954), Biometrika 41.
 * Checked against: false alarms, power and coverage in simulated shops (tests/bench/SHOPS.md).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

#define HW_COUNTERFACTUAL_CONTROLS 8
#define HW_COUNTERFACTUAL_LEAST 26   /* periods seen before any date judged */

typedef struct
{
  const double *y;          /* length n, oldest first; NAN: closed or not observed */
  const double *controls;   /* (nullable) n_controls rows of n; a period without one of them is left out */
  gsize         n, n_controls;
  gsize         start;      /* first period of the trial */
  gsize         length;     /* start + length <= n */
  double        season;     /* periods of a year (52.18); 0: none. Used where the past is one and a half of it */
  guint         n_draws;    /* 99 or more */
  guint64       seed;
  double        level;      /* of the range, of the smallest effect: 0.95 is a test at 5 % */
  double        power;      /* of the smallest effect: 0.8 */
} HwCounterfactualInput;

typedef struct
{
  double  gap;              /* mean of actual less expected over the trial: the effect, units of y */
  double  se;               /* of the gap, by the model alone */
  double  wider;            /* by which the quiet dates ask for more: 1 or above */
  double  p;                /* both ways, by draws */
  double  low, high;
  double  smallest;         /* effect seen with the power asked for */
  double  carry;            /* lag-1 correlation of the errors, its bias taken out */
  double  sd;               /* of one period around what is expected */
  double *expected;         /* (owned) length `length`; NAN where a control is not known */
  double *quiet;            /* (owned) length n_quiet: gaps in their own standard errors, oldest first */
  gsize   n_quiet;
  gsize   n_as_large;       /* of them, as large as that of the trial in its own */
  gsize   n_waves;          /* sine and cosine pairs of the year: 0, 1 or 2 */
} HwCounterfactual;

/* TOO_SHORT where the past is too short, see hw_counterfactual_needs(); BAD_VALUE; CANCELLED. */
gboolean hw_counterfactual_run   (const HwCounterfactualInput *input,
                                  const HwTick                *tick,
                                  HwCounterfactual            *result,
                                  GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_counterfactual_clear (HwCounterfactual            *result);

/* Periods before that a trial of @length needs, closed ones not counted. */
gsize    hw_counterfactual_needs (gsize length, gsize n_controls);

/* Sine and cosine pairs of the year that a trial which starts after so many periods is judged
 * with; 0 where @season is 0. */
gsize    hw_counterfactual_waves (gsize start, double season);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwCounterfactual, hw_counterfactual_clear)

G_END_DECLS
