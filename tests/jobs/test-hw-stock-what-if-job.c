/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stock would cost under other terms, and one product ordered more often. */
#include "jobs/hw-stock-fixture.h"

#include "jobs/stock/hw-say-stock.h"

#include <math.h>
#include <string.h>

static const HwStockWhatIfRequest as_it_is = { 0.0, 0.0, HW_UNKNOWN, HW_UNKNOWN };

static void
compare_points (const HwStockPoint *a,
                const HwStockPoint *b)
{
  g_assert_cmpint (a->stock, ==, b->stock);
  g_assert_cmpint (a->keeping, ==, b->keeping);
  g_assert_cmpint (a->ordering, ==, b->ordering);
  g_assert_cmpint (a->lost, ==, b->lost);
  g_assert_cmpint (a->waste, ==, b->waste);
}

/* Nothing wished, nothing changed: and today's orders are those of the plan. */
static void
test_as_it_is (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (HwStockWhatIf) answer = NULL;

  stock_open (&business, NULL, NULL, NULL);
  plan = stock_plan (&business, 0.0);
  answer = stock_run (&business, &hw_stock_what_if_job, &as_it_is);
  compare_points (&answer->chosen, &answer->kept);
  g_assert_cmpint (answer->order_value, ==, plan->order_value);
  g_assert_cmpint (answer->order_value_kept, ==, plan->order_value);
  g_assert_cmpuint (answer->n_products, ==, 6);
  g_assert_cmpuint (answer->n_left_out, ==, 0);
  g_assert_false (answer->has_rule);
  g_assert_cmpfloat (answer->kept.promise, ==, HW_SERVICE_DEFAULT);
  g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (hw_stock_point_cost (&answer->kept)),
                                  hw_scaled_to_double (plan->year_cost), 0.01);
}

static void
test_curve (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockWhatIf) answer = NULL;
  HwMoney least = G_MAXINT64;
  gboolean through = FALSE;

  stock_open (&business, NULL, NULL, NULL);
  answer = stock_run (&business, &hw_stock_what_if_job, &as_it_is);
  g_assert_cmpuint (answer->curve->len, >=, 8);
  for (guint i = 0; i < answer->curve->len; i++)
    {
      const HwStockPoint *point = &g_array_index (answer->curve, HwStockPoint, i);

      if (i > 0)
        {
          g_assert_cmpfloat (point->promise, >, point[-1].promise);
          g_assert_cmpfloat (point->served, >=, point[-1].served);
          g_assert_cmpint (point->lost, <=, point[-1].lost);
        }

      least = MIN (least, hw_stock_point_cost (point));
      if (fabs (point->promise - answer->chosen.promise) < 1e-12)
        {
          g_assert_cmpint (ABS (point->stock - answer->chosen.stock), <=, 1);
          through = TRUE;
        }
    }

  g_assert_true (through);
  g_assert_cmpint (g_array_index (answer->curve, HwStockPoint, answer->curve->len - 1).stock, >,
                   g_array_index (answer->curve, HwStockPoint, 0).stock);
  for (guint i = 0; i < answer->curve->len; i++)
    if (fabs (g_array_index (answer->curve, HwStockPoint, i).promise - answer->cheapest) < 1e-12)
      g_assert_cmpfloat ((double) hw_stock_point_cost (&g_array_index (answer->curve, HwStockPoint, i)), <=, 1.005 * (double) least);
}

/* A higher promise and longer waiting need more stock; dear orders are fewer; the
 * budget is kept; nothing of it is written down. */
static void
test_wishes (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (HwStockWhatIf) sure = NULL;
  g_autoptr (HwStockWhatIf) slow = NULL;
  g_autoptr (HwStockWhatIf) dear = NULL;
  g_autoptr (HwStockWhatIf) poor = NULL;
  g_autoptr (HwStockWhatIf) same = NULL;
  HwStockWhatIfRequest wish = as_it_is;
  gint64 version;

  stock_open (&business, NULL, NULL, NULL);
  plan = stock_plan (&business, 0.0);
  version = hw_store_data_version (hw_session_get_store (business.session));

  wish.service = 0.99;
  sure = stock_run (&business, &hw_stock_what_if_job, &wish);
  g_assert_cmpint (sure->chosen.stock, >, sure->kept.stock);
  g_assert_cmpint (sure->chosen.lost, <, sure->kept.lost);

  wish = as_it_is;
  wish.lead_factor = 2.5;
  slow = stock_run (&business, &hw_stock_what_if_job, &wish);
  g_assert_cmpint (slow->chosen.keeping, >, slow->kept.keeping);
  g_assert_cmpint (slow->order_value, >, slow->order_value_kept);
  compare_points (&slow->kept, &sure->kept);

  wish = as_it_is;
  wish.order_cost = 20 * HW_MONEY_ONE;
  dear = stock_run (&business, &hw_stock_what_if_job, &wish);
  g_assert_cmpint (dear->chosen.stock, >, dear->kept.stock);
  g_assert_cmpint (dear->chosen.ordering, >, dear->kept.ordering);

  wish = as_it_is;
  wish.budget = plan->order_value / 2;
  poor = stock_run (&business, &hw_stock_what_if_job, &wish);
  g_assert_cmpint (poor->order_value, <=, wish.budget);
  g_assert_cmpint (poor->order_value, >, wish.budget / 2);
  g_assert_cmpint (poor->order_value_kept, ==, plan->order_value);

  wish = as_it_is;
  wish.kept = 0.99;
  same = stock_run (&business, &hw_stock_what_if_job, &wish);
  compare_points (&same->kept, &sure->chosen);
  compare_points (&same->chosen, &sure->chosen);
  g_assert_cmpint (hw_store_data_version (hw_session_get_store (business.session)), ==, version);
}

