/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-journey-acts.h: what the owner can do on the Journey page: each opens its form,
 * or asks at its gate, and keeps what comes of it.
 *
 * In:  the widget asked from (it activates "journey.plan", "journey.verdict",
 *      "journey.roll-out" and "win.import" where these are the way), the page's book, the
 *      initiative it is about.
 */
#pragma once

#include "pages/journey/hw-journey-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  HW_ACT_IDEA,          /* change the idea */
  HW_ACT_PLAN,
  HW_ACT_SEE_PLAN,      /* as worked out on the records */
  HW_ACT_MEASURE,       /* begin to measure before the start */
  HW_ACT_START,
  HW_ACT_CHECK_IN,
  HW_ACT_JUDGE,
  HW_ACT_VERDICT,       /* look at it */
  HW_ACT_SCALE,         /* look at the roll-out */
  HW_ACT_ROLL_OUT,      /* one step more */
  HW_ACT_LIVE,
  HW_ACT_REVIEW,        /* one day more */
  HW_ACT_CHANGE,        /* what is in use is altered */
  HW_ACT_STOP,          /* a roll-out that does not work */
  HW_ACT_PAUSE,
  HW_ACT_RESUME,
  HW_ACT_CLOSE,         /* with a lesson */
  HW_ACT_RETIRE,        /* with a lesson */
  HW_ACT_N,
} HwAct;

const char *hw_act_name    (HwAct act); /* translated, a verb: on its button */
/* Whether the state machine allows it now. */
gboolean    hw_act_is_open (HwAct act, const HwTrial *trial);
void        hw_act_do      (HwAct act, GtkWidget *from, const HwJourneyBook *book, const HwTrial *trial);

/* The one next step: of @trial, or of the whole business if it is NULL. */
void        hw_journey_do_step (GtkWidget *from, const HwJourneyBook *book, HwNextStep step, const HwTrial *trial);

/* Forms of the whole business and of parts of an initiative. */
void        hw_journey_open_card     (GtkWidget *from, const HwJourneyBook *book);
void        hw_journey_open_idea     (GtkWidget *from, const HwJourneyBook *book, const HwEntry *initiative);
void        hw_journey_open_part     (GtkWidget *from, const HwJourneyBook *book, const HwEntry *part);
/* @decision: an id of the form's choices. */
void        hw_journey_open_decision (GtkWidget *from, const HwJourneyBook *book, const HwTrial *trial,
                                      const char *decision);
/* What was learned of it. */
void        hw_journey_open_after    (GtkWidget *from, const HwJourneyBook *book, const HwTrial *trial);

G_END_DECLS
