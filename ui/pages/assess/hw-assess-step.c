/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-step.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *name; /* NC_ */
} steps[HW_STEP_N] = {
  [HW_STEP_BUSINESS]  = { "business", NC_("assess", "Business") },
  [HW_STEP_RECORDS]   = { "records", NC_("assess", "Records") },
  [HW_STEP_QUESTIONS] = { "questions", NC_("assess", "Questions") },
  [HW_STEP_MONEY]     = { "money", NC_("assess", "Money") },
  [HW_STEP_GOALS]     = { "goals", NC_("assess", "Goals") },
  [HW_STEP_IDEAS]     = { "ideas", NC_("assess", "Ideas") },
  [HW_STEP_SAFETY]    = { "safety", NC_("assess", "Safety") },
  [HW_STEP_DECISION]  = { "decision", NC_("assess", "Decision") },
};

const char *
hw_assess_step_id (HwAssessStep step)
{
  g_return_val_if_fail ((guint) step < HW_STEP_N, NULL);

  return steps[step].id;
}

const char *
hw_assess_step_name (HwAssessStep step)
{
  g_return_val_if_fail ((guint) step < HW_STEP_N, "");

  return g_dpgettext2 (NULL, "assess", steps[step].name);
}

gboolean
hw_assess_step_find (const char   *id,
                     HwAssessStep *step)
{
  for (guint i = 0; i < HW_STEP_N; i++)
    if (g_strcmp0 (steps[i].id, id) == 0)
      {
        *step = (HwAssessStep) i;
        return TRUE;
      }

  return FALSE;
}
