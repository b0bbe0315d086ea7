/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-roll-out-sheet.h"

#include "domain/hw-roll-out.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAME_LETTERS 36
#define MONTHS_A_YEAR 12.0

/* Of the steps; and of the months. */
enum { STEP, FROM, TO, DONE, LIKELY, LATEST, MONEY, PEOPLE, TRAINED, PART };
enum { NUMBER, MONTH, IN, RUNNING, ONCE, NET, SO_FAR, BACK, ACTUAL };

static void
write_day (HwSheet *sheet,
           int      row,
           int      column,
           HwDay    day)
{
  if (day != HW_DAY_NONE)
    hw_sheet_day (sheet, row, column, HW_CELL_DATE, HW_ROLE_TYPED, day);
}

static int
write_steps (HwSheet         *sheet,
             int              row,
             const HwRollOut *scale)
{
  const char *const heads[] = { _("Step"), _("From"), _("To"), _("Done"), _("Likely done"), _("At the latest"), NULL };
  const char *const numbers[] = { _("Money"), _("People"), _("Shown how"), _("Part of the whole") };

  for (guint i = 0; heads[i] != NULL; i++)
    hw_sheet_words (sheet, row, (int) i, HW_LOOK_HEAD, heads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    hw_sheet_words (sheet, row, MONEY + (int) i, HW_LOOK_HEAD_NUMBER, numbers[i]);
  for (guint i = 0; i < scale->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (scale->waves, i);

      row++;
      hw_sheet_text (sheet, row, STEP, HW_ROLE_PLAIN, hw_answers_get_text (wave->entry->answers, "what"));
      write_day (sheet, row, FROM, wave->from);
      write_day (sheet, row, TO, wave->to);
      write_day (sheet, row, DONE, wave->done_on);
      write_day (sheet, row, LIKELY, wave->done ? HW_DAY_NONE : wave->ends_50);
      write_day (sheet, row, LATEST, wave->done ? HW_DAY_NONE : wave->ends_90);
      hw_sheet_number (sheet, row, MONEY, HW_CELL_MONEY, HW_ROLE_TYPED, wave->money);
      hw_sheet_number (sheet, row, PEOPLE, HW_CELL_COUNT, HW_ROLE_TYPED, wave->people);
      hw_sheet_number (sheet, row, TRAINED, HW_CELL_COUNT, HW_ROLE_TYPED, wave->trained);
      hw_sheet_number (sheet, row, PART, HW_CELL_SHARE, HW_ROLE_TYPED, wave->share);
    }

  return row + 2;
}

/* When what is out was back for good, in months; "" in the other months. */
static double
find_back (const HwRollOut *scale,
           guint            t)
{
  const HwScaleMonth *month = &g_array_index (scale->months, HwScaleMonth, t);
  const HwScaleMonth *before = t > 0 ? &g_array_index (scale->months, HwScaleMonth, t - 1) : NULL;

  return before != NULL && month->so_far >= 0.0 && before->so_far < 0.0 ? t - month->so_far / month->plan : (double) NAN;
}

static void
write_month (HwSheet         *sheet,
             int              row,
             const HwRollOut *scale,
             guint            t)
{
  const HwScaleMonth *month = &g_array_index (scale->months, HwScaleMonth, t);
  const int r = row + 1;
  const double back = find_back (scale, t);

  hw_sheet_number (sheet, row, NUMBER, HW_CELL_COUNT, HW_ROLE_TYPED, t);
  if (t == 0)
    hw_sheet_text (sheet, row, MONTH, HW_ROLE_PLAIN, _("At the start"));
  else
    hw_sheet_day (sheet, row, MONTH, HW_CELL_MONTH, HW_ROLE_TYPED, month->from);
  hw_sheet_input (sheet, row, IN, HW_CELL_MONEY, FALSE, month->gain);
  hw_sheet_input (sheet, row, RUNNING, HW_CELL_MONEY, FALSE, month->running);
  hw_sheet_input (sheet, row, ONCE, HW_CELL_MONEY, FALSE, month->out);
  hw_sheet_formula (sheet, row, NET, HW_CELL_MONEY, HW_ROLE_PLAIN, month->plan, "=C%d-D%d-E%d", r, r, r);
  if (t == 0)
    hw_sheet_formula (sheet, row, SO_FAR, HW_CELL_MONEY, HW_ROLE_PLAIN, month->so_far, "=F%d", r);
  else
    {
      g_autofree char *formula = g_strdup_printf ("=IF(G%d>=0,IF(G%d<0,A%d-G%d/F%d,\"\"),\"\")", r, r - 1, r, r, r);

      hw_sheet_formula (sheet, row, SO_FAR, HW_CELL_MONEY, HW_ROLE_PLAIN, month->so_far, "=G%d+F%d", r - 1, r);
      hw_sheet_formula_maybe (sheet, row, BACK, HW_CELL_RATIO, !isnan (back), isnan (back) ? 0.0 : back, formula);
    }
  if (!isnan (month->actual))
    hw_sheet_number (sheet, row, ACTUAL, HW_CELL_MONEY, HW_ROLE_TYPED, month->actual);
}

static void
write_range (HwSheet            *sheet,
             int                 row,
             HwCellKind          kind,
             const HwMoneyRange *range)
{
  if (isnan (range->low))
    return;

  hw_sheet_number (sheet, row, 3, kind, HW_ROLE_TYPED, range->low);
  hw_sheet_number (sheet, row, 4, kind, HW_ROLE_TYPED, range->high);
}

/* What the months are worth, live: rates and months are inputs. @first, @last: rows of
 * the months, from 1. */
static int
write_worth (HwBook          *book,
             int              row,
             const HwRollOut *scale,
             int              first,
             int              last,
             gboolean         named)
{
  HwSheet *sheet = book->sheets[HW_SHEET_ROLL_OUT];
  const char *const heads[] = { _("What it is worth"), "", _("By plan"), _("Low"), _("High") };
  const int rate = row + 2, months = row + 3;
  g_autofree char *irr = g_strdup_printf ("=IFERROR((1+IRR(F%d:F%d))^C%d-1,\"\")", first, last, months);
  g_autofree char *back = g_strdup_printf ("=IF(G%d<0,\"\",MAX(H%d:H%d))", last, first, last);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    hw_sheet_words (sheet, row, (int) i, i < 2 ? HW_LOOK_HEAD : HW_LOOK_HEAD_NUMBER, heads[i]);
  hw_sheet_text (sheet, rate - 1, 0, HW_ROLE_PLAIN, _("Later money counts so much less a year"));
  hw_sheet_input (sheet, rate - 1, 2, HW_CELL_SHARE, TRUE, scale->rate);
  hw_sheet_text (sheet, months - 1, 0, HW_ROLE_PLAIN, _("Months in a year"));
  hw_sheet_number (sheet, months - 1, 2, HW_CELL_COUNT, HW_ROLE_TYPED, MONTHS_A_YEAR);
  row = months;
  hw_sheet_text (sheet, row, 0, HW_ROLE_TOTAL, _("Worth in today’s money"));
  hw_sheet_formula (sheet, row, 2, HW_CELL_MONEY, HW_ROLE_TOTAL, scale->npv, "=F%d+NPV((1+C%d)^(1/C%d)-1,F%d:F%d)", first, rate,
                    months, first + 1, last);
  write_range (sheet, row, HW_CELL_MONEY, &scale->npvs);
  if (named)
    {
      hw_book_name (book, "scale_worth", HW_SHEET_ROLL_OUT, row, row, 2);
      hw_book_check (book, _("Worth of the roll-out"), HW_CELL_MONEY, scale->npv, scale->npv, "=scale_worth");
    }
  hw_sheet_text (sheet, ++row, 0, HW_ROLE_PLAIN, _("Interest that it earns in a year"));
  hw_sheet_formula_maybe (sheet, row, 2, HW_CELL_SHARE, isfinite (scale->irr), isfinite (scale->irr) ? scale->irr : 0.0, irr);
  write_range (sheet, row, HW_CELL_SHARE, &scale->irrs);
  hw_sheet_text (sheet, ++row, 0, HW_ROLE_PLAIN, _("Months until it is paid back"));
  hw_sheet_formula_maybe (sheet, row, 2, HW_CELL_RATIO, !isnan (scale->payback), isnan (scale->payback) ? 0.0 : scale->payback, back);
  write_range (sheet, row, HW_CELL_RATIO, &scale->paybacks);
  hw_sheet_text (sheet, ++row, 0, HW_ROLE_PLAIN, _("Most money out at one time"));
  hw_sheet_formula (sheet, row, 2, HW_CELL_MONEY, HW_ROLE_PLAIN, scale->trough, "=MAX(0,-MIN(G%d:G%d))", first, last);
  write_range (sheet, row, HW_CELL_MONEY, &scale->troughs);
  return row + 2;
}

static int
write_swings (HwSheet         *sheet,
              int              row,
              const HwRollOut *scale)
{
  const char *const heads[] = { _("What moves it most"), "", "", _("At its worst"), _("At its best") };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    hw_sheet_words (sheet, row, (int) i, i < 3 ? HW_LOOK_HEAD : HW_LOOK_HEAD_NUMBER, heads[i]);
  for (guint i = 0; i < scale->swings->len; i++)
    {
      const HwSwing *swing = &g_array_index (scale->swings, HwSwing, i);

      row++;
      hw_sheet_text (sheet, row, 0, HW_ROLE_PLAIN, swing->name);
      hw_sheet_number (sheet, row, 3, HW_CELL_MONEY, HW_ROLE_TYPED, swing->worst);
      hw_sheet_number (sheet, row, 4, HW_CELL_MONEY, HW_ROLE_TYPED, swing->best);
    }

  return row + 2;
}

/* @breaks: rows where a page begins. */
static int
write_one (HwBook          *book,
           int              row,
           const HwRollOut *scale,
           gboolean         named,
           GArray          *breaks)
{
  HwSheet *sheet = book->sheets[HW_SHEET_ROLL_OUT];
  const char *const heads[] = { _("No."), _("Month") };
  const char *const numbers[] = {
    _("Comes in"), _("Running cost"), _("Paid once"), _("In less out"), _("So far"), _("Back after months"), _("As it came"),
  };
  int first;

  hw_sheet_line (sheet, row++, HW_LOOK_SECTION, hw_answers_get_text (scale->initiative->answers, "name"));
  if (scale->but != NULL)
    hw_sheet_line (sheet, row++, HW_LOOK_NOTE, scale->but);
  row = write_steps (sheet, row, scale);
  if (scale->state != HW_SCALE_MONEY)
    {
      hw_sheet_line (sheet, row, HW_LOOK_NOTE, hw_scale_state_text (scale->state));
      return row + 2;
    }

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    hw_sheet_words (sheet, row, (int) i, i == NUMBER ? HW_LOOK_HEAD_NUMBER : HW_LOOK_HEAD, heads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    hw_sheet_words (sheet, row, IN + (int) i, HW_LOOK_HEAD_NUMBER, numbers[i]);
  first = ++row;
  for (guint t = 0; t < scale->months->len; t++)
    write_month (sheet, row++, scale, t);

  g_array_append_vals (breaks, (lxw_row_t[]) { (lxw_row_t) row + 1 }, 1);
  row = write_worth (book, row + 1, scale, first + 1, row, named);
  return write_swings (sheet, row, scale);
}

void
hw_roll_out_sheet_write (HwBook *book)
{
  const GPtrArray *scales = book->report->roll_outs;
  g_autoptr (GArray) breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t)); /* 0 ends them */
  HwSheet *sheet = book->sheets[HW_SHEET_ROLL_OUT];
  gboolean named = FALSE;
  int row = 3;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Roll-out"));
  if (scales == NULL || scales->len == 0)
    {
      hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Nothing is used step by step yet."));
      hw_book_finish (book, HW_SHEET_ROLL_OUT, TRUE, -1);
      return;
    }

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Low and high hold the true figure 9 times in 10. What the trial itself cost is not in it. Change a month, and see what it is worth then."));
  for (guint i = 0; i < scales->len; i++)
    {
      const HwRollOut *scale = g_ptr_array_index (scales, i);

      if (i > 0)
        g_array_append_vals (breaks, (lxw_row_t[]) { (lxw_row_t) row }, 1);
      row = write_one (book, row, scale, !named && scale->state == HW_SCALE_MONEY, breaks);
      named |= scale->state == HW_SCALE_MONEY;
    }

  hw_sheet_widen (sheet, 0, NAME_LETTERS);
  if (breaks->len > 0)
    worksheet_set_h_pagebreaks (sheet->ws, (lxw_row_t *) (gpointer) breaks->data);
  hw_book_finish (book, HW_SHEET_ROLL_OUT, TRUE, 0); /* heads change on the way: the title stands on each page */
}
