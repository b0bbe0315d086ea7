/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/scale/hw-gate-assess.h"

#include "jobs/assess/hw-health-load.h"
#include "jobs/assess/hw-idea-facts.h"
#include "jobs/assess/hw-readiness-load.h"
#include "jobs/assess/hw-safety-load.h"
#include "jobs/content/hw-content-ideas.h"
#include "jobs/content/hw-content-questions.h"
#include "store/hw-entry-repo.h"

/* What the six answers about @initiative say of data about people. */
static gboolean
uses_data (GPtrArray     *risks,
           const HwEntry *initiative)
{
  g_autofree char *own = g_strdup_printf ("%" G_GINT64_FORMAT, initiative->id);
  const HwEntry *risk = hw_risk_find (risks, own);

  if (risk == NULL && hw_answers_has (initiative->answers, "idea"))
    risk = hw_risk_find (risks, hw_answers_get_text (initiative->answers, "idea"));

  return risk != NULL && hw_answers_get_yes (risk->answers, "data");
}

/* How ready the data are that the idea needs; only for one of the catalogue. */
static gboolean
find_ready (HwGateAssess  *self,
            HwSession     *session,
            HwStore       *store,
            HwGateFacts   *facts,
            GError       **error)
{
  const HwIdea *idea = hw_content_find_idea (hw_answers_get_text (facts->initiative->answers, "idea"));
  g_autoptr (HwHealth) health = NULL;
  g_autoptr (GPtrArray) own = NULL;
  HwIdeaCase found = { 0 };
  gboolean out;

  if (idea == NULL)
    return TRUE;

  health = hw_health_load (session, store, NULL, error);
  own = health != NULL ? hw_entry_repo_list (store, HW_ENTRY_IDEA, 0, FALSE, error) : NULL;
  if (own == NULL)
    return FALSE;

  found = (HwIdeaCase) { .health = health, .own = own, .risks = self->safety->risks };
  self->ready = hw_idea_facts (&found, idea, &out).ready;
  facts->ready = &self->ready;
  return TRUE;
}

gboolean
hw_gate_assess (HwGateAssess  *self,
                HwSession     *session,
                HwStore       *store,
                HwGateFacts   *facts,
                GError       **error)
{
  if (!hw_readiness_load_last (store, &self->run, error))
    return FALSE;

  self->safety = hw_safety_load (store, facts->today, error);
  if (self->safety == NULL)
    return FALSE;

  if (self->run != NULL)
    {
      facts->questions = hw_content_questions ();
      facts->readiness = self->run->result;
      facts->told = self->run->entry->answers;
    }

  /* Who has not begun with the safety list is not told how long it is here. */
  if (self->safety->risks->len > 0 || self->safety->done->len > 0)
    facts->safety = self->safety->safety;
  facts->risk = hw_risk_of_trial (self->safety->risks, facts->initiative);
  facts->uses_data = uses_data (self->safety->risks, facts->initiative);
  return find_ready (self, session, store, facts, error);
}

void
hw_gate_assess_clear (HwGateAssess *self)
{
  g_clear_pointer (&self->run, hw_ready_run_free);
  g_clear_pointer (&self->safety, hw_safety_book_free);
}
