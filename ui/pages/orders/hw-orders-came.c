/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-orders-came.h"

#include "pages/orders/hw-order-open-rows.h"
#include "pages/orders/hw-order-paper-acts.h"

#include <glib/gi18n.h>

#define GAP 12
#define TABLE_HEIGHT 260

struct _HwOrdersCame
{
  HwSection    parent_instance;

  GtkLabel    *sum_label;
  HwDataTable *table;
  GtkLabel    *lines_label;
  GtkWidget   *file_button;
  GtkWidget   *older_button;
  gboolean     has_older;     /* older ones are shown too */
};

G_DEFINE_FINAL_TYPE (HwOrdersCame, hw_orders_came, HW_TYPE_SECTION)

static const HwOrderSummary *
get_chosen (HwOrdersCame *self)
{
  HwDesk *desk = hw_section_get_desk (HW_SECTION (self));

  return desk != NULL ? hw_order_open_chosen (self->table, hw_desk_get_orders (desk)) : NULL;
}

static void
chosen_cb (HwOrdersCame *self)
{
  const HwOrderSummary *order = get_chosen (self);
  g_autofree char *lines = NULL;

  if (order != NULL)
    lines = hw_order_open_say_lines (order, hw_desk_get_format (hw_section_get_desk (HW_SECTION (self))));
  gtk_label_set_text (self->lines_label, lines != NULL ? lines : "");
  gtk_widget_set_visible (GTK_WIDGET (self->lines_label), lines != NULL);
  gtk_widget_set_sensitive (self->file_button, order != NULL);
}

/* How many there are, of which days, and how many more there would be. */
static char *
say_sum (guint           n,
         guint           n_older,
         gboolean        has_older,
         gboolean        is_cut,
         const HwFormat *format)
{
  g_autofree char *came = hw_format_number (format, n, 0);
  g_autofree char *older = hw_format_number (format, n_older, 0);
  g_autofree char *most = hw_format_number (format, HW_ORDER_LIST_MOST, 0);

  if (has_older && is_cut)
    /* Translators: 1 and 2 how many. */
    return g_strdup_printf (_("%1$s orders have arrived. Of all orders the newest %2$s are listed."), came, most);
  if (has_older)
    /* Translators: %s is how many. */
    return g_strdup_printf (ngettext ("%s order has arrived.", "%s orders have arrived.", n), came);
  if (n_older > 0)
    /* Translators: 1 and 2 how many. */
    return g_strdup_printf (ngettext ("%1$s order arrived in the last two weeks, %2$s before that.",
                                      "%1$s orders arrived in the last two weeks, %2$s before that.", n), came, older);

  /* Translators: %s is how many. */
  return g_strdup_printf (ngettext ("%s order arrived in the last two weeks.", "%s orders arrived in the last two weeks.", n), came);
}

static void
hw_orders_came_fill (HwSection *section)
{
  HwOrdersCame *self = HW_ORDERS_CAME (section);
  HwDesk *desk = hw_section_get_desk (section);
  const HwFormat *format = hw_desk_get_format (desk);
  const HwDay today = hw_session_get_today (hw_desk_get_session (desk));
  GPtrArray *orders = hw_desk_get_orders (desk);
  g_autoptr (GPtrArray) older = hw_order_open_rows (orders, today, HW_ORDER_CAME_BEFORE, HW_ORDER_CAME_BEFORE, format);
  g_autoptr (GPtrArray) rows = hw_order_open_rows (orders, today, HW_ORDER_CAME_LATELY,
                                                   self->has_older ? HW_ORDER_CAME_BEFORE : HW_ORDER_CAME_LATELY, format);
  g_autofree char *sum = say_sum (rows->len, older->len, self->has_older, orders->len >= HW_ORDER_LIST_MOST, format);

  gtk_label_set_text (self->sum_label, sum);
  hw_data_table_set_rows (self->table, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->table), rows->len > 0);
  gtk_widget_set_visible (self->file_button, rows->len > 0);
  gtk_widget_set_visible (self->older_button, older->len > 0 && !self->has_older);
  chosen_cb (self);
}

static void
hw_orders_came_forget (HwSection *section)
{
  HwOrdersCame *self = HW_ORDERS_CAME (section);

  self->has_older = FALSE;
  hw_data_table_forget (self->table);
}

static void
older_clicked_cb (HwOrdersCame *self)
{
  self->has_older = TRUE;
  hw_section_show (HW_SECTION (self), hw_section_get_desk (HW_SECTION (self)));
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
file_clicked_cb (HwOrdersCame *self)
{
  const HwOrderSummary *order = get_chosen (self);

  if (order != NULL)
    hw_order_paper_save (GTK_WIDGET (self), hw_section_get_desk (HW_SECTION (self)), order);
}

static void
hw_orders_came_class_init (HwOrdersCameClass *klass)
{
  HW_SECTION_CLASS (klass)->fill = hw_orders_came_fill;
  HW_SECTION_CLASS (klass)->forget = hw_orders_came_forget;
}

static void
hw_orders_came_init (HwOrdersCame *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *sum = hw_section_label (NULL), *lines = hw_section_label ("caption");
  GtkWidget *table = hw_data_table_new ();

  self->sum_label = GTK_LABEL (sum);
  self->lines_label = GTK_LABEL (lines);
  self->table = HW_DATA_TABLE (table);
  self->file_button = gtk_button_new_with_label (_("Save as file…"));
  self->older_button = gtk_button_new_with_label (_("Show older"));
  hw_order_open_set_up (self->table, TRUE);
  hw_data_table_set_name (self->table, "orders-came");
  gtk_widget_set_size_request (table, -1, TABLE_HEIGHT);
  gtk_widget_add_css_class (lines, "dim-label");
  gtk_box_append (GTK_BOX (box), sum);
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), hw_section_row ((GtkWidget *const[]) { self->file_button, self->older_button }, 2));
  g_signal_connect_object (table, "row-chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file_button, "clicked", G_CALLBACK (file_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->older_button, "clicked", G_CALLBACK (older_clicked_cb), self, G_CONNECT_SWAPPED);
  hw_section_set_up (HW_SECTION (self), _("Came lately"), HW_TOPIC_BIT (HW_TOPIC_ORDERS), box);
}
