/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-forecast-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-store-fixture.h"

/* A run made for @as_of, with one series for @product_id: @mean units on each of
 * the @n days after @last_day. */
static HwForecastPlan *
make_plan (HwDay  as_of,
           HwDay  last_day,
           gint64 product_id,
           int    n,
           double mean)
{
  HwForecastPlan *plan = hw_forecast_plan_new ();
  HwForecastSeries *total = hw_forecast_series_new ();
  HwForecastSeries *series = hw_forecast_series_new ();

  plan->by = HW_BY_DAY;
  plan->horizon = n;
  plan->as_of = as_of;
  plan->last_day = last_day;
  plan->season = 7;
  series->product_id = product_id;
  series->method = HW_METHOD_MIX;

  for (int i = 1; i <= n; i++)
    {
      const HwForecastPoint point = {
        .day = last_day + i, .mean = mean, .lo80 = mean - 1, .hi80 = mean + 1, .lo95 = mean - 2, .hi95 = mean + 2,
      };

      g_array_append_val (series->ahead, point);
      g_array_append_val (total->ahead, point);
    }

  g_ptr_array_add (plan->series, total);
  g_ptr_array_add (plan->series, series);
  return plan;
}

static void
keep (HwStore        *store,
      HwForecastPlan *plan)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_forecast_repo_save (store, plan, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plan->run_id, >, 0);
  hw_forecast_plan_free (plan);
}

static void
sell (HwStore   *store,
      gint64     product_id,
      HwDay      day,
      HwQuantity quantity)
{
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, NULL);
  const HwSale sale = { .day = day, .product_id = product_id, .quantity = quantity, .minute = -1 };

  g_assert_true (hw_sale_writer_add (writer, &sale, NULL));
}

static void
test_save_replaces (Fixture      *fixture,
                    gconstpointer data)
{
  HwStore *store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);

  keep (store, make_plan (20000, 19999, roll, 28, 5));
  keep (store, make_plan (20000, 19999, roll, 3, 7.5));
  keep (store, make_plan (20001, 20000, roll, 2, 6));
  hw_store_close (store);

  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast_run"), ==, 2);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast_series"), ==, 4);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast"), ==, 10);
  g_assert_cmpint (ask_sql (fixture->path,
    "SELECT count (*) FROM forecast JOIN forecast_series AS s ON s.id = series_id"
    " WHERE day = 20000 AND mean = 7.5 AND lo80 = 6.5 AND hi80 = 8.5 AND lo95 = 5.5 AND hi95 = 9.5"
    " AND method = 'mix' AND product_id = 1"), ==, 1);
}

