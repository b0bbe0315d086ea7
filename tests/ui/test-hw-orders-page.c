/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Orders page: what the owner changes and why, what it comes to at each supplier, and
 * an order's way to the shelf with every step taken back. */
#include "jobs/hw-order-job.h"
#include "jobs/hw-sample-job.h"
#include "jobs/hw-say.h"
#include "pages/orders/hw-order-acts.h"
#include "pages/orders/hw-order-draft.h"
#include "pages/orders/hw-order-open-rows.h"
#include "pages/orders/hw-order-rows.h"
#include "pages/orders/hw-order-sheet.h"
#include "pages/orders/hw-order-why.h"
#include "pages/orders/hw-orders-page.h"
#include "pages/orders/hw-supplier-rows.h"
#include "pages/orders/hw-supplier-sums.h"
#include "widgets/hw-undo-board.h"

#include <glib/gstdio.h>

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

static void
test_rows (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwStockPlan) plan = make_plan ();
  g_autoptr (HwOrderDraft) draft = hw_order_draft_new ();
  g_autoptr (GPtrArray) rows = NULL;
  HwRow *row;

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

/* --- small windows --- */

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) && (*n)-- == 0 ? child : find_nth (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_inside (GtkWidget *widget,
             GType      type,
             guint      nth)
{
  GtkWidget *found = find_nth (widget, type, &nth);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = find_inside (widget, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
}

static void
keep_cb (HwOrderSheet    *sheet,
         const HwAnswers *answers,
         gpointer         data)
{
  *(double *) data = hw_answers_get_number (answers, "share", -1.0);
}

static void
test_sheet (void)
{
  static const HwQuestion question = { .id = "share", .kind = HW_ASK_SHARE, .required = TRUE, .low = 0.0, .high = 1.0, .label = "Share" };
  g_autoptr (HwFormat) en = english ();
  g_autoptr (GObject) keeper = g_object_new (G_TYPE_OBJECT, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sheet = hw_order_sheet_new (window, keeper, en, TODAY, "Terms", NULL, "Keep");
  double kept = -1.0;
  GtkWidget *entry, *button;

  hw_order_sheet_add (HW_ORDER_SHEET (sheet), &question, NULL, NULL, NULL);
  hw_order_sheet_on_done (HW_ORDER_SHEET (sheet), keep_cb, &kept, NULL);
  entry = find_inside (sheet, GTK_TYPE_ENTRY, 0);
  button = find_button (sheet, "Keep");

  /* Nothing, words, or too much: nothing is kept, and the field is marked. */
  g_signal_emit_by_name (button, "clicked");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "much");
  g_signal_emit_by_name (button, "clicked");
  gtk_editable_set_text (GTK_EDITABLE (entry), "120 %");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpfloat (kept, ==, -1.0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "30 %");
  hw_order_sheet_set_busy (HW_ORDER_SHEET (sheet), TRUE);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpfloat (kept, ==, -1.0);
  hw_order_sheet_set_busy (HW_ORDER_SHEET (sheet), FALSE);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpfloat_with_epsilon (kept, 0.3, 1e-9);

  gtk_window_destroy (GTK_WINDOW (sheet));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
answered_cb (HwOrderWhy *why,
             gint64      product_id,
             const char *text,
             char      **said)
{
  g_assert_cmpint (product_id, ==, 5);
  g_free (*said);
  *said = g_strdup (text);
}

static void
test_why (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *why = g_object_new (HW_TYPE_ORDER_WHY, NULL);
  g_autofree char *said = NULL;
  GtkDropDown *drop;
  GtkWidget *entry;

  gtk_window_set_child (GTK_WINDOW (window), why);
  g_signal_connect (why, "answered", G_CALLBACK (answered_cb), &said);
  drop = GTK_DROP_DOWN (find_inside (why, GTK_TYPE_DROP_DOWN, 0));
  entry = find_inside (why, GTK_TYPE_ENTRY, 0);

  /* Asking answers nothing. */
  hw_order_why_ask (HW_ORDER_WHY (why), 5, "Butter: 7 instead of 9. Why?", NULL);
  g_assert_null (said);
  gtk_drop_down_set_selected (drop, 1);
  g_assert_cmpstr (said, ==, "More will be asked for");
  g_assert_false (gtk_widget_get_visible (entry));
  gtk_drop_down_set_selected (drop, g_list_model_get_n_items (gtk_drop_down_get_model (drop)) - 1);
  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "A wedding");
  g_assert_cmpstr (said, ==, "A wedding");

  /* What was answered before stands there again. */
  hw_order_why_ask (HW_ORDER_WHY (why), 5, "", "Too little room");
  g_assert_false (gtk_widget_get_visible (entry));
  hw_order_why_ask (HW_ORDER_WHY (why), 5, "", "A wedding");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "A wedding");
  g_assert_cmpstr (said, ==, "A wedding");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- in a business --- */

static void
wait_ready (HwDesk  *desk,
            HwTopic  topic)
{
  hw_desk_need (desk, topic);
  while (hw_desk_get_state (desk, topic) != HW_WORK_READY)
    {
      g_assert_cmpint (hw_desk_get_state (desk, topic), !=, HW_WORK_FAILED);
      hw_desk_need (desk, topic);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Until something is known anew. */
static void
wait_renewed (HwDesk *desk)
{
  while (!hw_desk_is_stale (desk, HW_TOPIC_ORDERS))
    g_main_context_iteration (NULL, TRUE);
  wait_ready (desk, HW_TOPIC_ORDERS);
  wait_ready (desk, HW_TOPIC_STOCK);
  wait_ready (desk, HW_TOPIC_SUPPLIERS);
}

static guint
count_orders (HwDesk       *desk,
              HwOrderState  state,
              HwDay         ordered)
{
  GPtrArray *orders = hw_desk_get_orders (desk);
  guint n = 0;

  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);

      n += order->state == state && (ordered == HW_DAY_NONE || order->ordered == ordered);
    }

  return n;
}

static const HwOrderSummary *
find_order (HwDesk       *desk,
            HwOrderState  state)
{
  GPtrArray *orders = hw_desk_get_orders (desk);

  for (guint i = 0; i < orders->len; i++)
    if (((const HwOrderSummary *) g_ptr_array_index (orders, i))->state == state)
      return g_ptr_array_index (orders, i);

  g_assert_not_reached ();
}

/* One supplier's drafted, taken back; all of it ordered, taken back. */
static void
check_ordering (HwDesk      *desk,
                GtkWidget   *page,
                HwUndoBoard *board)
{
  const guint lines = hw_desk_get_stock (desk)->n_orders;

  g_assert_cmpuint (lines, >, 0);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_DRAFT, TODAY), ==, 0);
  g_signal_emit_by_name (find_button (page, "Make draft"), "clicked");
  g_assert_false (gtk_widget_get_sensitive (find_button (page, "Order all"))); /* not twice */
  wait_renewed (desk);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_DRAFT, TODAY), ==, 1);
  hw_undo_board_undo (board);
  wait_renewed (desk);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_DRAFT, TODAY), ==, 0);
  g_assert_cmpuint (hw_desk_get_stock (desk)->n_orders, ==, lines);

  g_signal_emit_by_name (find_button (page, "Order all"), "clicked");
  wait_renewed (desk);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_SENT, TODAY), >, 1);
  g_assert_cmpuint (hw_desk_get_stock (desk)->n_orders, <, lines);
  hw_undo_board_undo (board);
  wait_renewed (desk);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_SENT, TODAY), ==, 0);
}

