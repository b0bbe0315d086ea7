/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows go list (sorted, searched, filtered) -> selection -> view. Titles cannot take
 * the focus in this GTK, so the menu sorts for the keyboard. */
#include "widgets/hw-data-table-private.h"

#include "widgets/hw-names.h"
#include "widgets/hw-table-cell.h"
#include "widgets/hw-table-copy.h"
#include "widgets/hw-table-filter.h"
#include "widgets/hw-table-menu.h"
#include "widgets/hw-table-save.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HwDataTable, hw_data_table, GTK_TYPE_WIDGET)

enum
{
  ROW_CHOSEN,
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
search_changed_cb (HwDataTable *self)
{
  if (self->list != NULL)
    hw_data_table_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
activate_cb (HwDataTable *self,
             guint        position)
{
  HwRow *row = hw_data_table_get_shown (self, position);

  if (row != NULL)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

/* A text that is cut off is said whole under the pointer. */
static gboolean
query_tooltip_cb (HwDataTable *self,
                  int          x,
                  int          y,
                  gboolean     by_keyboard,
                  GtkTooltip  *tooltip)
{
  GtkWidget *cell = by_keyboard ? NULL : hw_table_cell_of (gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT));
  const char *text = cell != NULL ? hw_table_cell_cut_text (cell) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
selected_cb (HwDataTable *self)
{
  HwRow *row = hw_data_table_get_chosen (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy-row", row != NULL);
  if (self->loading || (self->list != NULL && hw_table_list_is_changing (self->list)))
    return;

  g_set_object (&self->chosen, row);
  if (row != NULL)
    g_signal_emit (self, signals[ROW_CHOSEN], 0, row);
}

static void
make_filter_menu_cb (GtkMenuButton *button,
                     gpointer       data)
{
  HwDataTable *self = data;
  g_autoptr (GMenuModel) menu = hw_table_filter_menu (self->list, self->kinds, (const char *const *) self->titles,
                                                      self->n_columns);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  HwDataTable *self = data;
  g_autoptr (GMenuModel) menu = hw_table_menu_new ((const char *const *) self->titles, self->n_columns);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  hw_data_table_sort (HW_DATA_TABLE (widget), g_variant_get_uint32 (parameter));
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  hw_data_table_show_all (HW_DATA_TABLE (widget));
  gtk_widget_grab_focus (widget); /* the button is gone */
}

static void
copy_row_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  HwDataTable *self = HW_DATA_TABLE (widget);
  HwRow *row = hw_data_table_get_chosen (self);
  g_autoptr (GString) out = g_string_new (NULL);

  if (row == NULL)
    return;

  hw_table_copy_row (out, row, self->shown_titles, self->n_columns);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), out->str);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autofree char *text = hw_data_table_dup_tsv (HW_DATA_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  hw_table_save (HW_DATA_TABLE (widget));
}

/* Tab goes through what stands above, then to the rows, and then leaves: left alone it
 * would stop at every row and, in an empty table, for good. */
static gboolean
hw_data_table_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  HwDataTable *self = HW_DATA_TABLE (widget);
  GtkWidget *const stops[] = { GTK_WIDGET (self->tool_box), GTK_WIDGET (self->all_button), GTK_WIDGET (self->scroller) };
  const int last = G_N_ELEMENTS (stops) - 1;
  const int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int next = step > 0 ? 0 : last;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (hw_data_table_parent_class)->focus (widget, direction);

  for (int i = 0; i <= last; i++)
    if (focus != NULL && (focus == stops[i] || gtk_widget_is_ancestor (focus, stops[i])))
      next = i == 0 ? i : i + step; /* of the tools each is a stop */

  for (; next >= 0 && next <= last; next += step)
    if (gtk_widget_get_mapped (stops[next]) &&
        (next < last || hw_data_table_get_n_shown (self) > 0) &&
        gtk_widget_child_focus (stops[next], direction))
      return TRUE;

  return FALSE;
}

/* On the rows; from there Escape still closes a dialog, which the search keeps. */
static gboolean
hw_data_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (HW_DATA_TABLE (widget)->scroller), GTK_DIR_TAB_FORWARD);
}

static void
hw_data_table_dispose (GObject *object)
{
  HwDataTable *self = HW_DATA_TABLE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  g_clear_handle_id (&self->spare_idle, g_source_remove);
  g_clear_pointer (&self->edit, hw_table_edit_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->filters);
  g_clear_object (&self->chosen);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_DATA_TABLE);

  G_OBJECT_CLASS (hw_data_table_parent_class)->dispose (object);
}

static void
hw_data_table_finalize (GObject *object)
{
  HwDataTable *self = HW_DATA_TABLE (object);

  if (self->total_destroy != NULL)
    self->total_destroy (self->total_data);
  g_strfreev (self->titles);
  g_free (self->shown_titles);
  g_free (self->kinds);
  g_free (self->columns);
  g_free (self->spare_below);
  g_free (self->name);

  G_OBJECT_CLASS (hw_data_table_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HW_TYPE_TABLE_TOTALS);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "widgets/hw-data-table.ui");
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, tool_box);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, filter_button);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, filtered_box);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, filtered_label);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, all_button);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, totals);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, overlay);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, view);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
hw_data_table_class_init (HwDataTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_data_table_dispose;
  object_class->finalize = hw_data_table_finalize;
  widget_class->focus = hw_data_table_focus;
  widget_class->grab_focus = hw_data_table_grab_focus;

  signals[ROW_CHOSEN] = g_signal_new ("row-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, HW_TYPE_ROW);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, HW_TYPE_ROW);
  g_signal_new ("shown-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "table.sort", "u", sort_action);
  gtk_widget_class_install_action (widget_class, "table.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "table.copy-row", NULL, copy_row_action);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "table.copy", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);
}

static void
name_widget (gpointer    widget,
             const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
hw_data_table_init (HwDataTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (hw_data_table_order_changed),
                           self, G_CONNECT_SWAPPED);

  gtk_menu_button_set_create_popup_func (self->filter_button, make_filter_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy-row", FALSE);
  name_widget (self->search_entry, _("Search"));
  name_widget (self->filter_button, _("Filter"));
  name_widget (self->menu_button, _("Sort, columns, copy"));
}

GtkWidget *
hw_data_table_new (void)
{
  return g_object_new (HW_TYPE_DATA_TABLE, NULL);
}

void
hw_data_table_set_label (HwDataTable *self,
                         const char  *label)
{
  g_autofree char *search = NULL;

  g_return_if_fail (HW_IS_DATA_TABLE (self));

  /* Translators: the name of a search entry; %s is what the table is called. */
  search = g_strdup_printf (_("Search in %s"), label);
  hw_column_view_name (self->view, label);
  name_widget (self->scroller, label);
  name_widget (self->search_entry, search);
}

void
hw_data_table_add_tool (HwDataTable *self,
                        GtkWidget   *tool)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && GTK_IS_WIDGET (tool));

  gtk_box_prepend (GTK_BOX (self->tool_box), tool);
}

void
hw_data_table_set_searchable (HwDataTable *self,
                              gboolean     searchable)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->tool_box), searchable);
}
