/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-excess.h"

#include "jobs/stock/hw-say-stock.h"
#include "pages/stock/hw-stock-rows.h"

#include <glib/gi18n.h>

#define GAP 12
#define TABLE_HEIGHT 280

struct _HwStockExcess
{
  HwSection    parent_instance;

  GtkLabel    *sum_label;
  HwDataTable *table;
};

G_DEFINE_FINAL_TYPE (HwStockExcess, hw_stock_excess, HW_TYPE_SECTION)

static void
hw_stock_excess_fill (HwSection *section)
{
  HwStockExcess *self = HW_STOCK_EXCESS (section);
  HwDesk *desk = hw_section_get_desk (section);
  const HwStockPlan *plan = hw_desk_get_stock (desk);
  g_autoptr (GPtrArray) rows = hw_stock_excess_rows (plan, hw_desk_get_format (desk));
  g_autofree char *sum = hw_say_excess (plan, hw_desk_get_format (desk));

  gtk_label_set_text (self->sum_label, sum);
  hw_data_table_set_rows (self->table, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->table), rows->len > 0);
}

static void
hw_stock_excess_forget (HwSection *section)
{
  hw_data_table_forget (HW_STOCK_EXCESS (section)->table);
}

static void
hw_stock_excess_class_init (HwStockExcessClass *klass)
{
  HW_SECTION_CLASS (klass)->fill = hw_stock_excess_fill;
  HW_SECTION_CLASS (klass)->forget = hw_stock_excess_forget;
}

static void
hw_stock_excess_init (HwStockExcess *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *sum = hw_section_label (NULL);
  GtkWidget *table = hw_data_table_new ();

  self->sum_label = GTK_LABEL (sum);
  self->table = HW_DATA_TABLE (table);
  hw_stock_excess_set_up (self->table);
  gtk_widget_set_size_request (table, -1, TABLE_HEIGHT);
  gtk_box_append (GTK_BOX (box), sum);
  gtk_box_append (GTK_BOX (box), table);
  hw_section_set_up (HW_SECTION (self), _("Too much on the shelves"), HW_TOPIC_BIT (HW_TOPIC_STOCK), box);
}
