/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-xlsx-parts.h"

#include "core/hw-error.h"

#include <string.h>

#define MAX_STYLES 65536
#define FREE_TEXT  (24 * 1024 * 1024) /* bytes before it counts how well they were packed */
#define MOST_RATIO 40                 /* each text stands there once: they pack 3 to 15 times */
#define MAX_LINKS  4096

static gboolean
ignore_text (gpointer     data,
             const char  *text,
             gsize        length,
             GError     **error)
{
  return TRUE;
}

static gboolean
ignore_end (gpointer     data,
            const char  *name,
            GError     **error)
{
  return TRUE;
}

typedef struct
{
  HwXlsxStrings *strings;
  gint64         packed;     /* bytes of the part */
  gboolean       in_text;
  gsize          from;       /* where the text being read begins */
  int            phonetic;   /* how deep in readings of words, which are no text */
} StringsRun;

static gboolean
strings_start (gpointer                data,
               const char             *name,
               const HwXmlAttributes  *attributes,
               GError                **error)
{
  StringsRun *run = data;

  if (strcmp (name, "si") == 0)
    run->from = run->strings->text->len;
  run->phonetic += strcmp (name, "rPh") == 0;
  run->in_text = strcmp (name, "t") == 0 && run->phonetic == 0;
  return TRUE;
}

static gboolean
strings_end (gpointer     data,
             const char  *name,
             GError     **error)
{
  StringsRun *run = data;
  GByteArray *text = run->strings->text;

  run->in_text = FALSE;
  run->phonetic -= strcmp (name, "rPh") == 0;
  if (strcmp (name, "si") == 0)
    {
      const gsize n = text->len > run->from ? hw_xlsx_unescape ((char *) text->data + run->from, text->len - run->from) : 0;
      const guint32 end = (guint32) (run->from + n);

      if (run->strings->ends->len == HW_XLSX_MAX_STRINGS)
        {
          g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG, "too many shared texts");
          return FALSE;
        }
      g_byte_array_set_size (text, end);
      g_array_append_val (run->strings->ends, end);
    }

  return TRUE;
}

static gboolean
strings_text (gpointer     data,
              const char  *text,
              gsize        length,
              GError     **error)
{
  StringsRun *run = data;

  if (!run->in_text)
    return TRUE;
  if (length > HW_XLSX_MAX_TEXT - run->strings->text->len
      || (run->strings->text->len > FREE_TEXT && run->strings->text->len / MOST_RATIO > run->packed))
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG, "the shared texts are too long");
      return FALSE;
    }

  g_byte_array_append (run->strings->text, (const guint8 *) text, (guint) length);
  return TRUE;
}

gboolean
hw_xlsx_strings_read (HwXlsxStrings   *self,
                      HwZip           *zip,
                      const char      *name,
                      HwXmlShareFunc   share,
                      gpointer         share_data,
                      GError         **error)
{
  static const HwXmlHandler handler = { strings_start, strings_end, strings_text };
  StringsRun run = { .strings = self, .packed = name != NULL ? hw_zip_get_packed (zip, name) : 0 };

  self->text = g_byte_array_new ();
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  return name == NULL || hw_zip_xml_read (zip, name, &handler, &run, share, share_data, error);
}

