/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-item-trial.h: a rule tried on some items of one shop, by lot within pairs.
 *
 * Each item's sales per open period after the start and before it, as logs (half a unit
 * is added, so that none is 0); the change of the item under the rule less that of its
 * partner is one difference; what both differed by before is taken out as well, for what
 * was high by chance comes back. Coins decided who is who, so the sign-flip test holds.
 *
 * In:  sales by item and period, pairs, which of each pair has the change.
 * Out: the test; the effect as a share; what the same trial would have seen in the past.
 * Source: Fisher (1935); covariate: Imbens and Rubin (2015), "Causal Inference for
 *      Statistics, Social, and Biomedical Sciences", chapters 7 and 10.
 * Checked against: false alarms, power and coverage in simulated shops (tests/bench/SHOPS.md).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "engine/trial/hw-sign-flip.h"

G_BEGIN_DECLS

typedef struct
{
  const double *sales;     /* n_units rows of n_periods, 0 or more; NAN: closed or not sold by anybody's choice */
  gsize         n_units;
  gsize         n_periods;
} HwItemSales;

typedef struct
{
  HwItemSales   sales;
  const guint  *changed;   /* length n_pairs: rows of the units under the rule */
  const guint  *partner;   /* length n_pairs: of those beside them */
  gsize         n_pairs;
  gsize         start;     /* first period of the trial; it runs `length` periods */
  gsize         before;    /* periods looked at before: up to `start` */
  gsize         length;
  guint         n_draws;
  guint64       seed;
  double        level;
} HwItemTrialInput;

typedef struct
{
  HwSignFlip test;         /* on logs */
  gsize      n_pairs;      /* looked at: both open in half of the periods at least, before and after */
  double     share;        /* the effect as a share: exp (effect) - 1 */
  double     low, high;    /* of it; high may be infinite, low no less than -1 */
} HwItemTrial;

/* Log of a unit's sales per open period, by which units are paired; NAN where it is mostly closed. */
double   hw_item_trial_rate     (const HwItemSales *sales,
                                 gsize              unit,
                                 gsize              from,
                                 gsize              length);

/* As hw_sign_flip_run(); BAD_VALUE where the trial lies outside the sales. */
gboolean hw_item_trial_run      (const HwItemTrialInput *input,
                                 const HwTick           *tick,
                                 HwItemTrial            *result,
                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  HwItemSales sales;       /* the past alone */
  gsize       before, length; /* of the trial planned */
  gboolean    pieces;      /* sales are counts: more of them scatter less */
  guint       n_tries, n_draws;
  double      power;
  guint64     seed;
} HwItemTrialPast;

/* The smallest visible effect, as a share: at dates in the past units are paired by their
 * sales before the date, coins tossed and the test run. TOO_SHORT where the past is shorter
 * than both stretches; as hw_sign_flip_run(). */
gboolean hw_item_trial_smallest (const HwItemTrialPast *past,
                                 const HwTick          *tick,
                                 double                *share,
                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
