/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-orders-page.h"

#include "pages/orders/hw-orders-open.h"
#include "pages/orders/hw-orders-suppliers.h"
#include "pages/orders/hw-orders-today.h"
#include "widgets/hw-old-notice.h"

#include <glib/gi18n.h>

struct _HwOrdersPage
{
  HwPage             parent_instance;

  HwStatePage       *state_page;
  HwOldNotice       *old_notice;
  GtkStack          *views;
  HwOrdersToday     *today;
  HwOrdersOpen      *open;
  HwOrdersSuppliers *suppliers;
};

G_DEFINE_FINAL_TYPE (HwOrdersPage, hw_orders_page, HW_TYPE_PAGE)

static void
hw_orders_page_fill (HwPage *page)
{
  HwOrdersPage *self = HW_ORDERS_PAGE (page);

  hw_old_notice_fill (self->old_notice, hw_page_get_desk (page));
  hw_orders_today_fill (self->today);
  hw_orders_open_fill (self->open);
  hw_orders_suppliers_fill (self->suppliers);
}

static void
hw_orders_page_forget (HwPage *page)
{
  HwOrdersPage *self = HW_ORDERS_PAGE (page);
  HwDesk *desk = hw_page_get_desk (page);

  hw_orders_today_forget (self->today, desk);
  hw_orders_open_forget (self->open, desk);
  hw_orders_suppliers_forget (self->suppliers, desk);
  gtk_stack_set_visible_child_name (self->views, "today");
}

static void
ordered_cb (HwOrdersPage *self)
{
  gtk_stack_set_visible_child_name (self->views, "open");
}

static void
hw_orders_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_ORDERS_PAGE);

  G_OBJECT_CLASS (hw_orders_page_parent_class)->dispose (object);
}

static void
hw_orders_page_class_init (HwOrdersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_orders_page_dispose;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_STOCK);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_ORDERS) | HW_TOPIC_BIT (HW_TOPIC_SUPPLIERS) | HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS);
  page_class->fill = hw_orders_page_fill;
  page_class->forget = hw_orders_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_OLD_NOTICE);
  g_type_ensure (HW_TYPE_ORDERS_TODAY);
  g_type_ensure (HW_TYPE_ORDERS_OPEN);
  g_type_ensure (HW_TYPE_ORDERS_SUPPLIERS);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/orders/hw-orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, old_notice);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, views);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, today);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, open);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersPage, suppliers);
  gtk_widget_class_bind_template_callback (widget_class, ordered_cb);
}

static void
hw_orders_page_init (HwOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);
}
