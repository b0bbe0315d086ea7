/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-stock-repo.h"

#include "core/hw-error.h"
#include "store/hw-mean-sd.h"
#include "store/hw-sqlite.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"
#include "store/hw-undo.h"

#define SQL_FIND_COUNT "SELECT id FROM stock_count WHERE product_id = ? AND day = ?"

#define SQL_ADD_COUNT "INSERT INTO stock_count (product_id, day, quantity, import_id) VALUES (?1, ?2, ?3, ?4)"

#define SQL_CHANGE_COUNT \
  "UPDATE stock_count SET product_id = ?1, day = ?2, quantity = ?3, import_id = ?4 WHERE id = ?5"

#define SQL_ADD_WASTE "INSERT INTO waste (product_id, day, quantity, import_id) VALUES (?, ?, ?, ?)"

#define SQL_ADD_ORDER "INSERT INTO purchase_order (supplier_id, state, ordered, expected) VALUES (?, ?, ?, ?)"

#define SQL_ADD_LINE "INSERT INTO order_line (order_id, product_id, quantity, unit_cost) VALUES (?, ?, ?, ?)"

#define SQL_ADD_RECEIPT "INSERT INTO receipt (order_line_id, day, quantity) VALUES (?, ?, ?)"

/* When an order is there that nobody said anything more about: on its day, or in two
 * weeks if that is not known. */
#define DUE "coalesce (o.expected, o.ordered + 14)"
#define UNTOLD "NOT EXISTS (SELECT 1 FROM receipt WHERE order_line_id = l.id AND day <= ?1)"

/* 1: today. */
#define SQL_ON_HAND \
  "SELECT p.id, c.day, c.quantity," \
  " (SELECT sum (quantity) FROM sale WHERE product_id = p.id AND day > c.day AND day <= ?1)," \
  " (SELECT sum (quantity) FROM waste WHERE product_id = p.id AND day > c.day AND day <= ?1)," \
  " (SELECT sum (r.quantity) FROM order_line AS l JOIN receipt AS r ON r.order_line_id = l.id" \
  "  WHERE l.product_id = p.id AND r.day > c.day AND r.day <= ?1)," \
  " (SELECT sum (max (0, l.quantity - coalesce (" \
  "   (SELECT sum (quantity) FROM receipt WHERE order_line_id = l.id AND day <= ?1), 0)))" \
  "  FROM order_line AS l JOIN purchase_order AS o ON o.id = l.order_id" \
  "  WHERE l.product_id = p.id AND o.state = 'sent' AND NOT (" UNTOLD " AND " DUE " < ?1))," \
  " (SELECT sum (l.quantity) FROM order_line AS l JOIN purchase_order AS o ON o.id = l.order_id" \
  "  WHERE l.product_id = p.id AND o.state = 'sent' AND " UNTOLD " AND " DUE " > c.day AND " DUE " < ?1)" \
  " FROM product AS p LEFT JOIN stock_count AS c ON c.product_id = p.id" \
  " AND c.day = (SELECT max (day) FROM stock_count WHERE product_id = p.id AND day <= ?1)" \
  " ORDER BY p.id"

#define SQL_COUNTS \
  "SELECT product_id, day, quantity, import_id FROM stock_count WHERE day BETWEEN ? AND ?" \
  " ORDER BY product_id, day"

/* A line has come with its last delivery. */
#define SQL_LEAD_TIMES \
  "SELECT o.supplier_id, max (r.day) - o.ordered FROM receipt AS r" \
  " JOIN order_line AS l ON l.id = r.order_line_id JOIN purchase_order AS o ON o.id = l.order_id" \
  " GROUP BY o.supplier_id, l.id ORDER BY o.supplier_id, l.id"

#define SQL_SAVE_POLICY \
  "INSERT OR REPLACE INTO stock_policy (product_id, as_of, service, lead_days, review_days, abc, xyz," \
  " reason, safety_stock, reorder_point, order_up_to, order_now) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

static const char *const order_states[] = {
  [HW_ORDER_DRAFT] = "draft",
  [HW_ORDER_SENT] = "sent",
  [HW_ORDER_RECEIVED] = "received",
  [HW_ORDER_CANCELLED] = "cancelled",
};

