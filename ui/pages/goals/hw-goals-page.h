/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-goals-page.h: one to five goals, where each stands, and how likely it is to be
 * reached. */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_GOALS_PAGE (hw_goals_page_get_type ())

G_DECLARE_FINAL_TYPE (HwGoalsPage, hw_goals_page, HW, GOALS_PAGE, HwPage)

/* Shows one goal; 0 for the first. */
void hw_goals_page_choose (HwGoalsPage *self, gint64 id);

G_END_DECLS
