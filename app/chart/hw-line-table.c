/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line chart as a table: a row for each point, past and ahead. */
#include "chart/hw-line-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The columns of the table that this chart has, in order. */
typedef enum
{
  COLUMN_DAY,
  COLUMN_VALUE,
  COLUMN_MARK,
  COLUMN_MEAN,
  COLUMN_LO80,
  COLUMN_HI80,
  COLUMN_LO95,
  COLUMN_HI95,
  COLUMN_TARGET,
  COLUMN_EVENTS,
  N_COLUMNS,
} Column;

static gboolean
has_column (const HwLineChart *self,
            int                column)
{
  if (column == COLUMN_MARK)
    return hw_line_has (self, HW_LINE_MARKS) || hw_line_has (self, HW_LINE_OWN);
  if (column == COLUMN_EVENTS)
    return hw_line_has (self, HW_LINE_EVENTS);
  if (column >= COLUMN_MEAN && column <= COLUMN_HI95)
    return self->n_ahead > 0;

  return column != COLUMN_TARGET || self->has_target;
}

static Column
nth_column (const HwLineChart *self,
            guint              n)
{
  int column = 0;

  for (;; column++)
    if (has_column (self, column) && n-- == 0)
      return (Column) column;
}

guint
hw_line_n_columns (const HwChart *chart)
{
  guint n = 0;

  for (int column = 0; column < N_COLUMNS; column++)
    n += has_column (hw_line_chart (chart), column) ? 1 : 0;

  return n;
}

guint
hw_line_n_rows (const HwChart *chart)
{
  return (guint) (hw_line_chart (chart)->n_past + hw_line_chart (chart)->n_ahead);
}

gboolean
hw_line_is_number (const HwChart *chart,
                   guint          column)
{
  const Column which = nth_column (hw_line_chart (chart), column);

  return which != COLUMN_DAY && which != COLUMN_MARK && which != COLUMN_EVENTS;
}

static char *
heading (const HwLineChart *self,
         Column             column)
{
  switch (column)
    {
    case COLUMN_DAY:
      return g_strdup (self->by == HW_BY_DAY ? _("Day") : self->by == HW_BY_WEEK ? _("Week of") : _("Month"));
    case COLUMN_VALUE:
      return g_strdup (self->value_name);
    case COLUMN_MARK:
      return g_strdup (_("Marked"));
    case COLUMN_MEAN:
      return g_strdup (_("Expected"));
    case COLUMN_LO80:
      return g_strdup (_("4 times in 5, from"));
    case COLUMN_HI80:
      return g_strdup (_("4 times in 5, to"));
    case COLUMN_LO95:
      return g_strdup (_("19 times in 20, from"));
    case COLUMN_HI95:
      return g_strdup (_("19 times in 20, to"));
    case COLUMN_TARGET:
      return g_strdup (_("Target"));
    case COLUMN_EVENTS:
      return g_strdup (self->event_name);
    case N_COLUMNS:
      break;
    }

  return g_strdup ("");
}

char *
hw_line_cell (const HwChart *chart,
              int            row,
              guint          n)
{
  const HwLineChart *self = hw_line_chart (chart);
  const Column column = nth_column (self, n);
  const HwLinePoint *past = row >= 0 && (gsize) row < self->n_past ? &self->past[row] : NULL;
  const HwFanPoint *ahead = row >= 0 && past == NULL ? &self->ahead[(gsize) row - self->n_past] : NULL;
  const double fan[] = {
    ahead != NULL ? ahead->mean : (double) NAN, ahead != NULL ? ahead->lo80 : (double) NAN,
    ahead != NULL ? ahead->hi80 : (double) NAN, ahead != NULL ? ahead->lo95 : (double) NAN,
    ahead != NULL ? ahead->hi95 : (double) NAN,
  };
  double value = (double) NAN;

  if (row < 0)
    return heading (self, column);
  if (column == COLUMN_DAY)
    return hw_format_day (chart->format, past != NULL ? past->day : ahead->day,
                          self->by == HW_BY_MONTH ? HW_DAY_MONTH : HW_DAY_NUMERIC);
  if (column == COLUMN_MARK)
    return g_strdup (past != NULL && past->marked && self->mark_name != NULL ? self->mark_name
                     : past == NULL && hw_line_is_own (self, (guint) row) ? self->own_name : "");
  if (column == COLUMN_EVENTS)
    {
      char *names = hw_line_dup_events (self, (guint) row);

      return names != NULL ? names : g_strdup ("");
    }

  if (column == COLUMN_TARGET)
    value = self->target;
  else if (column == COLUMN_VALUE)
    value = past != NULL ? past->value : value;
  else
    value = fan[column - COLUMN_MEAN];

  return hw_chart_exact (chart, self->is_money, value);
}
