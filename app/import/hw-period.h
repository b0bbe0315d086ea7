/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-period.h: months, weeks, quarters, years and days as people write them over the
 * columns of a table.
 *
 * In: the text of a heading. Out: which period it names; the year may be missing.
 * Thread: any.
 */
#pragma once

#include "core/hw-day.h"

G_BEGIN_DECLS

typedef enum
{
  HW_PERIOD_NONE,
  HW_PERIOD_DAY,
  HW_PERIOD_WEEK,     /* ISO weeks */
  HW_PERIOD_MONTH,
  HW_PERIOD_QUARTER,
  HW_PERIOD_YEAR,
  HW_PERIOD_N,
} HwPeriodKind;

typedef struct
{
  HwPeriodKind kind;
  int          year;    /* 0 if not said */
  int          number;  /* of the week, month or quarter, from 1 */
  HwDay        day;     /* of HW_PERIOD_DAY */
} HwPeriod;

/* FALSE if it names no period. */
gboolean hw_period_read  (const char     *text,
                          HwPeriod       *period);
/* Its first day, in @year where it says none. HW_DAY_NONE if there is no such. */
HwDay    hw_period_first (const HwPeriod *period,
                          int             year);
/* Its last day, by the first. */
HwDay    hw_period_last  (HwPeriodKind    kind,
                          HwDay           first);
/* The one year that stands in a text, 0 if none or several. */
int      hw_period_find_year (const char *text);

G_END_DECLS
