/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-step-card.h: the one next step: what it is, in one sentence why, when it is due,
 * and the one button that does it, or goes on with what was begun.
 *
 * Out: "do" when the owner wants it done.
 */
#pragma once

#include "pages/journey/hw-journey-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_STEP_CARD (hw_step_card_get_type ())

G_DECLARE_FINAL_TYPE (HwStepCard, hw_step_card, HW, STEP_CARD, AdwBin)

/* @trial: the one it is about; NULL for the whole business. @open: whether the step
 * of waiting has a button that shows what waits. */
void        hw_step_card_fill       (HwStepCard          *self,
                                     const HwJourneyBook *book,
                                     HwNextStep           step,
                                     HwDay                day,
                                     const HwTrial       *trial,
                                     gboolean             open);
const char *hw_step_card_get_button (HwStepCard *self);

G_END_DECLS
