/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacked bars in words and as a table. */
#include "chart/hw-period.h"
#include "chart/hw-stack-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
figure (const HwStackChart *self,
        double              value)
{
  return isnan (value) ? g_strdup (_("nothing recorded")) : hw_chart_value (&self->base, self->is_money, value);
}

static char *
share_text (const HwStackChart *self,
            double              share)
{
  return isnan (share) ? g_strdup ("") : hw_format_percent (self->base.format, share, 0);
}

/* "700 (58 %)"; the share only where the chart shows shares. */
static char *
part_text (const HwStackChart *self,
           guint               part,
           gsize               period)
{
  const double share = hw_stack_share (self, part, period);
  g_autofree char *value = figure (self, self->parts[part].values[period]);
  g_autofree char *percent = share_text (self, share);

  if (!self->as_shares || isnan (share))
    return g_steal_pointer (&value);

  /* Translators: a figure and its share of the whole: "700 (58 %)". */
  return g_strdup_printf (_("%s (%s)"), value, percent);
}

char *
hw_stack_point_text (const HwChart *chart,
                     guint          k)
{
  const HwStackChart *self = hw_stack_chart (chart);
  const double whole = hw_stack_whole (self, k);
  g_autofree char *all = figure (self, whole);
  g_autoptr (GString) parts = g_string_new (NULL);

  if (isnan (whole))
    return g_strdup_printf (_("%s: nothing recorded"), self->labels[k]);

  for (guint i = 0; i < self->n_parts; i++)
    {
      g_autofree char *part = part_text (self, i, k);

      if (isnan (self->parts[i].values[k]))
        continue;
      if (parts->len > 0)
        g_string_append (parts, ", ");
      /* Translators: the name of a part and its figure: "Bread 700". */
      g_string_append_printf (parts, _("%s %s"), self->parts[i].name, part);
    }

  /* Translators: period, figure, list of parts: "Jan 2026: 1,200 in all, Bread 700, Rolls 500". */
  return g_strdup_printf (_("%s: %s in all, %s"), self->labels[k], all, parts->str);
}

/* From the top down, as the bar stands. */
void
hw_stack_read (const HwChart *chart,
               const HwFrame *frame,
               guint          k,
               HwReading     *reading)
{
  const HwStackChart *self = hw_stack_chart (chart);
  const HwTheme *theme = frame->ink.theme;
  const HwSample none = { HW_SAMPLE_NONE, 0, NULL, 0.0 };

  reading->heading = g_strdup (self->labels[k]);
  for (guint i = self->n_parts; i-- > 0;)
    if (!hw_frame_hides (frame, i))
      hw_reading_add (reading, hw_stack_sample (theme, i), self->parts[i].name, part_text (self, i, k));

  hw_reading_add (reading, none, _("All together"), figure (self, hw_stack_whole (self, k)));
  if (self->has_target)
    hw_reading_add (reading, hw_stack_sample_target (theme), _("Target"), figure (self, self->target));
}

static char *
count_text (const HwStackChart *self)
{
  return self->days != NULL ? hw_period_count (self->by, self->n)
                            : g_strdup_printf (ngettext ("%u entry", "%u entries", self->n), (guint) self->n);
}

static char *
whole_sentence (const HwStackChart *self)
{
  g_autofree char *count = count_text (self);
  g_autofree char *all = NULL;
  double sum = 0.0;

  for (guint i = 0; i < self->n_parts; i++)
    sum += self->parts[i].total;
  all = figure (self, sum);

  /* Translators: what is measured, how long, sum: "Sales in EUR over 12 months: 12,480 € in all." */
  return g_strdup_printf (_("%s over %s: %s in all."), self->value_name, count, all);
}

/* The largest and the smallest part over all periods. */
static char *
parts_sentence (const HwStackChart *self)
{
  guint most = 0, least = 0;
  double whole = 0.0;
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;

  for (guint i = 0; i < self->n_parts; i++)
    {
      most = self->parts[i].total > self->parts[most].total ? i : most;
      least = self->parts[i].total < self->parts[least].total ? i : least;
      whole += MAX (0.0, self->parts[i].total);
    }

  high = whole > 0.0 ? share_text (self, MAX (0.0, self->parts[most].total) / whole)
                     : figure (self, self->parts[most].total);
  low = whole > 0.0 ? share_text (self, MAX (0.0, self->parts[least].total) / whole)
                    : figure (self, self->parts[least].total);
  if (most == least)
    /* Translators: the only part of the whole. */
    return g_strdup_printf (_("All of it is %s."), self->parts[most].name);

  /* Translators: name and share, twice: "The largest part is Bread (58 %), the smallest Cake (4 %)." */
  return g_strdup_printf (_("The largest part is %s (%s), the smallest %s (%s)."), self->parts[most].name, high,
                          self->parts[least].name, low);
}

