/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row's changes form a chain, import by import: the "after" of one is the
 * "before" of the next. Taking an import back
 *
 *   1. takes its link out of the chain: who built on it builds on what was before,
 *   2. puts back rows that are still as it left them,
 *   3. removes rows it made, unless something else uses them by now; such a row
 *      goes later, when the import that uses it is taken back too,
 *   4. forgets its links.
 */
#include "store/hw-undo.h"

#include "store/hw-store-private.h"

#define IMAGE_PRODUCT \
  "json_array (product.sku, product.name, product.category, product.unit, product.supplier_id," \
  " product.price, product.cost, product.pack, product.min_order, product.shelf_days," \
  " product.retired, product.import_id)"

#define IMAGE_SUPPLIER \
  "json_array (supplier.code, supplier.name, supplier.email, supplier.lead_days," \
  " supplier.review_days, supplier.min_order, supplier.import_id)"

#define IMAGE_CUSTOMER \
  "json_array (customer.code, customer.name, customer.import_id)"

#define IMAGE_SHOP "json_array (shop.name, shop.import_id)"

#define IMAGE_COUNT \
  "json_array (stock_count.product_id, stock_count.day, stock_count.quantity, stock_count.import_id)"

#define WAS(place) "json_extract (u.before, '$[" #place "]')"

/* 1: import, 2: row. */
#define SQL_MADE(kind, table, image) \
  "INSERT INTO import_undo (import_id, kind, row_id, before, after)" \
  " SELECT ?1, '" kind "', id, NULL, " image " FROM " table " WHERE id = ?2"

#define SQL_BEFORE(kind, table, image) \
  "INSERT OR IGNORE INTO import_undo (import_id, kind, row_id, before, after)" \
  " SELECT ?1, '" kind "', id, " image ", '' FROM " table " WHERE id = ?2"

#define SQL_AFTER(kind, table, image) \
  "UPDATE import_undo SET after = (SELECT " image " FROM " table " WHERE id = ?2)" \
  " WHERE import_id = ?1 AND kind = '" kind "' AND row_id = ?2"

/* 1: import. */
#define SQL_RESTORE(kind, table, image, columns) \
  "UPDATE OR IGNORE " table " SET " columns " FROM import_undo AS u" \
  " WHERE u.import_id = ?1 AND u.kind = '" kind "' AND u.row_id = " table ".id" \
  " AND u.before IS NOT NULL AND u.after = " image

/* Leftovers of imports undone earlier go too, if nobody changed them by hand. */
#define SQL_REMOVE(kind, table, image, used) \
  "DELETE FROM " table " WHERE EXISTS (SELECT 1 FROM import_undo AS u" \
  "  JOIN import AS i ON i.id = u.import_id" \
  "  WHERE u.kind = '" kind "' AND u.row_id = " table ".id AND u.before IS NULL" \
  "  AND i.undone_at IS NOT NULL AND (i.id = ?1 OR u.after = " image "))" \
  " AND NOT EXISTS (SELECT 1 FROM import_undo AS o JOIN import AS i ON i.id = o.import_id" \
  "  WHERE o.kind = '" kind "' AND o.row_id = " table ".id AND i.undone_at IS NULL)" used

#define SQL_FORGET(kind, table) \
  "DELETE FROM import_undo WHERE kind = '" kind "'" \
  " AND (import_id = ?1 OR import_id IN (SELECT id FROM import WHERE undone_at IS NOT NULL))" \
  " AND (before IS NOT NULL OR NOT EXISTS (SELECT 1 FROM " table " WHERE id = row_id))"

#define UNUSED(table, column) " AND NOT EXISTS (SELECT 1 FROM " table " AS x WHERE x." column

typedef struct
{
  const char *made;
  const char *before;
  const char *after;
  const char *restore;
  const char *remove;
  const char *forget;
} UndoSql;

#define UNDO_SQL(kind, table, image, columns, used) \
  { SQL_MADE (kind, table, image), SQL_BEFORE (kind, table, image), SQL_AFTER (kind, table, image), \
    SQL_RESTORE (kind, table, image, columns), SQL_REMOVE (kind, table, image, used), \
    SQL_FORGET (kind, table) }

