/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-date-text.h: dates and times as people and tills write them.
 *
 * A date text is first split into its parts; some are clear by themselves
 * (2026-01-05, 5 Jan 2026), others only once the order of day, month and year
 * is known, which the cells of the whole column decide together (hw-date-evidence.h).
 * Time zones are read over: a shop day is the day the file writes.
 * Thread: any.
 */
#pragma once

#include "core/hw-day.h"

G_BEGIN_DECLS

typedef enum
{
  HW_ORDER_DMY,
  HW_ORDER_MDY,
  HW_ORDER_YMD,
  HW_ORDER_N,
  HW_ORDER_UNKNOWN = HW_ORDER_N,
} HwDateOrder;

/* The mark between the parts: each may follow its own order in one column, as
 * where a spreadsheet has turned half of the dates round. */
typedef enum
{
  HW_MARK_SLASH,
  HW_MARK_DASH,
  HW_MARK_DOT,
  HW_MARK_SPACE,
  HW_MARK_N,
} HwDateMark;

typedef struct
{
  gboolean   clear;      /* @day says it all */
  HwDay      day;
  int        part[3];    /* else, as they stand */
  gboolean   short_year; /* two digits */
  HwDateMark mark;
  int        minute;     /* of the day, -1 if no time stands there */
} HwDateParts;

/* FALSE if it is no date. Blanks around it must be off. */
gboolean    hw_date_split         (const char      *text,
                                   gsize            length,
                                   HwDateParts     *parts);

/* HW_DAY_NONE if there is no such day. Two-digit years: up to @year_now + 1 are
 * of this century, later ones of the one before. */
HwDay       hw_date_join          (const HwDateParts *parts,
                                   HwDateOrder        order,
                                   int                year_now);

/* "2. MÃ¤rz", "Mar 2", "2-Mar", "02.03.": a day whose year stands elsewhere. */
gboolean    hw_date_split_yearless (const char     *text,
                                    gsize           length,
                                    int            *month,
                                    int            *day);

/* A day number of a spreadsheet (1 is 1900-01-01): "45678", "45678.75". */
gboolean    hw_date_split_serial  (const char      *text,
                                   gsize            length,
                                   HwDateParts     *parts);

/* A clock time alone: minutes of the day, or -1. */
int         hw_time_read          (const char      *text,
                                   gsize            length);

/* The month that a word in small letters without accents names, or starts; 0 if none. */
int         hw_date_month         (const char      *word);

/* "dmy", "mdy", "ymd". */
const char *hw_date_order_id      (HwDateOrder      order);
gboolean    hw_date_order_from_id (const char      *id,
                                   HwDateOrder     *order);

G_END_DECLS
