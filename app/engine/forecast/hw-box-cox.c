/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-box-cox.h"

#include "core/hw-error.h"

#include <math.h>

#define LEAST (-1.0)
#define MOST 2.0
#define STEPS 60          /* of the likelihood's grid: every 0.05 */
#define COARSE 30         /* of the first look at the scatter: every 0.1 */
#define GOLDEN 0.6180339887498949
#define NARROWER 40       /* steps of the golden section: to 1e-9 */
#define BLOCK_LEAST 2     /* periods in a block where there is no season */
#define BLOCKS_LEAST 2
#define N_LEAST 4
#define LARGEST 1e12
#define NEARLY_LOG 1e-8   /* powers closer to 0 are the logarithm */

static gboolean
check (const double  *y,
       gsize          n,
       gsize          least,
       GError       **error)
{
  if (n < least)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "too few periods to choose a power");
      return FALSE;
    }

  for (gsize t = 0; t < n; t++)
    if (!(y[t] > 0.0 && y[t] <= LARGEST))
      {
        g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a power needs values above 0");
        return FALSE;
      }

  return TRUE;
}

/* Mean and standard deviation. */
static double
describe (const double *x,
          gsize         n,
          double       *sd)
{
  double mean = 0.0, square = 0.0;

  for (gsize i = 0; i < n; i++)
    mean += x[i] / (double) n;
  for (gsize i = 0; i < n; i++)
    square += (x[i] - mean) * (x[i] - mean);

  *sd = sqrt (square / (double) (n - 1));
  return mean;
}

/* How unlike the blocks scatter for their level, as a share of how they scatter. */
static double
unlike (const double *mean,
        const double *sd,
        gsize         blocks,
        double        lambda,
        double       *ratio)
{
  double middle, spread;

  for (gsize b = 0; b < blocks; b++)
    ratio[b] = sd[b] / pow (mean[b], 1.0 - lambda);

  middle = describe (ratio, blocks, &spread);
  return middle > 0.0 ? spread / middle : 0.0;
}

/**
 * hw_box_cox_guerrero:
 * @y: (array length=n): a positive series
 * @n: number of periods; two seasons or more, or four where there is none
 * @season: periods in the season; 1 for none
 * @lambda: (out): the power, -1 to 2
 * @error: return location
 *
 * The power under which the spread of each season, for its mean, varies least.
 *
 * Cost: O(n) and some 70 powers of each block: about 0.1 milliseconds for 115 months.
 *
 * Source: Guerrero (1993), Time-series analysis supported by power transformations,
 * J. Forecasting 12(1). Checked against: BoxCox.lambda() of R's forecast 8.20 on 17
 * series, tests/engine/test-hw-box-cox.c.
 *
 * Errors: TOO_SHORT; BAD_VALUE for values that are not above 0 or beyond 1e12.
 *
 * Returns: %TRUE if @lambda was set
 */
gboolean
hw_box_cox_guerrero (const double  *y,
                     gsize          n,
                     int            season,
                     double        *lambda,
                     GError       **error)
{
  const gsize block = (gsize) MAX (season, BLOCK_LEAST), blocks = n / block;
  const double step = (MOST - LEAST) / COARSE;
  g_autofree double *mean = NULL;
  double *sd, *ratio, best = INFINITY, at = 1.0, low, high;

  if (!check (y, n, BLOCKS_LEAST * block, error))
    return FALSE;

  mean = g_new (double, 3 * blocks);
  sd = mean + blocks;
  ratio = mean + 2 * blocks;
  for (gsize b = 0; b < blocks; b++)
    mean[b] = describe (y + (n - blocks * block) + b * block, block, &sd[b]);

  for (int i = 0; i <= COARSE; i++)
    {
      const double value = unlike (mean, sd, blocks, LEAST + i * step, ratio);

      if (value < best)
        {
          best = value;
          at = LEAST + i * step;
        }
    }

  low = MAX (at - step, LEAST);
  high = MIN (at + step, MOST);
  for (int i = 0; i < NARROWER; i++)
    {
      const double a = high - GOLDEN * (high - low), b = low + GOLDEN * (high - low);

      if (unlike (mean, sd, blocks, a, ratio) <= unlike (mean, sd, blocks, b, ratio))
        high = b;
      else
        low = a;
    }

  *lambda = (low + high) / 2.0;
  return TRUE;
}

/* Takes out the mean of each place in the season. */
static void
take_places (double *x,
             gsize   n,
             gsize   season)
{
  for (gsize place = 0; place < season; place++)
    {
      double sum = 0.0, k = 0.0;

      for (gsize t = place; t < n; t += season, k += 1.0)
        sum += x[t];
      for (gsize t = place; t < n; t += season)
        x[t] -= sum / k;
    }
}

