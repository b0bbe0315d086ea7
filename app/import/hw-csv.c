/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buffer holds whole records and the start of one more:
 *
 *   |....consumed....|start  record  |  record  |  part of one  |end \n ... size|
 *
 * A byte '\n' always stands at end, so that the inner loop needs no second test.
 * A record that does not end in the buffer is read again from its start when
 * more has come; nothing is changed in place before a record is whole.
 */
#include "import/hw-csv.h"

#include <string.h>

#define BLOCK (512 * 1024)

typedef enum
{
  PARSE_WHOLE,
  PARSE_MORE,   /* the buffer ends inside the record */
  PARSE_LOOSE,  /* a quote that cannot be one */
} Parse;

struct _HwCsv
{
  HwByteStream *stream;       /* (owned) */
  char          separator;
  gboolean      stop[256];    /* bytes that end a plain cell */
  char         *buffer;       /* (owned) */
  gsize         start;
  gsize         end;
  gboolean      at_end;
  gboolean      skip_line;    /* the rest of a record that was cut */
  HwCell       *cells;        /* (owned) */
  guint         n_cells;
  guint         n_alloc;
  gboolean      too_many;
  gint64        number;
};

HwCsv *
hw_csv_new (HwByteStream *stream,
            char          separator)
{
  HwCsv *self = g_new0 (HwCsv, 1);

  self->stream = stream;
  self->separator = separator;
  self->stop[(guchar) separator] = self->stop['\n'] = self->stop['\r'] = TRUE;
  self->buffer = g_malloc (HW_CSV_MAX_RECORD + BLOCK + 1);
  self->buffer[0] = '\n';
  self->n_alloc = 64;
  self->cells = g_new (HwCell, self->n_alloc);
  return self;
}

void
hw_csv_free (HwCsv *self)
{
  if (self == NULL)
    return;

  hw_byte_stream_free (self->stream);
  g_free (self->buffer);
  g_free (self->cells);
  g_free (self);
}

static void
add_cell (HwCsv    *self,
          char     *from,
          char     *to,
          gboolean  doubled)
{
  HwCell *cell;

  if (self->n_cells == HW_CSV_MAX_CELLS)
    {
      self->too_many = TRUE;
      return;
    }

  if (G_UNLIKELY (self->n_cells == self->n_alloc))
    {
      self->n_alloc *= 2;
      self->cells = g_renew (HwCell, self->cells, self->n_alloc);
    }

  cell = &self->cells[self->n_cells++];
  cell->text = from;
  cell->length = (guint32) (to - from);
  cell->doubled = doubled != FALSE;
  cell->hint = HW_CELL_TEXT;
}

/* A cell in quotes; *@at stands on the opening one and is left on the byte that
 * ends the cell. Text after the closing quote is kept with the quotes, unless
 * the cell spans lines: then the opening quote was none. */
static Parse
parse_quoted (HwCsv  *self,
              char  **at)
{
  char *const end = self->buffer + self->end;
  char *const open = *at;
  char *p = open + 1;
  char *close;
  gboolean doubled = FALSE;

  for (;;)
    {
      close = p < end ? memchr (p, '"', (gsize) (end - p)) : NULL;
      if (close == NULL)
        return self->at_end ? PARSE_LOOSE : PARSE_MORE;
      if (close + 1 == end && !self->at_end)
        return PARSE_MORE;
      if (close + 1 == end || close[1] != '"')
        break;
      doubled = TRUE;
      p = close + 2;
    }

  for (p = close + 1; p < end && *p == ' '; )
    p++;
  if (p == end && !self->at_end)
    return PARSE_MORE;

  if (self->stop[(guchar) *p])
    {
      add_cell (self, open + 1, close, doubled);
      *at = p;
      return PARSE_WHOLE;
    }

  for (const char *q = open; q < close; q++)
    if (*q == '\n' || *q == '\r')
      return PARSE_LOOSE;

  while (!self->stop[(guchar) *p])
    p++;
  if (p == end && !self->at_end)
    return PARSE_MORE;
  add_cell (self, open, p, FALSE);
  *at = p;
  return PARSE_WHOLE;
}

static char *
find_quote (char *p)
{
  while (*p == ' ')
    p++;

  return *p == '"' ? p : NULL;
}

/* Parses the record at start; @literal: quotes are letters. Leaves start after it. */
static Parse
parse_record (HwCsv    *self,
              gboolean  literal)
{
  char *const end = self->buffer + self->end;
  char *p = self->buffer + self->start;

  self->n_cells = 0;
  self->too_many = FALSE;
  for (;;)
    {
      char *const from = p;
      char *quote = (*p == '"' || *p == ' ') && !literal && p < end ? find_quote (p) : NULL;

      if (quote != NULL)
        {
          const Parse parse = parse_quoted (self, &quote);

          if (parse != PARSE_WHOLE)
            return parse;
          p = quote;
        }
      else
        {
          while (!self->stop[(guchar) *p])
            p++;
          if (p == end && !self->at_end)
            return PARSE_MORE;
          add_cell (self, from, p, FALSE);
        }

      if (p < end && *p == self->separator)
        {
          p++;
          continue;
        }
      if (p < end && *p == '\r')
        {
          if (p + 1 == end && !self->at_end)
            return PARSE_MORE;
          p++;
          if (p < end && *p == '\n')
            p++;
        }
      else if (p < end)
        p++;

      self->start = (gsize) (p - self->buffer);
      return PARSE_WHOLE;
    }
}

