/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-reader.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define CONTENT "/io/github/headway_app/Headway/content/"

typedef struct
{
  HwContentNode *root;  /* (owned) */
  GPtrArray     *open;  /* of HwContentNode, outermost first */
  GString       *text;  /* since the last tag */
} Reader;

/* Translators see texts with every run of white space as one space. */
static char *
dup_in_one_line (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return g_string_free (line, FALSE);
}

static char **
dup_attributes (const char **names,
                const char **values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_strv_builder_add_many (builder, names[i], values[i], NULL);

  return g_strv_builder_end (builder);
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Reader *reader = data;
  HwContentNode *node = g_new0 (HwContentNode, 1);

  node->name = g_strdup (element);
  node->attributes = dup_attributes (names, values);
  node->text = g_strdup ("");
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_content_node_free);

  if (reader->open->len > 0)
    g_ptr_array_add (((HwContentNode *) g_ptr_array_index (reader->open, reader->open->len - 1))->children, node);
  else
    reader->root = node;

  g_ptr_array_add (reader->open, node);
  g_string_truncate (reader->text, 0);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Reader *reader = data;
  HwContentNode *node = g_ptr_array_steal_index (reader->open, reader->open->len - 1);

  if (node->children->len == 0)
    {
      g_free (node->text);
      node->text = dup_in_one_line (reader->text->str);
    }
}

static void
text (GMarkupParseContext  *context,
      const char           *chars,
      gsize                 length,
      gpointer              data,
      GError              **error)
{
  g_string_append_len (((Reader *) data)->text, chars, (gssize) length);
}

void
hw_content_node_free (HwContentNode *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_strfreev (self->attributes);
  g_free (self->text);
  g_ptr_array_unref (self->children);
  g_free (self);
}

const char *
hw_content_get (const HwContentNode *self,
                const char          *attribute)
{
  for (guint i = 0; self->attributes[i] != NULL; i += 2)
    if (g_str_equal (self->attributes[i], attribute))
      return self->attributes[i + 1];

  return "";
}

double
hw_content_get_number (const HwContentNode *self,
                       const char          *attribute,
                       double               otherwise)
{
  const char *word = hw_content_get (self, attribute);
  char *end = NULL;
  const double value = g_ascii_strtod (word, &end);

  return *word != '\0' && *end == '\0' ? value : otherwise;
}

char **
hw_content_get_words (const HwContentNode *self,
                      const char          *attribute)
{
  g_autofree char *line = dup_in_one_line (hw_content_get (self, attribute));

  return g_strsplit (line, " ", -1);
}

char *
hw_content_dup_text (const HwContentNode *self,
                     const char          *child)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const HwContentNode *node = g_ptr_array_index (self->children, i);

      if (g_str_equal (node->name, child))
        return g_strdup (*node->text != '\0' ? _(node->text) : "");
    }

  return g_strdup ("");
}

HwContentNode *
hw_content_parse (const char  *markup,
                  gssize       length,
                  GError     **error)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GString) since = g_string_new (NULL);
  Reader reader = { NULL, open, since };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);

  if (!g_markup_parse_context_parse (context, markup, length, error) ||
      !g_markup_parse_context_end_parse (context, error))
    g_clear_pointer (&reader.root, hw_content_node_free);

  return reader.root;
}

HwContentNode *
hw_content_read (const char *file)
{
  g_autofree char *path = g_strconcat (CONTENT, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  HwContentNode *root = NULL;

  if (bytes != NULL)
    root = hw_content_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);

  if (root == NULL)
    g_critical ("%s: %s", path, error->message);

  return root;
}

GPtrArray *
hw_content_read_list (const char     *file,
                      HwContentRead   read_one,
                      GDestroyNotify  free_one)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_one);
  g_autoptr (HwContentNode) root = hw_content_read (file);

  for (guint i = 0; root != NULL && i < root->children->len; i++)
    g_ptr_array_add (list, read_one (g_ptr_array_index (root->children, i)));

  return list;
}
