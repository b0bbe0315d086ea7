/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sign-flip.h: did the coin's choice matter? The test that the toss itself licenses.
 *
 * In each of n pairs a coin chose which one got the change. If the change did nothing, the
 * other fall of the coin would have turned the sign of the pair's difference and no more:
 * so the mean difference is held against those of all other falls of the n coins. Nothing
 * is assumed of how the differences scatter.
 *
 * In:  n differences (changed less unchanged), optionally the same pairs' differences
 *      before the start; seed and number of draws.
 * Out: the effect, p, and the effects that the test does not refuse, without a search:
 *      an effect is refused from below just if too few of the means of randomly chosen
 *      pairs lie below it.
 * Source: Fisher (1935), "The Design of Experiments", section 21; range: Hartigan (1969),
 *      "Using subsample values as typical values", JASA 64.
 * Checked against: all 2^n falls counted in Python (tests/engine/make-sign-flip-reference.py).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

#define HW_SIGN_FLIP_EXACT 14    /* so many pairs or fewer: all falls of the coins */
#define HW_SIGN_FLIP_LEAST 2

typedef struct
{
  const double *difference;  /* length n */
  const double *before;      /* (nullable) length n: what the pairs differed by before; taken out by
                                least squares through 0, which no coin changes; what that takes
                                of an effect is given back */
  gsize         n;
  guint         n_draws;     /* 99 or more; where n is small all falls are counted instead */
  guint64       seed;
  double        level;       /* of the range: 0.9, 0.95 */
} HwSignFlipInput;

typedef struct
{
  double   effect;           /* mean difference, what was before taken out */
  double   slope;            /* of the difference on what was before; 0 without it */
  double   p;                /* both ways */
  double   low, high;        /* infinite where so few pairs refuse nothing */
  double   attainable;       /* the smallest p that so many pairs can give */
  gboolean exact;            /* all falls were counted */
} HwSignFlip;

/* TOO_SHORT below HW_SIGN_FLIP_LEAST pairs; BAD_VALUE; CANCELLED. */
gboolean hw_sign_flip_run      (const HwSignFlipInput *input,
                                const HwTick          *tick,
                                HwSignFlip            *result,
                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* The smallest p of @n pairs; the largest share of false alarms up to @alpha that they can
 * hold; how many pairs can reach @alpha, and how many can hold seven tenths of it. */
double   hw_sign_flip_least_p  (gsize n);
double   hw_sign_flip_holds    (gsize n, double alpha);
gsize    hw_sign_flip_pairs_for (double alpha);
gsize    hw_sign_flip_pairs_to_hold (double alpha);

G_END_DECLS
