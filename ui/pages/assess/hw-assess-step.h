/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-step.h: the steps of Assess, in their order. Any can be opened at any time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_STEP_BUSINESS,
  HW_STEP_RECORDS,
  HW_STEP_QUESTIONS,
  HW_STEP_MONEY,
  HW_STEP_GOALS,
  HW_STEP_IDEAS,
  HW_STEP_SAFETY,
  HW_STEP_DECISION,
  HW_STEP_N,
} HwAssessStep;

const char *hw_assess_step_id   (HwAssessStep step); /* "money": the target of assess.open */
const char *hw_assess_step_name (HwAssessStep step); /* translated */
gboolean    hw_assess_step_find (const char *id, HwAssessStep *step);

G_END_DECLS
