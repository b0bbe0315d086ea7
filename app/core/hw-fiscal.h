/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-fiscal.h: the year a business counts by, and its periods.
 *
 * A year of months begins on the first of its month. A year of whole weeks begins on
 * the week's first day nearest to that first, so it has 52 weeks, or 53 every five or
 * six years; the odd week belongs to the last period. A year is named by the calendar
 * year it begins in, or, if that is in the second half, by the one it ends in.
 *
 * In:  a rule and a day.
 * Out: the year and the period that hold it. Pure.
 */
#pragma once

#include "core/hw-day.h"

G_BEGIN_DECLS

typedef enum
{
  HW_FISCAL_MONTHS,
  HW_FISCAL_445,       /* quarters of 4, 4 and 5 weeks */
  HW_FISCAL_454,
  HW_FISCAL_544,
  HW_FISCAL_13,        /* thirteen periods of four weeks */
  HW_FISCAL_N,
} HwFiscalKind;

const char *hw_fiscal_kind_id   (HwFiscalKind kind); /* "4-4-5" */
gboolean    hw_fiscal_kind_find (const char *id, HwFiscalKind *kind);

typedef struct
{
  HwFiscalKind kind;
  int          month;       /* 1..12: where the year begins */
  int          week_start;  /* 0 is Monday; of years of weeks */
} HwFiscal;

typedef struct
{
  int   year;               /* its name: 2026 */
  int   period;             /* 1..12 or 1..13; 0: the whole year */
  HwDay from, to;           /* both included */
} HwFiscalSpan;

#define HW_FISCAL_PERIODS_MOST 13

guint        hw_fiscal_n_periods  (const HwFiscal *self);
HwFiscalSpan hw_fiscal_year       (const HwFiscal *self, HwDay day);
HwFiscalSpan hw_fiscal_year_named (const HwFiscal *self, int year);
HwFiscalSpan hw_fiscal_period     (const HwFiscal *self, HwDay day);
/* The @period-th of the year named @year, counting from 1. */
HwFiscalSpan hw_fiscal_period_of  (const HwFiscal *self, int year, int period);
/* 52 or 53 weeks; of months: the whole weeks in it. */
int          hw_fiscal_span_weeks (const HwFiscalSpan *span);

G_END_DECLS
