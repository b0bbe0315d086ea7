/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-pilot-plan-sheet.h"

#include "domain/hw-pilot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEAD 2
#define ROW_FIRST 3
#define HEAD_LETTERS 36
#define TEXT_LETTERS 70
#define COLUMN_LETTERS 18

enum { HEAD, TEXT, WORTH, TELLS };

/* How small a change trials of these lengths could see, and whether that is enough. */
static int
write_lengths (HwBook        *book,
               const HwPilot *pilot,
               int            row)
{
  const char *const heads[] = { _("Weeks of the trial"), _("Smallest change it can see"), _("Worth having"), NULL };
  HwSheet *sheet = book->sheets[HW_SHEET_PILOT];
  g_autofree char *yes = hw_sheet_quote (_("yes"));
  g_autofree char *no = hw_sheet_quote (_("no"));

  hw_sheet_heads (sheet, row, HEAD, heads);
  hw_sheet_words (sheet, row++, TELLS, HW_LOOK_HEAD, _("Can it tell?"));
  for (guint i = 0; i < pilot->lengths->len; i++, row++)
    {
      const HwPilotLength *length = &g_array_index (pilot->lengths, HwPilotLength, i);
      const gboolean known = !isnan (length->smallest);
      const gboolean tells = known && length->smallest <= pilot->lock->worth;

      hw_sheet_number (sheet, row, HEAD, HW_CELL_COUNT, HW_ROLE_TYPED, length->weeks);
      if (known)
        hw_sheet_number (sheet, row, TEXT, HW_CELL_SHARE, HW_ROLE_TYPED, length->smallest);
      hw_sheet_number (sheet, row, WORTH, HW_CELL_SHARE, HW_ROLE_TYPED, pilot->lock->worth);
      hw_sheet_formula_text (sheet, row, TELLS, HW_ROLE_PLAIN, !known ? "" : tells ? _("yes") : _("no"),
                             "=IF(ISNUMBER(B%d),IF(B%d<=C%d,%s,%s),\"\")", row + 1, row + 1, row + 1, yes, no);
    }

  return row;
}

static void
write_choices (HwBook        *book,
               const HwPilot *pilot,
               int            row)
{
  HwSheet *sheet = book->sheets[HW_SHEET_PILOT];

  hw_sheet_words (sheet, row, HEAD, HW_LOOK_HEAD, _("Ways to compare, best first"));
  hw_sheet_words (sheet, row++, TEXT, HW_LOOK_HEAD, _("Why, or why not"));
  for (guint i = 0; i < pilot->choices->len; i++, row++)
    {
      const HwDesignChoice *choice = &g_array_index (pilot->choices, HwDesignChoice, i);

      hw_sheet_words (sheet, row, HEAD, HW_LOOK_WRAP, hw_design_name (choice->design));
      hw_sheet_words (sheet, row, TEXT, HW_LOOK_WRAP, choice->why);
    }
}

void
hw_pilot_plan_sheet_write (HwBook *book)
{
  const HwPilot *pilot = book->report->pilot;
  HwSheet *sheet = book->sheets[HW_SHEET_PILOT];
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Pilot plan"));
  hw_sheet_words (sheet, ROW_HEAD, HEAD, HW_LOOK_HEAD, _("Part"));
  hw_sheet_words (sheet, ROW_HEAD, TEXT, HW_LOOK_HEAD, _("What the plan says"));
  hw_sheet_widen (sheet, HEAD, HEAD_LETTERS);
  hw_sheet_widen (sheet, TEXT, TEXT_LETTERS);
  if (pilot == NULL)
    {
      hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Nothing is planned yet. Choose one thing to try under Journey."));
      hw_book_finish (book, HW_SHEET_PILOT, FALSE, ROW_HEAD);
      return;
    }

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, hw_answers_get_text (pilot->initiative->answers, "name"));
  for (guint i = 0; i < book->report->pilot_lines->len; i++, row++)
    {
      const HwPilotLine *line = g_ptr_array_index (book->report->pilot_lines, i);

      hw_sheet_label (sheet, row, HEAD, line->head);
      hw_sheet_words (sheet, row, TEXT, HW_LOOK_WRAP, line->text);
    }

  if (pilot->weeks > 0)
    {
      row = write_lengths (book, pilot, row + 1);
      write_choices (book, pilot, row + 1);
    }

  hw_sheet_widen (sheet, WORTH, COLUMN_LETTERS);
  hw_sheet_widen (sheet, TELLS, COLUMN_LETTERS);
  hw_book_finish (book, HW_SHEET_PILOT, FALSE, 0); /* heads change on the way */
}
