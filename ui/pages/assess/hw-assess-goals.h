/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-goals.h: what the owner wants to reach: the goals there are, and one more. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_GOALS (hw_assess_goals_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessGoals, hw_assess_goals, HW, ASSESS_GOALS, HwAssessPart)

G_END_DECLS
