/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-ods.h"

#include "import/hw-zip-xml.h"

#include "core/hw-error.h"

#include <string.h>

#define MAX_REPEATED   (4 * 1000 * 1000) /* cells with something in them that stand there more than once */
#define MAX_STYLES     4096
#define MAX_SPAN_WIDTH 256

typedef struct
{
  HwCellHint hint;
  gsize      at;      /* in the texts of the row */
  gsize      length;
  guint      column;
  guint      times;
} Cell;

typedef struct
{
  HwBookWriter *out;
  GHashTable   *hidden;     /* (owned) names of table styles that hide */
  char         *style;      /* (owned) (nullable) the style being defined */
  int           tables;     /* depth: a table in a cell is none of ours */
  int           notes;      /* depth in notes and other things that are no cell text */
  gint64        row;        /* the last one */
  gint64        row_times;
  gint64        column;
  GArray       *cells;      /* of Cell: those of the row that are not blank */
  GByteArray   *texts;
  gboolean      in_cell;
  gboolean      in_text;    /* inside a paragraph */
  guint         paragraphs;
  gint64        times;      /* of the cell at hand */
  HwCellHint    hint;
  GByteArray   *value;      /* what the cell says its value is */
  GByteArray   *shown;      /* what it shows */
  gboolean      formula;
  gint64        repeated;
} Run;

static gboolean
too_big (GError     **error,
         const char  *why)
{
  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG, why);
  return FALSE;
}

static gint64
repeats (const HwXmlAttributes *attributes,
         const char            *name)
{
  HwXmlText text;

  return hw_xml_attribute (attributes, name, &text) ? MAX (hw_xml_text_int (&text), 1) : 1;
}

static void
set (GByteArray      *to,
     const HwXmlText *text)
{
  g_byte_array_set_size (to, 0);
  if (text->length <= HW_CSV_MAX_RECORD)
    g_byte_array_append (to, (const guint8 *) text->text, (guint) text->length);
}

static void
append (GByteArray *to,
        const char *text,
        gsize       length)
{
  if (to->len + length <= HW_CSV_MAX_RECORD)
    g_byte_array_append (to, (const guint8 *) text, (guint) length);
}

/* "-12.50", "1.2E5": what a number must look like to be one. */
static gboolean
is_number (const GByteArray *text)
{
  char copy[64];
  char *end;

  if (text->len == 0 || text->len >= sizeof copy || !(g_ascii_isdigit (text->data[0]) || text->data[0] == '-' || text->data[0] == '.'))
    return FALSE;

  memcpy (copy, text->data, text->len);
  copy[text->len] = '\0';
  g_ascii_strtod (copy, &end);
  return *end == '\0';
}

