/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-zip-check.h"

#include <gio/gio.h>

#include <string.h>

/* Of the zip format: sizes of its records and where their fields stand in them. */
#define END_MARK "PK\005\006"
#define END_SIZE 22
#define END_COUNT 10
#define END_OFFSET 16
#define ENTRY_MARK "PK\001\002"
#define ENTRY_SIZE 46
#define ENTRY_PACKED 20
#define ENTRY_NAME 28
#define ENTRY_EXTRA 30
#define ENTRY_COMMENT 32
#define ENTRY_OFFSET 42
#define MEMBER_MARK "PK\003\004"
#define MEMBER_SIZE 30
#define MEMBER_NAME 26
#define MEMBER_EXTRA 28
#define MARK_SIZE 4

#define BLOCK 65536
#define HEAD_SIZE 512 /* holds the declaration and the name of the first tag */
#define TAIL_SIZE 128

typedef struct
{
  const guint8 *bytes;
  gsize         size;
} Zip;

static gsize
read_16 (const Zip *zip,
         gsize      at)
{
  return (gsize) zip->bytes[at] | (gsize) zip->bytes[at + 1] << 8;
}

static gsize
read_32 (const Zip *zip,
         gsize      at)
{
  return read_16 (zip, at) | read_16 (zip, at + 2) << 16;
}

static gboolean
has_record (const Zip  *zip,
            gsize       at,
            const char *mark,
            gsize       size)
{
  return at <= zip->size && zip->size - at >= size && memcmp (zip->bytes + at, mark, MARK_SIZE) == 0;
}

/* "<?xml ...?>\n<sst ..." and "...</sst>": both ends of the same. */
static gboolean
ends_as_it_began (const char *head,
                  const char *tail)
{
  const char *start = strstr (head, "?>");
  g_autofree char *closing = NULL;

  start = start != NULL ? strchr (start, '<') : NULL;
  if (start == NULL)
    return FALSE;

  closing = g_strdup_printf ("</%.*s>", (int) strcspn (start + 1, " >/\r\n"), start + 1);
  return g_str_has_suffix (tail, closing);
}

/* Keeps the last bytes of all that was read. */
static void
keep_tail (char       *tail,
           const char *block,
           gsize       n)
{
  const gsize have = strlen (tail);
  const gsize fresh = MIN (n, TAIL_SIZE);
  const gsize old = MIN (have, TAIL_SIZE - fresh);

  memmove (tail, tail + have - old, old);
  memcpy (tail + old, block + n - fresh, fresh);
  tail[old + fresh] = '\0';
}

static gboolean
is_member_whole (const guint8 *packed,
                 gsize         size)
{
  g_autoptr(GInputStream) source = g_memory_input_stream_new_from_data (packed, (gssize) size, NULL);
  g_autoptr(GZlibDecompressor) unpack = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (source, G_CONVERTER (unpack));
  g_autofree char *block = g_malloc (BLOCK);
  char head[HEAD_SIZE + 1] = "";
  char tail[TAIL_SIZE + 1] = "";
  gssize n;

  while ((n = g_input_stream_read (stream, block, BLOCK, NULL, NULL)) > 0)
    {
      if (head[0] == '\0')
        memcpy (head, block, MIN ((gsize) n, HEAD_SIZE));
      keep_tail (tail, block, (gsize) n);
    }

  g_strchomp (tail);
  return n == 0 && ends_as_it_began (head, tail);
}

/* Looks at the member whose entry stands at @at; @next: where the next one stands. */
static gboolean
check_entry (const Zip *zip,
             gsize      at,
             gsize     *next)
{
  gsize member, start, size;

  if (!has_record (zip, at, ENTRY_MARK, ENTRY_SIZE))
    return FALSE;

  member = read_32 (zip, at + ENTRY_OFFSET);
  size = read_32 (zip, at + ENTRY_PACKED);
  *next = at + ENTRY_SIZE + read_16 (zip, at + ENTRY_NAME) + read_16 (zip, at + ENTRY_EXTRA)
          + read_16 (zip, at + ENTRY_COMMENT);
  if (!has_record (zip, member, MEMBER_MARK, MEMBER_SIZE))
    return FALSE;

  start = member + MEMBER_SIZE + read_16 (zip, member + MEMBER_NAME) + read_16 (zip, member + MEMBER_EXTRA);
  return start <= zip->size && size <= zip->size - start && is_member_whole (zip->bytes + start, size);
}

gboolean
hw_zip_check (const char *path)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  Zip zip;
  gsize end, at, n;

  if (file == NULL || g_mapped_file_get_length (file) < END_SIZE)
    return FALSE;

  zip.bytes = (const guint8 *) g_mapped_file_get_contents (file);
  zip.size = g_mapped_file_get_length (file);
  end = zip.size - END_SIZE;
  if (!has_record (&zip, end, END_MARK, END_SIZE))
    return FALSE;

  n = read_16 (&zip, end + END_COUNT);
  at = read_32 (&zip, end + END_OFFSET);
  for (gsize i = 0; i < n; i++)
    if (!check_entry (&zip, at, &at))
      return FALSE;

  return n > 0;
}
