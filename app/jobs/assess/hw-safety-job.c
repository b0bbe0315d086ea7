/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-safety-job.h"

#include "domain/hw-initiative.h"
#include "jobs/assess/hw-safety-load.h"
#include "jobs/content/hw-content-duties.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>

void
hw_safety_book_free (HwSafetyBook *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->safety, hw_safety_free);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->risks, g_ptr_array_unref);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_free (self);
}

/* An idea that is not for this business, or a trial that is over, is no worry. */
static gboolean
is_over (const HwEntry *risk,
         GPtrArray     *ideas,
         GPtrArray     *initiatives)
{
  const char *about = hw_answers_get_text (risk->answers, "about");
  guint64 id = 0;

  for (guint i = 0; i < ideas->len; i++)
    {
      const HwAnswers *answers = ((const HwEntry *) g_ptr_array_index (ideas, i))->answers;

      if (g_str_equal (hw_answers_get_text (answers, "idea"), about))
        return hw_answers_get_yes (answers, "out");
    }

  if (g_ascii_string_to_unsigned (about, 10, 1, G_MAXINT64, &id, NULL))
    {
      const HwEntry *initiative = hw_entries_find (initiatives, (gint64) id);

      return initiative == NULL || hw_state_is_final (hw_initiative_state (initiative));
    }

  return FALSE;
}

static void
find_open (HwSafetyBook *book,
           GPtrArray    *ideas,
           GPtrArray    *initiatives)
{
  book->open = g_ptr_array_new ();
  for (guint i = 0; i < book->risks->len; i++)
    if (!is_over (g_ptr_array_index (book->risks, i), ideas, initiatives))
      g_ptr_array_add (book->open, g_ptr_array_index (book->risks, i));
}

HwSafetyBook *
hw_safety_load (HwStore  *store,
                HwDay     today,
                GError  **error)
{
  g_autoptr (HwSafetyBook) book = g_new0 (HwSafetyBook, 1);
  g_autoptr (GPtrArray) ideas = hw_entry_repo_list (store, HW_ENTRY_IDEA, 0, FALSE, error);
  g_autoptr (GPtrArray) initiatives = ideas != NULL ? hw_entry_repo_list (store, HW_ENTRY_INITIATIVE, 0, FALSE, error) : NULL;

  book->risks = initiatives != NULL ? hw_entry_repo_list (store, HW_ENTRY_RISK, 0, FALSE, error) : NULL;
  book->done = book->risks != NULL ? hw_entry_repo_list (store, HW_ENTRY_DUTY, 0, FALSE, error) : NULL;
  if (book->done == NULL)
    return NULL;

  find_open (book, ideas, initiatives);
  book->safety = hw_safety_new (hw_content_duties (), book->open, book->done, today);
  return g_steal_pointer (&book);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  return hw_safety_load (hw_session_get_reader (session), hw_session_get_today (session), error);
}

const HwJob hw_safety_job = {
  "safety", N_("Looking at how careful to be"), run, NULL, (GDestroyNotify) hw_safety_book_free, TRUE
};
