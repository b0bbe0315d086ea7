/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-entry.h: one thing the owner entered: a goal, an initiative, a check-in, ...
 *
 * Every entry is the answers to one form, kept version by version with day, person
 * and reason: nothing is rewritten silently, and any change can be taken back.
 * A draft (version 0) is what was saved "to go on later".
 */
#pragma once

#include "domain/hw-answers.h"

G_BEGIN_DECLS

typedef enum
{
  HW_ENTRY_CARD,        /* the business card; at most one */
  HW_ENTRY_GOAL,
  HW_ENTRY_INITIATIVE,
  HW_ENTRY_CHECK_IN,    /* of an initiative: one week */
  HW_ENTRY_GATE,        /* of an initiative: passed although it was not ready */
  HW_ENTRY_ROLL_OUT,    /* of an initiative: one step */
  HW_ENTRY_REVIEW,      /* a day to look again; parent 0: of the whole business */
  HW_ENTRY_EVENT,       /* what the owner knows about days behind or ahead: hw-known-event.h */
  HW_ENTRY_OVERRIDE,    /* a figure of the owner's in place of the forecast: hw-override.h */
  HW_ENTRY_READINESS,   /* one run of the questions: hw-readiness.h */
  HW_ENTRY_PAINS,       /* what hurts, and what a trial may cost; at most one: hw-idea.h */
  HW_ENTRY_IDEA,        /* the owner's own figures for one idea of the catalogue: hw-idea.h */
  HW_ENTRY_RISK,        /* six questions about one idea: hw-safety.h */
  HW_ENTRY_DUTY,        /* one line of the safety list, done: hw-safety.h */
  HW_ENTRY_MILESTONE,   /* of a goal: hw-milestone.h */
  HW_ENTRY_FIGURE,      /* a value typed in for a metric: hw-figure.h */
  HW_ENTRY_OWN_METRIC,  /* a metric the owner made up: hw-figure.h */
  HW_ENTRY_SURVEY,      /* how many gave which answer: hw-survey.h */
  HW_ENTRY_WATCH,       /* how a metric is watched: pin, limits, cadence: hw-figure.h */
  HW_ENTRY_LOCK,        /* of an initiative: its plan as it was when the trial began: hw-lock.h */
  HW_ENTRY_GUARD,       /* of an initiative: a limit that stops harm: hw-guard.h */
  HW_ENTRY_QUIET,       /* an alert that is not to be heard for a while: hw-watch.h */
  HW_ENTRY_DECISION,    /* what was decided at a review: hw-agenda.h */
  HW_ENTRY_N,
} HwEntryKind;

const char *hw_entry_kind_id   (HwEntryKind kind); /* "check-in": kept in files */
gboolean    hw_entry_kind_find (const char *id, HwEntryKind *kind);

typedef struct
{
  gint64       id;          /* 0: not kept yet */
  HwEntryKind  kind;
  gint64       parent_id;   /* of the initiative; 0 if none */
  int          version;     /* 0: a draft; 1, 2, ... */
  HwDay        made;        /* the day of version 1 (of the draft) */
  HwDay        changed;     /* the day of this version */
  char        *who;         /* (owned) "" if not said */
  char        *why;         /* (owned) "" if not said */
  gboolean     removed;
  HwAnswers   *answers;     /* (owned) */
} HwEntry;

HwEntry    *hw_entry_new       (HwEntryKind kind, gint64 parent_id) G_GNUC_WARN_UNUSED_RESULT;
HwEntry    *hw_entry_copy      (const HwEntry *self) G_GNUC_WARN_UNUSED_RESULT;
void        hw_entry_free      (HwEntry *self);
/* An array that frees its entries. */
GPtrArray  *hw_entries_new     (void) G_GNUC_WARN_UNUSED_RESULT;
HwEntry    *hw_entries_find    (GPtrArray *entries, gint64 id); /* (nullable) (transfer none) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwEntry, hw_entry_free)

G_END_DECLS
