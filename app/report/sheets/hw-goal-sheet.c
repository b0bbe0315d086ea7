/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-goal-sheet.h"

#include "domain/hw-goal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_AS_OF 2
#define ROW_HEAD 4
#define ROW_FIRST 5
#define NAME_LETTERS 26
#define NONE_LETTERS 40
#define FIGURE_LETTERS 18
#define NOTE_LETTERS 32

enum { NAME, FIGURE, HORIZON, START, FROM, TARGET, BY, NOW, TO_GO, DONE, TIME, CHANCE, EXPECTED, LOW, HIGH, REASON };

static HwCellKind
figure_kind (const HwMetric *metric)
{
  const HwUnit unit = metric != NULL ? metric->unit : HW_UNIT_COUNT;

  if (unit == HW_UNIT_MONEY || unit == HW_UNIT_MONEY_EACH || unit == HW_UNIT_MONEY_HOUR || unit == HW_UNIT_MONEY_YEAR)
    return HW_CELL_MONEY;

  return unit == HW_UNIT_SHARE || unit == HW_UNIT_SHARE_POINTS ? HW_CELL_SHARE : HW_CELL_DAYS;
}

static void
write_figure (HwSheet    *sheet,
              int         row,
              int         column,
              HwCellKind  kind,
              HwCellRole  role,
              double      value)
{
  if (isnan (value))
    return;

  hw_sheet_number (sheet, row, column, kind, role, value);
  if (role == HW_ROLE_INPUT)
    hw_sheet_rule (sheet, row, column, kind, FALSE);
}

/* What follows from the figures of the row: the way to go, how much of it is done, and
 * how much of the time is gone. */
static void
write_formulas (HwBook     *book,
                int         row,
                HwCellKind  kind,
                double      start,
                double      target,
                double      now,
                HwDay       from,
                HwDay       by)
{
  HwSheet *sheet = book->sheets[HW_SHEET_GOALS];
  const gboolean both = !isnan (now) && !isnan (target);
  const gboolean way = both && !isnan (start) && target != start;
  const gboolean days = from != HW_DAY_NONE && by != HW_DAY_NONE && by > from;
  const double gone = days ? CLAMP ((double) (book->report->as_of - from) / (by - from), 0.0, 1.0) : 0.0;
  const int r = row + 1;
  g_autofree char *to_go = g_strdup_printf ("=IF(AND(ISNUMBER(F%d),ISNUMBER(H%d)),F%d-H%d,\"\")", r, r, r, r);
  g_autofree char *done = g_strdup_printf ("=IF(AND(ISNUMBER(D%d),ISNUMBER(H%d)),IF(F%d=D%d,\"\",(H%d-D%d)/(F%d-D%d)),\"\")",
                                           r, r, r, r, r, r, r, r);
  g_autofree char *time = g_strdup_printf ("=IF(AND(ISNUMBER(E%d),ISNUMBER(G%d)),IF(G%d>E%d,MAX(0,MIN(1,(goals_as_of-E%d)/(G%d-E%d))),\"\"),\"\")",
                                           r, r, r, r, r, r, r);

  hw_sheet_formula_maybe (sheet, row, TO_GO, kind, both, both ? target - now : 0.0, to_go);
  hw_sheet_formula_maybe (sheet, row, DONE, HW_CELL_SHARE, way, way ? (now - start) / (target - start) : 0.0, done);
  hw_sheet_formula_maybe (sheet, row, TIME, HW_CELL_SHARE, days, gone, time);
}

