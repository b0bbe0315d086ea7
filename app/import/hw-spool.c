/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row in the file:
 *
 *   head | a word for each cell: length * 16 + hint | texts, each with a NUL
 */
#include "import/hw-spool.h"

#include "core/hw-error.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (256 * 1024)
#define MAX_TEXT (HW_CSV_MAX_RECORD + HW_CSV_MAX_CELLS) /* the NULs as well */
#define MAX_ROW (sizeof (Head) + HW_CSV_MAX_CELLS * sizeof (guint32) + MAX_TEXT)
#define HINT_BITS 4

typedef struct
{
  gint64  number;
  guint32 n_cells;
  guint32 n_text;  /* bytes of the texts and their NULs */
  guint32 broken;
  guint32 unused;
} Head;

typedef struct
{
  guint32 at;
  guint32 length;
  guint32 hint;
} Draft;

struct _HwSpoolWriter
{
  int       fd;
  gint64    offset;
  char     *block;    /* (owned) MAX_ROW more than BLOCK */
  gsize     used;
  Draft     drafts[HW_CSV_MAX_CELLS];
  guint     n_cells;
  guint     n_filled; /* of them hold something */
  gboolean  broken;
  char     *text;     /* (owned) HW_CSV_MAX_RECORD */
  guint32   n_text;
};

HwSpoolWriter *
hw_spool_writer_new (int fd)
{
  HwSpoolWriter *self = g_new0 (HwSpoolWriter, 1);

  self->fd = fd;
  self->block = g_malloc (BLOCK + MAX_ROW);
  self->text = g_malloc (HW_CSV_MAX_RECORD);
  return self;
}

void
hw_spool_writer_free (HwSpoolWriter *self)
{
  if (self == NULL)
    return;

  g_free (self->block);
  g_free (self->text);
  g_free (self);
}

void
hw_spool_writer_add (HwSpoolWriter *self,
                     guint          column,
                     HwCellHint     hint,
                     const char    *text,
                     gsize          length)
{
  Draft *draft;

  g_return_if_fail (column < HW_CSV_MAX_CELLS);

  if (length > HW_CSV_MAX_RECORD - self->n_text)
    {
      self->broken = TRUE;
      return;
    }

  while (self->n_cells <= column)
    self->drafts[self->n_cells++] = (Draft) { 0, 0, HW_CELL_TEXT };
  draft = &self->drafts[column];
  *draft = (Draft) { self->n_text, (guint32) length, hint };
  if (length > 0)
    memcpy (self->text + self->n_text, text, length);
  self->n_text += (guint32) length;
  self->n_filled += length > 0 || hint == HW_CELL_NOT_CALCULATED;
}

guint
hw_spool_writer_get_width (const HwSpoolWriter *self)
{
  return self->n_cells;
}

guint
hw_spool_writer_get_filled (const HwSpoolWriter *self)
{
  return self->n_filled;
}

gboolean
hw_spool_writer_flush (HwSpoolWriter  *self,
                       GError        **error)
{
  gsize done = 0;

  while (done < self->used)
    {
      const gssize n = write (self->fd, self->block + done, self->used - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG, "no room for the rows: %s", g_strerror (errno));
          return FALSE;
        }
      done += (gsize) n;
    }

  self->used = 0;
  return TRUE;
}

static void
put (HwSpoolWriter *self,
     gconstpointer  bytes,
     gsize          n)
{
  memcpy (self->block + self->used, bytes, n);
  self->used += n;
}

static void
put_row (HwSpoolWriter *self,
         gint64         number)
{
  const gsize before = self->used;
  Head head = { .number = number, .n_cells = self->n_cells, .broken = self->broken };
  char *words;

  put (self, &head, sizeof head);
  words = self->block + self->used;
  self->used += self->n_cells * sizeof (guint32);
  for (guint i = 0; i < self->n_cells; i++)
    {
      const Draft *draft = &self->drafts[i];
      const guint32 word = draft->length << HINT_BITS | draft->hint;

      memcpy (words + i * sizeof word, &word, sizeof word);
      memcpy (self->block + self->used, self->text + draft->at, draft->length);
      self->used += draft->length;
      self->block[self->used++] = '\0';
      head.n_text += draft->length + 1;
    }

  memcpy (self->block + before, &head, sizeof head);
  self->offset += (gint64) (self->used - before);
}

