/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on its way, and from when on it helps. */
#include "jobs/hw-stock-fixture.h"

#include "jobs/hw-say.h"
#include "jobs/stock/hw-order-job.h"
#include "jobs/stock/hw-say-stock.h"
#include "store/hw-stock-repo.h"

#include <string.h>

/* Sixty rye on their way, ordered @ordered and expected on @expected. */
static HwStockPlan *
plan_with (HwTestBusiness *business,
           HwDay           ordered,
           HwDay           expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStockPlan) before = NULL;
  HwStore *store;
  HwOrder order = { .state = HW_ORDER_SENT, .ordered = ordered, .expected = expected };
  HwOrderLine line = { .quantity = 60 * ONE, .unit_cost = HW_UNKNOWN };

  stock_open (business, NULL, NULL, NULL);
  store = hw_session_get_store (business->session);
  before = stock_plan (business, 0.95);
  order.supplier_id = stock_line (before, "Rye")->supplier_id;
  line.product_id = stock_line (before, "Rye")->product_id;
  g_assert_true (hw_stock_repo_add_order (store, &order, &error));
  line.order_id = order.id;
  g_assert_true (hw_stock_repo_add_line (store, &line, &error));
  return stock_plan (business, 0.95);
}

/* Fifteen left and twelve sold a day, four days to wait: what is named for a month from
 * now is no help before, what comes as usual is. */
static void
test_far_day (void)
{
  g_auto (HwTestBusiness) one = { 0 };
  g_auto (HwTestBusiness) other = { 0 };
  g_autoptr (HwStockPlan) soon = plan_with (&one, TODAY, TODAY + 4);
  g_autoptr (HwStockPlan) far = plan_with (&other, TODAY, TODAY + 30);
  const HwStockLine *rye = stock_line (far, "Rye");

  g_assert_cmpint (rye->on_order, ==, 60 * ONE);
  g_assert_cmpint (rye->order_now, >=, stock_line (soon, "Rye")->order_now + 20 * ONE);
  g_assert_cmpint (rye->lost_anyway, >, stock_line (soon, "Rye")->lost_anyway);
  g_assert_cmpint (rye->at_risk, >, stock_line (soon, "Rye")->at_risk);
  g_assert_cmpint (rye->runs_out_late, <, TODAY + 5);
  g_assert_cmpint (stock_line (soon, "Rye")->runs_out_early, <=, rye->runs_out_late);
  g_assert_cmpint (stock_line (soon, "Rye")->runs_out_late, >=, rye->runs_out_late);
}

/* What is in a draft is not asked for again, is said, and is paid from the budget; one
 * forgotten for weeks is said alone. */
static void
test_draft (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwFormat) format = hw_format_new ("en", "IE", "EUR");
  g_autoptr (HwStockPlan) before = NULL;
  g_autoptr (HwStockPlan) after = NULL;
  g_autoptr (HwStockPlan) much_later = NULL;
  g_autofree char *why = NULL;
  g_autofree char *said = NULL;
  HwStore *store;
  HwOrder order = { .state = HW_ORDER_DRAFT, .ordered = TODAY, .expected = HW_DAY_NONE };
  HwOrderLine line = { .unit_cost = HW_MONEY_ONE };

  stock_open (&business, NULL, NULL, NULL);
  stock_keep_terms (&business, 10000 * HW_MONEY_ONE);
  store = hw_session_get_store (business.session);
  before = stock_plan (&business, 0.95);
  said = hw_say_stock_drafts (before);
  g_assert_null (said);
  order.supplier_id = stock_line (before, "Rye")->supplier_id;
  line.product_id = stock_line (before, "Rye")->product_id;
  line.quantity = stock_line (before, "Rye")->order_now;
  g_assert_cmpint (line.quantity, >, 0);
  g_assert_true (hw_stock_repo_add_order (store, &order, &error));
  line.order_id = order.id;
  g_assert_true (hw_stock_repo_add_line (store, &line, &error));

  after = stock_plan (&business, 0.95);
  g_assert_cmpint (stock_line (after, "Rye")->in_draft, ==, line.quantity);
  g_assert_cmpint (stock_line (after, "Rye")->on_order, ==, 0);
  g_assert_cmpint (stock_line (after, "Rye")->order_now, <, line.quantity / 4);
  g_assert_cmpint (after->n_orders, <=, before->n_orders);
  g_assert_cmpint (after->budget_left + after->order_value + line.quantity, ==, 10000 * HW_MONEY_ONE);
  why = hw_say_stock_reason (stock_line (after, "Rye"), format);
  g_assert_nonnull (strstr (why, "draft"));
  said = hw_say_stock_drafts (after);
  g_assert_cmpstr (said, ==, "1 product stands in a draft that is not sent yet: what is in it is not asked for again");

  stock_reopen (&business, TODAY + 8, FALSE);
  much_later = stock_plan (&business, 0.95);
  g_assert_cmpint (stock_line (much_later, "Rye")->in_draft, ==, line.quantity);
  g_assert_cmpint (stock_line (much_later, "Rye")->order_now, >=, line.quantity / 2);
}

/* Ten of what comes in twelves, twenty-four at least: the order's line knows, and says so. */
static void
test_fewer_than_taken (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwFormat) format = hw_format_new ("en", "IE", "EUR");
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autofree char *least = NULL;
  HwOrder order = { .state = HW_ORDER_DRAFT, .ordered = TODAY, .expected = HW_DAY_NONE };
  HwOrderLine line = { .quantity = 10 * ONE, .unit_cost = HW_UNKNOWN };
  const HwOrderLineView *view;
  HwStore *store;

  stock_open (&business, NULL, NULL, NULL);
  store = hw_session_get_store (business.session);
  plan = stock_plan (&business, 0.95);
  g_assert_cmpint (stock_line (plan, "Jam")->pack, ==, 12 * ONE);
  g_assert_cmpint (stock_line (plan, "Jam")->min_order, ==, 24 * ONE);
  order.supplier_id = stock_line (plan, "Jam")->supplier_id;
  line.product_id = stock_line (plan, "Jam")->product_id;
  g_assert_true (hw_stock_repo_add_order (store, &order, &error));
  line.order_id = order.id;
  g_assert_true (hw_stock_repo_add_line (store, &line, &error));

  orders = stock_run (&business, &hw_order_list_job, NULL);
  view = g_ptr_array_index (((const HwOrderSummary *) g_ptr_array_index (orders, 0))->lines, 0);
  least = hw_say_order_least (view->quantity, view->pack, view->min_order, FALSE, format);
  g_assert_cmpstr (least, ==, "Order at least 24: the supplier takes no less");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stock-coming/far-day", test_far_day);

  g_test_add_func ("/stock-coming/draft", test_draft);
  g_test_add_func ("/stock-coming/fewer-than-taken", test_fewer_than_taken);
  return g_test_run ();
}
