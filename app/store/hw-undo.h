/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-undo.h: what an import did to rows that can be changed, so that it can be
 * taken back: for each row it touched, the row before and after, as JSON.
 *
 * Order: _made after a row was added; _before and _after around a change. With
 * import 0 all three do nothing. Inside the caller's transaction.
 */
#pragma once

#include "store/hw-statement.h"

G_BEGIN_DECLS

typedef enum
{
  HW_UNDO_COUNT,      /* in the order in which they are taken back: */
  HW_UNDO_PRODUCT,    /* a row before those it refers to */
  HW_UNDO_CUSTOMER,
  HW_UNDO_SHOP,
  HW_UNDO_SUPPLIER,
  HW_UNDO_N,
} HwUndoKind;

gboolean hw_undo_made      (HwStore *store, HwUndoKind kind, gint64 row_id, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Runs a bound INSERT and _made: both or neither. @id: of the row. */
gboolean hw_undo_add       (HwStore *store, HwStatement *stmt, HwUndoKind kind, gint64 import_id, gint64 *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_undo_before    (HwStore *store, HwUndoKind kind, gint64 row_id, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_undo_after     (HwStore *store, HwUndoKind kind, gint64 row_id, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The import must be marked as undone, its sales and waste gone. */
gboolean hw_undo_take_back (HwStore *store, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
