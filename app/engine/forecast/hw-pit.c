/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-pit.h"

#include "core/hw-sort.h"


/* Chance of at most @y, on straight lines between the quantiles; where only whole
 * numbers come, each of them owns the half before and the half after it. */
static double
chance_up_to (const double *q,
              double        y,
              double        half)
{
  int k = 0;
  double below, gap;

  while (k < HW_LEVELS && q[k] <= y)
    k++;

  if (k == HW_LEVELS) /* how far above is not known: half way to 1, at the top itself none of it */
    return y + half > q[HW_LEVELS - 1] ? 0.5 * (hw_levels[HW_LEVELS - 1] + 1.0) : hw_levels[HW_LEVELS - 1];
  if (k == 0)
    return y < 0.0 || q[0] <= 0.0 ? 0.0 : hw_levels[0] * MIN ((y + half) / q[0], 1.0);

  below = hw_levels[k - 1];
  gap = hw_levels[k] - below;
  return below + gap * MIN ((y - q[k - 1] + half) / (q[k] - q[k - 1]), 1.0);
}

/**
 * hw_pit:
 * @q: (array length=HW_LEVELS): a forecast, rising, at the chances of hw_levels
 * @y: what came, in the same unit
 * @whole: whether only whole numbers, at least 0, can come
 * @u: 0 to 1, by chance; plays no part unless @whole
 *
 * The chance of less than @y, and of @y itself the part @u. With a true forecast
 * the results are spread evenly over 0 to 1; heaped in the middle, ranges are too
 * wide; at the ends, too narrow.
 *
 * Source: Smith (1985), J. of Forecasting 4(3); for counts, Czado, Gneiting and
 * Held (2009), Biometrics 65(4).
 * Checked against: forecasts known to be true, too narrow and too low in
 * tests/engine/test-hw-pit.c.
 *
 * Returns: between 0 and 1
 */
double
hw_pit (const double *q,
        double        y,
        gboolean      whole,
        double        u)
{
  double before;

  if (!whole)
    return chance_up_to (q, y, 0.0);

  before = y >= 1.0 ? chance_up_to (q, y - 1.0, 0.5) : 0.0;
  return before + u * (chance_up_to (q, y, 0.5) - before);
}

/**
 * hw_pit_uneven:
 * @pits: (array length=n) (inout): sorted on return
 * @n: at least 1
 *
 * Returns: the largest distance between the share of @pits up to a number and that
 *   number: 0 for perfectly even, about 1.36 / sqrt (n) is exceeded by chance once
 *   in twenty (Kolmogorov)
 */
double
hw_pit_uneven (double *pits,
               gsize   n)
{
  double most = 0.0;

  hw_sort_doubles (pits, n);
  for (gsize i = 0; i < n; i++)
    {
      most = MAX (most, (double) (i + 1) / (double) n - pits[i]);
      most = MAX (most, pits[i] - (double) i / (double) n);
    }

  return most;
}