static char *
ends_sentence (const HwStackChart *self,
               gsize               highest,
               gsize               lowest)
{
  g_autofree char *high = figure (self, hw_stack_whole (self, highest));
  g_autofree char *low = figure (self, hw_stack_whole (self, lowest));

  if (hw_stack_whole (self, highest) <= hw_stack_whole (self, lowest))
    return g_strdup (_("Always the same."));

  return g_strdup_printf (_("Highest %s (%s), lowest %s (%s)."), high, self->labels[highest], low,
                          self->labels[lowest]);
}

char *
hw_stack_summary (const HwChart *chart)
{
  const HwStackChart *self = hw_stack_chart (chart);
  gsize n_known = 0, n_reached = 0, highest = 0, lowest = 0;
  g_autofree char *whole = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *last = NULL;

  for (gsize k = 0; k < self->n; k++)
    {
      const double value = hw_stack_whole (self, k);

      if (isnan (value))
        continue;
      highest = n_known == 0 || value > hw_stack_whole (self, highest) ? k : highest;
      lowest = n_known == 0 || value < hw_stack_whole (self, lowest) ? k : lowest;
      n_reached += self->has_target && value >= self->target ? 1 : 0;
      n_known++;
    }
  if (n_known == 0)
    return g_strdup (_("Nothing to show yet."));

  whole = whole_sentence (self);
  parts = parts_sentence (self);
  if (self->has_target)
    {
      g_autofree char *target = figure (self, self->target);
      g_autofree char *count = count_text (self);

      last = g_strdup_printf (ngettext ("The target of %s was reached %u time in %s.",
                                        "The target of %s was reached %u times in %s.", n_reached),
                              target, (guint) n_reached, count);
    }
  else
    last = n_known > 1 ? ends_sentence (self, highest, lowest) : NULL;

  return last != NULL ? g_strjoin (" ", whole, parts, last, NULL) : g_strjoin (" ", whole, parts, NULL);
}

/* Period, parts, all together; then the shares of the parts or the target. */
guint
hw_stack_n_columns (const HwChart *chart)
{
  const HwStackChart *self = hw_stack_chart (chart);

  return 2 + self->n_parts * (self->as_shares ? 2 : 1) + (self->has_target ? 1 : 0);
}

guint
hw_stack_n_rows (const HwChart *chart)
{
  return (guint) hw_stack_chart (chart)->n;
}

gboolean
hw_stack_is_number (const HwChart *chart,
                    guint          column)
{
  return column > 0;
}

static char *
heading (const HwStackChart *self,
         guint               column)
{
  if (column == 0)
    return g_strdup (self->days != NULL ? hw_period_heading (self->by) : _("Name"));
  if (column <= self->n_parts)
    return g_strdup (self->parts[column - 1].name);
  if (column == self->n_parts + 1)
    return g_strdup (_("All together"));
  if (!self->as_shares)
    return g_strdup (_("Target"));

  /* Translators: heading of a column: the share of one part: "Bread, share". */
  return g_strdup_printf (_("%s, share"), self->parts[column - self->n_parts - 2].name);
}

char *
hw_stack_cell (const HwChart *chart,
               int            row,
               guint          column)
{
  const HwStackChart *self = hw_stack_chart (chart);
  const gsize k = (gsize) row;
  double share;

  if (row < 0)
    return heading (self, column);
  if (column == 0)
    return self->days != NULL ? hw_period_cell (chart->format, self->by, self->days[k]) : g_strdup (self->labels[k]);
  if (column <= self->n_parts)
    return hw_chart_exact (chart, self->is_money, self->parts[column - 1].values[k]);
  if (column == self->n_parts + 1)
    return hw_chart_exact (chart, self->is_money, hw_stack_whole (self, k));
  if (!self->as_shares)
    return hw_chart_exact (chart, self->is_money, self->target);

  share = hw_stack_share (self, column - self->n_parts - 2, k);
  return isnan (share) ? g_strdup ("") : hw_format_percent (chart->format, share, 1);
}
