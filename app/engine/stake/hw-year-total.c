/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stake/hw-year-total.h"

#include "core/hw-error.h"

#include <math.h>

#define WEEK 7
#define LAGS 3          /* weeks that still resemble each other */
#define SEASON 0.15     /* how far the part not seen may lie off by the time of year, of its own size */
#define SLIPS 0.02      /* of the pen, of the whole */

/* Variance of the sum of a day, with what neighbouring weeks share: of weeks written
 * down in full, Bartlett's weights. */
static double
vary (const double *amounts,
      gsize         n,
      double        mean)
{
  g_autofree double *off = g_new (double, n / WEEK + 1);
  gsize k = 0;
  double sum = 0.0;

  for (gsize start = 0; start + WEEK <= n; start += WEEK)
    {
      double week = 0.0;

      for (gsize i = 0; i < WEEK; i++)
        week += amounts[start + i];
      off[k++] = week - WEEK * mean; /* NAN: not the whole week */
    }

  for (gsize lag = 0; lag <= LAGS; lag++)
    {
      double products = 0.0, n_pairs = 0.0;

      for (gsize i = lag; i < k; i++)
        if (!isnan (off[i]) && !isnan (off[i - lag]))
          {
            products += off[i] * off[i - lag];
            n_pairs += 1.0;
          }
      if (n_pairs > 1.0)
        sum += (lag == 0 ? 1.0 : 2.0 * (1.0 - (double) lag / (LAGS + 1))) * products / (lag == 0 ? n_pairs - 1.0 : n_pairs);
    }

  return MAX (sum, 0.0) / WEEK;
}

/**
 * hw_year_total:
 * @amounts: (array length=n): by calendar day, oldest first [money]; NAN where nothing
 *   was written down
 * @n: number of days
 * @days: of a year: as many of @amounts' days as one year has [days]
 * @out: (out caller-allocates): untouched on error
 *
 * What was written down is added up; the rest of the year is taken to go on at the same
 * rate. That rate is unsure by how much weeks differ (Newey and West), the rest itself
 * varies as weeks do, and may lie in another time of year.
 *
 * Errors: TOO_SHORT with fewer than HW_YEAR_TOTAL_LEAST days written down; BAD_VALUE for
 * infinity.
 *
 * Source: Newey and West (1987), Econometrica 55(3); the finite population view of
 * Cochran (1977), Sampling Techniques, chapter 2.
 * Checked against: years of which a part was left out, tests/bench/bench-stake.c.
 */
gboolean
hw_year_total (const double  *amounts,
               gsize          n,
               double         days,
               HwYearTotal   *out,
               GError       **error)
{
  double sum = 0.0, left, mean, variance, season;
  gsize seen = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (amounts[i]))
      {
        sum += amounts[i];
        seen++;
      }

  if (isinf (sum) || isnan (sum))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "an amount is not finite");
      return FALSE;
    }

  if (seen < HW_YEAR_TOTAL_LEAST)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "fewer than 28 days written down");
      return FALSE;
    }

  mean = sum / (double) seen;
  left = days - (double) seen;
  if (left <= 0.0)
    {
      *out = (HwYearTotal) { mean * days, SLIPS * mean * days, seen };
      return TRUE;
    }

  variance = vary (amounts, n, mean) * left * (1.0 + left / (double) seen);
  season = SEASON * mean * left;
  *out = (HwYearTotal) { sum + left * mean, sqrt (variance + season * season + SLIPS * mean * days * SLIPS * mean * days), seen };
  return TRUE;
}
