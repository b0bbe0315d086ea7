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
  g_free (self->lift);
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
