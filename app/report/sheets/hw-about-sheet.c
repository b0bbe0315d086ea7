/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-about-sheet.h"

#include "report/hw-sheet-list.h"

#include <glib/gi18n-lib.h>

#define ROW_FACTS 3
#define PRINT_LETTERS 12 /* of a file's fingerprint */
#define DAY_SECONDS 86400
#define LAST_COLUMN 8

enum { FILE_NAME, FILE_KIND, FILE_ADDED, FILE_READ, FILE_KEPT, FILE_ISSUES, FILE_FROM, FILE_TO, FILE_PRINT };

static const char *const limits[] = {
  N_("Sales are the amounts in your files; where those include tax, so do they. This is no tax return and no set of accounts."),
  N_("Rows marked void, cancelled or failed are left out; so are fees and transfers. What was left out is listed in Headway under Data."),
  N_("The cost of a product is the one known today, also for older sales. Products without a cost have no margin here."),
  N_("A forecast is a careful guess from your own sales. It knows nothing of what has never happened before."),
  N_("What to order follows from the forecast, the last count of your stock and the waiting times on record. Look it over before you order."),
};

static int
fact (HwSheet    *sheet,
      int         row,
      const char *label,
      const char *text)
{
  hw_sheet_words (sheet, row, 0, HW_LOOK_LABEL, label);
  hw_sheet_run (sheet, row, 1, text);
  return row + 1;
}

static int
write_facts (HwBook *book,
             int     row)
{
  const HwReport *report = book->report;
  HwSheet *sheet = book->sheets[HW_SHEET_ABOUT];
  const gboolean any = report->rows->len > 0;
  const HwDay first = any ? g_array_index (report->rows, HwReportRow, 0).day : 0;
  const HwDay last = any ? g_array_index (report->rows, HwReportRow, report->rows->len - 1).day : 0;
  const HwCellKind date = report->rows_by == HW_BY_MONTH ? HW_CELL_MONTH : HW_CELL_DATE;

  row = fact (sheet, row, _("Business"), report->business->name);
  hw_sheet_words (sheet, row, 0, HW_LOOK_LABEL, _("As of"));
  hw_sheet_day (sheet, row++, 1, HW_CELL_DATE, HW_ROLE_TYPED, report->as_of);

  hw_book_name (book, "rows_first", HW_SHEET_ABOUT, row, row, 1);
  hw_sheet_words (sheet, row, 0, HW_LOOK_LABEL, _("First sales"));
  hw_sheet_formula (sheet, row++, 1, any ? date : HW_CELL_COUNT, HW_ROLE_PLAIN, any ? hw_sheet_serial (first) : 0.0, "=MIN(rows_date)");
  hw_book_name (book, "rows_last", HW_SHEET_ABOUT, row, row, 1);
  hw_sheet_words (sheet, row, 0, HW_LOOK_LABEL, _("Last sales"));
  hw_sheet_formula (sheet, row++, 1, any ? date : HW_CELL_COUNT, HW_ROLE_PLAIN, any ? hw_sheet_serial (last) : 0.0, "=MAX(rows_date)");

  row = fact (sheet, row, _("Currency"), report->business->currency);
  row = fact (sheet, row, _("Basis"), _("the amounts in your files, with tax where those include it; by day of sale"));
  return fact (sheet, row, _("Made by"), "Headway " HW_VERSION);
}

static int
write_contents (HwBook *book,
                int     row)
{
  HwSheet *sheet = book->sheets[HW_SHEET_ABOUT];

  hw_sheet_line (sheet, row++, HW_LOOK_SECTION, _("What is in it"));
  for (guint i = 0; i < HW_SHEET_N; i++)
    {
      const HwSheet *to = book->sheets[i];

      if (to == NULL || hw_sheet_list_at (i)->words == NULL)
        continue;

      hw_sheet_link (sheet, row, 0, to, to->name);
      hw_sheet_run (sheet, row++, 1, _(hw_sheet_list_at (i)->words));
    }

  return row;
}

