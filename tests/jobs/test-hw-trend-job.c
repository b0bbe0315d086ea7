/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "jobs/figures/hw-trend-job.h"
#include "support/hw-test-business.h"

#include <math.h>

/* A Monday; sales run from Monday 2023-12-04 to Saturday 2026-02-28. */
#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define FIRST (hw_day_from_ymd (2023, 12, 4))
#define JAM_FROM (hw_day_from_ymd (2025, 6, 2))

/* Rye brings 40 a day on six days of the week; jam 6 every other Monday, and costs
 * nobody knows what. */
static void
open_shop (HwTestBusiness *business)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwImportReport) products = NULL;
  g_autoptr (GError) error = NULL;
  char iso[HW_DAY_ISO_SIZE];

  for (HwDay day = FIRST; day < TODAY - 1; day++)
    {
      if (hw_day_weekday (day) == 6)
        continue;

      hw_day_write_iso (day, iso);
      g_string_append_printf (text, "%s,Rye,10,40.00\n", iso);
      if (day >= JAM_FROM && (day - JAM_FROM) % 14 == 0)
        g_string_append_printf (text, "%s,Jam,2,6.00\n", iso);
    }

  hw_test_business_open (business, TODAY);
  report = hw_test_business_import (business, "sales.csv", text->str, &error);
  g_assert_no_error (error);
  products = hw_test_business_import (business, "products.csv", "Product,Price,Cost\nRye,4.00,1.00\n", &error);
  g_assert_no_error (error);
}

static GPtrArray *
look (const HwTestBusiness *business,
      const HwTrendRequest *request)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *trends = hw_session_run (business->session, &hw_trend_job, request, NULL, &error);

  g_assert_no_error (error);
  return trends;
}

static const HwTrendPoint *
point_of (const HwTrend *trend,
          guint          i)
{
  return &g_array_index (trend->past, HwTrendPoint, i);
}

static int
count_jam (const HwTrendPoint *point)
{
  int n = 0;

  for (HwDay day = JAM_FROM; day <= point->to; day += 14)
    n += day >= point->from;

  return n;
}

/* Whole weeks, the last of which ends with the sales. */
static void
test_periods_end_with_the_sales (void)
{
  const HwTrendRequest request = { .metrics = { "revenue", "gross_margin_pct" }, .step = HW_TREND_FOUR_WEEKS, .ahead = 3 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) trends = NULL;
  const HwTrend *revenue, *margin;

  open_shop (&business);
  trends = look (&business, &request);
  g_assert_cmpuint (trends->len, ==, 2);
  revenue = g_ptr_array_index (trends, 0);
  margin = g_ptr_array_index (trends, 1);
  g_assert_cmpuint (revenue->past->len, ==, (guint) (TODAY - 2 - FIRST + 1) / 28);
  g_assert_cmpint (hw_trend_last (revenue)->to, ==, TODAY - 2);
  g_assert_cmpint (revenue->as_of, ==, TODAY);
  for (guint i = 0; i < revenue->past->len; i++)
    {
      const HwTrendPoint *point = point_of (revenue, i);

      g_assert_cmpint (point->to - point->from, ==, 27);
      g_assert_true (i == 0 || point->from == point_of (revenue, i - 1)->to + 1);
      g_assert_cmpfloat (point->value, ==, 24 * 40.0 + count_jam (point) * 6.0);
    }

  g_assert_cmpfloat_with_epsilon (hw_trend_last (margin)->value, 0.75, 1e-9);
}

/* What is expected follows the last period, and shares stay shares. */
static void
test_looks_ahead (void)
{
  const HwTrendRequest request = { .metrics = { "revenue", "gross_margin_pct" }, .step = HW_TREND_FOUR_WEEKS, .ahead = 4 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) trends = NULL;

  open_shop (&business);
  trends = look (&business, &request);
  for (guint k = 0; k < trends->len; k++)
    {
      const HwTrend *trend = g_ptr_array_index (trends, k);

      g_assert_cmpuint (trend->ahead->len, ==, 4);
      for (guint h = 0; h < trend->ahead->len; h++)
        {
          const HwTrendAhead *ahead = &g_array_index (trend->ahead, HwTrendAhead, h);

          g_assert_cmpint (ahead->from, ==, TODAY - 1 + 28 * (HwDay) h);
          g_assert_true (ahead->lo95 <= ahead->lo80 && ahead->lo80 <= ahead->mean &&
                         ahead->mean <= ahead->hi80 && ahead->hi80 <= ahead->hi95);
          g_assert_true (k == 0 || (ahead->lo95 >= 0.0 && ahead->hi95 <= 1.0));
          g_assert_cmpfloat_with_epsilon (ahead->mean, k == 0 ? 972.0 : 0.75, k == 0 ? 15.0 : 0.05);
        }
    }
}

