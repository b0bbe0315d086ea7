/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-xlsx.h"

#include "import/hw-xlsx-sheet.h"

#include "core/hw-error.h"

#include <string.h>

#define STRINGS_SHARE 0.1

typedef struct
{
  char     *name;    /* (owned) */
  char     *part;    /* (owned) */
  gboolean  hidden;
} Sheet;

typedef struct
{
  GArray   *links;
  GArray   *sheets;  /* of Sheet */
  gboolean  since_1904;
} BookRun;

static void
sheet_clear (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
}

static gboolean
book_start (gpointer                data,
            const char             *name,
            const HwXmlAttributes  *attributes,
            GError                **error)
{
  BookRun *run = data;
  HwXmlText text, state, id;
  const HwXlsxLink *link;

  if (strcmp (name, "workbookPr") == 0 && hw_xml_attribute (attributes, "date1904", &text))
    run->since_1904 = hw_xml_text_is (&text, "1") || hw_xml_text_is (&text, "true");
  if (strcmp (name, "sheet") != 0 || run->sheets->len >= HW_BOOK_MAX_SHEETS || !hw_xml_attribute (attributes, "id", &id))
    return TRUE;

  /* Sheets of charts alone hold no cells. */
  link = hw_xlsx_links_find (run->links, "worksheet", &id);
  if (link != NULL)
    {
      Sheet sheet = { .part = g_strdup (link->target) };

      hw_xml_attribute (attributes, "name", &text);
      hw_xml_attribute (attributes, "state", &state);
      sheet.name = g_strndup (text.text, text.length);
      sheet.hidden = state.length > 0 && !hw_xml_text_is (&state, "visible");
      g_array_append_val (run->sheets, sheet);
    }

  return TRUE;
}

static gboolean
book_end (gpointer     data,
          const char  *name,
          GError     **error)
{
  return TRUE;
}

static gboolean
book_text (gpointer     data,
           const char  *text,
           gsize        length,
           GError     **error)
{
  return TRUE;
}

static gboolean
read_sheets (HwXlsx        *self,
             const GArray  *sheets,
             GError       **error)
{
  gint64 all = 0, done = 0;

  for (guint i = 0; i < sheets->len; i++)
    all += MAX (hw_zip_get_packed (self->zip, g_array_index (sheets, Sheet, i).part), 1);

  for (guint i = 0; i < sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (sheets, Sheet, i);
      const gint64 next = done + MAX (hw_zip_get_packed (self->zip, sheet->part), 1);

      hw_book_writer_set_part (self->out, STRINGS_SHARE + (1 - STRINGS_SHARE) * (double) done / (double) all,
                               STRINGS_SHARE + (1 - STRINGS_SHARE) * (double) next / (double) all);
      done = next;
      if (!hw_book_writer_begin_sheet (self->out, sheet->name, strlen (sheet->name), sheet->hidden, error)
          || !hw_xlsx_sheet_read (self, sheet->part, error)
          || !hw_book_writer_end_sheet (self->out, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
target_of (const GArray *links,
           const char   *type)
{
  const HwXlsxLink *link = hw_xlsx_links_find (links, type, NULL);

  return link != NULL ? link->target : NULL;
}

gboolean
hw_xlsx_read (HwZip         *zip,
              HwBookWriter  *out,
              GError       **error)
{
  static const HwXmlHandler handler = { book_start, book_end, book_text };
  g_autoptr(GArray) top = hw_xlsx_links_read (zip, "", error);
  g_autoptr(GArray) links = NULL;
  g_autoptr(GArray) sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  HwXlsx self = { .zip = zip, .out = out };
  const char *book = top != NULL ? target_of (top, "officeDocument") : NULL;
  BookRun run = { .sheets = sheets };
  gboolean ok;

  g_array_set_clear_func (sheets, sheet_clear);
  if (top == NULL)
    return FALSE;
  if (book == NULL)
    book = "xl/workbook.xml";
  run.links = links = hw_xlsx_links_read (zip, book, error);
  if (links == NULL || !hw_zip_xml_read (zip, book, &handler, &run, NULL, NULL, error))
    return FALSE;
  if (sheets->len == 0)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "no sheet");
      return FALSE;
    }

  self.since_1904 = run.since_1904;
  hw_book_writer_set_part (out, 0, STRINGS_SHARE);
  self.styles = hw_xlsx_styles_read (zip, target_of (links, "styles"), error);
  ok = self.styles != NULL
       && hw_xlsx_strings_read (&self.strings, zip, target_of (links, "sharedStrings"), hw_book_writer_share, out, error)
       && read_sheets (&self, sheets, error);

  hw_xlsx_strings_clear (&self.strings);
  g_clear_pointer (&self.styles, g_array_unref);
  return ok;
}
