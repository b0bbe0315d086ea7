/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Orders page: its small windows, and an order's way to the shelf with every step
 * taken back. */
#include "jobs/sample/hw-sample-job.h"
#include "jobs/stock/hw-order-job.h"
#include "pages/orders/hw-order-acts.h"
#include "pages/orders/hw-order-open-rows.h"
#include "pages/orders/hw-order-sheet.h"
#include "pages/orders/hw-order-why.h"
#include "pages/orders/hw-orders-page.h"
#include "widgets/hw-undo-board.h"

#include <glib/gstdio.h>

#define TODAY hw_day_from_ymd (2026, 3, 1)

static HwFormat *
english (void)
{
  return hw_format_new ("en", "GB", "EUR");
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

/* One order on its way: arrived, taken back; who asked for it is not kept until then. */
static void
check_moving (HwDesk      *desk,
              GtkWidget   *page,
              HwUndoBoard *board)
{
  const guint sent = count_orders (desk, HW_ORDER_SENT, HW_DAY_NONE);
  const gint64 id = find_order (desk, HW_ORDER_SENT)->id;
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_add_weak_pointer (owner, (gpointer *) &owner);
  hw_order_act_move (page, desk, id, HW_ORDER_RECEIVED, HW_DAY_NONE, NULL, "Order noted as arrived", NULL, owner);
  g_object_unref (owner);
  g_assert_nonnull (owner);
  wait_renewed (desk);
  g_assert_null (owner);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_SENT, HW_DAY_NONE), ==, sent - 1);
  g_assert_cmpstr (hw_undo_board_get_text (board), ==, "Order noted as arrived");
  hw_undo_board_undo (board);
  wait_renewed (desk);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_SENT, HW_DAY_NONE), ==, sent);
}

static void
wait_orders (HwDesk *desk)
{
  while (!hw_desk_is_stale (desk, HW_TOPIC_ORDERS))
    g_main_context_iteration (NULL, TRUE);
  wait_ready (desk, HW_TOPIC_ORDERS);
}

/* Two orders noted as arrived, one after the other; both taken back, the last one first. */
static void
check_two_steps (HwDesk      *desk,
                 GtkWidget   *page,
                 HwUndoBoard *board)
{
  const guint received = count_orders (desk, HW_ORDER_RECEIVED, HW_DAY_NONE);
  const HwOrderState states[] = { HW_ORDER_SENT, HW_ORDER_CONFIRMED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      hw_order_act_move (page, desk, find_order (desk, states[i])->id, HW_ORDER_RECEIVED, HW_DAY_NONE, NULL,
                         i == 0 ? "First arrived" : "Second arrived", NULL, NULL);
      wait_orders (desk);
      g_assert_cmpuint (count_orders (desk, HW_ORDER_RECEIVED, HW_DAY_NONE), ==, received + i + 1);
    }
  g_assert_cmpstr (hw_undo_board_get_next (board), ==, "Second arrived");
  hw_undo_board_undo (board);
  wait_orders (desk);
  g_assert_cmpstr (hw_undo_board_get_next (board), ==, "First arrived");
  hw_undo_board_undo (board);
  wait_orders (desk);
  g_assert_cmpuint (count_orders (desk, HW_ORDER_RECEIVED, HW_DAY_NONE), ==, received);
}

static void
check_open_rows (HwDesk *desk)
{
  GPtrArray *orders = hw_desk_get_orders (desk);
  const HwFormat *format = hw_desk_get_format (desk);
  g_autoptr (GPtrArray) all = hw_order_open_rows (orders, TODAY, HW_ORDER_TO_COME, HW_ORDER_CAME_BEFORE, format);
  g_autoptr (GPtrArray) rows = hw_order_open_rows (orders, TODAY, HW_ORDER_TO_COME, HW_ORDER_TO_COME, format);
  g_autoptr (GPtrArray) lately = hw_order_open_rows (orders, TODAY, HW_ORDER_CAME_LATELY, HW_ORDER_CAME_LATELY, format);
  guint n_cancelled = count_orders (desk, HW_ORDER_CANCELLED, HW_DAY_NONE);

  /* What was taken back is gone; what is late stands on top, in words. */
  g_assert_cmpuint (n_cancelled, >, 0);
  g_assert_cmpuint (all->len, ==, orders->len - n_cancelled);
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 0), 1), ==, "⚠ Late");

  /* What came is told apart from what is still to come, half a year of it from the last weeks. */
  g_assert_cmpuint (lately->len, >, 0);
  g_assert_cmpuint (rows->len + lately->len, <, all->len);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, i), 1), !=, "Received");
  for (guint i = 0; i < lately->len; i++)
    g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (lately, i), 1), ==, "Received");
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
  check_two_steps (desk, page, board);
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
  /* A toast that fades out while its window goes brings libadwaita 1.2 down. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/ui/orders/sheet", test_sheet);
  g_test_add_func ("/ui/orders/why", test_why);
  g_test_add_func ("/ui/orders/page", test_page);
  return g_test_run ();
}
