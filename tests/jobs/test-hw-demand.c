/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-forecast-job.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/stock/hw-stock-job.h"
#include "support/hw-test-business.h"

/* A Monday. Sales run from Monday 2025-09-01 to Saturday 2026-02-28. */
#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define FIRST (hw_day_from_ymd (2025, 9, 1))
#define HOLIDAY (hw_day_from_ymd (2025, 12, 25)) /* a Thursday */

/* Rye sells 10 a day, 20 on Saturdays, never on Sundays nor on the holiday; 3 on
 * the sold-out Friday 2026-02-20. Jam sells on Mondays only. */
static char *
make_sales (void)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  char iso[HW_DAY_ISO_SIZE];

  for (HwDay day = FIRST; day < TODAY; day++)
    {
      const int weekday = hw_day_weekday (day);
      const int rye = day == hw_day_from_ymd (2026, 2, 20) ? 3 : weekday == 5 ? 20 : 10;

      if (weekday == 6 || day == HOLIDAY)
        continue;

      hw_day_write_iso (day, iso);
      g_string_append_printf (text, "%s,Rye,%d,%d.00\n", iso, rye, rye * 4);
      if (weekday == 0)
        g_string_append_printf (text, "%s,Jam,2,6.00\n", iso);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
open_shop (HwTestBusiness *business)
{
  static const char stock[] = "Date,Product,Quantity on hand\n2026-02-20,Rye,0\n2026-02-28,Rye,5\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *sales = make_sales ();
  g_autoptr (HwImportReport) a = NULL;
  g_autoptr (HwImportReport) b = NULL;

  hw_test_business_open (business, TODAY);
  a = hw_test_business_import (business, "sales.csv", sales, &error);
  g_assert_no_error (error);
  b = hw_test_business_import (business, "stock.csv", stock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (b->kind, ==, HW_IMPORT_STOCK);
}

static HwForecastPlan *
forecast (const HwTestBusiness    *business,
          const HwForecastRequest *request)
{
  g_autoptr (GError) error = NULL;
  HwForecastPlan *plan = hw_session_run (business->session, &hw_forecast_job, request, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static const HwForecastSeries *
find (const HwForecastPlan *plan,
      const char           *key)
{
  for (guint i = 0; i < plan->series->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (plan->series, i);

      if (g_str_equal (series->key, key))
        return series;
    }

  g_assert_not_reached ();
}

static gboolean
has_past (const HwForecastSeries *series,
          HwDay                   day)
{
  for (guint i = 0; i < series->past->len; i++)
    if (g_array_index (series->past, HwPastPoint, i).day == day)
      return TRUE;

  return FALSE;
}

static HwPastPoint
past_of (const HwForecastSeries *series,
         HwDay                   day)
{
  for (guint i = 0; i < series->past->len; i++)
    if (g_array_index (series->past, HwPastPoint, i).day == day)
      return g_array_index (series->past, HwPastPoint, i);

  g_assert_not_reached ();
}

/* Sundays are no days at all, the holiday is closed, a day without jam is a day
 * on which none sold, and the empty shelf is marked. */
static void
test_days_are_what_they_were (void)
{
  const HwForecastRequest request = { TRUE, HW_BY_DAY, 14 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) plan = NULL;
  const HwForecastSeries *rye, *jam;

  open_shop (&business);
  plan = forecast (&business, &request);
  rye = find (plan, "Rye");
  jam = find (plan, "Jam");

  g_assert_false (has_past (rye, hw_day_from_ymd (2026, 2, 22)));
  g_assert_cmpint (past_of (rye, HOLIDAY).state, ==, HW_PAST_CLOSED);
  g_assert_cmpint (past_of (jam, hw_day_from_ymd (2026, 2, 24)).state, ==, HW_PAST_SEEN);
  g_assert_cmpfloat (past_of (jam, hw_day_from_ymd (2026, 2, 24)).units, ==, 0.0);
  g_assert_cmpint (past_of (rye, hw_day_from_ymd (2026, 2, 20)).state, ==, HW_PAST_SOLD_OUT);
  g_assert_cmpint (plan->season, ==, 6);
}

/* Sales that begin in the middle of a month are known since then, though the first month
 * that counts is the next. */
static void
test_known_since_the_first_sale (void)
{
  const HwForecastRequest request = { TRUE, HW_BY_MONTH, 3 };
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwForecastPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const HwDay begin = hw_day_from_ymd (2025, 10, 30);
  char iso[HW_DAY_ISO_SIZE];

  for (HwDay day = begin; day < TODAY; day++)
    g_string_append_printf (text, "%s,Rye,2,8.00\n", hw_day_write_iso (day, iso));

  hw_test_business_open (&business, TODAY);
  report = hw_test_business_import (&business, "sales.csv", text->str, &error);
  g_assert_no_error (error);
  plan = forecast (&business, &request);
  g_assert_cmpint (g_array_index (find (plan, "Rye")->past, HwPastPoint, 0).day, ==, hw_day_from_ymd (2025, 11, 1));
  g_assert_cmpint (plan->first_day, ==, begin);
}

/* The weekly pattern is found again; Sundays expect nothing. */
static void
test_forecast_keeps_the_week (void)
{
  const HwForecastRequest request = { TRUE, HW_BY_DAY, 14 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) plan = NULL;
  const HwForecastSeries *rye;

  open_shop (&business);
  plan = forecast (&business, &request);
  rye = find (plan, "Rye");
  g_assert_cmpuint (rye->ahead->len, ==, 14);

  for (guint i = 0; i < rye->ahead->len; i++)
    {
      const HwForecastPoint *point = &g_array_index (rye->ahead, HwForecastPoint, i);
      const int weekday = hw_day_weekday (point->day);

      g_assert_cmpint (point->day, ==, TODAY + (HwDay) i);
      g_assert_true (point->lo95 <= point->lo80 && point->lo80 <= point->mean &&
                     point->mean <= point->hi80 && point->hi80 <= point->hi95);
      if (weekday == 6)
        g_assert_cmpfloat (point->hi95, ==, 0.0);
      else
        g_assert_cmpfloat_with_epsilon (point->mean, weekday == 5 ? 20.0 : 10.0, 1.0);
    }
}

/* 26 whole weeks of 70 (one with a closed day), chosen periods start on Mondays. */
static void
test_weeks_are_whole (void)
{
  const HwForecastRequest request = { TRUE, HW_BY_WEEK, 4 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) plan = NULL;
  const HwForecastSeries *rye;

  open_shop (&business);
  plan = forecast (&business, &request);
  rye = find (plan, "Rye");
  g_assert_cmpuint (rye->past->len, ==, 26);
  g_assert_cmpfloat (past_of (rye, FIRST).units, ==, 70.0);
  g_assert_cmpfloat (past_of (rye, hw_day_from_ymd (2025, 12, 22)).units, ==, 60.0);
  g_assert_cmpint (g_array_index (rye->ahead, HwForecastPoint, 0).day, ==, TODAY);
}

static void
test_by_is_chosen_from_the_data (void)
{
  const HwForecastRequest request = { 0 };
  static const char now_and_then[] =
    "Date,Product,Qty,Amount\n2024-01-05,Bell,1,9.00\n2024-05-07,Bell,1,9.00\n2024-09-20,Bell,1,9.00\n"
    "2025-02-11,Bell,2,18.00\n2025-06-05,Bell,1,9.00\n2025-11-30,Bell,1,9.00\n2026-02-20,Bell,1,9.00\n";
  g_auto (HwTestBusiness) shop = { 0 };
  g_auto (HwTestBusiness) workshop = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwForecastPlan) often = NULL;
  g_autoptr (HwForecastPlan) seldom = NULL;
  g_autoptr (HwImportReport) report = NULL;

  open_shop (&shop);
  often = forecast (&shop, &request);
  g_assert_cmpint (often->by, ==, HW_BY_DAY);
  g_assert_cmpint (often->horizon, ==, 28);

  hw_test_business_open (&workshop, TODAY);
  report = hw_test_business_import (&workshop, "bells.csv", now_and_then, &error);
  g_assert_no_error (error);
  seldom = forecast (&workshop, &request);
  g_assert_cmpint (seldom->by, ==, HW_BY_MONTH);
  g_assert_cmpint (seldom->horizon, ==, 6);
}

/* Five left, ten sell each day, three days to wait: order; without a count: say so. */
static void
test_order_of_today (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStockPlan) plan = NULL;

  open_shop (&business);
  plan = hw_session_run (business.session, &hw_stock_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->lines->len, ==, 2);

  const HwStockLine *rye = g_ptr_array_index (plan->lines, 0);
  const HwStockLine *jam = g_ptr_array_index (plan->lines, 1);

  g_assert_cmpstr (rye->key, ==, "Rye");
  g_assert_cmpint (rye->reason, ==, HW_STOCK_ORDER);
  g_assert_true (rye->lead_assumed);
  g_assert_cmpint (rye->on_hand, ==, 50000);
  g_assert_cmpint (rye->order_now, >, 0);
  g_assert_cmpint (rye->order_now, ==, rye->order_up_to - rye->on_hand);
  g_assert_cmpint (rye->order_now % HW_QUANTITY_ONE, ==, 0);
  g_assert_cmpint (rye->at_risk, >, 0);
  g_assert_cmpint (jam->reason, ==, HW_STOCK_NO_COUNT);
  g_assert_cmpint (jam->order_now, ==, 0);
  g_assert_cmpuint (plan->n_orders, ==, 1);
}

/* What is dated on or after today is not known today: neither a slip of the pen
 * nor an honest later row changes a digit. */
static void
test_the_future_is_not_seen (void)
{
  const HwForecastRequest request = { TRUE, HW_BY_DAY, 14 };
  static const char later[] = "Date,Product,Qty,Amount\n2026-03-02,Rye,900,3600.00\n2026-12-24,Rye,1,4.00\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwForecastPlan) before = NULL;
  g_autoptr (HwForecastPlan) after = NULL;
  g_autoptr (HwImportReport) report = NULL;

  open_shop (&business);
  before = forecast (&business, &request);
  report = hw_test_business_import (&business, "later.csv", later, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->rows_imported, ==, 2);
  after = forecast (&business, &request);
  g_assert_cmpmem (find (before, "Rye")->ahead->data, 14 * sizeof (HwForecastPoint),
                   find (after, "Rye")->ahead->data, 14 * sizeof (HwForecastPoint));
}

/* Counted today at opening, sold since: the shelf, not the count, and only what
 * was counted, say how long the stock lasts. */
static void
test_stock_lasts (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwMetricSheet) sheet = NULL;
  const HwMetricValue *value;

  open_shop (&business);
  sheet = hw_session_run (business.session, &hw_metric_job, NULL, NULL, &error);
  g_assert_no_error (error);
  value = hw_metric_sheet_find (sheet, "days_inventory");
  g_assert_cmpint (value->state, ==, HW_METRIC_OK);
  g_assert_cmpfloat_with_epsilon (value->value, 5.0 / 10.0, 0.05); /* 5 rye left, 70 sell in a week */
  g_assert_cmpint (sheet->sums.to, ==, hw_day_from_ymd (2026, 2, 28));
}

/* Bells were counted and have not sold for half a year: what they cost is dead
 * stock, and with the rye it is all the stock there is. Counted today, after the
 * last sale: the figures see it all the same. */
static void
test_dead_stock_is_of_the_same_shelves (void)
{
  static const char products[] = "SKU,Product,Unit cost\nRye,Rye,2.00\nBell,Bell,10.00\n";
  static const char stock[] = "Product,Quantity on hand\nRye,5\nBell,3\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwMetricSheet) sheet = NULL;
  g_autoptr (HwImportReport) a = NULL;
  g_autoptr (HwImportReport) b = NULL;
  const HwMetricValue *value;

  open_shop (&business);
  a = hw_test_business_import (&business, "products.csv", products, &error);
  g_assert_no_error (error);
  b = hw_test_business_import (&business, "shelves.csv", stock, &error);
  g_assert_no_error (error);
  sheet = hw_session_run (business.session, &hw_metric_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sheet->sums.stock_value, ==, 400000);
  value = hw_metric_sheet_find (sheet, "dead_stock_share");
  g_assert_cmpint (value->state, ==, HW_METRIC_OK);
  g_assert_cmpfloat_with_epsilon (value->value, 30.0 / 40.0, 1e-12);
}

/* The same file on the same day gives the same figures, bit for bit. */
static void
test_repeats (void)
{
  const HwForecastRequest request = { TRUE, HW_BY_DAY, 28 };
  g_auto (HwTestBusiness) a = { 0 };
  g_auto (HwTestBusiness) b = { 0 };
  g_autoptr (HwForecastPlan) x = NULL;
  g_autoptr (HwForecastPlan) y = NULL;

  open_shop (&a);
  open_shop (&b);
  x = forecast (&a, &request);
  y = forecast (&b, &request);
  for (guint i = 0; i < x->series->len; i++)
    {
      const HwForecastSeries *s = g_ptr_array_index (x->series, i);
      const HwForecastSeries *t = g_ptr_array_index (y->series, i);

      g_assert_cmpmem (s->ahead->data, s->ahead->len * sizeof (HwForecastPoint),
                       t->ahead->data, t->ahead->len * sizeof (HwForecastPoint));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/demand/days-are-what-they-were", test_days_are_what_they_were);
  g_test_add_func ("/jobs/demand/known-since-the-first-sale", test_known_since_the_first_sale);
  g_test_add_func ("/jobs/demand/forecast-keeps-the-week", test_forecast_keeps_the_week);
  g_test_add_func ("/jobs/demand/weeks-are-whole", test_weeks_are_whole);
  g_test_add_func ("/jobs/demand/by-is-chosen-from-the-data", test_by_is_chosen_from_the_data);
  g_test_add_func ("/jobs/demand/order-of-today", test_order_of_today);
  g_test_add_func ("/jobs/demand/the-future-is-not-seen", test_the_future_is_not_seen);
  g_test_add_func ("/jobs/demand/stock-lasts", test_stock_lasts);
  g_test_add_func ("/jobs/demand/dead-stock-is-of-the-same-shelves", test_dead_stock_is_of_the_same_shelves);
  g_test_add_func ("/jobs/demand/repeats", test_repeats);

  return g_test_run ();
}
