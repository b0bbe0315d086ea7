/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-training.h"

#define EVERY "all"

void
hw_training_free (HwTraining *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->know);
  g_free (self->way);
  g_free (self->check);
  g_strfreev (self->roles);
  g_strfreev (self->sources);
  g_free (self);
}

void
hw_role_free (HwRole *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->ideas);
  g_free (self);
}

void
hw_playbook_free (HwPlaybook *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->when);
  g_strfreev (self->hour);
  g_strfreev (self->day);
  g_strfreev (self->week);
  g_free (self->rule);
  g_free (self->over);
  g_strfreev (self->metrics);
  g_strfreev (self->sources);
  g_free (self);
}

void
hw_training_due_free (HwTrainingDue *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lessons);
  g_free (self);
}

static gboolean
holds (char       **words,
       const char  *word)
{
  return g_strv_contains ((const char *const *) words, EVERY) || g_strv_contains ((const char *const *) words, word);
}

GPtrArray *
hw_training_due (GPtrArray  *roles,
                 GPtrArray  *all,
                 const char *idea,
                 int         station)
{
  GPtrArray *due = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_training_due_free);

  for (guint r = 0; r < roles->len; r++)
    {
      const HwRole *role = g_ptr_array_index (roles, r);
      HwTrainingDue *line;

      if (!holds (role->ideas, idea))
        continue;

      line = g_new0 (HwTrainingDue, 1);
      line->role = role;
      line->lessons = g_ptr_array_new ();
      g_ptr_array_add (due, line);
      for (guint i = 0; i < all->len; i++)
        {
          const HwTraining *lesson = g_ptr_array_index (all, i);

          if (lesson->station <= station && holds (lesson->roles, role->id))
            {
              g_ptr_array_add (line->lessons, (gpointer) lesson);
              line->minutes += lesson->minutes;
            }
        }
    }

  return due;
}
