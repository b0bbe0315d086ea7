/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/scale/hw-roll-out-job.h"

#include "jobs/hw-session-private.h"
#include "jobs/scale/hw-gate-load.h"
#include "jobs/trial/hw-say-verdict.h"

#include <glib/gi18n-lib.h>

static char *
say_but (const HwVerdict *verdict,
         const HwFormat  *format)
{
  g_autofree char *against = hw_say_verdict_against (verdict, format);

  /* Translators: %s is a few sentences. */
  return against != NULL ? g_strdup_printf (_("The verdict of the trial warns of this. %s"), against) : NULL;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  g_auto (HwGateLoad) load = { 0 };
  g_autoptr (HwFormat) format = hw_session_new_format (session);

  if (!hw_gate_load (&load, session, *(const gint64 *) request, error) ||
      !hw_gate_load_scale (&load, session, tick, error))
    return NULL;

  g_array_unref (load.scale->gate_scale);
  g_array_unref (load.scale->gate_live);
  load.scale->gate_scale = hw_gate_check (HW_GATE_SCALE, &load.facts);
  load.scale->gate_live = hw_gate_check (HW_GATE_LIVE, &load.facts);
  load.scale->n_red = load.facts.n_broken;
  load.scale->but = say_but (load.verdict, format);
  return g_steal_pointer (&load.scale);
}

const HwJob hw_roll_out_job = {
  "roll-out", N_("Working out the roll-out"), run, g_free, (GDestroyNotify) hw_roll_out_free, FALSE
};
