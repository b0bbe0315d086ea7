/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-scale.h"

#include "jobs/hw-session-private.h"
#include "jobs/scale/hw-return-job.h"
#include "jobs/scale/hw-roll-out-job.h"
#include "store/hw-entry-repo.h"

/* Whether @steps hold one of the initiative @id. */
static gboolean
has_steps (GPtrArray *steps,
           gint64     id)
{
  for (guint i = 0; i < steps->len; i++)
    if (((const HwEntry *) g_ptr_array_index (steps, i))->parent_id == id)
      return TRUE;

  return FALSE;
}

gboolean
hw_report_scale_load (HwReportScale  *self,
                      HwSession      *session,
                      HwReport       *report,
                      const HwTick   *tick,
                      GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  g_autoptr (GPtrArray) initiatives = hw_entry_repo_list (store, HW_ENTRY_INITIATIVE, 0, FALSE, error);
  g_autoptr (GPtrArray) steps = initiatives != NULL
                                  ? hw_entry_repo_list (store, HW_ENTRY_ROLL_OUT, HW_ENTRY_ANY_PARENT, FALSE, error) : NULL;

  self->roll_outs = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_roll_out_free);
  if (steps == NULL)
    return FALSE;

  for (guint i = 0; i < initiatives->len; i++)
    {
      const HwEntry *initiative = g_ptr_array_index (initiatives, i);
      HwRollOut *scale;

      if (!has_steps (steps, initiative->id))
        continue;

      scale = hw_roll_out_job.run (session, &initiative->id, tick, error);
      if (scale == NULL)
        return FALSE;
      g_ptr_array_add (self->roll_outs, scale);
    }

  self->result = hw_return_job.run (session, NULL, tick, error);
  report->roll_outs = self->roll_outs;
  report->result = self->result;
  return self->result != NULL;
}

void
hw_report_scale_clear (HwReportScale *self)
{
  g_clear_pointer (&self->roll_outs, g_ptr_array_unref);
  g_clear_pointer (&self->result, hw_return_free);
}
