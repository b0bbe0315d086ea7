/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-sold-out-law.h"

#include "engine/math/hw-special.h"

#include <math.h>

#define STEADY 1e-3       /* squared variation beyond Poisson's that is none */
#define TINY 1e-12
#define TAIL_MIN 1e-9
#define LARGE 1e200

/* Mean and variance of a count known to be at least @least: Poisson, or negative
 * binomial. Adds up from @least on, by the ratio of one probability to the next. */
double
hw_sold_out_count_above (double  mean,
                         double  variation,
                         double  least,
                         double *variance)
{
  const gboolean steady = variation < STEADY;
  const double size = steady ? 0.0 : 1.0 / variation, q = steady ? 0.0 : mean / (mean + size);
  double p = 1.0, all = 0.0, first = 0.0, second = 0.0, x;

  for (double k = least;; k += 1.0)
    {
      const double over = k - least;

      all += p;
      first += p * over;
      second += p * over * over;
      p *= steady ? mean / (k + 1.0) : q * (k + size) / (k + 1.0);
      if (p * (1.0 + over * over) < TINY * all && k > mean)
        break;
      if (all > LARGE)
        {
          p /= LARGE;
          all /= LARGE;
          first /= LARGE;
          second /= LARGE;
        }
    }

  x = first / all;
  *variance = MAX (second / all - x * x, 0.0);
  return least + x;
}

/* The same for a gamma with that squared variation. */
double
hw_sold_out_gamma_above (double  mean,
                         double  variation,
                         double  least,
                         double *variance)
{
  const double shape = 1.0 / variation, x = least * shape / mean;
  const double tail = 1.0 - hw_gamma_below (shape, x);
  double first, second;

  if (tail < TAIL_MIN)
    {
      *variance = mean * variation * mean * variation;
      return least + mean * variation;
    }

  first = mean * (1.0 - hw_gamma_below (shape + 1.0, x)) / tail;
  second = mean * mean * (1.0 + variation) * (1.0 - hw_gamma_below (shape + 2.0, x)) / tail;
  *variance = MAX (second - first * first, 0.0);
  return MAX (first, least);
}

/* The same for a normal with standard deviation @sd. */
double
hw_sold_out_normal_above (double  mean,
                          double  sd,
                          double  least,
                          double *variance)
{
  const double z = (least - mean) / sd, above = hw_normal_mean_above (z);

  *variance = sd * sd * CLAMP (1.0 + above * z - above * above, 0.0, 1.0);
  return MAX (mean + sd * above, least);
}