/* @id: of the count of the same product and day, 0 if there is none. */
static gboolean
find_count (HwStore             *store,
            const HwStockCount  *count,
            gint64              *id,
            GError             **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_FIND_COUNT, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, count->product_id);
  hw_statement_set_int (stmt, 2, count->day);
  *id = hw_statement_next (stmt, error) ? hw_statement_get_int (stmt, 0) : 0;
  return *id != 0 || hw_statement_done (stmt);
}

static gboolean
put_count (HwStore             *store,
           const HwStockCount  *count,
           gint64               id,
           GError             **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, id != 0 ? SQL_CHANGE_COUNT : SQL_ADD_COUNT, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, count->product_id);
  hw_statement_set_int (stmt, 2, count->day);
  hw_statement_set_int (stmt, 3, count->quantity);
  hw_statement_set_id (stmt, 4, count->import_id);
  if (id != 0)
    hw_statement_set_int (stmt, 5, id);

  return hw_statement_run (stmt, error);
}

static gboolean
add_or_change_count (HwStore             *store,
                     const HwStockCount  *count,
                     GError             **error)
{
  gint64 id;

  if (!find_count (store, count, &id, error))
    return FALSE;

  if (id == 0)
    return put_count (store, count, 0, error) &&
           hw_undo_made (store, HW_UNDO_COUNT, sqlite3_last_insert_rowid (hw_store_get_db (store)),
                         count->import_id, error);

  return hw_undo_before (store, HW_UNDO_COUNT, id, count->import_id, error) &&
         put_count (store, count, id, error) &&
         hw_undo_after (store, HW_UNDO_COUNT, id, count->import_id, error);
}

gboolean
hw_stock_repo_add_count (HwStore             *store,
                         const HwStockCount  *count,
                         GError             **error)
{
  return hw_store_enter (store, error) &&
         hw_store_leave (store, add_or_change_count (store, count, error), error);
}

gboolean
hw_stock_repo_add_waste (HwStore        *store,
                         const HwWaste  *waste,
                         GError        **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_WASTE, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, waste->product_id);
  hw_statement_set_int (stmt, 2, waste->day);
  hw_statement_set_int (stmt, 3, waste->quantity);
  hw_statement_set_id (stmt, 4, waste->import_id);
  return hw_statement_run (stmt, error);
}

static gboolean
run_insert (HwStore      *store,
            HwStatement  *stmt,
            gint64       *id,
            GError      **error)
{
  if (!hw_statement_run (stmt, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (hw_store_get_db (store));
  return TRUE;
}

gboolean
hw_stock_repo_add_order (HwStore  *store,
                         HwOrder  *order,
                         GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_ORDER, error);

  g_return_val_if_fail ((guint) order->state < G_N_ELEMENTS (order_states), FALSE);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, order->supplier_id);
  hw_statement_set_text (stmt, 2, order_states[order->state]);
  hw_statement_set_int (stmt, 3, order->ordered);
  hw_statement_set_day (stmt, 4, order->expected);
  return run_insert (store, stmt, &order->id, error);
}

gboolean
hw_stock_repo_add_line (HwStore      *store,
                        HwOrderLine  *line,
                        GError      **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_LINE, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, line->order_id);
  hw_statement_set_int (stmt, 2, line->product_id);
  hw_statement_set_int (stmt, 3, line->quantity);
  hw_statement_set_known (stmt, 4, line->unit_cost);
  return run_insert (store, stmt, &line->id, error);
}

gboolean
hw_stock_repo_add_receipt (HwStore          *store,
                           const HwReceipt  *receipt,
                           GError          **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_RECEIPT, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, receipt->order_line_id);
  hw_statement_set_int (stmt, 2, receipt->day);
  hw_statement_set_int (stmt, 3, receipt->quantity);
  return hw_statement_run (stmt, error);
}

static gboolean
read_on_hand (HwStatement  *stmt,
              HwOnHand     *on_hand,
              GError      **error)
{
  const gint64 sold = hw_statement_get_int (stmt, 3);
  const gint64 wasted = hw_statement_get_int (stmt, 4);
  gint64 left;

  on_hand->product_id = hw_statement_get_int (stmt, 0);
  on_hand->counted = hw_statement_get_day (stmt, 1);
  on_hand->on_hand = HW_UNKNOWN;
  on_hand->on_order = hw_statement_get_int (stmt, 6);
  if (on_hand->counted == HW_DAY_NONE)
    return TRUE;

  left = hw_statement_get_int (stmt, 2);
  if (!hw_scaled_add (&left, hw_statement_get_int (stmt, 5)) ||
      !hw_scaled_add (&left, hw_statement_get_int (stmt, 7)) ||
      __builtin_sub_overflow (left, sold, &left) ||
      __builtin_sub_overflow (left, wasted, &left))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL,
                   "what is left of product %" G_GINT64_FORMAT " is larger than can be kept", on_hand->product_id);
      return FALSE;
    }

  on_hand->on_hand = MAX (left, 0);
  return TRUE;
}