static void
test_refusals (void)
{
  static const HwStockWhatIfRequest wrong[] = {
    { 1.0, 0.0, HW_UNKNOWN, HW_UNKNOWN }, { -0.5, 0.0, HW_UNKNOWN, HW_UNKNOWN }, { NAN, 0.0, HW_UNKNOWN, HW_UNKNOWN },
    { 0.9, -1.0, HW_UNKNOWN, HW_UNKNOWN }, { 0.9, NAN, HW_UNKNOWN, HW_UNKNOWN }, { 0.9, 100.0, HW_UNKNOWN, HW_UNKNOWN },
    { 0.9, 1.0, -1, HW_UNKNOWN }, { 0.9, 1.0, HW_UNKNOWN, -1 },
  };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;

  stock_open (&business, NULL, NULL, "");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (hw_session_run (business.session, &hw_stock_what_if_job, &wrong[i], NULL, &error));
      g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
      g_clear_error (&error);
    }

  /* Nothing was ever counted. */
  g_assert_null (hw_session_run (business.session, &hw_stock_what_if_job, &as_it_is, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NOT_ENOUGH);
}

static gint64
id_of (const HwTestBusiness *business,
       const char           *name)
{
  g_autoptr (HwStockPlan) plan = stock_plan (business, 0.0);

  return stock_line (plan, name)->product_id;
}

static void
test_small_orders (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwSmallOrders) small = NULL;
  gint64 id;
  HwMoney least = G_MAXINT64, best = G_MAXINT64;

  stock_open (&business, NULL, NULL, NULL);
  id = id_of (&business, "Rye");
  small = stock_run (&business, &hw_small_orders_job, &id);
  g_assert_cmpint (small->product_id, ==, id);
  g_assert_cmpstr (small->name, ==, "Rye");
  g_assert_cmpuint (small->points->len, >=, 4);
  for (guint i = 0; i < small->points->len; i++)
    {
      const HwRhythmPoint *point = &g_array_index (small->points, HwRhythmPoint, i);
      const HwMoney cost = point->keeping + point->ordering + point->lost + point->waste;

      g_assert_true (i == 0 || point->days > point[-1].days);
      if (i > 0 && point->days != small->now.days && point[-1].days != small->now.days)
        {
          g_assert_cmpfloat (point->lot, >, point[-1].lot);
          g_assert_cmpint (point->ordering, <, point[-1].ordering);
        }
      least = MIN (least, cost);
      if (point->days == small->days_best)
        best = cost;
    }

  g_assert_cmpint (best, ==, least);
  g_assert_cmpint (small->days_now, >, 0);
  g_assert_cmpuint (small->kanban, ==,
                    (guint) ceil (small->kanban_daily * small->kanban_days * (1.0 + small->kanban_extra) / small->kanban_pack - 1e-9));
  g_assert_cmpuint (small->kanban, >, 12 * 4);
}

static HwMoney
rhythm_cost (const HwRhythmPoint *point)
{
  return point->keeping + point->ordering + point->lost + point->waste;
}

/* What the plan costs is one figure, of the plan and beside the rhythms; and no rhythm is
 * cheaper than it by more than trying can err. */
