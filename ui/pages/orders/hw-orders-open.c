/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-orders-open.h"

#include "pages/orders/hw-order-acts.h"
#include "pages/orders/hw-order-open-rows.h"
#include "pages/orders/hw-order-paper-acts.h"
#include "pages/orders/hw-order-receipt.h"
#include "pages/orders/hw-orders-came.h"
#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"

#include <glib/gi18n.h>

struct _HwOrdersOpen
{
  AdwBin         parent_instance;

  GtkStack      *stack;
  GtkScrolledWindow *scrolled;
  GtkStack      *open_stack;
  HwDataTable   *table;
  HwOrdersCame  *came;
  GtkLabel      *title_label;
  GtkLabel      *lines_label;
  GtkButton     *next_button;
  GtkButton     *part_button;
  GtkButton     *confirm_button;
  GtkMenuButton *more_button;

  GSimpleActionGroup *actions; /* (owned) */
  HwDesk        *desk;         /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwOrdersOpen, hw_orders_open, ADW_TYPE_BIN)

static GPtrArray *
get_orders (HwOrdersOpen *self)
{
  return self->desk != NULL && hw_desk_get_session (self->desk) != NULL ? hw_desk_get_orders (self->desk) : NULL;
}

static const HwOrderSummary *
get_chosen (HwOrdersOpen *self)
{
  return hw_order_open_chosen (self->table, get_orders (self));
}

static void
enable (HwOrdersOpen *self,
        const char   *name,
        gboolean      enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
is_awaited (const HwOrderSummary *order)
{
  return order->state == HW_ORDER_SENT || order->state == HW_ORDER_CONFIRMED || order->state == HW_ORDER_PART;
}

/* What can be done with the chosen order, and what is in it. */
static void
chosen_cb (HwOrdersOpen *self)
{
  const HwOrderSummary *order = get_chosen (self);
  const gboolean draft = order != NULL && order->state == HW_ORDER_DRAFT;
  const gboolean awaited = order != NULL && is_awaited (order);

  enable (self, "sent", draft);
  enable (self, "arrived", awaited);
  enable (self, "part", awaited);
  enable (self, "confirm", awaited);
  enable (self, "cancel", draft || awaited);
  enable (self, "file", order != NULL);
  enable (self, "mail", order != NULL && *order->email != '\0' && (draft || awaited));
  gtk_button_set_label (self->next_button, draft ? _("Ordered today") : _("Arrived in full"));
  hw_set_action (GTK_WIDGET (self->next_button), draft ? "order.sent" : "order.arrived");
  gtk_widget_set_visible (GTK_WIDGET (self->part_button), !draft);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), !draft);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more_button), order != NULL);

  if (order != NULL)
    {
      g_autofree char *title = hw_order_say_title (order);
      g_autofree char *lines = hw_order_open_say_lines (order, hw_desk_get_format (self->desk));

      gtk_label_set_text (self->title_label, title);
      gtk_label_set_text (self->lines_label, lines);
    }
  else
    {
      gtk_label_set_text (self->title_label, _("No order chosen"));
      gtk_label_set_text (self->lines_label, _("Choose an order to say what became of it."));
    }
}

void
hw_orders_open_fill (HwOrdersOpen *self)
{
  GPtrArray *orders;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (HW_IS_ORDERS_OPEN (self));

  orders = get_orders (self);
  if (orders == NULL)
    return;

  rows = hw_order_open_rows (orders, hw_session_get_today (hw_desk_get_session (self->desk)), HW_ORDER_TO_COME, HW_ORDER_TO_COME,
                             hw_desk_get_format (self->desk));
  hw_data_table_set_rows (self->table, rows);
  gtk_stack_set_visible_child_name (self->stack, orders->len > 0 ? "some" : "none");
  gtk_stack_set_visible_child_name (self->open_stack, rows->len > 0 ? "some" : "none");
  if (get_chosen (self) != NULL)
    hw_data_table_scroll_to (self->table, get_chosen (self)->id); /* what was just moved stays in sight */
  chosen_cb (self);
  hw_section_show (HW_SECTION (self->came), self->desk);
}

/* --- steps --- */

