/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-byte-stream.h"

#include "core/hw-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>

#define BLOCK (64 * 1024)

struct _HwByteStream
{
  GFileInputStream *file;       /* (owned) */
  GIConv            iconv;      /* (GIConv) -1 when bytes pass as they are */
  gboolean          repair;
  gboolean          fresh;      /* nothing read: a byte order mark may come */
  gboolean          at_end;
  gint64            size;
  gint64            done;
  gsize             unit;       /* bytes skipped where nothing can be read */
  char             *block;      /* (owned) (nullable) bytes waiting for iconv */
  gsize             from;
  gsize             to;
};

/* One word for what GIO says in many. */
static void
say_unreadable (GError       **error,
                const GError  *why)
{
  g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "cannot be read: %s", why->message);
}

static gboolean
converts (const HwByteStream *self)
{
  return self->iconv != (GIConv) -1;
}

HwByteStream *
hw_byte_stream_new (const char  *path,
                    const char  *encoding,
                    gboolean     repair,
                    GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) failed = NULL;
  g_autoptr(GFileInputStream) input = g_file_read (file, NULL, &failed);
  g_autoptr(GFileInfo) info = NULL;
  HwByteStream *self;

  if (input == NULL)
    {
      say_unreadable (error, failed);
      return NULL;
    }

  self = g_new0 (HwByteStream, 1);
  self->iconv = (GIConv) -1;
  self->repair = repair;
  self->fresh = TRUE;
  self->unit = g_str_has_prefix (encoding, "UTF-16") ? 2 : g_str_has_prefix (encoding, "UTF-32") ? 4 : 1;
  info = g_file_input_stream_query_info (input, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  self->size = info != NULL ? g_file_info_get_size (info) : 0;
  self->file = g_steal_pointer (&input);

  if (repair || !g_str_equal (encoding, "UTF-8"))
    {
      self->iconv = g_iconv_open ("UTF-8", encoding);
      self->block = g_malloc (BLOCK);
      if (!converts (self))
        {
          g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "no such encoding: %s", encoding);
          hw_byte_stream_free (self);
          return NULL;
        }
    }

  return self;
}

void
hw_byte_stream_free (HwByteStream *self)
{
  if (self == NULL)
    return;

  if (converts (self))
    g_iconv_close (self->iconv);
  g_object_unref (self->file);
  g_free (self->block);
  g_free (self);
}

static gssize
read_file (HwByteStream  *self,
           char          *out,
           gsize          room,
           GError       **error)
{
  g_autoptr(GError) failed = NULL;
  const gssize n = g_input_stream_read (G_INPUT_STREAM (self->file), out, room, NULL, &failed);

  if (n < 0)
    {
      say_unreadable (error, failed);
      return -1;
    }

  self->done += n;
  self->at_end = n == 0;
  return n;
}

/* Once, at the start of the text: the mark that says "UTF-8". */
static gsize
drop_mark (HwByteStream *self,
           char         *out,
           gsize         n)
{
  if (!self->fresh || n == 0)
    return n;

  self->fresh = FALSE;
  if (n < 3 || memcmp (out, "\357\273\277", 3) != 0)
    return n;

  memmove (out, out + 3, n - 3);
  return n - 3;
}

/* Puts the mark for unreadable bytes and steps over them. */
static void
skip_bad (HwByteStream *self,
          char        **out,
          gsize        *room)
{
  const gsize n = strlen (HW_BAD_TEXT);

  memcpy (*out, HW_BAD_TEXT, n);
  *out += n;
  *room -= n;
  self->from = MIN (self->from + self->unit, self->to);
}

/* Converts what waits in the block. Returns FALSE when more bytes are needed. */
static gboolean
convert (HwByteStream *self,
         char        **out,
         gsize        *room)
{
  while (self->from < self->to && *room >= 16)
    {
      char *in = self->block + self->from;
      gsize left = self->to - self->from;
      const gsize bad = g_iconv (self->iconv, &in, &left, out, room);

      self->from = self->to - left;
      if (bad != (gsize) -1)
        continue;
      if (errno == E2BIG)
        return TRUE;
      if (errno == EINVAL && !self->at_end)
        return FALSE;
      if (*room >= 16)
        skip_bad (self, out, room);
    }

  return self->from < self->to;
}

static gboolean
refill (HwByteStream  *self,
        GError       **error)
{
  gssize n;

  memmove (self->block, self->block + self->from, self->to - self->from);
  self->to -= self->from;
  self->from = 0;
  n = read_file (self, self->block + self->to, BLOCK - self->to, error);
  if (n < 0)
    return FALSE;

  self->to += (gsize) n;
  return TRUE;
}

gssize
hw_byte_stream_read (HwByteStream  *self,
                     char          *out,
                     gsize          room,
                     GError       **error)
{
  gsize n;

  if (!converts (self))
    {
      const gssize got = read_file (self, out, room, error);

      if (got <= 0)
        return got;
      n = drop_mark (self, out, (gsize) got);
      return n > 0 ? (gssize) n : hw_byte_stream_read (self, out, room, error);
    }

  do
    {
      char *to = out;
      gsize left = room;

      if (!convert (self, &to, &left) && !self->at_end && !refill (self, error))
        return -1;
      convert (self, &to, &left);
      n = drop_mark (self, out, (gsize) (to - out));
    }
  while (n == 0 && !(self->at_end && self->from == self->to));

  for (char *nul = self->repair ? memchr (out, 0, n) : NULL; nul != NULL; nul = memchr (nul, 0, n - (gsize) (nul - out)))
    *nul = HW_BAD_TEXT_NUL;

  return (gssize) n;
}

double
hw_byte_stream_get_share (const HwByteStream *self)
{
  return self->size > 0 ? CLAMP ((double) self->done / (double) self->size, 0.0, 1.0) : 0.0;
}
