/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-fiscal.h"

#define WEEK 7
#define LAST_EARLY_MONTH 6 /* a year that begins later is named by the one it ends in */

static const char *const ids[HW_FISCAL_N] = {
  [HW_FISCAL_MONTHS] = "months",
  [HW_FISCAL_445] = "4-4-5",
  [HW_FISCAL_454] = "4-5-4",
  [HW_FISCAL_544] = "5-4-4",
  [HW_FISCAL_13] = "13",
};

/* Weeks of the months of a quarter. */
static const int quarters[HW_FISCAL_N][3] = {
  [HW_FISCAL_445] = { 4, 4, 5 },
  [HW_FISCAL_454] = { 4, 5, 4 },
  [HW_FISCAL_544] = { 5, 4, 4 },
};

const char *
hw_fiscal_kind_id (HwFiscalKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_FISCAL_N, NULL);

  return ids[kind];
}

gboolean
hw_fiscal_kind_find (const char   *id,
                     HwFiscalKind *kind)
{
  for (guint i = 0; i < HW_FISCAL_N; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *kind = (HwFiscalKind) i;
        return TRUE;
      }

  return FALSE;
}

guint
hw_fiscal_n_periods (const HwFiscal *self)
{
  return self->kind == HW_FISCAL_13 ? 13 : 12;
}

/* The first day of the year that begins in or around self->month of @calendar_year. */
static HwDay
begin (const HwFiscal *self,
       int             calendar_year)
{
  const HwDay first = hw_day_from_ymd (calendar_year, self->month, 1);
  int after;

  if (self->kind == HW_FISCAL_MONTHS)
    return first;

  after = (hw_day_weekday (first) - self->week_start + WEEK) % WEEK;
  return after <= WEEK / 2 ? first - after : first + WEEK - after;
}

static HwFiscalSpan
year_begun (const HwFiscal *self,
            int             calendar_year)
{
  const int year = self->month <= LAST_EARLY_MONTH ? calendar_year : calendar_year + 1;

  return (HwFiscalSpan) { year, 0, begin (self, calendar_year), begin (self, calendar_year + 1) - 1 };
}

HwFiscalSpan
hw_fiscal_year (const HwFiscal *self,
                HwDay           day)
{
  int year, month, mday;

  g_return_val_if_fail (self->month >= 1 && self->month <= 12, ((HwFiscalSpan) { 0 }));

  hw_day_to_ymd (day, &year, &month, &mday);
  if (day >= begin (self, year + 1))
    return year_begun (self, year + 1);

  return year_begun (self, day >= begin (self, year) ? year : year - 1);
}

HwFiscalSpan
hw_fiscal_year_named (const HwFiscal *self,
                      int             year)
{
  return year_begun (self, self->month <= LAST_EARLY_MONTH ? year : year - 1);
}

static HwFiscalSpan
cut (const HwFiscal     *self,
     const HwFiscalSpan *year,
     int                 period)
{
  HwFiscalSpan span = { year->year, period, year->from, year->to };
  const int n = (int) hw_fiscal_n_periods (self);

  for (int i = 1; i <= period; i++)
    {
      const HwDay next = self->kind == HW_FISCAL_MONTHS ? hw_day_add_months (year->from, i)
                         : self->kind == HW_FISCAL_13   ? span.from + 4 * WEEK
                                                        : span.from + quarters[self->kind][(i - 1) % 3] * WEEK;

      if (i == period)
        span.to = i == n ? year->to : next - 1;
      else
        span.from = next;
    }

  return span;
}

HwFiscalSpan
hw_fiscal_period (const HwFiscal *self,
                  HwDay           day)
{
  const HwFiscalSpan year = hw_fiscal_year (self, day);
  const int n = (int) hw_fiscal_n_periods (self);
  HwFiscalSpan span = cut (self, &year, 1);

  for (int i = 2; i <= n && span.to < day; i++)
    span = cut (self, &year, i);

  return span;
}

HwFiscalSpan
hw_fiscal_period_of (const HwFiscal *self,
                     int             year,
                     int             period)
{
  const HwFiscalSpan whole = hw_fiscal_year_named (self, year);

  g_return_val_if_fail (period >= 1 && period <= (int) hw_fiscal_n_periods (self), whole);

  return cut (self, &whole, period);
}

int
hw_fiscal_span_weeks (const HwFiscalSpan *span)
{
  return (span->to - span->from + 1) / WEEK;
}
