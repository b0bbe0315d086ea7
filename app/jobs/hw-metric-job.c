/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-metric-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "store/hw-forecast-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEAR_DAYS 364        /* whole weeks: the same weekdays on both sides */
#define RECORD_LEAST 28      /* product-days a record of kept forecasts must have */

/* What was missed while sold out, and what was sold on days whose evening stock
 * is known: from the engine's estimate, at the price of the day. */
static void
add_lost_sales (const HwDemand *demand,
                HwPeriodSums   *sums)
{
  double lost = 0.0, served = 0.0;

  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (demand->series, i);
      const double price = series->year_units > 0.0 ? series->year_revenue / series->year_units : 0.0;

      for (guint t = 0; t < series->past->len; t++)
        {
          const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);

          if (point->day < sums->from || point->day > sums->to)
            continue;

          served += hw_scaled_to_double (point->amount);
          if (point->state == HW_PAST_SOLD_OUT && series->result.lost_at != NULL)
            lost += series->result.lost_at[t] * price;
        }
    }

  if (sums->n_item_days == 0)
    return;

  sums->lost_sales = hw_scaled_from_double (lost);
  sums->served = hw_scaled_from_double (served);
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
      const gssize step = hw_demand_step_ahead (demand, 6);

      if (series->missing != HW_NO_FORECAST_NONE || r->horizon == 0)
        continue;

      sums->forecast_daily_units += r->sum_mean[MAX (step, 0)] / 7.0;
      if (r->n_tested == 0)
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
  HwDay from, to;

  if (demand == NULL)
    return NULL;

  to = demand->last_day;
  from = MAX (demand->first_day, to - YEAR_DAYS + 1);
  if (!hw_sale_repo_sums (store, from, to, &sums, error) ||
      !hw_sale_repo_sums (store, from - (to - from + 1), from - 1, &before, error))
    return NULL;

  add_lost_sales (demand, &sums);
  add_lost_sales (demand, &before);
  add_accuracy (demand, &sums);
  before.forecast_error = NAN;
  if (!add_record (store, &sums, error))
    return NULL;

  return hw_metric_sheet_new (&sums, sums.has_before ? &before : NULL, today);
}

const HwJob hw_metric_job = {
  "kpis", N_("Working out the figures"), run, NULL, (GDestroyNotify) hw_metric_sheet_free, FALSE
};
