/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-book.h: a workbook out of fuzzed bytes: a whole archive if they begin as one,
 * else its parts one after another, each ended by a NUL, so that no check sum stands
 * between the bytes and the readers.
 */
#pragma once

#include "import/hw-book-child.h"

#include "fuzz.h"

#include <fcntl.h>

static inline void
put_word (GByteArray *to,
          guint32     value,
          guint       bytes)
{
  for (guint i = 0; i < bytes; i++)
    {
      const guint8 byte = (guint8) (value >> (8 * i));

      g_byte_array_append (to, &byte, 1);
    }
}

static inline guint32
sum_of (const uint8_t *data,
        gsize          n)
{
  guint32 sum = 0xFFFFFFFF;

  for (gsize i = 0; i < n; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = (sum >> 1) ^ (0xEDB88320 & (0 - (sum & 1)));
    }

  return ~sum;
}

/* What a local head and an entry of the directory have in common. */
static inline void
put_head (GByteArray    *to,
          const char    *name,
          const uint8_t *data,
          gsize          n)
{
  put_word (to, 20, 2);
  put_word (to, 0, 2);
  put_word (to, 0, 2);
  put_word (to, 0, 4);
  put_word (to, sum_of (data, n), 4);
  put_word (to, (guint32) n, 4);
  put_word (to, (guint32) n, 4);
  put_word (to, (guint32) strlen (name), 2);
  put_word (to, 0, 2);
}

/* A stored archive; the last part takes what is left. */
static inline int
fuzz_archive (const uint8_t     *data,
              gsize              size,
              const char *const *names,
              guint              n_names)
{
  g_autoptr (GByteArray) zip = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  const uint8_t *const end = data + size;
  guint n = 0;
  guint32 start;

  for (; n < n_names && data < end; n++)
    {
      const uint8_t *nul = n + 1 < n_names ? memchr (data, 0, (gsize) (end - data)) : NULL;
      const gsize length = nul != NULL ? (gsize) (nul - data) : (gsize) (end - data);
      const guint32 at = zip->len;

      put_word (zip, 0x04034b50, 4);
      put_head (zip, names[n], data, length);
      g_byte_array_append (zip, (const guint8 *) names[n], (guint) strlen (names[n]));
      g_byte_array_append (zip, data, (guint) length);

      put_word (directory, 0x02014b50, 4);
      put_word (directory, 20, 2);
      put_head (directory, names[n], data, length);
      put_word (directory, 0, 2);
      put_word (directory, 0, 4);
      put_word (directory, 0, 4);
      put_word (directory, at, 4);
      g_byte_array_append (directory, (const guint8 *) names[n], (guint) strlen (names[n]));
      data += MIN (length + 1, (gsize) (end - data));
    }

  start = zip->len;
  g_byte_array_append (zip, directory->data, directory->len);
  put_word (zip, 0x06054b50, 4);
  put_word (zip, 0, 4);
  put_word (zip, n, 2);
  put_word (zip, n, 2);
  put_word (zip, directory->len, 4);
  put_word (zip, start, 4);
  put_word (zip, 0, 2);
  return fuzz_file (zip->data, zip->len);
}

/* Takes it apart and reads its rows back. */
static inline void
fuzz_take_apart (int in)
{
  static int lines = -1;
  const int rows = fuzz_file ("", 0);
  g_autoptr (HwBookWriter) out = NULL;
  g_autoptr (HwSpool) spool = NULL;
  g_autoptr (GError) error = NULL;
  HwRecord record;
  gboolean old;

  if (lines < 0)
    lines = open ("/dev/null", O_WRONLY);
  out = hw_book_writer_new (rows, lines);
  if (hw_book_take_apart (in, out, &old, &error) != (error == NULL))
    abort ();
  hw_book_writer_finish (out, error);

  if (error == NULL && !old)
    {
      spool = hw_spool_new (rows, 0, lseek (rows, 0, SEEK_END));
      while (hw_spool_next (spool, &record, &error))
        for (guint i = 0; i < record.n_cells; i++)
          if (strlen (hw_cell_text (&record.cells[i])) > record.cells[i].length)
            abort ();
      if (error != NULL)
        abort ();
    }

  close (rows);
  close (in);
}

static inline void
fuzz_book (const uint8_t     *data,
           gsize              size,
           const char *const *names,
           guint              n_names)
{
  if (size > 4 && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "\320\317\021\340", 4) == 0))
    fuzz_take_apart (fuzz_file (data, size));
  else
    fuzz_take_apart (fuzz_archive (data, size, names, n_names));
}
