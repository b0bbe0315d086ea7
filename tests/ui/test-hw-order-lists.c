/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the owner changes of the day's list and why, and what it comes to at each
 * supplier. */
#include "domain/hw-stock-pile.h"
#include "jobs/hw-say.h"
#include "jobs/stock/hw-order-job.h"
#include "pages/orders/hw-order-draft.h"
#include "pages/orders/hw-order-rows.h"
#include "pages/orders/hw-order-words.h"
#include "pages/orders/hw-supplier-rows.h"
#include "pages/orders/hw-supplier-sums.h"

#define TODAY hw_day_from_ymd (2026, 3, 1)

static HwFormat *
english (void)
{
  return hw_format_new ("en", "GB", "EUR");
}

static void
check (char       *text, /* takes it */
       const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* @units to order of a product that costs 2 each; @supplier_id also names it. */
static HwStockLine *
add_line (HwStockPlan *plan,
          gint64       product_id,
          gint64       supplier_id,
          int          units,
          HwMoney      gain)
{
  HwStockLine *line = hw_stock_line_new ();

  line->product_id = product_id;
  line->supplier_id = supplier_id;
  line->name = g_strdup_printf ("Product %d", (int) product_id);
  line->supplier = g_strdup_printf ("Supplier %d", (int) supplier_id);
  line->key = g_strdup (line->name);
  line->reason = units > 0 ? HW_STOCK_ORDER : HW_STOCK_OVER_BUDGET;
  line->order_now = units * HW_QUANTITY_ONE;
  line->unit_cost = 2 * HW_MONEY_ONE;
  line->value = units * 2 * HW_MONEY_ONE;
  line->gain = gain;
  g_ptr_array_add (plan->lines, line);
  return line;
}

static HwStockLine *
line_at (const HwStockPlan *plan,
         guint              i)
{
  return g_ptr_array_index (plan->lines, i);
}

static HwStockPlan *
make_plan (void)
{
  HwStockPlan *plan = hw_stock_plan_new ();

  plan->as_of = TODAY;
  add_line (plan, 1, 7, 10, 5 * HW_MONEY_ONE);   /* 0.25 a coin */
  add_line (plan, 2, 8, 20, 30 * HW_MONEY_ONE);  /* 0.75 */
  add_line (plan, 3, 7, 0, 0);                   /* the budget has no room for it */
  return plan;
}

static void
test_draft (void)
{
  g_autoptr (HwStockPlan) plan = make_plan ();
  g_autoptr (HwOrderDraft) draft = hw_order_draft_new ();
  HwOrderSum sum = hw_order_draft_sum (draft, plan, HW_SUPPLIER_ANY);

  g_assert_cmpuint (sum.n, ==, 2);
  g_assert_cmpint (sum.value, ==, 60 * HW_MONEY_ONE);
  sum = hw_order_draft_sum (draft, plan, 7);
  g_assert_cmpuint (sum.n, ==, 1);
  g_assert_cmpint (sum.value, ==, 20 * HW_MONEY_ONE);

  /* The suggestion itself is no change; typed again it is none any more. */
  hw_order_draft_set (draft, line_at (plan, 0), 10 * HW_QUANTITY_ONE);
  g_assert_false (hw_order_draft_is_changed (draft, 1));
  hw_order_draft_set (draft, line_at (plan, 0), 15 * HW_QUANTITY_ONE);
  g_assert_true (hw_order_draft_is_changed (draft, 1));
  g_assert_cmpint (hw_order_draft_value (draft, line_at (plan, 0)), ==, 30 * HW_MONEY_ONE);
  hw_order_draft_set (draft, line_at (plan, 0), 10 * HW_QUANTITY_ONE);
  g_assert_false (hw_order_draft_is_changed (draft, 1));

  /* Left out and taken again; where nobody says how many, the owner has to. */
  g_assert_true (hw_order_draft_toggle (draft, line_at (plan, 0)));
  g_assert_cmpint (hw_order_draft_quantity (draft, line_at (plan, 0)), ==, 0);
  g_assert_true (hw_order_draft_toggle (draft, line_at (plan, 0)));
  g_assert_false (hw_order_draft_is_changed (draft, 1));
  g_assert_true (hw_order_draft_lists (draft, line_at (plan, 2)));
  g_assert_false (hw_order_draft_toggle (draft, line_at (plan, 2)));
  line_at (plan, 2)->lot = 6 * HW_QUANTITY_ONE;
  g_assert_true (hw_order_draft_toggle (draft, line_at (plan, 2)));
  g_assert_cmpint (hw_order_draft_quantity (draft, line_at (plan, 2)), ==, 6 * HW_QUANTITY_ONE);
}

static void
test_refusals (void)
{
  g_autoptr (HwStockPlan) plan = make_plan ();
  g_autoptr (HwOrderDraft) draft = hw_order_draft_new ();
  g_autoptr (GArray) wishes = NULL;
  g_autoptr (GArray) later = NULL;
  g_autoptr (GArray) again = NULL;
  const HwOrderWish *wish;

  hw_order_draft_set (draft, line_at (plan, 0), 0);
  hw_order_draft_set_why (draft, 1, "Too little room");
  hw_order_draft_set (draft, line_at (plan, 1), 30 * HW_QUANTITY_ONE);
  hw_order_draft_set_why (draft, 1, "Too little room");
  g_assert_cmpuint (hw_order_draft_sum (draft, plan, HW_SUPPLIER_ANY).n_refused, ==, 1);

  wishes = hw_order_draft_wishes (draft, plan, HW_SUPPLIER_ANY);
  g_assert_cmpuint (wishes->len, ==, 2);
  wish = &g_array_index (wishes, HwOrderWish, 0);
  g_assert_cmpint (wish->quantity, ==, 0);
  g_assert_cmpint (wish->proposed, ==, 10 * HW_QUANTITY_ONE);
  g_assert_cmpstr (wish->why, ==, "Too little room");
  wish = &g_array_index (wishes, HwOrderWish, 1);
  g_assert_cmpint (wish->quantity, ==, 30 * HW_QUANTITY_ONE);
  g_assert_null (wish->why);

  /* Kept once, a refusal is not kept again, but stays; taken back it would have to be. */
  hw_order_draft_done (draft, plan, HW_SUPPLIER_ANY);
  g_assert_cmpint (hw_order_draft_quantity (draft, line_at (plan, 0)), ==, 0);
  g_assert_false (hw_order_draft_is_changed (draft, 2));
  later = hw_order_draft_wishes (draft, plan, 7);
  g_assert_cmpuint (later->len, ==, 0);
  hw_order_draft_reopen (draft);
  again = hw_order_draft_wishes (draft, plan, 7);
  g_assert_cmpuint (again->len, ==, 1);
}

/* Refused today it stays so in the next plan, and after the window was closed; taken in
 * again it is ordered as suggested. Yesterday's refusal is told and binds nobody. */
static void
test_left_out_today (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwStockPlan) plan = make_plan ();
  g_autoptr (HwOrderDraft) draft = hw_order_draft_new ();
  g_autofree char *total = NULL;
  HwOrderSum sum;

  hw_order_draft_set (draft, line_at (plan, 0), 0);
  hw_order_draft_done (draft, plan, HW_SUPPLIER_ANY);
  line_at (plan, 0)->refused = TODAY;
  line_at (plan, 0)->refused_why = g_strdup ("no room");
  line_at (plan, 1)->refused = TODAY - 1;
  hw_order_draft_settle (draft, plan);
  sum = hw_order_draft_sum (draft, plan, HW_SUPPLIER_ANY);
  g_assert_cmpuint (sum.n, ==, 1);
  g_assert_cmpuint (sum.n_refused, ==, 0);
  g_assert_cmpuint (sum.n_left_out, ==, 1);
  g_assert_cmpuint (sum.n, ==, hw_stock_plan_count_due (plan));
  total = hw_order_say_total (plan, &sum, en);
  g_assert_cmpstr (total, ==, "1 item to order · €40.00 · 1 left out");

  check (hw_order_line_say_reason (draft, line_at (plan, 0), en),
         "You left this out on 1 Mar: no room. Make fresh today; about 0.0 are expected to sell");
  g_assert_true (hw_order_draft_toggle (draft, line_at (plan, 0)));
  g_assert_cmpint (hw_order_draft_quantity (draft, line_at (plan, 0)), ==, 10 * HW_QUANTITY_ONE);
  g_assert_false (hw_order_draft_is_changed (draft, 1));
  g_assert_cmpuint (hw_order_draft_sum (draft, plan, HW_SUPPLIER_ANY).n, ==, 2);
}

