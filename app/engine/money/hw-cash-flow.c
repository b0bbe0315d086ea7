/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money/hw-cash-flow.h"

#include <math.h>

#define IRR_LEAST (-0.99)
#define IRR_MOST 100.0
#define STEPS_MOST 200
#define CLOSE 1e-14

double
hw_cash_flow_npv (const double *net,
                  gsize         n,
                  double        rate)
{
  double value = 0.0;

  for (gsize t = n; t-- > 0;)
    value = value / (1.0 + rate) + net[t];

  return value;
}

static guint
count_changes (const double *net,
               gsize         n)
{
  guint changes = 0;
  double last = 0.0;

  for (gsize t = 0; t < n; t++)
    if (net[t] != 0.0)
      {
        changes += last * net[t] < 0.0;
        last = net[t];
      }

  return changes;
}

/* Whether what is in and out so far changes its sign once: then there is one rate above 0. */
static gboolean
turns_once (const double *net,
            gsize         n)
{
  guint changes = 0;
  double sum = 0.0, last = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      sum += net[t];
      if (sum != 0.0)
        {
          changes += last * sum < 0.0;
          last = sum;
        }
    }

  return changes == 1 && sum == last;
}

/* Brent's root between @a and @b, where the value changes its sign. */
static double
find_root (const double *net,
           gsize         n,
           double        a,
           double        b)
{
  double fa = hw_cash_flow_npv (net, n, a), fb = hw_cash_flow_npv (net, n, b);
  double c = a, fc = fa, d = b - a, e = d;

  for (guint step = 0; step < STEPS_MOST && fb != 0.0; step++)
    {
      double tolerance, middle, p, q;

      if (fb * fc > 0.0)
        {
          c = a;
          fc = fa;
          d = e = b - a;
        }
      if (fabs (fc) < fabs (fb))
        {
          a = b;
          b = c;
          c = a;
          fa = fb;
          fb = fc;
          fc = fa;
        }

      tolerance = CLOSE * MAX (fabs (b), 1.0);
      middle = 0.5 * (c - b);
      if (fabs (middle) <= tolerance)
        break;

      if (fabs (e) >= tolerance && fabs (fa) > fabs (fb))
        {
          const double s = fb / fa;

          if (a == c)
            {
              p = 2.0 * middle * s;
              q = 1.0 - s;
            }
          else
            {
              const double r = fb / fc, u = fa / fc;

              p = s * (2.0 * middle * u * (u - r) - (b - a) * (r - 1.0));
              q = (u - 1.0) * (r - 1.0) * (s - 1.0);
            }
          q = p > 0.0 ? -q : q;
          p = fabs (p);
          if (2.0 * p < MIN (3.0 * middle * q - fabs (tolerance * q), fabs (e * q)))
            {
              e = d;
              d = p / q;
            }
          else
            d = e = middle;
        }
      else
        d = e = middle;

      a = b;
      fa = fb;
      b += fabs (d) > tolerance ? d : copysign (tolerance, middle);
      fb = hw_cash_flow_npv (net, n, b);
    }

  return b;
}

double
hw_cash_flow_irr (const double *net,
                  gsize         n)
{
  const double from = count_changes (net, n) == 1 ? IRR_LEAST : 0.0;

  if ((from >= 0.0 && !turns_once (net, n)) ||
      hw_cash_flow_npv (net, n, from) * hw_cash_flow_npv (net, n, IRR_MOST) > 0.0)
    return (double) NAN;

  return find_root (net, n, from, IRR_MOST);
}

double
hw_cash_flow_payback (const double *net,
                      gsize         n,
                      double        rate)
{
  double sum = 0.0, factor = 1.0, back = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      const double before = sum;

      sum += net[t] * factor;
      factor /= 1.0 + rate;
      if (sum < 0.0)
        back = (double) NAN;
      else if (isnan (back) || before < 0.0)
        back = (double) t - sum / (sum - before);
    }

  return back;
}

double
hw_cash_flow_trough (const double *net,
                     gsize         n,
                     gsize        *at)
{
  double sum = 0.0, deepest = 0.0;
  gsize when = 0;

  for (gsize t = 0; t < n; t++)
    {
      sum += net[t];
      if (sum < deepest)
        {
          deepest = sum;
          when = t;
        }
    }

  if (at != NULL)
    *at = when;

  return -deepest;
}