static gboolean
all_like (const GByteArray *text,
          const char       *like)
{
  const gsize n = strlen (like);

  if (text->len < n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (like[i] == '0' ? !g_ascii_isdigit (text->data[i]) : (char) text->data[i] != like[i])
      return FALSE;

  return TRUE;
}

/* "2026-01-31T13:45:00.000" becomes "2026-01-31 13:45:00". */
static gboolean
make_date (GByteArray *text)
{
  if (!all_like (text, "0000-00-00") || (text->len > 10 && !all_like (text, "0000-00-00T00:00:00")))
    return FALSE;
  if (text->len == 10)
    return TRUE;

  text->data[10] = ' ';
  g_byte_array_set_size (text, memcmp (text->data + 11, "00:00:00", 8) == 0 ? 10 : 19);
  return TRUE;
}

/* "PT13H45M00S" becomes "13:45:00". */
static gboolean
make_time (GByteArray *text)
{
  static const char marks[] = { 'H', 'M', 'S' };
  char out[32];
  int parts[3] = { 0, 0, 0 };
  guint at = 2;

  if (text->len < 4 || memcmp (text->data, "PT", 2) != 0)
    return FALSE;

  for (int i = 0; i < 3; i++)
    {
      guint p = at;
      int value = 0;

      for (; p < text->len && p < at + 6 && g_ascii_isdigit (text->data[p]); p++)
        value = value * 10 + (text->data[p] - '0');
      while (i == 2 && p < text->len && text->data[p] != 'S')
        p++;
      if (p == at || p == text->len || (char) text->data[p] != marks[i])
        continue;
      parts[i] = value;
      at = p + 1;
    }

  g_snprintf (out, sizeof out, "%02d:%02d:%02d", parts[0], parts[1], parts[2]);
  set (text, &(HwXmlText) { out, strlen (out) });
  return at > 2;
}

/* What the attributes say; a value that cannot be one leaves what is shown. */
static void
take_value (Run                   *run,
            const HwXmlAttributes *attributes)
{
  HwXmlText type, value;
  gboolean fine = FALSE;

  run->hint = HW_CELL_TEXT;
  g_byte_array_set_size (run->value, 0);
  if (!hw_xml_attribute (attributes, "value-type", &type))
    return;

  if (hw_xml_text_is (&type, "float") || hw_xml_text_is (&type, "currency") || hw_xml_text_is (&type, "percentage"))
    {
      hw_xml_attribute (attributes, "value", &value);
      set (run->value, &value);
      run->hint = HW_CELL_NUMBER;
      fine = is_number (run->value);
    }
  else if (hw_xml_text_is (&type, "date"))
    {
      hw_xml_attribute (attributes, "date-value", &value);
      set (run->value, &value);
      run->hint = HW_CELL_DATE;
      fine = make_date (run->value);
    }
  else if (hw_xml_text_is (&type, "time"))
    {
      hw_xml_attribute (attributes, "time-value", &value);
      set (run->value, &value);
      run->hint = HW_CELL_DATE;
      fine = make_time (run->value);
    }
  else if (hw_xml_text_is (&type, "boolean"))
    {
      hw_xml_attribute (attributes, "boolean-value", &value);
      set (run->value, hw_xml_text_is (&value, "true") ? &(HwXmlText) { "TRUE", 4 } : &(HwXmlText) { "FALSE", 5 });
      run->hint = HW_CELL_BOOL;
      fine = TRUE;
    }
  else if (hw_xml_attribute (attributes, "string-value", &value))
    {
      set (run->value, &value);
      fine = TRUE;
    }

  if (!fine)
    run->hint = HW_CELL_TEXT;
}

static void
begin_cell (Run                   *run,
            const HwXmlAttributes *attributes,
            gboolean               covered)
{
  HwXmlText text;

  run->in_cell = TRUE;
  run->in_text = FALSE;
  run->paragraphs = 0;
  run->times = repeats (attributes, "number-columns-repeated");
  run->formula = hw_xml_attribute (attributes, "formula", &text);
  g_byte_array_set_size (run->shown, 0);
  take_value (run, attributes);
  if (covered && run->value->len == 0)
    run->hint = HW_CELL_BESIDE;
}

static gboolean
keep_cell (Run         *run,
           HwCellHint   hint,
           const char  *text,
           gsize        length,
           GError     **error)
{
  const Cell cell = { hint, run->texts->len, length, (guint) run->column, (guint) run->times };

  if (run->column + run->times > HW_BOOK_MAX_COLUMNS)
    return too_big (error, "a column beyond the last");

  append (run->texts, text, length);
  if (run->texts->len == cell.at + length)
    g_array_append_val (run->cells, cell);
  return TRUE;
}

static gboolean
end_cell (Run     *run,
          GError **error)
{
  const GByteArray *from = run->value->len > 0 && (run->hint != HW_CELL_TEXT || run->shown->len == 0) ? run->value : run->shown;
  HwCellHint hint = run->hint;
  gboolean ok = TRUE;

  run->in_cell = FALSE;
  if (from == run->shown && hint != HW_CELL_BESIDE)
    hint = from->len > 1 && from->len < 12 && from->data[0] == '#' && g_ascii_isupper (from->data[1]) && run->formula ? HW_CELL_ERROR : HW_CELL_TEXT;

  if (from->len > 0)
    ok = keep_cell (run, hint, (const char *) from->data, from->len, error);
  else if (run->formula)
    ok = keep_cell (run, HW_CELL_NOT_CALCULATED, "", 0, error);
  else if (hint == HW_CELL_BESIDE && run->times < MAX_SPAN_WIDTH && run->column + run->times < HW_BOOK_MAX_COLUMNS)
    ok = keep_cell (run, hint, "", 0, error);

  run->column = MIN (run->column + run->times, (gint64) G_MAXINT32);
  return ok;
}

static gboolean
put_row (Run     *run,
         gint64   number,
         GError **error)
{
  HwSpoolWriter *row = hw_book_writer_get_row (run->out);

  for (guint i = 0; i < run->cells->len; i++)
    {
      const Cell *cell = &g_array_index (run->cells, Cell, i);

      for (guint t = 0; t < cell->times; t++)
        hw_spool_writer_add (row, cell->column + t, cell->hint, (const char *) run->texts->data + cell->at, cell->length);
    }

  return hw_book_writer_end_row (run->out, number, error);
}

static gboolean
end_row (Run     *run,
         GError **error)
{
  gint64 cells = 0;

  for (guint i = 0; i < run->cells->len; i++)
    if (g_array_index (run->cells, Cell, i).hint != HW_CELL_BESIDE)
      cells += g_array_index (run->cells, Cell, i).times;

  if (cells > 0)
    {
      run->repeated += cells > (gint64) run->cells->len || run->row_times > 1 ? cells * MIN (run->row_times, HW_BOOK_MAX_ROWS) : 0;
      if (run->repeated > MAX_REPEATED)
        return too_big (error, "cells repeated without end");
      for (gint64 i = 1; i <= run->row_times; i++)
        if (!put_row (run, run->row + i, error))
          return FALSE;
    }

  run->row = MIN (run->row + run->row_times, (gint64) G_MAXINT32);
  g_array_set_size (run->cells, 0);
  g_byte_array_set_size (run->texts, 0);
  return TRUE;
}

static gboolean
begin_table (Run                    *run,
             const HwXmlAttributes  *attributes,
             GError                **error)
{
  HwXmlText name, style;
  g_autofree char *style_name = NULL;

  if (++run->tables > 1)
    return TRUE;

  hw_xml_attribute (attributes, "name", &name);
  hw_xml_attribute (attributes, "style-name", &style);
  style_name = g_strndup (style.text, style.length);
  run->row = 0;
  return hw_book_writer_begin_sheet (run->out, name.text, name.length, g_hash_table_contains (run->hidden, style_name), error);
}

/* Tables are hidden by their style. */
static void
begin_style (Run                   *run,
             const char            *name,
             const HwXmlAttributes *attributes)
{
  HwXmlText text;

  if (strcmp (name, "style") == 0)
    {
      g_clear_pointer (&run->style, g_free);
      if (hw_xml_attribute (attributes, "name", &text))
        run->style = g_strndup (text.text, text.length);
    }
  else if (strcmp (name, "table-properties") == 0 && run->style != NULL && g_hash_table_size (run->hidden) < MAX_STYLES
           && hw_xml_attribute (attributes, "display", &text) && hw_xml_text_is (&text, "false"))
    g_hash_table_add (run->hidden, g_strdup (run->style));
}

static void
begin_in_cell (Run                   *run,
               const char            *name,
               const HwXmlAttributes *attributes)
{
  if (strcmp (name, "annotation") == 0 || strcmp (name, "shapes") == 0 || strcmp (name, "frame") == 0)
    run->notes++;
  else if (run->notes > 0)
    return;
  else if (strcmp (name, "p") == 0)
    {
      if (run->paragraphs++ > 0)
        append (run->shown, "\n", 1);
      run->in_text = TRUE;
    }
  else if (strcmp (name, "s") == 0)
    for (gint64 i = MIN (repeats (attributes, "c"), 1024); i > 0; i--)
      append (run->shown, " ", 1);
  else if (strcmp (name, "tab") == 0 || strcmp (name, "line-break") == 0)
    append (run->shown, *name == 't' ? "\t" : "\n", 1);
}

static gboolean
start_cb (gpointer                data,
          const char             *name,
          const HwXmlAttributes  *attributes,
          GError                **error)
{
  Run *run = data;

  if (strcmp (name, "table") == 0)
    return begin_table (run, attributes, error);
  if (run->tables == 0)
    begin_style (run, name, attributes);
  if (run->tables != 1)
    return TRUE;

  if (run->in_cell)
    begin_in_cell (run, name, attributes);
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    begin_cell (run, attributes, *name == 'c');
  else if (strcmp (name, "table-row") == 0)
    {
      run->row_times = repeats (attributes, "number-rows-repeated");
      run->column = 0;
    }

  return TRUE;
}

static gboolean
end_cb (gpointer     data,
        const char  *name,
        GError     **error)
{
  Run *run = data;

  if (strcmp (name, "table") == 0)
    return --run->tables > 0 || hw_book_writer_end_sheet (run->out, error);
  if (run->tables != 1)
    return TRUE;

  if (run->in_cell && (strcmp (name, "annotation") == 0 || strcmp (name, "shapes") == 0 || strcmp (name, "frame") == 0))
    run->notes--;
  else if (run->in_cell && strcmp (name, "p") == 0)
    run->in_text = FALSE;
  else if (run->in_cell && (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0))
    return end_cell (run, error);
  else if (!run->in_cell && strcmp (name, "table-row") == 0)
    return end_row (run, error);

  return TRUE;
}

static gboolean
text_cb (gpointer     data,
         const char  *text,
         gsize        length,
         GError     **error)
{
  Run *run = data;

  if (run->in_cell && run->in_text && run->notes == 0 && run->tables == 1)
    append (run->shown, text, length);
  return TRUE;
}

static gboolean
manifest_start (gpointer                data,
                const char             *name,
                const HwXmlAttributes  *attributes,
                GError                **error)
{
  if (strcmp (name, "encryption-data") != 0)
    return TRUE;

  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_LOCKED, "encrypted parts");
  return FALSE;
}

static gboolean
manifest_end (gpointer     data,
              const char  *name,
              GError     **error)
{
  return TRUE;
}

static gboolean
manifest_text (gpointer     data,
               const char  *text,
               gsize        length,
               GError     **error)
{
  return TRUE;
}

gboolean
hw_ods_read (HwZip         *zip,
             HwBookWriter  *out,
             GError       **error)
{
  static const HwXmlHandler handler = { start_cb, end_cb, text_cb };
  static const HwXmlHandler manifest = { manifest_start, manifest_end, manifest_text };
  g_autoptr(GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr(GByteArray) texts = g_byte_array_new ();
  g_autoptr(GByteArray) value = g_byte_array_new ();
  g_autoptr(GByteArray) shown = g_byte_array_new ();
  Run run = { .out = out, .hidden = hidden, .cells = cells, .texts = texts, .value = value, .shown = shown };
  gboolean ok;

  if (hw_zip_has (zip, "META-INF/manifest.xml")
      && !hw_zip_xml_read (zip, "META-INF/manifest.xml", &manifest, NULL, NULL, NULL, error))
    return FALSE;

  ok = hw_zip_xml_read (zip, "content.xml", &handler, &run, hw_book_writer_share, out, error);
  g_free (run.style);
  return ok;
}