/* More at once costs less each, also of an amount of the owner's own. */
static void
test_steps (void)
{
  const HwPriceBreak step = { 1, 12 * HW_QUANTITY_ONE, 15000 };
  g_autoptr (HwStockPlan) plan = make_plan ();
  g_autoptr (HwOrderDraft) draft = hw_order_draft_new ();

  line_at (plan, 0)->breaks = g_array_new (FALSE, FALSE, sizeof (HwPriceBreak));
  g_array_append_val (line_at (plan, 0)->breaks, step);
  g_assert_cmpint (hw_order_draft_value (draft, line_at (plan, 0)), ==, 20 * HW_MONEY_ONE);
  hw_order_draft_set (draft, line_at (plan, 0), 12 * HW_QUANTITY_ONE);
  g_assert_cmpint (hw_order_draft_value (draft, line_at (plan, 0)), ==, 18 * HW_MONEY_ONE);
}

/* What the supplier does not take is said of the owner's figure; none is always well. */
static void
test_least (void)
{
  g_autoptr (HwStockPlan) plan = make_plan ();
  g_autoptr (HwOrderDraft) draft = hw_order_draft_new ();
  g_autoptr (HwFormat) en = english ();
  HwStockLine *line = line_at (plan, 0);

  line->pack = 4 * HW_QUANTITY_ONE;
  line->min_order = 10 * HW_QUANTITY_ONE;
  hw_order_draft_set (draft, line, 8 * HW_QUANTITY_ONE);
  check (hw_order_line_say_least (draft, line, en), "Product 1: Order at least 12: the supplier takes no less.");
  hw_order_draft_set (draft, line, 14 * HW_QUANTITY_ONE);
  check (hw_order_line_say_least (draft, line, en), "Product 1: It comes in packs of 4.");
  hw_order_draft_set (draft, line, 12 * HW_QUANTITY_ONE);
  g_assert_null (hw_order_line_say_least (draft, line, en));
  hw_order_draft_set (draft, line, 0);
  g_assert_null (hw_order_line_say_least (draft, line, en));
}

