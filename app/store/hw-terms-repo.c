/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-terms-repo.h"

#include "store/hw-statement.h"
#include "store/hw-store-private.h"

#define SQL_LOAD \
  "SELECT carrying IS NOT NULL, carrying, order_cost, lost_share IS NOT NULL, lost_share, budget FROM stock_terms"

#define SQL_SAVE \
  "INSERT OR REPLACE INTO stock_terms (id, carrying, order_cost, lost_share, budget)" \
  " VALUES (1, iif (?1, ?2, NULL), ?3, iif (?4, ?5, NULL), ?6)"

#define SQL_SUPPLIERS "SELECT supplier_id, freight, freight_free, takes_back FROM supplier_terms ORDER BY supplier_id"

#define SQL_SAVE_SUPPLIER \
  "INSERT OR REPLACE INTO supplier_terms (supplier_id, freight, freight_free, takes_back) VALUES (?, ?, ?, ?)"

#define SQL_BREAKS "SELECT product_id, quantity, unit_cost FROM price_break ORDER BY product_id, quantity"
#define SQL_DROP_BREAKS "DELETE FROM price_break WHERE product_id = ?1"
#define SQL_ADD_BREAK "INSERT INTO price_break (product_id, quantity, unit_cost) VALUES (?, ?, ?)"

gboolean
hw_terms_repo_load (HwStore       *store,
                    HwStockTerms  *terms,
                    GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LOAD, error);
  gint64 order_cost, budget;

  hw_stock_terms_init (terms);
  if (stmt == NULL)
    return FALSE;
  if (!hw_statement_next (stmt, error))
    return hw_statement_done (stmt);

  order_cost = hw_statement_get_known (stmt, 2);
  budget = hw_statement_get_known (stmt, 5);
  if (hw_statement_get_int (stmt, 0) != 0)
    {
      terms->said |= HW_SAID_CARRYING;
      terms->carrying = hw_statement_get_double (stmt, 1);
    }
  if (order_cost != HW_UNKNOWN)
    {
      terms->said |= HW_SAID_ORDER_COST;
      terms->order_cost = order_cost;
    }
  if (hw_statement_get_int (stmt, 3) != 0)
    {
      terms->said |= HW_SAID_LOST_SHARE;
      terms->lost_share = hw_statement_get_double (stmt, 4);
    }
  if (budget != HW_UNKNOWN)
    {
      terms->said |= HW_SAID_BUDGET;
      terms->budget = budget;
    }

  return TRUE;
}

gboolean
hw_terms_repo_save (HwStore             *store,
                    const HwStockTerms  *terms,
                    GError             **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_SAVE, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, (terms->said & HW_SAID_CARRYING) != 0);
  hw_statement_set_double (stmt, 2, terms->carrying);
  hw_statement_set_known (stmt, 3, (terms->said & HW_SAID_ORDER_COST) != 0 ? terms->order_cost : HW_UNKNOWN);
  hw_statement_set_int (stmt, 4, (terms->said & HW_SAID_LOST_SHARE) != 0);
  hw_statement_set_double (stmt, 5, terms->lost_share);
  hw_statement_set_known (stmt, 6, (terms->said & HW_SAID_BUDGET) != 0 ? terms->budget : HW_UNKNOWN);
  return hw_statement_run (stmt, error);
}

GArray *
hw_terms_repo_suppliers (HwStore  *store,
                         GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_SUPPLIERS, error);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwSupplierTerms));

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const HwSupplierTerms terms = {
        .supplier_id = hw_statement_get_int (stmt, 0),
        .freight = hw_statement_get_int (stmt, 1),
        .freight_free = hw_statement_get_int (stmt, 2),
        .takes_back = hw_statement_get_int (stmt, 3) != 0,
      };

      g_array_append_val (array, terms);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}

gboolean
hw_terms_repo_save_supplier (HwStore                *store,
                             const HwSupplierTerms  *terms,
                             GError                **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_SAVE_SUPPLIER, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, terms->supplier_id);
  hw_statement_set_int (stmt, 2, terms->freight);
  hw_statement_set_int (stmt, 3, terms->freight_free);
  hw_statement_set_int (stmt, 4, terms->takes_back ? 1 : 0);
  return hw_statement_run (stmt, error);
}

GArray *
hw_terms_repo_price_breaks (HwStore  *store,
                            GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_BREAKS, error);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwPriceBreak));

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const HwPriceBreak step = {
        hw_statement_get_int (stmt, 0), hw_statement_get_int (stmt, 1), hw_statement_get_int (stmt, 2),
      };

      g_array_append_val (array, step);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&array) : NULL;
}

static gboolean
put_breaks (HwStore       *store,
            gint64         product_id,
            const GArray  *breaks,
            GError       **error)
{
  g_autoptr (HwStatement) drop = hw_statement_new (store, SQL_DROP_BREAKS, error);
  g_autoptr (HwStatement) add = drop != NULL ? hw_statement_new (store, SQL_ADD_BREAK, error) : NULL;

  if (add == NULL)
    return FALSE;

  hw_statement_set_int (drop, 1, product_id);
  if (!hw_statement_run (drop, error))
    return FALSE;

  for (guint i = 0; i < breaks->len; i++)
    {
      const HwPriceBreak *step = &g_array_index (breaks, HwPriceBreak, i);

      hw_statement_set_int (add, 1, product_id);
      hw_statement_set_int (add, 2, step->quantity);
      hw_statement_set_int (add, 3, step->unit_cost);
      if (!hw_statement_run (add, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
hw_terms_repo_set_price_breaks (HwStore       *store,
                                gint64         product_id,
                                const GArray  *breaks,
                                GError       **error)
{
  return hw_store_enter (store, error) &&
         hw_store_leave (store, put_breaks (store, product_id, breaks, error), error);
}
