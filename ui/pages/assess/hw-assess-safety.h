/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-safety.h: six questions about an idea, how careful to be, and what must be in place. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_SAFETY (hw_assess_safety_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessSafety, hw_assess_safety, HW, ASSESS_SAFETY, HwAssessPart)

/* Turns to the questions about @idea, an id of the catalogue; FALSE if they have been
 * answered, or it is not among the first. */
gboolean hw_assess_safety_ask (HwAssessSafety *self, const char *idea);

G_END_DECLS
