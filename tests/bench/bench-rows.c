/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-rows.h"

#include <math.h>
#include <string.h>

void
bench_rows_clear (BenchRows *self)
{
  g_clear_pointer (&self->text, g_free);
}

gboolean
bench_rows_fail (const BenchRows  *self,
                 GError          **error,
                 const char       *what,
                 const char       *value)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s:%u: %s: %s", self->path, self->line, what, value);
  return FALSE;
}

/* The next line cut at its commas; how many fields there are, 0 at the end. */
static gsize
cut_line (BenchRows  *self,
          char      **fields)
{
  gsize n = 0;
  char *at = self->next, *end;

  if (at == NULL || *at == '\0')
    return 0;

  self->line++;
  end = strchr (at, '\n');
  self->next = end != NULL ? end + 1 : NULL;
  if (end == NULL)
    end = at + strlen (at);
  if (end > at && end[-1] == '\r')
    end--;
  *end = '\0';

  for (char *comma = at; comma != NULL && n < BENCH_COLUMNS_MOST; at = comma + 1)
    {
      comma = strchr (at, ',');
      if (comma != NULL)
        *comma = '\0';
      fields[n++] = g_strstrip (at);
      if (comma == NULL)
        break;
    }

  return n;
}

gboolean
bench_rows_open (BenchRows          *self,
                 const char         *path,
                 const char *const  *names,
                 GError            **error)
{
  char *fields[BENCH_COLUMNS_MOST];

  *self = (BenchRows) { .path = path };
  if (!g_file_get_contents (path, &self->text, NULL, error))
    return FALSE;

  self->next = g_str_has_prefix (self->text, "\xef\xbb\xbf") ? self->text + 3 : self->text;
  self->n_columns = cut_line (self, fields);

  for (gsize k = 0; names[k] != NULL && k < BENCH_COLUMNS_MOST; k++)
    {
      const gboolean may_miss = names[k][0] == '?';

      self->names[k] = names[k] + (may_miss ? 1 : 0);
      self->places[k] = -1;
      for (gsize i = 0; i < self->n_columns; i++)
        if (strcmp (fields[i], self->names[k]) == 0)
          self->places[k] = (int) i;
      if (self->places[k] < 0 && !may_miss)
        return bench_rows_fail (self, error, "no column", self->names[k]);
    }

  return TRUE;
}

gboolean
bench_rows_next (BenchRows  *self,
                 GError    **error)
{
  gsize n;

  do
    n = cut_line (self, self->fields);
  while (n == 1 && self->fields[0][0] == '\0'); /* an empty line */

  if (n > 0 && n != self->n_columns)
    return bench_rows_fail (self, error, "more or fewer values than the first line names", self->fields[0]);

  return n > 0;
}

gboolean
bench_rows_has (const BenchRows *self,
                gsize            column)
{
  return self->places[column] >= 0;
}

const char *
bench_rows_text (const BenchRows *self,
                 gsize            column)
{
  return self->fields[self->places[column]];
}

gboolean
bench_rows_number (const BenchRows  *self,
                   gsize             column,
                   double            least,
                   double            most,
                   double           *value,
                   GError          **error)
{
  const char *text = bench_rows_text (self, column);
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !(*value >= least && *value <= most))
    {
      g_autofree char *what = g_strdup_printf ("%s cannot be", self->names[column]);

      return bench_rows_fail (self, error, what, text);
    }

  return TRUE;
}

gboolean
bench_rows_whole (const BenchRows  *self,
                  gsize             column,
                  int               least,
                  int               most,
                  int              *value,
                  GError          **error)
{
  double number;

  if (!bench_rows_number (self, column, least, most, &number, error))
    return FALSE;
  if (number != floor (number))
    {
      g_autofree char *what = g_strdup_printf ("%s is no whole number", self->names[column]);

      return bench_rows_fail (self, error, what, bench_rows_text (self, column));
    }

  *value = (int) number;
  return TRUE;
}
