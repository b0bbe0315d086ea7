/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw_sale_repo_sums(): a period's sums, one question to the file after another. */
#include "store/hw-sale-repo.h"

#include "store/hw-sums.h"

#define YEAR_DAYS 364  /* whole weeks, so that weekdays meet */

/* All from the covering index, product by product. */
#define SQL_BY_PRODUCT \
  "SELECT p.cost, count (*), sum (s.amount), sum (s.quantity)," \
  " sum (CASE WHEN s.amount < 0 THEN -s.amount END)" \
  " FROM product AS p CROSS JOIN sale AS s INDEXED BY sale_by_product" \
  " ON s.product_id = p.id AND s.day BETWEEN ?1 AND ?2 GROUP BY p.id"

/* Tills start their receipt numbers anew each day: an order is a number and a day. */
#define SQL_ORDERS \
  "SELECT day, order_ref, amount FROM sale INDEXED BY sale_by_day" \
  " WHERE day BETWEEN ?1 AND ?2 AND order_ref <> '' ORDER BY day"

/* 3, 4: the period before. */
#define SQL_CUSTOMERS \
  "SELECT count (*), sum (again), sum (earlier IS NULL), sum (before) FROM (" \
  " SELECT min (day) < max (day) OR min (nullif (order_ref, '')) < max (order_ref) AS again," \
  " (SELECT 1 FROM sale AS e WHERE e.customer_id = s.customer_id AND e.day < ?1 LIMIT 1) AS earlier," \
  " EXISTS (SELECT 1 FROM sale AS b WHERE b.customer_id = s.customer_id AND b.day BETWEEN ?3 AND ?4) AS before" \
  " FROM sale AS s WHERE day BETWEEN ?1 AND ?2 AND customer_id IS NOT NULL GROUP BY customer_id)"

#define SQL_CUSTOMERS_BEFORE \
  "SELECT count (DISTINCT customer_id) FROM sale WHERE day BETWEEN ?1 AND ?2 AND customer_id IS NOT NULL"

#define SQL_FIRST_DAY "SELECT min (day) FROM sale"

#define SQL_REVENUE "SELECT sum (amount) FROM sale WHERE day BETWEEN ?1 AND ?2"

static gboolean
sum_sales (HwStore       *store,
           HwPeriodSums  *sums,
           GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_BY_PRODUCT, sums->from, sums->to, error);

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      const HwMoney cost = hw_statement_get_known (stmt, 0);
      const HwMoney revenue = hw_statement_get_int (stmt, 2);
      const HwQuantity units = hw_statement_get_int (stmt, 3);

      sums->n_lines += hw_statement_get_int (stmt, 1);
      if (!hw_sums_add (&sums->revenue, revenue, error) ||
          !hw_sums_add (&sums->units, units, error) ||
          !hw_sums_add (&sums->returns, hw_statement_get_int (stmt, 4), error) ||
          !hw_sums_add (&sums->costed_revenue, cost != HW_UNKNOWN ? revenue : 0, error) ||
          !hw_sums_add_value (&sums->cogs, cost, units, error))
        return FALSE;
    }

  return hw_statement_done (stmt);
}

/* Lines come day by day and, mostly, receipt by receipt. */
static gboolean
sum_orders (HwStore       *store,
            HwPeriodSums  *sums,
            GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_ORDERS, sums->from, sums->to, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HwDay day = HW_DAY_NONE;

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      const HwDay row_day = hw_statement_get_day (stmt, 0);
      const char *ref = hw_statement_get_text (stmt, 1);

      if (row_day != day)
        {
          g_hash_table_remove_all (seen);
          day = row_day;
        }

      if (!g_hash_table_contains (seen, ref))
        {
          g_hash_table_add (seen, g_strdup (ref));
          sums->n_orders++;
        }

      if (!hw_sums_add (&sums->order_revenue, hw_statement_get_int (stmt, 2), error))
        return FALSE;
    }

  return hw_statement_done (stmt);
}

static gboolean
sum_customers (HwStore       *store,
               HwPeriodSums  *sums,
               GError       **error)
{
  const HwDay before_to = sums->from - 1;
  const HwDay before_from = sums->from - sums->n_days;
  g_autoptr (HwStatement) now = hw_sums_ask (store, SQL_CUSTOMERS, sums->from, sums->to, error);
  g_autoptr (HwStatement) before = NULL;

  if (now == NULL)
    return FALSE;

  hw_statement_set_int (now, 3, before_from);
  hw_statement_set_int (now, 4, before_to);
  if (!hw_statement_next (now, error))
    return FALSE;

  sums->n_customers = hw_statement_get_int (now, 0);
  sums->n_repeat_customers = hw_statement_get_int (now, 1);
  sums->n_new_customers = hw_statement_get_int (now, 2);
  sums->n_kept_customers = hw_statement_get_int (now, 3);

  before = hw_sums_ask (store, SQL_CUSTOMERS_BEFORE, before_from, before_to, error);
  if (before == NULL || !hw_statement_next (before, error))
    return FALSE;

  sums->n_customers_before = hw_statement_get_int (before, 0);
  return TRUE;
}

static gboolean
sum_earlier (HwStore       *store,
             HwPeriodSums  *sums,
             GError       **error)
{
  g_autoptr (HwStatement) first = hw_statement_new (store, SQL_FIRST_DAY, error);
  g_autoptr (HwStatement) revenue = NULL;
  HwDay first_day;

  if (first == NULL || !hw_statement_next (first, error))
    return FALSE;

  first_day = hw_statement_get_day (first, 0);
  sums->has_before = first_day != HW_DAY_NONE && first_day <= sums->from - sums->n_days;
  sums->has_year_ago = first_day != HW_DAY_NONE && first_day <= sums->from - YEAR_DAYS;
  if (!sums->has_year_ago)
    return TRUE;

  revenue = hw_sums_ask (store, SQL_REVENUE, sums->from - YEAR_DAYS, sums->to - YEAR_DAYS, error);
  if (revenue == NULL || !hw_statement_next (revenue, error))
    return FALSE;

  sums->revenue_year_ago = hw_statement_get_int (revenue, 0);
  return TRUE;
}

gboolean
hw_sale_repo_sums (HwStore       *store,
                   HwDay          from,
                   HwDay          to,
                   HwPeriodSums  *sums,
                   GError       **error)
{
  HwPeriodSums found = { .from = from, .to = to, .n_days = to - from + 1 };

  g_return_val_if_fail (from <= to, FALSE);

  if (!sum_sales (store, &found, error) ||
      !sum_orders (store, &found, error) ||
      !sum_customers (store, &found, error) ||
      !sum_earlier (store, &found, error) ||
      !hw_sums_add_stock (store, &found, error) ||
      !hw_sums_add_purchases (store, &found, error))
    return FALSE;

  *sums = found;
  return TRUE;
}
