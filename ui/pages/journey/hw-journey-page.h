/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-journey-page.h: what is the next step? The way of five stations, the one next
 * step, what the records show, and everything that is being tried.
 */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_JOURNEY_PAGE (hw_journey_page_get_type ())

G_DECLARE_FINAL_TYPE (HwJourneyPage, hw_journey_page, HW, JOURNEY_PAGE, HwPage)

/* Opens one initiative, as from a search; does nothing until the journey is known. */
void hw_journey_page_open (HwJourneyPage *self, gint64 initiative_id);

G_END_DECLS
