/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-event-repo.h: what happened, when, and to what; only ever added to.
 *
 * Each row holds SHA-256 over the row before it and its own content, so that a
 * changed or missing row shows. People are named by id only. Free texts stand in
 * a table of their own from which they can be erased; the chain holds their
 * salted hash, so that erasing breaks nothing.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      id;
  gint64      at;           /* seconds since 1970, UTC */
  const char *kind;         /* "import", "import-undone", "business-made", "report", ... */
  const char *subject;      /* "import", "product", "customer", ... or "" */
  gint64      subject_id;   /* 0 if none */
  const char *text;         /* (nullable) erasable */
} HwEvent;

gboolean hw_event_repo_add        (HwStore *store, const HwEvent *event, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_event_repo_erase_text (HwStore *store, gint64 event_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one sentence per break to @problems (of char *). */
gboolean hw_event_repo_verify     (HwStore *store, GPtrArray *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The hash of the last event, "" if there is none: it stands for all that was done. */
gboolean hw_event_repo_head       (HwStore *store, char **hash, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_event_repo_count      (HwStore *store, gint64 *n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
