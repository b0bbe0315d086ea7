/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-close-watch.h"

#include "engine/math/hw-beta.h"

#include <math.h>

#define NEARLY (1.0 - 1e-12) /* sums of the same terms in another order */

/* The share of all turns of signs whose sum is at least that of @d as it is. */
static double
count_turns (const double *d,
             gsize         n)
{
  const guint all = 1u << n;
  double seen = 0.0;
  guint as_much = 0;

  for (gsize i = 0; i < n; i++)
    seen += d[i];

  for (guint turn = 0; turn < all; turn++)
    {
      double sum = 0.0;

      for (gsize i = 0; i < n; i++)
        sum += turn >> i & 1 ? -d[i] : d[i];
      as_much += sum >= seen * NEARLY;
    }

  return (double) as_much / (double) all;
}

gboolean
hw_close_watch_simple (const double  *miss,
                       const double  *simple,
                       gsize          n,
                       HwSimpleWatch *result)
{
  double d[HW_CLOSE_WATCH_MOST], sum = 0.0, simple_sum = 0.0;

  *result = (HwSimpleWatch) { 0, NAN, 1.0, NAN };
  for (gsize t = n; t-- > 0 && result->n < HW_CLOSE_WATCH_MOST;)
    if (!isnan (miss[t]) && !isnan (simple[t]))
      {
        d[result->n++] = fabs (miss[t]) - fabs (simple[t]);
        sum += fabs (miss[t]);
        simple_sum += fabs (simple[t]);
      }

  if (result->n < HW_CLOSE_WATCH_LEAST)
    return FALSE;

  if (simple_sum > 0.0)
    result->ratio = sum / simple_sum;
  result->mean_more = (sum - simple_sum) / (double) result->n;
  if (sum > simple_sum)
    result->chance = count_turns (d, result->n);
  return TRUE;
}

gboolean
hw_close_watch_band (const guint8 *inside,
                     gsize         n,
                     double        promised,
                     HwBandWatch  *result)
{
  double at_most, at_least;

  *result = (HwBandWatch) { n, 0, NAN, 1.0 };
  if (n < HW_CLOSE_WATCH_LEAST)
    return FALSE;

  for (gsize t = 0; t < n; t++)
    result->inside += inside[t] != 0;

  at_most = hw_binomial_below ((double) result->inside, (double) n, promised);
  at_least = result->inside > 0 ? 1.0 - hw_binomial_below ((double) result->inside - 1.0, (double) n, promised) : 1.0;
  result->share = (double) result->inside / (double) n;
  result->chance = MIN (1.0, 2.0 * MIN (at_most, at_least));
  return TRUE;
}
