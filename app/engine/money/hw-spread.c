/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money/hw-spread.h"

#include "core/hw-sort.h"
#include "engine/math/hw-rank.h"

#include <math.h>

/**
 * hw_spread_take:
 * @values: (array length=n) (inout): finite draws; sorted afterwards
 * @n: how many, 0 or more
 *
 * Checked by: the tests of hw-benefit.h and hw-ramp.h.
 *
 * Returns: NAN throughout where there is no draw
 */
HwSpread
hw_spread_take (double *values,
                gsize   n)
{
  HwSpread spread = { (double) NAN, (double) NAN, (double) NAN, (double) NAN };

  if (n == 0)
    return spread;

  spread.mean = 0.0;
  for (gsize i = 0; i < n; i++)
    spread.mean += values[i] / (double) n;

  hw_sort_doubles (values, n);
  spread.low = hw_rank_sorted_quantile (values, n, 0.05);
  spread.middle = hw_rank_sorted_quantile (values, n, 0.5);
  spread.high = hw_rank_sorted_quantile (values, n, 0.95);
  return spread;
}