GArray *
hw_stock_repo_on_hand (HwStore  *store,
                       HwDay     today,
                       GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ON_HAND, error);
  g_autoptr (GArray) array = g_array_new (FALSE, TRUE, sizeof (HwOnHand));

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, today);
  while (hw_statement_next (stmt, error))
    {
      HwOnHand on_hand;

      if (!read_on_hand (stmt, &on_hand, error))
        return NULL;

      g_array_append_val (array, on_hand);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}

GArray *
hw_stock_repo_counts (HwStore  *store,
                      HwDay     from,
                      HwDay     to,
                      GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_COUNTS, error);
  g_autoptr (GArray) array = g_array_new (FALSE, TRUE, sizeof (HwStockCount));

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);
  while (hw_statement_next (stmt, error))
    {
      const HwStockCount count = {
        .product_id = hw_statement_get_int (stmt, 0),
        .day = hw_statement_get_day (stmt, 1),
        .quantity = hw_statement_get_int (stmt, 2),
        .import_id = hw_statement_get_int (stmt, 3),
      };

      g_array_append_val (array, count);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}

static void
append_lead_time (GArray         *array,
                  gint64          supplier_id,
                  const HwMeanSd *days)
{
  const HwLeadTime lead_time = { supplier_id, days->n, days->mean, hw_mean_sd_get_sd (days) };

  if (days->n > 0)
    g_array_append_val (array, lead_time);
}

GArray *
hw_stock_repo_lead_times (HwStore  *store,
                          GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LEAD_TIMES, error);
  g_autoptr (GArray) array = g_array_new (FALSE, TRUE, sizeof (HwLeadTime));
  HwMeanSd days = { 0 };
  gint64 supplier_id = 0;

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const gint64 row_supplier = hw_statement_get_int (stmt, 0);

      if (row_supplier != supplier_id)
        {
          append_lead_time (array, supplier_id, &days);
          supplier_id = row_supplier;
          days = (HwMeanSd) { 0 };
        }

      hw_mean_sd_add (&days, hw_statement_get_double (stmt, 1));
    }

  append_lead_time (array, supplier_id, &days);
  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}

static gboolean
save_line (HwStatement        *stmt,
           const HwStockPlan  *plan,
           const HwStockLine  *line,
           GError            **error)
{
  hw_statement_set_int (stmt, 1, line->product_id);
  hw_statement_set_int (stmt, 2, plan->as_of);
  hw_statement_set_double (stmt, 3, line->service);
  hw_statement_set_int (stmt, 4, line->lead_days);
  hw_statement_set_int (stmt, 5, line->review_days);
  hw_statement_set_text (stmt, 6, hw_abc_id (line->abc));
  hw_statement_set_text (stmt, 7, hw_xyz_id (line->xyz));
  hw_statement_set_text (stmt, 8, hw_stock_reason_id (line->reason));
  hw_statement_set_int (stmt, 9, line->safety_stock);
  hw_statement_set_int (stmt, 10, line->reorder_point);
  hw_statement_set_int (stmt, 11, line->order_up_to);
  hw_statement_set_int (stmt, 12, line->order_now);
  return hw_statement_run (stmt, error);
}

static gboolean
save_lines (HwStore            *store,
            const HwStockPlan  *plan,
            GError            **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_SAVE_POLICY, error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < plan->lines->len; i++)
    if (!save_line (stmt, plan, g_ptr_array_index (plan->lines, i), error))
      return FALSE;

  return TRUE;
}

gboolean
hw_stock_repo_save_policy (HwStore            *store,
                           const HwStockPlan  *plan,
                           GError            **error)
{
  return hw_store_enter (store, error) &&
         hw_store_leave (store, save_lines (store, plan, error), error);
}
