/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-year.h"

#include <math.h>

/* As many days of the period a year before, from its first; of a whole one all of it. */
static void
find_before (const HwFiscal *fiscal,
             HwYearRow      *row)
{
  const HwFiscalSpan before = hw_fiscal_period_of (fiscal, row->span.year - 1, row->span.period);

  row->before_from = before.from;
  row->before_to = row->known_to >= row->span.to ? before.to
                                                 : MIN (before.from + (row->known_to - row->span.from), before.to);
}

HwYear *
hw_year_new (const HwFiscal *fiscal,
             HwDay           as_of,
             HwDay           first,
             HwDay           last,
             HwYearSumFunc   sum,
             gpointer        data)
{
  HwYear *self = g_new0 (HwYear, 1);
  const int n = (int) hw_fiscal_n_periods (fiscal);

  self->as_of = as_of;
  self->fiscal = *fiscal;
  self->span = hw_fiscal_year (fiscal, last);
  self->rows = g_array_new (FALSE, TRUE, sizeof (HwYearRow));
  self->whole.span = self->span;
  self->whole.has_before = TRUE;
  self->whole.known_to = MIN (last, self->span.to);
  for (int period = 1; period <= n; period++)
    {
      HwYearRow row = { .span = hw_fiscal_period_of (fiscal, self->span.year, period) };

      row.known_to = MIN (last, row.span.to);
      find_before (fiscal, &row);
      if (row.known_to >= row.span.from)
        {
          row.sales = sum (row.span.from, row.known_to, data);
          row.has_before = first <= row.before_from;
          row.before = row.has_before ? sum (row.before_from, row.before_to, data) : 0;
          if (period == 1)
            self->whole.before_from = row.before_from;
          self->whole.before_to = row.before_to;
          self->whole.sales += row.sales;
          self->whole.before += row.before;
          self->whole.has_before &= row.has_before;
        }
      g_array_append_val (self->rows, row);
    }

  return self;
}

void
hw_year_free (HwYear *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->rows);
  g_free (self);
}

double
hw_year_row_change (const HwYearRow *self)
{
  return self->has_before && self->before > 0 ? (double) (self->sales - self->before) / (double) self->before : (double) NAN;
}
