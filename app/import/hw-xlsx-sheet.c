/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-xlsx-sheet.h"

#include "core/hw-error.h"

#include <string.h>

#define SMALL_PART  (1024 * 1024) /* packed bytes: what a person keeps by hand */
#define MAX_MERGES  1000
#define MERGE_WIDTH 256

typedef struct
{
  gint64 row, last_row;     /* from 1 */
  gint64 column, last_column; /* from 0 */
} Merge;

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT,
  TYPE_BOOL,
  TYPE_ERROR,
  TYPE_DATE,
} Type;

typedef struct
{
  HwXlsx     *book;
  GArray     *merges;      /* of Merge */
  gboolean    in_rows;
  gint64      row;
  gint64      column;      /* of the cell at hand, from 0 */
  gint64      style;
  Type        type;
  gboolean    in_cell;
  gboolean    formula;
  gboolean    has_value;
  gboolean    take;        /* the text that comes is the cell's */
  int         phonetic;
  GByteArray *text;
} Run;

static gboolean
damaged (GError     **error,
         const char  *what)
{
  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, what);
  return FALSE;
}

/* "AB12": column 27, row 12. */
static gboolean
read_place (const HwXmlText *text,
            gint64          *row,
            gint64          *column)
{
  gsize i = 0;

  *row = 0;
  *column = 0;
  for (; i < text->length && g_ascii_isalpha (text->text[i]) && i < 4; i++)
    *column = *column * 26 + (g_ascii_toupper (text->text[i]) - 'A' + 1);
  if (i == 0 || i == text->length || text->length - i > 8)
    return FALSE;

  for (; i < text->length; i++)
    {
      if (!g_ascii_isdigit (text->text[i]))
        return FALSE;
      *row = *row * 10 + (text->text[i] - '0');
    }

  (*column)--;
  return *column < HW_BOOK_MAX_COLUMNS && *row >= 1 && *row <= HW_BOOK_MAX_ROWS;
}

static gboolean
begin_row (Run                    *run,
           const HwXmlAttributes  *attributes,
           GError                **error)
{
  HwXmlText r;

  if (hw_xml_attribute (attributes, "r", &r))
    {
      const gint64 row = hw_xml_text_int (&r);

      if (row <= run->row)
        return damaged (error, "its rows are out of order");
      run->row = row;
    }
  else
    run->row++;

  run->column = -1;
  return run->row <= HW_BOOK_MAX_ROWS || damaged (error, "a row beyond the last");
}

static Type
type_of (const HwXmlText *t)
{
  if (t->length == 0 || hw_xml_text_is (t, "n"))
    return TYPE_NUMBER;
  if (hw_xml_text_is (t, "s"))
    return TYPE_SHARED;
  if (hw_xml_text_is (t, "b"))
    return TYPE_BOOL;
  if (hw_xml_text_is (t, "e"))
    return TYPE_ERROR;
  if (hw_xml_text_is (t, "d"))
    return TYPE_DATE;

  return TYPE_TEXT;
}

static gboolean
begin_cell (Run                    *run,
            const HwXmlAttributes  *attributes,
            GError                **error)
{
  HwXmlText text;
  gint64 row;

  run->column++;
  run->type = TYPE_NUMBER;
  run->style = -1;
  for (int i = 0; i < attributes->n; i++)
    {
      const guchar **field = attributes->fields + (gsize) i * 5;

      if (field[0][0] == '\0' || field[0][1] != '\0')
        continue;
      text = (HwXmlText) { (const char *) field[3], (gsize) (field[4] - field[3]) };
      if (field[0][0] == 'r' && (!read_place (&text, &row, &run->column) || row != run->row))
        return damaged (error, "a cell where no cell can be");
      if (field[0][0] == 's')
        run->style = hw_xml_text_int (&text);
      else if (field[0][0] == 't')
        run->type = type_of (&text);
    }

  run->in_cell = TRUE;
  run->formula = run->has_value = FALSE;
  g_byte_array_set_size (run->text, 0);
  return run->column < HW_BOOK_MAX_COLUMNS || damaged (error, "a column beyond the last");
}

static gboolean
start_cb (gpointer                data,
          const char             *name,
          const HwXmlAttributes  *attributes,
          GError                **error)
{
  Run *run = data;

  if (!run->in_rows)
    {
      run->in_rows = strcmp (name, "sheetData") == 0;
      return TRUE;
    }
  if (!run->in_cell)
    return strcmp (name, "row") == 0 ? begin_row (run, attributes, error)
           : strcmp (name, "c") != 0 || begin_cell (run, attributes, error);

  if (name[0] != '\0' && name[1] == '\0')
    {
      run->take = (name[0] == 'v' || name[0] == 't') && run->phonetic == 0;
      run->has_value |= run->take;
      run->formula |= name[0] == 'f';
      return TRUE;
    }

  run->take = FALSE;
  run->phonetic += strcmp (name, "rPh") == 0;
  return TRUE;
}

static gboolean
text_cb (gpointer     data,
         const char  *text,
         gsize        length,
         GError     **error)
{
  Run *run = data;

  if (run->take && run->text->len + length <= HW_CSV_MAX_RECORD)
    g_byte_array_append (run->text, (const guint8 *) text, (guint) length);
  return TRUE;
}

static void
put_number (Run           *run,
            HwSpoolWriter *row,
            const char    *text,
            gsize          length)
{
  static const HwNumberFormat plain = { HW_FORMAT_PLAIN, 0, "" };
  const HwXlsx *book = run->book;
  const HwNumberFormat *format = run->style >= 0 && run->style < (gint64) book->styles->len
                                 ? &g_array_index (book->styles, HwNumberFormat, run->style) : &plain;
  char number[HW_VALUE_TEXT];
  gsize n = 0;
  const HwCellHint hint = hw_number_format_read (format, book->since_1904, text, length, number, &n);

  if (n > 0)
    hw_spool_writer_add (row, (guint) run->column, hint, number, n);
  else
    hw_spool_writer_add (row, (guint) run->column, HW_CELL_TEXT, text, length);
}

