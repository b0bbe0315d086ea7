/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-close-sheet.h"

#include "report/hw-row-sum.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEAD 3
#define ROW_FIRST 4

/* Of what was tried on the past. Off and simple off are sums over the periods. */
enum { NAME, PERIODS, SUM_OFF, SUM_SIMPLE, OFF, SIMPLE, CLOSER, EACH, OFF_MONEY, SIMPLE_MONEY, IN80, IN95, HELD80, HELD95 };
/* Of forecasts kept, day by day. */
enum { DAY, SOLD, FORECAST, DAY_SIMPLE, LOW, HIGH, MISS, SIMPLE_MISS, INSIDE };

typedef struct
{
  HwBook  *book;
  HwSheet *sheet;
  int      first_product, last_product; /* rows; last before first: none */
} Layout;

static double
part (double value,
      double of)
{
  return of != 0.0 ? value / of : 0.0;
}

/* @top over @foot, nothing where @foot is 0. */
static void
write_share (const Layout *at,
             int           row,
             int           column,
             HwCellKind    kind,
             int           top,
             int           foot,
             double        value,
             gboolean      known)
{
  g_autofree char *formula = g_strdup_printf ("=IF(%c%d=0,\"\",%c%d/%c%d)", 'A' + foot, row + 1, 'A' + top, row + 1,
                                              'A' + foot, row + 1);

  hw_sheet_formula_maybe (at->sheet, row, column, kind, known, value, formula);
}

static void
write_money (const Layout         *at,
             int                   row,
             const HwAccuracyLine *line)
{
  const HwForecastScore *score = &line->tested;
  const int r = row + 1;

  if (!(line->each > 0.0) || score->n == 0)
    return;

  hw_sheet_number (at->sheet, row, EACH, HW_CELL_PRICE, HW_ROLE_TYPED, line->each);
  hw_sheet_formula (at->sheet, row, OFF_MONEY, HW_CELL_MONEY, HW_ROLE_PLAIN, line->each * part (score->off, (double) score->n),
                    "=E%d*H%d", r, r);
  hw_sheet_formula (at->sheet, row, SIMPLE_MONEY, HW_CELL_MONEY, HW_ROLE_PLAIN,
                    line->each * part (score->simple_off, (double) score->n), "=F%d*H%d", r, r);
}

static void
write_line (const Layout         *at,
            int                   row,
            const HwAccuracyLine *line)
{
  const HwForecastScore *score = &line->tested;
  const double n = (double) score->n;
  const double closer = hw_forecast_score_closer (score);
  g_autofree char *formula = g_strdup_printf ("=IF(D%d=0,\"\",1-C%d/D%d)", row + 1, row + 1, row + 1);

  hw_sheet_text (at->sheet, row, NAME, HW_ROLE_PLAIN, line->name);
  hw_sheet_number (at->sheet, row, PERIODS, HW_CELL_COUNT, HW_ROLE_TYPED, n);
  hw_sheet_number (at->sheet, row, SUM_OFF, HW_CELL_EXPECTED, HW_ROLE_TYPED, score->off);
  hw_sheet_number (at->sheet, row, SUM_SIMPLE, HW_CELL_EXPECTED, HW_ROLE_TYPED, score->simple_off);
  write_share (at, row, OFF, HW_CELL_EXPECTED, SUM_OFF, PERIODS, part (score->off, n), n > 0.0);
  write_share (at, row, SIMPLE, HW_CELL_EXPECTED, SUM_SIMPLE, PERIODS, part (score->simple_off, n), n > 0.0);
  hw_sheet_formula_maybe (at->sheet, row, CLOSER, HW_CELL_SHARE, !isnan (closer), isnan (closer) ? 0.0 : closer, formula);
  write_money (at, row, line);
  hw_sheet_number (at->sheet, row, IN80, HW_CELL_COUNT, HW_ROLE_TYPED, (double) score->n_in80);
  hw_sheet_number (at->sheet, row, IN95, HW_CELL_COUNT, HW_ROLE_TYPED, (double) score->n_in95);
  write_share (at, row, HELD80, HW_CELL_SHARE, IN80, PERIODS, part ((double) score->n_in80, n), n > 0.0);
  write_share (at, row, HELD95, HW_CELL_SHARE, IN95, PERIODS, part ((double) score->n_in95, n), n > 0.0);
}