static int
write_colours (HwBook *book,
               int     row)
{
  HwSheet *sheet = book->sheets[HW_SHEET_ABOUT];
  const struct { HwCellRole role; const char *label; const char *words; } roles[] = {
    { HW_ROLE_INPUT, _("Yellow"), _("you may change it; what depends on it follows") },
    { HW_ROLE_TYPED, _("Blue"), _("a figure from Headway's records") },
    { HW_ROLE_PLAIN, _("Black"), _("a formula, or a row of Data as in your files") },
  };

  hw_sheet_line (sheet, row++, HW_LOOK_SECTION, _("Colours"));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++, row++)
    {
      hw_sheet_text (sheet, row, 0, roles[i].role, roles[i].label);
      hw_sheet_run (sheet, row, 1, roles[i].words);
    }

  return row;
}

static void
write_file (HwSheet        *sheet,
            int             row,
            const HwImport *import)
{
  g_autofree char *print = g_strndup (import->sha256 != NULL ? import->sha256 : "", PRINT_LETTERS);

  hw_sheet_text (sheet, row, FILE_NAME, HW_ROLE_PLAIN, import->file_name);
  hw_sheet_text (sheet, row, FILE_KIND, HW_ROLE_PLAIN, hw_import_kind_name (import->kind));
  hw_sheet_day (sheet, row, FILE_ADDED, HW_CELL_DATE, HW_ROLE_PLAIN, (HwDay) (import->at / DAY_SECONDS));
  hw_sheet_number (sheet, row, FILE_READ, HW_CELL_COUNT, HW_ROLE_PLAIN, (double) import->rows_read);
  hw_sheet_number (sheet, row, FILE_KEPT, HW_CELL_COUNT, HW_ROLE_PLAIN, (double) import->rows_imported);
  hw_sheet_number (sheet, row, FILE_ISSUES, HW_CELL_COUNT, HW_ROLE_PLAIN, (double) import->rows_with_issues);
  hw_sheet_day (sheet, row, FILE_FROM, HW_CELL_DATE, HW_ROLE_PLAIN, import->first_day);
  hw_sheet_day (sheet, row, FILE_TO, HW_CELL_DATE, HW_ROLE_PLAIN, import->last_day);
  hw_sheet_text (sheet, row, FILE_PRINT, HW_ROLE_PLAIN, print);
}

static int
write_files (HwBook *book,
             int     row)
{
  HwSheet *sheet = book->sheets[HW_SHEET_ABOUT];
  const GArray *imports = book->report->imports;
  const char *const heads[] = { _("File"), _("Holds"), _("Added on"), _("Rows"), _("Kept"), _("With defects"), NULL };
  gboolean any = FALSE;

  hw_sheet_line (sheet, row++, HW_LOOK_SECTION, _("Where it comes from"));
  hw_sheet_heads (sheet, row, FILE_READ, heads);
  hw_sheet_words (sheet, row, FILE_FROM, HW_LOOK_HEAD, _("From"));
  hw_sheet_words (sheet, row, FILE_TO, HW_LOOK_HEAD, _("To"));
  hw_sheet_words (sheet, row++, FILE_PRINT, HW_LOOK_HEAD, _("Fingerprint"));

  for (guint i = 0; imports != NULL && i < imports->len; i++)
    {
      const HwImport *import = &g_array_index (imports, HwImport, i);

      if (import->undone)
        continue;
      write_file (sheet, row++, import);
      any = TRUE;
    }
  if (!any)
    hw_sheet_line (sheet, row++, HW_LOOK_NOTE, _("No file was added: everything was typed in or made by Headway."));

  return row;
}

void
hw_about_sheet_write (HwBook *book)
{
  HwSheet *sheet = book->sheets[HW_SHEET_ABOUT];
  int row;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("About this workbook"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Totals and ratios are formulas: click on a figure to see where it comes from."));
  row = write_facts (book, ROW_FACTS) + 1;
  row = write_contents (book, row) + 1;
  row = write_colours (book, row) + 1;
  row = write_files (book, row) + 1;

  hw_sheet_line (sheet, row++, HW_LOOK_SECTION, _("Limits"));
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    hw_sheet_paragraph (sheet, row++, LAST_COLUMN, _(limits[i]));

  hw_book_finish (book, HW_SHEET_ABOUT, FALSE, -1);
}
