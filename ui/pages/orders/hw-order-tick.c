/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-tick.h"

#include "pages/orders/hw-order-rows.h"
#include "widgets/hw-table-cell.h"

typedef struct
{
  HwDataTable     *table;
  HwOrderTickFunc  func;
  gpointer         owner;
} Tick;

static void
pressed_cb (Tick   *self,
            int     n_press,
            double  x,
            double  y)
{
  GtkWidget *cell = hw_table_cell_of (gtk_widget_pick (GTK_WIDGET (self->table), x, y, GTK_PICK_DEFAULT));

  if (cell != NULL && hw_table_cell_column (cell) == HW_ORDER_TAKE &&
      hw_table_cell_position (cell) < hw_data_table_get_n_shown (self->table))
    self->func (self->owner, hw_data_table_get_shown (self->table, hw_table_cell_position (cell)));
}

/* In a cell that is being changed Space is a letter. */
static gboolean
key_cb (Tick            *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->table)));

  if (keyval != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || focus == NULL ||
      GTK_IS_EDITABLE (focus) || GTK_IS_BUTTON (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) == NULL)
    return GDK_EVENT_PROPAGATE;

  if (hw_data_table_get_chosen (self->table) != NULL)
    self->func (self->owner, hw_data_table_get_chosen (self->table));
  return GDK_EVENT_STOP;
}

static void
tick_free (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

void
hw_order_tick_listen (HwDataTable     *table,
                      HwOrderTickFunc  func,
                      gpointer         owner)
{
  const Tick tick = { table, func, owner };
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (HW_IS_DATA_TABLE (table) && func != NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_cb), g_memdup2 (&tick, sizeof tick), tick_free, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (table), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_data (click, "pressed", G_CALLBACK (pressed_cb), g_memdup2 (&tick, sizeof tick), tick_free, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (table), GTK_EVENT_CONTROLLER (click));
}