static void
test_rows (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwStockPlan) plan = make_plan ();
  g_autoptr (HwOrderDraft) draft = hw_order_draft_new ();
  g_autoptr (GPtrArray) rows = NULL;
  HwRow *row;

  line_at (plan, 0)->on_hand = 3 * HW_QUANTITY_ONE;
  line_at (plan, 1)->runs_out = TODAY;
  line_at (plan, 0)->runs_out_early = hw_day_from_ymd (2026, 3, 3);
  line_at (plan, 0)->runs_out = hw_day_from_ymd (2026, 3, 5);
  line_at (plan, 0)->runs_out_late = hw_day_from_ymd (2026, 3, 9);
  line_at (plan, 0)->change = HW_CHANGE_LATE;
  line_at (plan, 0)->order_before = 4 * HW_QUANTITY_ONE;
  hw_order_draft_set (draft, line_at (plan, 0), 0);
  rows = hw_order_lines_rows (draft, plan, en);
  g_assert_cmpuint (rows->len, ==, 3);

  /* What brings most for its money comes first. */
  g_assert_cmpint (hw_row_get_id (g_ptr_array_index (rows, 0)), ==, 2);
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 0), HW_ORDER_RUNS_OUT), ==, "sold out");
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (hw_row_get_text (row, HW_ORDER_RUNS_OUT), ==, "3 Mar – 9 Mar");
  g_assert_cmpstr (hw_row_get_text (row, HW_ORDER_TAKE), ==, "–");
  g_assert_cmpstr (hw_row_get_text (row, HW_ORDER_QUANTITY), ==, "0");
  g_assert_cmpstr (hw_row_get_text (row, HW_ORDER_REASON), ==, "Your figure; 10 was suggested");
  g_assert_cmpstr (hw_row_get_text (row, HW_ORDER_CHANGED), ==, "Was 4; an order is late");
  g_assert_cmpstr (hw_row_get_text (row, HW_ORDER_ARRIVES), ==, "–");

  hw_order_draft_set_why (draft, 1, "Too little room");
  hw_order_lines_fill_own (row, draft, line_at (plan, 0), en);
  g_assert_cmpstr (hw_row_get_text (row, HW_ORDER_REASON), ==, "Your figure: Too little room; 10 was suggested");
}

