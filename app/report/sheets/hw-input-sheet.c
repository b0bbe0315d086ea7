/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-input-sheet.h"

#include <glib/gi18n-lib.h>

#define ROW_HEAD 3
#define LABEL_LETTERS 44
#define NOTE_LETTERS 40

enum { LABEL, VALUE, NAME, NOTE };

static void
write_input (HwBook            *book,
             int                row,
             const HwBookInput *input)
{
  HwSheet *sheet = book->sheets[HW_SHEET_INPUTS];

  hw_sheet_text (sheet, row, LABEL, HW_ROLE_PLAIN, input->label);
  if (!input->known)
    hw_sheet_scaled (sheet, row, VALUE, input->kind, HW_ROLE_INPUT, HW_UNKNOWN);
  else
    hw_sheet_number (sheet, row, VALUE, input->kind, HW_ROLE_INPUT, input->value);
  hw_sheet_rule (sheet, row, VALUE, input->kind, TRUE);
  hw_sheet_text (sheet, row, NAME, HW_ROLE_PLAIN, input->name);
  hw_sheet_words (sheet, row, NOTE, HW_LOOK_WRAP, input->note);
  hw_book_name (book, input->name, HW_SHEET_INPUTS, row, row, VALUE);
}

void
hw_input_sheet_add_time (HwBook *book)
{
  const char *section = _("The time looked at");

  hw_book_input (book, section, _("From"), "period_from", HW_CELL_DAY, TRUE, hw_sheet_serial (book->from), _("first day on the sheet Summary"));
  hw_book_input (book, section, _("To"), "period_to", HW_CELL_DAY, TRUE, hw_sheet_serial (book->to), _("last day, included"));
  hw_book_input (book, section, _("Days back to compare with (52 weeks)"), "year_days", HW_CELL_COUNT, TRUE, HW_BOOK_YEAR_DAYS,
                 _("the same weekdays a year before"));
  hw_book_input (book, _("Checks"), _("Decimals compared"), "decimals_compared", HW_CELL_COUNT, TRUE,
                 book->style.decimals[HW_CELL_MONEY], _("as many as the currency has"));
}

void
hw_input_sheet_write (HwBook *book)
{
  const char *const heads[] = { _("What"), _("Value"), NULL };
  HwSheet *sheet = book->sheets[HW_SHEET_INPUTS];
  const char *section = NULL;
  int row = ROW_HEAD;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Inputs"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("What the workbook is reckoned with. Change what is yellow: what depends on it follows."));
  hw_sheet_heads (sheet, row, 1, heads);
  hw_sheet_words (sheet, row, NAME, HW_LOOK_HEAD, _("Name in formulas"));
  hw_sheet_words (sheet, row++, NOTE, HW_LOOK_HEAD, _("Where it comes from"));

  for (guint i = 0; i < book->inputs->len; i++)
    {
      const HwBookInput *input = &g_array_index (book->inputs, HwBookInput, i);

      if (g_strcmp0 (section, input->section) != 0)
        hw_sheet_line (sheet, row++, HW_LOOK_SECTION, input->section);
      section = input->section;
      write_input (book, row++, input);
    }

  hw_sheet_line (sheet, row + 1, HW_LOOK_NOTE, _("Yellow cells in the rows of other sheets (answers, targets, costs of ideas) may be changed there."));
  hw_sheet_widen (sheet, LABEL, LABEL_LETTERS);
  hw_sheet_widen (sheet, NOTE, NOTE_LETTERS);
  worksheet_freeze_panes (sheet->ws, ROW_HEAD + 1, 0);
  hw_book_finish (book, HW_SHEET_INPUTS, FALSE, ROW_HEAD);
}
