/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-content-sources.h"

#include "jobs/hw-content-reader.h"

static gpointer
load (gpointer data)
{
  GPtrArray *sources = g_ptr_array_new (); /* as long as the program */
  g_autoptr (HwContentNode) root = hw_content_read ("sources.xml");

  for (guint i = 0; root != NULL && i < root->children->len; i++)
    {
      const HwContentNode *node = g_ptr_array_index (root->children, i);
      HwSource *source = g_new0 (HwSource, 1);

      source->id = g_strdup (hw_content_get (node, "id"));
      source->title = g_strdup (node->text);
      source->address = g_strdup (hw_content_get (node, "address"));
      source->kind = g_strdup (hw_content_get (node, "kind"));
      g_ptr_array_add (sources, source);
    }

  return sources;
}

GPtrArray *
hw_content_sources (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

const HwSource *
hw_content_find_source (const char *id)
{
  GPtrArray *sources = hw_content_sources ();

  for (guint i = 0; i < sources->len; i++)
    {
      const HwSource *source = g_ptr_array_index (sources, i);

      if (g_strcmp0 (source->id, id) == 0)
        return source;
    }

  return NULL;
}
