/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-year.h: sales by the periods of the business year, beside the same of the year
 * before.
 *
 * A period that is running, or that sales reach into only in part, is held against as
 * many days of the year before: never a half against a whole.
 */
#pragma once

#include "core/hw-fiscal.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef struct
{
  HwFiscalSpan span;
  HwDay        known_to;      /* the last day of it that sales are known for; before span.from: none yet */
  HwMoney      sales;
  gboolean     has_before;    /* sales reach back over all the days compared */
  HwDay        before_from, before_to;
  HwMoney      before;        /* the same days of the period a year before */
} HwYearRow;

typedef struct
{
  HwDay        as_of;
  HwFiscal     fiscal;
  HwFiscalSpan span;          /* the year that holds the last day of sales */
  GArray      *rows;          /* (owned) of HwYearRow, one for each period */
  HwYearRow    whole;         /* the periods begun, added up; has_before only if all have */
} HwYear;

/* The money sold from day @from to day @to, both included. */
typedef HwMoney (*HwYearSumFunc) (HwDay from, HwDay to, gpointer data);

/* Sales are known from @first to @last. */
HwYear *hw_year_new  (const HwFiscal *fiscal, HwDay as_of, HwDay first, HwDay last, HwYearSumFunc sum, gpointer data)
          G_GNUC_WARN_UNUSED_RESULT;
void    hw_year_free (HwYear *self);

/* The change as a share of before; NAN without one. */
double  hw_year_row_change (const HwYearRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwYear, hw_year_free)

G_END_DECLS
