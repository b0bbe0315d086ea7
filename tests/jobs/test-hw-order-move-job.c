/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole life of an order, each step taken back, and what cannot be. */
#include "jobs/hw-order-fixture.h"

#include "store/hw-event-repo.h"

static void
assert_refused (const HwTestBusiness *business,
                const HwJob          *job,
                gconstpointer         request,
                const char           *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hw_session_run (business->session, job, request, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, word));
}

static void
assert_move_refused (const HwTestBusiness *business,
                     gint64                id,
                     HwOrderState          to,
                     HwDay                 day,
                     const char           *word)
{
  g_autoptr (HwOrderMove) request = move_new (id, to, day);

  assert_refused (business, &hw_order_move_job, request, word);
}

/* All that can be seen of the orders and the shelf, as text. */
static char *
look (const HwTestBusiness *business)
{
  g_autoptr (GPtrArray) orders = list (business);
  const HwOnHand rye = on_hand (business, "Rye"), spelt = on_hand (business, "Spelt");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);

      g_string_append_printf (text, "%d state %d days %d %d %d %d\n", (int) order->id, (int) order->state, order->ordered,
                              order->expected, order->confirmed, order->received);
      for (guint l = 0; l < order->lines->len; l++)
        g_string_append_printf (text, " line %d\n", (int) ((const HwOrderLineView *) g_ptr_array_index (order->lines, l))->received);
    }

  g_string_append_printf (text, "rye %d %d spelt %d %d", (int) rye.on_hand, (int) rye.on_order, (int) spelt.on_hand,
                          (int) spelt.on_order);
  return g_string_free (text, FALSE);
}

/* Draft, sent, confirmed, a part, the rest: what is on its way and on the shelf at
 * each; then back, step by step, to what it was each time. */
static void
test_life (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  char *before[4];
  g_autoptr (GPtrArray) orders = NULL;
  gint64 steps[4], id, rye;

  open_shop (&business);
  id = order_bread (&business, TRUE);
  orders = list (&business);
  rye = ((const HwOrderLineView *) g_ptr_array_index (only (orders)->lines, 0))->id;
  g_assert_cmpint (only (orders)->state, ==, HW_ORDER_DRAFT);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 0);
  before[0] = look (&business);

  steps[0] = move (&business, id, HW_ORDER_SENT, HW_DAY_NONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 10 * ONE);
  before[1] = look (&business);

  steps[1] = move (&business, id, HW_ORDER_CONFIRMED, TODAY + 6);
  before[2] = look (&business);
  wake_on (&business, TODAY + 5);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 10 * ONE);

  steps[2] = arrive (&business, id, rye, 4 * ONE, TODAY + 5);
  g_clear_pointer (&orders, g_ptr_array_unref);
  orders = list (&business);
  g_assert_cmpint (only (orders)->state, ==, HW_ORDER_PART);
  g_assert_cmpint (only (orders)->confirmed, ==, TODAY + 6);
  g_assert_cmpint (only (orders)->received, ==, HW_DAY_NONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 6 * ONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_hand, ==, 9 * ONE);
  g_assert_cmpint (on_hand (&business, "Spelt").on_order, ==, 6 * ONE);
  before[3] = look (&business);

  steps[3] = move (&business, id, HW_ORDER_RECEIVED, HW_DAY_NONE);
  g_clear_pointer (&orders, g_ptr_array_unref);
  orders = list (&business);
  g_assert_cmpint (only (orders)->state, ==, HW_ORDER_RECEIVED);
  g_assert_cmpint (only (orders)->received, ==, TODAY + 5);
  g_assert_cmpint (on_hand (&business, "Rye").on_hand, ==, 15 * ONE);
  g_assert_cmpint (on_hand (&business, "Spelt").on_hand, ==, 11 * ONE);
  g_assert_cmpint (on_hand (&business, "Spelt").on_order, ==, 0);

  for (int i = 3; i >= 0; i--)
    {
      g_autofree char *now = NULL;
      g_autoptr (HwOrderChange) back = NULL;

      if (i == 1)
        wake_on (&business, TODAY);
      back = run (&business, &hw_order_undo_job, &steps[i]);
      now = look (&business);
      g_assert_cmpuint (back->ids->len, ==, 1);
      g_assert_cmpstr (now, ==, before[i]);
      g_free (before[i]);
    }
}

