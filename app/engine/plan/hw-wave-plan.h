/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-wave-plan.h: who changes over when: items (sites, shelves, teams) in waves.
 *
 * The best benefit for the effort goes first, in classes; within a class the order is by
 * lot. So the waves that wait are a fair comparison for those that have begun, as far as
 * they are of one class. Each wave takes as many as may change at once, as can be shown
 * how, and as the purse allows.
 *
 * In:  a benefit and an effort for each item, in any unit; limits for one wave.
 * Out: the order and the wave of each item.
 * Source: Hussey and Hughes (2007), "Design and analysis of stepped wedge cluster
 *      randomized trials", Contemporary Clinical Trials 28(2); the shuffle: Durstenfeld
 *      (1964), CACM 7(7), algorithm 235.
 * Checked against: classes and limits counted again in tests/engine/test-hw-wave-plan.c.
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double benefit;   /* 0 or more */
  double effort;    /* above 0 */
  double people;    /* to be shown how: 0 or more */
  double cash;      /* money to change it over: 0 or more */
} HwWaveItem;

typedef struct
{
  const HwWaveItem *items;       /* length n, 1 or more */
  gsize             n;
  guint             n_classes;   /* 1 or more */
  guint             most;        /* items in a wave: 1 or more */
  double            people_most; /* in a wave; 0: any */
  double            cash_most;   /* in a wave; 0: any */
  guint64           seed;
} HwWavePlanInput;

typedef struct
{
  guint *order;      /* (owned) length n: items as they change over */
  guint *wave_of;    /* (owned) length n, of each item: from 0 */
  guint *class_of;   /* (owned) length n, of each item: 0 is the best */
  gsize  n;
  guint  n_waves;
} HwWavePlan;

/* BAD_VALUE for what is no number or out of its limits, and where one item alone needs
 * more people or money than a wave may have. */
gboolean hw_wave_plan_run   (const HwWavePlanInput *input, HwWavePlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_wave_plan_clear (HwWavePlan *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwWavePlan, hw_wave_plan_clear)

G_END_DECLS
