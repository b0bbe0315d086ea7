/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-question-group.h: one question about a file, with its choices.
 *
 * Out: "answered" with the question's id and the value chosen.
 */
#pragma once

#include "domain/hw-import-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_QUESTION_GROUP (hw_question_group_get_type ())

G_DECLARE_FINAL_TYPE (HwQuestionGroup, hw_question_group, HW, QUESTION_GROUP, AdwBin)

/* @answer: the value chosen before, NULL if none. */
GtkWidget *hw_question_group_new (const HwImportQuestion *question,
                                  const char       *answer);

G_END_DECLS
