/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole life of an order, each step taken back, and what cannot be. */
#include "jobs/hw-order-fixture.h"

#include "jobs/hw-session-private.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-stock-repo.h"
#include "store/hw-terms-repo.h"

#define ONE HW_QUANTITY_ONE

static gint64
product_id (const HwTestBusiness *business,
            const char           *name)
{
  g_autoptr (GArray) products = hw_product_repo_list (hw_session_get_store (business->session), NULL);

  for (guint i = 0; i < products->len; i++)
    if (g_str_equal (g_array_index (products, HwProduct, i).name, name))
      return g_array_index (products, HwProduct, i).id;

  g_assert_not_reached ();
}

static HwOnHand
on_hand (const HwTestBusiness *business,
         const char           *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = hw_stock_repo_on_hand (hw_session_get_store (business->session),
                                                  hw_session_get_today (business->session), &error);
  const gint64 id = product_id (business, name);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, HwOnHand, i).product_id == id)
      return g_array_index (all, HwOnHand, i);

  g_assert_not_reached ();
}

/* The same business on another day. */
static void
wake_on (HwTestBusiness *business,
         HwDay           today)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&business->session, hw_session_close);
  business->session = hw_session_open (business->path, today, FALSE, &error);
  g_assert_no_error (error);
}

/* 10 of rye and 6 of spelt from the mill; the order's id. */
static gint64
order_bread (const HwTestBusiness *business,
             gboolean              draft)
{
  g_autoptr (HwOrderRequest) request = request_new (draft);
  g_autoptr (HwOrderChange) made = NULL;

  wish (request, product_id (business, "Rye"), 10 * ONE, 12 * ONE, "the shelf is small");
  wish (request, product_id (business, "Spelt"), 6 * ONE, 6 * ONE, NULL);
  made = run (business, &hw_order_job, request);
  g_assert_cmpuint (made->ids->len, ==, 1);
  return g_array_index (made->ids, gint64, 0);
}

static HwOrderMove *
move_new (gint64       id,
          HwOrderState to,
          HwDay        day)
{
  HwOrderMove *move = g_new0 (HwOrderMove, 1);

  move->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (move->ids, id);
  move->to = to;
  move->day = day;
  return move;
}

/* Gives the step. */
static gint64
move (const HwTestBusiness *business,
      gint64                id,
      HwOrderState          to,
      HwDay                 day)
{
  g_autoptr (HwOrderMove) request = move_new (id, to, day);
  g_autoptr (HwOrderChange) change = run (business, &hw_order_move_job, request);

  g_assert_cmpuint (change->ids->len, ==, 1);
  g_assert_cmpint (g_array_index (change->ids, gint64, 0), ==, id);
  return change->step;
}

static HwOrderMove *
arrive_new (gint64     order_id,
            gint64     line_id,
            HwQuantity quantity,
            HwDay      day)
{
  HwOrderMove *request = move_new (order_id, HW_ORDER_RECEIVED, day);
  const HwOrderArrival came = { line_id, quantity };

  request->arrivals = g_array_new (FALSE, FALSE, sizeof (HwOrderArrival));
  g_array_append_val (request->arrivals, came);
  return request;
}

static gint64
arrive (const HwTestBusiness *business,
        gint64                order_id,
        gint64                line_id,
        HwQuantity            quantity,
        HwDay                 day)
{
  g_autoptr (HwOrderMove) request = arrive_new (order_id, line_id, quantity, day);
  g_autoptr (HwOrderChange) change = run (business, &hw_order_move_job, request);

  return change->step;
}

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

static const HwOrderSummary *
only (GPtrArray *orders)
{
  g_assert_cmpuint (orders->len, ==, 1);
  return g_ptr_array_index (orders, 0);
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
  assert_move_refused (&business, sent, HW_ORDER_CONFIRMED, TODAY - 1, "not before");
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
  g_test_add_func ("/order-move-job/late", test_late);
  g_test_add_func ("/order-move-job/begins-to-note", test_begins_to_note);
  g_test_add_func ("/order-move-job/confirmed-is-not-late", test_confirmed_is_not_late);
  g_test_add_func ("/order-move-job/range", test_range);
  g_test_add_func ("/order-move-job/changed-and-refused", test_changed_and_refused);
  g_test_add_func ("/order-move-job/price-break", test_price_break);
  g_test_add_func ("/order-move-job/log", test_log);
  return g_test_run ();
}
