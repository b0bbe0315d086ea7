/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-item-trial.h"

#include "core/hw-error.h"

#include <math.h>

#define HALF_A_UNIT 0.5
#define SEEN_SHARE 0.5

/**
 * hw_item_trial_rate:
 * @sales: by unit and period
 * @unit: row
 * @from: first period
 * @length: periods
 *
 * Returns: log of (sales + 1/2) per open period; NAN where fewer than half are open
 */
double
hw_item_trial_rate (const HwItemSales *sales,
                    gsize              unit,
                    gsize              from,
                    gsize              length)
{
  const double *y = sales->sales + unit * sales->n_periods;
  double sum = HALF_A_UNIT;
  gsize n_open = 0;

  for (gsize t = from; t < from + length; t++)
    if (!isnan (y[t]))
      {
        sum += y[t];
        n_open++;
      }

  return (double) n_open >= SEEN_SHARE * (double) length && n_open > 0 ? log (sum / (double) n_open) : (double) NAN;
}

static gboolean
is_good (const HwItemTrialInput *in)
{
  if (in->length == 0 || in->before == 0 || in->before > in->start || in->start > in->sales.n_periods ||
      in->length > in->sales.n_periods - in->start)
    return FALSE;

  for (gsize i = 0; i < in->n_pairs; i++)
    if (in->changed[i] >= in->sales.n_units || in->partner[i] >= in->sales.n_units || in->changed[i] == in->partner[i])
      return FALSE;

  return TRUE;
}

/**
 * hw_item_trial_run:
 * @input: sales, pairs and the trial; see HwItemTrialInput
 * @tick: (nullable): whether to go on
 * @result: (out caller-allocates): effect in logs and as a share
 * @error: return location
 *
 * Checked against: a planted share (tests/engine/test-hw-item-trial.c), 2,000 shops
 * (tests/bench/SHOPS.md).
 *
 * Returns: %FALSE with @error: TOO_SHORT below two pairs, BAD_VALUE, CANCELLED
 */
gboolean
hw_item_trial_run (const HwItemTrialInput *input,
                   const HwTick           *tick,
                   HwItemTrial            *result,
                   GError                **error)
{
  g_autofree double *d = g_new (double, input->n_pairs + 1);
  g_autofree double *was = g_new (double, input->n_pairs + 1);
  HwSignFlipInput test = { d, was, 0, input->n_draws, input->seed, input->level };

  if (!is_good (input))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "the trial lies outside the sales");
      return FALSE;
    }

  for (gsize i = 0; i < input->n_pairs; i++)
    {
      const gsize from = input->start - input->before;
      const double before = hw_item_trial_rate (&input->sales, input->changed[i], from, input->before) -
                            hw_item_trial_rate (&input->sales, input->partner[i], from, input->before);
      const double after = hw_item_trial_rate (&input->sales, input->changed[i], input->start, input->length) -
                           hw_item_trial_rate (&input->sales, input->partner[i], input->start, input->length);

      if (isnan (before) || isnan (after))
        continue;

      was[test.n] = before;
      d[test.n++] = after - before;
    }

  result->n_pairs = test.n;
  if (!hw_sign_flip_run (&test, tick, &result->test, error))
    return FALSE;

  result->share = expm1 (result->test.effect);
  result->low = expm1 (result->test.low);
  result->high = expm1 (result->test.high);
  return TRUE;
}
