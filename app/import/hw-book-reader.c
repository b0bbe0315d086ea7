/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-book-reader.h"

#include "import/hw-book-process.h"
#include "import/hw-xls-convert.h"

#include "core/hw-error.h"
#include "core/hw-format.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_SHEETS 512

struct _HwSheets
{
  int     rows;    /* file without a name */
  GArray *sheets;  /* (owned) of HwSheetRows */
};

static void
sheet_clear (gpointer data)
{
  HwSheetRows *sheet = data;

  g_free (sheet->name);
}

void
hw_sheets_free (HwSheets *self)
{
  if (self == NULL)
    return;

  if (self->rows >= 0)
    close (self->rows);
  g_array_unref (self->sheets);
  g_free (self);
}

static int
open_nameless (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "headway-rows-XXXXXX", NULL);
  const int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    g_unlink (path);
  return fd;
}

/* On a disk rather than in memory, where there is a place for such things. */
static int
open_rows (GError **error)
{
  const char *cache = g_get_user_cache_dir ();
  int fd = g_mkdir_with_parents (cache, 0700) == 0 ? open_nameless (cache) : -1;

  if (fd < 0)
    fd = open_nameless (g_get_tmp_dir ());
  if (fd < 0)
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "no room for its rows: %s", g_strerror (errno));

  return fd;
}

typedef struct
{
  HwSheets *book;
  gint64    end;      /* of the last sheet */
  gboolean  old;      /* it needs a converter */
  gboolean  done;
  char      code[16]; /* of what is wrong, "" if nothing was said */
  gint64    row;
  char     *why;      /* (owned) (nullable) */
} Listener;

static gboolean
take_sheet (Listener   *self,
            const char *line)
{
  HwSheetRows sheet = { 0 };
  g_auto(GStrv) words = g_strsplit (line, " ", 7);

  if (g_strv_length (words) != 7 || self->book->sheets->len >= MAX_SHEETS)
    return FALSE;

  sheet.from = g_ascii_strtoll (words[1], NULL, 10);
  sheet.to = g_ascii_strtoll (words[2], NULL, 10);
  sheet.n_rows = g_ascii_strtoll (words[3], NULL, 10);
  sheet.n_columns = (guint) g_ascii_strtoull (words[4], NULL, 10);
  sheet.hidden = *words[5] == '1';
  sheet.name = g_uri_unescape_string (words[6], NULL);
  if (sheet.name == NULL || sheet.from != self->end || sheet.to < sheet.from)
    {
      g_free (sheet.name);
      return FALSE;
    }

  self->end = sheet.to;
  g_array_append_val (self->book->sheets, sheet);
  return TRUE;
}

static gboolean
take_line (const char *line,
           gpointer    data)
{
  Listener *self = data;
  const char *at;

  switch (*line)
    {
    case 'S':
      return take_sheet (self, line);
    case 'X':
      self->old = TRUE;
      return TRUE;
    case 'D':
      self->done = TRUE;
      return TRUE;
    case 'E':
      at = strchr (line + MIN (strlen (line), 2), ' ');
      if (at == NULL)
        return FALSE;
      g_strlcpy (self->code, line + 2, MIN (sizeof self->code, (gsize) (at - line) - 1));
      self->row = g_ascii_strtoll (at, NULL, 10);
      self->why = g_utf8_make_valid (at + 1, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
say_damaged (GError     **error,
             const char  *name,
             gint64       row)
{
  g_autoptr(HwFormat) format = hw_format_new (NULL, NULL, "EUR");
  g_autofree char *number = hw_format_number (format, (double) row, 0);

  if (row > 0)
    /* Translators: 1 a file's name, 2 a row number. */
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED,
                 _("%1$s is damaged after row %2$s. Save it again from your spreadsheet program and try again."), name, number);
  else
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED,
                 _("%s is damaged. Save it again from your spreadsheet program and try again."), name);
}

/* In the owner's words. */
static void
say (const Listener  *self,
     const char      *name,
     GError         **error)
{
  if (self->why != NULL)
    g_debug ("%s: %s", name, self->why);

  if (g_str_equal (self->code, "locked"))
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_LOCKED,
                 _("%s is protected by a password. Take it off in your spreadsheet program, save the file and try again."), name);
  else if (g_str_equal (self->code, "too-big"))
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG,
                 _("%s holds far more than we can read. Save the sheet with the data in a file of its own and try again."), name);
  else if (g_str_equal (self->code, "old"))
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OLD_FORMAT,
                 _("%s is a binary workbook (.xlsb). Save it as .xlsx in your spreadsheet program and try again."), name);
  else if (g_str_equal (self->code, "format"))
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_FORMAT,
                 _("%s is not a table. Save it as .xlsx or CSV in the program it comes from and try again."), name);
  else
    say_damaged (error, name, self->row);
}

/* One run of the helper over @path; @old tells that a converter must come first. */
static gboolean
take_apart (HwSheets      *book,
            const char    *path,
            const char    *name,
            const HwTick  *tick,
            gboolean      *old,
            GError       **error)
{
  Listener listener = { .book = book };
  gboolean ok = FALSE;

  if (hw_book_process_run (path, book->rows, take_line, &listener, tick, error))
    {
      *old = listener.old;
      ok = listener.old || (listener.done && listener.code[0] == '\0');
      if (!ok)
        say (&listener, name, error);
    }

  g_free (listener.why);
  return ok;
}

static gboolean
read_old (HwSheets      *book,
          const char    *path,
          const char    *name,
          const HwTick  *tick,
          GError       **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *converted = hw_xls_convert (path, name, &folder, tick, error);
  gboolean ok, old = FALSE;

  if (converted == NULL)
    return FALSE;

  ok = take_apart (book, converted, name, tick, &old, error);
  hw_xls_convert_clean (folder);
  if (ok && old)
    say_damaged (error, name, 0);
  return ok && !old;
}

HwSheets *
hw_sheets_open (const char    *path,
                HwFileForm     form,
                const HwTick  *tick,
                GError       **error)
{
  g_autoptr(HwSheets) self = g_new0 (HwSheets, 1);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  gboolean old = FALSE;

  self->sheets = g_array_new (FALSE, FALSE, sizeof (HwSheetRows));
  g_array_set_clear_func (self->sheets, sheet_clear);
  self->rows = open_rows (error);
  if (self->rows < 0 || !take_apart (self, path, shown, tick, &old, error)
      || (old && !read_old (self, path, shown, tick, error)))
    return NULL;

  return g_steal_pointer (&self);
}

guint
hw_sheets_get_n (const HwSheets *self)
{
  return self->sheets->len;
}

const HwSheetRows *
hw_sheets_get (const HwSheets *self,
               guint           sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return &g_array_index (self->sheets, HwSheetRows, sheet);
}

HwSpool *
hw_sheets_read (const HwSheets *self,
                guint           sheet)
{
  const HwSheetRows *it = hw_sheets_get (self, sheet);

  return it != NULL ? hw_spool_new (self->rows, it->from, it->to) : NULL;
}
