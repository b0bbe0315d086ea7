/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-trial-view.h: one initiative with all that belongs to it: its sentence, plan,
 * weeks, steps, days to look again, what was passed by hand, its versions, and what
 * can be done with it now.
 */
#pragma once

#include "pages/journey/hw-journey-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_TRIAL_VIEW (hw_trial_view_get_type ())

G_DECLARE_FINAL_TYPE (HwTrialView, hw_trial_view, HW, TRIAL_VIEW, AdwBin)

/* @book is borrowed as long as the view lives. */
void   hw_trial_view_set_book (HwTrialView *self, const HwJourneyBook *book);
/* FALSE if there is no such initiative (any more). */
gboolean hw_trial_view_show   (HwTrialView *self, gint64 id);
gint64 hw_trial_view_get_id   (HwTrialView *self); /* 0 if none is shown */

G_END_DECLS
