/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-answers.h"

#include <math.h>
#include <string.h>

struct _HwAnswers
{
  GTree *answers; /* (owned) question to answer, by question */
};

static int
compare_questions (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  return strcmp (a, b);
}

HwAnswers *
hw_answers_new (void)
{
  HwAnswers *self = g_new0 (HwAnswers, 1);

  self->answers = g_tree_new_full (compare_questions, NULL, g_free, g_free);
  return self;
}

static gboolean
copy_answer (gpointer question,
             gpointer answer,
             gpointer copy)
{
  hw_answers_set (copy, question, answer);
  return FALSE;
}

HwAnswers *
hw_answers_copy (const HwAnswers *self)
{
  HwAnswers *copy = hw_answers_new ();

  g_tree_foreach (self->answers, copy_answer, copy);
  return copy;
}

void
hw_answers_free (HwAnswers *self)
{
  if (self == NULL)
    return;

  g_tree_unref (self->answers);
  g_free (self);
}

const char *
hw_answers_get (const HwAnswers *self,
                const char      *question)
{
  return g_tree_lookup (self->answers, question);
}

void
hw_answers_set (HwAnswers  *self,
                const char *question,
                const char *answer)
{
  g_return_if_fail (question != NULL && *question != '\0');

  if (answer == NULL || *answer == '\0')
    g_tree_remove (self->answers, question);
  else
    g_tree_replace (self->answers, g_strdup (question), g_strdup (answer));
}

gboolean
hw_answers_has (const HwAnswers *self,
                const char      *question)
{
  const char *answer = hw_answers_get (self, question);

  return answer != NULL && strcmp (answer, HW_ANSWER_NOT_SURE) != 0 && strcmp (answer, HW_ANSWER_NOT_MINE) != 0;
}

const char *
hw_answers_get_text (const HwAnswers *self,
                     const char      *question)
{
  return hw_answers_has (self, question) ? hw_answers_get (self, question) : "";
}

gboolean
hw_answers_get_scaled (const HwAnswers *self,
                       const char      *question,
                       gint64          *value)
{
  const char *answer = hw_answers_get (self, question);

  /* GLib's reader allows no space; a plus is not canonical either. */
  return answer != NULL && *answer != '+' && g_ascii_string_to_signed (answer, 10, G_MININT64, G_MAXINT64, value, NULL);
}

double
hw_answers_get_number (const HwAnswers *self,
                       const char      *question,
                       double           otherwise)
{
  gint64 value;

  return hw_answers_get_scaled (self, question, &value) ? hw_scaled_to_double (value) : otherwise;
}

HwDay
hw_answers_get_day (const HwAnswers *self,
                    const char      *question)
{
  gint64 day;

  if (!hw_answers_get_scaled (self, question, &day) || day < HW_DAY_MIN || day > HW_DAY_MAX)
    return HW_DAY_NONE;

  return (HwDay) day;
}

gboolean
hw_answers_get_yes (const HwAnswers *self,
                    const char      *question)
{
  return g_strcmp0 (hw_answers_get (self, question), "yes") == 0;
}

void
hw_answers_set_scaled (HwAnswers  *self,
                       const char *question,
                       gint64      value)
{
  g_autofree char *answer = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  hw_answers_set (self, question, answer);
}

void
hw_answers_set_number (HwAnswers  *self,
                       const char *question,
                       double      value)
{
  if (isfinite (value))
    hw_answers_set_scaled (self, question, hw_scaled_from_double (value));
  else
    hw_answers_set (self, question, NULL);
}

void
hw_answers_set_day (HwAnswers  *self,
                    const char *question,
                    HwDay       day)
{
  if (day != HW_DAY_NONE)
    hw_answers_set_scaled (self, question, day);
  else
    hw_answers_set (self, question, NULL);
}

void
hw_answers_set_yes (HwAnswers  *self,
                    const char *question,
                    gboolean    yes)
{
  hw_answers_set (self, question, yes ? "yes" : "no");
}

typedef struct
{
  HwAnswerFunc func;
  gpointer     data;
} Each;

static gboolean
tell (gpointer question,
      gpointer answer,
      gpointer data)
{
  const Each *each = data;

  each->func (question, answer, each->data);
  return FALSE;
}

void
hw_answers_each (const HwAnswers *self,
                 HwAnswerFunc     func,
                 gpointer         data)
{
  Each each = { func, data };

  g_tree_foreach (self->answers, tell, &each);
}

/* Stops, which leaves the other one NULL, at the first that differs. */
static gboolean
differs (gpointer question,
         gpointer answer,
         gpointer other)
{
  const HwAnswers **b = other;

  if (g_strcmp0 (answer, hw_answers_get (*b, question)) == 0)
    return FALSE;

  *b = NULL;
  return TRUE;
}

gboolean
hw_answers_equal (const HwAnswers *a,
                  const HwAnswers *b)
{
  if (g_tree_nnodes (a->answers) != g_tree_nnodes (b->answers))
    return FALSE;

  g_tree_foreach (a->answers, differs, &b);
  return b != NULL;
}
