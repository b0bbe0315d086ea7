/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say-journey.h: where the business stands on its way, as plain sentences.
 * Translated; the caller's.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-journey.h"

G_BEGIN_DECLS

/* Whether what helps most now is to go on with the questions that were begun: the card and
 * the sales come before them. */
gboolean hw_journey_asks_on (const HwJourney *journey);
/* What helps most now: "Go on with the questions: 14 of 35 are done". */
char *hw_say_next (const HwJourney *journey) G_GNUC_WARN_UNUSED_RESULT;

/* "Say how the week went: Bake by the forecast", "Nothing to do before Tue 3 Mar
 * 2026". @name: of the initiative it is about (nullable). */
char *hw_say_next_step  (HwNextStep step, const char *name, HwDay day, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* "52,311 sales of 41 products from 3 January 2024 to 2 March 2026". */
char *hw_say_data_found (const HwDataFound *found, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
