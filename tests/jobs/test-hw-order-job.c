/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-order-fixture.h"

/* What was ordered counts as on its way: nothing is left to order. */
static void
test_ordered_is_on_its_way (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) before = NULL;
  g_autoptr (HwStockPlan) after = NULL;
  g_autoptr (HwOrderRequest) wishes = NULL;
  g_autoptr (HwOrderChange) made = NULL;

  open_shop (&business);
  before = plan_stock (&business);
  wishes = wish_all (before);
  made = run (&business, &hw_order_job, wishes);
  g_assert_cmpuint (made->ids->len, ==, 2);

  after = plan_stock (&business);
  g_assert_cmpuint (before->n_orders, ==, 3);
  g_assert_cmpuint (after->n_orders, ==, 0);
  g_assert_cmpint (find_line (after, "Rye")->on_order, ==, find_line (before, "Rye")->order_now);
  g_assert_cmpint (find_line (after, "Jam")->on_order, ==, find_line (before, "Jam")->order_now);
}

/* One order a supplier, with what it costs and when it should come. */
static void
test_list (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (HwOrderRequest) wishes = NULL;
  g_autoptr (HwOrderChange) made = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  HwMoney rye = 0;
  guint n_mill = 0, n_nobody = 0;

  open_shop (&business);
  plan = plan_stock (&business);
  wishes = wish_all (plan);
  made = run (&business, &hw_order_job, wishes);
  orders = list (&business);
  g_assert_true (hw_money_times (15000, find_line (plan, "Rye")->order_now, &rye));
  g_assert_cmpuint (orders->len, ==, 2);

  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);
      const gboolean mill = g_str_equal (order->supplier, "Mill");

      n_mill += mill;
      n_nobody += *order->supplier == '\0';
      g_assert_cmpint (order->state, ==, HW_ORDER_SENT);
      g_assert_cmpint (order->ordered, ==, TODAY);
      g_assert_cmpint (order->received, ==, HW_DAY_NONE);
      g_assert_cmpint (order->expected, ==, mill ? TODAY + 4 : HW_DAY_NONE);
      g_assert_cmpuint (order->n_lines, ==, mill ? 2 : 1);
      if (mill)
        g_assert_cmpint (order->value, ==, rye); /* what spelt costs nobody told us */
    }

  g_assert_cmpuint (n_mill, ==, 1);
  g_assert_cmpuint (n_nobody, ==, 1);
}

/* Taken back, the same lines are to be ordered again; a second time is refused. */
static void
test_taken_back (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (HwStockPlan) after = NULL;
  g_autoptr (HwOrderRequest) wishes = NULL;
  g_autoptr (HwOrderChange) made = NULL;
  g_autoptr (HwOrderChange) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = NULL;

  open_shop (&business);
  plan = plan_stock (&business);
  wishes = wish_all (plan);
  made = run (&business, &hw_order_job, wishes);
  back = run (&business, &hw_order_undo_job, &made->step);
  g_assert_cmpuint (back->ids->len, ==, made->ids->len);
  g_assert_null (hw_session_run (business.session, &hw_order_undo_job, &made->step, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);

  after = plan_stock (&business);
  g_assert_cmpuint (after->n_orders, ==, 3);
  g_assert_cmpint (find_line (after, "Jam")->on_order, ==, 0);
  orders = list (&business);
  g_assert_cmpint (((const HwOrderSummary *) g_ptr_array_index (orders, 0))->state, ==, HW_ORDER_CANCELLED);
}

/* A second order of what has no supplier goes to the same nobody; a product that is
 * not there, or less than none of it, is refused whole. */
static void
test_nobody_and_refusals (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (HwOrderRequest) wishes = request_new (FALSE);
  g_autoptr (HwOrderChange) first = NULL;
  g_autoptr (HwOrderChange) second = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  open_shop (&business);
  plan = plan_stock (&business);
  wish (wishes, find_line (plan, "Jam")->product_id, 5 * HW_QUANTITY_ONE, HW_UNKNOWN, NULL);
  first = run (&business, &hw_order_job, wishes);
  second = run (&business, &hw_order_job, wishes);
  g_assert_cmpint (g_array_index (first->ids, gint64, 0), <, g_array_index (second->ids, gint64, 0));

  wish (wishes, 999, 5 * HW_QUANTITY_ONE, HW_UNKNOWN, NULL);
  g_assert_null (hw_session_run (business.session, &hw_order_job, wishes, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  g_clear_error (&error);

  g_array_index (wishes->wishes, HwOrderWish, 0).quantity = -1;
  g_assert_null (hw_session_run (business.session, &hw_order_job, wishes, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  orders = list (&business);
  g_assert_cmpuint (orders->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-job/ordered-is-on-its-way", test_ordered_is_on_its_way);
  g_test_add_func ("/order-job/list", test_list);
  g_test_add_func ("/order-job/taken-back", test_taken_back);
  g_test_add_func ("/order-job/nobody-and-refusals", test_nobody_and_refusals);
  return g_test_run ();
}
