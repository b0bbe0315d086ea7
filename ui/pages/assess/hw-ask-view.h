/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ask-view.h: one of the questions on how ready the business is, with how far one is
 * and its answers.
 *
 * Out: "answered" with the answer; "go-on" on Enter where it is chosen already; "so-far"
 *      when the result is wished to be seen before the end.
 */
#pragma once

#include "domain/hw-readiness.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ASK_VIEW (hw_ask_view_get_type ())

G_DECLARE_FINAL_TYPE (HwAskView, hw_ask_view, HW, ASK_VIEW, AdwBin)

GtkWidget *hw_ask_view_new   (void);
/* @answer: the one given before; NULL for none. @measured (nullable): of HwMeasured. */
void       hw_ask_view_show  (HwAskView *self, const HwQuestionnaire *questionnaire, guint i, const char *answer,
                              const GPtrArray *measured);
/* On the answers. */
void       hw_ask_view_focus (HwAskView *self);

G_END_DECLS
