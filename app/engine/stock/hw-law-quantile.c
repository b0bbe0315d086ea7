/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-law.h"

#include "engine/math/hw-special.h"

#include <float.h>
#include <math.h>

#define TIE (8.0 * DBL_EPSILON)

/* Newton's rule on the logarithm of the smaller side, in log y, where both are
 * concave; halving wherever it would leave the bracket. */
static double
gamma_quantile (double shape,
                double p)
{
  const gboolean low = p <= 0.5;
  const double target = low ? log (p) : log1p (-p);
  const double third = 1.0 / (9.0 * shape);
  const double guess = 1.0 - third + hw_normal_quantile (p) * sqrt (third);
  double lo = -800.0, hi = log (shape + 800.0 + 60.0 * sqrt (shape));
  double u = log (shape) + 3.0 * log (MAX (guess, 0.0)); /* Wilson and Hilferty (1931) */

  if (guess < 0.2)
    u = (log (p) + hw_log_gamma (shape + 1.0)) / shape;
  u = CLAMP (u, lo, hi);

  for (int i = 0; i < 200; i++)
    {
      const double y = exp (u);
      const HwTails t = hw_gamma_tails (shape, y);
      const double side = low ? t.below : t.above;
      const double off = low ? log (side) - target : target - log (side);
      double next;

      if (off == 0.0 || hi - lo < DBL_EPSILON)
        break;
      if (off > 0.0)
        hi = u;
      else
        lo = u;
      next = u - off * side / (t.density * y);
      if (!(next > lo && next < hi))
        next = 0.5 * (lo + hi);
      if (fabs (next - u) < 4.0 * DBL_EPSILON)
        break;
      u = next;
    }

  return exp (u);
}

static gboolean
covers (const HwLaw *self,
        double       x,
        double       p)
{
  const HwTails t = hw_law_tails (self, x);

  return p > 0.5 ? t.above <= 1.0 - p + TIE : t.below >= p - MIN (TIE, 1e-12 * p);
}

static double
chances_quantile (const HwLaw *self,
                  double       p)
{
  double sum = 0.0;
  gsize last = 0;

  for (gsize i = 0; i < self->n_chances; i++)
    {
      sum += self->chances[i];
      if (sum >= p - TIE && self->chances[i] > 0.0)
        return self->shift + (double) i;
      if (self->chances[i] > 0.0)
        last = i;
    }

  return self->shift + (double) last;
}

/* Brackets the least covering count around the normal's, and halves. */
static double
count_quantile (const HwLaw *self,
                double       p)
{
  const double mean = hw_law_mean (self), sd = hw_law_sd (self);
  double step = MAX (floor (0.25 * sd), 1.0);
  double hi = MAX (floor (mean + hw_normal_quantile (p) * sd), self->shift);
  double lo;

  if (covers (self, hi, p))
    {
      for (lo = hi - step; lo >= self->shift && covers (self, lo, p); lo -= step)
        {
          hi = lo;
          step *= 2.0;
        }
      lo = MAX (lo, self->shift - 1.0);
    }
  else
    {
      for (lo = hi, hi = lo + step; !covers (self, hi, p); hi += step)
        {
          lo = hi;
          step *= 2.0;
        }
    }

  while (hi - lo > 1.0)
    {
      const double middle = floor (0.5 * (lo + hi));

      if (covers (self, middle, p))
        hi = middle;
      else
        lo = middle;
    }

  return hi;
}

/**
 * hw_law_quantile:
 * @self: a law
 * @p: a chance between 0 and 1, ends included
 *
 * Of whole units the least number that covers @p; a tie within rounding counts as
 * covered. The ends of a law without ends are those a double can tell.
 *
 * Returns: the quantile [units]
 */
double
hw_law_quantile (const HwLaw *self,
                 double       p)
{
  if (isnan (p))
    return p;

  p = CLAMP (p, 0.0, 1.0 - DBL_EPSILON);
  switch (self->kind)
    {
    case HW_LAW_NORMAL:
      return self->shift + self->a + (self->b > 0.0 ? self->b * hw_normal_quantile (p) : 0.0);
    case HW_LAW_LOGNORMAL:
      return self->shift + exp (self->a + self->b * hw_normal_quantile (p));
    case HW_LAW_GAMMA:
      if (self->a == 1.0)
        return self->shift - self->b * log1p (-p);
      return self->shift + (p > 0.0 ? self->b * gamma_quantile (self->a, p) : 0.0);
    case HW_LAW_UNIFORM:
      return self->shift + self->a + p * (self->b - self->a);
    case HW_LAW_POISSON:
    case HW_LAW_NEGATIVE:
      return count_quantile (self, p);
    case HW_LAW_CHANCES:
    default:
      return chances_quantile (self, p);
    }
}
