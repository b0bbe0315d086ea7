/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of steps in words and as a table. */
#include "chart/hw-gantt-private.h"

#include <glib/gi18n-lib.h>

static char *
say_day (const HwChart *chart,
         HwDay          day)
{
  return day != HW_DAY_NONE ? hw_format_day (chart->format, day, HW_DAY_FULL) : g_strdup ("");
}

static char *
say_end (const HwChart    *chart,
         const HwGanttRow *row)
{
  g_autofree char *done = say_day (chart, row->done);
  g_autofree char *likely = say_day (chart, row->likely);
  g_autofree char *latest = say_day (chart, row->latest);

  if (row->done != HW_DAY_NONE)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("done on %s"), done);
  if (row->likely == HW_DAY_NONE)
    return g_strdup (C_("step", "to do"));

  /* Translators: two days. */
  return g_strdup_printf (_("likely done between %s and %s"), likely, latest);
}

char *
hw_gantt_point_text (const HwChart *chart,
                     guint          point)
{
  const HwGanttRow *row = &hw_gantt_chart (chart)->rows[point];
  g_autofree char *days = hw_format_days (chart->format, row->from, row->to);
  g_autofree char *end = say_end (chart, row);

  /* Translators: name of a step, its days, how it stands. */
  return g_strdup_printf (row->holds_up ? _("%s: %s, %s; the end waits for it") : _("%s: %s, %s"), row->name, days, end);
}

void
hw_gantt_read (const HwChart *chart,
               const HwFrame *frame,
               guint          point,
               HwReading     *reading)
{
  const HwGanttRow *row = &hw_gantt_chart (chart)->rows[point];
  const HwTheme *theme = frame->ink.theme;
  const gboolean done = row->done != HW_DAY_NONE;

  reading->heading = g_strdup (row->name);
  hw_reading_add (reading, done ? hw_gantt_sample_done (theme) : hw_gantt_sample_open (theme), _("Planned"),
                  hw_format_days (chart->format, row->from, row->to));
  if (done)
    hw_reading_add (reading, hw_gantt_sample_done (theme), C_("step", "Done"), say_day (chart, row->done));
  if (row->likely != HW_DAY_NONE)
    hw_reading_add (reading, hw_gantt_sample_likely (theme), _("Likely done"), hw_format_days (chart->format, row->likely, row->latest));
}

char *
hw_gantt_summary (const HwChart *chart)
{
  const HwGanttChart *self = hw_gantt_chart (chart);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->n == 0)
    return g_strdup (_("Nothing to show yet."));

  for (gsize i = 0; i < self->n; i++)
    {
      g_autofree char *row = hw_gantt_point_text (chart, (guint) i);

      g_string_append_printf (text, "%s%s.", i > 0 ? " " : "", row);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
hw_gantt_n_columns (const HwChart *chart)
{
  return 6;
}

guint
hw_gantt_n_rows (const HwChart *chart)
{
  return (guint) hw_gantt_chart (chart)->n;
}

gboolean
hw_gantt_is_number (const HwChart *chart,
                    guint          column)
{
  return FALSE;
}

char *
hw_gantt_cell (const HwChart *chart,
               int            row,
               guint          column)
{
  const HwGanttRow *of = row >= 0 ? &hw_gantt_chart (chart)->rows[row] : NULL;
  const char *const headings[] = {
    _("Step"), C_("range", "From"), C_("range", "To"), C_("step", "Done"), _("Likely done"), _("At the latest"),
  };

  if (of == NULL)
    return g_strdup (headings[column]);

  switch (column)
    {
    case 0:
      return g_strdup (of->name);
    case 1:
      return say_day (chart, of->from);
    case 2:
      return say_day (chart, of->to);
    case 3:
      return say_day (chart, of->done);
    case 4:
      return say_day (chart, of->likely);
    default:
      return say_day (chart, of->latest);
    }
}