/* What orders live with: every product's own misses in a period, added up. */
static void
write_sum (const Layout             *at,
           int                       row,
           const HwForecastAccuracy *accuracy)
{
  const int columns[] = { OFF, SIMPLE, OFF_MONEY, SIMPLE_MONEY };
  double sums[G_N_ELEMENTS (columns)] = { 0 };
  g_autofree char *formula = g_strdup_printf ("=IF(F%d=0,\"\",1-E%d/F%d)", row + 1, row + 1, row + 1);

  for (guint i = 0; i < accuracy->lines->len; i++)
    {
      const HwAccuracyLine *line = g_ptr_array_index (accuracy->lines, i);
      const double n = (double) line->tested.n;

      if (line->product_id == 0 || n == 0.0)
        continue;
      sums[0] += line->tested.off / n;
      sums[1] += line->tested.simple_off / n;
      sums[2] += line->each * line->tested.off / n;
      sums[3] += line->each * line->tested.simple_off / n;
    }

  hw_sheet_text (at->sheet, row, NAME, HW_ROLE_TOTAL, _("Products, each for itself, added up"));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hw_sheet_formula (at->sheet, row, columns[i], columns[i] < OFF_MONEY ? HW_CELL_EXPECTED : HW_CELL_MONEY, HW_ROLE_TOTAL, sums[i],
                      "=SUM(%c%d:%c%d)", 'A' + columns[i], at->first_product + 1, 'A' + columns[i], at->last_product + 1);
  hw_sheet_total_maybe (at->sheet, row, CLOSER, HW_CELL_SHARE, sums[1] != 0.0, 1.0 - part (sums[0], sums[1]), formula);
}

static int
write_lines (Layout                   *at,
             const HwForecastAccuracy *accuracy)
{
  int row = ROW_FIRST;

  for (guint i = 0; i < accuracy->lines->len; i++, row++)
    {
      const HwAccuracyLine *line = g_ptr_array_index (accuracy->lines, i);

      if (line->product_id != 0 && at->first_product == 0)
        at->first_product = row;
      write_line (at, row, line);
    }

  at->last_product = row - 1;
  if (at->first_product > 0)
    write_sum (at, row++, accuracy);

  return row + 1;
}

static double
sold_on (const Layout *at,
         HwDay         day)
{
  return hw_scaled_to_double (hw_row_sum (at->book->report, day, day).units);
}

static void
write_kept_day (const Layout       *at,
                int                 row,
                const HwReportKept *kept)
{
  const double sold = sold_on (at, kept->day);
  const gboolean inside = sold >= kept->lo80 && sold <= kept->hi80;
  const int r = row + 1;

  hw_sheet_day (at->sheet, row, DAY, HW_CELL_DATE, HW_ROLE_PLAIN, kept->day);
  hw_sheet_formula (at->sheet, row, SOLD, HW_CELL_EXPECTED, HW_ROLE_PLAIN, sold, "=SUMIFS(rows_units,rows_date,A%d)", r);
  hw_sheet_number (at->sheet, row, FORECAST, HW_CELL_EXPECTED, HW_ROLE_TYPED, kept->mean);
  hw_sheet_number (at->sheet, row, DAY_SIMPLE, HW_CELL_EXPECTED, HW_ROLE_TYPED, kept->simple);
  hw_sheet_number (at->sheet, row, LOW, HW_CELL_EXPECTED, HW_ROLE_TYPED, kept->lo80);
  hw_sheet_number (at->sheet, row, HIGH, HW_CELL_EXPECTED, HW_ROLE_TYPED, kept->hi80);
  hw_sheet_formula (at->sheet, row, MISS, HW_CELL_EXPECTED, HW_ROLE_PLAIN, fabs (kept->mean - sold), "=ABS(C%d-B%d)", r, r);
  hw_sheet_formula (at->sheet, row, SIMPLE_MISS, HW_CELL_EXPECTED, HW_ROLE_PLAIN, fabs (kept->simple - sold), "=ABS(D%d-B%d)", r, r);
  hw_sheet_formula (at->sheet, row, INSIDE, HW_CELL_COUNT, HW_ROLE_PLAIN, inside, "=IF(AND(B%d>=E%d,B%d<=F%d),1,0)", r, r, r, r);
}

