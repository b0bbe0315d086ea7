/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heat map in words and as a table. */
#include "chart/hw-heat-private.h"

#include <glib/gi18n-lib.h>

static char *
figure (const HwHeatChart *self,
        double             value)
{
  return isnan (value) ? g_strdup (_("not known")) : hw_chart_value (&self->base, self->is_money, value);
}

static char *
name_of (const HwHeatChart *self,
         gsize              i)
{
  /* Translators: row and column of a field: "Saturday, 10:00". */
  return g_strdup_printf (_("%s, %s"), self->rows[i / self->n_columns], self->columns[i % self->n_columns]);
}

char *
hw_heat_point_text (const HwChart *chart,
                    guint          i)
{
  const HwHeatChart *self = hw_heat_chart (chart);
  g_autofree char *name = name_of (self, i);
  g_autofree char *value = figure (self, self->values[i]);

  return g_strdup_printf (_("%s: %s"), name, value);
}

void
hw_heat_read (const HwChart *chart,
              const HwFrame *frame,
              guint          i,
              HwReading     *reading)
{
  const HwHeatChart *self = hw_heat_chart (chart);
  const HwSample none = { HW_SAMPLE_NONE, 0, NULL, 0.0 };

  reading->heading = name_of (self, i);
  hw_reading_add (reading, none, self->value_name, figure (self, self->values[i]));
}

static char *
ends_sentence (const HwHeatChart *self)
{
  gsize most = 0, least = 0;
  g_autofree char *high_name = NULL;
  g_autofree char *low_name = NULL;
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;

  while (isnan (self->values[most]))
    most++;
  least = most;
  for (gsize i = most; i < hw_heat_n_cells (self); i++)
    {
      most = self->values[i] > self->values[most] ? i : most;
      least = self->values[i] < self->values[least] ? i : least;
    }

  high_name = name_of (self, most);
  low_name = name_of (self, least);
  high = figure (self, self->values[most]);
  low = figure (self, self->values[least]);
  if (self->values[most] <= self->values[least])
    /* Translators: what is measured, figure: "Units sold: always 40." */
    return g_strdup_printf (_("%s: always %s."), self->value_name, high);

  /* Translators: what is measured, then figure and field, twice: "Units sold: highest 42
   * (Saturday, 10:00), lowest 1 (Monday, 20:00)." */
  return g_strdup_printf (_("%s: highest %s (%s), lowest %s (%s)."), self->value_name, high, high_name, low, low_name);
}

static gboolean
is_whole_column (const HwHeatChart *self,
                 gsize              column)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (isnan (self->values[i * self->n_columns + column]))
      return FALSE;

  return TRUE;
}

/* Over the columns that are known in every row: else rows were not alike. */
static void
find_best_row (const HwHeatChart *self,
               gsize             *best,
               double            *mean)
{
  g_autofree double *sums = g_new0 (double, self->n_rows);
  gsize n = 0;

  for (gsize k = 0; k < self->n_columns; k++)
    if (is_whole_column (self, k))
      {
        for (gsize i = 0; i < self->n_rows; i++)
          sums[i] += self->values[i * self->n_columns + k];
        n++;
      }

  *best = 0;
  for (gsize i = 1; i < self->n_rows; i++)
    *best = sums[i] > sums[*best] ? i : *best;
  *mean = n > 0 ? sums[*best] / (double) n : (double) NAN;
}

static void
say_best_row (const HwHeatChart *self,
              GPtrArray         *sentences)
{
  gsize best;
  double mean;
  g_autofree char *told = NULL;

  find_best_row (self, &best, &mean);
  if (self->n_rows < 2 || isnan (mean))
    return;

  told = figure (self, mean);
  /* Translators: name of a row and its average: "Highest on average: Saturday (38)." */
  g_ptr_array_add (sentences, g_strdup_printf (_("Highest on average: %s (%s)."), self->rows[best], told));
}

char *
hw_heat_summary (const HwChart *chart)
{
  const HwHeatChart *self = hw_heat_chart (chart);
  const gsize n_unknown = hw_heat_n_cells (self) - self->n_known;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (self->n_known == 0)
    return g_strdup (_("Nothing to show yet."));

  g_ptr_array_add (sentences, ends_sentence (self));
  say_best_row (self, sentences);
  if (n_unknown > 0)
    /* Translators: fields of a map of rows and columns. */
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u of %u fields is not known.",
                                                           "%u of %u fields are not known.", n_unknown),
                                                 (guint) n_unknown, (guint) hw_heat_n_cells (self)));
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

guint
hw_heat_n_columns (const HwChart *chart)
{
  return (guint) hw_heat_chart (chart)->n_columns + 1;
}

guint
hw_heat_n_rows (const HwChart *chart)
{
  return (guint) hw_heat_chart (chart)->n_rows;
}

gboolean
hw_heat_is_number (const HwChart *chart,
                   guint          column)
{
  return column > 0;
}

char *
hw_heat_cell (const HwChart *chart,
              int            row,
              guint          column)
{
  const HwHeatChart *self = hw_heat_chart (chart);

  if (row < 0)
    return g_strdup (column == 0 ? self->row_name : self->columns[column - 1]);
  if (column == 0)
    return g_strdup (self->rows[row]);

  return hw_chart_exact (chart, self->is_money, self->values[(gsize) row * self->n_columns + column - 1]);
}