static gboolean
refill (HwCsv   *self,
        GError **error)
{
  gssize n;

  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  n = hw_byte_stream_read (self->stream, self->buffer + self->end, HW_CSV_MAX_RECORD + BLOCK - self->end, error);
  if (n < 0)
    return FALSE;

  self->end += (gsize) n;
  self->at_end = n == 0;
  self->buffer[self->end] = '\n';
  return TRUE;
}

/* Steps over the rest of a record that was cut. */
static gboolean
skip_rest (HwCsv   *self,
           GError **error)
{
  while (self->skip_line)
    {
      char *p = self->buffer + self->start;

      while (*p != '\n' && *p != '\r')
        p++;
      self->start = (gsize) (p - self->buffer);
      if (self->start < self->end || self->at_end)
        self->skip_line = FALSE;
      else if (!refill (self, error))
        return FALSE;
    }

  if (self->start < self->end && self->buffer[self->start] == '\r' && self->buffer[self->start + 1] == '\n')
    self->start++;
  self->start = MIN (self->start + 1, self->end);
  return TRUE;
}

/* What is there of a record that is too long to be one. */
static void
cut_record (HwCsv *self)
{
  const gboolean was_end = self->at_end;
  const gsize was = self->end;
  const gsize cut = self->start + HW_CSV_MAX_RECORD;
  const char under = self->buffer[cut];

  self->end = cut;
  self->buffer[cut] = '\n';
  self->at_end = TRUE;
  parse_record (self, TRUE);
  self->at_end = was_end;
  self->end = was;
  self->buffer[cut] = under;
  self->skip_line = TRUE;

  /* The byte after the last cell is not ours: it may end the line. */
  if (self->n_cells > 0 && self->cells[self->n_cells - 1].length > 0)
    self->cells[self->n_cells - 1].length--;
}

static void
undouble (HwCell *cell)
{
  char *to = cell->text;

  for (const char *p = cell->text, *end = p + cell->length; p < end; p++)
    {
      *to++ = *p;
      if (*p == '"' && p + 1 < end && p[1] == '"')
        p++;
    }

  cell->length = (guint32) (to - cell->text);
  cell->doubled = FALSE;
}

gboolean
hw_csv_next (HwCsv     *self,
             HwRecord  *record,
             GError   **error)
{
  gboolean literal = FALSE, broken = FALSE;
  Parse parse;

  if (self->skip_line && !skip_rest (self, error))
    return FALSE;

  if (self->start == self->end && !self->at_end && !refill (self, error))
    return FALSE;
  if (self->start == self->end && self->at_end)
    return FALSE;

  while ((parse = parse_record (self, literal)) != PARSE_WHOLE)
    {
      const gboolean long_enough = self->end - self->start >= HW_CSV_MAX_RECORD;

      if (parse == PARSE_LOOSE || (long_enough && !literal))
        literal = broken = TRUE;
      else if (long_enough)
        {
          cut_record (self);
          broken = TRUE;
          break;
        }
      else if (!refill (self, error))
        return FALSE;
    }

  for (guint i = 0; i < self->n_cells; i++)
    if (G_UNLIKELY (self->cells[i].doubled))
      undouble (&self->cells[i]);

  record->cells = self->cells;
  record->n_cells = self->n_cells;
  record->number = ++self->number;
  record->broken = broken || self->too_many;
  return TRUE;
}

double
hw_csv_get_share (const HwCsv *self)
{
  return hw_byte_stream_get_share (self->stream);
}

/* Length of the blank that starts at @p: space, tab, line ends, or one of the
 * spaces that do not break (U+00A0, U+202F, U+2009, and the mark U+FEFF). */
static guint32
blank_at (const char *p,
          guint32     left)
{
  const guchar c = (guchar) *p;

  if (c == ' ' || (c >= '\t' && c <= '\r'))
    return 1;
  if (c < 0x80)
    return 0;
  if (left >= 2 && c == 0xC2 && (guchar) p[1] == 0xA0)
    return 2;
  if (left >= 3 && (memcmp (p, "\xE2\x80\xAF", 3) == 0 || memcmp (p, "\xE2\x80\x89", 3) == 0 || memcmp (p, "\xEF\xBB\xBF", 3) == 0))
    return 3;

  return 0;
}

static guint32
blank_before (const char *end,
              guint32     left)
{
  for (guint32 n = 1; n <= MIN (left, 3); n++)
    if (blank_at (end - n, n) == n)
      return n;

  return 0;
}

void
hw_cell_trim (HwCell *cell)
{
  guint32 n;

  while (cell->length > 0 && (guchar) (cell->text[0] - '!') > '~' - '!' && (n = blank_at (cell->text, cell->length)) > 0)
    {
      cell->text += n;
      cell->length -= n;
    }

  while (cell->length > 0 && (guchar) (cell->text[cell->length - 1] - '!') > '~' - '!'
         && (n = blank_before (cell->text + cell->length, cell->length)) > 0)
    cell->length -= n;
}

const char *
hw_cell_text (HwCell *cell)
{
  cell->text[cell->length] = '\0';
  return cell->text;
}
