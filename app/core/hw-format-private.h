/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-format-private.h: what a format holds. Private to the hw-format files.
 */
#pragma once

#include "core/hw-format.h"

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/unum.h>

G_BEGIN_DECLS

#define HW_FORMAT_UTC u"UTC"

struct _HwFormat
{
  char          *locale;      /* (owned) */
  char           currency[4];
  char          *point;       /* (owned) */
  gunichar       point_char;
  gunichar       group_char;  /* between thousands */
  int            decimals;
  int            first_weekday; /* 0: the country's */
  UNumberFormat *money;       /* (owned) */
  UNumberFormat *money_whole; /* (owned) */
  UNumberFormat *number;      /* (owned) */
  UNumberFormat *percent;     /* (owned) */
  UDateFormat   *days[HW_DAY_N_STYLES]; /* (owned) */
  UDateFormat   *time;        /* (owned) */
  UDateIntervalFormat *span;  /* (owned) "3–9 January 2026" */
  UCollator     *order;       /* (owned) (nullable) */
};

G_END_DECLS