/* A period says what it lacks; nothing about the past is made up. */
static void
test_says_what_is_missing (void)
{
  const HwTrendRequest request = {
    .metrics = { "revenue_growth_yoy", "dead_stock_share", "lost_sales_value", "days_inventory" },
    .step = HW_TREND_FOUR_WEEKS, .ahead = 2,
  };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) trends = NULL;
  g_autoptr (HwImportReport) counted = NULL;
  g_autoptr (GError) error = NULL;
  const HwTrend *growth, *dead;

  open_shop (&business);
  counted = hw_test_business_import (&business, "stock.csv", "Date,Product,Quantity on hand\n2026-02-25,Rye,5\n", &error);
  g_assert_no_error (error);
  trends = look (&business, &request);
  growth = g_ptr_array_index (trends, 0);
  dead = g_ptr_array_index (trends, 1);

  g_assert_cmpint (point_of (growth, 0)->state, ==, HW_METRIC_NO_HISTORY);
  g_assert_true (isnan (point_of (growth, 0)->value));
  g_assert_cmpint (hw_trend_last (growth)->to, ==, TODAY - 2);
  g_assert_cmpint (point_of (dead, dead->past->len - 1)->state, ==, HW_METRIC_OK);
  g_assert_cmpint (point_of (dead, dead->past->len - 2)->state, ==, HW_METRIC_NO_STOCK);
  g_assert_cmpuint (dead->ahead->len, ==, 0);
  for (guint k = 2; k < trends->len; k++)
    g_assert_null (hw_trend_last (g_ptr_array_index (trends, k)));
}

static gint64
find_product (const HwTestBusiness *business,
              const HwTrendRequest *rye_like,
              double                value)
{
  for (gint64 id = 1; id <= 2; id++)
    {
      HwTrendRequest request = *rye_like;
      g_autoptr (GPtrArray) trends = NULL;

      request.product_id = id;
      trends = look (business, &request);
      if (hw_trend_last (g_ptr_array_index (trends, 0))->value == value)
        return id;
    }

  g_assert_not_reached ();
}

/* A week in which a product sold nothing is a zero, one before it came is none. */
static void
test_one_product (void)
{
  HwTrendRequest request = { .metrics = { "revenue", "gross_margin_pct", "new_customers" }, .step = HW_TREND_WEEK, .ahead = 2 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) trends = NULL;
  const HwTrend *jam;
  guint n_zero = 0, n_sold = 0;

  open_shop (&business);
  request.product_id = 3 - find_product (&business, &request, 240.0);
  trends = look (&business, &request);
  jam = g_ptr_array_index (trends, 0);
  for (guint i = 0; i < jam->past->len; i++)
    {
      const HwTrendPoint *point = point_of (jam, i);

      if (point->to < JAM_FROM)
        {
          g_assert_cmpint (point->state, ==, HW_METRIC_NO_SALES);
          continue;
        }

      n_zero += point->value == 0.0;
      n_sold += point->value == 6.0;
    }

  g_assert_cmpuint (n_sold, ==, 20);
  g_assert_cmpuint (n_zero, ==, 19);
  g_assert_null (hw_trend_last (g_ptr_array_index (trends, 1))); /* its cost is not known */
  g_assert_null (hw_trend_last (g_ptr_array_index (trends, 2)));
}

static gboolean
stop (double   done,
      gpointer data)
{
  return done < 0.3;
}

static void
test_refuses (void)
{
  HwTrendRequest request = { .metrics = { "revenue" }, .step = HW_TREND_WEEK };
  const HwTick tick = { stop, NULL };
  g_auto (HwTestBusiness) business = { 0 };
  g_auto (HwTestBusiness) empty = { 0 };
  g_autoptr (GError) error = NULL;

  open_shop (&business);
  g_assert_null (hw_session_run (business.session, &hw_trend_job, &request, &tick, &error));
  g_assert_true (hw_error_is_cancelled (error));
  g_clear_error (&error);

  request.product_id = 999;
  g_assert_null (hw_session_run (business.session, &hw_trend_job, &request, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  g_clear_error (&error);

  request.product_id = 0;
  request.metrics[0] = "moon";
  g_assert_null (hw_session_run (business.session, &hw_trend_job, &request, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  g_clear_error (&error);

  hw_test_business_open (&empty, TODAY);
  request.metrics[0] = "revenue";
  g_assert_null (hw_session_run (empty.session, &hw_trend_job, &request, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend-job/periods-end-with-the-sales", test_periods_end_with_the_sales);
  g_test_add_func ("/trend-job/looks-ahead", test_looks_ahead);
  g_test_add_func ("/trend-job/says-what-is-missing", test_says_what_is_missing);
  g_test_add_func ("/trend-job/one-product", test_one_product);
  g_test_add_func ("/trend-job/refuses", test_refuses);
  return g_test_run ();
}
