/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-monitor-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_LINES 3
#define CLOSE_WEEKS 12  /* as the monitors look back */
#define BAND_WEEKS 26

enum { WEEK, SOLD, EXPECTED, LOW, HIGH, BEFORE, OFF, BEFORE_OFF, INSIDE };

typedef struct
{
  HwBook        *book;
  HwSheet       *sheet;
  const HwWatch *watch;
  int            first;   /* row of the first week */
} Layout;

static int
write_lines (Layout *at)
{
  const char *const heads[] = { _("What is watched"), _("Signal"), _("What was found"), NULL };
  int row = ROW_LINES + 1;

  hw_sheet_heads (at->sheet, ROW_LINES, 3, heads);
  hw_sheet_words (at->sheet, ROW_LINES, INSIDE, HW_LOOK_HEAD, ""); /* what was found runs so far */
  for (guint i = 0; i < at->watch->lines->len; i++, row++)
    {
      const HwWatchLine *line = g_ptr_array_index (at->watch->lines, i);

      hw_sheet_text (at->sheet, row, 0, HW_ROLE_PLAIN, hw_monitor_name (line->monitor));
      hw_sheet_text (at->sheet, row, 1, HW_ROLE_PLAIN, line->light == HW_LIGHT_NONE ? _("Not yet") : hw_light_name (line->light));
      hw_sheet_run (at->sheet, row, 2, line->said);
    }

  return row + 1;
}

static gboolean
is_known (const HwWatchWeek *week)
{
  return !isnan (week->sold) && !isnan (week->expected);
}

static gboolean
is_inside (const HwWatchWeek *week)
{
  return week->sold >= week->low && week->sold <= week->high;
}

static void
write_money (Layout *at,
             int     row,
             int     column,
             double  value)
{
  if (!isnan (value))
    hw_sheet_number (at->sheet, row, column, HW_CELL_MONEY, HW_ROLE_TYPED, value);
}

static void
write_week (Layout            *at,
            int                row,
            const HwWatchWeek *week)
{
  const int r = row + 1;
  g_autofree char *off = g_strdup_printf ("=IF(AND(ISNUMBER(B%d),ISNUMBER(C%d)),C%d-B%d,\"\")", r, r, r, r);
  g_autofree char *before = g_strdup_printf ("=IF(AND(ISNUMBER(B%d),ISNUMBER(F%d)),F%d-B%d,\"\")", r, r, r, r);
  g_autofree char *inside = g_strdup_printf ("=IF(ISNUMBER(G%d),IF(AND(B%d>=D%d,B%d<=E%d),1,0),\"\")", r, r, r, r, r);

  hw_sheet_day (at->sheet, row, WEEK, HW_CELL_DATE, HW_ROLE_TYPED, week->monday);
  write_money (at, row, SOLD, week->sold);
  write_money (at, row, EXPECTED, week->expected);
  write_money (at, row, LOW, week->low);
  write_money (at, row, HIGH, week->high);
  write_money (at, row, BEFORE, week->before);
  hw_sheet_formula_maybe (at->sheet, row, OFF, HW_CELL_MONEY, is_known (week), week->expected - week->sold, off);
  hw_sheet_formula_maybe (at->sheet, row, BEFORE_OFF, HW_CELL_MONEY, !isnan (week->sold) && !isnan (week->before),
                          week->before - week->sold, before);
  hw_sheet_formula_maybe (at->sheet, row, INSIDE, HW_CELL_COUNT, is_known (week), is_inside (week) ? 1.0 : 0.0, inside);
}

/* Of the last weeks: how far off, against the week before; and how many inside the range. */
static void
write_sums (Layout *at,
            int     row)
{
  const int n = (int) at->watch->weeks->len, last = at->first + n;
  const int close = last - MIN (n, CLOSE_WEEKS) + 1, band = last - MIN (n, BAND_WEEKS) + 1;
  double off = 0.0, before = 0.0;
  int inside = 0, seen = 0;

  for (int i = 0; i < n; i++)
    {
      const HwWatchWeek *week = &g_array_index (at->watch->weeks, HwWatchWeek, i);

      if (is_known (week) && !isnan (week->before) && at->first + i + 1 >= close)
        {
          off += fabs (week->expected - week->sold);
          before += fabs (week->before - week->sold);
        }
      if (is_known (week) && at->first + i + 1 >= band)
        {
          seen++;
          inside += is_inside (week);
        }
    }

  if (!(before > 0.0) || seen == 0)
    return;

  hw_sheet_words (at->sheet, row, 0, HW_LOOK_LABEL, _("Off, against the week before as a guess"));
  hw_sheet_formula (at->sheet, row, SOLD, HW_CELL_RATIO, HW_ROLE_PLAIN, off / before,
                    "=(SUMIFS(G%d:G%d,G%d:G%d,\">0\")-SUMIFS(G%d:G%d,G%d:G%d,\"<0\"))/"
                    "(SUMIFS(H%d:H%d,H%d:H%d,\">0\")-SUMIFS(H%d:H%d,H%d:H%d,\"<0\"))",
                    close, last, close, last, close, last, close, last, close, last, close, last, close, last, close, last);
  hw_sheet_label (at->sheet, row + 1, 0, _("Weeks inside the range"));
  hw_sheet_formula (at->sheet, row + 1, SOLD, HW_CELL_SHARE, HW_ROLE_PLAIN, (double) inside / seen,
                    "=SUM(I%d:I%d)/COUNT(I%d:I%d)", band, last, band, last);
}

void
hw_monitor_sheet_write (HwBook *book)
{
  const char *const heads[] = { _("Week from"), _("Taken"), _("Forecast"), _("At least"), _("At most"), _("Week before"),
                                _("Forecast off"), _("Week before off"), _("Inside"), NULL };
  Layout at = { .book = book, .sheet = book->sheets[HW_SHEET_MONITOR], .watch = book->report->watch };
  int row, head = ROW_LINES;

  hw_sheet_line (at.sheet, 0, HW_LOOK_TITLE, _("Monitoring"));
  if (at.watch == NULL)
    {
      hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, _("There are no sales yet. Add a file of your sales and save the workbook again."));
      hw_book_finish (book, HW_SHEET_MONITOR, TRUE, -1);
      return;
    }

  hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, _("A forecast frozen some months ago, held against each week since."));
  row = write_lines (&at);
  if (at.watch->weeks->len > 0)
    {
      at.first = row + 4;
      head = row + 3;
      write_sums (&at, row);
      hw_sheet_heads (at.sheet, head, 1, heads);
      for (guint i = 0; i < at.watch->weeks->len; i++)
        write_week (&at, at.first + (int) i, &g_array_index (at.watch->weeks, HwWatchWeek, i));
    }

  hw_book_finish (book, HW_SHEET_MONITOR, TRUE, head);
}
