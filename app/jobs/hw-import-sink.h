/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-sink.h: where typed rows of a file become records of the business.
 *
 * Names become ids: a product, supplier or customer is found by its number, else
 * by its name, and made if there is none. Runs inside the caller's transaction.
 */
#pragma once

#include "import/hw-importer.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct _HwImportSink HwImportSink;

HwImportSink    *hw_import_sink_new    (HwStore       *store,
                                        HwImportKind   kind,
                                        gint64         import_id,
                                        HwDay          today,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
const HwRowSink *hw_import_sink_get    (HwImportSink  *self);
/* After the last row: what only the whole file could tell. */
gboolean         hw_import_sink_finish (HwImportSink  *self,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gint64           hw_import_sink_get_n_new_products (const HwImportSink *self);
void             hw_import_sink_free   (HwImportSink  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportSink, hw_import_sink_free)

G_END_DECLS
