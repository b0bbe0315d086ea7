/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-book-fixture.h: workbooks made by hand, part by part, and read back as lines:
 *
 *   1 n:12.5 t:abc d:2026-01-31
 *
 * A letter for each hint stands before the cell: text, number, day, bool, error,
 * calculated not yet, under, left of.
 */
#pragma once

#include "import/hw-book-reader.h"

#include "core/hw-error.h"

#include <glib/gstdio.h>
#include <zip.h>

typedef struct
{
  const char *name;
  const char *text;
} Part;

static inline char *
book_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hw-book-XXXXXX", NULL);

  return g_build_filename (folder, "book.xlsx", NULL);
}

static inline void
book_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

/* Parts until one without a name. */
static inline void
book_write (const char *path,
            const Part *parts)
{
  int code;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);

  g_assert_nonnull (zip);
  for (; parts->name != NULL; parts++)
    {
      zip_source_t *source = zip_source_buffer (zip, parts->text, strlen (parts->text), 0);

      g_assert_cmpint (zip_file_add (zip, parts->name, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (zip), ==, 0);
}

static inline char *
book_lines (const HwSheets *book,
            guint           sheet)
{
  static const char hints[HW_CELL_N_HINTS] = { 't', 'n', 'd', 'b', 'e', 'c', 'u', 'l' };
  g_autoptr (HwSpool) rows = hw_sheets_read (book, sheet);
  g_autoptr (GError) error = NULL;
  GString *lines = g_string_new (NULL);
  HwRecord record;

  while (hw_spool_next (rows, &record, &error))
    {
      g_string_append_printf (lines, "%" G_GINT64_FORMAT, record.number);
      for (guint i = 0; i < record.n_cells; i++)
        g_string_append_printf (lines, " %c:%s", hints[record.cells[i].hint], hw_cell_text (&record.cells[i]));
      g_string_append_c (lines, '\n');
    }

  g_assert_no_error (error);
  return g_string_free (lines, FALSE);
}

static inline HwSheets *
book_open (const Part  *parts,
           GError     **error)
{
  g_autofree char *path = book_path ();
  HwSheets *book;

  book_write (path, parts);
  book = hw_sheets_open (path, HW_FORM_BOOK, NULL, error);
  book_remove (path);
  return book;
}

/* The first sheet of a book that must open. */
static inline void
book_assert_reads (const Part *parts,
                   const char *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSheets) book = book_open (parts, &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  read = book_lines (book, 0);
  g_assert_cmpstr (read, ==, lines);
}

static inline void
book_assert_refused (const Part *parts,
                     int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSheets) book = book_open (parts, &error);

  g_assert_null (book);
  g_assert_error (error, HW_IMPORT_ERROR, code);
  g_test_message ("%s", error->message);
}
