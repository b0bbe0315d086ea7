/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-trial.h: one trial of each design in one shop, where nothing happens and where the
 * smallest visible effect does, and the naive reading of the same weeks.
 */
#pragma once

#include "bench-trial-shop.h"

typedef struct
{
  gboolean alarm;      /* where nothing happened */
  gboolean found;      /* the effect, with its sign */
  gboolean held;       /* the range held the effect */
  double   attainable; /* the largest share of false alarms, up to 5 %, that it can hold */
  double   effect;     /* the smallest visible one, as told from the past */
} TrialOutcome;

typedef gboolean (*TrialRun) (HwRng *rng, const ShopKind *kind, TrialOutcome *fair, TrialOutcome *naive);

gboolean trial_items        (HwRng *rng, const ShopKind *kind, TrialOutcome *fair, TrialOutcome *naive);
gboolean trial_customers    (HwRng *rng, const ShopKind *kind, TrialOutcome *fair, TrialOutcome *naive);
gboolean trial_switchback   (HwRng *rng, const ShopKind *kind, TrialOutcome *fair, TrialOutcome *naive);
gboolean trial_sites        (HwRng *rng, const ShopKind *kind, TrialOutcome *fair, TrialOutcome *naive);
gboolean trial_control      (HwRng *rng, const ShopKind *kind, TrialOutcome *fair, TrialOutcome *naive);
gboolean trial_own_forecast (HwRng *rng, const ShopKind *kind, TrialOutcome *fair, TrialOutcome *naive);

/* Welch's test of what came after against what came before, @effect added to the former. */
void     trial_naive        (const double *before, gsize n_before, const double *after, gsize n_after, double effect, TrialOutcome *naive);
void     trial_note         (double p, double low, double high, double effect, gboolean happened, TrialOutcome *outcome);
