/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-loss-repo.h"

#include "store/hw-statement.h"

#define SQL_WASTE \
  "SELECT day, product_id, sum (quantity) FROM waste WHERE day BETWEEN ?1 AND ?2" \
  " GROUP BY day, product_id ORDER BY day, product_id"

/* A line has come with its last delivery: all of it, or the order is over. */
#define SQL_DELIVERIES \
  "SELECT o.supplier_id, l.product_id, o.ordered, coalesce (o.confirmed, o.expected) AS due, max (r.day)" \
  " FROM receipt AS r JOIN order_line AS l ON l.id = r.order_line_id JOIN purchase_order AS o ON o.id = l.order_id" \
  " WHERE o.state <> 'draft' AND o.ordered BETWEEN ?1 AND ?2 AND due IS NOT NULL" \
  " GROUP BY o.supplier_id, l.id HAVING o.state IN ('received', 'cancelled') OR sum (r.quantity) >= l.quantity" \
  " ORDER BY o.supplier_id, l.id"

static HwStatement *
ask (HwStore     *store,
     const char  *sql,
     HwDay        from,
     HwDay        to,
     GError     **error)
{
  HwStatement *stmt = hw_statement_new (store, sql, error);

  if (stmt != NULL)
    {
      hw_statement_set_int (stmt, 1, from);
      hw_statement_set_int (stmt, 2, to);
    }

  return stmt;
}

GArray *
hw_loss_repo_waste (HwStore  *store,
                    HwDay     from,
                    HwDay     to,
                    GError  **error)
{
  g_autoptr (HwStatement) stmt = ask (store, SQL_WASTE, from, to, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (HwWaste));

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const HwWaste row = {
        .day = hw_statement_get_day (stmt, 0), .product_id = hw_statement_get_int (stmt, 1), .quantity = hw_statement_get_int (stmt, 2),
      };

      g_array_append_val (rows, row);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&rows) : NULL;
}

GArray *
hw_loss_repo_deliveries (HwStore  *store,
                         HwDay     from,
                         HwDay     to,
                         GError  **error)
{
  g_autoptr (HwStatement) stmt = ask (store, SQL_DELIVERIES, from, to, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (HwDelivery));

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const HwDelivery row = {
        .supplier_id = hw_statement_get_int (stmt, 0), .product_id = hw_statement_get_int (stmt, 1),
        .ordered = hw_statement_get_day (stmt, 2), .due = hw_statement_get_day (stmt, 3), .came = hw_statement_get_day (stmt, 4),
      };

      g_array_append_val (rows, row);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&rows) : NULL;
}
