/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/help/hw-help-book.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define MANUAL "/io/github/headway_app/Headway/help/manual.xml"

typedef struct
{
  GArray  *topics; /* of HwHelpTopic */
  GString *text;   /* of the element being read */
} Book;

static Book book;

static const struct
{
  const char *element;
  HwHelpKind  kind;
  const char *target; /* (nullable) the attribute that names it */
} parts[] = {
  { "p",       HW_HELP_TEXT,    NULL },
  { "h",       HW_HELP_HEADING, NULL },
  { "step",    HW_HELP_STEP,    NULL },
  { "picture", HW_HELP_PICTURE, "file" },
  { "word",    HW_HELP_WORD,    NULL },
  { "key",     HW_HELP_KEY,     "accel" },
  { "see",     HW_HELP_SEE,     "topic" },
};

static HwHelpTopic *
last_topic (Book *self)
{
  return &g_array_index (self->topics, HwHelpTopic, self->topics->len - 1);
}

static HwHelpPart *
last_part (Book *self)
{
  GArray *of_topic = last_topic (self)->parts;

  return &g_array_index (of_topic, HwHelpPart, of_topic->len - 1);
}

/* The element's text as it stands in the catalogue: one space between words. */
static char *
take_text (Book *self)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = self->text->str; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (plain, *c);
    else if (plain->len > 0 && c[1] != '\0' && !g_ascii_isspace (c[1]))
      g_string_append_c (plain, ' ');
  g_string_truncate (self->text, 0);

  return g_strdup (plain->len > 0 ? _(plain->str) : "");
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Book *self = data;

  g_string_truncate (self->text, 0);
  if (g_str_equal (element, "topic"))
    {
      HwHelpTopic topic = { .parts = g_array_new (FALSE, FALSE, sizeof (HwHelpPart)) };

      if (g_markup_collect_attributes (element, names, values, error,
                                       G_MARKUP_COLLECT_STRDUP, "id", &topic.id,
                                       G_MARKUP_COLLECT_INVALID))
        g_array_append_val (self->topics, topic);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (element, parts[i].element))
      {
        HwHelpPart part = { .kind = parts[i].kind };

        if (parts[i].target == NULL ||
            g_markup_collect_attributes (element, names, values, error,
                                         G_MARKUP_COLLECT_STRDUP, parts[i].target, &part.target,
                                         G_MARKUP_COLLECT_INVALID))
          g_array_append_val (last_topic (self)->parts, part);
      }
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Book *self = data;

  if (g_str_equal (element, "title"))
    last_topic (self)->title = take_text (self);
  else if (g_str_equal (element, "name"))
    last_part (self)->name = take_text (self);
  else if (g_str_equal (element, "also"))
    last_part (self)->also = take_text (self);
  else if (g_str_equal (element, "means"))
    last_part (self)->text = take_text (self);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (element, parts[i].element) && last_part (self)->text == NULL)
      last_part (self)->text = take_text (self);
}

static void
text (GMarkupParseContext  *context,
      const char           *chars,
      gsize                 length,
      gpointer              data,
      GError              **error)
{
  g_string_append_len (((Book *) data)->text, chars, (gssize) length);
}

static char *
fold (const char *words)
{
  g_autofree char *same = g_utf8_normalize (words, -1, G_NORMALIZE_ALL);

  return same != NULL ? g_utf8_casefold (same, -1) : g_strdup ("");
}

static void
gather_words (HwHelpTopic *topic)
{
  g_autoptr (GString) all = g_string_new (topic->title);

  for (guint i = 0; i < topic->parts->len; i++)
    {
      const HwHelpPart *part = &g_array_index (topic->parts, HwHelpPart, i);

      if (part->name != NULL)
        g_string_append_printf (all, "\n%s", part->name);
      if (part->also != NULL)
        g_string_append_printf (all, "\n%s", part->also);
      if (part->text != NULL)
        g_string_append_printf (all, "\n%s", part->text);
    }
  topic->search = fold (all->str);
}

/* The resource is part of the program: if it cannot be read, the build is broken. */
static void
load (void)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (MANUAL, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GMarkupParseContext) context = NULL;

  book.topics = g_array_new (FALSE, FALSE, sizeof (HwHelpTopic));
  book.text = g_string_new (NULL);
  g_return_if_fail (bytes != NULL);

  context = g_markup_parse_context_new (&parser, 0, &book, NULL);
  if (!g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    g_return_if_reached ();
  for (guint i = 0; i < book.topics->len; i++)
    gather_words (&g_array_index (book.topics, HwHelpTopic, i));
}

const HwHelpTopic *
hw_help_topics (guint *n)
{
  if (book.topics == NULL)
    load ();
  *n = book.topics->len;
  return (const HwHelpTopic *) (gpointer) book.topics->data;
}

const HwHelpTopic *
hw_help_find_topic (const char *id)
{
  const HwHelpTopic *topics;
  guint n;

  topics = hw_help_topics (&n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (topics[i].id, id) == 0)
      return &topics[i];

  return NULL;
}

gboolean
hw_help_topic_matches (const HwHelpTopic *topic,
                       const char        *words)
{
  g_autofree char *folded = fold (words);
  g_auto (GStrv) each = g_strsplit_set (folded, " \t\n", -1);

  for (gsize i = 0; each[i] != NULL; i++)
    if (strstr (topic->search, each[i]) == NULL)
      return FALSE;

  return TRUE;
}
