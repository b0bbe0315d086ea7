/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-item-trial.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-pairing.h"
#include "engine/trial/hw-smallest-effect.h"

#include <math.h>
#include <string.h>

#define LEVEL 0.95
#define WILD_LEAST 0.01   /* variance of what a window is about to sell, in shares of what was before */

/* One unit in one window: what it sold, and what the time before would have made of it. */
typedef struct
{
  double sold, due;
  double inexact;   /* variance of due, in shares of it */
} Window;

static Window
look_at (const HwItemTrialPast *past,
         gsize                  unit,
         gsize                  start)
{
  const double *y = past->sales.sales + unit * past->sales.n_periods;
  double before = 0.5;
  gsize n_before = 0, n_open = 0;
  Window w = { 0 };

  for (gsize t = start - past->before; t < start + past->length; t++)
    {
      if (isnan (y[t]))
        continue;

      *(t < start ? &before : &w.sold) += y[t];
      *(t < start ? &n_before : &n_open) += 1;
    }

  w.due = n_before > 0 ? before * (double) n_open / (double) n_before : 0.0;
  w.inexact = n_before > 0 ? (double) n_open / (double) n_before : 0.0;
  return w;
}

/* By how much windows differ from what was due, beyond chance in counting. */
static double
find_wild (const HwItemTrialPast *past,
           gsize                  start)
{
  double beyond = 0.0, due = 0.0;

  for (gsize i = 0; i < past->sales.n_units; i++)
    {
      const Window w = look_at (past, i, start);

      if (!(w.due > 0.0))
        continue;

      beyond += (w.sold - w.due) * (w.sold - w.due) / w.due - 1.0 - w.inexact;
      due += w.due;
    }

  return due > 0.0 ? MAX (beyond / due, WILD_LEAST) : WILD_LEAST;
}

/* An effect on the changed units of @sales, a copy of the past. */
static void
add_effect (const HwItemTrialPast *past,
            const HwPairing       *pairs,
            gsize                  start,
            double                 share,
            HwRng                 *rng,
            double                *sales)
{
  const double shape = 1.0 / find_wild (past, start);

  for (gsize i = 0; i < pairs->n_pairs; i++)
    {
      double *y = sales + pairs->changed[i] * past->sales.n_periods + start;
      const Window w = look_at (past, pairs->changed[i], start);
      const double rate = w.due > 0.0 ? hw_rng_gamma (rng, shape + w.sold) / (shape / w.due + 1.0) : 0.0;
      double more = hw_rng_poisson (rng, share * rate);

      for (gsize t = 0; t < past->length; t++)
        if (!isnan (y[t]))
          {
            y[t] += more;
            more = 0.0;
          }
    }
}

static gboolean
pair_up (const HwItemTrialPast *past,
         gsize                  start,
         HwRng                 *rng,
         double                *was,
         HwPairing             *pairs)
{
  for (gsize i = 0; i < past->sales.n_units; i++)
    was[i] = hw_item_trial_rate (&past->sales, i, start - past->before, past->before);

  return hw_pairing_run (&(HwPairingInput) { was, past->sales.n_units, 1, hw_rng_next (rng) }, pairs);
}

/* In logs, where effects scatter as one of @size does. */
static gboolean
find_smallest (const HwItemTrialPast *past,
               double                 size,
               const HwTick          *tick,
               double                *effect,
               GError               **error)
{
  const gsize n_values = past->sales.n_units * past->sales.n_periods;
  g_autofree double *reach = g_new (double, 2 * (gsize) past->n_tries);
  g_autofree double *was = g_new (double, past->sales.n_units + 1);
  g_autofree double *sales = g_new (double, n_values + 1);
  HwItemSales tried = past->sales;
  gsize n_reach = 0;
  HwRng rng;

  hw_rng_init (&rng, past->seed);
  tried.sales = size > 0.0 ? sales : past->sales.sales;
  for (guint k = 0; k < past->n_tries; k++)
    {
      const gsize start = past->before + hw_rng_below (&rng, (guint32) (past->sales.n_periods - past->before - past->length + 1));
      g_auto (HwPairing) pairs = { 0 };
      HwItemTrial r;

      if (!pair_up (past, start, &rng, was, &pairs))
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "fewer than two units");
          return FALSE;
        }

      if (size > 0.0)
        {
          memcpy (sales, past->sales.sales, n_values * sizeof *sales);
          add_effect (past, &pairs, start, expm1 (size), &rng, sales);
        }

      if (!hw_item_trial_run (&(HwItemTrialInput) { tried, pairs.changed, pairs.partner, pairs.n_pairs, start, past->before, past->length,
                                                    past->n_draws, hw_rng_next (&rng), LEVEL },
                              tick, &r, error))
        return FALSE;

      reach[n_reach++] = size - r.test.low;
      if (!(size > 0.0))
        reach[n_reach++] = r.test.high;
    }

  *effect = hw_smallest_effect_seen (reach, n_reach, past->power);
  return TRUE;
}

/**
 * hw_item_trial_smallest:
 * @past: sales before the trial, its size; see HwItemTrialPast
 * @tick: (nullable): whether to go on
 * @share: (out): share that a test at 5 % finds with the power asked for; infinite with too few pairs
 * @error: return location
 *
 * Dates, pairs and coins by the seed. The range of each such trial, in which nothing happened,
 * says which effect would have been found. Pieces scatter less, in logs, the more there are:
 * so they are gone through once more with as large an effect on the changed units. What such
 * an effect adds to a unit is Poisson around what it was about to sell, which is only known
 * from its sales before and in the window: drawn from the gamma law that both leave open.
 *
 * Checked against: power in 2,000 shops (tests/bench/SHOPS.md).
 *
 * Returns: %FALSE with @error: as hw_item_trial_run()
 */
gboolean
hw_item_trial_smallest (const HwItemTrialPast *past,
                        const HwTick          *tick,
                        double                *share,
                        GError               **error)
{
  double effect;

  if (past->length == 0 || past->before + past->length > past->sales.n_periods)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "the past is shorter than the trial");
      return FALSE;
    }

  if (!find_smallest (past, 0.0, tick, &effect, error))
    return FALSE;
  if (past->pieces && isfinite (effect) && !find_smallest (past, effect, tick, &effect, error))
    return FALSE;

  *share = expm1 (effect);
  return TRUE;
}