static void
test_plan_among_rhythms (void)
{
  static const char *const names[] = { "Rye", "Spelt", "Oat", "Jam", "Milk", "Card" };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  int n_long = 0;

  stock_open (&business, NULL, NULL, NULL);
  plan = stock_plan (&business, 0.0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gint64 id = stock_line (plan, names[i])->product_id;
      g_autoptr (HwSmallOrders) small = stock_run (&business, &hw_small_orders_job, &id);
      g_autoptr (HwFormat) format = hw_format_new ("en", "IE", "EUR");
      g_autofree char *said = hw_say_rhythm (small, format);
      g_autofree char *money = hw_format_money_about (format, hw_scaled_to_double (rhythm_cost (&small->now)));
      gboolean found = FALSE;

      g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (rhythm_cost (&small->now)),
                                      hw_scaled_to_double (stock_line (plan, names[i])->year_cost), 0.01);
      for (guint k = 0; k < small->points->len; k++)
        {
          const HwRhythmPoint *point = &g_array_index (small->points, HwRhythmPoint, k);

          found = found || point->days == small->now.days;
          g_assert_cmpfloat ((double) rhythm_cost (&small->now), <=, 1.05 * (double) rhythm_cost (point));
        }

      g_assert_true (found);
      if (small->now.days > 7)
        {
          n_long++;
          g_assert_nonnull (strstr (said, "a week's worth at a time would cost"));
          g_assert_nonnull (strstr (said, money));
        }
    }

  g_assert_cmpint (n_long, >, 0);
}

/* The cheapest of the curve is never dearer than the terms that are, which lie on it. */
static void
test_cheapest_is_not_dearer (void)
{
  static const double promises[] = { 0.5, 0.9, 0.96, 0.99, 0.999 };
  g_auto (HwTestBusiness) business = { 0 };

  stock_open (&business, NULL, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autoptr (HwStockWhatIf) answer = NULL;
      HwStockWhatIfRequest wish = as_it_is;
      gboolean kept = FALSE;

      wish.service = promises[i];
      answer = stock_run (&business, &hw_stock_what_if_job, &wish);
      for (guint k = 0; k < answer->curve->len; k++)
        {
          const HwStockPoint *point = &g_array_index (answer->curve, HwStockPoint, k);

          kept = kept || (point->promise == answer->kept.promise && point->stock == answer->kept.stock);
          if (point->promise == answer->cheapest)
            g_assert_cmpint (hw_stock_point_cost (point), <=, hw_stock_point_cost (&answer->kept));
        }

      g_assert_true (kept);
    }
}

/* A bad stretch costs, and both at once cost most. */
static void
test_stress (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwSmallOrders) small = NULL;
  const HwStress *stress;
  gint64 id;

  stock_open (&business, NULL, NULL, NULL);
  id = id_of (&business, "Rye");
  small = stock_run (&business, &hw_small_orders_job, &id);
  g_assert_cmpuint (small->stress->len, ==, 3);
  stress = (const HwStress *) (gconstpointer) small->stress->data;
  g_assert_cmpint (stress[0].kind, ==, HW_STRESS_LATE);
  g_assert_cmpfloat (stress[0].size, ==, 14.0);
  g_assert_cmpint (stress[0].lost, >, 100 * HW_MONEY_ONE);
  g_assert_cmpint (stress[1].kind, ==, HW_STRESS_SPIKE);
  g_assert_cmpfloat (stress[1].size, >, 1.0);
  g_assert_cmpfloat (stress[1].size, <, 2.0);
  g_assert_cmpint (stress[2].kind, ==, HW_STRESS_BOTH);
  g_assert_cmpint (stress[2].lost, >=, stress[0].lost);
  g_assert_cmpint (stress[2].lost, >=, stress[1].lost);
  g_assert_cmpfloat (stress[2].served, <=, stress[0].served);
  g_assert_cmpfloat (stress[0].served, <, 1.0);
}

static void
test_small_refusals (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id = 123456;

  stock_open (&business, NULL, NULL, "Date,Product,Quantity on hand\n2026-03-01,Rye,15\n");
  g_assert_null (hw_session_run (business.session, &hw_small_orders_job, &id, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  g_clear_error (&error);

  id = id_of (&business, "Spelt");
  g_assert_null (hw_session_run (business.session, &hw_small_orders_job, &id, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NOT_ENOUGH);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stock-what-if-job/as-it-is", test_as_it_is);
  g_test_add_func ("/stock-what-if-job/curve", test_curve);
  g_test_add_func ("/stock-what-if-job/wishes", test_wishes);
  g_test_add_func ("/stock-what-if-job/refusals", test_refusals);
  g_test_add_func ("/stock-what-if-job/small-orders", test_small_orders);
  g_test_add_func ("/stock-what-if-job/plan-among-rhythms", test_plan_among_rhythms);
  g_test_add_func ("/stock-what-if-job/cheapest-is-not-dearer", test_cheapest_is_not_dearer);
  g_test_add_func ("/stock-what-if-job/stress", test_stress);
  g_test_add_func ("/stock-what-if-job/small-refusals", test_small_refusals);

  return g_test_run ();
}
