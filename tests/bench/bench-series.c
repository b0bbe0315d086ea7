/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-series.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define COLUMNS 6

typedef struct
{
  const char *freq;
  int         season, long_season;
} Seasons;

static const Seasons seasons[] = {
  { "Hourly", 24, 168 }, { "Daily", 7, 364 }, { "Weekly", 52, 0 }, { "Monthly", 12, 0 }, { "Quarterly", 4, 0 },
};

void
bench_series_free (BenchSeries *self)
{
  g_free (self->id);
  g_free (self->group);
  g_free (self->y);
  for (gsize k = 0; k < G_N_ELEMENTS (self->known); k++)
    g_free (self->known[k]);
  g_free (self);
}

/* The lines of a file, packed or not. */
static char **
read_lines (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) stream = (GInputStream *) g_file_read (file, NULL, error);
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    return NULL;

  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr (GConverter) unpack = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
      GInputStream *packed = stream;

      stream = g_converter_input_stream_new (packed, unpack);
      g_object_unref (packed);
    }

  if (g_output_stream_splice (text, stream, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0
      || !g_output_stream_write_all (text, "", 1, NULL, NULL, error))
    return NULL;

  return g_strsplit (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (text)), "\n", -1);
}

static void
read_values (const char  *cell,
             BenchSeries *series)
{
  g_auto (GStrv) words = g_strsplit (cell, ";", -1);

  series->n = g_strv_length (words);
  series->y = g_new0 (double, series->n + 1);
  for (gsize t = 0; t < series->n; t++)
    series->y[t] = g_ascii_isdigit (words[t][0]) || words[t][0] == '-' || words[t][0] == '.' ? g_ascii_strtod (words[t], NULL)
                                                                                             : (double) NAN;
}

GPtrArray *
bench_series_read (const char  *path,
                   GError     **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) bench_series_free);
  g_auto (GStrv) lines = read_lines (path, error);

  if (lines == NULL)
    return NULL;

  for (gsize i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", COLUMNS);
      BenchSeries *series = g_new0 (BenchSeries, 1);
      const char *at;

      g_ptr_array_add (all, series);
      if (g_strv_length (cells) < COLUMNS)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: line %" G_GSIZE_FORMAT " has too few columns", path, i + 1);
          return NULL;
        }

      at = strrchr (cells[0], '@');
      series->id = g_strdup (cells[0]);
      series->group = g_strdup (at != NULL ? at + 1 : "");
      series->horizon = (gsize) g_ascii_strtoull (cells[3], NULL, 10);
      series->season = 1;
      for (gsize k = 0; k < G_N_ELEMENTS (seasons); k++)
        if (g_str_equal (cells[1], seasons[k].freq))
          {
            series->season = seasons[k].season;
            series->long_season = seasons[k].long_season;
          }
      read_values (cells[4], series);
    }

  return g_steal_pointer (&all);
}

/* Where a panel's columns promo and holiday are; 0 if it has none. */
static gboolean
find_columns (const char *head,
              gsize       columns[2])
{
  static const char *const names[] = { "promo", "holiday" };
  g_auto (GStrv) cells = g_strsplit (head, ",", -1);

  columns[0] = columns[1] = 0;
  for (gsize i = 3; i < g_strv_length (cells); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
      if (g_str_equal (cells[i], names[k]))
        columns[k] = i;

  return columns[0] > 0 || columns[1] > 0;
}

static GArray *
values_of (GHashTable *products,
           const char *product)
{
  GArray *values = g_hash_table_lookup (products, product);

  if (values == NULL)
    {
      values = g_array_new (FALSE, FALSE, 2 * sizeof (double));
      g_hash_table_insert (products, g_strdup (product), values);
    }

  return values;
}

/* A window's train part begins where its product's panel does. */
static gboolean
take_plan (BenchSeries *series,
           GHashTable  *products,
           const gsize  columns[2])
{
  const char *at = strrchr (series->id, '@');
  g_autofree char *product = at != NULL ? g_strndup (series->id, (gsize) (at - series->id)) : g_strdup (series->id);
  const GArray *values = g_hash_table_lookup (products, product);
  const gsize n = series->n + series->horizon;

  if (values == NULL || values->len < n)
    return FALSE;

  for (gsize k = 0; k < 2; k++)
    if (columns[k] > 0)
      {
        series->known[k] = g_new (double, n);
        for (gsize t = 0; t < n; t++)
          series->known[k][t] = ((const double *) values->data)[2 * t + k];
      }

  return TRUE;
}

gboolean
bench_series_read_plan (GPtrArray   *all,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (GHashTable) products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_auto (GStrv) lines = read_lines (path, error);
  gsize columns[2];

  if (lines == NULL)
    return FALSE;

  if (!find_columns (lines[0], columns))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s has no column promo or holiday", path);
      return FALSE;
    }

  for (gsize i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      const guint n = g_strv_length (cells);
      double row[2] = { 0.0, 0.0 };

      for (gsize k = 0; k < 2; k++)
        row[k] = columns[k] > 0 && columns[k] < n ? g_ascii_strtod (cells[columns[k]], NULL) : 0.0;
      g_array_append_vals (values_of (products, cells[0]), row, 1);
    }

  for (guint i = 0; i < all->len; i++)
    if (!take_plan (g_ptr_array_index (all, i), products, columns))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s says too little of %s", path,
                     ((const BenchSeries *) g_ptr_array_index (all, i))->id);
        return FALSE;
      }

  return TRUE;
}
