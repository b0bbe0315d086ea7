/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-ods.h"

#include "import/hw-ods-value.h"

#include "core/hw-error.h"

#include <string.h>

#define MAX_REPEATED   (4 * 1000 * 1000) /* cells with something in them that stand there more than once */
#define MAX_STYLES     4096
#define MAX_SPAN_WIDTH 256
#define MAX_SPANS      64

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
  gint64 column;
  gint64 last_row;
} Span;

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
  Span          spans[MAX_SPANS]; /* cells that reach into rows below, the last ones seen */
  guint         n_spans;
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
append (GByteArray *to,
        const char *text,
        gsize       length)
{
  if (to->len + length <= HW_CSV_MAX_RECORD)
    g_byte_array_append (to, (const guint8 *) text, (guint) length);
}

static void
note_span (Run                   *run,
           const HwXmlAttributes *attributes)
{
  const gint64 rows = repeats (attributes, "number-rows-spanned");

  if (rows > 1)
    run->spans[run->n_spans++ % MAX_SPANS] = (Span) { run->column, run->row + rows };
}

/* The row at hand is the one after the last. */
static gboolean
is_under (const Run *run)
{
  for (guint i = 0; i < MIN (run->n_spans, MAX_SPANS); i++)
    if (run->spans[i].column == run->column && run->row + 1 <= run->spans[i].last_row)
      return TRUE;

  return FALSE;
}

static gboolean
is_part (HwCellHint hint)
{
  return hint == HW_CELL_UNDER || hint == HW_CELL_BESIDE;
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
  run->hint = hw_ods_value_read (attributes, run->value);
  note_span (run, attributes);
  if (covered && run->value->len == 0)
    run->hint = is_under (run) ? HW_CELL_UNDER : HW_CELL_BESIDE;
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
  const GByteArray *from = run->value->len > 0 ? run->value : run->shown;
  HwCellHint hint = run->hint;
  gboolean ok = TRUE;

  run->in_cell = FALSE;
  if (from == run->shown && !is_part (hint))
    hint = from->len > 1 && from->len < 12 && from->data[0] == '#' && g_ascii_isupper (from->data[1]) && run->formula ? HW_CELL_ERROR : HW_CELL_TEXT;

  if (from->len > 0)
    ok = keep_cell (run, hint, (const char *) from->data, from->len, error);
  else if (run->formula)
    ok = keep_cell (run, HW_CELL_NOT_CALCULATED, "", 0, error);
  else if (is_part (hint) && run->times < MAX_SPAN_WIDTH && run->column + run->times < HW_BOOK_MAX_COLUMNS)
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
      const char *text = cell->length > 0 ? (const char *) run->texts->data + cell->at : "";

      for (guint t = 0; t < cell->times; t++)
        hw_spool_writer_add (row, cell->column + t, cell->hint, text, cell->length);
    }

  return hw_book_writer_end_row (run->out, number, error);
}

static gboolean
end_row (Run     *run,
         GError **error)
{
  gint64 cells = 0;

  for (guint i = 0; i < run->cells->len; i++)
    if (!is_part (g_array_index (run->cells, Cell, i).hint))
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
  run->n_spans = 0;
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
  g_autofree Run *run = g_new0 (Run, 1);
  gboolean ok;

  *run = (Run) { .out = out, .hidden = hidden, .cells = cells, .texts = texts, .value = value, .shown = shown };
  if (hw_zip_has (zip, "META-INF/manifest.xml")
      && !hw_zip_xml_read (zip, "META-INF/manifest.xml", &manifest, NULL, NULL, NULL, error))
    return FALSE;

  ok = hw_zip_xml_read (zip, "content.xml", &handler, run, hw_book_writer_share, out, error);
  g_free (run->style);
  return ok;
}
