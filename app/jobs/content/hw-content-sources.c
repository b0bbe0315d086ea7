/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-sources.h"

#include "jobs/content/hw-content-reader.h"

static gpointer
read_source (const HwContentNode *node)
{
  HwSource *self = g_new0 (HwSource, 1);

  self->id = g_strdup (hw_content_get (node, "id"));
  self->title = g_strdup (node->text);
  self->address = g_strdup (hw_content_get (node, "address"));
  self->kind = g_strdup (hw_content_get (node, "kind"));
  return self;
}

static gpointer
load (gpointer data)
{
  return hw_content_read_list ("sources.xml", read_source, NULL); /* as long as the program */
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
