/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked about a forecast: how close it came, who was right, what if, and what
 * sales are made of. */
#include "core/hw-error.h"
#include "jobs/demand/hw-accuracy-job.h"
#include "jobs/demand/hw-override-job.h"
#include "jobs/demand/hw-parts-job.h"
#include "jobs/demand/hw-what-if-job.h"
#include "jobs/hw-demand-fixture.h"
#include "jobs/stock/hw-stock-job.h"

#include <math.h>

#define MONDAY (hw_day_from_ymd (2026, 3, 16))

/* Buns sell double on the first Tuesday to Thursday of each month. */
static gboolean
is_offer (HwDay day)
{
  int year, month, mday;

  hw_day_to_ymd (day, &year, &month, &mday);
  return mday <= 7 && hw_day_weekday (day) >= 1 && hw_day_weekday (day) <= 3;
}

static double
offers (const char *product,
        HwDay       day)
{
  return g_str_equal (product, "Bun") && is_offer (day) ? 2.0 : 1.0;
}

static void
keep_offers (const HwTestBusiness *business)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, shop_product (business, "Bun"));

  for (HwDay day = FIRST; day < TODAY; day++)
    if (is_offer (day))
      {
        g_autoptr (HwEntry) entry = shop_event ("promotion", "Bun week", day, day);

        hw_answers_set (entry->answers, "products", id);
        shop_keep (business, entry);
      }
}

static HwWhatIf *
ask (const HwTestBusiness *business,
     gint64                product_id,
     HwKnownEventKind      kind,
     HwDay                 from,
     HwDay                 to,
     double                change)
{
  const HwWhatIfRequest request = { product_id, kind, from, to, change };

  return shop_run (business, &hw_what_if_job, &request);
}

/* An offer that was seen often enough tells what the next one does; one that never was
 * tells nothing; both leave the plan as it is. */
static void
test_what_if_offer (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwWhatIf) unknown = NULL;
  g_autoptr (HwWhatIf) known = NULL;
  g_autoptr (HwForecastPlan) before = NULL;
  g_autoptr (HwForecastPlan) after = NULL;
  gint64 bun;

  shop_open (&business, offers);
  bun = shop_product (&business, "Bun");
  unknown = ask (&business, bun, HW_KNOWN_EVENT_PROMOTION, MONDAY + 1, MONDAY + 3, 0.0);
  g_assert_cmpint (unknown->basis, ==, HW_BASIS_NONE);
  g_assert_cmpfloat (unknown->units_with, ==, unknown->units_without);

  keep_offers (&business);
  before = shop_plan (&business, HW_BY_DAY);
  known = ask (&business, bun, HW_KNOWN_EVENT_PROMOTION, MONDAY + 1, MONDAY + 3, 0.0);
  after = shop_plan (&business, HW_BY_DAY);
  g_assert_cmpint (known->basis, ==, HW_BASIS_OWN);
  g_assert_cmpuint (known->n_seen, >, 20);
  g_assert_cmpfloat_with_epsilon (known->units_without, 180.0, 20.0);
  g_assert_cmpfloat_with_epsilon (known->units_with / known->units_without, 2.0, 0.25);
  g_assert_cmpfloat_with_epsilon (known->money_with, known->units_with * 1.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (known->margin_with, known->units_with * 0.6, 1e-6);
  g_assert_cmpmem (shop_series (before, "Bun")->ahead->data, 60 * sizeof (HwForecastPoint),
                   shop_series (after, "Bun")->ahead->data, 60 * sizeof (HwForecastPoint));
  for (guint i = 0; i < known->points->len; i++)
    {
      const HwWhatIfPoint *point = &g_array_index (known->points, HwWhatIfPoint, i);

      if (point->day < MONDAY + 1 || point->day > MONDAY + 3)
        g_assert_cmpfloat_with_epsilon (point->with, point->without, 1e-9);
    }
}

/* An offer that is entered ahead is in the forecast. */
static void
test_offer_ahead (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) before = NULL;
  g_autoptr (HwForecastPlan) after = NULL;
  g_autoptr (HwEntry) entry = shop_event ("promotion", "Bun week", MONDAY + 1, MONDAY + 3);
  g_autofree char *id = NULL;

  shop_open (&business, offers);
  keep_offers (&business);
  before = shop_plan (&business, HW_BY_DAY);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, shop_product (&business, "Bun"));
  hw_answers_set (entry->answers, "products", id);
  shop_keep (&business, entry);
  after = shop_plan (&business, HW_BY_DAY);
  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (after, "Bun"), MONDAY + 1, MONDAY + 3).mean /
                                  shop_sum (shop_series (before, "Bun"), MONDAY + 1, MONDAY + 3).mean, 1.9, 0.3);
  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (after, "Oat"), MONDAY + 1, MONDAY + 3).mean,
                                  shop_sum (shop_series (before, "Oat"), MONDAY + 1, MONDAY + 3).mean, 1.5);
}