gboolean
hw_spool_writer_end_row (HwSpoolWriter  *self,
                         gint64          number,
                         GError        **error)
{
  if (self->n_filled > 0 || self->broken)
    put_row (self, number);
  self->n_cells = 0;
  self->n_text = 0;
  self->n_filled = 0;
  self->broken = FALSE;
  return self->used < BLOCK || hw_spool_writer_flush (self, error);
}

gint64
hw_spool_writer_get_offset (const HwSpoolWriter *self)
{
  return self->offset;
}

struct _HwSpool
{
  int     fd;
  gint64  from;
  gint64  at;       /* of the file, next to be read into the block */
  gint64  to;
  char   *block;    /* (owned) BLOCK + MAX_ROW */
  gsize   start;
  gsize   end;
  HwCell *cells;    /* (owned) */
  guint   n_alloc;
};

HwSpool *
hw_spool_new (int    fd,
              gint64 from,
              gint64 to)
{
  HwSpool *self = g_new0 (HwSpool, 1);

  self->fd = fd;
  self->from = self->at = from;
  self->to = to;
  self->block = g_malloc (BLOCK + MAX_ROW);
  self->n_alloc = 64;
  self->cells = g_new (HwCell, self->n_alloc);
  return self;
}

void
hw_spool_free (HwSpool *self)
{
  if (self == NULL)
    return;

  g_free (self->block);
  g_free (self->cells);
  g_free (self);
}

/* Until @n bytes wait, if the part has so many. */
static gboolean
fill (HwSpool *self,
      gsize    n)
{
  if (self->end - self->start >= n)
    return TRUE;

  memmove (self->block, self->block + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  while (self->end < n && self->at < self->to)
    {
      const gsize room = MIN (BLOCK + MAX_ROW - self->end, (gsize) (self->to - self->at));
      const gssize got = pread (self->fd, self->block + self->end, room, self->at);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return FALSE;
      self->end += (gsize) got;
      self->at += got;
    }

  return self->end >= n;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "the rows that were taken out of the workbook cannot be read");
  return FALSE;
}

static gboolean
is_utf8 (const char *text,
         gsize       length)
{
  guint64 word, high = 0;
  gsize i;

  for (i = 0; i + 8 <= length; i += 8)
    {
      memcpy (&word, text + i, 8);
      high |= word;
    }
  for (; i < length; i++)
    high |= (guint64) (guchar) text[i];

  return (high & G_GUINT64_CONSTANT (0x8080808080808080)) == 0 || g_utf8_validate_len (text, length, NULL);
}

static gboolean
cut_cells (HwSpool *self,
           guint32  n_cells,
           guint32  n_text)
{
  const char *words = self->block + self->start;
  char *text = self->block + self->start + n_cells * sizeof (guint32);
  char *const end = text + n_text;

  while (self->n_alloc < n_cells)
    {
      self->n_alloc *= 2;
      self->cells = g_renew (HwCell, self->cells, self->n_alloc);
    }

  for (guint32 i = 0; i < n_cells; i++)
    {
      HwCell *cell = &self->cells[i];
      guint32 word;

      memcpy (&word, words + i * sizeof word, sizeof word);
      cell->text = text;
      cell->length = word >> HINT_BITS;
      cell->doubled = FALSE;
      cell->hint = (guint16) (word & ((1 << HINT_BITS) - 1));
      if (cell->hint >= HW_CELL_N_HINTS || cell->length >= (gsize) (end - text) || !is_utf8 (text, cell->length))
        return FALSE;
      text += cell->length + 1;
    }

  return text == end;
}

gboolean
hw_spool_next (HwSpool   *self,
               HwRecord  *record,
               GError   **error)
{
  Head head;

  if (self->start == self->end && self->at == self->to)
    return FALSE;
  if (!fill (self, sizeof head))
    return refuse (error);

  memcpy (&head, self->block + self->start, sizeof head);
  if (head.n_cells > HW_CSV_MAX_CELLS || head.n_text > MAX_TEXT || head.number < 1)
    return refuse (error);

  self->start += sizeof head;
  if (!fill (self, head.n_cells * sizeof (guint32) + head.n_text) || !cut_cells (self, head.n_cells, head.n_text))
    return refuse (error);

  self->start += head.n_cells * sizeof (guint32) + head.n_text;
  record->cells = self->cells;
  record->n_cells = head.n_cells;
  record->number = head.number;
  record->broken = head.broken != 0;
  return TRUE;
}

double
hw_spool_get_share (const HwSpool *self)
{
  const gint64 done = self->at - self->from - (gint64) (self->end - self->start);

  return self->to > self->from ? CLAMP ((double) done / (double) (self->to - self->from), 0.0, 1.0) : 1.0;
}
