/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-forecast-repo.h"

#include "domain/hw-records.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"

#include <math.h>

#define KEEP_DAYS 60

#define SQL_DROP_RUN "DELETE FROM forecast_run WHERE as_of = ? AND period = ? AND last_day = ?"

#define SQL_ADD_RUN \
  "INSERT INTO forecast_run (as_of, period, last_day, horizon, season) VALUES (?, ?, ?, ?, ?)"

#define SQL_ADD_SERIES \
  "INSERT INTO forecast_series (run_id, product_id, missing, method, error, simple_error, period_revenue, category)" \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

#define SQL_ADD_POINT \
  "INSERT INTO forecast (series_id, day, mean, lo80, hi80, lo95, hi95, simple) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

/* Weeks are counted from Monday, as everywhere: day 4 was one. Of each old week the
 * last run stays; those of one day are told apart by id. */
#define SQL_PRUNE \
  "DELETE FROM forecast_run WHERE as_of < ?1 AND EXISTS (SELECT 1 FROM forecast_run AS later" \
  " WHERE later.period = forecast_run.period AND later.as_of < ?1" \
  " AND (later.as_of - 4) / 7 = (forecast_run.as_of - 4) / 7" \
  " AND (later.as_of > forecast_run.as_of OR (later.as_of = forecast_run.as_of AND later.id > forecast_run.id)))"

/* max() picks the row that the rest comes from. */
#define SQL_EACH_KEPT \
  "SELECT s.product_id, s.category, f.day, r.as_of, f.mean, f.lo80, f.hi80, f.lo95, f.hi95, f.simple," \
  " max (r.as_of * 4294967296 + r.last_day)" \
  " FROM forecast_run AS r JOIN forecast_series AS s ON s.run_id = r.id JOIN forecast AS f ON f.series_id = s.id" \
  " WHERE r.period = 'day' AND r.as_of < ?2 AND r.last_day + r.horizon + 7 >= ?1" \
  " AND f.day BETWEEN ?1 AND ?2 AND r.as_of + ?3 <= f.day" \
  " GROUP BY s.product_id, s.category, f.day ORDER BY s.product_id, s.category, f.day"

#define SQL_COUNT_RUNS \
  "SELECT count(*) FROM forecast_run AS r WHERE r.period = 'day' AND r.as_of < ?2" \
  " AND EXISTS (SELECT 1 FROM forecast_series AS s JOIN forecast AS f ON f.series_id = s.id" \
  "  WHERE s.run_id = r.id AND f.day BETWEEN ?1 AND ?2 AND r.as_of < f.day)"

/* For each product and day the latest run made before it: max() picks the row
 * that the mean comes from. Days on which the whole business sold nothing were
 * closed, not wrong. */
#define SQL_RECORD \
  "SELECT mean, (SELECT sum (quantity) FROM sale WHERE sale.product_id = kept.product_id AND sale.day = kept.day)" \
  " FROM (SELECT s.product_id AS product_id, f.day AS day, f.mean AS mean," \
  "  max (r.as_of * 4294967296 + r.last_day)" \
  "  FROM forecast_run AS r JOIN forecast_series AS s ON s.run_id = r.id" \
  "  JOIN forecast AS f ON f.series_id = s.id" \
  "  WHERE r.period = 'day' AND r.as_of < ?2 AND r.last_day + r.horizon >= ?1" \
  "  AND s.product_id IS NOT NULL AND f.day BETWEEN ?1 AND ?2 AND r.as_of < f.day" \
  "  GROUP BY s.product_id, f.day) AS kept" \
  " WHERE EXISTS (SELECT 1 FROM sale WHERE sale.day = kept.day) ORDER BY product_id, day"

static gint64
last_id (HwStore *store)
{
  return sqlite3_last_insert_rowid (hw_store_get_db (store));
}

static gboolean
drop_run (HwStore               *store,
          const HwForecastPlan  *plan,
          GError               **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_DROP_RUN, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, plan->as_of);
  hw_statement_set_text (stmt, 2, hw_by_id (plan->by));
  hw_statement_set_int (stmt, 3, plan->last_day);
  return hw_statement_run (stmt, error);
}

static gboolean
add_run (HwStore               *store,
         const HwForecastPlan  *plan,
         gint64                *run_id,
         GError               **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_RUN, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, plan->as_of);
  hw_statement_set_text (stmt, 2, hw_by_id (plan->by));
  hw_statement_set_int (stmt, 3, plan->last_day);
  hw_statement_set_int (stmt, 4, plan->horizon);
  hw_statement_set_int (stmt, 5, plan->season);
  if (!hw_statement_run (stmt, error))
    return FALSE;

  *run_id = last_id (store);
  return TRUE;
}