static void
test_what_if_closed (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwWhatIf) closed = NULL;
  g_autoptr (HwForecastPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const HwWhatIfRequest past = { 0, HW_KNOWN_EVENT_CLOSED, TODAY - 1, TODAY, 0.0 };
  const HwWhatIfRequest fair = { 0, HW_KNOWN_EVENT_HOLIDAY, TODAY, TODAY, 0.0 };
  const HwWhatIfRequest nobody = { 99, HW_KNOWN_EVENT_CLOSED, TODAY, TODAY, 0.0 };
  const HwWhatIfRequest *const wrong[] = { &past, &fair, &nobody };

  shop_open (&business, NULL);
  plan = shop_plan (&business, HW_BY_DAY);
  closed = ask (&business, 0, HW_KNOWN_EVENT_CLOSED, MONDAY, MONDAY, 0.0);
  g_assert_cmpint (closed->basis, ==, HW_BASIS_PLAIN);
  g_assert_cmpfloat (closed->units_with, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (closed->units_without, shop_on (shop_series (plan, "*"), MONDAY).mean, 1e-6);
  g_assert_cmpfloat (closed->money_without, >, closed->margin_without);
  g_assert_cmpfloat (closed->money_with, ==, 0.0);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (hw_session_run (business.session, &hw_what_if_job, wrong[i], NULL, &error));
      g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
      g_clear_error (&error);
    }
}

/* Parts add up to what sold and to the forecast; Saturdays stand out. */
static void
test_parts (void)
{
  const HwPartsRequest request = { 0, "", HW_BY_DAY };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastParts) all = NULL;
  g_autoptr (HwForecastParts) bun = NULL;
  HwPartsRequest of_bun = { 0, "", HW_BY_DAY };
  guint n_ahead = 0;

  shop_open (&business, offers);
  keep_offers (&business);
  all = shop_run (&business, &hw_parts_job, &request);
  of_bun.product_id = shop_product (&business, "Bun");
  bun = shop_run (&business, &hw_parts_job, &of_bun);

  for (guint i = 0; i < bun->points->len; i++)
    {
      const HwPartPoint *p = &g_array_index (bun->points, HwPartPoint, i);

      g_assert_cmpfloat_with_epsilon (p->level + p->week + p->year + p->events + p->rest, p->seen, 1e-9);
      n_ahead += p->ahead;
    }

  g_assert_cmpuint (n_ahead, >=, 60);
  g_assert_true (bun->has_week && !bun->has_year);
  g_assert_cmpfloat (bun->weekday[5], >, bun->weekday[0] + 30.0);
  g_assert_true (isnan (bun->weekday[6]));
  g_assert_cmpfloat (bun->rest_share, <, 0.3);
  g_assert_cmpuint (bun->events->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (((HwPartEvent *) g_ptr_array_index (bun->events, 0))->units, 60.0, 15.0);
  g_assert_cmpfloat_with_epsilon (all->weekday[5], bun->weekday[5] * 100.0 / 60.0, 20.0);
}

/* --- afterwards --- */

static void
test_kept_forecasts (void)
{
  const HwAccuracyRequest request = { TRUE, HW_BY_DAY };
  const HwDay later = TODAY + 14;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) plan = NULL;
  g_autoptr (HwForecastAccuracy) before = NULL;
  g_autoptr (HwForecastAccuracy) after = NULL;
  g_autofree char *sales = shop_sales (TODAY, later, NULL);
  const HwAccuracyLine *rye;
  double off = 0.0;
  guint n = 0;

  shop_open (&business, NULL);
  plan = shop_plan (&business, HW_BY_DAY);
  before = shop_run (&business, &hw_accuracy_job, &request);
  g_assert_cmpint (before->kept.n, ==, 0);
  g_assert_cmpint (before->tested.n, >, 0);
  g_assert_cmpfloat (hw_forecast_score_closer (&before->tested), >, 0.0);
  g_assert_cmpuint (before->lines->len, ==, 1 + 2 + 5);
  g_assert_cmpint (((HwAccuracyLine *) g_ptr_array_index (before->lines, 0))->product_id, ==, 0);

  shop_reopen (&business, later);
  shop_import (&business, "later.csv", sales);
  after = shop_run (&business, &hw_accuracy_job, &request);
  rye = hw_forecast_accuracy_find (after, shop_series (plan, "Rye")->product_id, NULL);

  /* The same by hand, from the plan and the file. */
  {
    g_autoptr (HwForecastPlan) now = shop_plan (&business, HW_BY_DAY);

    for (HwDay day = TODAY + 1; day < later; day++)
      if (hw_day_weekday (day) != 6)
        {
          off += fabs (shop_on (shop_series (plan, "Rye"), day).mean - shop_sold (shop_series (now, "Rye"), day, day));
          n++;
        }
  }
  g_assert_cmpint (rye->kept.n, ==, n);
  g_assert_cmpfloat_with_epsilon (rye->kept.off, off, 1e-6);
  g_assert_true (rye->each_margin);
  g_assert_cmpfloat_with_epsilon (rye->kept.off_money, off * 3.0, 1e-6); /* sold at 4.00, bought at 1.00 */
  g_assert_cmpint (after->kept_from, ==, TODAY + 1);
  g_assert_cmpint (after->n_runs, ==, 1);
  g_assert_cmpint (after->kept.n, ==, n);
  g_assert_cmpint (after->kept.n_ranges, ==, 5 * n);
  g_assert_cmpfloat (hw_forecast_score_held95 (&after->kept), >, 0.8);
  g_assert_nonnull (hw_forecast_accuracy_find (after, 0, "Bread"));
  g_assert_cmpint (hw_forecast_accuracy_find (after, 0, "Bread")->kept.n, ==, n);
}

