/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw_pilot_paper_job: the plan worked out once more, and written. */
#include "jobs/trial/hw-pilot-job.h"

#include "jobs/trial/hw-say-pilot.h"
#include "report/hw-pilot-paper.h"

#include <glib/gi18n-lib.h>

static gpointer
run (HwSession      *session,
     gconstpointer   data,
     const HwTick   *tick,
     GError        **error)
{
  const HwPilotPaperRequest *request = data;
  g_autoptr (HwPilot) pilot = hw_pilot_job.run (session, &request->id, tick, error);
  g_autofree char *run_id = NULL;
  g_autoptr (HwFormat) format = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  HwPilotPaper paper = { .pilot = pilot };

  if (pilot == NULL)
    return NULL;

  run_id = hw_session_dup_run_id (session, "pilot");
  format = hw_session_new_format (session);
  lines = hw_say_pilot (pilot, format);
  paper.business = hw_session_get_business (session);
  paper.as_of = hw_session_get_today (session);
  paper.lines = lines;
  paper.run_id = run_id;
  return hw_pilot_paper_write (&paper, request->path, error) ? g_strdup (request->path) : NULL;
}

static void
free_request (gpointer data)
{
  HwPilotPaperRequest *request = data;

  g_free (request->path);
  g_free (request);
}

const HwJob hw_pilot_paper_job = {
  "pilot-paper", N_("Writing down the plan"), run, free_request, g_free, FALSE
};
