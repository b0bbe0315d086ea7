/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-holiday.h: public holidays by rules: fixed days, days around Easter, the n-th
 * weekday of a month, days off in place of a weekend.
 *
 * In:  a country and a stretch of days.
 * Out: its holidays; those of single regions only where most regions have them. Pure.
 * Source: the laws as they stand in 2026; Easter: Meeus (1991), "Astronomical
 * Algorithms", chapter 8 (the Gregorian rule of Butcher).
 * Checked against: the holidays package for Python (tests/core/make-holiday-reference.py).
 */
#pragma once

#include "core/hw-day.h"

G_BEGIN_DECLS

typedef struct
{
  HwDay       day;
  const char *name;        /* translated: "Easter Monday" */
  gboolean    everywhere;  /* in the whole country; else in most of it */
  gboolean    instead;     /* a day off in place of one that fell on a weekend */
} HwHoliday;

/* Easter Sunday of a year from 1583 on. */
HwDay    hw_easter         (int year);

gboolean hw_holidays_known (const char *country); /* two letters; FALSE where no rules are kept */
/* Array of HwHoliday of @from..@to, both included, by day; empty for a country without
 * rules. Years 1900 to 2200. */
GArray  *hw_holidays_new   (const char *country, HwDay from, HwDay to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
