/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-check-sheet.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define ROW_DECIMALS 3
#define ROW_STATE 4
#define ROW_HEAD 6
#define ROW_FIRST 7

enum { LABEL, EXPECTED, VALUE, DIFFERENCE, STATE };

static double
round_to (double value,
          int    decimals)
{
  const double scale = pow (10.0, decimals);

  return round (value * scale) / scale;
}

/* Writes one line; TRUE if both figures agree. */
static gboolean
write_check (HwSheet           *sheet,
             int                row,
             const HwBookCheck *check,
             int                decimals)
{
  const double difference = round_to (check->value - check->expected, decimals);
  g_autofree char *good = hw_sheet_quote (_("agrees"));
  g_autofree char *bad = hw_sheet_quote (_("differs"));

  hw_sheet_text (sheet, row, LABEL, HW_ROLE_PLAIN, check->label);
  hw_sheet_number (sheet, row, EXPECTED, check->kind, HW_ROLE_TYPED, check->expected);
  hw_sheet_formula (sheet, row, VALUE, check->kind, HW_ROLE_PLAIN, check->value, "%s", check->formula);
  hw_sheet_formula (sheet, row, DIFFERENCE, check->kind, HW_ROLE_PLAIN, difference,
                    "=ROUND(C%d-B%d,decimals_compared)", row + 1, row + 1);
  hw_sheet_formula_text (sheet, row, STATE, HW_ROLE_PLAIN, difference == 0.0 ? _("agrees") : _("differs"),
                         "=IF(D%d=0,%s,%s)", row + 1, good, bad);
  return difference == 0.0;
}

static void
colour (HwBook     *book,
        int         row,
        int         last,
        int         column,
        const char *test,
        HwLook      look)
{
  HwSheet *sheet = book->sheets[HW_SHEET_CHECKS];
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA,
    .value_string = (char *) test,
    .format = hw_book_style_look (&book->style, look),
  };

  worksheet_conditional_format_range (sheet->ws, (lxw_row_t) row, (lxw_col_t) column,
                                      (lxw_row_t) last, (lxw_col_t) column, &rule);
}

static void
write_state (HwBook *book,
             int     last,
             int     n_bad)
{
  HwSheet *sheet = book->sheets[HW_SHEET_CHECKS];

  hw_sheet_words (sheet, ROW_STATE, LABEL, HW_LOOK_LABEL, _("Lines that differ"));
  hw_sheet_formula (sheet, ROW_STATE, EXPECTED, HW_CELL_COUNT, HW_ROLE_PLAIN, n_bad,
                    "=ROWS(D%d:D%d)-COUNTIF(D%d:D%d,0)", ROW_FIRST + 1, last + 1, ROW_FIRST + 1, last + 1);
  hw_book_name (book, "checks_differ", HW_SHEET_CHECKS, ROW_STATE, ROW_STATE, EXPECTED);
  colour (book, ROW_STATE, ROW_STATE, EXPECTED, "=checks_differ=0", HW_LOOK_GOOD);
  colour (book, ROW_STATE, ROW_STATE, EXPECTED, "=checks_differ<>0", HW_LOOK_BAD);
}

void
hw_check_sheet_write (HwBook *book)
{
  HwSheet *sheet = book->sheets[HW_SHEET_CHECKS];
  const int decimals = book->style.decimals[HW_CELL_MONEY];
  const int last = ROW_FIRST + (int) book->checks->len - 1;
  const char *const heads[] = { _("What"), _("In Headway"), _("In this workbook"), _("Difference"), NULL };
  g_autofree char *good = g_strdup_printf ("=$D%d=0", ROW_FIRST + 1);
  g_autofree char *bad = g_strdup_printf ("=$D%d<>0", ROW_FIRST + 1);
  int n_bad = 0;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Checks"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Totals that Headway worked out, against the formulas of this workbook."));
  hw_sheet_words (sheet, ROW_DECIMALS, LABEL, HW_LOOK_LABEL, _("Decimals compared"));
  hw_sheet_formula (sheet, ROW_DECIMALS, EXPECTED, HW_CELL_COUNT, HW_ROLE_PLAIN, decimals, "=decimals_compared");
  hw_sheet_heads (sheet, ROW_HEAD, 1, heads);
  hw_sheet_words (sheet, ROW_HEAD, STATE, HW_LOOK_HEAD, _("Result"));

  for (guint i = 0; i < book->checks->len; i++)
    if (!write_check (sheet, ROW_FIRST + (int) i, &g_array_index (book->checks, HwBookCheck, i), decimals))
      n_bad++;
  book->n_differ = n_bad;

  write_state (book, last, n_bad);
  colour (book, ROW_FIRST, last, STATE, good, HW_LOOK_GOOD);
  colour (book, ROW_FIRST, last, STATE, bad, HW_LOOK_BAD);
  worksheet_freeze_panes (sheet->ws, ROW_FIRST, 0);
  hw_book_finish (book, HW_SHEET_CHECKS, FALSE, ROW_HEAD);
}
