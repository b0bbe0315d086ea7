/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-safety.h: six questions about an idea, how careful to be, and what must be in place. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_SAFETY (hw_assess_safety_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessSafety, hw_assess_safety, HW, ASSESS_SAFETY, HwAssessPart)

G_END_DECLS