static void
write_goal (HwBook              *book,
            int                  row,
            const HwGoalOutlook *goal)
{
  HwSheet *sheet = book->sheets[HW_SHEET_GOALS];
  const HwAnswers *answers = goal->entry->answers;
  const HwCellKind kind = figure_kind (goal->metric);
  const double start = hw_answers_get_number (answers, "start", NAN);
  const double target = hw_answers_get_number (answers, "target", NAN);
  const HwDay from = hw_answers_get_day (answers, "start_day");
  const HwDay by = hw_answers_get_day (answers, "day");
  const HwDay since = from != HW_DAY_NONE ? from : goal->entry->made;

  hw_sheet_words (sheet, row, NAME, HW_LOOK_WRAP, hw_answers_get_text (answers, "name"));
  hw_sheet_words (sheet, row, FIGURE, HW_LOOK_WRAP, goal->metric != NULL ? _(goal->metric->name) : "");
  hw_sheet_words (sheet, row, HORIZON, HW_LOOK_WRAP, by != HW_DAY_NONE ? hw_horizon_name (hw_goal_horizon (since, by)) : "");
  write_figure (sheet, row, START, kind, HW_ROLE_TYPED, start);
  if (from != HW_DAY_NONE)
    hw_sheet_day (sheet, row, FROM, HW_CELL_DAY, HW_ROLE_TYPED, from);
  write_figure (sheet, row, TARGET, kind, HW_ROLE_INPUT, target);
  if (by != HW_DAY_NONE)
    {
      hw_sheet_day (sheet, row, BY, HW_CELL_DAY, HW_ROLE_INPUT, by);
      hw_sheet_rule (sheet, row, BY, HW_CELL_DAY, TRUE);
    }
  write_figure (sheet, row, NOW, kind, HW_ROLE_TYPED, goal->now);
  write_formulas (book, row, kind, start, target, goal->now, from, by);
  if (goal->reach == HW_REACH_KNOWN)
    write_figure (sheet, row, CHANCE, HW_CELL_SHARE, HW_ROLE_TYPED, goal->chance);
  write_figure (sheet, row, EXPECTED, kind, HW_ROLE_TYPED, goal->expected);
  write_figure (sheet, row, LOW, kind, HW_ROLE_TYPED, goal->low);
  write_figure (sheet, row, HIGH, kind, HW_ROLE_TYPED, goal->high);
  hw_sheet_words (sheet, row, REASON, HW_LOOK_WRAP, hw_answers_get_text (answers, "reason"));
}

/* Without a goal: what the records show, each a figure a goal could be about. */
static void
write_none (HwBook *book)
{
  const char *const heads[] = { _("Figure"), _("This time"), _("Time before"), NULL };
  const HwMetricSheet *metrics = book->report->metrics;
  HwSheet *sheet = book->sheets[HW_SHEET_GOALS];
  int row = ROW_HEAD;

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("There is no goal yet. Set one under Assess. These figures are known, so a goal can be about them."));
  hw_sheet_heads (sheet, row++, NAME + 1, heads);
  for (guint i = 0; i < metrics->values->len; i++)
    {
      const HwMetricValue *value = &g_array_index (metrics->values, HwMetricValue, i);
      double before = 0.0;

      if (value->state != HW_METRIC_OK)
        continue;

      hw_sheet_text (sheet, row, NAME, HW_ROLE_PLAIN, _(value->metric->name));
      hw_sheet_number (sheet, row, FIGURE, figure_kind (value->metric), HW_ROLE_TYPED, value->value);
      if (metrics->before.n_days > 0 && value->metric->compute (&metrics->before, &before) == HW_METRIC_OK)
        hw_sheet_number (sheet, row, HORIZON, figure_kind (value->metric), HW_ROLE_TYPED, before);
      row++;
    }

  hw_sheet_widen (sheet, NAME, NONE_LETTERS);
  hw_book_finish (book, HW_SHEET_GOALS, FALSE, ROW_HEAD);
}

void
hw_goal_sheet_write (HwBook *book)
{
  const GPtrArray *goals = book->report->goals;
  const char *const heads[] = { _("Goal"), _("Figure"), _("When"), _("At the start"), _("Counted from"), _("Target"), _("By"),
                                _("Now"), _("To go"), _("Share of the way"), _("Share of the time"), _("Chance"), _("Expected then"),
                                _("Low, 4 times in 5"), _("High, 4 times in 5"), NULL };
  HwSheet *sheet = book->sheets[HW_SHEET_GOALS];
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Goals"));
  if (goals == NULL || goals->len == 0)
    {
      write_none (book);
      return;
    }

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Figures are counted over four weeks. The chance comes from the forecast of the figure."));
  hw_sheet_label (sheet, ROW_AS_OF, NAME, _("As of"));
  hw_sheet_day (sheet, ROW_AS_OF, FIGURE, HW_CELL_DATE, HW_ROLE_TYPED, book->report->as_of);
  hw_book_name (book, "goals_as_of", HW_SHEET_GOALS, ROW_AS_OF, ROW_AS_OF, FIGURE);
  hw_sheet_heads (sheet, ROW_HEAD, HORIZON + 1, heads);
  hw_sheet_words (sheet, ROW_HEAD, REASON, HW_LOOK_HEAD, _("Reason"));
  for (guint i = 0; i < goals->len; i++)
    write_goal (book, row++, g_ptr_array_index (goals, i));

  hw_sheet_widen (sheet, NAME, NAME_LETTERS);
  hw_sheet_widen (sheet, FIGURE, FIGURE_LETTERS);
  hw_sheet_widen (sheet, REASON, NOTE_LETTERS);
  hw_book_finish (book, HW_SHEET_GOALS, TRUE, ROW_HEAD);
}
