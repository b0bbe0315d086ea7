/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-count-table.h"

#include "core/hw-error.h"
#include "engine/math/hw-special.h"
#include "engine/stock/hw-stock-costs.h"

#include <math.h>
#include <string.h>

#define RARE 1e-17           /* a chance smaller than this is no chance */
#define TABLE_MOST 4000000   /* entries: more would be a demand in the wrong unit */

/* Room for @n entries; in the struct itself as long as they fit. */
static double *
make_room (HwCountTable *self,
           gsize         n)
{
  self->heap = n > HW_COUNT_TABLE_FIXED ? g_new (double, n) : NULL;

  return self->heap != NULL ? self->heap : self->fixed;
}

/* What was cut off, and what a logarithm of a large number has lost, goes back in. */
static void
scale_to_one (HwCountTable *self)
{
  double sum = 0.0;

  for (int i = 0; i < self->n; i++)
    sum += self->p[i];
  for (int i = 0; i < self->n; i++)
    self->p[i] /= sum;
}

/* p(k + 1) = p(k) mean / (k + 1), outwards from 0 or, where that would be too rare a
 * start, from the mode. The room is what Bernstein's bound leaves above RARE. */
static gboolean
fill_poisson (HwCountTable  *self,
              double         mean,
              GError       **error)
{
  const gboolean from_0 = mean < 36.0;
  const double mode = from_0 ? 0.0 : floor (mean);
  const double up = mean - mode + 15.0 + sqrt (200.0 + 84.0 * mean);
  const double down = from_0 ? 0.0 : MIN (mode, 2.0 + sqrt (84.0 * mean));
  const double one_over = 1.0 / mean;
  double *room, term, peak;
  int below = 0, above = 0;

  if (!hw_stock_require (mean + up + down <= TABLE_MOST, "the demand in whole units", mean, "some millions at most",
                         error))
    return FALSE;

  room = make_room (self, (gsize) (up + down + 2.0));
  peak = from_0 ? exp (-mean) : exp (mode * log (mean) - mean - hw_log_gamma (mode + 1.0));
  room += (int) down;
  room[0] = peak;

  term = peak;
  for (double k = mode; below < (int) down && term * k > RARE * mean; k -= 1.0)
    {
      term *= k * one_over;
      room[-++below] = term;
    }

  term = peak;
  for (double k = mode + 1.0; above < (int) up && (term > RARE || k < mean); k += 1.0)
    {
      term *= mean / k;
      room[++above] = term;
    }

  self->p = room - below;
  self->lo = (int) mode - below;
  self->n = below + above + 1;
  if (!from_0)
    scale_to_one (self);
  return TRUE;
}

/* p(k + 1) = p(k) (1 - keep) (k + size) / (k + 1), outwards from the mode; the first walk
 * only counts. */
static gboolean
fill_negative (HwCountTable  *self,
               double         size,
               double         keep,
               GError       **error)
{
  const double lose = 1.0 - keep;
  const double mean = size * lose / keep;
  const double mode = size > 1.0 ? floor ((size - 1.0) * lose / keep) : 0.0;
  const double peak = exp (hw_log_gamma (mode + size) - hw_log_gamma (mode + 1.0) - hw_log_gamma (size)
                           + size * log (keep) + mode * log (lose));
  int below = 0, above = 0;
  double term = peak;

  if (!hw_stock_require (mode <= TABLE_MOST, "the demand in whole units", mean, "some millions at most", error))
    return FALSE;

  for (double k = mode; k > 0.0 && term > RARE; k -= 1.0, below++)
    term *= k / (lose * (k - 1.0 + size));

  term = peak;
  for (double k = mode; above <= TABLE_MOST && (term > RARE || k < mean); k += 1.0, above++)
    term *= lose * (k + size) / (k + 1.0);

  if (!hw_stock_require (above <= TABLE_MOST, "the spread of whole units", size, "narrower", error))
    return FALSE;

  self->p = make_room (self, (gsize) below + (gsize) above + 1);
  self->lo = (int) mode - below;
  self->n = below + above + 1;

  self->p[below] = peak;
  for (int i = below; i > 0; i--)
    {
      const double k = (double) (self->lo + i);

      self->p[i - 1] = self->p[i] * (k / (lose * (k - 1.0 + size)));
    }
  for (int i = below; i + 1 < self->n; i++)
    {
      const double k = (double) (self->lo + i);

      self->p[i + 1] = self->p[i] * (lose * (k + size) / (k + 1.0));
    }

  scale_to_one (self);
  return TRUE;
}

/* Convolutes @chances with what is there, @times times, and drops the rare ends. */
static gboolean
fill_sum (HwCountTable  *self,
          const double  *chances,
          gsize          n_chances,
          int            times,
          GError       **error)
{
  const gsize most = (n_chances - 1) * (gsize) times + 1;
  g_autofree double *sum = NULL;
  double *next;
  gsize n = 1, lo = 0;

  if (!hw_stock_require (most <= TABLE_MOST, "the demand in whole units", (double) most, "some millions at most",
                         error))
    return FALSE;

  sum = g_new (double, most);
  next = make_room (self, most);
  sum[0] = 1.0;

  for (int t = 0; t < times; t++)
    {
      gsize first = 0;

      memset (next, 0, (n + n_chances - 1) * sizeof *next);
      for (gsize i = 0; i < n; i++)
        for (gsize k = 0; k < n_chances; k++)
          next[i + k] += sum[i] * chances[k];

      n += n_chances - 1;
      while (n > 1 && next[n - 1] < RARE)
        n--;
      while (n - first > 1 && next[first] < RARE)
        first++;
      lo += first;
      n -= first;
      memcpy (sum, next + first, n * sizeof *sum);
    }

  memcpy (next, sum, n * sizeof *sum);
  self->p = next;
  self->lo = (int) lo;
  self->n = (int) n;
  scale_to_one (self);
  return TRUE;
}

