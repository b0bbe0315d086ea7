/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-book-writer.h"

#include "core/hw-error.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct _HwBookWriter
{
  HwSpoolWriter *spool;   /* (owned) */
  int            lines;
  char          *name;    /* (owned) (nullable) of the sheet */
  gboolean       hidden;
  gint64         from;
  gint64         row;     /* the last one of the sheet */
  gint64         n_rows;
  guint          n_columns;
  guint          n_sheets;
  gint64         n_cells; /* of all sheets */
  gint64         n_filled;
  double         part_from;
  double         part_to;
};

HwBookWriter *
hw_book_writer_new (int rows,
                    int lines)
{
  HwBookWriter *self = g_new0 (HwBookWriter, 1);

  self->spool = hw_spool_writer_new (rows);
  self->lines = lines;
  self->part_to = 1;
  return self;
}

void
hw_book_writer_free (HwBookWriter *self)
{
  if (self == NULL)
    return;

  hw_spool_writer_free (self->spool);
  g_free (self->name);
  g_free (self);
}

/* FALSE where nobody listens any more. */
static gboolean
say (HwBookWriter *self,
     const char   *line)
{
  const gsize n = strlen (line);
  gsize done = 0;

  while (done < n)
    {
      const gssize got = write (self->lines, line + done, n - done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return FALSE;
      done += (gsize) got;
    }

  return TRUE;
}

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG, why);
  return FALSE;
}

gboolean
hw_book_writer_begin_sheet (HwBookWriter  *self,
                            const char    *name,
                            gsize          length,
                            gboolean       hidden,
                            GError       **error)
{
  if (self->n_sheets == HW_BOOK_MAX_SHEETS)
    return refuse (error, "too many sheets");

  g_free (self->name);
  self->name = g_strndup (name, MIN (length, 1024));
  self->hidden = hidden;
  self->from = hw_spool_writer_get_offset (self->spool);
  self->row = self->n_rows = 0;
  self->n_columns = 0;
  self->n_sheets++;
  return TRUE;
}

gboolean
hw_book_writer_end_sheet (HwBookWriter  *self,
                          GError       **error)
{
  g_autofree char *valid = g_utf8_make_valid (self->name, -1);
  g_autofree char *name = g_uri_escape_string (valid, NULL, TRUE);
  g_autofree char *line = NULL;

  if (!hw_spool_writer_flush (self->spool, error))
    return FALSE;

  line = g_strdup_printf ("S %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %d %s\n", self->from,
                          hw_spool_writer_get_offset (self->spool), self->n_rows, self->n_columns, self->hidden, name);
  return say (self, line) || refuse (error, "nobody listens");
}

HwSpoolWriter *
hw_book_writer_get_row (HwBookWriter *self)
{
  return self->spool;
}

gboolean
hw_book_writer_end_row (HwBookWriter  *self,
                        gint64         number,
                        GError       **error)
{
  const guint width = hw_spool_writer_get_width (self->spool);
  const gint64 before = hw_spool_writer_get_offset (self->spool);

  if (number <= self->row || number > HW_BOOK_MAX_ROWS)
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "row %" G_GINT64_FORMAT " after row %" G_GINT64_FORMAT, number, self->row);
      return FALSE;
    }

  self->n_cells += width;
  self->n_filled += hw_spool_writer_get_filled (self->spool);
  if (self->n_cells > HW_BOOK_MAX_CELLS || self->n_cells - self->n_filled > HW_BOOK_MAX_EMPTY + 4 * self->n_filled)
    return refuse (error, "too many cells");
  if (!hw_spool_writer_end_row (self->spool, number, error))
    return FALSE;

  self->row = number;
  if (hw_spool_writer_get_offset (self->spool) > before)
    {
      self->n_rows++;
      self->n_columns = MAX (self->n_columns, width);
    }
  return TRUE;
}

void
hw_book_writer_set_part (HwBookWriter *self,
                         double        from,
                         double        to)
{
  self->part_from = from;
  self->part_to = to;
}

gboolean
hw_book_writer_share (double   share,
                      gpointer data)
{
  HwBookWriter *self = data;
  char number[G_ASCII_DTOSTR_BUF_SIZE], line[64];

  g_ascii_formatd (number, sizeof number, "%.4f", self->part_from + share * (self->part_to - self->part_from));
  g_snprintf (line, sizeof line, "P %s\n", number);
  return say (self, line);
}

void
hw_book_writer_finish (HwBookWriter *self,
                       const GError *error)
{
  g_autofree char *line = NULL;
  const char *code = "damaged";

  if (error == NULL)
    {
      say (self, "D\n");
      return;
    }

  if (g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_LOCKED))
    code = "locked";
  else if (g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG))
    code = "too-big";
  else if (g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OLD_FORMAT))
    code = "old";
  else if (g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_FORMAT))
    code = "format";

  line = g_strdup_printf ("E %s %" G_GINT64_FORMAT " %s", code, self->row, error->message);
  g_strdelimit (line, "\r\n", ' ');
  say (self, line);
  say (self, "\n");
}