/* The owner foresaw a week of 150 rye; 12 and 24 a day is 84. */
static void
test_who_was_right (void)
{
  const HwDay later = MONDAY + 8;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwOverrideReview) before = NULL;
  g_autoptr (HwOverrideReview) after = NULL;
  g_autofree char *sales = shop_sales (TODAY, later, NULL);
  g_autofree char *subject = NULL;
  g_autoptr (HwEntry) entry = NULL;
  const HwOverrideLine *line;

  shop_open (&business, NULL);
  subject = hw_override_subject (shop_product (&business, "Rye"), NULL);
  entry = shop_override (subject, MONDAY, MONDAY + 6, 150.0);
  shop_keep (&business, entry);
  before = shop_run (&business, &hw_override_review_job, NULL);
  g_assert_cmpint (((HwOverrideLine *) g_ptr_array_index (before->lines, 0))->state, ==, HW_OVERRIDE_AHEAD);

  shop_reopen (&business, later);
  shop_import (&business, "later.csv", sales);
  after = shop_run (&business, &hw_override_review_job, NULL);
  line = g_ptr_array_index (after->lines, 0);
  g_assert_cmpint (line->state, ==, HW_OVERRIDE_PAST);
  g_assert_cmpfloat (line->own_off, >, line->model_off);
  g_assert_cmpfloat_with_epsilon (line->own_off, 150.0 - line->sold, 1e-9);
  g_assert_cmpfloat (line->each, ==, 3.0);
  g_assert_cmpuint (after->all.n_model, ==, 1);
  g_assert_cmpfloat_with_epsilon (after->all.own_off_money, line->own_off * 3.0, 1e-9);
  g_assert_cmpstr (line->name, ==, "Rye");
}

/* What the owner expects is ordered. */
static void
test_orders_use_it (void)
{
  static const char stock[] = "Date,Product,Quantity on hand\n2026-03-10,Rye,60\n2026-03-10,Oat,60\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) before = NULL;
  g_autoptr (HwStockPlan) after = NULL;
  g_autofree char *subject = NULL;
  g_autoptr (HwEntry) entry = NULL;
  HwQuantity was = 0, is = 0;

  shop_open (&business, NULL);
  shop_import (&business, "stock.csv", stock);
  before = shop_run (&business, &hw_stock_job, NULL);
  subject = hw_override_subject (shop_product (&business, "Rye"), NULL);
  entry = shop_override (subject, TODAY, TODAY + 6, 900.0);
  shop_keep (&business, entry);
  after = shop_run (&business, &hw_stock_job, NULL);
  for (guint i = 0; i < before->lines->len; i++)
    {
      const HwStockLine *x = g_ptr_array_index (before->lines, i), *y = g_ptr_array_index (after->lines, i);

      if (g_str_equal (x->key, "Rye"))
        was = x->order_up_to;
      if (g_str_equal (y->key, "Rye"))
        is = y->order_up_to;
    }

  g_assert_cmpint (is, >, was + 200 * HW_QUANTITY_ONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/forecast-looks/what-if-offer", test_what_if_offer);
  g_test_add_func ("/jobs/forecast-looks/offer-ahead", test_offer_ahead);
  g_test_add_func ("/jobs/forecast-looks/what-if-closed", test_what_if_closed);
  g_test_add_func ("/jobs/forecast-looks/parts", test_parts);
  g_test_add_func ("/jobs/forecast-looks/kept-forecasts", test_kept_forecasts);
  g_test_add_func ("/jobs/forecast-looks/who-was-right", test_who_was_right);
  g_test_add_func ("/jobs/forecast-looks/orders-use-it", test_orders_use_it);

  return g_test_run ();
}
