/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pairing.h: pairs of units that are alike, and a coin for each pair.
 *
 * Neighbours by the first feature are paired, then partners change hands between pairs
 * close by as long as that makes all features more alike. Things that replace each other
 * are one unit: hw_pairing_merge() numbers the units.
 *
 * In:  features of units (as a rule log of sales, margin, log of price), a seed.
 * Out: who has the change and who is the partner; how much both groups differ.
 * Source: matched pairs: Greevy, Lu, Silber and Rosenbaum (2004), Biostatistics 5(2); the
 *      balance: Austin (2009), Statistics in Medicine 28 (below 0.1: alike).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_PAIRING_FEATURES 4
#define HW_PAIRING_ALIKE 0.1

typedef struct
{
  const double *features;    /* n_units rows of n_features; a unit with a NAN is left out */
  gsize         n_units;
  gsize         n_features;  /* 1 to HW_PAIRING_FEATURES */
  guint64       seed;
} HwPairingInput;

typedef struct
{
  guint  *changed, *partner; /* (owned) length n_pairs: units; the largest by the first feature first */
  gsize   n_pairs;
  double  balance[HW_PAIRING_FEATURES]; /* mean of the changed less that of the partners, in spreads of all units */
} HwPairing;

/* FALSE with fewer than two units or no feature. */
gboolean hw_pairing_run   (const HwPairingInput *input,
                           HwPairing            *result) G_GNUC_WARN_UNUSED_RESULT;
void     hw_pairing_clear (HwPairing            *result);

/* Numbers units: things with the same @together of 0 or more are one, those below 0 stand
 * alone. Returns how many; unit_of[i] of each of @n things, in order of their first. */
gsize    hw_pairing_merge (const int *together, gsize n, guint *unit_of);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwPairing, hw_pairing_clear)

G_END_DECLS
