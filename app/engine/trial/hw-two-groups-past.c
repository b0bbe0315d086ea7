/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-two-groups.h"

#include "core/hw-rng.h"
#include "engine/trial/hw-smallest-effect.h"

#include <math.h>

#define LEVEL 0.95

/* A row of the past with an effect of @size on the chosen. */
static void
fill_row (const HwTwoGroupsPast *past,
          const double          *from,
          const guint8          *chosen,
          double                 size,
          HwRng                 *rng,
          double                *row)
{
  double n_zero = 0.0;

  for (gsize i = 0; i < past->n; i++)
    n_zero += from[i] < 1.0;

  for (gsize i = 0; i < past->n; i++)
    {
      row[i] = from[i];
      if (!chosen[i] || size <= 0.0)
        continue;
      if (past->kind == HW_EFFECT_COUNT)
        row[i] += hw_rng_poisson (rng, size);
      else if (past->kind == HW_EFFECT_YES_NO && row[i] < 1.0)
        row[i] += hw_rng_unit (rng) < size * (double) past->n / n_zero ? 1.0 : 0.0;
      else if (past->kind == HW_EFFECT_AMOUNT)
        row[i] += size;
    }
}

/* The smallest visible effect, where effects scatter as one of @size does. */
static gboolean
find_smallest (const HwTwoGroupsPast *past,
               double                 size,
               const HwTick          *tick,
               double                *effect,
               GError               **error)
{
  g_autofree double *reach = g_new (double, 2 * (gsize) past->n_tries);
  g_autofree double *row = g_new (double, past->n + 1);
  g_autofree guint8 *chosen = g_new (guint8, past->n + 1);
  gsize n_reach = 0;
  HwRng rng;

  hw_rng_init (&rng, past->seed);
  for (gsize k = 0; k < past->n_tries; k++)
    {
      const gsize at = past->n_windows > 1 ? hw_rng_below (&rng, (guint32) past->n_windows) * past->n : 0;
      HwTwoGroups r;
      gsize left = past->n_chosen;

      for (gsize i = 0; i < past->n; i++)
        {
          chosen[i] = hw_rng_below (&rng, (guint32) (past->n - i)) < left;
          left -= chosen[i];
        }

      fill_row (past, past->values + at, chosen, size, &rng, row);
      if (!hw_two_groups_run (&(HwTwoGroupsInput) { row, past->before != NULL ? past->before + at : NULL, chosen, past->n, past->n_draws,
                                                    hw_rng_next (&rng), LEVEL },
                              tick, &r, error))
        return FALSE;

      reach[n_reach++] = size - r.low;
      if (size <= 0.0)
        reach[n_reach++] = r.high;
    }

  *effect = hw_smallest_effect_seen (reach, n_reach, past->power);
  return TRUE;
}

/**
 * hw_two_groups_smallest:
 * @past: values of windows of the past; see HwTwoGroupsPast
 * @tick: (nullable): whether to go on
 * @effect: (out): [units of the values]; infinite with too few units
 * @error: return location
 *
 * Where effects are events, trials are run once more with as large a one: events scatter.
 *
 * Checked against: power in 2,000 shops (tests/bench/SHOPS.md).
 *
 * Returns: %FALSE with @error: as hw_two_groups_run()
 */
gboolean
hw_two_groups_smallest (const HwTwoGroupsPast *past,
                        const HwTick          *tick,
                        double                *effect,
                        GError               **error)
{
  if (!find_smallest (past, 0.0, tick, effect, error))
    return FALSE;

  return past->kind == HW_EFFECT_AMOUNT || isinf (*effect) || find_smallest (past, *effect, tick, effect, error);
}
