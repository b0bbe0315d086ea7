/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-safety-check.h"

#include "core/hw-error.h"
#include "domain/hw-safety.h"
#include "jobs/content/hw-content-duties.h"
#include "jobs/content/hw-content-ideas.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (const HwForm  *form,
        GError       **error)
{
  /* Translators: a question of a form, and what is wrong with its answer. */
  g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("%s: %s"), _(form->questions[0].label),
               hw_fault_text (HW_FAULT_NOT_A_CHOICE));
  return FALSE;
}

/* An initiative that is there, by its number. */
static gboolean
is_initiative (HwStore    *store,
               const char *about)
{
  g_autoptr (HwEntry) entry = NULL;
  guint64 id;

  if (!g_ascii_string_to_unsigned (about, 10, 1, G_MAXINT64, &id, NULL))
    return FALSE;

  entry = hw_entry_repo_load (store, (gint64) id, HW_ENTRY_LAST, NULL);
  return entry != NULL && entry->kind == HW_ENTRY_INITIATIVE && !entry->removed;
}

/* There is one set of answers about each idea, each trial. */
static gboolean
check_risk (HwStore        *store,
            const HwEntry  *entry,
            GError        **error)
{
  const char *about = hw_answers_get_text (entry->answers, "about");
  g_autoptr (GPtrArray) risks = NULL;
  const HwEntry *other;

  if (hw_content_find_idea (about) == NULL && !is_initiative (store, about))
    return refuse (&hw_risk_form, error);

  risks = hw_entry_repo_list (store, HW_ENTRY_RISK, 0, FALSE, error);
  if (risks == NULL)
    return FALSE;

  other = hw_risk_find (risks, about);
  if (other == NULL || other->id == entry->id)
    return TRUE;

  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("these questions were answered before; change those answers"));
  return FALSE;
}

gboolean
hw_safety_check (HwStore        *store,
                 const HwEntry  *entry,
                 GError        **error)
{
  if (entry->kind == HW_ENTRY_RISK)
    return check_risk (store, entry, error);

  return hw_content_find_duty (hw_answers_get_text (entry->answers, "duty")) != NULL || refuse (&hw_duty_form, error);
}
