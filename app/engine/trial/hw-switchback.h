/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-switchback.h: a change that is switched on and off by the week, by lot.
 *
 * Periods go in blocks of two; in each a coin says which of both has the change. A block in
 * which either period is closed is left out: that is no choice of anybody.
 *
 * In:  the series (as a rule logs, so that the effect is a share), where the trial starts,
 *      which of each block's two periods had the change.
 * Out: the test of the block differences; what the same trial would have seen in the past.
 * Source: Bojinov, Simchi-Levi and Zhao (2023), "Design and analysis of switchback
 *      experiments", Management Science 69(7), without carry-over.
 * Checked against: false alarms, power and coverage in simulated shops (tests/bench/SHOPS.md).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "engine/trial/hw-sign-flip.h"

G_BEGIN_DECLS

#define HW_SWITCHBACK_BLOCK 2

typedef struct
{
  const double *y;         /* length start + 2 n_blocks at least; NAN: closed */
  gsize         start;
  gsize         n_blocks;
  const guint8 *first_on;  /* length n_blocks: 1: the first of both had the change */
  guint         n_draws;
  guint64       seed;
  double        level;
} HwSwitchbackInput;

typedef struct
{
  HwSignFlip test;         /* effect: on less off */
  gsize      n_blocks;     /* looked at: open in both periods */
} HwSwitchback;

/* The coins of @n_blocks blocks. */
void     hw_switchback_toss     (guint64 seed, guint8 *first_on, gsize n_blocks);
/* As hw_sign_flip_run(). */
gboolean hw_switchback_run      (const HwSwitchbackInput *input,
                                 const HwTick            *tick,
                                 HwSwitchback            *result,
                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  const double *y;         /* length n: the past; NAN: closed */
  gsize         n;
  gsize         n_blocks;  /* open ones of the trial planned: as many must have passed */
  guint         n_tries, n_draws;
  double        power;
  guint64       seed;
} HwSwitchbackPast;

/* The smallest visible effect; TOO_SHORT where the past holds no such trial. */
gboolean hw_switchback_smallest (const HwSwitchbackPast *past,
                                 const HwTick           *tick,
                                 double                 *effect,
                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
