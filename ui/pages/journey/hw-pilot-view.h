/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-view.h: the plan of a trial on one page: what it is compared with and why, how
 * small a change it can see, what the method says of quiet times, who is drawn, what stops
 * it early; to be saved on paper, and to begin with.
 */
#pragma once

#include "pages/journey/hw-journey-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_PILOT_VIEW (hw_pilot_view_get_type ())

G_DECLARE_FINAL_TYPE (HwPilotView, hw_pilot_view, HW, PILOT_VIEW, AdwBin)

/* @book is borrowed as long as the view lives. */
void     hw_pilot_view_set_book (HwPilotView *self, const HwJourneyBook *book);
/* Works it out and shows it; FALSE if there is no such initiative (any more). */
gboolean hw_pilot_view_show     (HwPilotView *self, gint64 id);
gint64   hw_pilot_view_get_id   (HwPilotView *self);

G_END_DECLS
