/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-item-class.h"

#include "core/hw-error.h"
#include "engine/math/hw-beta.h"

#include <math.h>
#include <string.h>

#define WEEK 7                /* days */
#define YEAR 52               /* weeks */
#define NEW_WEEKS 13
#define GAP_MARK 1.32         /* weeks */
#define SPREAD_MARK 0.49

#define BINS 13               /* of a year, four weeks each */
#define BIN_WEEKS 4
#define YEARS_MOST 5          /* for the season */
#define SEASON_CHANCE 0.01
#define SEASON_LEAST 0.15     /* sd of the season over the mean: below it, it matters little */

#define RECENT_WEEKS 13
#define RECENT_MORE 26        /* for what sells slowly, or fell some time ago */
#define DYING_CHANCE 0.001
#define DYING_RATE 0.5        /* at most so much of the rate before */
#define DYING_RATE_BLIND 0.25 /* the same where the year before cannot be asked */
#define LIKE_WEEKS 8          /* that a week may resemble */
#define LIKENESS_MOST 9.0     /* times the variance */
#define EVENTS_A_WEEK 50.0    /* more than that many sales a week are not told apart from chance */
#define MEMORY_MOST 0.8

/* Whole weeks up to the last record, from the first that sells. */
static double *
add_up_weeks (const double *demand,
              gsize         n,
              gsize         period,
              gsize        *n_weeks)
{
  const gsize all = n / period, skip = n - all * period;
  double *weeks = g_new0 (double, all + 1);
  gsize silent = 0;

  for (gsize i = 0; i < all * period; i++)
    weeks[i / period] += demand[skip + i];
  while (silent < all && weeks[silent] <= 0.0)
    silent++;

  *n_weeks = all - silent;
  memmove (weeks, weeks + silent, *n_weeks * sizeof *weeks);
  return weeks;
}

static double
sum_of (const double *x,
        gsize         n)
{
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    sum += x[i];

  return sum;
}

static void
tell_gaps (const double *weeks,
           gsize         n,
           HwItemClass  *out)
{
  const double sum = sum_of (weeks, n);
  double squares = 0.0, k = 0.0, mean;

  for (gsize i = 0; i < n; i++)
    k += weeks[i] > 0.0;

  mean = sum / k;
  for (gsize i = 0; i < n; i++)
    squares += weeks[i] > 0.0 ? (weeks[i] - mean) * (weeks[i] - mean) : 0.0;

  out->gap = (double) n / k;
  out->spread = k > 1.0 ? squares / (k - 1.0) / (mean * mean) : 0.0;
}

/* How a week resembles the one before, 0 .. MEMORY_MOST; few weeks hide a part of it. */
static double
memory_of (double products,
           double squares,
           double n)
{
  const double seen = squares > 0.0 ? products / squares : 0.0;

  return CLAMP (seen + (1.0 + 4.0 * seen) / n, 0.0, MEMORY_MOST);
}

/* Rows of years with a mean of 0 each, in units of their mean, without the trend from
 * year to year. FALSE if a year sold nothing. */
static gboolean
lay_out_years (const double *weeks,
               gsize         n_years,
               double        table[YEARS_MOST][BINS])
{
  double mean[YEARS_MOST], slope;

  for (gsize y = 0; y < n_years; y++)
    {
      mean[y] = sum_of (weeks + y * YEAR, YEAR) / BINS;
      if (!(mean[y] > 0.0))
        return FALSE;
    }

  slope = (mean[n_years - 1] - mean[0]) / (double) (BINS * (n_years - 1));
  for (gsize y = 0; y < n_years; y++)
    for (gsize k = 0; k < BINS; k++)
      {
        const double trend = slope * ((double) k - 0.5 * (BINS - 1));

        table[y][k] = (sum_of (weeks + y * YEAR + k * BIN_WEEKS, BIN_WEEKS) - trend) / mean[y] - 1.0;
      }

  return TRUE;
}

/* Whether the same parts of the year are high and low in each year: an analysis of
 * variance of parts by years, with fewer degrees of freedom where one part resembles
 * the next anyhow. */
