/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-change-sheet.h"

#include <glib/gi18n-lib.h>

#define ROW_HEAD 3
#define ROW_FIRST 4
#define WORDS_LETTERS 44

enum { DAY, WHAT, OF_WHAT, NUMBER, WHO, WHY };

void
hw_change_sheet_write (HwBook *book)
{
  const char *const heads[] = { _("Day"), _("What was done"), _("To what"), NULL };
  const GArray *changes = book->report->changes;
  const guint n = changes != NULL ? changes->len : 0;
  HwSheet *sheet = book->sheets[HW_SHEET_CHANGES];
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Changes"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, n > 0 ? _("What was done to the records in Headway, newest first. Nothing is ever taken off this list.")
                                         : _("Nothing was done to the records yet."));
  hw_sheet_heads (sheet, ROW_HEAD, OF_WHAT + 1, heads);
  hw_sheet_words (sheet, ROW_HEAD, NUMBER, HW_LOOK_HEAD_NUMBER, _("No."));
  hw_sheet_words (sheet, ROW_HEAD, WHO, HW_LOOK_HEAD, _("By whom"));
  hw_sheet_words (sheet, ROW_HEAD, WHY, HW_LOOK_HEAD, _("Why"));
  for (guint i = 0; i < n; i++, row++)
    {
      const HwReportChange *change = &g_array_index (changes, HwReportChange, i);

      hw_sheet_day (sheet, row, DAY, HW_CELL_DATE, HW_ROLE_TYPED, change->day);
      hw_sheet_text (sheet, row, WHAT, HW_ROLE_PLAIN, change->what);
      hw_sheet_words (sheet, row, OF_WHAT, HW_LOOK_WRAP, change->of_what);
      if (change->id != 0)
        hw_sheet_number (sheet, row, NUMBER, HW_CELL_COUNT, HW_ROLE_TYPED, (double) change->id);
      hw_sheet_text (sheet, row, WHO, HW_ROLE_PLAIN, change->who);
      hw_sheet_words (sheet, row, WHY, HW_LOOK_WRAP, change->why);
    }

  hw_sheet_widen (sheet, OF_WHAT, WORDS_LETTERS);
  hw_sheet_widen (sheet, WHY, n > 0 ? WORDS_LETTERS : 0);
  worksheet_freeze_panes (sheet->ws, ROW_FIRST, 0);
  hw_book_finish (book, HW_SHEET_CHANGES, TRUE, ROW_HEAD);
}