/* A product that is not there: the run before stays as it was. */
static void
test_save_all_or_nothing (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HwStore *store = fixture_create (fixture);
  g_autoptr (HwForecastPlan) bad = make_plan (20000, 19999, 77, 3, 1);

  keep (store, make_plan (20000, 19999, add_product (store, "Roll", 1, 1, 0), 3, 5));
  g_assert_false (hw_forecast_repo_save (store, bad, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
  g_assert_cmpint (bad->run_id, ==, 0);
  hw_store_close (store);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast WHERE mean = 5"), ==, 6);
}

/* Made on day 0 for days 1 to 3: 5 each; made on day 1 for days 2 and 3: 8 each.
 *   day 1: 5 against 4 sold; day 2: 8 against 10; day 3: nobody sold anything:
 *   closed. The run of day 2 for day 2 itself came too late to count.
 *   errors +1 and -2: absolute 3, signed -1, actual 14. */
static void
test_record (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  const gint64 other = add_product (store, "Other", 1, 1, 0);
  HwForecastRecord record;
  HwForecastPlan *weekly = make_plan (20000, 20000, roll, 3, 99);

  weekly->by = HW_BY_WEEK;
  keep (store, weekly);
  keep (store, make_plan (20000, 20000, roll, 3, 5));
  keep (store, make_plan (20001, 20001, roll, 2, 8));
  keep (store, make_plan (20002, 20001, roll, 1, 77));
  sell (store, roll, 20001, 30000);
  sell (store, roll, 20001, 10000);
  sell (store, roll, 20002, 100000);
  sell (store, other, 20002, 100000);

  g_assert_true (hw_forecast_repo_record (store, 20001, 20010, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (record.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (record.abs_error, 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (record.error, -1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (record.actual, 14.0, 1e-12);

  /* A day on which only others sold counts as nothing sold. */
  sell (store, other, 20003, 10000);
  g_assert_true (hw_forecast_repo_record (store, 20003, 20003, &record, &error));
  g_assert_cmpint (record.n, ==, 1);
  g_assert_cmpfloat_with_epsilon (record.error, 8.0, 1e-12);

  g_assert_true (hw_forecast_repo_record (store, 30000, 30010, &record, &error));
  g_assert_cmpint (record.n, ==, 0);
}

/* --- what was kept, to be held against what came --- */

static void
add_category (HwForecastPlan *plan)
{
  HwForecastSeries *series = hw_forecast_series_new ();
  const HwForecastPoint point = { .day = plan->last_day + 1, .mean = 40.0, .model = 30.0, .own = TRUE, .simple = 20.0 };

  series->category = g_strdup ("Bread");
  g_array_append_val (series->ahead, point);
  g_ptr_array_add (plan->categories, series);
}

static void
note_kept (const HwKeptForecast *kept,
           gpointer              data)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT "%s %d made %d: %g simple %g;", kept->product_id,
                          kept->category != NULL ? kept->category : "", kept->day, kept->as_of, kept->mean, kept->simple);
}

/* Of each series and day the newest forecast made before it, without the owner's own
 * figure; as far ahead as asked. */
static void
test_each_kept (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) newest = g_string_new (NULL);
  g_autoptr (GString) far = g_string_new (NULL);
  HwForecastPlan *plan = make_plan (20001, 20000, roll, 3, 7);
  gint64 n;

  add_category (plan);
  keep (store, make_plan (20000, 19999, roll, 4, 5));
  keep (store, plan);
  g_assert_true (hw_forecast_repo_each_kept (store, 20001, 20002, 1, note_kept, newest, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (newest->str, ==,
                   "0 20001 made 20000: 5 simple 0;0 20002 made 20001: 7 simple 0;"
                   "1 20001 made 20000: 5 simple 0;1 20002 made 20001: 7 simple 0;");
  g_assert_true (hw_forecast_repo_each_kept (store, 20002, 20002, 2, note_kept, far, &error));
  g_assert_cmpstr (far->str, ==, "0 20002 made 20000: 5 simple 0;1 20002 made 20000: 5 simple 0;");

  g_assert_true (hw_forecast_repo_count_runs (store, 20001, 20002, &n, &error));
  g_assert_cmpint (n, ==, 2);
  g_assert_true (hw_forecast_repo_count_runs (store, 20003, 20003, &n, &error));
  g_assert_cmpint (n, ==, 2);
  g_assert_true (hw_forecast_repo_count_runs (store, 20009, 20010, &n, &error));
  g_assert_cmpint (n, ==, 0);
}

static void
test_category_and_own (Fixture      *fixture,
                       gconstpointer data)
{
  HwStore *store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  HwForecastPlan *plan = make_plan (20001, 20000, roll, 1, 7);

  add_category (plan);
  keep (store, plan);
  hw_store_close (store);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast_series WHERE category = 'Bread'"), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast_series WHERE category IS NULL"), ==, 2);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT mean FROM forecast WHERE simple = 20"), ==, 30);
}

/* 100 days, two runs a day now and then: 60 days whole, older ones once a week. */
static void
test_prune (Fixture      *fixture,
            gconstpointer data)
{
  HwStore *store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  const HwDay today = 20100; /* Monday 2025-01-13 is 20101 */
  g_autoptr (GError) error = NULL;

  for (HwDay day = today - 99; day <= today; day++)
    {
      HwForecastPlan *weekly = make_plan (day, day - 1, roll, 1, 5);

      keep (store, make_plan (day, day - 1, roll, 2, 5));
      if (day % 3 == 0)
        keep (store, make_plan (day, day - 2, roll, 2, 5));
      weekly->by = HW_BY_WEEK;
      keep (store, weekly);
    }

  g_assert_true (hw_forecast_repo_prune (store, today, &error));
  g_assert_no_error (error);
  g_assert_true (hw_forecast_repo_prune (store, today, &error)); /* nothing more to do */
  hw_store_close (store);

  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (DISTINCT as_of) FROM forecast_run WHERE as_of >= 20040 AND period = 'day'"), ==, 61);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast_run WHERE as_of >= 20040 AND period = 'day'"), ==, 61 + 21);
  /* 39 older days lie in seven weeks, the first and the last of them in part. */
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast_run WHERE as_of < 20040 AND period = 'day'"), ==, 7);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast_run WHERE as_of < 20040 AND period = 'week'"), ==, 7);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast_run WHERE as_of < 20040 AND period = 'day'"
                                           " AND as_of <> 20039 AND (as_of + 3) % 7 <> 6"), ==, 0); /* Sundays */
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM forecast WHERE series_id NOT IN (SELECT id FROM forecast_series)"), ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-forecast-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("save-replaces", test_save_replaces);
  ADD ("save-all-or-nothing", test_save_all_or_nothing);
  ADD ("record", test_record);
  ADD ("each-kept", test_each_kept);
  ADD ("category-and-own", test_category_and_own);
  ADD ("prune", test_prune);

  return g_test_run ();
}
