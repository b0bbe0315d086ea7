/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-levels.h"

#include <math.h>

/* Between two neighbouring quantiles every value is as likely; what lies beyond the
 * first and the last is counted with them. */
static void
moments (const double *q,
         double       *mean,
         double       *square)
{
  *mean = hw_levels[0] * (q[0] + q[HW_LEVELS - 1]);
  *square = hw_levels[0] * (q[0] * q[0] + q[HW_LEVELS - 1] * q[HW_LEVELS - 1]);

  for (gsize k = 1; k < HW_LEVELS; k++)
    {
      const double a = q[k - 1], b = q[k], p = hw_levels[k] - hw_levels[k - 1];

      *mean += p * (a + b) / 2.0;
      *square += p * (a * a + a * b + b * b) / 3.0;
    }
}

/**
 * hw_levels_mean:
 * @q: (array length=HW_LEVELS): quantiles
 *
 * Returns: the mean of the distribution
 */
double
hw_levels_mean (const double *q)
{
  double mean, square;

  moments (q, &mean, &square);
  return mean;
}

/**
 * hw_levels_sd:
 * @q: (array length=HW_LEVELS): quantiles
 *
 * Returns: the standard deviation of the distribution
 */
double
hw_levels_sd (const double *q)
{
  double mean, square;

  moments (q, &mean, &square);
  return sqrt (MAX (square - mean * mean, 0.0));
}

/**
 * hw_levels_at:
 * @q: (array length=HW_LEVELS): quantiles
 * @p: a chance
 *
 * Returns: what is not exceeded with chance @p; beyond the outermost chances, the
 *   outermost quantiles
 */
double
hw_levels_at (const double *q,
              double        p)
{
  gsize k = 1;

  if (p <= hw_levels[0])
    return q[0];
  while (k < HW_LEVELS - 1 && hw_levels[k] < p)
    k++;
  if (p >= hw_levels[k])
    return q[k];

  return q[k - 1] + (q[k] - q[k - 1]) * (p - hw_levels[k - 1]) / (hw_levels[k] - hw_levels[k - 1]);
}

/**
 * hw_levels_pinball:
 * @q: (array length=HW_LEVELS): quantiles
 * @actual: what came
 *
 * Returns: the mean pinball loss over the chances (Koenker and Bassett 1978)
 */
double
hw_levels_pinball (const double *q,
                   double        actual)
{
  double sum = 0.0;

  for (gsize k = 0; k < HW_LEVELS; k++)
    sum += actual >= q[k] ? hw_levels[k] * (actual - q[k]) : (1.0 - hw_levels[k]) * (q[k] - actual);

  return sum / HW_LEVELS;
}

/**
 * hw_levels_sort:
 * @q: (array length=HW_LEVELS): quantiles; made to rise
 */
void
hw_levels_sort (double *q)
{
  for (gsize k = 1; k < HW_LEVELS; k++)
    for (gsize i = k; i > 0 && q[i] < q[i - 1]; i--)
      {
        const double low = q[i];

        q[i] = q[i - 1];
        q[i - 1] = low;
      }
}
