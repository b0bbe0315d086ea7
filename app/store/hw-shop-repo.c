/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-shop-repo.h"

#include "store/hw-statement.h"
#include "store/hw-store-private.h"
#include "store/hw-undo.h"

#define SQL_LIST "SELECT id, name FROM shop ORDER BY name, id"

#define SQL_ADD "INSERT INTO shop (name, import_id) VALUES (?, ?)"

#define SQL_EACH_DAY \
  "SELECT shop_id, day, sum (quantity), sum (amount)," \
  " count (DISTINCT CASE WHEN order_ref <> '' THEN order_ref END), sum (CASE WHEN order_ref <> '' THEN amount END)" \
  " FROM sale WHERE shop_id IS NOT NULL AND day BETWEEN ?1 AND ?2" \
  " GROUP BY shop_id, day ORDER BY shop_id, day"

#define SQL_EACH_PRODUCT_DAY \
  "SELECT coalesce (shop_id, 0), product_id, day, sum (quantity), sum (amount), count (*)" \
  " FROM sale WHERE day BETWEEN ?1 AND ?2" \
  " GROUP BY product_id, shop_id, day ORDER BY product_id, shop_id, day"

GArray *
hw_shop_repo_list (HwStore  *store,
                   GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LIST, error);
  g_autoptr (GArray) shops = hw_shops_new ();

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const HwShop shop = { hw_statement_get_int (stmt, 0), hw_statement_dup_text (stmt, 1) };

      g_array_append_val (shops, shop);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&shops) : NULL;
}

gboolean
hw_shop_repo_add (HwStore  *store,
                  HwShop   *shop,
                  gint64    import_id,
                  GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, shop->name);
  hw_statement_set_id (stmt, 2, import_id);
  return hw_undo_add (store, stmt, HW_UNDO_SHOP, import_id, &shop->id, error);
}

gboolean
hw_shop_repo_each_day (HwStore        *store,
                       HwDay           from,
                       HwDay           to,
                       HwShopDayFunc   func,
                       gpointer        data,
                       GError        **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_EACH_DAY, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);

  while (hw_statement_next (stmt, error))
    {
      const HwShopDay day = {
        .shop_id = hw_statement_get_int (stmt, 0),
        .day = hw_statement_get_day (stmt, 1),
        .quantity = hw_statement_get_int (stmt, 2),
        .amount = hw_statement_get_int (stmt, 3),
        .n_orders = hw_statement_get_int (stmt, 4),
        .order_amount = hw_statement_get_int (stmt, 5),
      };

      if (!func (&day, data))
        return TRUE;
    }

  return hw_statement_done (stmt);
}

gboolean
hw_shop_repo_each_product_day (HwStore          *store,
                               HwDay             from,
                               HwDay             to,
                               HwShopSalesFunc   func,
                               gpointer          data,
                               GError          **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_EACH_PRODUCT_DAY, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);

  while (hw_statement_next (stmt, error))
    {
      const HwDaySales day = {
        .product_id = hw_statement_get_int (stmt, 1),
        .day = hw_statement_get_day (stmt, 2),
        .quantity = hw_statement_get_int (stmt, 3),
        .amount = hw_statement_get_int (stmt, 4),
        .n_lines = hw_statement_get_int (stmt, 5),
      };

      if (!func (hw_statement_get_int (stmt, 0), &day, data))
        return TRUE;
    }

  return hw_statement_done (stmt);
}
