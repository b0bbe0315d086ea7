/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-goal.h: where the owner wants a figure to be, by when, and how likely that is.
 *
 * Questions: name, metric (an id of hw-metric.h), start, start_day, target, day,
 * reason. Start and target are in the metric's unit over four weeks.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"
#include "domain/hw-trend.h"

G_BEGIN_DECLS

#define HW_GOALS_MOST 5

extern const HwForm hw_goal_form;

typedef enum { HW_HORIZON_SHORT, HW_HORIZON_MID, HW_HORIZON_LONG } HwHorizon; /* to 6, to 18 months, beyond */

/* Where the figure stands, as the answers start and start_day, unless the owner said
 * so already; nothing if it is not known. */
void        hw_goal_fill_start   (HwAnswers *answers, const HwTrend *trend);

/* A fair step from where the figure stands: what was reached in the best quarter of the
 * time looked at, or a twentieth better where that is no better than today. Three figures
 * of it; NAN if it is not known, or no way is better. */
double      hw_goal_fair_target  (const HwTrend *trend);

HwHorizon   hw_goal_horizon      (HwDay from, HwDay target_day);
const char *hw_horizon_name      (HwHorizon horizon); /* translated */

typedef enum
{
  HW_REACH_KNOWN,       /* chance holds */
  HW_REACH_REACHED,     /* the last figure is there already */
  HW_REACH_OVER,        /* the day is past, and it was not reached */
  HW_REACH_TOO_SHORT,   /* too little history for a forecast */
  HW_REACH_TOO_FAR,     /* further ahead than history carries */
  HW_REACH_NO_FIGURE,   /* the metric itself is not known: see trend */
} HwReachState;

/* A goal beside the figures. */
typedef struct
{
  HwEntry      *entry;        /* (owned) */
  const HwMetric *metric;     /* (nullable) an id this version does not know */
  HwTrend      *trend;        /* (owned) (nullable) four weeks a point, with forecast */
  HwReachState  reach;
  double        chance;       /* 0..1 that the target is reached on its day */
  double        now;          /* the last figure; NAN if none */
  double        done_share;   /* of the way from start to target, may be < 0 or > 1; NAN */
  double        expected;     /* at the target's day; NAN */
  double        low, high;    /* 80 % of it */
  GPtrArray    *steps;        /* (owned) of HwEntry: its milestones (hw-milestone.h), empty until the job fills it */
} HwGoalOutlook;

/* Works out reach, chance and the rest from trend, which it takes. */
HwGoalOutlook *hw_goal_outlook_new  (const HwEntry *entry, HwTrend *trend, HwDay today) G_GNUC_WARN_UNUSED_RESULT;
void           hw_goal_outlook_free (HwGoalOutlook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwGoalOutlook, hw_goal_outlook_free)

G_END_DECLS
