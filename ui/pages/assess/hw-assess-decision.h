/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-decision.h: the first three ideas with their reasons; one of them becomes a trial. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_DECISION (hw_assess_decision_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessDecision, hw_assess_decision, HW, ASSESS_DECISION, HwAssessPart)

/* @idea: its id; also one that is not among the first three. */
void hw_assess_decision_choose (HwAssessDecision *self, const char *idea);

G_END_DECLS
