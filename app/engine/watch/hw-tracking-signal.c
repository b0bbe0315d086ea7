/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-tracking-signal.h"

#include "engine/watch/hw-white-errors.h"

#include <math.h>
#include <string.h>

#define SMOOTH 0.1
#define MEAN_SIZE 0.79    /* of a standard normal error: where the sizes begin */
#define RUNS 400
#define PERIODS 200
#define LIMIT_LEAST 0.05
#define LIMIT_MOST 1.0

typedef struct
{
  double error, size;
} Smoothed;

static double
step (Smoothed *self,
      double    z)
{
  self->error += SMOOTH * (z - self->error);
  self->size += SMOOTH * (fabs (z) - self->size);
  return self->error / self->size;
}

static gsize
count_alarms (const double *white,
              gsize         periods,
              double        limit,
              gconstpointer data G_GNUC_UNUSED)
{
  Smoothed smoothed = { 0.0, MEAN_SIZE };
  gsize alarms = 0;

  for (gsize t = 0; t < periods; t++)
    if (fabs (step (&smoothed, white[t])) > limit)
      {
        smoothed = (Smoothed) { 0.0, MEAN_SIZE };
        alarms++;
      }

  return alarms;
}

static double
find_limit (gsize   n_past,
            double  carry,
            double  seldom,
            guint64 seed)
{
  g_autofree double *white = hw_white_errors_simulate (n_past, FALSE, carry, RUNS, PERIODS, seed);

  return hw_white_errors_limit (white, RUNS, PERIODS, seldom, LIMIT_LEAST, LIMIT_MOST, count_alarms, NULL);
}

static void
watch (const HwTrackingInput *input,
       const HwWhitePast     *past,
       HwTracking            *result)
{
  Smoothed smoothed = { 0.0, MEAN_SIZE };
  double last = NAN, signal = 0.0;
  gsize since = 0;

  for (gsize t = 0; t < input->n_now; t++)
    {
      if (!isnan (input->now[t]))
        {
          const double before = signal;

          signal = step (&smoothed, hw_white_errors_next (past, input->now[t], last));
          if (signal * before <= 0.0)
            since = t;
        }

      last = input->now[t];
      result->path[t] = signal;
      if (result->alarm < 0 && fabs (signal) > result->limit)
        {
          result->alarm = (gssize) t;
          result->since = since;
        }
    }

  result->leans = hw_white_errors_mean (input->now, result->since, input->n_now);
}

gboolean
hw_tracking_run (const HwTrackingInput *input,
                 HwTracking            *result,
                 GError               **error)
{
  gsize seen;
  HwWhitePast past;

  memset (result, 0, sizeof *result);
  if (!hw_white_errors_begin (input->past, input->n_past, FALSE, HW_TRACKING_LEAST, input->seldom, &past, &seen, error))
    return FALSE;

  result->limit = find_limit (seen, past.carry, input->seldom, input->seed);
  result->path = g_new (double, input->n_now + 1);
  result->alarm = -1;
  watch (input, &past, result);
  return TRUE;
}

void
hw_tracking_clear (HwTracking *result)
{
  g_clear_pointer (&result->path, g_free);
}
