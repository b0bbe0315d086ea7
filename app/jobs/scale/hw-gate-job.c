/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/scale/hw-gate-load.h"
#include "jobs/trial/hw-verdict-job.h"

#include <glib/gi18n-lib.h>

static gpointer
run (HwSession      *session,
     gconstpointer   data,
     const HwTick   *tick,
     GError        **error)
{
  const HwGateRequest *request = data;
  g_auto (HwGateLoad) load = { 0 };

  if (!hw_gate_load (&load, session, request->initiative_id, error))
    return NULL;

  /* Only these two ask for what it brings. */
  if ((request->gate == HW_GATE_SCALE || request->gate == HW_GATE_LIVE) && !hw_gate_load_scale (&load, session, tick, error))
    return NULL;

  return hw_gate_check (request->gate, &load.facts);
}

const HwJob hw_gate_job = {
  "gate", N_("Looking at what is in place"), run, g_free, (GDestroyNotify) g_array_unref, FALSE
};