/* Sum of squares that a straight line and the places of the season leave of @x. @line:
 * the periods' numbers, freed of the places. */
static double
left_over (double       *x,
           const double *line,
           gsize         n,
           gsize         season)
{
  double both = 0.0, alone = 0.0, left = 0.0;

  take_places (x, n, season);
  for (gsize t = 0; t < n; t++)
    {
      both += line[t] * x[t];
      alone += line[t] * line[t];
    }
  for (gsize t = 0; t < n; t++)
    {
      const double e = x[t] - (alone > 0.0 ? both / alone * line[t] : 0.0);

      left += e * e;
    }

  return left;
}

/**
 * hw_box_cox_likelihood:
 * @y: (array length=n): a positive series
 * @n: number of periods; more than two seasons, at least 4
 * @season: periods in the season; 1 for none
 * @lambda: (out): the power, -1 to 2 in steps of 0.05
 * @error: return location
 *
 * The power under which a straight line and the season leave the least, measured on the
 * scale of the values: the likelihood of normal errors.
 *
 * Cost: O(61 n).
 *
 * Source: Box and Cox (1964), An analysis of transformations, J. Royal Statistical
 * Society B 26(2). Checked against: BoxCox.lambda(method = "loglik") of R's forecast
 * 8.20 on 17 series, tests/engine/test-hw-box-cox.c.
 *
 * Errors: TOO_SHORT; BAD_VALUE for values that are not above 0 or beyond 1e12.
 *
 * Returns: %TRUE if @lambda was set
 */
gboolean
hw_box_cox_likelihood (const double  *y,
                       gsize          n,
                       int            season,
                       double        *lambda,
                       GError       **error)
{
  const gsize m = (gsize) MAX (season, 1);
  g_autofree double *line = NULL;
  double *x, middle = 0.0, best = INFINITY;

  if (!check (y, n, MAX (2 * m + 1, N_LEAST), error))
    return FALSE;

  line = g_new (double, 2 * n);
  x = line + n;
  for (gsize t = 0; t < n; t++)
    {
      middle += log (y[t]) / (double) n;
      line[t] = (double) t;
    }
  middle = exp (middle);
  take_places (line, n, m);

  for (int i = 0; i <= STEPS; i++)
    {
      const double power = (LEAST * (STEPS - i) + MOST * i) / STEPS, unit = pow (middle, power - 1.0);
      double left;

      for (gsize t = 0; t < n; t++)
        x[t] = hw_box_cox (y[t], power) / unit;
      left = left_over (x, line, n, m);
      if (left < best)
        {
          best = left;
          *lambda = power;
        }
    }

  return TRUE;
}

/**
 * hw_box_cox:
 * @y: above 0; with a @lambda above 0 any number
 * @lambda: the power; 0 for the logarithm
 *
 * Below 0 the root keeps its sign (Bickel and Doksum 1981).
 *
 * Returns: @y on the scale of the power
 */
double
hw_box_cox (double y,
            double lambda)
{
  if (fabs (lambda) < NEARLY_LOG)
    return log (y);

  return (copysign (pow (fabs (y), lambda), y) - 1.0) / lambda;
}

/**
 * hw_box_cox_back:
 * @x: on the scale of the power
 * @lambda: the power; 0 for the logarithm
 *
 * Returns: the value that hw_box_cox() takes to @x; infinity where @lambda is below 0
 *   and @x lies at or beyond the end of its scale, -1 / @lambda
 */
double
hw_box_cox_back (double x,
                 double lambda)
{
  const double base = lambda * x + 1.0;

  if (fabs (lambda) < NEARLY_LOG)
    return exp (x);
  if (lambda < 0.0 && base <= 0.0)
    return INFINITY;

  return copysign (pow (fabs (base), 1.0 / lambda), base);
}

/**
 * hw_box_cox_back_mean:
 * @x: mean on the scale of the power
 * @sd: standard deviation there
 * @lambda: the power; 0 for the logarithm
 *
 * The way back from a mean is a median. The mean is larger or smaller by the bend of
 * the scale, which a parabola follows well enough while @sd is small beside it.
 *
 * Source: Taylor (1986), The retransformed mean after a fitted power transformation,
 * J. American Statistical Association 81.
 *
 * Returns: the mean, not below 0 where the median is not; that of hw_box_cox_back()
 *   where it is not finite
 */
double
hw_box_cox_back_mean (double x,
                      double sd,
                      double lambda)
{
  const double median = hw_box_cox_back (x, lambda), base = lambda * x + 1.0;
  const double bend = fabs (lambda) < NEARLY_LOG ? 1.0 : (1.0 - lambda) / (base * base);
  const double mean = median * (1.0 + 0.5 * sd * sd * bend);

  return !isfinite (mean) ? median : median >= 0.0 ? MAX (mean, 0.0) : mean;
}
