/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-pilot.h"

#include "domain/hw-initiative.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-pilot-job.h"
#include "jobs/trial/hw-say-pilot.h"
#include "store/hw-entry-repo.h"

/* The newest with a plan; those that are still open go first. */
static const HwEntry *
find_trial (GPtrArray *initiatives)
{
  const HwEntry *found = NULL;
  gboolean open = FALSE;

  for (guint i = 0; i < initiatives->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (initiatives, i);
      const gboolean is_open = !hw_state_is_final (hw_initiative_state (entry));

      if (!hw_answers_has (entry->answers, "metric") || !hw_answers_has (entry->answers, "start") || (open && !is_open))
        continue;

      found = entry;
      open = is_open;
    }

  return found;
}

gboolean
hw_report_pilot_load (HwReportPilot  *self,
                      HwSession      *session,
                      HwReport       *report,
                      const HwTick   *tick,
                      GError        **error)
{
  g_autoptr (GPtrArray) initiatives = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_INITIATIVE, HW_ENTRY_ANY_PARENT,
                                                          FALSE, error);
  const HwEntry *trial = initiatives != NULL ? find_trial (initiatives) : NULL;
  g_autoptr (HwFormat) format = NULL;

  if (trial == NULL)
    return initiatives != NULL;

  self->pilot = hw_pilot_job.run (session, &trial->id, tick, error);
  if (self->pilot == NULL)
    return FALSE;

  format = hw_session_new_format (session);
  self->lines = hw_say_pilot (self->pilot, format);
  report->pilot = self->pilot;
  report->pilot_lines = self->lines;
  return TRUE;
}

void
hw_report_pilot_clear (HwReportPilot *self)
{
  g_clear_pointer (&self->pilot, hw_pilot_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}
