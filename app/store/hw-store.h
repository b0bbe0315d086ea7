/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-store.h: one business is one file, NAME.headway; this opens and closes it.
 *
 * SQLite inside: application_id, user_version, STRICT tables, foreign keys. WAL
 * while open, checkpointed at close, so that the single file is whole when it is
 * mailed or copied. One process writes at a time (a lock file beside the file,
 * removed at close); readers may join. Mode 0600. The only layer with SQL.
 *
 * Thread: one store is used by one thread at a time.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-records.h"

G_BEGIN_DECLS

typedef struct _HwStore HwStore;

typedef enum
{
  HW_STORE_READ,
  HW_STORE_WRITE,
} HwStoreMode;

/* EXISTS if there is a file at @path already. Opened for writing. */
HwStore    *hw_store_create      (const char        *path,
                                  const HwBusiness  *business,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* NOT_FOUND, NOT_OURS, TOO_NEW (file left untouched, byte for byte), IN_USE,
 * DAMAGED, READ_ONLY. An older file is copied to NAME.headway.vN.bak beside it,
 * then brought up to date in one transaction (writing only; a reader of an older
 * file gets SQL: it is to be opened for writing first). */
HwStore    *hw_store_open        (const char        *path,
                                  HwStoreMode        mode,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Checkpoints, leaves one whole file, removes the lock. */
void        hw_store_close       (HwStore           *self);

const char *hw_store_get_path    (const HwStore     *self);
HwStoreMode hw_store_get_mode    (const HwStore     *self);
int         hw_store_schema_version (HwStore        *self);

/* Changes whenever the business's data change, by whomever: for stale figures. */
gint64      hw_store_data_version (HwStore          *self);

gboolean    hw_store_begin       (HwStore           *self,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hw_store_commit      (HwStore           *self,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void        hw_store_rollback    (HwStore           *self);

/* Long statements ask @tick whether to go on (its share is not meaningful), and
 * fail with CANCELLED. NULL: nobody asks. The tick must outlive the watch. */
void        hw_store_watch       (HwStore           *self,
                                  const HwTick      *tick);

/* A whole copy without journals or free pages, through SQLite; it replaces a file
 * at @path. IN_USE if that one is open. Outside transactions. */
gboolean    hw_store_copy        (HwStore           *self,
                                  const char        *path,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Integrity of the file, of its references and of the event chain. Returns what
 * is wrong, in plain technical sentences; empty if all is well. */
GPtrArray  *hw_store_check       (HwStore           *self,
                                  const HwTick      *tick,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStore, hw_store_close)

G_END_DECLS
