/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-draft.h"

#include "core/hw-error.h"
#include "jobs/content/hw-content-sources.h"
#include "jobs/demand/hw-accuracy-job.h"
#include "jobs/demand/hw-forecast-job.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/figures/hw-year-job.h"
#include "jobs/hw-session-private.h"
#include "jobs/report/hw-report-changes.h"
#include "jobs/report/hw-report-orders.h"
#include "jobs/report/hw-report-rows.h"
#include "jobs/report/hw-report-trials.h"
#include "jobs/stock/hw-stock-job.h"
#include "jobs/stock/hw-stock-limits.h"
#include "jobs/watch/hw-watch-job.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-forecast-repo.h"
#include "store/hw-import-repo.h"
#include "store/hw-shop-repo.h"

#include <math.h>

#define KEPT_LOOK 364        /* days of kept forecasts held against what sold */

void
hw_report_draft_clear (HwReportDraft *draft)
{
  g_clear_pointer (&draft->forecast, hw_forecast_plan_free);
  g_clear_pointer (&draft->accuracy, hw_forecast_accuracy_free);
  g_clear_pointer (&draft->forecast_run, g_free);
  g_clear_pointer (&draft->accuracy_run, g_free);
  g_clear_pointer (&draft->kept, g_array_unref);
  g_clear_pointer (&draft->stock, hw_stock_plan_free);
  g_clear_pointer (&draft->stock_run, g_free);
  g_clear_pointer (&draft->orders, g_array_unref);
  g_clear_pointer (&draft->metrics, hw_metric_sheet_free);
  g_clear_pointer (&draft->library, hw_library_free);
  hw_report_assess_clear (&draft->assess);
  hw_report_pilot_clear (&draft->pilot);
  hw_report_scale_clear (&draft->scale);
  g_clear_pointer (&draft->products, g_array_unref);
  g_clear_pointer (&draft->imports, g_array_unref);
  g_clear_pointer (&draft->shops, g_array_unref);
  g_clear_pointer (&draft->changes, g_array_unref);
  g_clear_pointer (&draft->year, hw_year_free);
  g_clear_pointer (&draft->watch, hw_watch_free);
  g_clear_pointer (&draft->trials, g_ptr_array_unref);
  g_clear_pointer (&draft->rows, g_array_unref);
}

/* Those with a value that the KPIs above them do not have. */
static void
keep_typed (HwLibrary *library)
{
  for (guint i = library->figures->len; i > 0; i--)
    {
      const HwFigure *figure = &g_array_index (library->figures, HwFigure, i - 1);

      if (figure->state != HW_METRIC_OK || (figure->metric->compute != NULL && figure->source == HW_FIGURE_WORKED_OUT))
        g_array_remove_index (library->figures, i - 1);
    }
}

static const char *
find_source (const char *id)
{
  const HwSource *source = hw_content_find_source (id);

  return source != NULL ? source->title : NULL;
}

static gboolean
compute (HwReportDraft         *draft,
         HwSession     *session,
         const HwTick  *tick,
         GError       **error)
{
  const HwForecastRequest forecast = { 0 };
  const HwStockRequest stock = { 0 };

  draft->forecast = hw_forecast_job.run (session, &forecast, tick, error);
  if (draft->forecast == NULL)
    return FALSE;

  draft->accuracy = hw_accuracy_job.run (session, &(HwAccuracyRequest) { TRUE, draft->forecast->by }, tick, error);
  if (draft->accuracy == NULL)
    return FALSE;

  draft->stock = hw_stock_job.run (session, &stock, tick, error);
  if (draft->stock == NULL)
    return FALSE;

  draft->metrics = hw_metric_job.run (session, NULL, tick, error);
  draft->library = draft->metrics != NULL ? hw_library_job.run (session, NULL, tick, error) : NULL;
  if (draft->library == NULL)
    return FALSE;

  keep_typed (draft->library);
  return hw_report_assess_load (&draft->assess, session, &draft->report, tick, error) &&
         hw_report_pilot_load (&draft->pilot, session, &draft->report, tick, error) &&
         hw_report_scale_load (&draft->scale, session, &draft->report, tick, error);
}

static void
take_kept (const HwKeptForecast *kept,
           gpointer              data)
{
  const HwReportKept day = { kept->day, kept->mean, kept->simple, kept->lo80, kept->hi80 };

  if (kept->product_id == 0 && kept->category == NULL && !isnan (kept->simple))
    g_array_append_val ((GArray *) data, day);
}

