/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-health-job.h"

#include "jobs/assess/hw-health-load.h"
#include "jobs/hw-session-private.h"

#include <glib/gi18n-lib.h>

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  return hw_health_load (session, hw_session_get_reader (session), tick, error);
}

const HwJob hw_health_job = {
  "health", N_("Looking at your records"), run, NULL, (GDestroyNotify) hw_health_free, TRUE
};
