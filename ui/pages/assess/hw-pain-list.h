/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pain-list.h: what may hurt in a business of this trade, each in the owner's words
 * with a box to tick.
 *
 * Out: "changed" when one is ticked or not any more.
 */
#pragma once

#include "jobs/assess/hw-idea-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_PAIN_LIST (hw_pain_list_get_type ())

G_DECLARE_FINAL_TYPE (HwPainList, hw_pain_list, HW, PAIN_LIST, AdwBin)

GtkWidget *hw_pain_list_new  (void);
void       hw_pain_list_fill (HwPainList *self, const HwIdeaBoard *board);
/* What is ticked, put into @answers: an idea's id and "yes"; the others are taken out. */
void       hw_pain_list_read (HwPainList *self, HwAnswers *answers);
guint      hw_pain_list_count (HwPainList *self); /* ticked */

G_END_DECLS
