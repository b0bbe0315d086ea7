/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-schema.h: the numbered steps that made the file what it is.
 *
 * Step i takes a file from version i to i + 1. Released steps never change.
 * Tests hand in steps of their own; the program has those of migrations/.
 *
 * In: a connection. Out: the schema brought up to date. Thread: that of the connection.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *steps; /* (owned) of char *, SQL */
} HwSchema;

/* Those of migrations/. */
HwSchema *hw_schema_new_built_in (GError           **error) G_GNUC_WARN_UNUSED_RESULT;
HwSchema *hw_schema_new          (const char *const *steps) G_GNUC_WARN_UNUSED_RESULT;
void      hw_schema_free         (HwSchema          *self);

int       hw_schema_newest       (const HwSchema    *self);

/* Runs the steps after @from and stamps the file, inside the caller's
 * transaction; foreign keys must be off and are checked at the end. */
gboolean  hw_schema_apply        (const HwSchema    *self,
                                  sqlite3           *db,
                                  int                from,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @db has the tables, indexes and triggers of version @version, and no
 * others: a trigger or view slipped into a file would run as if it were ours. */
gboolean  hw_schema_matches      (const HwSchema    *self,
                                  sqlite3           *db,
                                  int                version,
                                  gboolean          *matches,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSchema, hw_schema_free)

G_END_DECLS
