/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-content.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define SECTORS "/io/github/headway_app/Headway/content/sectors.xml"

typedef struct
{
  GArray *sectors; /* of HwSector */
  GPtrArray *also; /* of char *, beside each sector: other words, space-separated */
  GString *text;
} Reader;

static Reader content;

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Reader *reader = data;
  const char *id = NULL;
  const char *also = NULL;

  g_string_truncate (reader->text, 0);
  if (!g_str_equal (element, "sector"))
    return;

  if (g_markup_collect_attributes (element, names, values, error,
                                   G_MARKUP_COLLECT_STRING, "id", &id,
                                   G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "also", &also,
                                   G_MARKUP_COLLECT_INVALID))
    {
      const HwSector sector = { g_strdup (id), NULL };

      g_array_append_val (reader->sectors, sector);
      g_ptr_array_add (reader->also, g_strdup (also != NULL ? also : ""));
    }
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Reader *reader = data;

  if (g_str_equal (element, "name"))
    g_array_index (reader->sectors, HwSector, reader->sectors->len - 1).name = g_strdup (_(reader->text->str));
}

static void
text (GMarkupParseContext  *context,
      const char           *chars,
      gsize                 length,
      gpointer              data,
      GError              **error)
{
  Reader *reader = data;

  g_string_append_len (reader->text, chars, (gssize) length);
}

/* The resource is part of the program: if it cannot be read, the build is broken. */
static void
load (void)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SECTORS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GMarkupParseContext) context = NULL;

  content.sectors = g_array_new (FALSE, FALSE, sizeof (HwSector));
  content.also = g_ptr_array_new ();
  content.text = g_string_new (NULL);
  g_return_if_fail (bytes != NULL);

  context = g_markup_parse_context_new (&parser, 0, &content, NULL);
  if (!g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    g_return_if_reached ();
}

static void
ensure_loaded (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      load ();
      g_once_init_leave (&once, 1);
    }
}

const HwSector *
hw_content_sectors (gsize *n)
{
  ensure_loaded ();
  *n = content.sectors->len;
  return (const HwSector *) (gpointer) content.sectors->data;
}

const char *
hw_content_find_sector (const char *word)
{
  ensure_loaded ();

  for (guint i = 0; i < content.sectors->len; i++)
    {
      const char *id = g_array_index (content.sectors, HwSector, i).id;
      g_auto (GStrv) also = g_strsplit (g_ptr_array_index (content.also, i), " ", -1);

      if (g_strcmp0 (word, id) == 0 || (word != NULL && g_strv_contains ((const char *const *) also, word)))
        return id;
    }

  return NULL;
}
