/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-switchback.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-smallest-effect.h"

#include <math.h>

#define LEVEL 0.95

/**
 * hw_switchback_toss:
 * @seed: of the lots
 * @first_on: (out) (array length=n_blocks): 1: the change comes in the first of both periods
 * @n_blocks: blocks
 */
void
hw_switchback_toss (guint64  seed,
                    guint8  *first_on,
                    gsize    n_blocks)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize i = 0; i < n_blocks; i++)
    first_on[i] = (guint8) (hw_rng_next (&rng) >> 63);
}

/**
 * hw_switchback_run:
 * @input: the series and the coins; see HwSwitchbackInput
 * @tick: (nullable): whether to go on
 * @result: (out caller-allocates): effect [units of y], blocks looked at
 * @error: return location
 *
 * Checked against: blocks worked by hand (tests/engine/test-hw-switchback.c), 2,000 shops
 * (tests/bench/SHOPS.md).
 *
 * Returns: %FALSE with @error: TOO_SHORT below two open blocks, BAD_VALUE, CANCELLED
 */
gboolean
hw_switchback_run (const HwSwitchbackInput *input,
                   const HwTick            *tick,
                   HwSwitchback            *result,
                   GError                 **error)
{
  g_autofree double *d = g_new (double, input->n_blocks + 1);
  HwSignFlipInput test = { d, NULL, 0, input->n_draws, input->seed, input->level };

  for (gsize i = 0; i < input->n_blocks; i++)
    {
      const double first = input->y[input->start + HW_SWITCHBACK_BLOCK * i];
      const double second = input->y[input->start + HW_SWITCHBACK_BLOCK * i + 1];

      if (!isnan (first) && !isnan (second))
        d[test.n++] = input->first_on[i] ? first - second : second - first;
    }

  result->n_blocks = test.n;
  return hw_sign_flip_run (&test, tick, &result->test, error);
}

/* So many open blocks from @from on, going round to the first period after the last. */
static gsize
collect (const HwSwitchbackPast *past,
         gsize                   from,
         double                 *blocks)
{
  gsize n = 0;

  for (gsize i = 0; i < past->n && n < past->n_blocks; i++)
    {
      const gsize t = (from + i) % past->n;

      if (t + 1 == past->n || isnan (past->y[t]) || isnan (past->y[t + 1]))
        continue;

      blocks[HW_SWITCHBACK_BLOCK * n] = past->y[t];
      blocks[HW_SWITCHBACK_BLOCK * n + 1] = past->y[t + 1];
      n++;
      i++;
    }

  return n;
}

/**
 * hw_switchback_smallest:
 * @past: the series before the trial, its size; see HwSwitchbackPast
 * @tick: (nullable): whether to go on
 * @effect: (out): [units of y]; infinite below six blocks
 * @error: return location
 *
 * Checked against: power in 2,000 shops (tests/bench/SHOPS.md).
 *
 * Returns: %FALSE with @error: TOO_SHORT where the past holds fewer open blocks; as
 *   hw_switchback_run()
 */
gboolean
hw_switchback_smallest (const HwSwitchbackPast *past,
                        const HwTick           *tick,
                        double                 *effect,
                        GError                **error)
{
  g_autofree double *reach = g_new (double, 2 * (gsize) past->n_tries);
  g_autofree double *blocks = g_new (double, HW_SWITCHBACK_BLOCK * past->n_blocks + 1);
  g_autofree guint8 *first_on = g_new (guint8, past->n_blocks + 1);
  gsize n_reach = 0;
  HwRng rng;

  hw_rng_init (&rng, past->seed);
  for (guint k = 0; k < past->n_tries; k++)
    {
      HwSwitchback r;

      if (past->n == 0 || collect (past, hw_rng_below (&rng, (guint32) past->n), blocks) < past->n_blocks)
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "the past is shorter than the trial");
          return FALSE;
        }

      hw_switchback_toss (hw_rng_next (&rng), first_on, past->n_blocks);
      if (!hw_switchback_run (&(HwSwitchbackInput) { blocks, 0, past->n_blocks, first_on, past->n_draws, hw_rng_next (&rng), LEVEL }, tick,
                              &r, error))
        return FALSE;

      reach[n_reach++] = -r.test.low;
      reach[n_reach++] = r.test.high;
    }

  *effect = hw_smallest_effect_seen (reach, n_reach, past->power);
  return TRUE;
}
