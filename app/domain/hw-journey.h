/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-journey.h: where the business stands on its way, and the one next step. */
#pragma once

#include "domain/hw-gate.h"
#include "domain/hw-goal.h"

G_BEGIN_DECLS

typedef enum
{
  HW_NEXT_CARD,        /* fill in the business card */
  HW_NEXT_DATA,        /* bring sales */
  HW_NEXT_GOAL,
  HW_NEXT_IDEA,        /* choose one thing to try */
  HW_NEXT_PLAN,
  HW_NEXT_START,       /* the baseline is there: start */
  HW_NEXT_CHECK_IN,    /* a week without one */
  HW_NEXT_WAIT,        /* nothing to do before a day */
  HW_NEXT_LOOK,        /* the plan names a day to look half way, and it has come */
  HW_NEXT_VERDICT,     /* the end is reached: judge */
  HW_NEXT_DECIDE,
  HW_NEXT_ROLL_OUT,    /* plan or do its steps */
  HW_NEXT_LIVE,        /* all steps done: make it the normal way */
  HW_NEXT_REVIEW,      /* a review is due */
  HW_NEXT_LESSON,      /* say what was learned and close */
  HW_NEXT_N,
} HwNextStep;

const char *hw_next_step_id   (HwNextStep step);
const char *hw_next_step_text (HwNextStep step); /* translated: "Say what you want to reach" */

/* What the records show, for the side note of the first station. */
typedef struct
{
  gint64  n_sales;
  guint   n_products, n_counted, n_costed;
  HwDay   first_sale, last_sale;    /* HW_DAY_NONE if none */
  HwMoney revenue;                  /* of the last 364 days */
  gboolean has_money;               /* there are amounts: the currency stays */
  char    open_days[8];             /* for a first card, weekdays with sales of late: "1111110" from Monday; else "" */
} HwDataFound;

typedef struct
{
  HwEntry   *initiative;            /* (owned) */
  HwStation  station;
  HwNextStep next;
  HwDay      next_day;              /* when it is due; HW_DAY_NONE: now */
  GPtrArray *check_ins;             /* (owned) of HwEntry, by week */
  GPtrArray *gates;                 /* (owned) of HwEntry: passed by hand */
  GPtrArray *roll_out;              /* (owned) of HwEntry, by from */
  GPtrArray *reviews;               /* (owned) of HwEntry, by day */
  HwRisk     risk;                  /* by the six questions */
  HwDay      look;                  /* half way, as the locked plan names it; HW_DAY_NONE */
  gboolean   plan_begun;            /* its plan was left half filled in */
} HwTrial;

#define HW_LOOK_DAYS 7              /* a look is asked for as long */

typedef struct
{
  HwDay        as_of;
  HwEntry     *card;                /* (owned) (nullable) the last version kept */
  HwDataFound  found;
  guint        n_goals;
  GPtrArray   *trials;              /* (owned) of HwTrial, open ones first, newest first */
  GPtrArray   *reviews;             /* (owned) of HwEntry, by day: of the whole business */
  gboolean     idea_begun;          /* one more thing to try was left half filled in */
  guint        n_asked, n_questions; /* of the readiness questions that were begun and not closed; 0: none are */
  HwStation    station;             /* of the whole: of the first open trial, else assess */
  HwNextStep   next;
  gint64       next_id;             /* the initiative it is about; 0 if none */
  HwDay        next_day;            /* HW_DAY_NONE: now */
} HwJourney;

HwJourney *hw_journey_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       hw_journey_free   (HwJourney *self);
HwTrial   *hw_trial_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void       hw_trial_free     (HwTrial *self);
/* (nullable) (transfer none) */
HwTrial   *hw_journey_find   (const HwJourney *self, gint64 initiative_id);
/* Whether it decides about people or its risk is high: the legal gate of impact. */
gboolean   hw_trial_may_harm (const HwTrial *self);
/* Whether it asks for something that has its day, and the day has come: a check-in,
 * a verdict, a decision or a review. */
gboolean   hw_trial_is_due   (const HwTrial *self, HwDay today);
/* Fills station, next, next_id and next_day, of the whole and of each trial. */
void       hw_journey_decide (HwJourney *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwJourney, hw_journey_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTrial, hw_trial_free)

G_END_DECLS