/* "2026-01-31T00:00:00Z" as a date cell has it. */
static void
put_date (Run           *run,
          HwSpoolWriter *row,
          char          *text,
          gsize          length)
{
  if (length > 10 && text[10] == 'T')
    {
      text[10] = ' ';
      length = MIN (length, 19);
      if (length == 19 && memcmp (text + 11, "00:00:00", 8) == 0)
        length = 10;
    }
  hw_spool_writer_add (row, (guint) run->column, HW_CELL_DATE, text, length);
}

static gboolean
end_cell (Run     *run,
          GError **error)
{
  HwSpoolWriter *row = hw_book_writer_get_row (run->book->out);
  char *text = (char *) run->text->data;
  const char *shared;
  gsize length = run->text->len;
  HwXmlText index;

  run->in_cell = run->take = FALSE;
  if (length == 0)
    {
      if (run->formula && !run->has_value)
        hw_spool_writer_add (row, (guint) run->column, HW_CELL_NOT_CALCULATED, "", 0);
      return TRUE;
    }

  switch (run->type)
    {
    case TYPE_NUMBER:
      put_number (run, row, text, length);
      break;
    case TYPE_SHARED:
      index = (HwXmlText) { text, length };
      if (!hw_xlsx_strings_get (&run->book->strings, hw_xml_text_int (&index), &shared, &length))
        return damaged (error, "a text that is not there");
      hw_spool_writer_add (row, (guint) run->column, HW_CELL_TEXT, shared, length);
      break;
    case TYPE_BOOL:
      hw_spool_writer_add (row, (guint) run->column, HW_CELL_BOOL, *text == '1' ? "TRUE" : "FALSE", *text == '1' ? 4 : 5);
      break;
    case TYPE_ERROR:
      hw_spool_writer_add (row, (guint) run->column, HW_CELL_ERROR, text, length);
      break;
    case TYPE_DATE:
      put_date (run, row, text, length);
      break;
    case TYPE_TEXT:
    default:
      hw_spool_writer_add (row, (guint) run->column, HW_CELL_TEXT, text, hw_xlsx_unescape (text, length));
      break;
    }

  return TRUE;
}

/* The cells that are parts of others. */
static void
put_merges (Run *run)
{
  HwSpoolWriter *row = hw_book_writer_get_row (run->book->out);

  for (guint i = 0; i < run->merges->len; i++)
    {
      const Merge *merge = &g_array_index (run->merges, Merge, i);

      if (run->row < merge->row || run->row > merge->last_row)
        continue;
      if (run->row > merge->row)
        hw_spool_writer_add (row, (guint) merge->column, HW_CELL_UNDER, "", 0);
      for (gint64 c = merge->column + 1; c <= merge->last_column; c++)
        hw_spool_writer_add (row, (guint) c, HW_CELL_BESIDE, "", 0);
    }
}

static gboolean
end_cb (gpointer     data,
        const char  *name,
        GError     **error)
{
  Run *run = data;

  run->take = FALSE;
  if (!run->in_rows)
    return TRUE;

  if (name[0] != '\0' && name[1] == '\0')
    return name[0] != 'c' || !run->in_cell || end_cell (run, error);
  run->phonetic -= strcmp (name, "rPh") == 0;
  if (strcmp (name, "row") == 0)
    {
      put_merges (run);
      return hw_book_writer_end_row (run->book->out, run->row, error);
    }

  run->in_rows = strcmp (name, "sheetData") != 0;
  return TRUE;
}

static gboolean
merge_start (gpointer                data,
             const char             *name,
             const HwXmlAttributes  *attributes,
             GError                **error)
{
  GArray *merges = data;
  HwXmlText ref, first, second;
  const char *colon;
  Merge merge;

  if (strcmp (name, "mergeCell") != 0 || merges->len >= MAX_MERGES || !hw_xml_attribute (attributes, "ref", &ref))
    return TRUE;
  colon = memchr (ref.text, ':', ref.length);
  if (colon == NULL)
    return TRUE;

  first = (HwXmlText) { ref.text, (gsize) (colon - ref.text) };
  second = (HwXmlText) { colon + 1, ref.length - first.length - 1 };
  if (read_place (&first, &merge.row, &merge.column) && read_place (&second, &merge.last_row, &merge.last_column)
      && merge.last_column - merge.column < MERGE_WIDTH)
    g_array_append_val (merges, merge);
  return TRUE;
}

static gboolean
merge_end (gpointer     data,
           const char  *name,
           GError     **error)
{
  return TRUE;
}

static gboolean
merge_text (gpointer     data,
            const char  *text,
            gsize        length,
            GError     **error)
{
  return TRUE;
}

gboolean
hw_xlsx_sheet_read (HwXlsx      *self,
                    const char  *part,
                    GError     **error)
{
  static const HwXmlHandler merge_handler = { merge_start, merge_end, merge_text };
  static const HwXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr(GByteArray) text = g_byte_array_new ();
  g_autoptr(GArray) merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  Run run = { .book = self, .merges = merges, .text = text };

  /* What is wrong with the part shows again when its rows are read. */
  if (hw_zip_get_packed (self->zip, part) <= SMALL_PART)
    hw_zip_xml_read (self->zip, part, &merge_handler, merges, NULL, NULL, NULL);

  return hw_zip_xml_read (self->zip, part, &handler, &run, hw_book_writer_share, self->out, error);
}
