/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-extreme.h"

#include "core/hw-error.h"
#include "core/hw-sort.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WINDOWS_MIN 8       /* spans that do not overlap: fewer tell nothing */
#define PARETO_MIN 20       /* peaks: fewer do not tell the shape */
#define EXPONENTIAL_MIN 5   /* peaks: fewer do not tell the scale */
#define SHAPE_MOST 0.5      /* either way: beyond it the moments used have no spread */
#define SHAPE_FLAT 1e-6     /* as good as exponential */

typedef struct
{
  double value;
  gsize  start;
} Total;

/* From the largest down; of equal ones the earlier first. */
static int
compare_totals (const void *a,
                const void *b)
{
  const Total *x = a, *y = b;

  if (x->value > y->value || x->value < y->value)
    return x->value > y->value ? -1 : 1;

  return (x->start > y->start) - (x->start < y->start);
}

/**
 * hw_pareto_fit:
 * @beyond: (array length=n) (inout): what each peak goes beyond the threshold, at
 *   least 0; sorted on return
 * @n: how many, at least 1
 * @scale: (out): of the generalised Pareto distribution, unit of @beyond
 * @shape: (out): 0 exponential, above 0 heavy, below 0 bounded; between -0.5 and 0.5
 *
 * By probability-weighted moments, which for few peaks err less than maximum
 * likelihood. Where the shape meets its bound, the scale is the one that keeps
 * the mean.
 *
 * Source: Hosking and Wallis (1987), Technometrics 29(3), with plotting positions
 * (j - 0.35) / n; their k is minus this shape.
 * Checked against: three peaks by hand and simulated tails in
 * tests/engine/test-hw-extreme.c.
 */
void
hw_pareto_fit (double *beyond,
               gsize   n,
               double *scale,
               double *shape)
{
  double mean = 0.0, low = 0.0, k = 0.0;

  g_return_if_fail (n > 0);

  hw_sort_doubles (beyond, n);
  for (gsize j = 0; j < n; j++)
    {
      const double position = ((double) j + 0.65) / (double) n;

      mean += beyond[j] / (double) n;
      low += (1.0 - position) * beyond[j] / (double) n;
    }

  if (mean > 2.0 * low)
    k = CLAMP (mean / (mean - 2.0 * low) - 2.0, -SHAPE_MOST, SHAPE_MOST);

  *shape = -k;
  *scale = mean * (1.0 + k);
}

/* Totals of @window periods in a row, from the largest down; @mean of all. */
static Total *
add_up (const double *demand,
        gsize         n,
        gsize         window,
        double       *mean)
{
  const gsize n_totals = n - window + 1;
  Total *totals = g_new (Total, n_totals);

  *mean = 0.0;
  for (gsize i = 0; i < n_totals; i++)
    {
      totals[i] = (Total) { 0.0, i };
      for (gsize j = 0; j < window; j++)
        totals[i].value += demand[i + j];
      *mean += totals[i].value / (double) n_totals;
    }

  qsort (totals, n_totals, sizeof *totals, compare_totals);
  return totals;
}

/* The largest totals of which no two share a period: one spike is one peak.
 * Returns how many were found, at most @wanted. */
static gsize
find_peaks (const Total *totals,
            gsize        n_totals,
            gsize        window,
            gsize        wanted,
            double      *peaks)
{
  g_autofree guint8 *taken = g_new0 (guint8, n_totals);
  gsize found = 0;

  for (gsize i = 0; i < n_totals && found < wanted; i++)
    {
      const gsize at = totals[i].start;
      const gsize from = at >= window - 1 ? at - (window - 1) : 0;

      if (taken[at])
        continue;
      peaks[found++] = totals[i].value;
      memset (taken + from, 1, MIN (at + window, n_totals) - from);
    }

  return found;
}

/* Sets the threshold half-way between the last peak that counts and the next, so
 * that whole numbers lie clear of it. @peaks: from the largest down. */
