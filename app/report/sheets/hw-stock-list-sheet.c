/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-stock-list-sheet.h"

#include "domain/hw-stock-pile.h"

#include "report/sheets/hw-stock-words.h"

#include <glib/gi18n-lib.h>

#define ROW_HEAD 4
#define ROW_FIRST 5

enum { PRODUCT, KEY, COUNTED, ON_HAND, COST, VALUE, DAILY, LASTS, OUT_EARLY, OUT_LATE, HERE, MAY, EXCESS, EXCESS_VALUE, BRINGS, WAY_OUT, NOTE };

/* What the columns add up to. */
typedef struct
{
  double value, excess, brings;
  int    n_counted, n_valued;
} Sums;

static double
there (const HwStockLine *line)
{
  return line->on_hand != HW_UNKNOWN ? hw_scaled_to_double (MAX (line->on_hand, 0)) : 0.0;
}

static void
write_value (HwSheet           *sheet,
             int                row,
             const HwStockLine *line,
             Sums              *sums)
{
  const int at = row + 1;
  const gboolean known = line->on_hand != HW_UNKNOWN && line->unit_cost != HW_UNKNOWN;
  const double value = known ? there (line) * hw_scaled_to_double (line->unit_cost) : 0.0;
  g_autofree char *formula = g_strdup_printf ("=IF(AND(ISNUMBER(D%d),ISNUMBER(E%d)),MAX(D%d,0)*E%d,\"\")", at, at, at, at);

  hw_sheet_scaled (sheet, row, ON_HAND, HW_CELL_UNITS, HW_ROLE_TYPED, line->on_hand);
  hw_sheet_scaled (sheet, row, COST, HW_CELL_PRICE, HW_ROLE_TYPED, line->unit_cost);
  hw_sheet_formula_maybe (sheet, row, VALUE, HW_CELL_MONEY, known, value, formula);
  sums->value += value;
  sums->n_counted += line->on_hand != HW_UNKNOWN;
  sums->n_valued += known;
}

/* 1 if it may be gone before goods ordered today are here. */
static void
write_may (HwSheet           *sheet,
           int                row,
           const HwStockLine *line)
{
  const gboolean known = (line->runs_out_early != HW_DAY_NONE || line->runs_out != HW_DAY_NONE) &&
                         (line->arrives != HW_DAY_NONE || line->arrives_late != HW_DAY_NONE);
  g_autofree char *formula = g_strdup_printf ("=IF(AND(ISNUMBER(I%d),ISNUMBER(K%d)),IF(I%d<K%d,1,0),\"\")",
                                              row + 1, row + 1, row + 1, row + 1);

  hw_sheet_formula_maybe (sheet, row, MAY, HW_CELL_COUNT, known, hw_stock_line_is_in (line, HW_PILE_MAY_RUN_OUT), formula);
}

static void
write_lasts (HwSheet           *sheet,
             int                row,
             const HwStockLine *line)
{
  const int at = row + 1;
  const gboolean known = line->on_hand != HW_UNKNOWN && hw_stock_has_pace (line) && line->daily_units > 0.0;
  g_autofree char *formula = g_strdup_printf ("=IF(AND(ISNUMBER(D%d),SUM(G%d)>0),MAX(D%d,0)/G%d,\"\")", at, at, at, at);

  if (hw_stock_has_pace (line))
    hw_sheet_number (sheet, row, DAILY, HW_CELL_EXPECTED, HW_ROLE_TYPED, line->daily_units);
  hw_sheet_formula_maybe (sheet, row, LASTS, HW_CELL_DAYS, known, known ? there (line) / line->daily_units : 0.0, formula);

  if (line->on_hand == HW_UNKNOWN)
    return;
  hw_sheet_day (sheet, row, OUT_EARLY, HW_CELL_DAY, HW_ROLE_TYPED,
                line->runs_out_early != HW_DAY_NONE ? line->runs_out_early : line->runs_out);
  hw_sheet_day (sheet, row, OUT_LATE, HW_CELL_DAY, HW_ROLE_TYPED, line->runs_out_late);
  write_may (sheet, row, line);
  hw_sheet_day (sheet, row, HERE, HW_CELL_DAY, HW_ROLE_TYPED, line->arrives != HW_DAY_NONE ? line->arrives : line->arrives_late);
}

/* At cost by formula; where no cost is known, as the plan reckoned it. */
static void
write_excess (HwSheet           *sheet,
              int                row,
              const HwStockLine *line,
              Sums              *sums)
{
  const gboolean costed = line->unit_cost != HW_UNKNOWN;
  const gboolean known = hw_stock_has_excess (line);
  const double value = !known ? 0.0 : costed ? hw_scaled_to_double (line->excess) * hw_scaled_to_double (line->unit_cost)
                       : hw_scaled_to_double (line->excess_value);
  g_autofree char *formula = g_strdup_printf ("=IF(AND(ISNUMBER(M%d),ISNUMBER(E%d)),M%d*E%d,\"\")",
                                              row + 1, row + 1, row + 1, row + 1);

  hw_sheet_scaled (sheet, row, EXCESS, HW_CELL_UNITS, HW_ROLE_TYPED, known ? line->excess : HW_UNKNOWN);
  if (costed || !known)
    hw_sheet_formula_maybe (sheet, row, EXCESS_VALUE, HW_CELL_MONEY, known, value, formula);
  else
    hw_sheet_number (sheet, row, EXCESS_VALUE, HW_CELL_MONEY, HW_ROLE_TYPED, value);
  sums->excess += value;

  hw_sheet_text (sheet, row, WAY_OUT, HW_ROLE_PLAIN, hw_stock_way_out_words (line));
  if (line->way_out == HW_WAY_OUT_NONE || line->way_out_money == HW_UNKNOWN)
    return;
  hw_sheet_scaled (sheet, row, BRINGS, HW_CELL_MONEY, HW_ROLE_TYPED, line->way_out_money);
  sums->brings += hw_scaled_to_double (line->way_out_money);
}

