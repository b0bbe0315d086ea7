/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The histogram in words and as a table. */
#include "chart/hw-histogram-private.h"

#include <glib/gi18n-lib.h>

static char *
figure (const HwHistogramChart *self,
        double                  value)
{
  return hw_chart_value (&self->base, self->is_money, value);
}

static char *
count_text (const HwHistogramChart *self,
            gsize                   n)
{
  return hw_format_number (self->base.format, (double) n, 0);
}

char *
hw_histogram_span (const HwHistogramChart *self,
                   double                  low,
                   double                  high)
{
  return hw_chart_range (&self->base, self->is_money, low, high);
}

static char *
bin_name (const HwHistogramChart *self,
          guint                   i)
{
  return hw_histogram_span (self, hw_histogram_edge (self, i), hw_histogram_edge (self, i + 1));
}

char *
hw_histogram_point_text (const HwChart *chart,
                         guint          i)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);
  g_autofree char *name = bin_name (self, i);
  g_autofree char *count = count_text (self, self->counts[i]);

  /* Translators: a range of figures, what is counted, how many: "0 to 10: quiet periods 4". */
  return g_strdup_printf (_("%s: %s %s"), name, self->count_name, count);
}

void
hw_histogram_read (const HwChart *chart,
                   const HwFrame *frame,
                   guint          i,
                   HwReading     *reading)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);
  const HwTheme *theme = frame->ink.theme;

  reading->heading = bin_name (self, i);
  hw_reading_add (reading, hw_histogram_sample (theme), self->count_name, count_text (self, self->counts[i]));
  if (self->has_range)
    hw_reading_add (reading, hw_histogram_sample_range (theme), self->range_name,
                    hw_histogram_span (self, self->low, self->high));
  if (self->has_mark)
    hw_reading_add (reading, hw_histogram_sample_mark (theme), self->mark_name, figure (self, self->mark));
}

static gsize
n_below (const HwHistogramChart *self,
         double                  limit)
{
  gsize n = 0;

  while (n < self->n && self->values[n] < limit)
    n++;

  return n;
}

static gsize
n_above (const HwHistogramChart *self,
         double                  limit)
{
  gsize n = 0;

  while (n < self->n && self->values[self->n - 1 - n] > limit)
    n++;

  return n;
}

static char *
whole_sentence (const HwHistogramChart *self)
{
  g_autofree char *count = count_text (self, self->n);
  g_autofree char *low = figure (self, self->values[0]);
  g_autofree char *high = figure (self, self->values[self->n - 1]);
  g_autofree char *left_out = count_text (self, self->n_left_out);

  if (self->n_left_out > 0)
    /* Translators: what is counted, how many, what is measured, its ends, how many without. */
    return g_strdup_printf (_("%s: %s. %s: %s to %s; %s more without a figure."), self->count_name, count,
                            self->value_name, low, high, left_out);

  /* Translators: what is counted, how many, what is measured, its ends: "Quiet periods: 36.
   * Change a week: −120 to 340." */
  return g_strdup_printf (_("%s: %s. %s: %s to %s."), self->count_name, count, self->value_name, low, high);
}

static char *
range_sentence (const HwHistogramChart *self)
{
  const gsize below = n_below (self, self->low), above = n_above (self, self->high);
  g_autofree char *range = hw_histogram_span (self, self->low, self->high);
  g_autofree char *within = count_text (self, self->n - below - above);
  g_autofree char *less = count_text (self, below);
  g_autofree char *more = count_text (self, above);

  /* Translators: name of a range, its ends, how many in, below and above it: "What chance
   * does, −50 to 60: 33 within, 1 below, 2 above." */
  return g_strdup_printf (_("%s, %s: %s within, %s below, %s above."), self->range_name, range, within, less, more);
}

static char *
mark_sentence (const HwHistogramChart *self)
{
  g_autofree char *value = figure (self, self->mark);
  g_autofree char *less = count_text (self, n_below (self, self->mark));
  g_autofree char *all = count_text (self, self->n);
  const char *words = !self->has_range || (self->mark >= self->low && self->mark <= self->high) ? NULL
                      : self->mark < self->low ? self->below_words : self->above_words;

  if (words != NULL)
    /* Translators: name, figure, how many of all are smaller, what that means. */
    return g_strdup_printf (_("%s, %s: larger than %s of %s, %s."), self->mark_name, value, less, all, words);

  /* Translators: name, figure, how many of all are smaller: "This trial, 310: larger than 35 of 36." */
  return g_strdup_printf (_("%s, %s: larger than %s of %s."), self->mark_name, value, less, all);
}

char *
hw_histogram_summary (const HwChart *chart)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (self->n == 0)
    return g_strdup (_("Nothing to show yet."));

  g_ptr_array_add (sentences, whole_sentence (self));
  if (self->has_range)
    g_ptr_array_add (sentences, range_sentence (self));
  if (self->has_mark)
    g_ptr_array_add (sentences, mark_sentence (self));
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* A row a bin, then the range, then the mark. */
guint
hw_histogram_n_columns (const HwChart *chart)
{
  return 4;
}

guint
hw_histogram_n_rows (const HwChart *chart)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);

  return self->bins.n + (self->has_range ? 1 : 0) + (self->has_mark ? 1 : 0);
}

gboolean
hw_histogram_is_number (const HwChart *chart,
                        guint          column)
{
  return column > 0;
}

char *
hw_histogram_cell (const HwChart *chart,
                   int            row,
                   guint          column)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);
  const char *const headings[] = { _("What"), _("From"), _("To"), self->count_name };
  const gboolean is_bin = row >= 0 && (guint) row < self->bins.n;
  const gboolean is_range = !is_bin && self->has_range && row == (int) self->bins.n;
  double from = self->mark, to = self->mark;
  gsize count = 0;

  if (row < 0)
    return g_strdup (headings[column]);
  if (column == 0)
    return g_strdup (is_bin ? self->value_name : is_range ? self->range_name : self->mark_name);

  if (is_bin)
    {
      from = hw_histogram_edge (self, (guint) row);
      to = hw_histogram_edge (self, (guint) row + 1);
      count = self->counts[row];
    }
  else if (is_range)
    {
      from = self->low;
      to = self->high;
      count = self->n - n_below (self, self->low) - n_above (self, self->high);
    }

  if (column < 3)
    return hw_chart_exact (chart, self->is_money, column == 1 ? from : to);

  return is_bin || is_range ? count_text (self, count) : g_strdup ("");
}