/* --- suppliers --- */

static void
test_sums (void)
{
  const HwStockSupplier plan = { .supplier_id = 7, .name = (char *) "Mill", .value = 30 * HW_MONEY_ONE,
                                 .min_order = 40 * HW_MONEY_ONE, .missing = 10 * HW_MONEY_ONE, .wait = TRUE };
  const HwSupplierCard card = { .supplier = { .id = 7 }, .terms = { .freight = 5 * HW_MONEY_ONE,
                                                                    .freight_free = 60 * HW_MONEY_ONE } };
  g_autoptr (HwFormat) en = english ();
  HwStockSupplier now;

  now = hw_supplier_sums_now (&plan, &(HwOrderSum) { 3, 0, 30 * HW_MONEY_ONE }, &card);
  g_assert_cmpint (now.missing, ==, 10 * HW_MONEY_ONE);
  g_assert_true (now.wait);
  check (hw_say_stock_supplier (&now, en), "Nothing is urgent: better wait until €10.00 more come together");

  /* The owner took more: nothing is waited for, first the smallest order counts, then the freight. */
  now = hw_supplier_sums_now (&plan, &(HwOrderSum) { 3, 0, 35 * HW_MONEY_ONE }, &card);
  check (hw_say_stock_supplier (&now, en), "Take €5.00 more to reach the smallest order");
  now = hw_supplier_sums_now (&plan, &(HwOrderSum) { 3, 0, 50 * HW_MONEY_ONE }, &card);
  check (hw_say_stock_supplier (&now, en), "With €10.00 more there is no freight of €5.00");
  now = hw_supplier_sums_now (&plan, &(HwOrderSum) { 3, 0, 60 * HW_MONEY_ONE }, &card);
  g_assert_cmpint (now.freight, ==, 0);
  g_assert_null (hw_say_stock_supplier (&now, en));
}

static void
test_supplier_rows (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  HwSupplierCard known = { .supplier = { .id = 1, .name = (char *) "Mill", .lead_days = 3, .review_days = 7 },
                           .n_received = 4, .lead_mean = 3.4, .lead_sd = 0.5, .on_time = 0.75 };
  HwSupplierCard fresh = { .supplier = { .id = 2, .name = (char *) "New", .lead_days = -1 }, .on_time = -1.0 };

  g_ptr_array_add (cards, &known);
  g_ptr_array_add (cards, &fresh);
  rows = hw_supplier_rows_new (cards, en);
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 0), 1), ==, "3 days");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 0), 2), ==, "3.4 ± 0.5 days");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 0), 3), ==, "75%");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 1), 1), ==, "not known");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 1), 2), ==, "no data");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 1), 3), ==, "no data");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/order-lists/draft", test_draft);
  g_test_add_func ("/ui/order-lists/refusals", test_refusals);
  g_test_add_func ("/ui/order-lists/left-out-today", test_left_out_today);
  g_test_add_func ("/ui/order-lists/price-steps", test_steps);
  g_test_add_func ("/ui/order-lists/least", test_least);
  g_test_add_func ("/ui/order-lists/rows", test_rows);
  g_test_add_func ("/ui/order-lists/supplier-sums", test_sums);
  g_test_add_func ("/ui/order-lists/supplier-rows", test_supplier_rows);
  return g_test_run ();
}
