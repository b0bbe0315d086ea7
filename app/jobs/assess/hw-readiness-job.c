/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-readiness-job.h"

#include "domain/hw-ready-run.h"
#include "jobs/assess/hw-health-load.h"
#include "jobs/assess/hw-readiness-load.h"
#include "jobs/content/hw-content-questions.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>

#define AGAIN_DAYS 182 /* half a year, in whole weeks */

void
hw_ready_run_free (HwReadyRun *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->entry);
  g_ptr_array_unref (self->measured);
  hw_readiness_free (self->result);
  g_free (self);
}

void
hw_readiness_book_free (HwReadinessBook *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->measured, g_ptr_array_unref);
  hw_ready_run_free (self->draft);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

guint
hw_readiness_book_count_open (const HwReadinessBook *self)
{
  const HwReadyRun *run = self->draft != NULL      ? self->draft
                          : self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;
  const GPtrArray *questions = self->questionnaire->questions;
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    n += run == NULL || hw_answers_get (run->entry->answers, ((const HwReadyQuestion *) g_ptr_array_index (questions, i))->id) == NULL;

  return n;
}

/* Takes @measured. */
static HwReadyRun *
make_run (const HwEntry *entry,
          GPtrArray     *measured)
{
  HwReadyRun *self = g_new0 (HwReadyRun, 1);

  self->entry = hw_entry_copy (entry);
  self->measured = measured;
  self->result = hw_readiness_new (hw_content_questions (), entry->answers, measured);
  return self;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const HwEntry *x = *(HwEntry *const *) a;
  const HwEntry *y = *(HwEntry *const *) b;

  if (x->made != y->made)
    return x->made < y->made ? -1 : 1;

  return x->id < y->id ? -1 : x->id > y->id;
}

gboolean
hw_readiness_load_last (HwStore     *store,
                        HwReadyRun **run,
                        GError     **error)
{
  g_autoptr (GPtrArray) runs = hw_entry_repo_list (store, HW_ENTRY_READINESS, 0, FALSE, error);
  const HwEntry *last;

  if (runs == NULL)
    return FALSE;

  *run = NULL;
  if (runs->len == 0)
    return TRUE;

  g_ptr_array_sort (runs, compare_days);
  last = g_ptr_array_index (runs, runs->len - 1);
  *run = make_run (last, hw_ready_run_measured (last->answers, hw_content_questions ()));
  return TRUE;
}

static void
fill (HwReadinessBook *self,
      GPtrArray       *runs,
      GPtrArray       *drafts)
{
  g_ptr_array_sort (runs, compare_days);
  for (guint i = 0; i < runs->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (runs, i);

      g_ptr_array_add (self->runs, make_run (entry, hw_ready_run_measured (entry->answers, self->questionnaire)));
      self->again = entry->made + AGAIN_DAYS;
    }

  if (drafts->len > 0)
    self->draft = make_run (g_ptr_array_index (drafts, drafts->len - 1), g_ptr_array_ref (self->measured));
}

HwReadinessBook *
hw_readiness_book_load (HwStore         *store,
                        const HwHealth  *health,
                        GError         **error)
{
  g_autoptr (HwReadinessBook) book = g_new0 (HwReadinessBook, 1);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  book->questionnaire = hw_content_questions ();
  book->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_ready_run_free);
  book->again = HW_DAY_NONE;
  book->measured = g_ptr_array_ref (health->measured);
  runs = hw_entry_repo_list (store, HW_ENTRY_READINESS, 0, FALSE, error);
  drafts = runs != NULL ? hw_entry_repo_list (store, HW_ENTRY_READINESS, 0, TRUE, error) : NULL;
  if (drafts == NULL)
    return NULL;

  fill (book, runs, drafts);
  return g_steal_pointer (&book);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  HwStore *store = hw_session_get_reader (session);
  g_autoptr (HwHealth) health = hw_health_load (session, store, tick, error);

  return health != NULL ? hw_readiness_book_load (store, health, error) : NULL;
}

const HwJob hw_readiness_job = {
  "readiness", N_("Looking up your answers"), run, NULL, (GDestroyNotify) hw_readiness_book_free, TRUE
};
