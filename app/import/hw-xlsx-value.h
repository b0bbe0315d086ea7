/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-xlsx-value.h: what a stored number is, by its cell's format: an amount, a day,
 * a clock time, or a number with leading zeros; and how it reads as text.
 *
 * Thread: any.
 */
#pragma once

#include "import/hw-csv.h"

G_BEGIN_DECLS

#define HW_VALUE_TEXT 96

typedef struct
{
  enum
  {
    HW_FORMAT_PLAIN,
    HW_FORMAT_DAY,     /* with a clock time where the number has one */
    HW_FORMAT_TIME,    /* of the day, or a duration */
  } sort;
  guint zeros;         /* digits at least: "00000" */
  char  sign[8];       /* a currency's, "" if none is named */
} HwNumberFormat;

/* Of the formats every program knows by number. */
void       hw_number_format_builtin (HwNumberFormat       *self,
                                     gint64                id);
void       hw_number_format_parse   (HwNumberFormat       *self,
                                     const char           *code,
                                     gsize                 length);

/* @text: as stored, a point before the decimals, perhaps 1.5E-3. Writes what is
 * to be read and returns its hint; HW_CELL_TEXT with nothing written if it is
 * no number. Numbers are rounded to the 15 digits that spreadsheets show. */
HwCellHint hw_number_format_read    (const HwNumberFormat *self,
                                     gboolean              since_1904,
                                     const char           *text,
                                     gsize                 length,
                                     char                  out[HW_VALUE_TEXT],
                                     gsize                *n_out);

/* Takes _x000D_ and the like out of @text, in place: its new length. */
gsize      hw_xlsx_unescape         (char                 *text,
                                     gsize                 length);

G_END_DECLS
