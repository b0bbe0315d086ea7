/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-orders-page.h"

#include "compat/hw-ask.h"
#include "jobs/hw-order-job.h"
#include "jobs/hw-say.h"
#include "pages/orders/hw-order-rows.h"
#include "widgets/hw-cells.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-names.h"
#include "widgets/hw-old-notice.h"
#include "widgets/hw-promise.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

struct _HwOrdersPage
{
  HwPage         parent_instance;

  HwStatePage   *state_page;
  HwOldNotice   *old_notice;
  GtkLabel      *total_label;
  GtkLabel      *note_label;
  HwPromise     *promise;
  GtkButton     *order_button;
  GtkStack      *views;
  GtkStack      *lines_stack;
  AdwStatusPage *none_page;
  GtkButton     *none_button;
  HwDataTable   *lines_table;
  GtkStack      *sent_stack;
  HwDataTable   *sent_table;

  HwOrderDraft  *draft;   /* (owned) */
  gboolean       ordering;
};

G_DEFINE_FINAL_TYPE (HwOrdersPage, hw_orders_page, HW_TYPE_PAGE)

/* What orders hang on: what is on its way, and what is said of it elsewhere. */
#define CHANGED_BY_ORDERS (HW_TOPIC_BIT (HW_TOPIC_STOCK) | HW_TOPIC_BIT (HW_TOPIC_ORDERS) | \
                           HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS))

static const HwStockPlan *
get_plan (HwOrdersPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  return desk != NULL ? hw_desk_get_stock (desk) : NULL;
}

static const HwStockLine *
find_line (const HwStockPlan *plan,
           gint64             product_id)
{
  for (guint i = 0; plan != NULL && i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (line->product_id == product_id)
        return line;
    }

  return NULL;
}

static void
fill_head (HwOrdersPage      *self,
           const HwStockPlan *plan,
           const HwFormat    *format)
{
  HwMoney sum;
  const guint n = hw_order_draft_total (self->draft, plan, &sum);
  g_autofree char *value = hw_format_money (format, sum);
  g_autofree char *day = hw_format_day (format, plan->as_of, HW_DAY_SHORT);
  g_autofree char *total = NULL;
  g_autofree char *note = NULL;

  if (n > 0)
    /* Translators: 1 how many products, 2 money. */
    total = g_strdup_printf (ngettext ("%u item to order · %s", "%u items to order · %s", n), n, value);
  else if (plan->n_unknown == plan->lines->len)
    total = g_strdup (_("Not known yet"));
  else
    total = g_strdup (_("Nothing to order"));

  if (plan->n_unknown > 0)
    /* Translators: 1 a date, 2 how many products. */
    note = g_strdup_printf (ngettext ("As of %s. How much is left of %u product is not known.",
                                      "As of %s. How much is left of %u products is not known.",
                                      plan->n_unknown), day, plan->n_unknown);
  else
    /* Translators: %s is a date. */
    note = g_strdup_printf (_("As of %s. What would cost you most if it ran out comes first."), day);

  gtk_label_set_text (self->total_label, total);
  gtk_label_set_text (self->note_label, note);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order_button), n > 0 && !self->ordering);
}

static void
fill_lines (HwOrdersPage      *self,
            const HwStockPlan *plan,
            const HwFormat    *format)
{
  g_autoptr (GPtrArray) rows = hw_order_lines_rows (self->draft, plan, format);
  const gboolean unknown = plan->n_unknown == plan->lines->len;

  hw_data_table_set_rows (self->lines_table, rows);
  gtk_stack_set_visible_child_name (self->lines_stack, rows->len > 0 ? "some" : "none");

  gtk_widget_set_visible (GTK_WIDGET (self->none_button), unknown);
  adw_status_page_set_icon_name (self->none_page, unknown ? "package-x-generic-symbolic" : "emblem-ok-symbolic");
  adw_status_page_set_title (self->none_page, unknown ? _("How much is left is not known")
                                                      : _("Nothing to order today"));
  adw_status_page_set_description (self->none_page,
                                   unknown ? _("Import a stock list with what is on your shelves. "
                                               "Then this page says what to order.")
                                           : _("Everything needed until the next delivery is on the shelves or on its way."));
}

