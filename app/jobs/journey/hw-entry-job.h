/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-entry-job.h: what the owner enters: listed, kept, left for later, taken back.
 *
 * Saving checks the entry against its form (BAD_INPUT names the question in the
 * message) and, for an initiative, against its state machine. Nothing is
 * overwritten: a save adds a version, an undo adds one more that says what the
 * entry was before.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

/* The form an entry of @kind is checked against when it is kept; NULL for those that are
 * content, not a form: runs of the questions. */
const HwForm *hw_entry_form (HwEntryKind kind);

typedef struct
{
  HwEntryKind kind;
  gint64      parent_id;  /* -1: of any */
  gboolean    drafts;     /* the drafts instead of what is kept */
} HwEntryListRequest;

extern const HwJob hw_entry_list_job;    /* HwEntryListRequest -> GPtrArray of HwEntry, not the removed; a look-up */
extern const HwJob hw_entry_history_job; /* gint64 *id -> GPtrArray of HwEntry, every version, newest first; a look-up */

typedef struct
{
  HwEntry *entry;         /* (owned) its id, kind, parent, answers, who, why; id 0 for a new one */
  gboolean draft;         /* save and go on later: not checked, replaces the draft before */
  gboolean remove;        /* take it away; its versions stay */
} HwEntrySave;

HwEntrySave *hw_entry_save_new  (const HwEntry *entry) G_GNUC_WARN_UNUSED_RESULT; /* copies */
void         hw_entry_save_free (HwEntrySave *self);

/* What was done, and all that is needed to take it back. */
typedef struct
{
  gint64 id;
  int    before;          /* the version that held before; 0: there was none */
  int    after;
} HwEntryChange;

extern const HwJob hw_entry_save_job;    /* HwEntrySave -> HwEntryChange */
extern const HwJob hw_entry_undo_job;    /* HwEntryChange -> HwEntryChange; BAD_INPUT if it was changed since */

/* Moves an initiative along its state machine, with who and why; the other
 * answers of @entry are kept with it (decision, lesson, paused_from). */
typedef struct
{
  HwEntry *entry;         /* (owned) */
  int      to;            /* HwState */
} HwMoveRequest;

HwMoveRequest *hw_move_request_new  (const HwEntry *entry, int to) G_GNUC_WARN_UNUSED_RESULT;
void           hw_move_request_free (HwMoveRequest *self);

extern const HwJob hw_move_job;          /* HwMoveRequest -> HwEntryChange; BAD_INPUT with hw_move_fault_text() */

G_END_DECLS
