/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-run-out.h"

#include "core/hw-error.h"

#include <math.h>

#define EARLY 0.1
#define LIKELY 0.5
#define LATE 0.9
#define HAIR 1e-9  /* of the stock: what only rounding leaves unserved */

static gboolean
is_amount (double value)
{
  return value >= 0.0 && isfinite (value);
}

static gboolean
check_input (const HwRunOutInput  *in,
             GError              **error)
{
  gboolean good = is_amount (in->on_hand);

  if (in->n_paths == 0 || in->n_periods == 0 || in->n_periods > G_MAXINT)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "no way that demand may go");
      return FALSE;
    }

  for (gsize i = 0; i < in->n_paths * in->n_periods; i++)
    good = good && is_amount (in->paths[i]);
  for (gsize i = 0; i < in->n_arrivals; i++)
    good = good && in->arrivals[i].period >= 0 && is_amount (in->arrivals[i].quantity);

  if (!good)
    g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "an amount below 0, or none");
  return good;
}

/* First period in which one path asks for more than has been there; n_periods: none. */
static gsize
first_short (const HwRunOutInput *in,
             const double        *path,
             const double        *supply)
{
  double asked = 0.0;

  for (gsize t = 0; t < in->n_periods; t++)
    {
      asked += path[t];
      if (asked > supply[t] * (1.0 + HAIR))
        return t;
    }

  return in->n_periods;
}

/* The period by which a share @p of the paths has run out. */
static int
period_of (const gsize *ran_out,
           gsize        n_paths,
           gsize        n_periods,
           double       p)
{
  const double wanted = p * (double) n_paths * (1.0 - HAIR);
  double sum = 0.0;

  for (gsize t = 0; t < n_periods; t++)
    {
      sum += (double) ran_out[t];
      if (sum >= wanted)
        return (int) t;
    }

  return -1;
}

/**
 * hw_run_out_tell:
 * @input: ways demand may go, what is on hand and what is coming
 * @out: (out): three periods
 * @error: return location
 *
 * Nothing is ordered beyond what is coming. Up to the first shortage it does not
 * matter whether customers wait or go, so it is found from running totals.
 *
 * Cost: one pass over the paths.
 *
 * Checked against: cases worked by hand and a count of the paths one by one in
 * tests/engine/test-hw-run-out.c.
 *
 * Returns: %FALSE with HW_ENGINE_ERROR_BAD_VALUE, or HW_ENGINE_ERROR_TOO_SHORT
 *   without any path
 */
gboolean
hw_run_out_tell (const HwRunOutInput  *input,
                 HwRunOut             *out,
                 GError              **error)
{
  g_autofree double *supply = NULL;
  g_autofree gsize *ran_out = NULL;
  const gsize n = input->n_periods;

  if (!check_input (input, error))
    return FALSE;

  supply = g_new0 (double, n);
  for (gsize i = 0; i < input->n_arrivals; i++)
    if ((gsize) input->arrivals[i].period < n)
      supply[input->arrivals[i].period] += input->arrivals[i].quantity;
  supply[0] += input->on_hand;
  for (gsize t = 1; t < n; t++)
    supply[t] += supply[t - 1];

  ran_out = g_new0 (gsize, n + 1);
  for (gsize p = 0; p < input->n_paths; p++)
    ran_out[first_short (input, input->paths + p * n, supply)]++;

  out->early = period_of (ran_out, input->n_paths, n, EARLY);
  out->likely = period_of (ran_out, input->n_paths, n, LIKELY);
  out->late = period_of (ran_out, input->n_paths, n, LATE);
  out->by_end = 1.0 - (double) ran_out[n] / (double) input->n_paths;
  return TRUE;
}

/**
 * hw_cover:
 * @on_hand: what there is [units]; below 0 counts as nothing
 * @rate: expected demand a period [units]
 *
 * Returns: for how many periods it lasts at this rate; -1 if nothing is asked for
 *   or a figure is none
 */
double
hw_cover (double on_hand,
          double rate)
{
  if (!(rate > 0.0 && isfinite (rate)) || !isfinite (on_hand))
    return -1.0;

  return MAX (on_hand, 0.0) / rate;
}
