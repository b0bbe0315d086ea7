/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-stake-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEAD 4
#define ROW_FIRST 5
#define NAME_LETTERS 38
#define STATE_LETTERS 52

enum { KIND, YEAR, LOW, HIGH, STANDS, SURE, PRODUCTS, RECORDS, STATE, RUN };

static HwCellKind
step_kind (HwUnit unit)
{
  return unit == HW_UNIT_MONEY ? HW_CELL_MONEY : unit == HW_UNIT_SHARE ? HW_CELL_SHARE
         : unit == HW_UNIT_COUNT ? HW_CELL_COUNT : HW_CELL_DAYS;
}

static void
write_stake (HwSheet       *sheet,
             int            row,
             const HwStake *stake)
{
  hw_sheet_text (sheet, row, KIND, HW_ROLE_PLAIN, hw_stake_kind_name (stake->kind));
  if (stake->state == HW_STAKE_OK)
    {
      hw_sheet_number (sheet, row, YEAR, HW_CELL_MONEY, HW_ROLE_TYPED, stake->year);
      hw_sheet_number (sheet, row, LOW, HW_CELL_MONEY, HW_ROLE_TYPED, stake->low);
      hw_sheet_number (sheet, row, HIGH, HW_CELL_MONEY, HW_ROLE_TYPED, stake->high);
      if (stake->stands > 0.0)
        hw_sheet_number (sheet, row, STANDS, HW_CELL_MONEY, HW_ROLE_TYPED, stake->stands);
      hw_sheet_text (sheet, row, SURE, HW_ROLE_PLAIN, stake->certain ? _("sure") : _("not sure"));
      hw_sheet_number (sheet, row, PRODUCTS, HW_CELL_COUNT, HW_ROLE_TYPED, stake->n_products);
      hw_sheet_number (sheet, row, RECORDS, HW_CELL_COUNT, HW_ROLE_TYPED, (double) stake->n_rows);
    }

  hw_sheet_words (sheet, row, STATE, HW_LOOK_WRAP,
                  stake->state == HW_STAKE_OK ? hw_stake_kind_about (stake->kind) : hw_stake_state_text (stake->state));
  hw_sheet_text (sheet, row, RUN, HW_ROLE_PLAIN, stake->run_id != NULL ? stake->run_id : "");
}

static double
sum_years (const HwStakes *stakes,
           guint          *n_known)
{
  double sum = 0.0;

  *n_known = 0;
  for (guint i = 0; i < stakes->stakes->len; i++)
    {
      const HwStake *stake = g_ptr_array_index (stakes->stakes, i);

      if (stake->state != HW_STAKE_OK)
        continue;
      sum += stake->year;
      *n_known += 1;
    }

  return sum;
}

/* All kinds, what stands in two of them, and what is left; a range does not add up
 * from ranges: it comes from the program. */
static int
write_totals (HwBook         *book,
              int             row,
              const HwStakes *stakes)
{
  HwSheet *sheet = book->sheets[HW_SHEET_STAKES];
  guint n_known;
  const double sum = sum_years (stakes, &n_known);

  if (n_known == 0) /* no kind has a figure: what is missing stands beside each */
    {
      g_autofree char *test = g_strdup_printf ("COUNT(B%d:B%d)>0", ROW_FIRST + 1, row);
      g_autofree char *all = g_strdup_printf ("SUM(B%d:B%d)", ROW_FIRST + 1, row);

      hw_sheet_text (sheet, row, KIND, HW_ROLE_PLAIN, _("Lost in a year"));
      hw_sheet_formula_known (sheet, row, YEAR, HW_CELL_MONEY, FALSE, 0.0, test, all);
      hw_book_name (book, "stake_total", HW_SHEET_STAKES, row, row, YEAR);
      return row + 2;
    }

  hw_sheet_text (sheet, row, KIND, HW_ROLE_PLAIN, _("All kinds added up"));
  hw_sheet_formula (sheet, row, YEAR, HW_CELL_MONEY, HW_ROLE_PLAIN, sum, "=SUM(B%d:B%d)", ROW_FIRST + 1, row);
  hw_sheet_text (sheet, row + 1, KIND, HW_ROLE_PLAIN, _("Counted twice in it"));
  hw_sheet_number (sheet, row + 1, YEAR, HW_CELL_MONEY, HW_ROLE_TYPED, sum - stakes->total);
  hw_sheet_text (sheet, row + 2, KIND, HW_ROLE_TOTAL, _("Lost in a year"));
  hw_sheet_formula (sheet, row + 2, YEAR, HW_CELL_MONEY, HW_ROLE_TOTAL, stakes->total, "=B%d-B%d", row + 1, row + 2);
  hw_sheet_number (sheet, row + 2, LOW, HW_CELL_MONEY, HW_ROLE_TYPED, stakes->low);
  hw_sheet_number (sheet, row + 2, HIGH, HW_CELL_MONEY, HW_ROLE_TYPED, stakes->high);
  hw_book_name (book, "stake_total", HW_SHEET_STAKES, row + 2, row + 2, YEAR);
  hw_book_check (book, _("Money lost in a year"), HW_CELL_MONEY, stakes->total, stakes->total, "=stake_total");

  if (!isnan (stakes->revenue) && stakes->revenue > 0.0)
    {
      g_autofree char *days = hw_format_days (book->format, stakes->from, stakes->to);
      /* Translators: %s is two days. */
      g_autofree char *note = g_strdup_printf (_("reckoned from the sales of %s"), days);

      hw_sheet_text (sheet, row + 3, KIND, HW_ROLE_PLAIN, _("Sales of a year of 365 days"));
      hw_sheet_words (sheet, row + 3, STATE, HW_LOOK_WRAP, note);
      hw_sheet_number (sheet, row + 3, YEAR, HW_CELL_MONEY, HW_ROLE_TYPED, stakes->revenue);
      hw_sheet_text (sheet, row + 4, KIND, HW_ROLE_PLAIN, _("Lost, as a share of sales"));
      hw_sheet_formula (sheet, row + 4, YEAR, HW_CELL_SHARE, HW_ROLE_PLAIN, stakes->total / stakes->revenue,
                        "=B%d/B%d", row + 3, row + 4);
      row += 2;
    }

  return row + 4;
}

