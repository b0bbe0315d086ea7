/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of orders says: late or taken as here, between which days, why. */
#include "jobs/hw-order-fixture.h"

#include "store/hw-order-repo.h"
#include "store/hw-terms-repo.h"

/* Where nobody notes receipts, an order is here once its day is over; the same order
 * is late where receipts are noted, first in the list, and given up after two months. */
static void
test_late (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) again = NULL;
  const HwOrderSummary *first;
  gint64 id, other;

  open_shop (&business);
  id = order_bread (&business, FALSE);
  wake_on (&business, TODAY + 5);
  orders = list (&business);
  g_assert_true (only (orders)->presumed);
  g_assert_false (only (orders)->late);
  g_assert_cmpint (on_hand (&business, "Rye").on_hand, ==, 15 * ONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 0);

  other = order_bread (&business, FALSE);
  move (&business, other, HW_ORDER_RECEIVED, HW_DAY_NONE);
  again = list (&business);
  g_assert_cmpuint (again->len, ==, 2);
  first = g_ptr_array_index (again, 0);
  g_assert_cmpint (first->id, ==, id);
  g_assert_true (first->late);
  g_assert_false (first->presumed);
  g_assert_cmpint (on_hand (&business, "Rye").on_hand, ==, 15 * ONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 10 * ONE);

  wake_on (&business, TODAY + 4 + 60);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 10 * ONE);
  wake_on (&business, TODAY + 4 + 61);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 0);
}

/* What was taken as here for weeks does not leave the shelf because someone begins to
 * note receipts. */
static void
test_begins_to_note (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  gint64 id;

  open_shop (&business);
  order_bread (&business, FALSE);
  wake_on (&business, TODAY + 4 + 15);
  id = order_bread (&business, FALSE);
  move (&business, id, HW_ORDER_RECEIVED, HW_DAY_NONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_hand, ==, 25 * ONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 0);
}

/* A day the supplier names takes the place of what was expected. */
static void
test_confirmed_is_not_late (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) later = NULL;
  gint64 id, other;

  open_shop (&business);
  other = order_bread (&business, FALSE);
  move (&business, other, HW_ORDER_RECEIVED, HW_DAY_NONE);
  id = order_bread (&business, FALSE);
  move (&business, id, HW_ORDER_CONFIRMED, TODAY + 20);
  wake_on (&business, TODAY + 20);
  orders = list (&business);
  g_assert_false (((const HwOrderSummary *) g_ptr_array_index (orders, 0))->late);
  wake_on (&business, TODAY + 21);
  later = list (&business);
  g_assert_true (((const HwOrderSummary *) g_ptr_array_index (later, 0))->late);
}

/* Three deliveries of two lines each after 2, 4 and 9 days: the next is said to come
 * between days that hold most of them, and is late only after them. */
static void
test_range (void)
{
  static const int days[] = { 2, 4, 9 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const HwOrderSummary *order;
  HwDay late;

  open_shop (&business);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const gint64 id = order_bread (&business, FALSE);
      const HwDay today = hw_session_get_today (business.session);

      wake_on (&business, today + days[i]);
      move (&business, id, HW_ORDER_RECEIVED, HW_DAY_NONE);
    }

  order_bread (&business, FALSE);
  orders = list (&business);
  order = g_ptr_array_index (orders, 0);
  g_assert_cmpint (order->state, ==, HW_ORDER_SENT);
  g_assert_cmpint (order->arrives_early, >=, order->ordered);
  g_assert_cmpint (order->arrives_early, <=, order->ordered + 4);
  g_assert_cmpint (order->arrives_late, >=, order->ordered + 7);
  late = order->arrives_late;
  wake_on (&business, late);
  later = list (&business);
  g_assert_false (((const HwOrderSummary *) g_ptr_array_index (later, 0))->late);
  g_clear_pointer (&later, g_ptr_array_unref);
  wake_on (&business, late + 1);
  later = list (&business);
  g_assert_true (((const HwOrderSummary *) g_ptr_array_index (later, 0))->late);
}

/* What the owner took instead, and why; and what was not wanted at all. */
static void
test_changed_and_refused (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwOrderRequest) request = request_new (FALSE);
  g_autoptr (HwOrderChange) change = NULL;
  g_autoptr (HwOrderChange) back = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GArray) refusals = NULL;
  g_autoptr (GArray) after = NULL;
  const HwOrderLineView *line;

  open_shop (&business);
  order_bread (&business, FALSE);
  orders = list (&business);
  g_assert_cmpuint (only (orders)->n_changed, ==, 1);
  line = g_ptr_array_index (only (orders)->lines, 0);
  g_assert_cmpint (line->proposed, ==, 12 * ONE);
  g_assert_cmpint (line->quantity, ==, 10 * ONE);
  g_assert_cmpstr (line->why, ==, "the shelf is small");
  g_assert_cmpstr (line->name, ==, "Rye");

  wish (request, product_id (&business, "Jam"), 0, 20 * ONE, "Anna makes enough");
  change = run (&business, &hw_order_job, request);
  g_assert_cmpuint (change->ids->len, ==, 0);
  g_assert_cmpuint (change->n_refused, ==, 1);
  refusals = hw_order_repo_refusals (hw_session_get_store (business.session), TODAY, NULL);
  g_assert_cmpuint (refusals->len, ==, 1);
  g_assert_cmpint (g_array_index (refusals, HwRefusal, 0).proposed, ==, 20 * ONE);
  g_assert_cmpstr (g_array_index (refusals, HwRefusal, 0).why, ==, "Anna makes enough");

  back = run (&business, &hw_order_undo_job, &change->step);
  g_assert_cmpuint (back->n_refused, ==, 1);
  after = hw_order_repo_refusals (hw_session_get_store (business.session), TODAY, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

/* From 8 on a rye costs 1.20 instead of 1.50. */
static void
test_price_break (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (HwPriceBreak));
  g_autoptr (HwOrderRequest) request = request_new (FALSE);
  g_autoptr (HwOrderChange) change = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  HwPriceBreak step = { 0, 8 * ONE, 12000 };

  open_shop (&business);
  step.product_id = product_id (&business, "Rye");
  g_array_append_val (breaks, step);
  g_assert_true (hw_terms_repo_set_price_breaks (hw_session_get_store (business.session), step.product_id, breaks, NULL));
  wish (request, step.product_id, 7 * ONE, HW_UNKNOWN, NULL);
  change = run (&business, &hw_order_job, request);
  order_bread (&business, FALSE);
  orders = list (&business);
  g_assert_cmpint (((const HwOrderSummary *) g_ptr_array_index (orders, 0))->value, ==, 120000);
  g_assert_cmpint (((const HwOrderSummary *) g_ptr_array_index (orders, 1))->value, ==, 105000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-list-job/late", test_late);
  g_test_add_func ("/order-list-job/begins-to-note", test_begins_to_note);
  g_test_add_func ("/order-list-job/confirmed-is-not-late", test_confirmed_is_not_late);
  g_test_add_func ("/order-list-job/range", test_range);
  g_test_add_func ("/order-list-job/changed-and-refused", test_changed_and_refused);
  g_test_add_func ("/order-list-job/price-break", test_price_break);
  return g_test_run ();
}
