/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-playbooks.h"

#include "jobs/content/hw-content-reader.h"

#include <glib/gi18n-lib.h>

/* The translated texts of all children of that name. */
static char **
read_texts (const HwContentNode *node,
            const char          *name)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < node->children->len; i++)
    {
      const HwContentNode *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, name))
        g_strv_builder_add (texts, _(child->text));
    }

  return g_strv_builder_end (texts);
}

static gpointer
read_playbook (const HwContentNode *node)
{
  HwPlaybook *self = g_new0 (HwPlaybook, 1);

  self->id = g_strdup (hw_content_get (node, "id"));
  self->title = hw_content_dup_text (node, "title");
  self->when = hw_content_dup_text (node, "when");
  self->hour = read_texts (node, "hour");
  self->day = read_texts (node, "day");
  self->week = read_texts (node, "week");
  self->rule = hw_content_dup_text (node, "rule");
  self->over = hw_content_dup_text (node, "over");
  self->metrics = hw_content_get_words (node, "metrics");
  self->sources = hw_content_get_words (node, "sources");
  return self;
}

static gpointer
load (gpointer data)
{
  return hw_content_read_list ("playbooks.xml", read_playbook, (GDestroyNotify) hw_playbook_free);
}

GPtrArray *
hw_content_playbooks (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}