static void
hw_orders_page_fill (HwPage *page)
{
  HwOrdersPage *self = HW_ORDERS_PAGE (page);
  HwDesk *desk = hw_page_get_desk (page);
  const HwFormat *format = hw_desk_get_format (desk);
  GPtrArray *orders = hw_desk_get_orders (desk);

  hw_old_notice_fill (self->old_notice, hw_page_get_desk (page));
  fill_head (self, hw_desk_get_stock (desk), format);
  fill_lines (self, hw_desk_get_stock (desk), format);

  if (orders != NULL)
    {
      g_autoptr (GPtrArray) rows = hw_order_sent_rows (orders, format);

      hw_data_table_set_rows (self->sent_table, rows);
      gtk_stack_set_visible_child_name (self->sent_stack, rows->len > 0 ? "some" : "none");
    }
}

static void
hw_orders_page_forget (HwPage *page)
{
  HwOrdersPage *self = HW_ORDERS_PAGE (page);

  hw_order_draft_clear (self->draft);
  hw_data_table_forget (self->lines_table);
  hw_data_table_forget (self->sent_table);
  gtk_stack_set_visible_child_name (self->views, "lines");
  hw_promise_set_desk (self->promise, hw_page_get_desk (page));
}

static char *
total_cb (const GPtrArray *shown,
          guint            column,
          gpointer         data)
{
  HwOrdersPage *self = data;
  const HwStockPlan *plan = get_plan (self);
  HwMoney sum = 0;

  if (plan == NULL || (column != HW_ORDER_PRODUCT && column != HW_ORDER_VALUE))
    return NULL;
  if (column == HW_ORDER_PRODUCT)
    return g_strdup (_("Together"));

  for (guint i = 0; i < shown->len; i++)
    {
      const HwStockLine *line = find_line (plan, hw_row_get_id (g_ptr_array_index (shown, i)));
      const HwMoney value = line != NULL ? hw_order_draft_value (self->draft, line) : HW_UNKNOWN;

      if (value != HW_UNKNOWN && !hw_scaled_add (&sum, value))
        return NULL;
    }

  return hw_format_money (hw_desk_get_format (hw_page_get_desk (HW_PAGE (self))), sum);
}

/* The owner's own figure for one line; an empty cell puts the suggestion back. */
static char *
quantity_typed_cb (HwRow      *row,
                   guint       column,
                   const char *text,
                   gpointer    data)
{
  HwOrdersPage *self = data;
  const HwStockPlan *plan = get_plan (self);
  const HwStockLine *line = find_line (plan, hw_row_get_id (row));
  const HwFormat *format;
  gint64 quantity;

  if (line == NULL)
    return NULL;

  format = hw_desk_get_format (hw_page_get_desk (HW_PAGE (self)));
  if (*text == '\0')
    quantity = line->order_now;
  else if (!hw_format_parse (format, text, &quantity) || quantity < 0)
    return g_strdup (_("Type how many to order, as a number. 0 leaves it out."));

  /* Sold by the piece so far: no half ones. */
  if (quantity % HW_QUANTITY_ONE != 0 && line->order_now % HW_QUANTITY_ONE == 0 && line->on_hand % HW_QUANTITY_ONE == 0)
    return g_strdup (_("This is sold whole: type a whole number."));

  hw_order_draft_set (self->draft, line->product_id, quantity);
  hw_cell_quantity (row, HW_ORDER_QUANTITY, quantity, format);
  hw_cell_money (row, HW_ORDER_VALUE, hw_order_draft_value (self->draft, line), format);
  fill_head (self, plan, format);
  return NULL;
}

typedef struct
{
  HwDesk *desk;  /* (owned) */
  gint64  step;
} Sent;

static void
sent_free (gpointer data)
{
  Sent *sent = data;

  g_object_unref (sent->desk);
  g_free (sent);
}

