/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-repo.h: the history of imports, with undo, and remembered mappings. */
#pragma once

#include "domain/hw-import-report.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Starts an import inside the caller's transaction and gives its id. @at: seconds
 * since 1970, UTC. Rows added under this id are undone with it. */
gboolean hw_import_repo_begin  (HwStore      *store,
                                HwImportKind  kind,
                                const char   *file_name,
                                const char   *sha256,
                                gint64        at,
                                gint64       *id,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps counts, totals and the listed issues, and writes the event. */
gboolean hw_import_repo_finish (HwStore              *store,
                                gint64                id,
                                const HwImportReport *report,
                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes back all that import @id brought: its sales, counts and waste go, rows it
 * made go unless something else uses them by now, rows it changed are as before
 * unless changed since. One transaction of its own. NO_SUCH_ROW if there is no
 * such import or it was undone before. */
gboolean hw_import_repo_undo   (HwStore *store, gint64 id, gint64 at, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Newest first, undone ones too: array of HwImport. */
GArray  *hw_import_repo_list   (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The import that is not undone with this fingerprint, 0 if none. */
gboolean hw_import_repo_find   (HwStore *store, const char *sha256, gint64 *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The listed issues of an import: array of HwIssue. */
GArray  *hw_import_repo_issues (HwStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the owner once said of files of this shape: mapping and answers as text,
 * NULL in both if nothing. */
gboolean hw_import_repo_recall   (HwStore *store, const char *shape, char **mapping, char **answers, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a file of this shape was imported before. */
gboolean hw_import_repo_knows    (HwStore *store, const char *shape, gboolean *known, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_import_repo_remember (HwStore *store, const char *shape, const char *mapping, const char *answers, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