/* One order on its way: arrived, taken back; what cannot be is said and changes nothing. */
static void
check_moving (HwDesk      *desk,
              GtkWidget   *page,
              HwUndoBoard *board)
{
  const guint sent = count_orders (desk, HW_ORDER_SENT, HW_DAY_NONE);
  const gint64 id = find_order (desk, HW_ORDER_SENT)->id;

  hw_order_act_move (page, desk, id, HW_ORDER_RECEIVED, HW_DAY_NONE, NULL, "Order noted as arrived", NULL, NULL);
  wait_renewed (desk);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_SENT, HW_DAY_NONE), ==, sent - 1);
  g_assert_cmpstr (hw_undo_board_get_text (board), ==, "Order noted as arrived");
  hw_undo_board_undo (board);
  wait_renewed (desk);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_SENT, HW_DAY_NONE), ==, sent);
}

static void
check_open_rows (HwDesk *desk)
{
  g_autoptr (GPtrArray) rows = hw_order_open_rows (hw_desk_get_orders (desk), hw_desk_get_format (desk));
  guint n_cancelled = count_orders (desk, HW_ORDER_CANCELLED, HW_DAY_NONE);

  /* What was taken back is gone; what is late stands on top, in words. */
  g_assert_cmpuint (n_cancelled, >, 0);
  g_assert_cmpuint (rows->len, ==, hw_desk_get_orders (desk)->len - n_cancelled);
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 0), 1), ==, "⚠ Late");
}

static void
test_page (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hw-orders-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "b.headway", NULL);
  g_auto (HwBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *page = g_object_new (HW_TYPE_ORDERS_PAGE, NULL);
  HwUndoBoard *board;
  HwSession *session;
  HwDesk *desk;

  hw_sample_business (&business, TODAY);
  session = hw_session_create (path, &business, TODAY, &error);
  g_assert_no_error (error);
  hw_sample_job.free_result (hw_session_run (session, &hw_sample_job, NULL, NULL, &error));
  g_assert_no_error (error);

  desk = hw_desk_new (session);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  board = hw_undo_board_new (ADW_TOAST_OVERLAY (overlay));
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  hw_undo_board_set_active (board, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  hw_page_set_desk (HW_PAGE (page), desk);
  wait_ready (desk, HW_TOPIC_STOCK);
  wait_ready (desk, HW_TOPIC_ORDERS);
  wait_ready (desk, HW_TOPIC_SUPPLIERS);

  check_ordering (desk, page, board);
  check_moving (desk, page, board);
  check_open_rows (desk);

  hw_undo_board_set_active (board, FALSE);
  hw_page_set_desk (HW_PAGE (page), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  hw_desk_close (desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (board);
  g_assert_finalize_object (desk);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/orders/draft", test_draft);
  g_test_add_func ("/ui/orders/refusals", test_refusals);
  g_test_add_func ("/ui/orders/rows", test_rows);
  g_test_add_func ("/ui/orders/supplier-sums", test_sums);
  g_test_add_func ("/ui/orders/supplier-rows", test_supplier_rows);
  g_test_add_func ("/ui/orders/sheet", test_sheet);
  g_test_add_func ("/ui/orders/why", test_why);
  g_test_add_func ("/ui/orders/page", test_page);
  return g_test_run ();
}
