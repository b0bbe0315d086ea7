/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-sink.h: where typed rows of a file become records of the business.
 *
 * Names become ids: a product, supplier or customer is found by its number, else
 * by its name, and made if there is none. Runs inside the caller's transaction.
 * Rows that came with an earlier file are left out where that is asked for.
 */
#pragma once

#include "import/hw-importer.h"
#include "jobs/import/hw-import-known.h"
#include "jobs/import/hw-import-twice.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct _HwImportSink HwImportSink;

/* @import_id 0: keeps nothing, only looks which rows are known. */
HwImportSink    *hw_import_sink_new    (HwStore       *store,
                                        HwImportKind   kind,
                                        gint64         import_id,
                                        HwDay          today,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
const HwRowSink *hw_import_sink_get    (HwImportSink  *self);
/* From now on rows of an earlier file are left out; where @by_day, all rows of a day that
 * is here. FALSE: there can be none. */
gboolean         hw_import_sink_skip_known (HwImportSink *self, gboolean by_day);
gboolean         hw_import_sink_sum_known  (const HwImportSink *self, HwKnownSum *sum, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the store has rows that one of a file of @kind could be. */
gboolean         hw_import_sink_can_know   (HwStore *store, HwImportKind kind, gboolean *can, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the rows are such as would count twice: a sentence; NULL if not, or where no rows
 * were left out. */
gboolean         hw_import_sink_say_twice  (HwImportSink *self, const HwFormat *format, char **sentence, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* After the last row: what only the whole file could tell. */
gboolean         hw_import_sink_finish (HwImportSink  *self,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gint64           hw_import_sink_get_n_new_products (const HwImportSink *self);
void             hw_import_sink_free   (HwImportSink  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportSink, hw_import_sink_free)

G_END_DECLS
