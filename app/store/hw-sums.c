/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-sums.h"

#include "core/hw-error.h"
#include "store/hw-mean-sd.h"

#define DEAD_DAYS 180  /* without a sale: the shelf holds dead stock */

/* Last count of each product up to ?1, and whether it sold from ?2 on. */
#define SQL_LAST_COUNTS \
  "SELECT p.cost, c.quantity," \
  " EXISTS (SELECT 1 FROM sale AS s WHERE s.product_id = p.id AND s.day BETWEEN ?2 AND ?1)" \
  " FROM product AS p JOIN stock_count AS c ON c.product_id = p.id" \
  " AND c.day = (SELECT max (day) FROM stock_count WHERE product_id = p.id AND day <= ?1)"

/* What stood on the shelf before the period, then each count in it. */
#define SQL_COUNTS \
  "SELECT c.day, c.product_id, c.quantity, p.cost FROM product AS p CROSS JOIN stock_count AS c" \
  " ON c.product_id = p.id AND c.day BETWEEN" \
  " coalesce ((SELECT max (day) FROM stock_count WHERE product_id = p.id AND day < ?1), ?1) AND ?2" \
  " ORDER BY c.day, c.product_id"

#define SQL_WASTE \
  "SELECT p.cost, sum (w.quantity), count (*) FROM product AS p CROSS JOIN waste AS w" \
  " ON w.product_id = p.id AND w.day BETWEEN ?1 AND ?2 GROUP BY p.id"

/* Order lines whose last delivery lies in the period: days it took, whether a day
 * was agreed (the one the supplier named, else the one expected), and whether all
 * had come by then. A line of which some is still to come has not come. */
#define SQL_RECEIVED \
  "SELECT max (r.day) - o.ordered, coalesce (o.confirmed, o.expected) IS NOT NULL," \
  " sum (r.quantity) FILTER (WHERE r.day <= coalesce (o.confirmed, o.expected)) >= l.quantity" \
  " FROM receipt AS r JOIN order_line AS l ON l.id = r.order_line_id" \
  " JOIN purchase_order AS o ON o.id = l.order_id" \
  " GROUP BY l.id HAVING max (r.day) BETWEEN ?1 AND ?2" \
  " AND (o.state IN ('received', 'cancelled') OR sum (r.quantity) >= l.quantity) ORDER BY l.id"

#define SQL_PURCHASES \
  "SELECT o.supplier_id, coalesce (l.unit_cost, p.cost), r.quantity" \
  " FROM receipt AS r JOIN order_line AS l ON l.id = r.order_line_id" \
  " JOIN purchase_order AS o ON o.id = l.order_id JOIN product AS p ON p.id = l.product_id" \
  " WHERE r.day BETWEEN ?1 AND ?2 AND coalesce (l.unit_cost, p.cost) IS NOT NULL" \
  " ORDER BY o.supplier_id"

gboolean
hw_sums_add (gint64   *sum,
             gint64    value,
             GError  **error)
{
  if (hw_scaled_add (sum, value))
    return TRUE;

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL,
                       "a sum of amounts or quantities is larger than can be kept");
  return FALSE;
}

gboolean
hw_sums_add_value (gint64      *sum,
                   HwMoney      cost,
                   HwQuantity   quantity,
                   GError     **error)
{
  HwMoney value = G_MAXINT64;

  if (cost == HW_UNKNOWN)
    return TRUE;

  if (hw_money_times (cost, quantity, &value))
    return hw_sums_add (sum, value, error);

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL,
                       "a cost times a quantity is larger than can be kept");
  return FALSE;
}

HwStatement *
hw_sums_ask (HwStore     *store,
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

static gboolean
sum_last_counts (HwStore       *store,
                 HwPeriodSums  *sums,
                 GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_LAST_COUNTS, sums->to, sums->to - DEAD_DAYS + 1, error);

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      const HwMoney cost = hw_statement_get_known (stmt, 0);
      const HwQuantity quantity = hw_statement_get_int (stmt, 1);
      const gboolean alive = hw_statement_get_int (stmt, 2) != 0;

      sums->n_counted_products++;
      if (!hw_sums_add (&sums->on_hand_units, quantity, error) ||
          !hw_sums_add_value (&sums->stock_value, cost, quantity, error) ||
          (!alive && !hw_sums_add_value (&sums->dead_stock_value, cost, quantity, error)))
        return FALSE;
    }

  return hw_statement_done (stmt);
}

/* A shelf keeps its value until it is counted again; the mean is over the days
 * of the period on which anything was counted. */