static void
tell_season (const double *weeks,
             gsize         n,
             HwItemClass  *out)
{
  const gsize n_years = MIN (n / YEAR, YEARS_MOST);
  double table[YEARS_MOST][BINS], part[BINS];
  double between = 0.0, within = 0.0, products = 0.0, years = (double) n_years, memory, freedom;

  if (n_years < 2 || !lay_out_years (weeks + n - n_years * YEAR, n_years, table))
    return;

  for (gsize k = 0; k < BINS; k++)
    {
      part[k] = 0.0;
      for (gsize y = 0; y < n_years; y++)
        part[k] += table[y][k] / years;
      between += years * part[k] * part[k] / (BINS - 1);
    }

  for (gsize y = 0; y < n_years; y++)
    for (gsize k = 0; k < BINS; k++)
      {
        const double rest = table[y][k] - part[k];

        within += rest * rest;
        products += k > 0 ? rest * (table[y][k - 1] - part[k - 1]) : 0.0;
      }

  memory = memory_of (products, within, (BINS - 1) * (years - 1.0));
  freedom = (BINS - 1) * (1.0 - memory * memory) / (1.0 + memory * memory);
  within /= (BINS - 1) * (years - 1.0);

  out->season = sqrt (MAX (between - within, 0.0) / years);
  out->season_p = within > 0.0 ? hw_fisher_above (between / within, freedom, freedom * (years - 1.0))
                               : between > 0.0 ? 0.0 : 1.0;
}

/* What sells together counts as one sale: as many units as the variance is times the
 * mean, more where weeks resemble those before. Chance alone makes autocorrelations
 * of -1 / n, which are put right. */
static double
units_of_a_sale (const double *weeks,
                 gsize         n)
{
  const double mean = sum_of (weeks, n) / (double) n;
  double squares = 0.0, likeness = 0.0, units;

  for (gsize i = 0; i < n; i++)
    squares += (weeks[i] - mean) * (weeks[i] - mean);

  for (gsize lag = 1; lag <= LIKE_WEEKS; lag++)
    {
      double products = 0.0;

      for (gsize i = lag; i < n; i++)
        products += (weeks[i] - mean) * (weeks[i - lag] - mean);
      likeness += squares > 0.0 ? products / squares + 1.0 / (double) n : 0.0;
    }

  units = squares / (double) (n - 1) / mean * CLAMP (1.0 + 2.0 * likeness, 1.0, LIKENESS_MOST);
  return MAX (units, mean / EVENTS_A_WEEK);
}

/* Chance of so little in the last @recent weeks if the rate of the weeks before had
 * stayed; 1 if they are not well below the same weeks of a year ago. */
static double
chance_of_recent (const double *weeks,
                  gsize         n,
                  gsize         recent)
{
  const double units = units_of_a_sale (weeks, n - recent);
  const double now = sum_of (weeks + n - recent, recent) / units;

  if (recent < YEAR && n >= YEAR + recent)
    {
      const double then = sum_of (weeks + n - recent - YEAR, recent) / units;

      if (now >= DYING_RATE * then)
        return 1.0;
    }

  return hw_binomial_below (now, sum_of (weeks, n) / units, (double) recent / (double) n);
}

/* Takes over a stretch of recent weeks if it speaks more clearly than the last, by
 * its amounts or by how many weeks sell at all. */
static void
try_recent (const double *weeks,
            const double *sells,
            gsize         n,
            gsize         recent,
            HwItemClass  *out)
{
  const gsize n_before = n - recent;
  const double most = n >= YEAR + recent || recent == YEAR ? DYING_RATE : DYING_RATE_BLIND;
  const double before = sum_of (weeks, n_before) / (double) n_before;
  const double now = sum_of (weeks + n_before, recent) / (double) recent;
  const double p = MIN (chance_of_recent (weeks, n, recent), chance_of_recent (sells, n, recent));

  if (now > most * before || p >= out->recent_p)
    return;

  out->recent = now / before;
  out->recent_p = p;
}

