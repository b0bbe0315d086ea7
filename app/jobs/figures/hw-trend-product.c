/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw_trend_past_product(): a period's figures from the sales of one product. */
#include "jobs/figures/hw-trend-past.h"

#include "core/hw-error.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-sale-repo.h"

#define YEAR_DAYS 364 /* whole weeks, so that weekdays meet */

typedef struct
{
  HwMoney    amount;
  HwQuantity quantity;
  gint64     n_lines;
} Day;

typedef struct
{
  const HwTrendSpan *span;
  gint64             product_id;
  HwDay              first;   /* sale of the product; HW_DAY_NONE */
  Day               *days;    /* (owned) from the first sale of all to the last */
  guint8            *any;     /* (owned) of the same days: something was sold */
} Sales;

static void
sales_clear (Sales *sales)
{
  g_clear_pointer (&sales->days, g_free);
  g_clear_pointer (&sales->any, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sales, sales_clear)

static gboolean
take_row (const HwDaySales *row,
          gpointer          data)
{
  Sales *sales = data;
  const gsize at = (gsize) (row->day - sales->span->first);

  sales->any[at] = 1;
  if (row->product_id != sales->product_id)
    return TRUE;

  if (sales->first == HW_DAY_NONE)
    sales->first = row->day;
  sales->days[at] = (Day) { row->amount, row->quantity, row->n_lines };
  return TRUE;
}

static gboolean
load_product (HwStore   *store,
              gint64     product_id,
              HwMoney   *cost,
              GError   **error)
{
  g_autoptr (GArray) products = hw_product_repo_list (store, error);

  for (guint i = 0; products != NULL && i < products->len; i++)
    if (g_array_index (products, HwProduct, i).id == product_id)
      {
        *cost = g_array_index (products, HwProduct, i).cost;
        return TRUE;
      }

  if (products != NULL)
    g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such product");
  return FALSE;
}

static gboolean
add_days (const Sales   *sales,
          HwMoney        cost,
          HwPeriodSums  *sums)
{
  for (HwDay day = sums->from; day <= sums->to; day++)
    {
      const Day *of = &sales->days[day - sales->span->first];

      sums->n_lines += of->n_lines;
      if (!hw_scaled_add (&sums->revenue, of->amount) || !hw_scaled_add (&sums->units, of->quantity))
        return FALSE;
    }

  for (HwDay day = sums->from - YEAR_DAYS; sums->has_year_ago && day <= sums->to - YEAR_DAYS; day++)
    if (!hw_scaled_add (&sums->revenue_year_ago, sales->days[day - sales->span->first].amount))
      return FALSE;

  if (cost == HW_UNKNOWN)
    return TRUE;

  sums->costed_revenue = sums->revenue;
  return hw_money_times (cost, sums->units, &sums->cogs);
}

GArray *
hw_trend_past_product (HwStore            *store,
                       const HwTrendSpan  *span,
                       gint64              product_id,
                       guint8            **open,
                       GError            **error)
{
  g_autoptr (GArray) past = g_array_new (FALSE, TRUE, sizeof (HwPeriodSums));
  g_autofree guint8 *is_open = g_new0 (guint8, span->n + 1);
  g_auto (Sales) sales = { .span = span, .product_id = product_id, .first = HW_DAY_NONE };
  const gsize n_days = (gsize) (span->last - span->first + 1);
  HwMoney cost = HW_UNKNOWN;

  sales.days = g_new0 (Day, n_days);
  sales.any = g_new0 (guint8, n_days);
  if (!load_product (store, product_id, &cost, error) ||
      !hw_sale_repo_each_day (store, span->first, span->last, take_row, &sales, error))
    return NULL;

  for (guint i = 0; i < span->n; i++)
    {
      const HwDay from = hw_trend_span_from (span, i);
      HwPeriodSums sums = { .from = from, .to = from + (HwDay) span->step - 1, .n_days = (int) span->step };

      sums.has_before = sales.first != HW_DAY_NONE && sales.first <= from - sums.n_days;
      sums.has_year_ago = sales.first != HW_DAY_NONE && sales.first <= from - YEAR_DAYS;
      if (!add_days (&sales, cost, &sums))
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a product's sums overflow");
          return NULL;
        }

      for (HwDay day = sums.from; day <= sums.to && sales.first != HW_DAY_NONE && sales.first <= from; day++)
        is_open[i] |= sales.any[day - span->first];

      g_array_append_val (past, sums);
    }

  *open = g_steal_pointer (&is_open);
  return g_steal_pointer (&past);
}
