/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-twice.h: whether a file says sales once more that are here in another shape:
 * sums of months beside single days, sums of days beside receipts.
 *
 * Rows that are the same are met by HwImportKnown; here are those that are not, though the
 * store has sales of the same product in the same shop and time from another file. Months
 * or weeks need one such row; days at least two days on which more rows are so than were
 * met, half of the new ones are so, and both come to about the same. A shop that is not
 * said is like any.
 * In: each row of a file, as it is read dry. Out: a sentence for the owner.
 * Thread: the worker's.
 */
#pragma once

#include "core/hw-format.h"
#include "import/hw-importer.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct _HwImportTwice HwImportTwice;

HwImportTwice *hw_import_twice_new  (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           hw_import_twice_free (HwImportTwice *self);

/* @product_id, @shop_id: as for hw_import_known_meet. @known: it was met. */
void           hw_import_twice_see  (HwImportTwice *self, const HwImportRow *row, gint64 product_id, gint64 shop_id, gboolean known);
/* Once, after the last row. @sentence: (out) (nullable) NULL: nothing counts twice. */
gboolean       hw_import_twice_say  (HwImportTwice *self, const HwFormat *format, char **sentence, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportTwice, hw_import_twice_free)

G_END_DECLS