static void
fit_tail (HwExtreme *self,
          double    *peaks,
          gsize      found,
          double     years)
{
  const double next = peaks[found - 1];
  gsize above = 0;

  while (above < found && peaks[above] > next)
    above++;

  self->n_peaks = above;
  if (above < EXPONENTIAL_MIN)
    return;

  self->threshold = 0.5 * (peaks[above - 1] + next);
  self->a_year = (double) above / years;
  for (gsize i = 0; i < above; i++)
    peaks[i] -= self->threshold;

  hw_pareto_fit (peaks, above, &self->scale, &self->shape);
  self->kind = HW_TAIL_PARETO;
  if (above < PARETO_MIN)
    {
      self->scale /= 1.0 - self->shape; /* the mean */
      self->shape = 0.0;
      self->kind = HW_TAIL_EXPONENTIAL;
    }
}

/**
 * hw_extreme_fit:
 * @demand: (array length=n): demand of each period, 0 or more [units]
 * @n: number of periods
 * @window: over how many periods in a row it is added up, at least 1
 * @per_year: periods in a year
 * @out: (out): the tail
 * @error: return location
 *
 * Peaks over a threshold. Peaks are the largest totals that do not overlap; about
 * a tenth of the spans count, at least 20 of them where that is no more than a
 * quarter. With 20 peaks or more the tail is generalised Pareto, with 5 to 19
 * exponential; with fewer, the highest total seen is all that is said.
 *
 * Trend and season are not taken out: what is asked is how much may be asked for
 * in whatever part of the year is the worst.
 *
 * Cost: O(n (window + log n)).
 *
 * Source: Pickands (1975), Annals of Statistics 3(1), for the tail; Hosking and
 * Wallis (1987), Technometrics 29(3), for its figures.
 * Checked against: hand-worked peaks, and simulated exponential and Pareto demand
 * whose levels are known, in tests/engine/test-hw-extreme.c.
 *
 * Returns: %FALSE with HW_ENGINE_ERROR_BAD_VALUE, HW_ENGINE_ERROR_TOO_SHORT (less
 *   than 8 windows) or HW_ENGINE_ERROR_NO_DEMAND
 */
gboolean
hw_extreme_fit (const double  *demand,
                gsize          n,
                gsize          window,
                double         per_year,
                HwExtreme     *out,
                GError       **error)
{
  g_autofree Total *totals = NULL;
  g_autofree double *peaks = NULL;
  HwExtreme self = { .kind = HW_TAIL_HIGHEST };
  gsize spans, wanted;

  for (gsize i = 0; i < n; i++)
    if (!(demand[i] >= 0.0 && isfinite (demand[i])))
      {
        g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "demand below 0, or none");
        return FALSE;
      }
  if (window < 1 || !(per_year > 0.0 && isfinite (per_year)))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a window or year that cannot be");
      return FALSE;
    }
  spans = n / window;
  if (spans < WINDOWS_MIN)
    {
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT,
                   "%" G_GSIZE_FORMAT " spans of demand; need %d", spans, WINDOWS_MIN);
      return FALSE;
    }

  totals = add_up (demand, n, window, &self.mean);
  self.highest = totals[0].value;
  if (self.highest <= 0.0)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing was asked for");
      return FALSE;
    }

  wanted = MIN (spans / 4, MAX (spans / 10, PARETO_MIN)) + 1;
  peaks = g_new (double, wanted);
  self.threshold = self.highest;
  fit_tail (&self, peaks, find_peaks (totals, n - window + 1, window, wanted, peaks), (double) n / per_year);

  *out = self;
  return TRUE;
}

/**
 * hw_extreme_level:
 * @self: a tail
 * @years: how seldom, above 0
 *
 * threshold + scale / shape * ((peaks in that time)^shape - 1); where the tail is
 * not known, the highest total seen.
 *
 * Source: Coles (2001), An Introduction to Statistical Modeling of Extreme
 * Values, 4.3.3.
 *
 * Returns: the total that is gone beyond once in @years on average [units], at
 *   least the mean; NAN for a time that cannot be
 */
double
hw_extreme_level (const HwExtreme *self,
                  double           years)
{
  double peaks, beyond;

  if (!(years > 0.0 && isfinite (years)))
    return NAN;
  if (self->kind == HW_TAIL_HIGHEST)
    return self->highest;

  peaks = self->a_year * years;
  beyond = fabs (self->shape) < SHAPE_FLAT ? log (peaks) : expm1 (self->shape * log (peaks)) / self->shape;
  return MAX (self->threshold + self->scale * beyond, self->mean);
}
