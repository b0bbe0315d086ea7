/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-known.h: which rows of a file came with an earlier one.
 *
 * A row is known when one that is the same in all that is kept of it stands in the
 * store under the same day. Each such row is met once: two rows that are alike in one
 * file, of which the store has one, are one known and one new. A row that does not say
 * its shop is like one of any shop: a file may say the shops that an earlier one did not.
 * Thread: the worker's.
 */
#pragma once

#include "import/hw-importer.h"
#include "store/hw-log-repo.h"

G_BEGIN_DECLS

typedef struct _HwImportKnown HwImportKnown;

HwImportKnown *hw_import_known_new   (HwStore *store, HwImportKind kind, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           hw_import_known_free  (HwImportKnown *self);

/* TRUE if the store has no such rows at all. */
gboolean       hw_import_known_is_empty (const HwImportKnown *self);
/* From now on a row is known if its day is: for sums of days, which look like no row. */
void           hw_import_known_take_days (HwImportKnown *self);
/* What stands for the words of a line that are not kept. */
gint64         hw_import_known_mark  (const HwImportRow *row);
/* A sale whose pieces nobody knows is kept with none: it counts as money alone. */
HwQuantity     hw_import_known_quantity (const HwImportRow *row);
/* @product_id: 0 for one that is not kept yet. @shop_id: 0 where the row says none, -1 for
 * one that is not kept yet. On a failure of the store FALSE; it shows in _sum. */
gboolean       hw_import_known_meet  (HwImportKnown *self, const HwImportRow *row, gint64 product_id, gint64 shop_id);

typedef struct
{
  gint64   known;     /* rows of the file that were met */
  gint64   unsure;    /* of them, without a number or a time that sets them apart */
  gint64   here;      /* rows that the store has on the days of the file */
} HwKnownSum;

gboolean       hw_import_known_sum   (const HwImportKnown *self, HwKnownSum *sum, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportKnown, hw_import_known_free)

G_END_DECLS
