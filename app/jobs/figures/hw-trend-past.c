/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/figures/hw-trend-past.h"

#include "core/hw-error.h"
#include "jobs/demand/hw-lost-sales.h"
#include "jobs/hw-session-private.h"
#include "store/hw-forecast-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-terms-repo.h"

#define RECORD_LEAST 28 /* product-days a record of kept forecasts must have */

enum { PLUS_LOST = 1 << 0, PLUS_RECORD = 1 << 1 };

/* What a metric is made of; one that is not listed gets everything. */
static const struct
{
  const char  *id;
  HwSumsParts  parts;
  guint        plus;
} needs[] = {
  { "revenue",                HW_SUMS_SALES,     0 },
  { "revenue_growth_yoy",     HW_SUMS_YEAR_AGO,  0 },
  { "gross_margin_pct",       HW_SUMS_SALES,     0 },
  { "average_order_value",    HW_SUMS_LINES,     0 },
  { "new_customers",          HW_SUMS_LINES,     0 },
  { "retention_rate",         HW_SUMS_LINES,     0 },
  { "repeat_purchase_rate",   HW_SUMS_LINES,     0 },
  { "churn_rate",             HW_SUMS_LINES,     0 },
  { "clv",                    HW_SUMS_LINES,     0 },
  { "food_cost_pct",          HW_SUMS_STOCK,     0 },
  { "inventory_carrying_cost", HW_SUMS_STOCK,    0 },
  { "inventory_turnover",     HW_SUMS_STOCK,     0 },
  { "days_inventory",         HW_SUMS_STOCK,     0 },
  { "fill_rate",              HW_SUMS_STOCK,     PLUS_LOST },
  { "stockout_rate",          HW_SUMS_STOCK,     0 },
  { "lost_sales_value",       HW_SUMS_STOCK,     PLUS_LOST },
  { "dead_stock_share",       HW_SUMS_STOCK,     0 },
  { "waste_rate",             HW_SUMS_STOCK,     0 },
  { "forecast_wape",          HW_SUMS_SALES,     PLUS_RECORD },
  { "forecast_mase",          HW_SUMS_SALES,     PLUS_RECORD },
  { "forecast_bias",          HW_SUMS_SALES,     PLUS_RECORD },
  { "lead_time_mean",         HW_SUMS_PURCHASES, 0 },
  { "lead_time_cv",           HW_SUMS_PURCHASES, 0 },
  { "supplier_otif",          HW_SUMS_PURCHASES, 0 },
  { "supplier_concentration", HW_SUMS_PURCHASES, 0 },
};

gboolean
hw_trend_span_find (HwStore      *store,
                    HwTrendStep   step,
                    guint         most,
                    HwDay         today,
                    HwTrendSpan  *span,
                    GError      **error)
{
  gint64 n_lines;

  if (!hw_sale_repo_span (store, &span->first, &span->last, &n_lines, error) ||
      !hw_sale_repo_last_before (store, today, &span->last, error))
    return FALSE;

  if (n_lines == 0 || span->last == HW_DAY_NONE)
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES, "no sales before today");
      return FALSE;
    }

  span->step = step;
  span->n = (guint) (span->last - span->first + 1) / (guint) step;
  if (most > 0)
    span->n = MIN (span->n, most);

  return TRUE;
}

void
hw_trend_span_align (HwTrendSpan *span,
                     HwDay        starts,
                     guint        most)
{
  const int step = (int) span->step;
  const int over = (span->last + 1 - starts) % step;

  span->last = MAX (span->last - (over < 0 ? over + step : over), span->first);
  span->n = (guint) (span->last - span->first + 1) / (guint) step;
  if (most > 0)
    span->n = MIN (span->n, most);
}

HwDay
hw_trend_span_from (const HwTrendSpan *span,
                    guint              i)
{
  return span->last + 1 - (HwDay) (span->n - i) * (HwDay) span->step;
}

static void
find_needs (const HwMetric *metric,
            HwSumsParts    *parts,
            guint          *plus)
{
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (g_str_equal (needs[i].id, metric->id))
      {
        *parts |= needs[i].parts;
        *plus |= needs[i].plus;
        return;
      }

  *parts |= HW_SUMS_ALL;
  *plus |= PLUS_LOST | PLUS_RECORD;
}

/* Forecasts kept before the day they were for, against what came. */
static gboolean
add_record (HwStore       *store,
            HwPeriodSums  *sums,
            GError       **error)
{
  HwForecastRecord record = { 0 };

  if (!hw_forecast_repo_record (store, sums->from, sums->to, &record, error))
    return FALSE;

  if (record.n < RECORD_LEAST)
    return TRUE;

  sums->forecast_abs_error = record.abs_error;
  sums->forecast_error = record.error;
  sums->forecast_actual = record.actual;
  return TRUE;
}

/* What stood on the shelves in the past is known only where all of them were
 * counted then; an old count is no level of its own. */
static void
forget_old_counts (HwPeriodSums *sums)
{
  if (sums->n_item_days >= sums->n_counted_products)
    return;

  sums->stock_value = 0;
  sums->dead_stock_value = 0;
  sums->on_hand_units = 0;
}

static gboolean
any_evenings (const GArray *past)
{
  const HwMetric *metric = hw_metric_find ("lost_sales_value");

  for (guint i = 0; i < past->len; i++)
    {
      double value;

      if (metric->compute (&g_array_index (past, HwPeriodSums, i), &value) == HW_METRIC_OK)
        return TRUE;
    }

  return FALSE;
}

/* The only part that needs every product's forecast: left out where the evenings
 * of no period are known. */
static gboolean
add_lost (HwSession     *session,
          GArray        *past,
          const HwTick  *tick,
          GError       **error)
{
  const HwDemand *demand;

  if (!any_evenings (past))
    return TRUE;

  demand = hw_demand_get (session, HW_BY_DAY, 7, tick, error);
  for (guint i = 0; demand != NULL && i < past->len; i++)
    if (!hw_lost_sales_add (demand, hw_session_get_store (session), &g_array_index (past, HwPeriodSums, i), error))
      return FALSE;

  return demand != NULL;
}

GArray *
hw_trend_past_load (HwSession             *session,
                    const HwTrendSpan     *span,
                    const HwMetric *const *metrics,
                    const HwTick          *tick,
                    GError               **error)
{
  HwStore *store = hw_session_get_store (session);
  g_autoptr (GArray) past = g_array_new (FALSE, TRUE, sizeof (HwPeriodSums));
  HwTickPart later = { tick, 0.5, 1.0 };
  const HwTick rest = HW_TICK_PART (&later);
  HwSumsParts parts = HW_SUMS_SALES;
  HwStockTerms terms;
  guint plus = 0;

  if (!hw_terms_repo_load (store, &terms, error))
    return NULL;

  for (guint i = 0; metrics[i] != NULL; i++)
    find_needs (metrics[i], &parts, &plus);

  for (guint i = 0; i < span->n; i++)
    {
      const HwDay from = hw_trend_span_from (span, i);
      HwPeriodSums sums = { 0 };

      if (!hw_tick (tick, 0.5 * i / span->n))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return NULL;
        }

      if (!hw_sale_repo_sums_of (store, from, from + (HwDay) span->step - 1, parts, &sums, error) ||
          ((plus & PLUS_RECORD) != 0 && !add_record (store, &sums, error)))
        return NULL;

      forget_old_counts (&sums);
      sums.carrying = terms.carrying;
      g_array_append_val (past, sums);
    }

  if ((plus & PLUS_LOST) != 0 && !add_lost (session, past, &rest, error))
    return NULL;

  return g_steal_pointer (&past);
}
