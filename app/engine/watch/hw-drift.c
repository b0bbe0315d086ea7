/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-drift.h"

#include "engine/watch/hw-white-errors.h"

#include <math.h>
#include <string.h>

#define SLACK 0.5         /* k: best for a shift of one standard deviation; larger ones are found sooner still */
#define RUNS 400          /* businesses in the simulation of a limit */
#define PERIODS 200       /* that each is watched */
#define LIMIT_LEAST 1.0
#define LIMIT_MOST 40.0

typedef struct
{
  double up, down;
  gsize  up_from, down_from;
} Sums;

static void
step (Sums   *sums,
      double  z,
      gsize   t)
{
  if (sums->up <= 0.0)
    sums->up_from = t;
  if (sums->down <= 0.0)
    sums->down_from = t;
  sums->up = MAX (0.0, sums->up + z - SLACK);
  sums->down = MAX (0.0, sums->down - z - SLACK);
}

/* False alarms, the sums beginning anew after each. */
static gsize
count_alarms (const double *white,
              gsize         periods,
              double        limit,
              gconstpointer data G_GNUC_UNUSED)
{
  Sums sums = { 0 };
  gsize alarms = 0;

  for (gsize t = 0; t < periods; t++)
    {
      step (&sums, white[t], t);
      if (sums.up > limit || sums.down > limit)
        {
          sums = (Sums) { 0 };
          alarms++;
        }
    }

  return alarms;
}

double
hw_drift_limit (gsize   n_past,
                double  carry,
                double  seldom,
                guint64 seed)
{
  g_autofree double *white = hw_white_errors_simulate (n_past, TRUE, carry, RUNS, PERIODS, seed);

  return hw_white_errors_limit (white, RUNS, PERIODS, seldom, LIMIT_LEAST, LIMIT_MOST, count_alarms, NULL);
}

static void
watch (const HwDriftInput *input,
       const HwWhitePast  *past,
       HwDrift            *result)
{
  double last = NAN;
  Sums sums = { 0 };

  for (gsize t = 0; t < input->n_now; t++)
    {
      if (!isnan (input->now[t]))
        step (&sums, hw_white_errors_next (past, input->now[t], last), t);
      last = input->now[t];
      result->path[t] = sums.up >= sums.down ? sums.up : -sums.down;
      if (result->alarm < 0 && fabs (result->path[t]) > result->limit)
        {
          result->alarm = (gssize) t;
          result->since = sums.up >= sums.down ? sums.up_from : sums.down_from;
        }
    }
}

gboolean
hw_drift_run (const HwDriftInput *input,
              HwDrift            *result,
              GError            **error)
{
  gsize seen;
  HwWhitePast past;

  memset (result, 0, sizeof *result);
  if (!hw_white_errors_begin (input->past, input->n_past, TRUE, HW_DRIFT_LEAST, input->seldom, &past, &seen, error))
    return FALSE;

  result->mean = past.mean;
  result->sd = past.sd;
  result->carry = past.carry;
  result->limit = hw_drift_limit (seen, past.carry, input->seldom, input->seed);
  result->path = g_new (double, input->n_now + 1);
  result->alarm = -1;
  watch (input, &past, result);
  if (result->alarm >= 0)
    result->moved = hw_white_errors_mean (input->now, result->since, input->n_now) - past.mean;

  return TRUE;
}

void
hw_drift_clear (HwDrift *result)
{
  g_clear_pointer (&result->path, g_free);
}
