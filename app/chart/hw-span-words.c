/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of ranges in words and as a table. */
#include "chart/hw-span-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
hw_span_figure (const HwSpanChart *self,
                double             value)
{
  return self->is_money && self->is_about && !isnan (value) ? hw_format_money_about (self->base.format, value)
                                                            : hw_chart_value (&self->base, self->is_money, value);
}

static char *
say_range (const HwSpanChart *self,
           const HwSpanRow   *row)
{
  g_autofree char *middle = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!self->is_money || !self->is_about ||
      !hw_format_money_range (self->base.format, row->value, row->low, row->high, &middle, &from, &to))
    {
      from = hw_span_figure (self, row->low);
      to = hw_span_figure (self, row->high);
    }

  /* Translators: a range of two figures: "380 to 450". */
  return g_strdup_printf (_("%s to %s"), from, to);
}

char *
hw_span_point_text (const HwChart *chart,
                    guint          point)
{
  const HwSpanRow *row = &hw_span_chart (chart)->rows[point];
  g_autofree char *range = NULL;

  if (!hw_span_has_range (row))
    /* Translators: name and figure: "Rye bread: 412". */
    return g_strdup_printf (_("%s: %s"), row->name, *row->text != '\0' ? row->text : _("no figure"));

  range = say_range (hw_span_chart (chart), row);
  /* Translators: name, figure, range: "Waste: about €3,400, €2,600 to €4,300". */
  return g_strdup_printf (_("%s: %s, %s"), row->name, row->text, range);
}

void
hw_span_read (const HwChart *chart,
              const HwFrame *frame,
              guint          point,
              HwReading     *reading)
{
  const HwSpanChart *self = hw_span_chart (chart);
  const HwSpanRow *row = &self->rows[point];

  reading->heading = g_strdup (row->name);
  hw_reading_add (reading, hw_span_sample (frame->ink.theme), self->value_name,
                  g_strdup (*row->text != '\0' ? row->text : _("no figure")));
  if (hw_span_has_range (row))
    hw_reading_add (reading, hw_span_sample_range (frame->ink.theme), _("Range"),
                    say_range (self, row));
}

char *
hw_span_summary (const HwChart *chart)
{
  const HwSpanChart *self = hw_span_chart (chart);
  g_autoptr (GString) text = g_string_new (self->value_name);

  if (self->n == 0)
    return g_strdup (_("Nothing to show yet."));

  g_string_append_c (text, '.');
  for (gsize i = 0; i < self->n; i++)
    {
      g_autofree char *row = hw_span_point_text (chart, (guint) i);

      g_string_append_printf (text, " %s.", row);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
hw_span_n_columns (const HwChart *chart)
{
  return 5;
}

guint
hw_span_n_rows (const HwChart *chart)
{
  return (guint) hw_span_chart (chart)->n;
}

gboolean
hw_span_is_number (const HwChart *chart,
                   guint          column)
{
  return column >= 1 && column <= 3;
}

char *
hw_span_cell (const HwChart *chart,
              int            row,
              guint          column)
{
  const HwSpanChart *self = hw_span_chart (chart);

  if (row < 0)
    {
      const char *const headings[] = { _("Name"), self->value_name, C_("range", "From"), C_("range", "To"), _("Said as") };

      return g_strdup (headings[column]);
    }

  switch (column)
    {
    case 0:
      return g_strdup (self->rows[row].name);
    case 1:
      return hw_chart_exact (chart, self->is_money, self->rows[row].value);
    case 2:
      return hw_chart_exact (chart, self->is_money, self->rows[row].low);
    case 3:
      return hw_chart_exact (chart, self->is_money, self->rows[row].high);
    default:
      return g_strdup (self->rows[row].text);
    }
}