/**
 * hw_count_table_can:
 * @demand: a law of any origin
 * @error: return location; BAD_VALUE, or NO_DEMAND where nothing is ever asked for
 *
 * Returns: whether hw_count_table_init() may be asked
 */
gboolean
hw_count_table_can (const HwLaw  *demand,
                    GError      **error)
{
  if (!hw_law_check (demand, error)
      || !hw_stock_require (hw_law_is_whole (demand), "the kind of demand", demand->kind, "of whole units", error)
      || !hw_stock_require (demand->shift >= 0.0, "the least demand", demand->shift, "at least 0", error))
    return FALSE;

  if (hw_law_mean (demand) > 0.0)
    return TRUE;

  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing is ever asked for");
  return FALSE;
}

/**
 * hw_count_table_init:
 * @self: (out): the table; hw_count_table_clear() after use
 * @demand: of one period, as hw_count_table_can() wants it
 * @periods: how many periods, at least 0; periods are independent of each other
 * @error: return location, BAD_VALUE where @periods cannot be or there would be
 *   more than some millions of entries
 *
 * Poisson and negative binomial demands add up to their own kind; given chances
 * are convoluted. Small tables need no memory from the heap.
 *
 * Checked against: hw_law_tails() and convolutions of the tables, in the tests.
 *
 * Returns: whether there is a table
 */
gboolean
hw_count_table_init (HwCountTable  *self,
                     const HwLaw   *demand,
                     double         periods,
                     GError       **error)
{
  const gboolean is_whole = demand->kind == HW_LAW_CHANCES || demand->shift != 0.0;
  gboolean is_filled;

  self->heap = NULL;
  self->p = self->fixed;
  self->n = 1;
  self->lo = 0;
  self->p[0] = 1.0;

  if (!hw_stock_require (periods >= 0.0 && periods <= HW_STOCK_WAIT_MOST + 1.0, "the number of periods", periods,
                         "between 0 and 367", error)
      || !hw_stock_require (!is_whole || periods == floor (periods), "the number of periods", periods, "whole", error))
    return FALSE;

  if (demand->kind == HW_LAW_CHANCES)
    is_filled = fill_sum (self, demand->chances, demand->n_chances, (int) periods, error);
  else if (demand->kind == HW_LAW_NEGATIVE && demand->b < 1.0 && periods > 0.0)
    is_filled = fill_negative (self, demand->a * periods, demand->b, error);
  else if (demand->kind == HW_LAW_POISSON && demand->a * periods > 0.0)
    is_filled = fill_poisson (self, demand->a * periods, error);
  else
    is_filled = TRUE;

  if (!is_filled || !hw_stock_require (demand->shift * periods <= TABLE_MOST, "the demand in whole units",
                                       demand->shift, "some millions at most", error))
    return FALSE;

  self->lo += (int) (demand->shift * periods);
  self->mean = demand->kind == HW_LAW_POISSON ? (demand->a + demand->shift) * periods
                                              : hw_law_mean (demand) * periods;
  return TRUE;
}

/**
 * hw_count_table_clear:
 * @self: a table
 *
 * Frees what it holds.
 */
void
hw_count_table_clear (HwCountTable *self)
{
  g_clear_pointer (&self->heap, g_free);
}

/**
 * hw_count_table_below:
 * @self: a table
 * @stock: [units]
 *
 * Returns: the chance of a demand of at most @stock
 */
double
hw_count_table_below (const HwCountTable *self,
                      int                 stock)
{
  double sum = 0.0;

  for (int i = 0; i < self->n && self->lo + i <= stock; i++)
    sum += self->p[i];

  return MIN (sum, 1.0);
}

/**
 * hw_count_table_quantile:
 * @self: a table
 * @share: between 0 and 1
 *
 * Returns: the least stock that serves all demand with a chance of at least @share
 */
int
hw_count_table_quantile (const HwCountTable *self,
                         double              share)
{
  double sum = 0.0;

  for (int i = 0; i + 1 < self->n; i++)
    {
      sum += self->p[i];
      if (sum >= share)
        return self->lo + i;
    }

  return self->lo + self->n - 1;
}

/**
 * hw_count_table_shortfall:
 * @self: a table
 * @stock: [units]
 *
 * Returns: the demand expected beyond @stock [units]
 */
double
hw_count_table_shortfall (const HwCountTable *self,
                          int                 stock)
{
  double sum = 0.0;

  if (stock < self->lo)
    return self->mean - (double) stock;

  for (int i = self->n - 1; i >= 0 && self->lo + i > stock; i--)
    sum += self->p[i] * (double) (self->lo + i - stock);

  return sum;
}

/**
 * hw_count_table_left:
 * @self: a table
 * @stock: [units]
 *
 * Returns: what is expected to be left of @stock after the demand [units]
 */
double
hw_count_table_left (const HwCountTable *self,
                     int                 stock)
{
  double sum = 0.0;

  if (stock >= self->lo + self->n - 1)
    return (double) stock - self->mean;

  for (int i = 0; i < self->n && self->lo + i < stock; i++)
    sum += self->p[i] * (double) (stock - self->lo - i);

  return sum;
}