static void
taken_back_cb (gpointer      owner,
               gpointer      result,
               const GError *error)
{
  hw_order_change_free (result);
  hw_desk_renew_topics (owner, CHANGED_BY_ORDERS);
}

static void
take_back (gpointer data)
{
  Sent *sent = data;

  if (hw_desk_get_session (sent->desk) != NULL)
    hw_errand_run (sent->desk, &hw_order_undo_job, g_memdup2 (&sent->step, sizeof sent->step), NULL,
                   taken_back_cb, sent->desk);
}

static void
ordered_cb (gpointer      owner,
            gpointer      result,
            const GError *error)
{
  HwOrdersPage *self = owner;
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  g_autofree char *done = NULL;
  HwOrderChange *change = result;
  Sent *sent;

  self->ordering = FALSE;
  if (desk == NULL)
    {
      hw_order_change_free (change);
      return;
    }

  if (change == NULL)
    {
      g_autofree char *text = hw_say_error (error, NULL);

      hw_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Nothing was ordered"), text);
      fill_head (self, hw_desk_get_stock (desk), hw_desk_get_format (desk));
      return;
    }

  sent = g_new0 (Sent, 1);
  sent->desk = g_object_ref (desk);
  sent->step = change->step;
  hw_order_draft_clear (self->draft);
  done = g_strdup_printf (ngettext ("%u order noted as sent", "%u orders noted as sent", change->ids->len),
                          change->ids->len);
  hw_order_change_free (change);
  hw_undo_offer (GTK_WIDGET (self), done, take_back, sent, sent_free);
  hw_desk_renew_topics (desk, CHANGED_BY_ORDERS);
  gtk_stack_set_visible_child_name (self->views, "sent");
}

static void
order_clicked_cb (HwOrdersPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  const HwStockPlan *plan = get_plan (self);
  HwOrderRequest *request;

  if (plan == NULL || self->ordering)
    return;

  self->ordering = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->order_button), FALSE);
  request = g_new0 (HwOrderRequest, 1);
  request->wishes = hw_order_draft_wishes (self->draft, plan);
  hw_errand_run (desk, &hw_order_job, request, NULL, ordered_cb, self);
}

static void
hw_orders_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_ORDERS_PAGE);

  G_OBJECT_CLASS (hw_orders_page_parent_class)->dispose (object);
}

static void
hw_orders_page_finalize (GObject *object)
{
  hw_order_draft_free (HW_ORDERS_PAGE (object)->draft);

  G_OBJECT_CLASS (hw_orders_page_parent_class)->finalize (object);
}

static void
hw_orders_page_class_init (HwOrdersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  object_class->dispose = hw_orders_page_dispose;
  object_class->finalize = hw_orders_page_finalize;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_STOCK);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_ORDERS) | HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS);
  page_class->fill = hw_orders_page_fill;
  page_class->forget = hw_orders_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_OLD_NOTICE);
  g_type_ensure (HW_TYPE_DATA_TABLE);
  g_type_ensure (HW_TYPE_PROMISE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/orders/hw-orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, old_notice);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, total_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, promise);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, order_button);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, views);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, lines_stack);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, none_button);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, lines_table);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, sent_stack);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, sent_table);
  gtk_widget_class_bind_template_callback (widget_class, order_clicked_cb);
}

static void
hw_orders_page_init (HwOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);
  self->draft = hw_order_draft_new ();

  hw_order_lines_set_up (self->lines_table);
  hw_data_table_show_column (self->lines_table, HW_ORDER_ON_HAND, FALSE); /* the reason says it too */
  hw_data_table_set_name (self->lines_table, "order-lines");
  hw_data_table_set_totals (self->lines_table, total_cb, self, NULL);
  hw_data_table_set_editable (self->lines_table, HW_ORDER_QUANTITY, quantity_typed_cb, self, NULL);
  hw_order_sent_set_up (self->sent_table);
  hw_data_table_set_name (self->sent_table, "orders-sent");
  hw_inner_names (GTK_WIDGET (self->lines_stack), _("Order today"));
  hw_inner_names (GTK_WIDGET (self->sent_stack), _("On its way"));
}
