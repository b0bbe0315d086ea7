/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-entry-repo.h: what the owner entered, version by version, and drafts of it.
 *
 * A version is written once and never again; only names and words in it can be
 * erased. Each function that writes does so wholly or not at all, and adds an event
 * that says what happened to which entry, never who or what was said.
 */
#pragma once

#include "domain/hw-entry.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

#define HW_ENTRY_ANY_PARENT  (-1)
#define HW_ENTRY_LAST        (-1)   /* the version that holds */
#define HW_ENTRY_ERASED      "…"    /* what stands where a name was */

/* The last version of each entry that is not removed, nor its parent; or the drafts.
 * By id: array of HwEntry. */
GPtrArray *hw_entry_repo_list       (HwStore *store, HwEntryKind kind, gint64 parent_id, gboolean drafts, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Every version kept, newest first, also of a removed one; NO_SUCH_ROW. */
GPtrArray *hw_entry_repo_history    (HwStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One version, removed or not: 0 the draft, HW_ENTRY_LAST the last that was kept.
 * NO_SUCH_ROW if there is none. */
HwEntry   *hw_entry_repo_load       (HwStore *store, gint64 id, int version, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The card's id, also of one that is a draft or removed; 0 if there never was one. */
gboolean   hw_entry_repo_find_card  (HwStore *store, gint64 *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was done, for the event: "entry-saved", "entry-moved", ... */
typedef enum
{
  HW_ENTRY_SAVED,
  HW_ENTRY_MOVED,
  HW_ENTRY_REMOVED,
  HW_ENTRY_UNDONE,
} HwEntryAct;

/* Keeps @entry as one more version, dated @entry->changed, and drops its draft
 * (unless something is undone); an id of 0 makes a new one. Sets id and version.
 * @at: of the event, seconds since 1970, UTC. NO_SUCH_ROW for an id, or a parent,
 * that does not exist. */
gboolean   hw_entry_repo_keep       (HwStore *store, HwEntry *entry, HwEntryAct act, gint64 at, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same as a draft, in place of the one before. */
gboolean   hw_entry_repo_keep_draft (HwStore *store, HwEntry *entry, gint64 at, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* NO_SUCH_ROW if there is none. */
gboolean   hw_entry_repo_drop_draft (HwStore *store, gint64 id, gint64 at, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a person's name out of every version, and of the reasons kept with orders,
 * wherever it stands as words of its own, whatever its case; @n: how many versions,
 * answers and reasons held it. */
gboolean   hw_entry_repo_erase_name (HwStore *store, const char *name, gint64 at, gint64 *n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
