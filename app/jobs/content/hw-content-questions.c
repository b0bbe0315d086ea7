/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-questions.h"

#include "jobs/content/hw-content-reader.h"

#include <glib/gi18n-lib.h>

static void
add_question (HwQuestionnaire     *self,
              guint                dimension,
              const HwContentNode *node)
{
  HwReadyQuestion *question = g_new0 (HwReadyQuestion, 1);
  guint n = 0;

  question->id = g_strdup (hw_content_get (node, "id"));
  question->dimension = dimension;
  question->weight = hw_content_get_number (node, "weight", 1.0);
  question->check = g_strdup (hw_content_get (node, "check"));
  question->text = hw_content_dup_text (node, "text");
  question->help = hw_content_dup_text (node, "help");

  for (guint i = 0; i < node->children->len && n < HW_READY_ANSWERS; i++)
    {
      const HwContentNode *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, "answer"))
        question->answers[n++] = g_strdup (_(child->text));
    }

  g_ptr_array_add (self->questions, question);
}

static void
add_dimension (HwQuestionnaire     *self,
               const HwContentNode *node)
{
  HwDimension *dimension = g_new0 (HwDimension, 1);

  dimension->id = g_strdup (hw_content_get (node, "id"));
  dimension->weight = hw_content_get_number (node, "weight", 1.0);
  dimension->name = hw_content_dup_text (node, "name");
  dimension->asks = hw_content_dup_text (node, "asks");
  g_ptr_array_add (self->dimensions, dimension);

  for (guint i = 0; i < node->children->len; i++)
    {
      const HwContentNode *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, "question"))
        add_question (self, self->dimensions->len - 1, child);
    }
}

static gpointer
load (gpointer data)
{
  HwQuestionnaire *self = hw_questionnaire_new ();
  g_autoptr (HwContentNode) root = hw_content_read ("questions.xml");

  for (guint i = 0; root != NULL && i < root->children->len; i++)
    add_dimension (self, g_ptr_array_index (root->children, i));

  return self;
}

const HwQuestionnaire *
hw_content_questions (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}
