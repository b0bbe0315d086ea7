/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/scale/hw-gate-load.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/scale/hw-roll-out-load.h"
#include "jobs/trial/hw-verdict-job.h"
#include "store/hw-entry-repo.h"
#include "store/hw-sale-repo.h"

static HwEntry *
load_initiative (HwStore  *store,
                 gint64    id,
                 GError  **error)
{
  g_autoptr (HwEntry) entry = hw_entry_repo_load (store, id, HW_ENTRY_LAST, error);

  if (entry == NULL || entry->kind == HW_ENTRY_INITIATIVE)
    return g_steal_pointer (&entry);

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "not an initiative");
  return NULL;
}

gboolean
hw_gate_load (HwGateLoad  *self,
              HwSession   *session,
              gint64       id,
              GError     **error)
{
  HwStore *store = hw_session_get_store (session);
  HwGateFacts *facts = &self->facts;
  g_autoptr (GPtrArray) goals = NULL;
  gint64 n_sales;

  self->initiative = load_initiative (store, id, error);
  facts->initiative = self->initiative;
  facts->today = hw_session_get_today (session);
  if (self->initiative == NULL || !hw_sale_repo_span (store, &facts->first_sale, &facts->last_sale, &n_sales, error) ||
      !hw_sale_repo_last_before (store, facts->today, &facts->last_sale, error))
    return FALSE;

  goals = hw_entry_repo_list (store, HW_ENTRY_GOAL, HW_ENTRY_ANY_PARENT, FALSE, error);
  self->check_ins = goals != NULL ? hw_entry_repo_list (store, HW_ENTRY_CHECK_IN, id, FALSE, error) : NULL;
  self->roll_out = self->check_ins != NULL ? hw_entry_repo_list (store, HW_ENTRY_ROLL_OUT, id, FALSE, error) : NULL;
  if (self->roll_out == NULL || !hw_gate_assess (&self->assess, session, store, facts, error))
    return FALSE;

  facts->n_goals = goals->len;
  facts->check_ins = self->check_ins;
  facts->roll_out = self->roll_out;
  return TRUE;
}

gboolean
hw_gate_load_scale (HwGateLoad    *self,
                    HwSession     *session,
                    const HwTick  *tick,
                    GError       **error)
{
  HwGateFacts *facts = &self->facts;

  self->verdict = hw_verdict_job.run (session, &self->initiative->id, tick, error);
  self->scale = self->verdict != NULL ? hw_roll_out_load (session, self->initiative, self->verdict, tick, error) : NULL;
  if (self->scale == NULL)
    return FALSE;

  facts->verdict = self->verdict;
  facts->has_scale = TRUE;
  facts->cost_90 = self->scale->cost_90;
  facts->budget = self->scale->budget;
  facts->n_in_time = self->scale->n_in_time;
  facts->ratio = self->scale->ratio;
  facts->n_limits = self->verdict->guards->len;
  for (guint i = 0; i < self->verdict->guards->len; i++)
    facts->n_broken += ((const HwGuardLight *) g_ptr_array_index (self->verdict->guards, i))->light == HW_LIGHT_RED;
  return TRUE;
}

void
hw_gate_load_clear (HwGateLoad *self)
{
  hw_gate_assess_clear (&self->assess);
  g_clear_pointer (&self->check_ins, g_ptr_array_unref);
  g_clear_pointer (&self->roll_out, g_ptr_array_unref);
  g_clear_pointer (&self->verdict, hw_verdict_free);
  g_clear_pointer (&self->scale, hw_roll_out_free);
  g_clear_pointer (&self->initiative, hw_entry_free);
}
