/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-orders-suppliers.h"

#include "pages/orders/hw-supplier-rows.h"
#include "pages/orders/hw-supplier-sheet.h"
#include "pages/orders/hw-terms-sheet.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwOrdersSuppliers
{
  AdwBin       parent_instance;

  GtkStack    *stack;
  HwDataTable *table;
  GtkButton   *change_button;
  HwDesk      *desk;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwOrdersSuppliers, hw_orders_suppliers, ADW_TYPE_BIN)

static GPtrArray *
get_cards (HwOrdersSuppliers *self)
{
  return self->desk != NULL && hw_desk_get_session (self->desk) != NULL ? hw_desk_get_suppliers (self->desk) : NULL;
}

static const HwSupplierCard *
get_chosen (HwOrdersSuppliers *self)
{
  HwRow *row = hw_data_table_get_chosen (self->table);
  GPtrArray *cards = get_cards (self);

  for (guint i = 0; row != NULL && cards != NULL && i < cards->len; i++)
    {
      const HwSupplierCard *card = g_ptr_array_index (cards, i);

      if (card->supplier.id == hw_row_get_id (row))
        return card;
    }

  return NULL;
}

static void
chosen_cb (HwOrdersSuppliers *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->change_button), get_chosen (self) != NULL);
}

static void
change_cb (HwOrdersSuppliers *self)
{
  const HwSupplierCard *card = get_chosen (self);

  if (card != NULL)
    hw_supplier_sheet_open (GTK_WIDGET (self), self->desk, card);
}

static void
terms_cb (HwOrdersSuppliers *self)
{
  if (self->desk != NULL && hw_desk_get_session (self->desk) != NULL)
    hw_terms_sheet_open (GTK_WIDGET (self), self->desk);
}

static void
hw_orders_suppliers_dispose (GObject *object)
{
  HwOrdersSuppliers *self = HW_ORDERS_SUPPLIERS (object);

  g_clear_object (&self->desk);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_ORDERS_SUPPLIERS);

  G_OBJECT_CLASS (hw_orders_suppliers_parent_class)->dispose (object);
}

static void
hw_orders_suppliers_class_init (HwOrdersSuppliersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_orders_suppliers_dispose;
  g_type_ensure (HW_TYPE_DATA_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/orders/hw-orders-suppliers.ui");
  gtk_widget_class_bind_template_child (widget_class, HwOrdersSuppliers, stack);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersSuppliers, table);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersSuppliers, change_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, terms_cb);
}

static void
hw_orders_suppliers_init (HwOrdersSuppliers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_supplier_rows_set_up (self->table);
  hw_data_table_set_name (self->table, "suppliers");
  hw_inner_names (GTK_WIDGET (self->stack), _("Suppliers"));
  chosen_cb (self);
}

void
hw_orders_suppliers_fill (HwOrdersSuppliers *self)
{
  GPtrArray *cards;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (HW_IS_ORDERS_SUPPLIERS (self));

  cards = get_cards (self);
  if (cards == NULL)
    return;

  rows = hw_supplier_rows_new (cards, hw_desk_get_format (self->desk));
  hw_data_table_set_rows (self->table, rows);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "some" : "none");
  chosen_cb (self);
}

void
hw_orders_suppliers_forget (HwOrdersSuppliers *self,
                            HwDesk            *desk)
{
  g_return_if_fail (HW_IS_ORDERS_SUPPLIERS (self));

  g_set_object (&self->desk, desk);
  hw_data_table_forget (self->table);
  chosen_cb (self);
}