static const char *
note_words (const HwStockLine *line)
{
  if (line->on_hand == HW_UNKNOWN)
    return _("stock not counted");
  if (line->unit_cost == HW_UNKNOWN)
    return line->excess_value > 0 ? _("cost not known: estimated from the price") : _("cost not known");

  return hw_stock_has_levels (line) ? "" : hw_stock_reason_words (line);
}

static void
write_line (HwSheet           *sheet,
            int                row,
            const HwStockLine *line,
            Sums              *sums)
{
  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_PLAIN, line->name);
  hw_sheet_text (sheet, row, KEY, HW_ROLE_PLAIN, line->key);
  hw_sheet_day (sheet, row, COUNTED, HW_CELL_DAY, HW_ROLE_TYPED, line->counted);
  write_value (sheet, row, line, sums);
  write_lasts (sheet, row, line);
  write_excess (sheet, row, line, sums);
  hw_sheet_words (sheet, row, NOTE, HW_LOOK_WRAP, note_words (line));
}

static void
write_sums (HwSheet    *sheet,
            int         row,
            const Sums *sums)
{
  const struct { int column; gboolean known; double value; } totals[] = {
    { VALUE, sums->n_valued > 0, sums->value }, { EXCESS_VALUE, sums->n_counted > 0, sums->excess },
    { BRINGS, sums->n_counted > 0, sums->brings },
  };

  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_TOTAL, _("All products"));
  for (int c = KEY; c <= NOTE; c++)
    hw_sheet_text (sheet, row, c, HW_ROLE_TOTAL, "");
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      const char letter = (char) ('A' + totals[i].column);
      const char test = totals[i].column == VALUE ? letter : (char) ('A' + ON_HAND);
      g_autofree char *formula = g_strdup_printf ("=IF(COUNT(%c%d:%c%d)>0,SUM(%c%d:%c%d),\"\")", test, ROW_FIRST + 1, test, row,
                                                  letter, ROW_FIRST + 1, letter, row);

      hw_sheet_total_maybe (sheet, row, totals[i].column, HW_CELL_MONEY, totals[i].known, totals[i].value, formula);
    }
}

void
hw_stock_list_sheet_write (HwBook *book)
{
  const char *const heads[] = { _("Product"), _("Number or key"), _("Counted on"), _("In stock"), _("Cost each"), _("Stock value"),
                                _("Sells a day"), _("Lasts, days"), _("Runs out from"), _("Runs out by"), _("Ordered today, here on"), _("May run out"), _("Too much"),
                                _("Value of it"), _("Way out brings"), NULL };
  const HwStockPlan *plan = book->report->stock;
  HwSheet *sheet = book->sheets[HW_SHEET_LIST];
  Sums sums = { 0 };
  int row = ROW_FIRST;

  if (hw_stock_none (book, HW_SHEET_LIST, _("Stock list")))
    return;

  hw_stock_top (book, HW_SHEET_LIST, NOTE, _("Stock list"), _("What is there of each product, how long it lasts and what is too much. An empty cell means: not known."));
  hw_sheet_heads (sheet, ROW_HEAD, COUNTED, heads);
  hw_sheet_words (sheet, ROW_HEAD, WAY_OUT, HW_LOOK_HEAD, _("Way out"));
  hw_sheet_words (sheet, ROW_HEAD, NOTE, HW_LOOK_HEAD, _("Note"));
  hw_sheet_widen (sheet, NOTE, HW_STOCK_NOTE_LETTERS);
  for (guint i = 0; i < plan->lines->len; i++)
    write_line (sheet, row++, g_ptr_array_index (plan->lines, i), &sums);

  write_sums (sheet, row, &sums);
  hw_sheet_line (sheet, row + 2, HW_LOOK_NOTE, _("Lasts: what is in stock now. Runs out: with what is on its way; 8 times of 10 between the two days."));
  hw_sheet_line (sheet, row + 3, HW_LOOK_NOTE, _("May run out, 1: the earlier of the two days is before goods ordered today are here."));
  hw_book_name (book, "list_may_run_out", HW_SHEET_LIST, ROW_FIRST, row - 1, MAY);
  hw_book_name (book, "list_on_hand", HW_SHEET_LIST, ROW_FIRST, row - 1, ON_HAND);
  hw_book_name (book, "list_value", HW_SHEET_LIST, ROW_FIRST, row - 1, VALUE);
  hw_book_name (book, "list_excess", HW_SHEET_LIST, ROW_FIRST, row - 1, EXCESS_VALUE);
  book->stock_value = sums.value;
  book->excess_value = sums.excess;
  book->n_counted = sums.n_counted;
  book->n_valued = sums.n_valued;
  worksheet_freeze_panes (sheet->ws, ROW_FIRST, KEY);
  hw_book_finish (book, HW_SHEET_LIST, TRUE, ROW_HEAD);
}
