/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content.h"

#include "jobs/content/hw-content-reader.h"

typedef struct
{
  GArray    *sectors;  /* of HwSector */
  GPtrArray *also;     /* of char **, beside each sector: other words for it */
} Content;

static gpointer
load (gpointer data)
{
  Content *content = g_new0 (Content, 1);
  g_autoptr (HwContentNode) root = hw_content_read ("sectors.xml");

  content->sectors = g_array_new (FALSE, FALSE, sizeof (HwSector));
  content->also = g_ptr_array_new ();

  for (guint i = 0; root != NULL && i < root->children->len; i++)
    {
      const HwContentNode *node = g_ptr_array_index (root->children, i);
      const HwSector sector = { g_strdup (hw_content_get (node, "id")), hw_content_dup_text (node, "name") };

      g_array_append_val (content->sectors, sector);
      g_ptr_array_add (content->also, hw_content_get_words (node, "also"));
    }

  return content;
}

static const Content *
get_content (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

const HwSector *
hw_content_sectors (gsize *n)
{
  *n = get_content ()->sectors->len;
  return (const HwSector *) (gpointer) get_content ()->sectors->data;
}

const char *
hw_content_find_sector (const char *word)
{
  const Content *content = get_content ();

  for (guint i = 0; i < content->sectors->len; i++)
    {
      const char *id = g_array_index (content->sectors, HwSector, i).id;
      const char *const *also = g_ptr_array_index (content->also, i);

      if (g_strcmp0 (word, id) == 0 || (word != NULL && g_strv_contains (also, word)))
        return id;
    }

  return NULL;
}
