/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-source-repo.h"

#include "store/hw-statement.h"

#define ROWS "coalesce (import_id, 0), coalesce (min (source_row), 0), coalesce (max (source_row), 0)"

#define SQL_EACH \
  "SELECT product_id, day, 0, " ROWS \
  " FROM sale WHERE day BETWEEN ?1 AND ?2 GROUP BY product_id, day, import_id ORDER BY product_id, day, import_id"

#define SQL_EACH_BY_SHOP \
  "SELECT product_id, day, coalesce (shop_id, 0), " ROWS " FROM sale WHERE day BETWEEN ?1 AND ?2" \
  " GROUP BY product_id, shop_id, day, import_id ORDER BY product_id, shop_id, day, import_id"

gboolean
hw_source_repo_each (HwStore           *store,
                     HwDay              from,
                     HwDay              to,
                     gboolean           by_shop,
                     HwSourceRowsFunc   func,
                     gpointer           data,
                     GError           **error)
{
  g_autoptr (HwStatement) stmt = by_shop ? hw_statement_new (store, SQL_EACH_BY_SHOP, error) : hw_statement_new (store, SQL_EACH, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);
  while (hw_statement_next (stmt, error))
    {
      const HwSourceRows rows = {
        .product_id = hw_statement_get_int (stmt, 0),
        .day = hw_statement_get_day (stmt, 1),
        .shop_id = hw_statement_get_int (stmt, 2),
        .import_id = hw_statement_get_int (stmt, 3),
        .first_row = hw_statement_get_int (stmt, 4),
        .last_row = hw_statement_get_int (stmt, 5),
      };

      func (&rows, data);
    }

  return hw_statement_done (stmt);
}