/* Mean miss of both, who is closer, and how often the range held. */
static void
write_kept_sums (const Layout *at,
                 int           row,
                 int           first,
                 int           last)
{
  const GArray *kept = at->book->report->kept;
  const double n = kept->len;
  double miss = 0.0, simple = 0.0, inside = 0.0;
  g_autofree char *closer = g_strdup_printf ("=IF(H%d=0,\"\",1-G%d/H%d)", row + 1, row + 1, row + 1);

  for (guint i = 0; i < kept->len; i++)
    {
      const HwReportKept *day = &g_array_index (kept, HwReportKept, i);
      const double sold = sold_on (at, day->day);

      miss += fabs (day->mean - sold);
      simple += fabs (day->simple - sold);
      inside += sold >= day->lo80 && sold <= day->hi80;
    }

  hw_sheet_text (at->sheet, row, DAY, HW_ROLE_TOTAL, _("On average"));
  hw_sheet_formula (at->sheet, row, MISS, HW_CELL_EXPECTED, HW_ROLE_TOTAL, miss / n, "=AVERAGE(G%d:G%d)", first + 1, last + 1);
  hw_sheet_formula (at->sheet, row, SIMPLE_MISS, HW_CELL_EXPECTED, HW_ROLE_TOTAL, simple / n, "=AVERAGE(H%d:H%d)", first + 1, last + 1);
  hw_sheet_formula (at->sheet, row, INSIDE, HW_CELL_SHARE, HW_ROLE_TOTAL, inside / n, "=AVERAGE(I%d:I%d)", first + 1, last + 1);
  hw_sheet_text (at->sheet, row + 1, DAY, HW_ROLE_TOTAL, _("Closer by"));
  hw_sheet_formula_maybe (at->sheet, row + 1, MISS, HW_CELL_SHARE, simple != 0.0, 1.0 - part (miss, simple), closer);
}

static void
write_kept (const Layout *at,
            int           section)
{
  const char *const heads[] = { _("Day"), _("Sold"), _("Forecast"), _("Simple rule"), _("Low, 4 times in 5"), _("High, 4 times in 5"),
                                _("Off by"), _("Simple rule off by"), _("Inside the range"), NULL };
  const GArray *kept = at->book->report->kept;
  const int first = section + 2;

  if (kept == NULL || kept->len == 0 || at->book->report->rows_by != HW_BY_DAY)
    return;

  hw_sheet_line (at->sheet, section, HW_LOOK_SECTION, _("Forecasts kept, against what then sold, all products together"));
  hw_sheet_heads (at->sheet, section + 1, 1, heads);
  for (guint i = 0; i < kept->len; i++)
    write_kept_day (at, first + (int) i, &g_array_index (kept, HwReportKept, i));

  write_kept_sums (at, first + (int) kept->len, first, first + (int) kept->len - 1);
}

static char *
make_note (const HwReport *report)
{
  if (report->accuracy == NULL || report->accuracy->lines->len == 0)
    return g_strdup (_("There is no forecast yet. Add a file of your sales, make a forecast and save the workbook again."));

  if (report->accuracy_run == NULL)
    return g_strdup (_("Tried on stretches of the past that the forecast had not seen, in units."));

  /* Translators: %s is a short code that stands for how it was worked out. */
  return g_strdup_printf (_("Tried on stretches of the past that the forecast had not seen, in units. Run %s."), report->accuracy_run);
}

void
hw_close_sheet_write (HwBook *book)
{
  const HwForecastAccuracy *accuracy = book->report->accuracy;
  Layout at = { .book = book, .sheet = book->sheets[HW_SHEET_CLOSE] };
  const char *const heads[] = { _("What"), _("Periods compared"), _("Off in all"), _("Simple rule off in all"), _("Off by"),
                                _("Simple rule off by"), _("Closer by"), _("Worth of a unit"), _("Off by, in money"),
                                _("Simple rule, in money"), _("Inside 4 times in 5"), _("Inside 19 times in 20"),
                                _("Share of 4 times in 5"), _("Share of 19 times in 20"), NULL };
  g_autofree char *note = make_note (book->report);

  hw_sheet_line (at.sheet, 0, HW_LOOK_TITLE, _("How close the forecast came"));
  hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, note);
  hw_sheet_heads (at.sheet, ROW_HEAD, 1, heads);
  if (accuracy != NULL)
    write_kept (&at, write_lines (&at, accuracy));
  hw_book_finish (book, HW_SHEET_CLOSE, TRUE, ROW_HEAD);
}
