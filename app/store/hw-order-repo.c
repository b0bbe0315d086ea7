/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-order-repo.h"

#include "core/hw-error.h"
#include "store/hw-order-sql.h"
#include "store/hw-sqlite.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"

/* Order by order, line by line; the orders are those of @which. */
#define SQL_ORDERS(which) \
  HW_ORDER_SQL_SEEN \
  "SELECT o.id, o.supplier_id, o.state, o.ordered, o.expected, o.confirmed, s.name, s.email," \
  " o.presumed," \
  " l.id, l.product_id, l.quantity, l.unit_cost, l.proposed, l.why, p.name, p.sku, p.unit, p.pack, p.min_order," \
  " (SELECT sum (quantity) FROM receipt WHERE order_line_id = l.id)," \
  " (SELECT max (day) FROM receipt WHERE order_line_id = l.id)" \
  " FROM (" which ") AS o" \
  " JOIN supplier AS s ON s.id = o.supplier_id LEFT JOIN order_line AS l ON l.order_id = o.id" \
  " LEFT JOIN product AS p ON p.id = l.product_id" \
  " ORDER BY " HW_ORDER_SQL_OPEN " DESC, o.ordered DESC, o.id DESC, l.id"

#define SQL_LIST \
  SQL_ORDERS ("SELECT * FROM seen AS o ORDER BY " HW_ORDER_SQL_OPEN " DESC, ordered DESC, id DESC LIMIT ?2")

#define SQL_FIND SQL_ORDERS ("SELECT * FROM seen WHERE id = ?2")

#define SQL_ADD_LINE \
  "INSERT INTO order_line (order_id, product_id, quantity, unit_cost, proposed, why) VALUES (?, ?, ?, ?, ?, ?)"

#define SQL_UPDATE \
  "UPDATE purchase_order SET state = ?2, ordered = ?3, expected = ?4, confirmed = ?5 WHERE id = ?1"

/* Line by line: whether all of it was here in time. */
#define SQL_PUNCTUALITY \
  HW_ORDER_SQL_SEEN \
  "SELECT supplier_id, in_time >= quantity FROM (" \
  " SELECT o.supplier_id, l.id AS line, l.quantity, o.state = 'received' AS closed, o.named," \
  " coalesce ((SELECT sum (quantity) FROM receipt WHERE order_line_id = l.id AND day <= min (?1, o.named)), 0) AS in_time," \
  " coalesce ((SELECT sum (quantity) FROM receipt WHERE order_line_id = l.id AND day <= ?1), 0) AS come" \
  " FROM seen AS o JOIN order_line AS l ON l.order_id = o.id" \
  " WHERE o.named IS NOT NULL AND (o.state = 'received' OR (" HW_ORDER_SQL_OPEN " AND NOT o.presumed)))" \
  " WHERE (closed AND come > 0) OR come >= quantity OR named < ?1 ORDER BY supplier_id, line"

enum
{
  COLUMN_ID, COLUMN_SUPPLIER_ID, COLUMN_STATE, COLUMN_ORDERED, COLUMN_EXPECTED, COLUMN_CONFIRMED,
  COLUMN_SUPPLIER, COLUMN_EMAIL, COLUMN_PRESUMED,
  COLUMN_LINE_ID, COLUMN_PRODUCT_ID, COLUMN_QUANTITY, COLUMN_UNIT_COST, COLUMN_PROPOSED, COLUMN_WHY,
  COLUMN_NAME, COLUMN_SKU, COLUMN_UNIT, COLUMN_PACK, COLUMN_MIN_ORDER, COLUMN_CAME, COLUMN_LAST,
};

static void
line_row_free (gpointer data)
{
  HwOrderLineRow *self = data;

  g_free (self->why);
  g_free (self->name);
  g_free (self->sku);
  g_free (self->unit);
  g_free (self);
}

