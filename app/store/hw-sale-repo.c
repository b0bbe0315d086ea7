/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-sale-repo.h"

#include "store/hw-sqlite.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"

#define SQL_ADD \
  "INSERT INTO sale (day, product_id, quantity, amount, order_ref, customer_id, minute, import_id, source_row, shop_id)" \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

/* Left to itself SQLite would take the index by day and sort everything. */
#define SQL_EACH_DAY \
  "SELECT product_id, day, sum (quantity), sum (amount), count (*)" \
  " FROM sale INDEXED BY sale_by_product WHERE day BETWEEN ?1 AND ?2" \
  " GROUP BY product_id, day ORDER BY product_id, day"

#define SQL_EACH_CUSTOMER_DAY \
  "SELECT customer_id, day, sum (amount) FROM sale" \
  " WHERE customer_id IS NOT NULL AND day BETWEEN ?1 AND ?2" \
  " GROUP BY customer_id, day ORDER BY customer_id, day"

#define SQL_LAST_BEFORE "SELECT max (day) FROM sale WHERE day < ?1"

#define SQL_SPAN \
  "SELECT (SELECT min (day) FROM sale), (SELECT max (day) FROM sale), (SELECT count (*) FROM sale)"

#define SQL_HAS_MONEY \
  "SELECT EXISTS (SELECT 1 FROM sale WHERE amount IS NOT NULL) OR" \
  " EXISTS (SELECT 1 FROM product WHERE price IS NOT NULL OR cost IS NOT NULL) OR" \
  " EXISTS (SELECT 1 FROM supplier WHERE min_order <> 0) OR" \
  " EXISTS (SELECT 1 FROM order_line WHERE unit_cost IS NOT NULL) OR" \
  " EXISTS (SELECT 1 FROM log_line WHERE amount IS NOT NULL)"

struct _HwSaleWriter
{
  HwStatement *add; /* (owned) */
};

HwSaleWriter *
hw_sale_writer_new (HwStore  *store,
                    GError  **error)
{
  HwStatement *add = hw_statement_new (store, SQL_ADD, error);
  HwSaleWriter *self;

  if (add == NULL)
    return NULL;

  self = g_new0 (HwSaleWriter, 1);
  self->add = add;
  return self;
}

gboolean
hw_sale_writer_add (HwSaleWriter  *self,
                    const HwSale  *sale,
                    GError       **error)
{
  hw_statement_set_int (self->add, 1, sale->day);
  hw_statement_set_int (self->add, 2, sale->product_id);
  hw_statement_set_int (self->add, 3, sale->quantity);
  hw_statement_set_known (self->add, 4, sale->amount);
  hw_statement_set_text (self->add, 5, sale->order_ref != NULL ? sale->order_ref : "");
  hw_statement_set_id (self->add, 6, sale->customer_id);
  hw_statement_set_known (self->add, 7, sale->minute >= 0 ? sale->minute : HW_UNKNOWN);
  hw_statement_set_id (self->add, 8, sale->import_id);
  hw_statement_set_id (self->add, 9, sale->source_row);
  hw_statement_set_id (self->add, 10, sale->shop_id);
  return hw_statement_run (self->add, error);
}

void
hw_sale_writer_free (HwSaleWriter *self)
{
  if (self == NULL)
    return;

  hw_statement_free (self->add);
  g_free (self);
}

gboolean
hw_sale_repo_each_day (HwStore         *store,
                       HwDay            from,
                       HwDay            to,
                       HwDaySalesFunc   func,
                       gpointer         data,
                       GError         **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_EACH_DAY, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);

  while (hw_statement_next (stmt, error))
    {
      const HwDaySales day = {
        .product_id = hw_statement_get_int (stmt, 0),
        .day = hw_statement_get_day (stmt, 1),
        .quantity = hw_statement_get_int (stmt, 2),
        .amount = hw_statement_get_int (stmt, 3),
        .n_lines = hw_statement_get_int (stmt, 4),
      };

      if (!func (&day, data))
        return TRUE;
    }

  return hw_statement_done (stmt);
}

gboolean
hw_sale_repo_each_customer_day (HwStore            *store,
                                HwDay               from,
                                HwDay               to,
                                HwCustomerDayFunc   func,
                                gpointer            data,
                                GError            **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_EACH_CUSTOMER_DAY, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);

  while (hw_statement_next (stmt, error))
    {
      const HwCustomerDay day = {
        hw_statement_get_int (stmt, 0), hw_statement_get_day (stmt, 1), hw_statement_get_int (stmt, 2),
      };

      if (!func (&day, data))
        return TRUE;
    }

  return hw_statement_done (stmt);
}

gboolean
hw_sale_repo_span (HwStore  *store,
                   HwDay    *first,
                   HwDay    *last,
                   gint64   *n_lines,
                   GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_SPAN, error);

  if (stmt == NULL || !hw_statement_next (stmt, error))
    return FALSE;

  *first = hw_statement_get_day (stmt, 0);
  *last = hw_statement_get_day (stmt, 1);
  *n_lines = hw_statement_get_int (stmt, 2);
  return TRUE;
}

gboolean
hw_sale_repo_last_before (HwStore  *store,
                          HwDay     day,
                          HwDay    *last,
                          GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LAST_BEFORE, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, day);
  if (!hw_statement_next (stmt, error))
    return FALSE;

  *last = hw_statement_get_day (stmt, 0);
  return TRUE;
}

gboolean
hw_sale_repo_has_money (HwStore   *store,
                        gboolean  *has,
                        GError   **error)
{
  gint64 answer;

  if (!hw_sqlite_int (hw_store_get_db (store), SQL_HAS_MONEY, &answer, error))
    return FALSE;

  *has = answer != 0;
  return TRUE;
}
