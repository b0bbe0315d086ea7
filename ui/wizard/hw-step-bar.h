/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-step-bar.h: how far one is in a row of questions: "3 of 7", and a bar. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_STEP_BAR (hw_step_bar_get_type ())

G_DECLARE_FINAL_TYPE (HwStepBar, hw_step_bar, HW, STEP_BAR, AdwBin)

/* @step counts from 1; @n may change on the way. */
void        hw_step_bar_set_step (HwStepBar *self, guint step, guint n);
const char *hw_step_bar_get_text (HwStepBar *self);

G_END_DECLS
