/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-day.h: a date is a day number, and nothing else.
 *
 * Days count from 1970-01-01 = 0 in the proleptic Gregorian calendar. There is
 * no clock time and no time zone in it: a shop day is a shop day.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 HwDay;

#define HW_DAY_NONE G_MININT32

/* What can be told apart in a till's file and written with four digits. */
#define HW_DAY_MIN (-719162) /* 0001-01-01 */
#define HW_DAY_MAX 2932896   /* 9999-12-31 */

typedef enum
{
  HW_BY_DAY,
  HW_BY_WEEK,   /* starts on Monday */
  HW_BY_MONTH,
} HwBy;

/* Returns HW_DAY_NONE if there is no such date. @month and @day count from 1. */
HwDay       hw_day_from_ymd      (int year, int month, int day);
void        hw_day_to_ymd        (HwDay day, int *year, int *month, int *mday);

/* 0 is Monday, 6 is Sunday. */
int         hw_day_weekday       (HwDay day);

/* YYYY-MM-DD and nothing else; HW_DAY_NONE for anything else. */
HwDay       hw_day_from_iso      (const char *text);
char       *hw_day_to_iso        (HwDay day) G_GNUC_WARN_UNUSED_RESULT;
#define HW_DAY_ISO_SIZE 11
const char *hw_day_write_iso     (HwDay day, char out[HW_DAY_ISO_SIZE]);

/* The same day @months later, or the last of that month if it is shorter. */
HwDay       hw_day_add_months    (HwDay day, int months);

/* Periods: the first day of the one that holds @day, the first day of the @n-th
 * after the one that holds @day, and how many lie between two days. */
HwDay       hw_by_start          (HwBy by, HwDay day);
HwDay       hw_by_add            (HwBy by, HwDay day, int n);
int         hw_by_between        (HwBy by, HwDay from, HwDay to);

/* "day", "week", "month": as typed on the command line and kept in files. */
const char *hw_by_id             (HwBy by);
gboolean    hw_by_from_id        (const char *id, HwBy *by);

G_END_DECLS