/* An older step is not taken back from under a later one, nor a step twice. */
static void
test_undo_in_order (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  gint64 first, second, id;
  g_autoptr (HwOrderChange) back = NULL;
  g_autoptr (HwOrderChange) also = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *now = NULL;

  open_shop (&business);
  id = order_bread (&business, FALSE);
  first = move (&business, id, HW_ORDER_CONFIRMED, TODAY + 3);
  second = move (&business, id, HW_ORDER_CONFIRMED, TODAY + 9);
  kept = look (&business);
  assert_refused (&business, &hw_order_undo_job, &first, "changed again");
  now = look (&business);
  g_assert_cmpstr (now, ==, kept);

  back = run (&business, &hw_order_undo_job, &second);
  assert_refused (&business, &hw_order_undo_job, &second, "taken back before");
  also = run (&business, &hw_order_undo_job, &first);
  g_assert_cmpint (also->step, ==, 0);
}

/* Each state says in words what it cannot become, and nothing is changed by asking. */
static void
test_what_cannot_be (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwOrderMove) none = g_new0 (HwOrderMove, 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 draft, sent, received, cancelled;

  open_shop (&business);
  draft = order_bread (&business, TRUE);
  sent = order_bread (&business, FALSE);
  received = order_bread (&business, FALSE);
  move (&business, received, HW_ORDER_RECEIVED, HW_DAY_NONE);
  cancelled = order_bread (&business, FALSE);
  move (&business, cancelled, HW_ORDER_CANCELLED, HW_DAY_NONE);
  before = look (&business);

  assert_move_refused (&business, draft, HW_ORDER_CONFIRMED, TODAY + 3, "has to be sent");
  assert_move_refused (&business, draft, HW_ORDER_RECEIVED, HW_DAY_NONE, "has to be sent");
  assert_move_refused (&business, sent, HW_ORDER_SENT, HW_DAY_NONE, "sent already");
  assert_move_refused (&business, sent, HW_ORDER_DRAFT, HW_DAY_NONE, "can be sent");
  assert_move_refused (&business, sent, HW_ORDER_PART, HW_DAY_NONE, "can be sent");
  assert_move_refused (&business, received, HW_ORDER_SENT, HW_DAY_NONE, "received already");
  assert_move_refused (&business, received, HW_ORDER_CANCELLED, HW_DAY_NONE, "received already");
  assert_move_refused (&business, cancelled, HW_ORDER_RECEIVED, HW_DAY_NONE, "cancelled");

  assert_move_refused (&business, sent, HW_ORDER_CONFIRMED, HW_DAY_NONE, "the day the supplier named");
  assert_move_refused (&business, sent, HW_ORDER_CONFIRMED, TODAY - 1, "not before today");
  assert_move_refused (&business, sent, HW_ORDER_RECEIVED, TODAY + 1, "lie ahead");
  assert_move_refused (&business, sent, HW_ORDER_RECEIVED, TODAY - 1, "before the day of the order");
  assert_move_refused (&business, draft, HW_ORDER_SENT, TODAY + 1, "lie ahead");
  none->to = HW_ORDER_SENT;
  assert_refused (&business, &hw_order_move_job, none, "which orders");

  after = look (&business);
  g_assert_cmpstr (after, ==, before);
}

