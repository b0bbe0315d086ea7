/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-journey-forms.h: what each form of the journey needs to know of the business:
 * choices, notes, first answers. Private to the Journey page.
 */
#pragma once

#include "pages/journey/hw-journey-book.h"
#include "wizard/hw-form-view.h"

G_BEGIN_DECLS

extern const HwForm hw_lesson_form; /* lesson: before something ends */

void hw_journey_fill_card     (HwFormView *view, const HwJourneyBook *book);
void hw_journey_fill_idea     (HwFormView *view, const HwJourneyBook *book);
void hw_journey_fill_plan     (HwFormView *view, const HwJourneyBook *book);
void hw_journey_fill_check_in (HwFormView *view, const HwJourneyBook *book, const HwTrial *trial);

/* The weekdays with sales, as an answer; NULL if they are not known. */
const char *hw_journey_open_days (const HwJourneyBook *book);
/* What there is to choose, where that is one thing alone: the goal. */
void hw_journey_choose_goal   (HwAnswers *answers, const HwJourneyBook *book);
/* The figure of the goal that was chosen. */
void hw_journey_choose_figure (HwAnswers *answers, const HwJourneyBook *book);

/* The first week of the trial that is over and has no check-in. */
HwDay hw_journey_open_week    (const HwTrial *trial, HwDay today);

G_END_DECLS
