/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-white-errors.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>

#define FAR 3.0           /* what is further off counts as so far */
#define CARRY_MOST 0.9
#define HALVINGS 18
#define SELDOM_LEAST 20.0

gboolean
hw_white_errors_learn (const double *y,
                       gsize         n,
                       gboolean      centred,
                       HwWhitePast  *past)
{
  double sum = 0.0, squares = 0.0, products = 0.0, last = NAN;
  gsize seen = 0;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        sum += y[t];
        seen++;
      }

  if (seen < 2)
    return FALSE;

  past->mean = centred ? sum / (double) seen : 0.0;
  for (gsize t = 0; t < n; t++)
    {
      const double off = y[t] - past->mean;

      if (!isnan (off))
        squares += off * off;
      if (!isnan (off) && !isnan (last))
        products += off * last;
      last = off;
    }

  past->sd = sqrt (squares / (double) (centred ? seen - 1 : seen));
  if (!(past->sd > 0.0) || !isfinite (past->sd))
    return FALSE;

  past->carry = products / squares;
  past->carry += (centred ? 1.0 + 3.0 * past->carry : 2.0 * past->carry) / (double) seen;
  past->carry = CLAMP (past->carry, 0.0, CARRY_MOST);
  past->fresh = sqrt (1.0 - past->carry * past->carry);
  return TRUE;
}

gboolean
hw_white_errors_begin (const double *y,
                       gsize         n,
                       gboolean      centred,
                       gsize         least,
                       double        seldom,
                       HwWhitePast  *past,
                       gsize        *seen,
                       GError      **error)
{
  *seen = 0;
  for (gsize t = 0; t < n; t++)
    *seen += !isnan (y[t]);

  if (*seen < least)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "too short a stable time");
      return FALSE;
    }

  if (!(seldom >= SELDOM_LEAST) || !hw_white_errors_learn (y, n, centred, past))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "errors without any spread, or alarms too often");
      return FALSE;
    }

  return TRUE;
}

double
hw_white_errors_mean (const double *y,
                      gsize         since,
                      gsize         n)
{
  double sum = 0.0;
  gsize seen = 0;

  for (gsize t = since; t < n; t++)
    if (!isnan (y[t]))
      {
        sum += y[t];
        seen++;
      }

  return seen > 0 ? sum / (double) seen : NAN;
}

double
hw_white_errors_next (const HwWhitePast *past,
                      double             y,
                      double             last)
{
  const double z = (y - past->mean) / past->sd, before = (last - past->mean) / past->sd;
  const double white = isnan (last) ? z : (z - past->carry * before) / past->fresh;

  return CLAMP (white, -FAR, FAR);
}

double *
hw_white_errors_simulate (gsize    n_past,
                          gboolean centred,
                          double   carry,
                          gsize    runs,
                          gsize    periods,
                          guint64  seed)
{
  double *white = g_new (double, runs * periods);
  g_autofree double *y = g_new (double, n_past + periods + 1);
  const double fresh = sqrt (1.0 - carry * carry);
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize r = 0; r < runs; r++)
    {
      HwWhitePast past = { 0.0, 1.0, carry, fresh };
      double last = NAN;

      for (gsize t = 0; t < n_past + periods; t++)
        y[t] = t == 0 ? hw_rng_normal (&rng) : carry * y[t - 1] + fresh * hw_rng_normal (&rng);
      if (n_past > 0)
        (void) hw_white_errors_learn (y, n_past, centred, &past);

      for (gsize t = 0; t < periods; t++)
        {
          white[r * periods + t] = hw_white_errors_next (&past, y[n_past + t], last);
          last = y[n_past + t];
        }
    }

  return white;
}

double
hw_white_errors_limit (const double *white,
                       gsize         runs,
                       gsize         periods,
                       double        seldom,
                       double        low,
                       double        high,
                       HwWhiteCount  count,
                       gconstpointer data)
{
  const double most = (double) runs * (double) periods / seldom;

  for (guint i = 0; i < HALVINGS; i++)
    {
      const double middle = 0.5 * (low + high);
      gsize alarms = 0;

      for (gsize r = 0; r < runs; r++)
        alarms += count (white + r * periods, periods, middle, data);

      if ((double) alarms > most)
        low = middle;
      else
        high = middle;
    }

  return high;
}