/* One of two orders cannot be moved: neither is. */
static void
test_all_or_nothing (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwOrderMove) request = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 sent, draft;

  open_shop (&business);
  sent = order_bread (&business, FALSE);
  draft = order_bread (&business, TRUE);
  before = look (&business);
  request = move_new (sent, HW_ORDER_RECEIVED, HW_DAY_NONE);
  g_array_append_val (request->ids, draft);
  assert_refused (&business, &hw_order_move_job, request, "has to be sent");
  after = look (&business);
  g_assert_cmpstr (after, ==, before);
}

static void
test_arrivals_refused (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwOrderMove) nothing = NULL;
  g_autoptr (HwOrderMove) foreign = NULL;
  g_autoptr (HwOrderMove) two = NULL;
  g_autoptr (HwOrderMove) slip = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id;

  open_shop (&business);
  id = order_bread (&business, FALSE);
  order_bread (&business, FALSE);
  nothing = arrive_new (id, 1, 0, TODAY);
  assert_refused (&business, &hw_order_move_job, nothing, "how much came");
  foreign = arrive_new (id, 3, ONE, TODAY);
  assert_refused (&business, &hw_order_move_job, foreign, "not in this order");
  two = arrive_new (id, 1, ONE, TODAY);
  g_array_append_val (two->ids, ((gint64[]) { id + 1 })[0]);
  assert_refused (&business, &hw_order_move_job, two, "one order");
  slip = arrive_new (id, 1, 1000 * ONE, TODAY);
  before = look (&business);
  assert_refused (&business, &hw_order_move_job, slip, "a digit too many");
  after = look (&business);
  g_assert_cmpstr (after, ==, before);
}

/* More than was ordered is on the shelf too; the order is received when no line lacks. */
static void
test_more_than_ordered (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) orders = NULL;
  gint64 id;

  open_shop (&business);
  id = order_bread (&business, FALSE);
  wake_on (&business, TODAY + 2);
  arrive (&business, id, 1, 13 * ONE, TODAY + 2);
  arrive (&business, id, 2, 6 * ONE, TODAY + 2);
  orders = list (&business);
  g_assert_cmpint (only (orders)->state, ==, HW_ORDER_RECEIVED);
  g_assert_cmpint (on_hand (&business, "Rye").on_hand, ==, 18 * ONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 0);
}

/* The rest of a part delivery is no longer awaited; what came stays. */
static void
test_rest_cancelled (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  gint64 id;

  open_shop (&business);
  id = order_bread (&business, FALSE);
  wake_on (&business, TODAY + 2);
  arrive (&business, id, 1, 4 * ONE, TODAY + 2);
  move (&business, id, HW_ORDER_CANCELLED, HW_DAY_NONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_hand, ==, 9 * ONE);
  g_assert_cmpint (on_hand (&business, "Rye").on_order, ==, 0);
}

/* Every step is in the log. */
static void
test_log (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  gint64 before, after, id, step;
  HwOrderChange *back;

  open_shop (&business);
  g_assert_true (hw_event_repo_count (hw_session_get_store (business.session), &before, NULL));
  id = order_bread (&business, TRUE);
  move (&business, id, HW_ORDER_SENT, HW_DAY_NONE);
  step = move (&business, id, HW_ORDER_RECEIVED, HW_DAY_NONE);
  back = run (&business, &hw_order_undo_job, &step);
  hw_order_change_free (back);
  g_assert_true (hw_event_repo_count (hw_session_get_store (business.session), &after, NULL));
  g_assert_cmpint (after - before, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-move-job/life", test_life);
  g_test_add_func ("/order-move-job/undo-in-order", test_undo_in_order);
  g_test_add_func ("/order-move-job/what-cannot-be", test_what_cannot_be);
  g_test_add_func ("/order-move-job/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/order-move-job/arrivals-refused", test_arrivals_refused);
  g_test_add_func ("/order-move-job/more-than-ordered", test_more_than_ordered);
  g_test_add_func ("/order-move-job/rest-cancelled", test_rest_cancelled);
  g_test_add_func ("/order-move-job/log", test_log);
  return g_test_run ();
}