void
hw_order_row_free (HwOrderRow *self)
{
  if (self == NULL)
    return;

  g_free (self->supplier);
  g_free (self->email);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static HwOrderState
find_state (const char *id)
{
  for (HwOrderState state = HW_ORDER_DRAFT; state <= HW_ORDER_CANCELLED; state++)
    if (g_strcmp0 (hw_order_state_id (state), id) == 0)
      return state;

  return HW_ORDER_DRAFT;
}

static HwOrderRow *
read_order (HwStatement *stmt)
{
  HwOrderRow *row = g_new0 (HwOrderRow, 1);

  row->order.id = hw_statement_get_int (stmt, COLUMN_ID);
  row->order.supplier_id = hw_statement_get_int (stmt, COLUMN_SUPPLIER_ID);
  row->order.state = find_state (hw_statement_get_text (stmt, COLUMN_STATE));
  row->order.ordered = hw_statement_get_day (stmt, COLUMN_ORDERED);
  row->order.expected = hw_statement_get_day (stmt, COLUMN_EXPECTED);
  row->confirmed = hw_statement_get_day (stmt, COLUMN_CONFIRMED);
  row->supplier = hw_statement_dup_text (stmt, COLUMN_SUPPLIER);
  row->email = hw_statement_dup_text (stmt, COLUMN_EMAIL);
  row->presumed = hw_statement_get_int (stmt, COLUMN_PRESUMED) != 0;
  row->received = HW_DAY_NONE;
  row->lines = g_ptr_array_new_with_free_func (line_row_free);
  return row;
}

static HwOrderLineRow *
read_line (HwStatement *stmt)
{
  HwOrderLineRow *row = g_new0 (HwOrderLineRow, 1);

  row->line.id = hw_statement_get_int (stmt, COLUMN_LINE_ID);
  row->line.order_id = hw_statement_get_int (stmt, COLUMN_ID);
  row->line.product_id = hw_statement_get_int (stmt, COLUMN_PRODUCT_ID);
  row->line.quantity = hw_statement_get_int (stmt, COLUMN_QUANTITY);
  row->line.unit_cost = hw_statement_get_known (stmt, COLUMN_UNIT_COST);
  row->proposed = hw_statement_get_known (stmt, COLUMN_PROPOSED);
  row->why = hw_statement_dup_text (stmt, COLUMN_WHY);
  row->name = hw_statement_dup_text (stmt, COLUMN_NAME);
  row->sku = hw_statement_dup_text (stmt, COLUMN_SKU);
  row->unit = hw_statement_dup_text (stmt, COLUMN_UNIT);
  row->pack = hw_statement_get_int (stmt, COLUMN_PACK);
  row->min_order = hw_statement_get_int (stmt, COLUMN_MIN_ORDER);
  row->received = hw_statement_get_int (stmt, COLUMN_CAME);
  return row;
}

static gboolean
add_value (HwOrderRow         *row,
           const HwOrderLine  *line,
           GError            **error)
{
  HwMoney value = 0;

  if ((line->unit_cost == HW_UNKNOWN || hw_money_times (line->unit_cost, line->quantity, &value)) &&
      hw_scaled_add (&row->value, value))
    return TRUE;

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL, "an order's value is larger than can be kept");
  return FALSE;
}

/* @whole: whether all lines so far have come. */
static gboolean
add_line (HwStatement  *stmt,
          HwOrderRow   *row,
          gboolean     *whole,
          GError      **error)
{
  const HwDay last = hw_statement_get_day (stmt, COLUMN_LAST);
  HwOrderLineRow *line;

  if (hw_statement_get_int (stmt, COLUMN_LINE_ID) == 0)
    return TRUE;

  line = read_line (stmt);
  g_ptr_array_add (row->lines, line);
  *whole = *whole && (row->order.state == HW_ORDER_RECEIVED || line->received >= line->line.quantity);
  row->received = *whole ? MAX (row->received, last) : HW_DAY_NONE;
  return add_value (row, &line->line, error);
}

/* @stmt: today is bound. */
static GPtrArray *
read_orders (HwStatement  *stmt,
             GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_order_row_free);
  HwOrderRow *row = NULL;
  gboolean whole = TRUE;

  while (hw_statement_next (stmt, error))
    {
      if (row == NULL || row->order.id != hw_statement_get_int (stmt, COLUMN_ID))
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

GPtrArray *
hw_order_repo_list (HwStore  *store,
                    HwDay     today,
                    guint     most,
                    GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LIST, error);

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, today);
  hw_statement_set_int (stmt, 2, most);
  return read_orders (stmt, error);
}

HwOrderRow *
hw_order_repo_find (HwStore  *store,
                    HwDay     today,
                    gint64    id,
                    GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_FIND, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, today);
  hw_statement_set_int (stmt, 2, id);
  rows = read_orders (stmt, error);
  if (rows == NULL)
    return NULL;

  if (rows->len == 0)
    {
      g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such order");
      return NULL;
    }

  return g_ptr_array_steal_index (rows, 0);
}

gboolean
hw_order_repo_add_line (HwStore      *store,
                        HwOrderLine  *line,
                        HwQuantity    proposed,
                        const char   *why,
                        GError      **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_LINE, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, line->order_id);
  hw_statement_set_int (stmt, 2, line->product_id);
  hw_statement_set_int (stmt, 3, line->quantity);
  hw_statement_set_known (stmt, 4, line->unit_cost);
  hw_statement_set_known (stmt, 5, proposed);
  hw_statement_set_text (stmt, 6, why != NULL ? why : "");
  if (!hw_statement_run (stmt, error))
    return FALSE;

  line->id = sqlite3_last_insert_rowid (hw_store_get_db (store));
  return TRUE;
}

gboolean
hw_order_repo_update (HwStore        *store,
                      const HwOrder  *order,
                      HwDay           confirmed,
                      GError        **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_UPDATE, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, order->id);
  hw_statement_set_text (stmt, 2, hw_order_state_id (order->state));
  hw_statement_set_int (stmt, 3, order->ordered);
  hw_statement_set_day (stmt, 4, order->expected);
  hw_statement_set_day (stmt, 5, confirmed);
  return hw_statement_run_one (stmt, error);
}

GArray *
hw_order_repo_punctuality (HwStore  *store,
                           HwDay     today,
                           GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_PUNCTUALITY, error);
  g_autoptr (GArray) array = g_array_new (FALSE, TRUE, sizeof (HwPunctuality));
  HwPunctuality *last = NULL;

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, today);
  while (hw_statement_next (stmt, error))
    {
      const gint64 supplier_id = hw_statement_get_int (stmt, 0);

      if (last == NULL || last->supplier_id != supplier_id)
        {
          g_array_set_size (array, array->len + 1);
          last = &g_array_index (array, HwPunctuality, array->len - 1);
          last->supplier_id = supplier_id;
        }

      last->n++;
      last->on_time += hw_statement_get_int (stmt, 1);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}
