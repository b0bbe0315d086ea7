/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-milestone.h: the steps on the way to a goal.
 *
 * Entry HW_ENTRY_MILESTONE, parent: the goal. Questions: what, day, after (id of another
 * milestone of the same goal; not before it), quick ("yes": a quick win), done (day).
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"
#include "domain/hw-goal.h"

G_BEGIN_DECLS

extern const HwForm hw_milestone_form;

typedef enum
{
  HW_MILESTONE_DONE,
  HW_MILESTONE_OPEN,
  HW_MILESTONE_WAITS,   /* for the one before it */
  HW_MILESTONE_LATE,
} HwMilestoneState;

const char *hw_milestone_state_name (HwMilestoneState state); /* translated */

typedef struct
{
  HwEntry          *entry;    /* (owned) */
  HwMilestoneState  state;
  HwDay             earliest; /* when it can be done at the soonest, given what it waits for */
} HwMilestone;

/* Array of HwMilestone that frees its own, each after the one it waits for; @entries: all of
 * one goal. A ring of dependencies is cut at the oldest entry. */
GArray *hw_milestones_new (GPtrArray *entries, HwDay today) G_GNUC_WARN_UNUSED_RESULT;

/* What is missing for a goal that can be checked: who, what, how much, by when, from
 * where, why. Bit i set: the i-th is missing. */
typedef enum
{
  HW_SMART_SPECIFIC = 1 << 0,    /* a name of its own */
  HW_SMART_MEASURED = 1 << 1,    /* a metric with a value today */
  HW_SMART_START    = 1 << 2,    /* where it stands now */
  HW_SMART_REACHABLE = 1 << 3,   /* a chance that is not next to nothing */
  HW_SMART_REASON   = 1 << 4,    /* why it matters */
  HW_SMART_DATED    = 1 << 5,    /* a day ahead */
  HW_SMART_ALL      = (1 << 6) - 1,
} HwSmart;

#define HW_SMART_CHANCE_LEAST 0.05

const char *hw_smart_text    (HwSmart one);  /* translated: "Say why it matters to you." */
/* What @outlook's goal lacks: bits of HwSmart, 0 if nothing. */
HwSmart     hw_smart_missing (const HwGoalOutlook *outlook, HwDay today);

G_END_DECLS