static const UndoSql undo_sql[HW_UNDO_N] = {
  [HW_UNDO_COUNT] = UNDO_SQL ("stock_count", "stock_count", IMAGE_COUNT,
    "product_id = " WAS (0) ", day = " WAS (1) ", quantity = " WAS (2) ", import_id = " WAS (3),
    /* Counted again since by hand, it is another count. */
    " AND EXISTS (SELECT 1 FROM import AS i WHERE i.id = stock_count.import_id AND i.undone_at IS NOT NULL)"),

  [HW_UNDO_PRODUCT] = UNDO_SQL ("product", "product", IMAGE_PRODUCT,
    "sku = " WAS (0) ", name = " WAS (1) ", category = " WAS (2) ", unit = " WAS (3)
    ", supplier_id = (SELECT id FROM supplier WHERE id = " WAS (4) ")"
    ", price = " WAS (5) ", cost = " WAS (6) ", pack = " WAS (7) ", min_order = " WAS (8)
    ", shelf_days = " WAS (9) ", retired = " WAS (10) ", import_id = " WAS (11),
    UNUSED ("sale", "product_id = product.id)")
    UNUSED ("stock_count", "product_id = product.id)")
    UNUSED ("waste", "product_id = product.id)")
    UNUSED ("order_line", "product_id = product.id)")),

  [HW_UNDO_CUSTOMER] = UNDO_SQL ("customer", "customer", IMAGE_CUSTOMER,
    "code = " WAS (0) ", name = " WAS (1) ", import_id = " WAS (2),
    UNUSED ("sale", "customer_id = customer.id)")),

  [HW_UNDO_SHOP] = UNDO_SQL ("shop", "shop", IMAGE_SHOP, "name = " WAS (0) ", import_id = " WAS (1),
    UNUSED ("sale", "shop_id = shop.id)")),

  [HW_UNDO_SUPPLIER] = UNDO_SQL ("supplier", "supplier", IMAGE_SUPPLIER,
    "code = " WAS (0) ", name = " WAS (1) ", email = " WAS (2) ", lead_days = " WAS (3)
    ", review_days = " WAS (4) ", min_order = " WAS (5) ", import_id = " WAS (6),
    UNUSED ("product", "supplier_id = supplier.id)")
    UNUSED ("purchase_order", "supplier_id = supplier.id)")),
};

#define SQL_RELINK \
  "UPDATE import_undo AS later SET before = mine.before FROM import_undo AS mine" \
  " WHERE mine.import_id = ?1 AND later.kind = mine.kind AND later.row_id = mine.row_id" \
  " AND later.import_id > ?1 AND later.before IS mine.after"

static gboolean
run_on (HwStore     *store,
        const char  *sql,
        gint64       import_id,
        gint64       row_id,
        GError     **error)
{
  g_autoptr (HwStatement) stmt = NULL;

  if (import_id == 0)
    return TRUE;

  stmt = hw_statement_new (store, sql, error);
  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, import_id);
  hw_statement_set_int (stmt, 2, row_id);
  return hw_statement_run (stmt, error);
}

gboolean
hw_undo_made (HwStore     *store,
              HwUndoKind   kind,
              gint64       row_id,
              gint64       import_id,
              GError     **error)
{
  return run_on (store, undo_sql[kind].made, import_id, row_id, error);
}

gboolean
hw_undo_add (HwStore      *store,
             HwStatement  *stmt,
             HwUndoKind    kind,
             gint64        import_id,
             gint64       *id,
             GError      **error)
{
  gint64 made = 0;
  gboolean ok;

  if (!hw_store_enter (store, error))
    return FALSE;

  ok = hw_statement_run (stmt, error);
  if (ok)
    {
      made = sqlite3_last_insert_rowid (hw_store_get_db (store));
      ok = hw_undo_made (store, kind, made, import_id, error);
    }

  if (!hw_store_leave (store, ok, error))
    return FALSE;

  *id = made;
  return TRUE;
}

gboolean
hw_undo_before (HwStore     *store,
                HwUndoKind   kind,
                gint64       row_id,
                gint64       import_id,
                GError     **error)
{
  return run_on (store, undo_sql[kind].before, import_id, row_id, error);
}

gboolean
hw_undo_after (HwStore     *store,
               HwUndoKind   kind,
               gint64       row_id,
               gint64       import_id,
               GError     **error)
{
  return run_on (store, undo_sql[kind].after, import_id, row_id, error);
}

static gboolean
run_for (HwStore     *store,
         const char  *sql,
         gint64       import_id,
         GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, sql, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, import_id);
  return hw_statement_run (stmt, error);
}

gboolean
hw_undo_take_back (HwStore  *store,
                   gint64    import_id,
                   GError  **error)
{
  if (!run_for (store, SQL_RELINK, import_id, error))
    return FALSE;

  for (int kind = 0; kind < HW_UNDO_N; kind++)
    if (!run_for (store, undo_sql[kind].restore, import_id, error) ||
        !run_for (store, undo_sql[kind].remove, import_id, error) ||
        !run_for (store, undo_sql[kind].forget, import_id, error))
      return FALSE;

  return TRUE;
}