/* @said: what is done with it, translated. */
static void
move (HwOrdersOpen *self,
      HwOrderState  to,
      const char   *said)
{
  const HwOrderSummary *order = get_chosen (self);
  g_autofree char *title = order != NULL ? hw_order_say_title (order) : NULL;
  g_autofree char *text = NULL;

  if (order == NULL)
    return;

  /* Translators: 1 "Order 12 to Mill", 2 "noted as arrived". */
  text = g_strdup_printf (_("%1$s: %2$s"), title, said);
  hw_order_act_move (GTK_WIDGET (self), self->desk, order->id, to, HW_DAY_NONE, NULL, text, NULL, NULL);
}

static void
sent_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       self)
{
  move (self, HW_ORDER_SENT, C_("order", "noted as sent"));
}

static void
arrived_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  move (self, HW_ORDER_RECEIVED, C_("order", "noted as arrived"));
}

static void
cancel_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       self)
{
  move (self, HW_ORDER_CANCELLED, C_("order", "cancelled"));
}

static void
part_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  HwOrdersOpen *self = data;
  const HwOrderSummary *order = get_chosen (self);

  if (order != NULL)
    hw_order_receipt_open (GTK_WIDGET (self), self->desk, order);
}

static void
confirm_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  HwOrdersOpen *self = data;
  const HwOrderSummary *order = get_chosen (self);

  if (order != NULL)
    hw_order_confirm_open (GTK_WIDGET (self), self->desk, order);
}

static void
file_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  HwOrdersOpen *self = data;
  const HwOrderSummary *order = get_chosen (self);

  if (order != NULL)
    hw_order_paper_save (GTK_WIDGET (self), self->desk, order);
}

static void
mail_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  HwOrdersOpen *self = data;
  const HwOrderSummary *order = get_chosen (self);

  if (order != NULL)
    hw_order_paper_mail (GTK_WIDGET (self), self->desk, order);
}

/* Enter on a row: what comes next for it. */
static void
activated_cb (HwOrdersOpen *self)
{
  const HwOrderSummary *order = get_chosen (self);

  if (order != NULL && order->state == HW_ORDER_DRAFT)
    move (self, HW_ORDER_SENT, C_("order", "noted as sent"));
  else if (order != NULL && is_awaited (order))
    hw_order_receipt_open (GTK_WIDGET (self), self->desk, order);
}

static void
hw_orders_open_dispose (GObject *object)
{
  HwOrdersOpen *self = HW_ORDERS_OPEN (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_ORDERS_OPEN);

  G_OBJECT_CLASS (hw_orders_open_parent_class)->dispose (object);
}

static void
hw_orders_open_class_init (HwOrdersOpenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_orders_open_dispose;
  g_type_ensure (HW_TYPE_DATA_TABLE);
  g_type_ensure (HW_TYPE_ORDERS_CAME);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/orders/hw-orders-open.ui");
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, stack);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, open_stack);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, table);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, came);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, title_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, lines_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, next_button);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, part_button);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersOpen, more_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
hw_orders_open_init (HwOrdersOpen *self)
{
  static const GActionEntry entries[] = {
    { "sent", sent_action, NULL, NULL, NULL, { 0 } },
    { "arrived", arrived_action, NULL, NULL, NULL, { 0 } },
    { "part", part_action, NULL, NULL, NULL, { 0 } },
    { "confirm", confirm_action, NULL, NULL, NULL, { 0 } },
    { "cancel", cancel_action, NULL, NULL, NULL, { 0 } },
    { "file", file_action, NULL, NULL, NULL, { 0 } },
    { "mail", mail_action, NULL, NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "order", G_ACTION_GROUP (self->actions));
  hw_order_open_set_up (self->table, FALSE);
  hw_data_table_set_name (self->table, "orders-open");
  hw_inner_names (GTK_WIDGET (self->stack), _("On the way"));
  hw_scroll_keep_steady (self->scrolled);
  /* The focus is on the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->more_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("More for this order"), -1);
  chosen_cb (self);
}

void
hw_orders_open_forget (HwOrdersOpen *self,
                       HwDesk       *desk)
{
  g_return_if_fail (HW_IS_ORDERS_OPEN (self));

  g_set_object (&self->desk, desk);
  hw_data_table_forget (self->table);
  hw_section_show (HW_SECTION (self->came), NULL);
  chosen_cb (self);
}
