/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The curve in words and as a table. */
#include "chart/hw-curve-private.h"

#include <glib/gi18n-lib.h>

static char *
figure (const HwCurveChart *self,
        gboolean            is_money,
        double              value)
{
  return isnan (value) ? g_strdup (_("not known")) : hw_chart_value (&self->base, is_money, value);
}

static const char *
word_of (const HwCurveChart *self,
         const HwCurveOne   *point)
{
  return point->mark >= 0 ? self->marks[point->mark] : NULL;
}

char *
hw_curve_point_text (const HwChart *chart,
                     guint          i)
{
  const HwCurveChart *self = hw_curve_chart (chart);
  const HwCurveOne *point = &self->points[i];
  g_autofree char *x = figure (self, self->x_is_money, point->x);
  g_autofree char *y = figure (self, self->y_is_money, point->y);
  g_autofree char *x_text = g_strdup_printf (_("%s %s"), self->x_name, x);
  g_autofree char *y_text = g_strdup_printf (_("%s %s"), self->y_name, y);
  g_autofree char *figures = g_strjoin (", ", x_text, y_text, word_of (self, point), NULL);

  return g_strdup_printf (_("%s: %s"), point->name, figures);
}

void
hw_curve_read (const HwChart *chart,
               const HwFrame *frame,
               guint          i,
               HwReading     *reading)
{
  const HwCurveChart *self = hw_curve_chart (chart);
  const HwCurveOne *point = &self->points[i];
  const HwSample none = { HW_SAMPLE_NONE, 0, NULL, 0.0 };

  reading->heading = g_strdup (point->name);
  hw_reading_add (reading, none, self->x_name, figure (self, self->x_is_money, point->x));
  hw_reading_add (reading, none, self->y_name, figure (self, self->y_is_money, point->y));
  if (point->mark >= 0)
    hw_reading_add (reading, hw_curve_sample (frame->ink.theme, point->mark), word_of (self, point), g_strdup (""));
}

char *
hw_curve_summary (const HwChart *chart)
{
  const HwCurveChart *self = hw_curve_chart (chart);
  g_autoptr (GString) text = NULL;

  if (self->n_placed == 0)
    return g_strdup (_("Nothing to show yet."));

  text = g_string_new (NULL);
  /* Translators: two measures: "From left to right: Days between orders. Upward: Money a year." */
  g_string_append_printf (text, _("From left to right: %2$s. Upward: %1$s."), self->y_name, self->x_name);
  if (self->has_level)
    {
      g_autofree char *level = figure (self, self->y_is_money, self->level);

      /* Translators: 1 the name of a line across, 2 where it lies: "Worth having: 5." */
      g_string_append_printf (text, _(" The line across, %1$s: %2$s."), self->level_name, level);
    }
  for (gsize i = 0; i < self->n_placed; i++)
    if (self->points[i].mark >= 0 || self->n_marks == 0)
      {
        g_autofree char *point = hw_curve_point_text (chart, (guint) i);

        g_string_append_printf (text, " %s.", point);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef enum { COLUMN_NAME, COLUMN_X, COLUMN_Y, COLUMN_MARK, N_COLUMNS } Column;

guint
hw_curve_n_columns (const HwChart *chart)
{
  return hw_curve_chart (chart)->n_marks > 0 ? N_COLUMNS : COLUMN_MARK;
}

guint
hw_curve_n_rows (const HwChart *chart)
{
  return (guint) hw_curve_chart (chart)->n;
}

gboolean
hw_curve_is_number (const HwChart *chart,
                    guint          column)
{
  return column == COLUMN_X || column == COLUMN_Y;
}

char *
hw_curve_cell (const HwChart *chart,
               int            row,
               guint          column)
{
  const HwCurveChart *self = hw_curve_chart (chart);
  const HwCurveOne *point = row >= 0 ? &self->points[row] : NULL;

  switch ((Column) column)
    {
    case COLUMN_NAME:
      return g_strdup (point != NULL ? point->name : self->point_name);
    case COLUMN_X:
      return point != NULL ? hw_chart_exact (chart, self->x_is_money, point->x) : g_strdup (self->x_name);
    case COLUMN_Y:
      return point != NULL ? hw_chart_exact (chart, self->y_is_money, point->y) : g_strdup (self->y_name);
    case COLUMN_MARK:
      return g_strdup (point == NULL ? _("Marked") : point->mark >= 0 ? word_of (self, point) : "");
    case N_COLUMNS:
      break;
    }

  return g_strdup ("");
}
