/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-form-words.h"

#include <glib/gi18n.h>

struct _HwFormWords
{
  GHashTable *choices;  /* (owned) question to GArray of HwChoice, its texts owned */
  GHashTable *units;    /* (owned) question to text */
  GHashTable *notes;    /* (owned) question to text */
  GHashTable *ways;     /* (owned) question to text */
  GArray     *own;      /* (owned) of HwChoice, borrowed texts: of the question asked last */
};

static void
choice_clear (gpointer data)
{
  HwChoice *choice = data;

  g_free ((char *) choice->id);
  g_free ((char *) choice->label);
}

HwFormWords *
hw_form_words_new (void)
{
  HwFormWords *self = g_new0 (HwFormWords, 1);

  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ways = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->own = g_array_new (FALSE, FALSE, sizeof (HwChoice));
  return self;
}

void
hw_form_words_free (HwFormWords *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->ways);
  g_array_unref (self->own);
  g_free (self);
}

void
hw_form_words_set_choices (HwFormWords    *self,
                           const char     *question,
                           const HwChoice *choices,
                           guint           n)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (HwChoice));

  g_array_set_clear_func (copies, choice_clear);
  for (guint i = 0; i < n; i++)
    {
      const HwChoice copy = { g_strdup (choices[i].id), g_strdup (choices[i].label) };

      g_array_append_val (copies, copy);
    }

  g_hash_table_insert (self->choices, g_strdup (question), copies);
}

static void
set_text (GHashTable *texts,
          const char *question,
          const char *text)
{
  if (text != NULL)
    g_hash_table_insert (texts, g_strdup (question), g_strdup (text));
  else
    g_hash_table_remove (texts, question);
}

void
hw_form_words_set_unit (HwFormWords *self,
                        const char  *question,
                        const char  *unit)
{
  set_text (self->units, question, unit);
}

void
hw_form_words_set_note (HwFormWords *self,
                        const char  *question,
                        const char  *note)
{
  set_text (self->notes, question, note);
}

void
hw_form_words_set_way (HwFormWords *self,
                       const char  *question,
                       const char  *way)
{
  set_text (self->ways, question, way);
}

const HwChoice *
hw_form_words_get_choices (HwFormWords      *self,
                           const HwQuestion *question,
                           guint            *n)
{
  const GArray *given = g_hash_table_lookup (self->choices, question->id);

  if (given != NULL)
    {
      *n = given->len;
      return (const HwChoice *) (const void *) given->data;
    }

  g_array_set_size (self->own, 0);
  for (const HwChoice *choice = question->choices; choice != NULL && choice->id != NULL; choice++)
    {
      const HwChoice shown = { choice->id, _(choice->label) };

      g_array_append_val (self->own, shown);
    }

  *n = self->own->len;
  return (const HwChoice *) (const void *) self->own->data;
}

const char *
hw_form_words_get_unit (HwFormWords      *self,
                        const HwQuestion *question)
{
  const char *unit = g_hash_table_lookup (self->units, question->id);

  return unit != NULL || question->unit == NULL ? unit : _(question->unit);
}

const char *
hw_form_words_get_note (HwFormWords *self,
                        const char  *question)
{
  return g_hash_table_lookup (self->notes, question);
}

const char *
hw_form_words_get_way (HwFormWords *self,
                       const char  *question)
{
  return g_hash_table_lookup (self->ways, question);
}

gboolean
hw_form_words_may_choose (HwFormWords      *self,
                          const HwQuestion *question,
                          const char       *answer)
{
  const GArray *given = g_hash_table_lookup (self->choices, question->id);

  if (question->kind != HW_ASK_CHOICE || given == NULL || g_str_equal (answer, HW_ANSWER_NOT_SURE))
    return TRUE;

  for (guint i = 0; i < given->len; i++)
    if (g_str_equal (g_array_index (given, HwChoice, i).id, answer))
      return TRUE;

  return FALSE;
}
