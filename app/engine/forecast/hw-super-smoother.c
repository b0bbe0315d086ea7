/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-super-smoother.h"

#include <math.h>

#define SPANS 3
#define SHORT 0
#define MIDDLE 1
#define LONG 2

static const double spans[SPANS] = { 0.05, 0.2, 0.5 }; /* of the series */

/* A straight line through the values around each period, as many at the ends. With
 * @left_out each period's distance from the line through the others. */
static void
smooth (const double *y,
        gsize         n,
        double        span,
        double       *line,
        double       *left_out)
{
  const gsize half = MIN (MAX ((gsize) (0.5 * span * (double) n + 0.5), 2), (n - 1) / 2);
  const double width = 2.0 * (double) half + 1.0, reach = (double) half;
  const double breadth = reach * (reach + 1.0) * width / 3.0; /* of 1..width around their mean */
  double sum = 0.0, slant = 0.0; /* of the values, and of the values times place */
  gsize centre = half;

  for (gsize i = 0; i < 2 * half + 1; i++)
    {
      sum += y[i];
      slant += ((double) i - reach) * y[i];
    }

  for (gsize j = 0; j < n; j++)
    {
      double off;

      if (j > centre && centre + half + 1 < n)
        {
          const double out = y[centre - half], in = y[centre + half + 1];

          sum += in - out;
          slant += reach * out + (reach + 1.0) * in - sum;
          centre++;
        }

      off = (double) j - (double) centre;
      line[j] = sum / width + (breadth > 0.0 ? slant / breadth * off : 0.0);
      if (left_out != NULL)
        {
          const double free = 1.0 - 1.0 / width - (breadth > 0.0 ? off * off / breadth : 0.0);

          left_out[j] = free > 0.0 ? fabs (y[j] - line[j]) / free : j > 0 ? left_out[j - 1] : 0.0;
        }
    }
}

/* Between the lines of two spans. */
static double
blend (double *const *lines,
       gsize          t,
       double         span)
{
  const int low = span < spans[MIDDLE] ? SHORT : MIDDLE;
  const double part = (CLAMP (span, spans[SHORT], spans[LONG]) - spans[low]) / (spans[low + 1] - spans[low]);

  return (1.0 - part) * lines[low][t] + part * lines[low + 1][t];
}

/**
 * hw_super_smoother:
 * @y: (array length=n): a complete series, finite
 * @n: number of periods, at least 1
 * @line: (array length=n) (out): the smooth line
 *
 * Straight lines are fitted around each period over 5, 20 and 50 % of the series. For
 * each period the width counts whose line, drawn without the period, came nearest;
 * the widths are smoothed, the three lines blended by them, and the blend smoothed.
 *
 * Cost: O(n), one allocation.
 *
 * Source: Friedman (1984), A variable span scatterplot smoother, Stanford University.
 * Checked against: supsmu() of R 4.2.2, through its tsclean(), tests/engine/test-hw-outlier.c.
 */
void
hw_super_smoother (const double *y,
                   gsize         n,
                   double       *line)
{
  g_autofree double *room = g_new (double, n * (2 * SPANS + 1));
  double *lines[SPANS], *misses[SPANS], *kept = room + n * 2 * SPANS;

  for (int k = 0; k < SPANS; k++)
    {
      lines[k] = room + n * (gsize) k;
      misses[k] = room + n * (gsize) (SPANS + k);
      smooth (y, n, spans[k], lines[k], kept);
      smooth (kept, n, spans[MIDDLE], misses[k], NULL);
    }

  for (gsize t = 0; t < n; t++)
    {
      int best = SHORT;

      for (int k = MIDDLE; k < SPANS; k++)
        if (misses[k][t] < misses[best][t])
          best = k;
      kept[t] = spans[best];
    }

  smooth (kept, n, spans[MIDDLE], misses[0], NULL);
  for (gsize t = 0; t < n; t++)
    kept[t] = blend (lines, t, misses[0][t]);
  smooth (kept, n, spans[SHORT], line, NULL);
}
