/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-ready-run.h"

#include <math.h>

#define SEEN "!"
#define BESIDE '?'

static const HwReadyQuestion *
question_at (const HwQuestionnaire *questionnaire,
             guint                  i)
{
  return g_ptr_array_index (questionnaire->questions, i);
}

static const HwMeasured *
find_measured (GPtrArray  *measured,
               const char *check)
{
  for (guint i = 0; measured != NULL && i < measured->len; i++)
    {
      const HwMeasured *found = g_ptr_array_index (measured, i);

      if (found->score >= 0 && g_str_equal (found->check, check))
        return found;
    }

  return NULL;
}

void
hw_ready_run_keep (HwAnswers             *answers,
                   const HwQuestionnaire *questionnaire,
                   GPtrArray             *measured)
{
  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const HwReadyQuestion *question = question_at (questionnaire, i);
      const HwMeasured *found = find_measured (measured, question->check);
      g_autofree char *key = g_strconcat (question->id, SEEN, NULL);
      g_autofree char *seen = found != NULL ? g_strdup_printf ("%s%d", found->replaces ? "" : "?", found->score) : NULL;

      hw_answers_set (answers, key, seen);
    }
}

GPtrArray *
hw_ready_run_measured (const HwAnswers       *answers,
                       const HwQuestionnaire *questionnaire)
{
  GPtrArray *measured = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_measured_free);

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const HwReadyQuestion *question = question_at (questionnaire, i);
      g_autofree char *key = g_strconcat (question->id, SEEN, NULL);
      const char *seen = hw_answers_get (answers, key);
      const gboolean beside = seen != NULL && *seen == BESIDE;
      const int score = hw_ready_score_of (beside ? seen + 1 : seen);

      if (score >= 0 && *question->check != '\0')
        g_ptr_array_add (measured, hw_measured_new (question->check, score, !beside, ""));
    }

  return measured;
}

static gboolean
is_answer (const char *answer)
{
  return g_strcmp0 (answer, HW_ANSWER_NOT_SURE) == 0 || g_strcmp0 (answer, HW_ANSWER_NOT_MINE) == 0 ||
         hw_ready_score_of (answer) >= 0;
}

guint
hw_ready_run_count (const HwAnswers       *answers,
                    const HwQuestionnaire *questionnaire)
{
  guint n = 0;

  for (guint i = 0; i < questionnaire->questions->len; i++)
    n += is_answer (hw_answers_get (answers, question_at (questionnaire, i)->id));

  return n;
}

typedef struct
{
  const HwQuestionnaire *questionnaire;
  const char            *fault;
} Search;

static void
look_at (const char *question,
         const char *answer,
         gpointer    data)
{
  Search *search = data;

  if (search->fault == NULL && !g_str_has_suffix (question, SEEN) &&
      (hw_questionnaire_find (search->questionnaire, question) < 0 || !is_answer (answer)))
    search->fault = question;
}

const char *
hw_ready_run_find_fault (const HwAnswers       *answers,
                         const HwQuestionnaire *questionnaire)
{
  Search search = { questionnaire, NULL };

  hw_answers_each (answers, look_at, &search);
  return search.fault;
}

double
hw_ready_run_change (const HwReadiness *now,
                     const HwReadiness *before,
                     int                d)
{
  if (d < 0)
    return now->enough && before->enough ? now->score - before->score : NAN;

  return g_array_index (now->dimensions, HwDimensionScore, d).score -
         g_array_index (before->dimensions, HwDimensionScore, d).score;
}
