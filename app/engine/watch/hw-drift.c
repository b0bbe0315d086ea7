/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-drift.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>
#include <string.h>

#define SLACK 0.5         /* k: best for a shift of one standard deviation; larger ones are found sooner still */
#define FAR 3.0           /* what is further off counts as so far */
#define CARRY_MOST 0.9
#define RUNS 400          /* businesses in the simulation of a limit */
#define PERIODS 200       /* that each is watched */
#define LIMIT_LEAST 1.0
#define LIMIT_MOST 40.0
#define HALVINGS 18
#define SELDOM_LEAST 20.0

typedef struct
{
  double mean, sd, carry;
  double white;   /* sd of what is new in each error */
} Past;

/* Mean, spread and lag-1 correlation of @y, the latter with its bias of about
 * -(1 + 3 r) / n taken out (Kendall 1954; Marriott and Pope 1954). FALSE if all are alike. */
static gboolean
learn (const double *y,
       gsize         n,
       Past         *past)
{
  double sum = 0.0, squares = 0.0, products = 0.0, last = NAN;
  gsize seen = 0;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        sum += y[t];
        seen++;
      }

  past->mean = sum / (double) seen;
  for (gsize t = 0; t < n; t++)
    {
      const double off = y[t] - past->mean;

      if (!isnan (off))
        squares += off * off;
      if (!isnan (off) && !isnan (last))
        products += off * last;
      last = off;
    }

  past->sd = sqrt (squares / (double) (seen - 1));
  if (!(past->sd > 0.0) || !isfinite (past->sd))
    return FALSE;

  past->carry = products / squares;
  past->carry = CLAMP (past->carry + (1.0 + 3.0 * past->carry) / (double) seen, 0.0, CARRY_MOST);
  past->white = sqrt (1.0 - past->carry * past->carry);
  return TRUE;
}

/* The next standard, white error; @last: the standard one before, NAN if none. */
static double
whiten (const Past *past,
        double      z,
        double      last)
{
  const double white = isnan (last) ? z : (z - past->carry * last) / past->white;

  return CLAMP (white, -FAR, FAR);
}

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

/* White, standard errors of RUNS made-up businesses of PERIODS periods each, as the past of
 * each, @n_past long, makes them. */
static double *
simulate (gsize   n_past,
          double  carry,
          guint64 seed)
{
  double *white = g_new (double, RUNS * PERIODS);
  g_autofree double *y = g_new (double, n_past + PERIODS + 1);
  const double fresh = sqrt (1.0 - carry * carry);
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize r = 0; r < RUNS; r++)
    {
      Past past = { 0.0, 1.0, carry, fresh };
      double last = NAN;

      for (gsize t = 0; t < n_past + PERIODS; t++)
        y[t] = t == 0 ? hw_rng_normal (&rng) : carry * y[t - 1] + fresh * hw_rng_normal (&rng);
      if (n_past > 0)
        (void) learn (y, n_past, &past);

      for (gsize t = 0; t < PERIODS; t++)
        {
          const double z = (y[n_past + t] - past.mean) / past.sd;

          white[r * PERIODS + t] = whiten (&past, z, last);
          last = z;
        }
    }

  return white;
}

/* False alarms in all, the sums beginning anew after each. */
static gsize
count_alarms (const double *white,
              double        limit)
{
  gsize alarms = 0;

  for (gsize r = 0; r < RUNS; r++)
    {
      Sums sums = { 0 };

      for (gsize t = 0; t < PERIODS; t++)
        {
          step (&sums, white[r * PERIODS + t], t);
          if (sums.up > limit || sums.down > limit)
            {
              sums = (Sums) { 0 };
              alarms++;
            }
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
  g_autofree double *white = simulate (n_past, carry, seed);
  const double most = (double) RUNS * PERIODS / seldom;
  double low = LIMIT_LEAST, high = LIMIT_MOST;

  for (guint i = 0; i < HALVINGS; i++)
    {
      const double middle = 0.5 * (low + high);

      if ((double) count_alarms (white, middle) > most)
        low = middle;
      else
        high = middle;
    }

  return high;
}

static void
watch (const HwDriftInput *input,
       const Past         *past,
       HwDrift            *result)
{
  double last = NAN;
  Sums sums = { 0 };

  for (gsize t = 0; t < input->n_now; t++)
    {
      const double z = (input->now[t] - past->mean) / past->sd;

      if (!isnan (z))
        step (&sums, whiten (past, z, last), t);
      last = z;
      result->path[t] = sums.up >= sums.down ? sums.up : -sums.down;
      if (result->alarm < 0 && fabs (result->path[t]) > result->limit)
        {
          result->alarm = (gssize) t;
          result->since = sums.up >= sums.down ? sums.up_from : sums.down_from;
        }
    }
}

static double
mean_since (const HwDriftInput *input,
            gsize               since)
{
  double sum = 0.0;
  gsize n = 0;

  for (gsize t = since; t < input->n_now; t++)
    if (!isnan (input->now[t]))
      {
        sum += input->now[t];
        n++;
      }

  return sum / (double) n;
}

gboolean
hw_drift_run (const HwDriftInput *input,
              HwDrift            *result,
              GError            **error)
{
  gsize seen = 0;
  Past past;

  memset (result, 0, sizeof *result);
  for (gsize t = 0; t < input->n_past; t++)
    seen += !isnan (input->past[t]);

  if (seen < HW_DRIFT_LEAST)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "too short a stable time");
      return FALSE;
    }

  if (!(input->seldom >= SELDOM_LEAST) || !learn (input->past, input->n_past, &past))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "errors without any spread, or alarms too often");
      return FALSE;
    }

  result->mean = past.mean;
  result->sd = past.sd;
  result->carry = past.carry;
  result->limit = hw_drift_limit (seen, past.carry, input->seldom, input->seed);
  result->path = g_new (double, input->n_now + 1);
  result->alarm = -1;
  watch (input, &past, result);
  if (result->alarm >= 0)
    result->moved = mean_since (input, result->since) - past.mean;

  return TRUE;
}

void
hw_drift_clear (HwDrift *result)
{
  g_clear_pointer (&result->path, g_free);
}