void
hw_xlsx_strings_clear (HwXlsxStrings *self)
{
  g_clear_pointer (&self->text, g_byte_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
}

gboolean
hw_xlsx_strings_get (const HwXlsxStrings  *self,
                     gint64                index,
                     const char          **text,
                     gsize                *length)
{
  guint32 from;

  if (index < 0 || index >= (gint64) self->ends->len)
    return FALSE;

  from = index > 0 ? g_array_index (self->ends, guint32, index - 1) : 0;
  *length = g_array_index (self->ends, guint32, index) - from;
  *text = *length > 0 ? (const char *) self->text->data + from : "";
  return TRUE;
}

typedef struct
{
  GHashTable *codes;    /* (owned) id -> HwNumberFormat, the workbook's own */
  GArray     *styles;
  gboolean    in_cells; /* among the formats of cells, not those of styles */
} StylesRun;

static void
add_own_format (StylesRun             *run,
                const HwXmlAttributes *attributes)
{
  HwXmlText id, code;
  HwNumberFormat *format;

  if (!hw_xml_attribute (attributes, "numFmtId", &id) || !hw_xml_attribute (attributes, "formatCode", &code)
      || g_hash_table_size (run->codes) >= MAX_STYLES)
    return;

  format = g_new (HwNumberFormat, 1);
  hw_number_format_parse (format, code.text, code.length);
  g_hash_table_insert (run->codes, GINT_TO_POINTER ((int) hw_xml_text_int (&id)), format);
}

static gboolean
styles_start (gpointer                data,
              const char             *name,
              const HwXmlAttributes  *attributes,
              GError                **error)
{
  StylesRun *run = data;
  const HwNumberFormat *own;
  HwNumberFormat format;
  HwXmlText id;
  gint64 number;

  if (strcmp (name, "numFmt") == 0)
    add_own_format (run, attributes);
  else if (strcmp (name, "cellXfs") == 0)
    run->in_cells = TRUE;
  else if (strcmp (name, "xf") == 0 && run->in_cells && run->styles->len < MAX_STYLES)
    {
      hw_xml_attribute (attributes, "numFmtId", &id);
      number = MAX (hw_xml_text_int (&id), 0);
      own = g_hash_table_lookup (run->codes, GINT_TO_POINTER ((int) number));
      hw_number_format_builtin (&format, number);
      g_array_append_val (run->styles, *(own != NULL ? own : &format));
    }

  return TRUE;
}

static gboolean
styles_end (gpointer     data,
            const char  *name,
            GError     **error)
{
  StylesRun *run = data;

  if (strcmp (name, "cellXfs") == 0)
    run->in_cells = FALSE;
  return TRUE;
}

GArray *
hw_xlsx_styles_read (HwZip       *zip,
                     const char  *name,
                     GError     **error)
{
  static const HwXmlHandler handler = { styles_start, styles_end, ignore_text };
  g_autoptr(GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GArray) styles = g_array_new (FALSE, FALSE, sizeof (HwNumberFormat));
  StylesRun run = { codes, styles, FALSE };

  if (name != NULL && !hw_zip_xml_read (zip, name, &handler, &run, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&styles);
}

typedef struct
{
  GArray     *links;
  const char *part;
} LinksRun;

static void
link_clear (gpointer data)
{
  HwXlsxLink *link = data;

  g_free (link->id);
  g_free (link->type);
  g_free (link->target);
}

static gboolean
links_start (gpointer                data,
             const char             *name,
             const HwXmlAttributes  *attributes,
             GError                **error)
{
  LinksRun *run = data;
  HwXmlText id, type, target, mode;
  HwXlsxLink link = { 0 };
  const char *word;

  if (strcmp (name, "Relationship") != 0 || run->links->len >= MAX_LINKS
      || !hw_xml_attribute (attributes, "Target", &target) || !hw_xml_attribute (attributes, "Type", &type)
      || (hw_xml_attribute (attributes, "TargetMode", &mode) && hw_xml_text_is (&mode, "External")))
    return TRUE;

  hw_xml_attribute (attributes, "Id", &id);
  link.target = hw_zip_resolve (run->part, target.text, target.length);
  if (link.target == NULL)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "it refers to something outside the archive");
      return FALSE;
    }

  link.id = g_strndup (id.text, id.length);
  link.type = g_strndup (type.text, type.length);
  word = strrchr (link.type, '/');
  if (word != NULL)
    memmove (link.type, word + 1, strlen (word));
  g_array_append_val (run->links, link);
  return TRUE;
}

GArray *
hw_xlsx_links_read (HwZip       *zip,
                    const char  *part,
                    GError     **error)
{
  static const HwXmlHandler handler = { links_start, ignore_end, ignore_text };
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *name = g_str_equal (part, "") ? g_strdup ("_rels/.rels")
                          : g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (HwXlsxLink));
  LinksRun run = { links, part };

  g_array_set_clear_func (links, link_clear);
  if (hw_zip_has (zip, name) && !hw_zip_xml_read (zip, name, &handler, &run, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&links);
}

const HwXlsxLink *
hw_xlsx_links_find (const GArray    *links,
                    const char      *type,
                    const HwXmlText *id)
{
  for (guint i = 0; i < links->len; i++)
    {
      const HwXlsxLink *link = &g_array_index (links, HwXlsxLink, i);

      if (g_str_equal (link->type, type) && (id == NULL || hw_xml_text_is (id, link->id)))
        return link;
    }

  return NULL;
}
