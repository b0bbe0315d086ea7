/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-lost-sales.h"

#include "store/hw-stock-repo.h"

static gint64 *
day_key (gint64 product_id,
         HwDay  day)
{
  const gint64 key = product_id * (1 << 24) + day;

  return g_memdup2 (&key, sizeof key);
}

/* The product-days whose evening stock is known. */
static GHashTable *
load_counted (HwStore             *store,
              const HwPeriodSums  *sums,
              GError             **error)
{
  g_autoptr (GArray) counts = hw_stock_repo_counts (store, sums->from, sums->to, error);
  GHashTable *counted;

  if (counts == NULL)
    return NULL;

  counted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < counts->len; i++)
    {
      const HwStockCount *count = &g_array_index (counts, HwStockCount, i);

      g_hash_table_add (counted, day_key (count->product_id, count->day));
    }

  return counted;
}

gboolean
hw_lost_sales_add (const HwDemand  *demand,
                   HwStore         *store,
                   HwPeriodSums    *sums,
                   GError         **error)
{
  g_autoptr (GHashTable) counted = load_counted (store, sums, error);
  double lost = 0.0, served = 0.0;

  if (counted == NULL)
    return FALSE;

  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (demand->series, i);
      const double price = series->year_units > 0.0 ? series->year_revenue / series->year_units : 0.0;

      for (guint t = 0; t < series->past->len; t++)
        {
          const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);
          const gint64 key = series->product_id * (1 << 24) + point->day;

          if (point->day > sums->to)
            break;
          if (point->day < sums->from || !g_hash_table_contains (counted, &key))
            continue;

          served += hw_scaled_to_double (point->amount);
          if (point->state == HW_PAST_SOLD_OUT && series->result.lost_at != NULL)
            lost += series->result.lost_at[t] * price;
        }
    }

  sums->lost_sales = hw_scaled_from_double (lost);
  sums->served = hw_scaled_from_double (served);
  return TRUE;
}
