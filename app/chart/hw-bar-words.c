/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar chart in words and as a table. */
#include "chart/hw-bar-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
figure (const HwBarChart *self,
        double            value)
{
  return isnan (value) ? g_strdup (_("no figure")) : hw_chart_value (&self->base, self->is_money, value);
}

static gboolean
has_shares (const HwBarChart *self)
{
  return self->ranked && self->total > 0.0;
}

static char *
own_share (const HwBarChart *self,
           gsize             i)
{
  return hw_format_percent (self->base.format, fmax (0.0, self->bars[i].value) / self->total, 1);
}

static char *
running_share (const HwBarChart *self,
               gsize             i)
{
  return hw_format_percent (self->base.format, self->bars[i].share, 1);
}

char *
hw_bar_point_text (const HwChart *chart,
                   guint          i)
{
  const HwBarChart *self = hw_bar_chart (chart);
  g_autofree char *value = figure (self, self->bars[i].value);
  g_autofree char *own = NULL;
  g_autofree char *running = NULL;

  if (!has_shares (self))
    /* Translators: name and figure: "Rye bread: 412". */
    return g_strdup_printf (_("%s: %s"), self->bars[i].label, value);

  own = own_share (self, i);
  running = running_share (self, i);
  /* Translators: name, figure, share of the whole, running share:
   * "Rye bread: 412 €, 12.0 % of all, 56.3 % with those before it". */
  return g_strdup_printf (_("%s: %s, %s of all, %s with those before it"), self->bars[i].label, value, own, running);
}

void
hw_bar_read (const HwChart *chart,
             const HwFrame *frame,
             guint          point,
             HwReading     *reading)
{
  const HwBarChart *self = hw_bar_chart (chart);
  const gsize slot = hw_bar_slot_of (self, frame, point);
  const HwTheme *theme = frame->ink.theme;
  const HwSample none = { HW_SAMPLE_NONE, 0, NULL, 0.0 };

  if (slot + 1 == hw_bar_n_shown (frame) && hw_bar_has_rest (self, frame))
    {
      const guint n_rest = (guint) (self->n - slot);

      /* Translators: the last bar, which sums up the small ones. */
      reading->heading = g_strdup_printf (ngettext ("all others (%u)", "all others (%u)", n_rest), n_rest);
      hw_reading_add (reading, hw_bar_sample (theme), self->value_name,
                      figure (self, hw_bar_value (self, frame, slot)));
      hw_reading_add (reading, none, self->bars[point].label, figure (self, self->bars[point].value));
      return;
    }

  reading->heading = g_strdup (self->bars[point].label);
  hw_reading_add (reading, hw_bar_sample (theme), self->value_name, figure (self, self->bars[point].value));
  if (has_shares (self))
    {
      hw_reading_add (reading, none, _("Share"), own_share (self, point));
      hw_reading_add (reading, hw_bar_sample_line (theme), _("Running share"), running_share (self, point));
    }
}

/* Largest and smallest of what has a figure; FALSE if nothing has. */
static gboolean
find_ends (const HwBarChart *self,
           gsize            *largest,
           gsize            *smallest)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < self->n; i++)
    if (!isnan (self->bars[i].value))
      {
        if (!any || self->bars[i].value > self->bars[*largest].value)
          *largest = i;
        if (!any || self->bars[i].value < self->bars[*smallest].value)
          *smallest = i;
        any = TRUE;
      }

  return any;
}

static char *
whole_sentence (const HwBarChart *self)
{
  double sum = 0.0;
  g_autofree char *all = NULL;

  for (gsize i = 0; i < self->n; i++)
    sum += isnan (self->bars[i].value) ? 0.0 : self->bars[i].value;

  all = figure (self, sum);
  /* Translators: what is measured, how many bars, their sum:
   * "Sales in EUR: 40 entries, 12,480 € in all." */
  return g_strdup_printf (ngettext ("%s: %u entry, %s in all.", "%s: %u entries, %s in all.", self->n),
                          self->value_name, (guint) self->n, all);
}

static char *
ends_sentence (const HwBarChart *self,
               gsize             largest,
               gsize             smallest)
{
  g_autofree char *most = figure (self, self->bars[largest].value);
  g_autofree char *least = figure (self, self->bars[smallest].value);

  /* Translators: name and figure, twice: "Largest: Rye bread (412), smallest: Buns (12)." */
  return g_strdup_printf (_("Largest: %s (%s), smallest: %s (%s)."), self->bars[largest].label, most,
                          self->bars[smallest].label, least);
}

static char *
vital_sentence (const HwBarChart *self)
{
  g_autofree char *share = hw_format_percent (self->base.format, HW_BAR_VITAL_SHARE, 0);

  /* Translators: how many, of how many, which share: "The first 12 of 40 make 80 % of the whole." */
  return g_strdup_printf (ngettext ("The first %u of %u makes %s of the whole.",
                                    "The first %u of %u make %s of the whole.", self->n_vital),
                          (guint) self->n_vital, (guint) self->n, share);
}

char *
hw_bar_summary (const HwChart *chart)
{
  const HwBarChart *self = hw_bar_chart (chart);
  gsize largest = 0, smallest = 0;
  g_autofree char *whole = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *vital = NULL;

  if (!find_ends (self, &largest, &smallest))
    return g_strdup (_("Nothing to show yet."));

  whole = whole_sentence (self);
  ends = ends_sentence (self, largest, smallest);
  if (!has_shares (self))
    return g_strjoin (" ", whole, ends, NULL);

  vital = vital_sentence (self);
  return g_strjoin (" ", whole, ends, vital, NULL);
}

guint
hw_bar_n_columns (const HwChart *chart)
{
  return has_shares (hw_bar_chart (chart)) ? 4 : 2;
}

guint
hw_bar_n_rows (const HwChart *chart)
{
  return (guint) hw_bar_chart (chart)->n;
}

gboolean
hw_bar_is_number (const HwChart *chart,
                  guint          column)
{
  return column > 0;
}

char *
hw_bar_cell (const HwChart *chart,
             int            row,
             guint          column)
{
  const HwBarChart *self = hw_bar_chart (chart);

  if (row < 0)
    {
      const char *const headings[] = { _("Name"), self->value_name, _("Share"), _("Running share") };

      return g_strdup (headings[column]);
    }

  switch (column)
    {
    case 0:
      return g_strdup (self->bars[row].label);
    case 1:
      return hw_chart_exact (chart, self->is_money, self->bars[row].value);
    case 2:
      return own_share (self, (gsize) row);
    default:
      return running_share (self, (gsize) row);
    }
}
