/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-histogram-chart.h"

#include "core/hw-sort.h"

#include <math.h>

#define FEWEST 5

/* Between the two nearest in order. */
static double
quantile (const double *sorted,
          gsize         n,
          double        share)
{
  const double at = share * (double) (n - 1);
  const gsize i = (gsize) at;

  return i + 1 < n ? sorted[i] + (at - (double) i) * (sorted[i + 1] - sorted[i]) : sorted[n - 1];
}

/* The @step-th of 1, 2, 2.5, 5, 10, 20, 25, ... */
static double
round_width (int step)
{
  static const double mantissas[] = { 1.0, 2.0, 2.5, 5.0 };
  const int power = step >= 0 ? step / 4 : -((3 - step) / 4);

  return mantissas[step - 4 * power] * pow (10.0, power);
}

static int
step_above (double width)
{
  int step = 4 * ((int) floor (log10 (width)) - 1);

  while (round_width (step) < width * (1.0 - 1e-12))
    step++;

  return step;
}

static double
raw_width (const double *sorted,
           gsize         n)
{
  const double range = sorted[n - 1] - sorted[0];
  double width = 2.0 * (quantile (sorted, n, 0.75) - quantile (sorted, n, 0.25)) / cbrt ((double) n);

  if (range <= 0.0)
    return MAX (1.0, fabs (sorted[0]) * 0.1);
  if (!(width > 0.0))
    width = range / (ceil (log2 ((double) n)) + 1.0);

  /* One less than the most: the ends rarely fall on whole multiples. */
  return CLAMP (width, range / (HW_BINS_MOST - 1), n >= FEWEST ? range / FEWEST : range);
}

static void
cut (HwBins       *self,
     double        width,
     const double *sorted,
     gsize         n)
{
  const double first = floor (sorted[0] / width);

  self->width = width;
  self->low = first * width;
  self->n = (guint) MAX (1.0, ceil (sorted[n - 1] / width) - first);
}

void
hw_bins_find (HwBins       *self,
              const double *values,
              gsize         n)
{
  g_autofree double *sorted = g_new (double, n + 1);
  gsize n_known = 0;
  int step;

  g_return_if_fail (self != NULL && (values != NULL || n == 0));

  *self = (HwBins) { 0.0, 1.0, 0 };
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      sorted[n_known++] = values[i];
  if (n_known == 0)
    return;

  hw_sort_doubles (sorted, n_known);
  step = step_above (raw_width (sorted, n_known));
  cut (self, round_width (step), sorted, n_known);

  while (self->n > HW_BINS_MOST)
    cut (self, round_width (++step), sorted, n_known);
  while (self->n < FEWEST && n_known >= FEWEST && sorted[n_known - 1] > sorted[0])
    cut (self, round_width (--step), sorted, n_known);
}
