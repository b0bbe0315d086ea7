/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-stock-repo.h"

#include "core/hw-error.h"
#include "store/hw-mean-sd.h"
#include "store/hw-order-repo.h"
#include "store/hw-order-sql.h"
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

/* 1: today. */
#define SQL_ON_HAND \
  HW_ORDER_SQL_SEEN \
  "SELECT p.id, c.day, c.quantity," \
  " (SELECT sum (quantity) FROM sale WHERE product_id = p.id AND day > c.day AND day <= ?1)," \
  " (SELECT sum (quantity) FROM waste WHERE product_id = p.id AND day > c.day AND day <= ?1)," \
  " (SELECT sum (r.quantity) FROM order_line AS l JOIN receipt AS r ON r.order_line_id = l.id" \
  "  WHERE l.product_id = p.id AND r.day > c.day AND r.day <= ?1)," \
  " (SELECT sum (max (0, l.quantity - coalesce (" \
  "   (SELECT sum (quantity) FROM receipt WHERE order_line_id = l.id AND day <= ?1), 0)))" \
  "  FROM order_line AS l JOIN seen AS o ON o.id = l.order_id WHERE l.product_id = p.id AND o.counted_on)," \
  " (SELECT sum (l.quantity) FROM order_line AS l JOIN seen AS o ON o.id = l.order_id" \
  "  WHERE l.product_id = p.id AND o.due > c.day AND o.presumed)" \
  " FROM product AS p LEFT JOIN stock_count AS c ON c.product_id = p.id" \
  " AND c.day = (SELECT max (day) FROM stock_count WHERE product_id = p.id AND day <= ?1)" \
  " ORDER BY p.id"

#define SQL_COUNTS \
  "SELECT product_id, day, quantity, import_id FROM stock_count WHERE day BETWEEN ? AND ?" \
  " ORDER BY product_id, day"

/* What is still to come, of orders counted on. */
#define SQL_OPEN_LINES \
  HW_ORDER_SQL_SEEN \
  "SELECT l.product_id, o.supplier_id, o.ordered, o.due," \
  " l.quantity - coalesce ((SELECT sum (quantity) FROM receipt WHERE order_line_id = l.id AND day <= ?1), 0) AS rest," \
  " o.named IS NOT NULL" \
  " FROM seen AS o JOIN order_line AS l ON l.order_id = o.id" \
  " WHERE o.counted_on AND rest > 0 ORDER BY l.product_id, o.due, l.id"

#define SQL_DRAFT_LINES \
  "SELECT l.product_id, o.ordered, l.quantity, l.unit_cost FROM order_line AS l" \
  " JOIN purchase_order AS o ON o.id = l.order_id WHERE o.state = 'draft' ORDER BY l.product_id, o.ordered, l.id"

#define SQL_PAST_LINES \
  "SELECT l.product_id, o.ordered, l.quantity FROM order_line AS l JOIN purchase_order AS o ON o.id = l.order_id" \
  " WHERE o.state NOT IN ('draft', 'cancelled') AND o.ordered BETWEEN ?1 AND ?2 ORDER BY l.product_id, o.ordered, l.id"

/* A line has come with its last delivery: all of it, or the order is over. */
#define SQL_WAITS \
  "SELECT o.supplier_id, l.product_id, o.ordered, max (r.day) - o.ordered FROM receipt AS r" \
  " JOIN order_line AS l ON l.id = r.order_line_id JOIN purchase_order AS o ON o.id = l.order_id" \
  " WHERE o.state <> 'draft' GROUP BY o.supplier_id, l.id" \
  " HAVING o.state IN ('received', 'cancelled') OR sum (r.quantity) >= l.quantity" \
  " ORDER BY o.supplier_id, l.id"

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

gboolean
hw_stock_repo_add_order (HwStore  *store,
                         HwOrder  *order,
                         GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_ORDER, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, order->supplier_id);
  hw_statement_set_text (stmt, 2, hw_order_state_id (order->state));
  hw_statement_set_int (stmt, 3, order->ordered);
  hw_statement_set_day (stmt, 4, order->expected);
  if (!hw_statement_run (stmt, error))
    return FALSE;

  order->id = sqlite3_last_insert_rowid (hw_store_get_db (store));
  return TRUE;
}

gboolean
hw_stock_repo_add_line (HwStore      *store,
                        HwOrderLine  *line,
                        GError      **error)
{
  return hw_order_repo_add_line (store, line, HW_UNKNOWN, NULL, error);
}

gboolean
hw_stock_repo_add_receipt (HwStore          *store,
                           const HwReceipt  *receipt,
                           GError          **error)
{
  return hw_order_repo_add_receipt (store, 0, receipt, error);
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

GArray *
hw_stock_repo_open_lines (HwStore  *store,
                          HwDay     today,
                          GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_OPEN_LINES, error);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwOpenLine));

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, today);
  while (hw_statement_next (stmt, error))
    {
      const HwOpenLine line = {
        .product_id = hw_statement_get_int (stmt, 0),
        .supplier_id = hw_statement_get_int (stmt, 1),
        .ordered = hw_statement_get_day (stmt, 2),
        .due = hw_statement_get_day (stmt, 3),
        .quantity = hw_statement_get_int (stmt, 4),
        .named = hw_statement_get_int (stmt, 5) != 0,
      };

      g_array_append_val (array, line);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}

GArray *
hw_stock_repo_draft_lines (HwStore  *store,
                           GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_DRAFT_LINES, error);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwDraftLine));

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const HwDraftLine line = {
        .product_id = hw_statement_get_int (stmt, 0),
        .made = hw_statement_get_day (stmt, 1),
        .quantity = hw_statement_get_int (stmt, 2),
        .unit_cost = hw_statement_get_known (stmt, 3),
      };

      g_array_append_val (array, line);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}

GArray *
hw_stock_repo_past_lines (HwStore  *store,
                          HwDay     from,
                          HwDay     today,
                          GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_PAST_LINES, error);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwPastLine));

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, today);
  while (hw_statement_next (stmt, error))
    {
      const HwPastLine line = {
        .product_id = hw_statement_get_int (stmt, 0),
        .ordered = hw_statement_get_day (stmt, 1),
        .quantity = hw_statement_get_int (stmt, 2),
      };

      g_array_append_val (array, line);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}

GArray *
hw_stock_repo_waits (HwStore  *store,
                     GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_WAITS, error);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwWait));

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const HwWait wait = {
        .supplier_id = hw_statement_get_int (stmt, 0),
        .product_id = hw_statement_get_int (stmt, 1),
        .ordered = hw_statement_get_day (stmt, 2),
        .days = (int) hw_statement_get_int (stmt, 3),
      };

      g_array_append_val (array, wait);
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
  g_autoptr (GArray) waits = hw_stock_repo_waits (store, error);
  g_autoptr (GArray) array = g_array_new (FALSE, TRUE, sizeof (HwLeadTime));
  HwMeanSd days = { 0 };
  gint64 supplier_id = 0;

  if (waits == NULL)
    return NULL;

  for (guint i = 0; i < waits->len; i++)
    {
      const HwWait *wait = &g_array_index (waits, HwWait, i);

      if (wait->supplier_id != supplier_id)
        {
          append_lead_time (array, supplier_id, &days);
          supplier_id = wait->supplier_id;
          days = (HwMeanSd) { 0 };
        }

      hw_mean_sd_add (&days, wait->days);
    }

  append_lead_time (array, supplier_id, &days);
  return g_steal_pointer (&array);
}