static gboolean
sum_counts (HwStore       *store,
            HwPeriodSums  *sums,
            GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_COUNTS, sums->from, sums->to, error);
  g_autoptr (GHashTable) shelf = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  HwMoney value = 0;
  double total = 0;
  gint64 n_days = 0;
  HwDay day = HW_DAY_NONE;

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      const HwDay row_day = hw_statement_get_day (stmt, 0);
      const gint64 product_id = hw_statement_get_int (stmt, 1);
      const HwQuantity quantity = hw_statement_get_int (stmt, 2);
      const gint64 *was = g_hash_table_lookup (shelf, &product_id);
      gint64 is = 0;

      if (row_day != day && day >= sums->from)
        {
          total += hw_scaled_to_double (value);
          n_days++;
        }

      day = row_day;
      if (row_day >= sums->from)
        {
          sums->n_item_days++;
          sums->n_sold_out_days += quantity <= 0;
        }

      if (!hw_sums_add_value (&is, hw_statement_get_known (stmt, 3), quantity, error) ||
          !hw_sums_add (&value, was != NULL ? -*was : 0, error) ||
          !hw_sums_add (&value, is, error))
        return FALSE;

      g_hash_table_insert (shelf, g_memdup2 (&product_id, sizeof product_id), g_memdup2 (&is, sizeof is));
    }

  if (!hw_statement_done (stmt))
    return FALSE;

  if (day != HW_DAY_NONE && day >= sums->from)
    {
      total += hw_scaled_to_double (value);
      n_days++;
    }

  sums->mean_stock_value = n_days > 0 ? total / (double) n_days : 0;
  return TRUE;
}

static gboolean
sum_waste (HwStore       *store,
           HwPeriodSums  *sums,
           GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_WASTE, sums->from, sums->to, error);

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      const HwQuantity quantity = hw_statement_get_int (stmt, 1);

      sums->n_waste += hw_statement_get_int (stmt, 2);
      if (!hw_sums_add (&sums->wasted, quantity, error) ||
          !hw_sums_add_value (&sums->waste_value, hw_statement_get_known (stmt, 0), quantity, error))
        return FALSE;
    }

  return hw_statement_done (stmt);
}

static gboolean
sum_received (HwStore       *store,
              HwPeriodSums  *sums,
              GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_RECEIVED, sums->from, sums->to, error);
  HwMeanSd days = { 0 };

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      hw_mean_sd_add (&days, hw_statement_get_double (stmt, 0));
      sums->n_agreed += hw_statement_get_int (stmt, 1);
      sums->n_on_time_full += hw_statement_get_int (stmt, 2);
    }

  sums->n_receipts = days.n;
  sums->lead_mean = days.mean;
  sums->lead_sd = hw_mean_sd_get_sd (&days);
  return hw_statement_done (stmt);
}

/* Herfindahl index: with q_i bought from supplier i, sum q_i^2 / (sum q_i)^2. */
static gboolean
sum_purchases (HwStore       *store,
               HwPeriodSums  *sums,
               GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_PURCHASES, sums->from, sums->to, error);
  gint64 supplier_id = 0;
  HwMoney of_supplier = 0;
  double squares = 0, total;

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      const gint64 row_supplier = hw_statement_get_int (stmt, 0);
      const HwMoney cost = hw_statement_get_int (stmt, 1);
      const HwQuantity quantity = hw_statement_get_int (stmt, 2);

      if (row_supplier != supplier_id)
        {
          squares += hw_scaled_to_double (of_supplier) * hw_scaled_to_double (of_supplier);
          supplier_id = row_supplier;
          of_supplier = 0;
        }

      if (!hw_sums_add_value (&of_supplier, cost, quantity, error) ||
          !hw_sums_add_value (&sums->purchases, cost, quantity, error))
        return FALSE;
    }

  squares += hw_scaled_to_double (of_supplier) * hw_scaled_to_double (of_supplier);
  total = hw_scaled_to_double (sums->purchases);
  sums->supplier_hhi = total > 0 ? squares / (total * total) : 0;
  return hw_statement_done (stmt);
}

gboolean
hw_sums_add_stock (HwStore       *store,
                   HwPeriodSums  *sums,
                   GError       **error)
{
  return sum_last_counts (store, sums, error) &&
         sum_counts (store, sums, error) &&
         sum_waste (store, sums, error);
}

gboolean
hw_sums_add_purchases (HwStore       *store,
                       HwPeriodSums  *sums,
                       GError       **error)
{
  return sum_received (store, sums, error) && sum_purchases (store, sums, error);
}