/* A quarter, half a year, and, to be free of any season, a year. */
static void
tell_decline (const double *weeks,
              gsize         n,
              HwItemClass  *out)
{
  g_autofree double *sells = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    sells[i] = weeks[i] > 0.0 ? 1.0 : 0.0;

  if (n >= 2 * RECENT_WEEKS)
    try_recent (weeks, sells, n, RECENT_WEEKS, out);
  if (n >= 2 * RECENT_MORE)
    try_recent (weeks, sells, n, RECENT_MORE, out);
  if (n >= YEAR + RECENT_MORE)
    try_recent (weeks, sells, n, YEAR, out);
}

static HwItemKind
kind_of (const HwItemClass *self)
{
  if (self->weeks < NEW_WEEKS)
    return HW_ITEM_NEW;
  if (self->recent_p < DYING_CHANCE)
    return HW_ITEM_DYING;
  if (self->season_p < SEASON_CHANCE && self->season >= SEASON_LEAST)
    return HW_ITEM_SEASONAL;
  if (self->spread >= SPREAD_MARK)
    return HW_ITEM_LUMPY;

  return self->gap >= GAP_MARK ? HW_ITEM_NOW_AND_THEN : HW_ITEM_STEADY;
}

/**
 * hw_item_class_tell:
 * @demand: (array length=n): units asked for, period by period, 0 or more, lost sales
 *   put back in
 * @n: number of periods, up to today
 * @period_days: 1 or 7
 * @out: (out): the kind and its figures
 * @error: return location
 *
 * Told in this order, by whole weeks counted back from the last record:
 *
 * - new: less than 13 weeks since the first sale;
 * - dying: the last 13 or 26 weeks sold less than half of the rate before and of
 *   the same weeks a year ago, or the last year less than half of the years
 *   before, and chance alone would do that less than once in a thousand times
 *   (binomial, of units, those that sell together counted as one, and of
 *   weeks that sell). With less than a year
 *   and those weeks, at most a quarter, as the season is not known;
 * - seasonal: with two years or more, 13 parts of the year differ in the same way
 *   each year, by chance less than once in a hundred times (Fisher), and by at
 *   least 15 % of the mean;
 * - lumpy: the weeks that sell differ, squared coefficient of variation 0.49 or more;
 * - now and then: 1.32 weeks or more from one that sells to the next;
 * - steady: the rest.
 *
 * What sells every week in wild amounts ("erratic" in the source) is lumpy here.
 *
 * Cost: O(n).
 *
 * Source: Syntetos, Boylan and Croston (2005), Journal of the Operational Research
 * Society 56(5), for the two marks; Bartlett (1946), Supplement to the Journal of
 * the Royal Statistical Society 8(1), for degrees of freedom of series with a memory.
 * Checked against: cases worked by hand, and shares of wrong calls on simulated
 * items, in tests/engine/test-hw-item-class.c.
 *
 * Returns: %FALSE with HW_ENGINE_ERROR_BAD_VALUE, HW_ENGINE_ERROR_TOO_SHORT
 *   (nothing given) or HW_ENGINE_ERROR_NO_DEMAND (nothing ever sold)
 */
gboolean
hw_item_class_tell (const double  *demand,
                    gsize          n,
                    int            period_days,
                    HwItemClass   *out,
                    GError       **error)
{
  HwItemClass self = { .kind = HW_ITEM_NEW, .season_p = 1.0, .recent = 1.0, .recent_p = 1.0 };
  g_autofree double *weeks = NULL;
  double sum = 0.0;

  if (period_days != 1 && period_days != WEEK)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "periods are days or weeks");
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    {
      if (!(demand[i] >= 0.0 && isfinite (demand[i])))
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "demand below 0, or none");
          return FALSE;
        }
      sum += demand[i];
    }
  if (!(sum > 0.0))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, n > 0 ? HW_ENGINE_ERROR_NO_DEMAND : HW_ENGINE_ERROR_TOO_SHORT,
                           n > 0 ? "nothing was ever sold" : "no record");
      return FALSE;
    }

  weeks = add_up_weeks (demand, n, (gsize) (WEEK / period_days), &self.weeks);
  if (self.weeks > 0)
    tell_gaps (weeks, self.weeks, &self);
  tell_season (weeks, self.weeks, &self);
  tell_decline (weeks, self.weeks, &self);
  self.kind = kind_of (&self);

  *out = self;
  return TRUE;
}