/* Days without any sale were closed: they count nowhere. Rows and days are in order. */
static void
drop_closed (HwReportDraft *draft)
{
  guint n = 0, r = 0;

  for (guint i = 0; i < draft->kept->len; i++)
    {
      const HwReportKept kept = g_array_index (draft->kept, HwReportKept, i);

      while (r < draft->rows->len && g_array_index (draft->rows, HwReportRow, r).day < kept.day)
        r++;
      if (r < draft->rows->len && g_array_index (draft->rows, HwReportRow, r).day == kept.day)
        g_array_index (draft->kept, HwReportKept, n++) = kept;
    }

  g_array_set_size (draft->kept, n);
}

/* What was expected of all products together, day by day. */
static gboolean
load_kept (HwReportDraft    *draft,
           HwStore  *store,
           HwDay     last,
           GError  **error)
{
  draft->kept = g_array_new (FALSE, FALSE, sizeof (HwReportKept));
  if (!hw_forecast_repo_each_kept (store, last - KEPT_LOOK + 1, last, 1, take_kept, draft->kept, error))
    return FALSE;

  drop_closed (draft);
  return TRUE;
}

/* None without sales. */
static gboolean
load_watch (HwReportDraft  *draft,
            HwSession      *session,
            GError        **error)
{
  g_autoptr (GError) local = NULL;

  draft->watch = hw_watch_job.run (session, NULL, NULL, &local);
  if (draft->watch == NULL && !g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

gboolean
hw_report_draft_load (HwReportDraft  *draft,
                      HwSession      *session,
                      const HwTick   *tick,
                      GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  gint64 n;

  if (!compute (draft, session, tick, error) ||
      (draft->products = hw_product_repo_list (store, error)) == NULL ||
      (draft->imports = hw_import_repo_list (store, error)) == NULL ||
      (draft->shops = hw_shop_repo_list (store, error)) == NULL ||
      !hw_sale_repo_span (store, &draft->report.first_day, &draft->report.last_day, &n, error))
    return FALSE;

  /* The same days as the forecast and the figures: up to the day before today. */
  if (!hw_sale_repo_last_before (store, hw_session_get_today (session), &draft->report.last_day, error))
    return FALSE;

  draft->rows = hw_report_rows_load (store, draft->products, draft->imports, draft->shops, draft->report.first_day,
                                     draft->report.last_day, &draft->report.rows_by, error);
  if (draft->rows == NULL ||
      !load_kept (draft, store, draft->report.last_day, error) ||
      (draft->orders = hw_report_orders_load (session, tick, error)) == NULL ||
      (draft->changes = hw_report_changes_load (store, error)) == NULL ||
      (draft->year = hw_year_job.run (session, NULL, tick, error)) == NULL ||
      !load_watch (draft, session, error) ||
      (draft->trials = hw_report_trials_load (session, tick, error)) == NULL)
    return FALSE;

  draft->report.business = hw_session_get_business (session);
  draft->report.as_of = hw_session_get_today (session);
  draft->report.products = draft->products;
  draft->report.rows = draft->rows;
  draft->report.shops = draft->shops->len > 0 ? draft->shops : NULL;
  draft->report.forecast = draft->forecast;
  draft->forecast_run = hw_session_dup_run_id (session, "forecast");
  draft->accuracy_run = hw_session_dup_run_id (session, "accuracy");
  draft->report.forecast_run = draft->forecast_run;
  draft->report.accuracy = draft->accuracy;
  draft->report.accuracy_run = draft->accuracy_run;
  draft->report.kept = draft->kept;
  draft->report.stock = draft->stock;
  draft->stock_run = hw_session_dup_run_id (session, "stock");
  draft->report.stock_run = draft->stock_run;
  draft->report.stock_ways = HW_STOCK_PATHS;
  draft->report.orders = draft->orders;
  draft->report.metrics = draft->metrics;
  draft->report.figures = draft->library->figures;
  draft->report.find_source = find_source;
  draft->report.imports = draft->imports;
  draft->report.changes = draft->changes;
  draft->report.year = draft->year;
  draft->report.watch = draft->watch;
  draft->report.trials = draft->trials;
  return TRUE;
}
