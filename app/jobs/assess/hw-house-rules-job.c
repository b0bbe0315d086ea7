/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-initiative.h"
#include "jobs/assess/hw-safety-load.h"
#include "jobs/hw-session-private.h"
#include "report/hw-house-rules.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>

#define AGAIN_DAYS 365

typedef struct
{
  HwSafetyBook *safety;      /* (owned) */
  GPtrArray    *initiatives; /* (owned) of HwEntry */
  GPtrArray    *uses;        /* (owned) of borrowed names, ends with NULL */
  GPtrArray    *checkers;    /* (owned) the same */
  HwHouseRules  rules;
} Draft;

static void
draft_clear (Draft *self)
{
  g_clear_pointer (&self->safety, hw_safety_book_free);
  g_clear_pointer (&self->initiatives, g_ptr_array_unref);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  g_clear_pointer (&self->checkers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

/* What is tried or in use, and who looks after it. */
static void
add_uses (Draft *self)
{
  self->uses = g_ptr_array_new ();
  self->checkers = g_ptr_array_new ();
  self->rules.ask = "";
  for (guint i = 0; i < self->initiatives->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (self->initiatives, i);
      const char *owner = hw_answers_get_text (entry->answers, "owner");

      if (hw_state_is_final (hw_initiative_state (entry)))
        continue;

      g_ptr_array_add (self->uses, (gpointer) hw_answers_get_text (entry->answers, "name"));
      g_ptr_array_add (self->checkers, (gpointer) owner);
      if (*self->rules.ask == '\0')
        self->rules.ask = owner;
    }

  g_ptr_array_add (self->uses, NULL);
  g_ptr_array_add (self->checkers, NULL);
  self->rules.uses = (const char *const *) self->uses->pdata;
  self->rules.checkers = (const char *const *) self->checkers->pdata;
}

static void
add_risks (Draft *self)
{
  for (guint i = 0; i < self->safety->open->len; i++)
    {
      const HwAnswers *answers = ((const HwEntry *) g_ptr_array_index (self->safety->open, i))->answers;

      self->rules.people |= hw_answers_get_yes (answers, "people");
      self->rules.data |= hw_answers_get_yes (answers, "data");
      self->rules.children |= hw_answers_get_yes (answers, "children");
    }
}

/* As a PDF at @request; without one, as a sheet for a printer. */
static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  g_autoptr (HwFormat) format = hw_session_new_format (session);
  g_autofree char *day = hw_format_day (format, today, HW_DAY_LONG);
  g_autofree char *again = hw_format_day (format, today + AGAIN_DAYS, HW_DAY_LONG);
  g_auto (Draft) draft = { 0 };
  const gboolean done = TRUE;

  draft.safety = hw_safety_load (store, today, error);
  draft.initiatives = draft.safety != NULL ? hw_entry_repo_list (store, HW_ENTRY_INITIATIVE, 0, FALSE, error) : NULL;
  if (draft.initiatives == NULL)
    return NULL;

  draft.rules.business = hw_session_get_business (session);
  draft.rules.day = today;
  draft.rules.today = day;
  draft.rules.again = again;
  add_uses (&draft);
  add_risks (&draft);
  if (request == NULL)
    return hw_house_rules_sheets (&draft.rules);

  return hw_house_rules_write (&draft.rules, request, error) ? g_memdup2 (&done, sizeof done) : NULL;
}

const HwJob hw_house_rules_job = {
  "house-rules", N_("Writing the house rules"), run, g_free, g_free, FALSE
};

const HwJob hw_house_rules_print_job = {
  "house-rules-print", N_("Making the pages"), run, NULL, (GDestroyNotify) g_ptr_array_unref, FALSE
};
