/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-path.h: the way of eight steps as buttons: a number, a name, and whether it
 * is done, here or ahead, in a shape and a word.
 *
 * Out: "chosen" with the step. One stop of Tab; the arrows lead along it.
 */
#pragma once

#include "pages/assess/hw-assess-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_PATH (hw_assess_path_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessPath, hw_assess_path, HW, ASSESS_PATH, AdwBin)

GtkWidget  *hw_assess_path_new      (void);
/* @done: bit i for step i. @notes: HW_STEP_N texts that stand in place of "Done" or "Ahead",
 * NULL for those that need none: "Done, 4 to do". */
void        hw_assess_path_show     (HwAssessPath *self, HwAssessStep here, guint done, char *const notes[HW_STEP_N]);
/* "Done", "You are here" or "Ahead". */
const char *hw_assess_path_get_word (HwAssessPath *self, HwAssessStep step);

G_END_DECLS
