/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-questions.h: the questions, one at a time, kept as they are answered; then how ready the business is. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_QUESTIONS (hw_assess_questions_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessQuestions, hw_assess_questions, HW, ASSESS_QUESTIONS, HwAssessPart)

G_END_DECLS
