/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-journey-book.h: what the parts of the Journey page look things up in: the
 * journey, the goals and the drafts of one open business.
 *
 * Owned by the page and filled anew whenever something changes; its parts are
 * borrowed until then.
 */
#pragma once

#include "domain/hw-journey.h"
#include "models/hw-desk.h"

G_BEGIN_DECLS

typedef struct
{
  HwDesk          *desk;
  const HwJourney *journey;
  GPtrArray       *goals;   /* (owned) (nullable) of HwEntry */
  GPtrArray       *drafts;  /* (owned) of HwEntry, of every kind */
} HwJourneyBook;

const HwFormat *hw_journey_book_format    (const HwJourneyBook *self);
HwDay           hw_journey_book_today     (const HwJourneyBook *self);
/* The day the business's week begins with, 0 Monday .. 6 Sunday: of its card. */
int             hw_journey_book_first_day (const HwJourneyBook *self);
/* What was begun in @form for the entry @id (0: something new); NULL if nothing. */
const HwEntry  *hw_journey_book_draft     (const HwJourneyBook *self, const HwForm *form, gint64 id);

/* An answer in words, as the owner would say it; NULL if there is none. */
char           *hw_journey_say_answer     (const HwJourneyBook *self, const HwQuestion *question,
                                           const HwAnswers *answers);
/* "If we ..., then ... gets at least 10 % better, because ..." */
char           *hw_journey_say_sentence   (const HwJourneyBook *self, const HwAnswers *answers);
/* What the records show. */
char           *hw_journey_say_found      (const HwJourneyBook *self);
/* The next step in one sentence, on its button, and when it is due. */
const char     *hw_journey_step_sentence  (HwNextStep step);
const char     *hw_journey_step_button    (HwNextStep step);
/* Whether @trial was to be over by now and has not begun: its plan comes first. */
gboolean        hw_journey_book_is_late   (const HwJourneyBook *self, const HwTrial *trial);
char           *hw_journey_say_due        (const HwJourneyBook *self, HwNextStep step, HwDay day);

G_END_DECLS