static int
write_working (HwSheet       *sheet,
               int            row,
               const HwStake *stake)
{
  if (stake->state != HW_STAKE_OK || stake->working->len == 0)
    return row;

  hw_sheet_line (sheet, row++, HW_LOOK_SECTION, hw_stake_kind_name (stake->kind));
  hw_sheet_line (sheet, row++, HW_LOOK_NOTE, hw_stake_kind_technical (stake->kind));
  for (guint i = 0; i < stake->working->len; i++, row++)
    {
      const HwStakeStep *step = &g_array_index (stake->working, HwStakeStep, i);

      hw_sheet_text (sheet, row, KIND, HW_ROLE_PLAIN, step->label);
      if (isfinite (step->value))
        hw_sheet_number (sheet, row, YEAR, step_kind (step->unit), HW_ROLE_TYPED, step->value);
    }

  for (guint i = 0; i < stake->top->len; i++, row++)
    {
      const HwStakeItem *item = g_ptr_array_index (stake->top, i);

      /* Translators: %s is a product, or a supplier: one of those with the largest part. */
      g_autofree char *label = g_strdup_printf (_("of it: %s"), item->name);

      hw_sheet_text (sheet, row, KIND, HW_ROLE_PLAIN, label);
      hw_sheet_number (sheet, row, YEAR, HW_CELL_MONEY, HW_ROLE_TYPED, item->year);
    }

  return row + 1;
}

void
hw_stake_sheet_write (HwBook *book)
{
  const HwStakes *stakes = book->report->stakes;
  const char *const heads[] = { _("What is lost"), _("In a year"), _("Low"), _("High"), _("Money that stands still"), NULL };
  const char *const counts[] = { _("Products"), _("Records") };
  HwSheet *sheet = book->sheets[HW_SHEET_STAKES];
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Money at stake"));
  if (stakes == NULL)
    {
      hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Nothing was worked out yet. Look under Assess."));
      hw_book_finish (book, HW_SHEET_STAKES, TRUE, -1);
      return;
    }

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("The true figure lies between low and high 9 times in 10. What cannot be worked out has no figure."));
  hw_sheet_heads (sheet, ROW_HEAD, KIND + 1, heads);
  hw_sheet_words (sheet, ROW_HEAD, SURE, HW_LOOK_HEAD, _("Is it there"));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    hw_sheet_words (sheet, ROW_HEAD, PRODUCTS + (int) i, HW_LOOK_HEAD_NUMBER, counts[i]);
  hw_sheet_words (sheet, ROW_HEAD, STATE, HW_LOOK_HEAD, _("How, or what is missing"));
  hw_sheet_words (sheet, ROW_HEAD, RUN, HW_LOOK_HEAD, _("Run"));
  for (guint i = 0; i < stakes->stakes->len; i++)
    write_stake (sheet, row++, g_ptr_array_index (stakes->stakes, i));

  row = write_totals (book, row, stakes);
  for (guint i = 0; i < stakes->stakes->len; i++)
    row = write_working (sheet, row, g_ptr_array_index (stakes->stakes, i));

  hw_sheet_widen (sheet, KIND, NAME_LETTERS);
  hw_sheet_widen (sheet, STATE, STATE_LETTERS);
  hw_book_finish (book, HW_SHEET_STAKES, TRUE, ROW_HEAD);
}
