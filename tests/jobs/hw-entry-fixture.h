/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-entry-fixture.h: what the owner of a made-up business enters, keeps, moves and takes
 * back, for tests that look at what comes of it.
 */
#pragma once

#include "core/hw-error.h"
#include "domain/hw-card.h"
#include "domain/hw-goal.h"
#include "domain/hw-initiative.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/hw-check-job.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/journey/hw-journey-job.h"
#include "jobs/journey/hw-say-journey.h"
#include "store/hw-entry-repo.h"
#include "support/hw-test-business.h"

#include <string.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static inline HwEntry *
make_card (void)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_CARD, 0);

  hw_answers_set (entry->answers, "name", "Corner and Sons");
  hw_answers_set (entry->answers, "sector", "bakery");
  hw_answers_set (entry->answers, "country", "CH");
  hw_answers_set (entry->answers, "currency", "CHF");
  hw_answers_set (entry->answers, "open_days", "1111110");
  return entry;
}

static inline HwEntry *
make_goal (const char *name)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_GOAL, 0);

  hw_answers_set (entry->answers, "name", name);
  hw_answers_set (entry->answers, "metric", "revenue");
  hw_answers_set_number (entry->answers, "target", 5000.0);
  hw_answers_set_day (entry->answers, "day", TODAY + 200);
  return entry;
}

static inline HwEntry *
make_initiative (void)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);

  hw_answers_set (entry->answers, "name", "Bake by the forecast");
  hw_answers_set (entry->answers, "change", "We bake what it says");
  return entry;
}

static inline void
set_plan (HwEntry *entry)
{
  hw_answers_set (entry->answers, "metric", "revenue");
  hw_answers_set_number (entry->answers, "effect", 0.05);
  hw_answers_set_day (entry->answers, "start", TODAY);
  hw_answers_set_day (entry->answers, "end", TODAY + 56);
  hw_answers_set_yes (entry->answers, "people", FALSE);
  hw_answers_set_yes (entry->answers, "banned", FALSE);
  hw_answers_set_yes (entry->answers, "learn", TRUE); /* a few weeks prove nothing */
}

static inline HwEntryChange
save_as (HwTestBusiness *business,
         const HwEntry  *entry,
         gboolean        draft,
         gboolean        remove)
{
  g_autoptr (GError) error = NULL;
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = NULL;

  save->draft = draft;
  save->remove = remove;
  change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);
  hw_entry_save_free (save);
  g_assert_no_error (error);
  return *change;
}

/* Keeps @entry and gives it its id. */
static inline HwEntryChange
keep (HwTestBusiness *business,
      HwEntry        *entry)
{
  const HwEntryChange change = save_as (business, entry, FALSE, FALSE);

  entry->id = change.id;
  return change;
}

/* Asserts that it is refused, with @words in the message. */
static inline void
assert_refused (HwTestBusiness *business,
                const HwEntry  *entry,
                const char     *words)
{
  g_autoptr (GError) error = NULL;
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  hw_entry_save_free (save);
  g_assert_null (change);
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static inline HwEntryChange
undo (HwTestBusiness *business,
      HwEntryChange   change)
{
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *back = hw_session_run (business->session, &hw_entry_undo_job, &change, NULL, &error);

  g_assert_no_error (error);
  return *back;
}

/* NULL, or what was wrong. */
static inline GError *
try_move (HwTestBusiness *business,
          const HwEntry  *entry,
          HwState         to)
{
  GError *error = NULL;
  HwMoveRequest *request = hw_move_request_new (entry, to);
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_move_job, request, NULL, &error);

  hw_move_request_free (request);
  g_assert_true ((change == NULL) == (error != NULL));
  return error;
}

/* Moves what is kept on, with @entry's other answers; @entry follows. */
static inline void
move (HwTestBusiness *business,
      HwEntry        *entry,
      HwState         to)
{
  g_autoptr (GError) error = try_move (business, entry, to);

  g_assert_no_error (error);
  hw_answers_set (entry->answers, "state", hw_state_id (to));
}

static inline void
assert_move_refused (HwTestBusiness *business,
                     const HwEntry  *entry,
                     HwState         to,
                     HwMoveFault     fault)
{
  g_autoptr (GError) error = try_move (business, entry, to);
  g_autofree char *said = hw_move_fault_say (fault, entry, to, TODAY);

  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  g_assert_cmpstr (error->message, ==, said);
}

static inline GPtrArray *
list (HwTestBusiness *business,
      HwEntryKind     kind,
      gboolean        drafts)
{
  const HwEntryListRequest request = { kind, -1, drafts };
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = hw_session_run (business->session, &hw_entry_list_job, &request, NULL, &error);

  g_assert_no_error (error);
  return entries;
}

static inline void
assert_names (HwTestBusiness *business,
              HwEntryKind     kind,
              gboolean        drafts,
              const char     *expected)
{
  g_autoptr (GPtrArray) entries = list (business, kind, drafts);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (names, "%s;", hw_answers_get_text (((HwEntry *) g_ptr_array_index (entries, i))->answers, "name"));
  g_assert_cmpstr (names->str, ==, expected);
}

static inline HwState
kept_state (HwTestBusiness *business)
{
  g_autoptr (GPtrArray) entries = list (business, HW_ENTRY_INITIATIVE, FALSE);

  g_assert_cmpuint (entries->len, ==, 1);
  return hw_initiative_state (g_ptr_array_index (entries, 0));
}

static inline void
import_sales (HwTestBusiness *business,
              const char     *name,
              int             from)
{
  g_autoptr (GString) text = g_string_new ("Date,Receipt,SKU,Product,Qty,Amount\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = from; i < from + 20; i++)
    {
      g_autofree char *day = hw_day_to_iso (TODAY - 45 + i);

      g_string_append_printf (text, "%s,%d,R,Roll,2,5.00\n", day, i);
    }

  report = hw_test_business_import (business, name, text->str, &error);
  g_assert_no_error (error);
}

static inline HwJourney *
look (HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  HwJourney *journey = hw_session_run (business->session, &hw_journey_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return journey;
}

static inline void
assert_next (HwTestBusiness *business,
             HwNextStep      next)
{
  g_autoptr (HwJourney) journey = look (business);

  g_assert_cmpstr (hw_next_step_id (journey->next), ==, hw_next_step_id (next));
}
