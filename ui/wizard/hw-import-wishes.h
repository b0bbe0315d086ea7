/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-wishes.h: what the owner has said about a file so far: what it lists,
 * what its columns mean, the answers to its questions.
 *
 * Everything said goes into a new request for each look. A wish that made a look
 * fail is taken back (settle), so that what stood before it still holds.
 */
#pragma once

#include "jobs/import/hw-import-job.h"

G_BEGIN_DECLS

typedef struct _HwImportWishes HwImportWishes;

HwImportWishes  *hw_import_wishes_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void             hw_import_wishes_free        (HwImportWishes *self);

/* Another file: nothing has been said. */
void             hw_import_wishes_forget      (HwImportWishes *self);
/* The last look worked, or did not. */
void             hw_import_wishes_settle      (HwImportWishes *self, gboolean worked);

/* Another kind has other columns: what was said of them is dropped. */
void             hw_import_wishes_set_kind    (HwImportWishes *self, HwImportKind kind);
/* @column from 0 means @field, or nothing at all (-1). */
void             hw_import_wishes_map         (HwImportWishes     *self,
                                               const HwImportLook *look,
                                               guint               column,
                                               int                 field);
/* FALSE if that was the answer already. */
gboolean         hw_import_wishes_answer      (HwImportWishes *self,
                                               const char     *question,
                                               const char     *value);
/* NULL if none yet. */
const char      *hw_import_wishes_get_answer  (HwImportWishes *self, const char *question);

/* @at: seconds since 1970, UTC. */
HwImportRequest *hw_import_wishes_new_request (HwImportWishes *self,
                                               const char     *path,
                                               gint64          at) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportWishes, hw_import_wishes_free)

G_END_DECLS
