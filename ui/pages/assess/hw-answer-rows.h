/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-answer-rows.h: one question with its five answers, "not sure" and "does not apply",
 * each a row with its mark: chosen by a click, an arrow and Space, Enter, or its number.
 *
 * Out: "answered" with the answer as it is kept ("0" .. "4", "?", "-"); "go-on" on Enter
 *      where the answer is chosen already.
 */
#pragma once

#include "domain/hw-readiness.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ANSWER_ROWS (hw_answer_rows_get_type ())

G_DECLARE_FINAL_TYPE (HwAnswerRows, hw_answer_rows, HW, ANSWER_ROWS, AdwBin)

GtkWidget  *hw_answer_rows_new        (void);
void        hw_answer_rows_show       (HwAnswerRows *self, const HwReadyQuestion *question, const char *answer);
const char *hw_answer_rows_get_answer (HwAnswerRows *self); /* NULL if none is chosen */
/* On the answer that is chosen, else on the first. */
void        hw_answer_rows_focus      (HwAnswerRows *self);

G_END_DECLS
