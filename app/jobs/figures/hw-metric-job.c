/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/figures/hw-metric-job.h"

#include "core/hw-error.h"
#include "jobs/demand/hw-lost-sales.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-shelf.h"
#include "store/hw-forecast-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-terms-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEK_DAYS 7
#define YEAR_DAYS 364        /* whole weeks: the same weekdays on both sides */
#define RECORD_LEAST 28      /* product-days a record of kept forecasts must have */

double
hw_metric_units_a_day (const HwDemand       *demand,
                       const HwDemandSeries *series)
{
  gssize step = -1;

  for (gsize i = 0; i < WEEK_DAYS; i++)
    step = MAX (step, hw_demand_step_ahead (demand, i));

  return step >= 0 && series->result.horizon > 0 ? series->result.sum_mean[step] / WEEK_DAYS : 0.0;
}

/* What is on the shelves today, not at the last count, and what sells of just
 * these products. */
static gboolean
add_shelf (const HwDemand  *demand,
           HwStore         *store,
           HwDay            today,
           HwPeriodSums    *sums,
           GError         **error)
{
  g_autoptr (GArray) shelf = hw_shelf_load (store, demand->products, today, error);

  if (shelf == NULL)
    return FALSE;

  sums->n_counted_products = 0;
  sums->stock_value = 0;
  sums->dead_stock_value = 0;
  sums->on_hand_units = 0;
  for (guint i = 0; i < shelf->len; i++)
    {
      const HwOnHand *on_hand = &g_array_index (shelf, HwOnHand, i);
      const HwDemandSeries *series = hw_demand_find (demand, on_hand->product_id);
      const HwProduct *product = hw_shelf_find_product (demand->products, on_hand->product_id);
      HwMoney value = 0;

      if (on_hand->on_hand == HW_UNKNOWN || product == NULL)
        continue;

      sums->n_counted_products++;
      sums->forecast_daily_units += series != NULL ? hw_metric_units_a_day (demand, series) : 0.0;
      if ((product->cost != HW_UNKNOWN && !hw_money_times (product->cost, on_hand->on_hand, &value)) ||
          !hw_scaled_add (&sums->stock_value, value) ||
          (!hw_demand_sold_since (series, sums->to - HW_DEAD_DAYS + 1) && !hw_scaled_add (&sums->dead_stock_value, value)) ||
          !hw_scaled_add (&sums->on_hand_units, on_hand->on_hand))
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "the stock's value overflows");
          return FALSE;
        }
    }

  return TRUE;
}

/* How close the forecast was: on stretches of the past held out from it. */
static void
add_accuracy (const HwDemand *demand,
              HwPeriodSums   *sums)
{
  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (demand->series, i);
      const HwForecastResult *r = &series->result;

      if (series->missing != HW_NO_FORECAST_NONE || r->n_tested == 0)
        continue;

      sums->forecast_abs_error += r->error;
      sums->simple_abs_error += r->simple_error;
      sums->forecast_actual += r->tested_actual;
    }
}

/* Forecasts kept before the day they were for tell whether they lean. */
static gboolean
add_record (HwStore       *store,
            HwPeriodSums  *sums,
            GError       **error)
{
  HwForecastRecord record = { 0 };

  sums->forecast_error = NAN;
  if (!hw_forecast_repo_record (store, sums->from, sums->to, &record, error))
    return FALSE;

  if (record.n >= RECORD_LEAST && record.actual > 0.0)
    sums->forecast_error = record.error / record.actual * sums->forecast_actual;

  return TRUE;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  const HwDemand *demand = hw_demand_get (session, HW_BY_DAY, 7, tick, error);
  HwPeriodSums sums = { 0 }, before = { 0 };
  HwStockTerms terms;
  HwDay from, to;

  if (demand == NULL || !hw_terms_repo_load (store, &terms, error))
    return NULL;

  to = demand->last_sale;
  from = MAX (demand->first_day, to - YEAR_DAYS + 1);
  if (!hw_sale_repo_sums (store, from, to, &sums, error) ||
      !hw_sale_repo_sums (store, from - (to - from + 1), from - 1, &before, error))
    return NULL;

  before.forecast_error = NAN;
  sums.carrying = before.carrying = terms.carrying;
  add_accuracy (demand, &sums);
  if (!hw_lost_sales_add (demand, store, &sums, error) || !hw_lost_sales_add (demand, store, &before, error) ||
      !add_shelf (demand, store, today, &sums, error) || !add_record (store, &sums, error))
    return NULL;

  return hw_metric_sheet_new (&sums, sums.has_before ? &before : NULL, today);
}

const HwJob hw_metric_job = {
  "kpis", N_("Working out the figures"), run, NULL, (GDestroyNotify) hw_metric_sheet_free, FALSE
};
