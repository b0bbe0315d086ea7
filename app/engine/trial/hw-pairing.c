/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-pairing.h"

#include "core/hw-rng.h"

#include <math.h>
#include <stdlib.h>

#define CLOSE_BY 8    /* pairs that trade partners */
#define ROUNDS_MOST 12

typedef struct
{
  double at[HW_PAIRING_FEATURES]; /* in spreads */
  guint  unit;
} Unit;

static int
compare (const void *a,
         const void *b)
{
  const Unit *x = a, *y = b;

  return x->at[0] != y->at[0] ? (x->at[0] < y->at[0]) - (x->at[0] > y->at[0]) : (x->unit > y->unit) - (x->unit < y->unit);
}

static double
distance (const Unit *a,
          const Unit *b)
{
  double sum = 0.0;

  for (gsize f = 0; f < HW_PAIRING_FEATURES; f++)
    sum += (a->at[f] - b->at[f]) * (a->at[f] - b->at[f]);

  return sum;
}

/* The units known in full, each feature in its own spread around its mean. */
static gsize
collect (const HwPairingInput *in,
         Unit                 *units)
{
  gsize n = 0;

  for (gsize i = 0; i < in->n_units; i++)
    {
      Unit unit = { .unit = (guint) i };
      gboolean known = TRUE;

      for (gsize f = 0; f < in->n_features; f++)
        {
          unit.at[f] = in->features[i * in->n_features + f];
          known = known && isfinite (unit.at[f]);
        }

      if (known)
        units[n++] = unit;
    }

  for (gsize f = 0; f < in->n_features; f++)
    {
      double mean = 0.0, squares = 0.0;

      for (gsize i = 0; i < n; i++)
        mean += units[i].at[f] / (double) n;
      for (gsize i = 0; i < n; i++)
        squares += (units[i].at[f] - mean) * (units[i].at[f] - mean);
      for (gsize i = 0; i < n; i++)
        units[i].at[f] = squares > 0.0 ? (units[i].at[f] - mean) / sqrt (squares / (double) n) : 0.0;
    }

  return n;
}

/* Pairs stand at 2 i and 2 i + 1. TRUE if two pairs are more alike with partners changed. */
static gboolean
trade (Unit *a,
       Unit *b)
{
  const double stay = distance (&a[0], &a[1]) + distance (&b[0], &b[1]);
  const double cross = distance (&a[0], &b[0]) + distance (&a[1], &b[1]);
  const double other = distance (&a[0], &b[1]) + distance (&a[1], &b[0]);
  const gsize give = cross <= other ? 0 : 1;
  Unit kept;

  if (!(MIN (cross, other) < stay * (1.0 - 1e-12)))
    return FALSE;

  kept = a[1];
  a[1] = b[give];
  b[give] = kept;
  return TRUE;
}

static void
improve (Unit  *units,
         gsize  n_pairs)
{
  gboolean better = TRUE;

  for (gsize round = 0; better && round < ROUNDS_MOST; round++)
    {
      better = FALSE;
      for (gsize i = 0; i < n_pairs; i++)
        for (gsize k = i + 1; k < n_pairs && k <= i + CLOSE_BY; k++)
          better |= trade (&units[2 * i], &units[2 * k]);
    }
}

/**
 * hw_pairing_run:
 * @input: features and seed; see HwPairingInput
 * @result: (out caller-allocates): pairs, balance [spreads]
 *
 * Greedy by the first feature, then exchanges within eight pairs until none helps: not the
 * best matching, but one that the owner can follow. Coins are tossed once and never again for
 * a better balance: that would spoil the test.
 *
 * Checked against: properties (tests/engine/test-hw-pairing.c).
 *
 * Returns: %FALSE with fewer than two units known in full, or no feature
 */
gboolean
hw_pairing_run (const HwPairingInput *input,
                HwPairing            *result)
{
  g_autofree Unit *units = g_new (Unit, input->n_units + 1);
  gsize n;
  HwRng rng;

  *result = (HwPairing) { 0 };
  if (input->n_features < 1 || input->n_features > HW_PAIRING_FEATURES)
    return FALSE;

  n = collect (input, units);
  if (n < 2)
    return FALSE;

  qsort (units, n, sizeof *units, compare);
  result->n_pairs = n / 2;
  if (input->n_features > 1)
    improve (units, result->n_pairs);

  result->changed = g_new (guint, result->n_pairs);
  result->partner = g_new (guint, result->n_pairs);
  hw_rng_init (&rng, input->seed);
  for (gsize i = 0; i < result->n_pairs; i++)
    {
      const gsize coin = (gsize) (hw_rng_next (&rng) >> 63);
      const Unit *changed = &units[2 * i + coin], *partner = &units[2 * i + 1 - coin];

      result->changed[i] = changed->unit;
      result->partner[i] = partner->unit;
      for (gsize f = 0; f < input->n_features; f++)
        result->balance[f] += (changed->at[f] - partner->at[f]) / (double) result->n_pairs;
    }

  return TRUE;
}

/**
 * hw_pairing_clear:
 * @result: its memory is given back
 */
void
hw_pairing_clear (HwPairing *result)
{
  g_clear_pointer (&result->changed, g_free);
  g_clear_pointer (&result->partner, g_free);
}

/**
 * hw_pairing_merge:
 * @together: (array length=n): group of each thing; below 0: alone
 * @n: things
 * @unit_of: (out) (array length=n): unit of each thing, from 0
 *
 * Returns: how many units
 */
gsize
hw_pairing_merge (const int *together,
                  gsize      n,
                  guint     *unit_of)
{
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  guint n_units = 0;

  for (gsize i = 0; i < n; i++)
    {
      gpointer known;

      if (together[i] >= 0 && g_hash_table_lookup_extended (units, GINT_TO_POINTER (together[i]), NULL, &known))
        {
          unit_of[i] = GPOINTER_TO_UINT (known);
          continue;
        }

      if (together[i] >= 0)
        g_hash_table_insert (units, GINT_TO_POINTER (together[i]), GUINT_TO_POINTER (n_units));
      unit_of[i] = n_units++;
    }

  return n_units;
}
