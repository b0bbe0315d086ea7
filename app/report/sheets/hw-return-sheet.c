/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-return-sheet.h"

#include "domain/hw-return.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEAD 3
#define ROW_FIRST 4
#define NAME_LETTERS 36
#define STATE_LETTERS 44
#define REACH_90 1.644854 /* standard deviations */

enum { NAME, STATE, OUT_PLAN, OUT, IN_PLAN, IN, SPREAD, COUNTS };

static void
write_line (HwSheet            *sheet,
            int                 row,
            const HwReturnLine *line)
{
  const gboolean counts = line->gain == HW_GAIN_COUNTED;
  double out = 0.0, plan = 0.0;

  for (int s = 0; s < HW_STATION_N; s++)
    {
      out += line->out[s];
      plan += line->out_plan[s];
    }

  hw_sheet_text (sheet, row, NAME, HW_ROLE_PLAIN, line->name);
  hw_sheet_text (sheet, row, STATE, HW_ROLE_PLAIN, hw_state_name (line->state));
  hw_sheet_number (sheet, row, OUT_PLAN, HW_CELL_MONEY, HW_ROLE_TYPED, plan);
  hw_sheet_number (sheet, row, OUT, HW_CELL_MONEY, HW_ROLE_TYPED, out);
  hw_sheet_number (sheet, row, IN_PLAN, HW_CELL_MONEY, HW_ROLE_TYPED, line->in_plan);
  hw_sheet_number (sheet, row, IN, HW_CELL_MONEY, HW_ROLE_TYPED, counts ? line->in : 0.0);
  hw_sheet_number (sheet, row, SPREAD, HW_CELL_MONEY, HW_ROLE_TYPED, counts ? line->in_sd : 0.0);
  hw_sheet_words (sheet, row, COUNTS, HW_LOOK_WRAP, hw_gain_state_text (line->gain));
}

/* Sums, and a range from the squares of the spreads: what one trial leaves in doubt says
 * nothing of another. */
static int
write_totals (HwBook         *book,
              int             row,
              const HwReturn *result)
{
  HwSheet *sheet = book->sheets[HW_SHEET_RETURN];
  const double sums[] = { result->out_plan_all, result->out_all, result->in_plan, result->in };
  const int last = row, total = row + 1, reach = row + 2;

  hw_sheet_text (sheet, row, NAME, HW_ROLE_TOTAL, _("All together"));
  for (int i = 0; i < (int) G_N_ELEMENTS (sums); i++)
    hw_sheet_formula (sheet, row, OUT_PLAN + i, HW_CELL_MONEY, HW_ROLE_TOTAL, sums[i], "=SUM(%c%d:%c%d)", 'C' + i, ROW_FIRST + 1,
                      'C' + i, last);
  hw_sheet_formula (sheet, row, SPREAD, HW_CELL_MONEY, HW_ROLE_TOTAL, (result->in_high - result->in) / REACH_90,
                    "=SQRT(SUMSQ(G%d:G%d))", ROW_FIRST + 1, last);
  hw_sheet_text (sheet, ++row, NAME, HW_ROLE_PLAIN, _("Spreads to either side, for 9 times in 10"));
  hw_sheet_number (sheet, row, OUT, HW_CELL_RATIO, HW_ROLE_TYPED, REACH_90);
  hw_sheet_text (sheet, ++row, NAME, HW_ROLE_TOTAL, _("In less out"));
  hw_sheet_formula (sheet, row, OUT, HW_CELL_MONEY, HW_ROLE_TOTAL, result->net, "=F%d-D%d", total, total);
  hw_book_name (book, "return_net", HW_SHEET_RETURN, row, row, OUT);
  hw_book_check (book, _("What all of it brought"), HW_CELL_MONEY, result->net, result->net, "=return_net");
  hw_sheet_text (sheet, ++row, NAME, HW_ROLE_PLAIN, _("Low"));
  hw_sheet_formula (sheet, row, OUT, HW_CELL_MONEY, HW_ROLE_PLAIN, result->net_low, "=D%d-D%d*G%d", row, reach, total);
  hw_sheet_text (sheet, ++row, NAME, HW_ROLE_PLAIN, _("High"));
  hw_sheet_formula (sheet, row, OUT, HW_CELL_MONEY, HW_ROLE_PLAIN, result->net_high, "=D%d+D%d*G%d", row - 1, reach, total);
  return row + 2;
}

static void
write_parts (HwSheet        *sheet,
             int             row,
             const HwReturn *result)
{
  hw_sheet_words (sheet, row, NAME, HW_LOOK_HEAD, _("Money out so far, by part of the way"));
  hw_sheet_words (sheet, row, OUT_PLAN, HW_LOOK_HEAD_NUMBER, _("Planned"));
  hw_sheet_words (sheet, row, OUT, HW_LOOK_HEAD_NUMBER, _("Spent"));
  for (int s = 0; s < HW_STATION_N; s++)
    {
      hw_sheet_text (sheet, ++row, NAME, HW_ROLE_PLAIN, hw_station_name ((HwStation) s));
      hw_sheet_number (sheet, row, OUT_PLAN, HW_CELL_MONEY, HW_ROLE_TYPED, result->out_plan[s]);
      hw_sheet_number (sheet, row, OUT, HW_CELL_MONEY, HW_ROLE_TYPED, result->out[s]);
    }

  row += 2;
  hw_sheet_words (sheet, row, NAME, HW_LOOK_HEAD, _("What it went on so far, trials and steps together"));
  hw_sheet_words (sheet, row, OUT, HW_LOOK_HEAD_NUMBER, _("Spent"));
  for (int kind = 0; kind < HW_COST_N; kind++)
    {
      hw_sheet_text (sheet, ++row, NAME, HW_ROLE_PLAIN, hw_cost_name ((HwCostKind) kind));
      hw_sheet_number (sheet, row, OUT, HW_CELL_MONEY, HW_ROLE_TYPED, result->owned[kind]);
    }
}

void
hw_return_sheet_write (HwBook *book)
{
  const HwReturn *result = book->report->result;
  const char *const heads[] = { _("What was tried"), _("Where it stands") };
  const char *const numbers[] = { _("Out, planned"), _("Out"), _("In, planned"), _("In"), _("Spread") };
  HwSheet *sheet = book->sheets[HW_SHEET_RETURN];
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("What it has cost and brought"));
  if (result == NULL || result->lines->len == 0)
    {
      hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Nothing was tried yet."));
      hw_book_finish (book, HW_SHEET_RETURN, TRUE, -1);
      return;
    }

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("All of it is so far, trial and roll-out together. Only what the figures advise and what is in daily use counts as gained. Spreads are added as squares."));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    hw_sheet_words (sheet, ROW_HEAD, (int) i, HW_LOOK_HEAD, heads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    hw_sheet_words (sheet, ROW_HEAD, OUT_PLAN + (int) i, HW_LOOK_HEAD_NUMBER, numbers[i]);
  hw_sheet_words (sheet, ROW_HEAD, COUNTS, HW_LOOK_HEAD, _("Whether it counts"));
  for (guint i = 0; i < result->lines->len; i++)
    write_line (sheet, row++, g_ptr_array_index (result->lines, i));

  row = write_totals (book, row, result);
  write_parts (sheet, row, result);
  hw_sheet_widen (sheet, NAME, NAME_LETTERS);
  hw_sheet_widen (sheet, COUNTS, STATE_LETTERS);
  hw_book_finish (book, HW_SHEET_RETURN, TRUE, ROW_HEAD);
}