static gboolean
add_series (HwStore                 *store,
            gint64                   run_id,
            const HwForecastSeries  *series,
            gint64                  *series_id,
            GError                 **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_SERIES, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, run_id);
  hw_statement_set_id (stmt, 2, series->product_id);
  hw_statement_set_int (stmt, 3, series->missing);
  hw_statement_set_text (stmt, 4, hw_method_id (series->method));
  hw_statement_set_double (stmt, 5, series->error);
  hw_statement_set_double (stmt, 6, series->simple_error);
  hw_statement_set_double (stmt, 7, series->period_revenue);
  hw_statement_set_text (stmt, 8, series->category);
  if (!hw_statement_run (stmt, error))
    return FALSE;

  *series_id = last_id (store);
  return TRUE;
}

static gboolean
add_points (HwStore       *store,
            gint64         series_id,
            const GArray  *points,
            GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_POINT, error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < points->len; i++)
    {
      const HwForecastPoint *point = &g_array_index (points, HwForecastPoint, i);

      hw_statement_set_int (stmt, 1, series_id);
      hw_statement_set_int (stmt, 2, point->day);
      hw_statement_set_double (stmt, 3, point->own ? point->model : point->mean);
      hw_statement_set_double (stmt, 4, point->lo80);
      hw_statement_set_double (stmt, 5, point->hi80);
      hw_statement_set_double (stmt, 6, point->lo95);
      hw_statement_set_double (stmt, 7, point->hi95);
      hw_statement_set_double (stmt, 8, point->simple);
      if (!hw_statement_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_all (HwStore          *store,
         gint64            run_id,
         const GPtrArray  *list,
         GError          **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (list, i);
      gint64 series_id;

      if (!add_series (store, run_id, series, &series_id, error) ||
          !add_points (store, series_id, series->ahead, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save (HwStore               *store,
      const HwForecastPlan  *plan,
      gint64                *run_id,
      GError               **error)
{
  return drop_run (store, plan, error) && add_run (store, plan, run_id, error) &&
         add_all (store, *run_id, plan->series, error) && add_all (store, *run_id, plan->categories, error);
}

gboolean
hw_forecast_repo_save (HwStore         *store,
                       HwForecastPlan  *plan,
                       GError         **error)
{
  gint64 run_id = 0;

  if (!hw_store_enter (store, error) ||
      !hw_store_leave (store, save (store, plan, &run_id, error), error))
    return FALSE;

  plan->run_id = run_id;
  return TRUE;
}

gboolean
hw_forecast_repo_prune (HwStore  *store,
                        HwDay     today,
                        GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_PRUNE, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, today - KEEP_DAYS);
  return hw_statement_run (stmt, error);
}

gboolean
hw_forecast_repo_each_kept (HwStore             *store,
                            HwDay                from,
                            HwDay                to,
                            int                  ahead,
                            HwKeptForecastFunc   func,
                            gpointer             data,
                            GError             **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_EACH_KEPT, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);
  hw_statement_set_int (stmt, 3, MAX (ahead, 1));
  while (hw_statement_next (stmt, error))
    {
      const HwKeptForecast kept = {
        .product_id = hw_statement_get_int (stmt, 0), .category = hw_statement_get_text (stmt, 1),
        .day = hw_statement_get_day (stmt, 2), .as_of = hw_statement_get_day (stmt, 3),
        .mean = hw_statement_get_double (stmt, 4),
        .lo80 = hw_statement_get_double (stmt, 5), .hi80 = hw_statement_get_double (stmt, 6),
        .lo95 = hw_statement_get_double (stmt, 7), .hi95 = hw_statement_get_double (stmt, 8),
        .simple = hw_statement_get_known (stmt, 9) == HW_UNKNOWN ? NAN : hw_statement_get_double (stmt, 9),
      };

      func (&kept, data);
    }

  return hw_statement_done (stmt);
}

gboolean
hw_forecast_repo_count_runs (HwStore  *store,
                             HwDay     from,
                             HwDay     to,
                             gint64   *n,
                             GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_COUNT_RUNS, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);
  if (!hw_statement_next (stmt, error))
    return FALSE;

  *n = hw_statement_get_int (stmt, 0);
  return TRUE;
}

gboolean
hw_forecast_repo_record (HwStore           *store,
                         HwDay              from,
                         HwDay              to,
                         HwForecastRecord  *record,
                         GError           **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_RECORD, error);
  HwForecastRecord sum = { 0 };

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);
  while (hw_statement_next (stmt, error))
    {
      const double actual = hw_scaled_to_double (hw_statement_get_int (stmt, 1));
      const double off = hw_statement_get_double (stmt, 0) - actual;

      sum.n++;
      sum.abs_error += fabs (off);
      sum.error += off;
      sum.actual += actual;
    }

  if (!hw_statement_done (stmt))
    return FALSE;

  *record = sum;
  return TRUE;
}
