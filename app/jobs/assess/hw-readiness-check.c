/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-readiness-check.h"

#include "core/hw-error.h"
#include "domain/hw-form.h"
#include "domain/hw-ready-run.h"
#include "jobs/assess/hw-health-load.h"
#include "jobs/content/hw-content-questions.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, what);
  return FALSE;
}

static gboolean
check_answers (const HwAnswers  *answers,
               GError          **error)
{
  const HwQuestionnaire *questions = hw_content_questions ();
  const char *fault = hw_ready_run_find_fault (answers, questions);
  const int i = fault != NULL ? hw_questionnaire_find (questions, fault) : -1;

  if (i >= 0)
    {
      /* Translators: a question, and what is wrong with its answer. */
      g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("%s %s"),
                   ((const HwReadyQuestion *) g_ptr_array_index (questions->questions, i))->text,
                   hw_fault_text (HW_FAULT_NOT_A_CHOICE));
      return FALSE;
    }

  if (fault != NULL)
    {
      /* Translators: %s is what was typed in place of a question: "XY9". */
      g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("there is no question %s"), fault);
      return FALSE;
    }

  return hw_ready_run_count (answers, questions) > 0 || refuse (error, _("answer at least one question first"));
}

gboolean
hw_readiness_check (HwSession      *session,
                    HwStore        *store,
                    HwEntry        *entry,
                    const HwEntry  *before,
                    GError        **error)
{
  const HwQuestionnaire *questions = hw_content_questions ();
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (HwHealth) health = NULL;

  if (!check_answers (entry->answers, error))
    return FALSE;

  if (before != NULL)
    kept = hw_ready_run_measured (before->answers, questions);
  else
    {
      health = hw_health_load (session, store, NULL, error);
      if (health == NULL)
        return FALSE;
    }

  hw_ready_run_keep (entry->answers, questions, before != NULL ? kept : health->measured);
  return TRUE;
}
