/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the owner did to orders, step by step, and back. */
#include "store/hw-order-repo.h"

#include "core/hw-error.h"
#include "store/hw-sqlite.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"

#define SQL_BEGIN "INSERT INTO order_step (kind, day) VALUES (?, ?)"

#define SQL_KEEP_BEFORE \
  "INSERT OR IGNORE INTO order_step_before (step_id, order_id, state, ordered, expected, confirmed)" \
  " SELECT ?1, id, state, ordered, expected, confirmed FROM purchase_order WHERE id = ?2"

#define SQL_KEEP_MADE "INSERT INTO order_step_before (step_id, order_id) VALUES (?1, ?2)"

#define SQL_ADD_RECEIPT "INSERT INTO receipt (order_line_id, day, quantity, step_id) VALUES (?, ?, ?, ?)"

#define SQL_ADD_REFUSAL "INSERT INTO order_refusal (step_id, product_id, day, proposed, why) VALUES (?, ?, ?, ?, ?)"

#define SQL_REFUSALS "SELECT product_id, day, proposed, why FROM order_refusal WHERE day >= ?1 ORDER BY day DESC, id DESC"

#define SQL_STEP \
  "SELECT (SELECT count (*) FROM order_refusal WHERE step_id = s.id)," \
  " EXISTS (SELECT 1 FROM order_step_before AS mine JOIN order_step_before AS later" \
  "  ON later.order_id = mine.order_id AND later.step_id > mine.step_id WHERE mine.step_id = s.id)" \
  " FROM order_step AS s WHERE s.id = ?1"

#define SQL_STEP_ORDERS "SELECT order_id FROM order_step_before WHERE step_id = ?1 ORDER BY order_id"

/* An order that was made keeps its days: it was there, and was taken back. */
#define SQL_RESTORE \
  "UPDATE purchase_order SET state = coalesce (b.state, 'cancelled')," \
  " ordered = coalesce (b.ordered, purchase_order.ordered)," \
  " expected = iif (b.state IS NULL, purchase_order.expected, b.expected)," \
  " confirmed = iif (b.state IS NULL, purchase_order.confirmed, b.confirmed)" \
  " FROM order_step_before AS b WHERE b.step_id = ?1 AND b.order_id = purchase_order.id"

#define SQL_DROP_RECEIPTS "DELETE FROM receipt WHERE step_id = ?1"
#define SQL_DROP_REFUSALS "DELETE FROM order_refusal WHERE step_id = ?1"
#define SQL_DROP_STEP "DELETE FROM order_step WHERE id = ?1"

gboolean
hw_order_repo_begin_step (HwStore     *store,
                          const char  *kind,
                          HwDay        day,
                          gint64      *step,
                          GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_BEGIN, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, kind);
  hw_statement_set_int (stmt, 2, day);
  if (!hw_statement_run (stmt, error))
    return FALSE;

  *step = sqlite3_last_insert_rowid (hw_store_get_db (store));
  return TRUE;
}

static gboolean
keep (HwStore     *store,
      const char  *sql,
      gint64       step,
      gint64       order_id,
      GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, sql, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, step);
  hw_statement_set_int (stmt, 2, order_id);
  return hw_statement_run (stmt, error);
}

gboolean
hw_order_repo_keep_before (HwStore  *store,
                           gint64    step,
                           gint64    order_id,
                           GError  **error)
{
  return keep (store, SQL_KEEP_BEFORE, step, order_id, error);
}

gboolean
hw_order_repo_keep_made (HwStore  *store,
                         gint64    step,
                         gint64    order_id,
                         GError  **error)
{
  return keep (store, SQL_KEEP_MADE, step, order_id, error);
}

gboolean
hw_order_repo_add_receipt (HwStore          *store,
                           gint64            step,
                           const HwReceipt  *receipt,
                           GError          **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_RECEIPT, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, receipt->order_line_id);
  hw_statement_set_int (stmt, 2, receipt->day);
  hw_statement_set_int (stmt, 3, receipt->quantity);
  hw_statement_set_id (stmt, 4, step);
  return hw_statement_run (stmt, error);
}

gboolean
hw_order_repo_add_refusal (HwStore     *store,
                           gint64       step,
                           gint64       product_id,
                           HwDay        day,
                           HwQuantity   proposed,
                           const char  *why,
                           GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_REFUSAL, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_id (stmt, 1, step);
  hw_statement_set_int (stmt, 2, product_id);
  hw_statement_set_int (stmt, 3, day);
  hw_statement_set_known (stmt, 4, proposed);
  hw_statement_set_text (stmt, 5, why != NULL ? why : "");
  return hw_statement_run (stmt, error);
}

static gboolean
look_at_step (HwStore   *store,
              gint64     step,
              guint     *n_refused,
              gboolean  *later,
              GError   **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_STEP, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, step);
  if (hw_statement_next (stmt, error))
    {
      *n_refused = (guint) hw_statement_get_int (stmt, 0);
      *later = hw_statement_get_int (stmt, 1) != 0;
      return TRUE;
    }

  if (hw_statement_done (stmt))
    g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such step");

  return FALSE;
}

static gboolean
list_orders (HwStore  *store,
             gint64    step,
             GArray   *ids,
             GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_STEP_ORDERS, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, step);
  while (hw_statement_next (stmt, error))
    {
      const gint64 id = hw_statement_get_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return hw_statement_done (stmt);
}

static gboolean
run_for (HwStore     *store,
         const char  *sql,
         gint64       step,
         GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, sql, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, step);
  return hw_statement_run (stmt, error);
}

gboolean
hw_order_repo_take_back (HwStore   *store,
                         gint64     step,
                         GArray    *ids,
                         guint     *n_refused,
                         gboolean  *later,
                         GError   **error)
{
  gboolean ok;

  if (!look_at_step (store, step, n_refused, later, error))
    return FALSE;
  if (*later)
    return TRUE;
  if (!hw_store_enter (store, error))
    return FALSE;

  ok = list_orders (store, step, ids, error) &&
       run_for (store, SQL_RESTORE, step, error) &&
       run_for (store, SQL_DROP_RECEIPTS, step, error) &&
       run_for (store, SQL_DROP_REFUSALS, step, error) &&
       run_for (store, SQL_DROP_STEP, step, error);

  return hw_store_leave (store, ok, error);
}

static void
refusal_clear (gpointer data)
{
  g_free (((HwRefusal *) data)->why);
}

GArray *
hw_order_repo_refusals (HwStore  *store,
                        HwDay     from,
                        GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_REFUSALS, error);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwRefusal));

  if (stmt == NULL)
    return NULL;

  g_array_set_clear_func (array, refusal_clear);
  hw_statement_set_int (stmt, 1, from);
  while (hw_statement_next (stmt, error))
    {
      const HwRefusal refusal = {
        .product_id = hw_statement_get_int (stmt, 0),
        .day = hw_statement_get_day (stmt, 1),
        .proposed = hw_statement_get_known (stmt, 2),
        .why = hw_statement_dup_text (stmt, 3),
      };

      g_array_append_val (array, refusal);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}
