/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-check-job.h"

#include "jobs/hw-session-private.h"

#include <glib/gi18n-lib.h>

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  return hw_store_check (hw_session_get_store (session), tick, error);
}

const HwJob hw_check_job = {
  "check", N_("Checking the file"), run, NULL, (GDestroyNotify) g_ptr_array_unref, FALSE
};
