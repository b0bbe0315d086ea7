/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-intermittent.h"

#include "core/hw-error.h"

#include <math.h>

#define PERIODS_MIN   2
#define CROSTON_ALPHA 0.1

static const double alphas[] = { 0.05, 0.1, 0.2, 0.3 };

typedef struct
{
  gsize  periods;   /* observed */
  gsize  demands;   /* of these, with demand */
  gsize  first;     /* the period of the first demand, from 1; 0 for none */
  double first_size;
  double sum;
  double squares;   /* of the demands */
} Tally;

static Tally
tally (const double *y,
       gsize         n)
{
  Tally out = { 0 };

  for (gsize t = 0; t < n; t++)
    {
      if (isnan (y[t]))
        continue;

      out.periods++;
      if (y[t] <= 0.0)
        continue;

      if (out.demands++ == 0)
        {
          out.first = out.periods;
          out.first_size = y[t];
        }
      out.sum += y[t];
      out.squares += y[t] * y[t];
    }

  return out;
}

/**
 * hw_intermittent_update:
 * @fit: (inout): the states before the period; after it
 * @demand: of the period [units]; 0 and less is none, NAN leaves all as it is
 *
 * Size and interval move only when there is demand, the chance in every period.
 */
void
hw_intermittent_update (HwIntermittent *fit,
                        double          demand)
{
  if (isnan (demand))
    return;

  fit->gap++;
  if (demand > 0.0)
    {
      fit->size += fit->alpha * (demand - fit->size);
      fit->interval += fit->alpha * ((double) fit->gap - fit->interval);
      fit->gap = 0;
    }

  fit->chance += fit->alpha * ((demand > 0.0 ? 1.0 : 0.0) - fit->chance);
}

/**
 * hw_intermittent_level:
 * @fit: a fit
 *
 *     Croston: size / interval     SBA: (1 - alpha / 2) * size / interval
 *     TSB: chance * size
 *
 * Returns: the mean demand per period [units]
 */
double
hw_intermittent_level (const HwIntermittent *fit)
{
  switch (fit->kind)
    {
    case HW_INTERMITTENT_CROSTON:
      return fit->size / fit->interval;

    case HW_INTERMITTENT_TSB:
      return fit->chance * fit->size;

    case HW_INTERMITTENT_SBA:
    default:
      /* The ratio of two smoothed numbers is too high by about alpha / 2. */
      return (1.0 - fit->alpha / 2.0) * fit->size / fit->interval;
    }
}

static double
run (HwIntermittent *fit,
     const double   *y,
     gsize           n)
{
  double squares = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      const double e = isnan (y[t]) ? 0.0 : y[t] - hw_intermittent_level (fit);

      squares += e * e;
      hw_intermittent_update (fit, y[t]);
    }

  return squares;
}

/**
 * hw_intermittent_fit:
 * @kind: the method
 * @y: (array length=n): demand per period, oldest first [units]; zeros are real
 *   zeros, NAN was not observed, less than 0 (more came back than went) counts as 0
 * @n: number of periods
 * @fit: (out caller-allocates): the fit; untouched on error
 * @error: return location
 *
 * Sizes and gaps (SBA) or sizes and the chance of demand (TSB) are smoothed
 * exponentially, starting at their plain means. The smoothing is the one of
 * 0.05, 0.1, 0.2, 0.3 with the least squared one-step errors. Croston's method as
 * it is usually run: smoothing 0.1, from the first size and the first gap on.
 *
 * Cost: O(n), no allocation.
 *
 * Errors: TOO_SHORT with fewer than 2 observed periods; BAD_VALUE for infinity;
 * NO_DEMAND if nothing was ever sold.
 *
 * Source: Croston (1972), Operational Research Quarterly 23(3); Syntetos and
 * Boylan (2005), Int. J. Forecasting 21(2); Teunter, Syntetos and Babai (2011),
 * European J. Operational Research 214(3).
 * Checked against: cases worked by hand and R's croston() in
 * tests/engine/test-hw-intermittent.c.
 *
 * Returns: %TRUE if @fit was filled in
 */
gboolean
hw_intermittent_fit (HwIntermittentKind   kind,
                     const double        *y,
                     gsize                n,
                     HwIntermittent      *fit,
                     GError             **error)
{
  const Tally seen = tally (y, n);
  double least = INFINITY;

  if (seen.periods < PERIODS_MIN)
    {
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT,
                   "%" G_GSIZE_FORMAT " periods observed; need %d", seen.periods, PERIODS_MIN);
      return FALSE;
    }

  if (!isfinite (seen.squares))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a demand is too large to square");
      return FALSE;
    }

  if (seen.demands == 0)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "every period is zero");
      return FALSE;
    }

  if (kind == HW_INTERMITTENT_CROSTON)
    {
      *fit = (HwIntermittent) {
        .kind = kind,
        .alpha = CROSTON_ALPHA,
        .size = seen.first_size,
        .interval = (double) seen.first,
        .chance = (double) seen.demands / (double) seen.periods,
      };
      run (fit, y, n);
      return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (alphas); i++)
    {
      HwIntermittent trial = {
        .kind = kind,
        .alpha = alphas[i],
        .size = seen.sum / (double) seen.demands,
        .interval = (double) seen.periods / (double) seen.demands,
        .chance = (double) seen.demands / (double) seen.periods,
      };
      const double squares = run (&trial, y, n);

      if (squares < least)
        {
          least = squares;
          *fit = trial;
        }
    }

  return TRUE;
}
