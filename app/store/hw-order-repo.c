/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-order-repo.h"

#include "core/hw-error.h"
#include "store/hw-statement.h"

/* Order by order, line by line. */
#define SQL_LIST \
  "SELECT o.id, o.supplier_id, o.state, o.ordered, o.expected, s.name, l.quantity, l.unit_cost," \
  " (SELECT sum (quantity) FROM receipt WHERE order_line_id = l.id)," \
  " (SELECT max (day) FROM receipt WHERE order_line_id = l.id)" \
  " FROM (SELECT * FROM purchase_order ORDER BY ordered DESC, id DESC LIMIT ?1) AS o" \
  " JOIN supplier AS s ON s.id = o.supplier_id LEFT JOIN order_line AS l ON l.order_id = o.id" \
  " ORDER BY o.ordered DESC, o.id DESC, l.id"

#define SQL_FIND \
  "SELECT state = 'sent' AND NOT EXISTS (SELECT 1 FROM order_line AS l JOIN receipt AS r" \
  " ON r.order_line_id = l.id WHERE l.order_id = o.id) FROM purchase_order AS o WHERE o.id = ?1"

#define SQL_CANCEL "UPDATE purchase_order SET state = 'cancelled' WHERE id = ?1"

static const char *const states[] = {
  [HW_ORDER_DRAFT] = "draft",
  [HW_ORDER_SENT] = "sent",
  [HW_ORDER_RECEIVED] = "received",
  [HW_ORDER_CANCELLED] = "cancelled",
};

void
hw_order_row_free (HwOrderRow *self)
{
  if (self == NULL)
    return;

  g_free (self->supplier);
  g_free (self);
}

static HwOrderState
find_state (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], id) == 0)
      return (HwOrderState) i;

  return HW_ORDER_DRAFT;
}

static HwOrderRow *
read_order (HwStatement *stmt)
{
  HwOrderRow *row = g_new0 (HwOrderRow, 1);

  row->order.id = hw_statement_get_int (stmt, 0);
  row->order.supplier_id = hw_statement_get_int (stmt, 1);
  row->order.state = find_state (hw_statement_get_text (stmt, 2));
  row->order.ordered = hw_statement_get_day (stmt, 3);
  row->order.expected = hw_statement_get_day (stmt, 4);
  row->supplier = hw_statement_dup_text (stmt, 5);
  row->received = HW_DAY_NONE;
  return row;
}

/* @whole: whether all lines so far have come. */
static gboolean
add_line (HwStatement  *stmt,
          HwOrderRow   *row,
          gboolean     *whole,
          GError      **error)
{
  const HwQuantity quantity = hw_statement_get_known (stmt, 6);
  const HwMoney cost = hw_statement_get_known (stmt, 7);
  HwMoney value = 0;

  if (quantity == HW_UNKNOWN)
    {
      *whole = FALSE;
      return TRUE;
    }

  row->n_lines++;
  *whole = *whole && hw_statement_get_int (stmt, 8) >= quantity;
  row->received = *whole ? MAX (row->received, hw_statement_get_day (stmt, 9)) : HW_DAY_NONE;
  if ((cost == HW_UNKNOWN || hw_money_times (cost, quantity, &value)) && hw_scaled_add (&row->value, value))
    return TRUE;

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL, "an order's value is larger than can be kept");
  return FALSE;
}

GPtrArray *
hw_order_repo_list (HwStore  *store,
                    guint     most,
                    GError  **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_order_row_free);
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LIST, error);
  HwOrderRow *row = NULL;
  gboolean whole = TRUE;

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, most);
  while (hw_statement_next (stmt, error))
    {
      if (row == NULL || row->order.id != hw_statement_get_int (stmt, 0))
        {
          row = read_order (stmt);
          whole = TRUE;
          g_ptr_array_add (rows, row);
        }

      if (!add_line (stmt, row, &whole, error))
        return NULL;
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&rows) : NULL;
}

gboolean
hw_order_repo_cancel (HwStore   *store,
                      gint64     id,
                      gboolean  *done,
                      GError   **error)
{
  g_autoptr (HwStatement) find = hw_statement_new (store, SQL_FIND, error);
  g_autoptr (HwStatement) cancel = NULL;

  if (find == NULL)
    return FALSE;

  hw_statement_set_int (find, 1, id);
  if (!hw_statement_next (find, error))
    {
      if (hw_statement_done (find))
        g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such order");

      return FALSE;
    }

  *done = hw_statement_get_int (find, 0) != 0;
  if (!*done)
    return TRUE;

  cancel = hw_statement_new (store, SQL_CANCEL, error);
  if (cancel == NULL)
    return FALSE;

  hw_statement_set_int (cancel, 1, id);
  return hw_statement_run_one (cancel, error);
}
