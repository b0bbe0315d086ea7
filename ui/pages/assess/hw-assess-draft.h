/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-draft.h: the answers to the questions while they are given: each is kept at
 * once, one save after the other, so that nothing is lost whenever the program ends.
 *
 * Out: "closed" when the run is kept as a whole; "failed" when a save did not work.
 * Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_DRAFT (hw_assess_draft_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessDraft, hw_assess_draft, HW, ASSESS_DRAFT, GObject)

/* @entry: what was begun before; NULL for a new run. Copies it. */
HwAssessDraft   *hw_assess_draft_new         (GtkWidget *from, HwDesk *desk, const HwEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

const HwAnswers *hw_assess_draft_get_answers (HwAssessDraft *self);
void             hw_assess_draft_answer      (HwAssessDraft *self, const char *question, const char *answer);
/* Keeps it as a run; nothing can be answered after that. */
void             hw_assess_draft_close       (HwAssessDraft *self, const char *said);
/* Throws it away. */
void             hw_assess_draft_drop        (HwAssessDraft *self);

G_END_DECLS
