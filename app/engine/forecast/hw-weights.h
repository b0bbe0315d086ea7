/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-weights.h: how much of a mix each of several rivals gets, by how they did.
 *
 * In:  the loss of each rival on held-out stretches, of many series.
 * Out: weights that add up to 1. A series' own losses are few and noisy, so they
 *      speak together with those of the whole catalogue, and both are held back
 *      towards equal weights.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_RIVALS_MAX 20

/* What a catalogue says of the rivals: sums of their losses, each as logarithm
 * relative to the mean of the series' rivals. */
typedef struct
{
  double sum[HW_RIVALS_MAX];
  double n[HW_RIVALS_MAX];
} HwWeightsPool;

/* @loss: length n, NAN where a rival has none. */
void hw_weights_learn (HwWeightsPool       *pool,
                       const double        *loss,
                       gsize                n);

/* How much more a smaller loss brings, and how much of that for the series' own
 * losses, the rest for the catalogue's. Means differ by luck more than by skill;
 * quantiles of whole numbers should hardly be averaged, and say little on one series. */
typedef struct
{
  double sharpness;
  double own;
} HwWeightsRule;

extern const HwWeightsRule hw_weights_means;
extern const HwWeightsRule hw_weights_chances;

/* @available: (nullable) length n: rivals that can take part; NULL: all */
void hw_weights_of    (const HwWeightsPool *pool,
                       const HwWeightsRule *rule,
                       const double        *loss,
                       const gboolean      *available,
                       gsize                n,
                       double              *weight);

G_END_DECLS
