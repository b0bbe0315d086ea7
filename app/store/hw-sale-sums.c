/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw_sale_repo_sums(): a period's sums, one question to the file after another. */
#include "store/hw-sale-repo.h"

#include "store/hw-sums.h"

#include <string.h>

#define YEAR_DAYS 364  /* whole weeks, so that weekdays meet */

/* All from the covering index, product by product. */
#define SQL_BY_PRODUCT \
  "SELECT p.cost, count (*), sum (s.amount), sum (s.quantity)," \
  " sum (CASE WHEN s.amount < 0 THEN -s.amount END)" \
  " FROM product AS p CROSS JOIN sale AS s INDEXED BY sale_by_product" \
  " ON s.product_id = p.id AND s.day BETWEEN ?1 AND ?2 GROUP BY p.id"

#define SQL_LINES \
  "SELECT day, order_ref, amount, customer_id, shop_id FROM sale INDEXED BY sale_by_day" \
  " WHERE day BETWEEN ?1 AND ?2 AND (order_ref <> '' OR customer_id IS NOT NULL) ORDER BY day"

/* 1, 2: the period before; 3: a customer. */
#define SQL_CUSTOMER \
  "SELECT EXISTS (SELECT 1 FROM sale WHERE customer_id = ?3 AND day <= ?2)," \
  " EXISTS (SELECT 1 FROM sale WHERE customer_id = ?3 AND day BETWEEN ?1 AND ?2)"

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

typedef struct
{
  HwDay     day;    /* of the first line */
  char     *ref;    /* (owned) of the first line that has one */
  gboolean  again;  /* came on another day, or has another receipt */
} Buyer;

static void
buyer_free (gpointer data)
{
  Buyer *self = data;

  g_free (self->ref);
  g_free (self);
}

static void
see_buyer (GHashTable *buyers,
           gint64      customer_id,
           HwDay       day,
           const char *ref)
{
  Buyer *buyer = g_hash_table_lookup (buyers, &customer_id);

  if (buyer == NULL)
    {
      buyer = g_new0 (Buyer, 1);
      buyer->day = day;
      buyer->ref = g_strdup (ref);
      g_hash_table_insert (buyers, g_memdup2 (&customer_id, sizeof customer_id), buyer);
    }
  else if (*buyer->ref == '\0' && *ref != '\0')
    {
      g_free (buyer->ref);
      buyer->ref = g_strdup (ref);
    }
  else if (*ref != '\0' && strcmp (buyer->ref, ref) != 0)
    buyer->again = TRUE;

  buyer->again |= buyer->day != day;
}

/* Tills start their receipt numbers anew each day, and each shop has its own: an
 * order is a number, a day and a shop. @refs: those seen on that day. */
static gboolean
see_order (GHashTable    *refs,
           HwPeriodSums  *sums,
           const char    *ref,
           gint64         shop_id,
           HwMoney        amount,
           GError       **error)
{
  g_autofree char *in_shop = shop_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", shop_id, ref) : NULL;
  const char *key = in_shop != NULL ? in_shop : ref;

  if (!g_hash_table_contains (refs, key))
    {
      g_hash_table_add (refs, g_strdup (key));
      sums->n_orders++;
    }

  return hw_sums_add (&sums->order_revenue, amount, error);
}

/* Lines come day by day. */
static gboolean
sum_lines (HwStore       *store,
           HwPeriodSums  *sums,
           GHashTable    *buyers,
           GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_LINES, sums->from, sums->to, error);
  g_autoptr (GHashTable) refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HwDay day = HW_DAY_NONE;

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      const HwDay row_day = hw_statement_get_day (stmt, 0);
      const char *ref = hw_statement_get_text (stmt, 1);
      const gint64 customer_id = hw_statement_get_int (stmt, 3);

      if (row_day != day)
        {
          g_hash_table_remove_all (refs);
          day = row_day;
        }

      if (*ref != '\0' && !see_order (refs, sums, ref, hw_statement_get_int (stmt, 4), hw_statement_get_int (stmt, 2), error))
        return FALSE;

      if (customer_id == 0)
        continue;

      see_buyer (buyers, customer_id, day, ref);
      if (!hw_sums_add (&sums->customer_revenue, hw_statement_get_int (stmt, 2), error))
        return FALSE;
    }

  return hw_statement_done (stmt);
}

/* What each buyer of the period did before it. */
static gboolean
sum_buyers (HwStore       *store,
            HwPeriodSums  *sums,
            GHashTable    *buyers,
            GError       **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, buyers);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (HwStatement) stmt = hw_sums_ask (store, SQL_CUSTOMER, sums->from - sums->n_days, sums->from - 1, error);

      if (stmt == NULL)
        return FALSE;

      hw_statement_set_int (stmt, 3, *(const gint64 *) key);
      if (!hw_statement_next (stmt, error))
        return FALSE;

      sums->n_customers++;
      sums->n_repeat_customers += ((const Buyer *) value)->again;
      sums->n_new_customers += hw_statement_get_int (stmt, 0) == 0;
      sums->n_kept_customers += hw_statement_get_int (stmt, 1);
    }

  return TRUE;
}

static gboolean
sum_customers (HwStore       *store,
               HwPeriodSums  *sums,
               GHashTable    *buyers,
               GError       **error)
{
  g_autoptr (HwStatement) stmt = NULL;

  if (!sum_buyers (store, sums, buyers, error))
    return FALSE;

  stmt = hw_sums_ask (store, SQL_CUSTOMERS_BEFORE, sums->from - sums->n_days, sums->from - 1, error);
  if (stmt == NULL || !hw_statement_next (stmt, error))
    return FALSE;

  sums->n_customers_before = hw_statement_get_int (stmt, 0);
  return TRUE;
}

static gboolean
sum_earlier (HwStore       *store,
             HwPeriodSums  *sums,
             HwSumsParts    parts,
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
  if (!sums->has_year_ago || (parts & HW_SUMS_YEAR_AGO) == 0)
    return TRUE;

  revenue = hw_sums_ask (store, SQL_REVENUE, sums->from - YEAR_DAYS, sums->to - YEAR_DAYS, error);
  if (revenue == NULL || !hw_statement_next (revenue, error))
    return FALSE;

  sums->revenue_year_ago = hw_statement_get_int (revenue, 0);
  return TRUE;
}

gboolean
hw_sale_repo_sums_of (HwStore       *store,
                      HwDay          from,
                      HwDay          to,
                      HwSumsParts    parts,
                      HwPeriodSums  *sums,
                      GError       **error)
{
  g_autoptr (GHashTable) buyers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, buyer_free);
  HwPeriodSums found = { .from = from, .to = to, .n_days = to - from + 1 };

  g_return_val_if_fail (from <= to, FALSE);

  if (!sum_sales (store, &found, error) || !sum_earlier (store, &found, parts, error))
    return FALSE;

  if ((parts & HW_SUMS_LINES) != 0 &&
      (!sum_lines (store, &found, buyers, error) || !sum_customers (store, &found, buyers, error)))
    return FALSE;

  if (((parts & HW_SUMS_STOCK) != 0 && !hw_sums_add_stock (store, &found, error)) ||
      ((parts & HW_SUMS_PURCHASES) != 0 && !hw_sums_add_purchases (store, &found, error)))
    return FALSE;

  *sums = found;
  return TRUE;
}

gboolean
hw_sale_repo_sums (HwStore       *store,
                   HwDay          from,
                   HwDay          to,
                   HwPeriodSums  *sums,
                   GError       **error)
{
  return hw_sale_repo_sums_of (store, from, to, HW_SUMS_ALL, sums, error);
}
