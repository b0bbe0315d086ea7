/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-ideas.h: what hurts, what could be tried, and what to try first. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_IDEAS (hw_assess_ideas_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessIdeas, hw_assess_ideas, HW, ASSESS_IDEAS, HwAssessPart)

G_END_DECLS
