/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows go list (sorted, searched, filtered) -> selection -> view. Titles cannot take
 * the focus in this GTK, so the menu sorts for the keyboard. */
#include "widgets/hw-data-table.h"

#include "widgets/hw-names.h"
#include "widgets/hw-table-cell.h"
#include "widgets/hw-table-copy.h"
#include "widgets/hw-table-edit.h"
#include "widgets/hw-table-filter.h"
#include "widgets/hw-table-list.h"
#include "widgets/hw-table-memory.h"
#include "widgets/hw-table-menu.h"
#include "widgets/hw-table-order.h"
#include "widgets/hw-table-totals.h"

#include <glib/gi18n.h>

struct _HwDataTable
{
  GtkWidget             parent_instance;

  GtkBox               *tool_box;
  GtkSearchEntry       *search_entry;
  GtkMenuButton        *filter_button;
  GtkMenuButton        *menu_button;
  GtkBox               *filtered_box;
  GtkLabel             *filtered_label;
  GtkButton            *all_button;
  HwTableTotals        *totals;
  GtkOverlay           *overlay;
  GtkScrolledWindow    *scroller;
  GtkColumnView        *view;
  GtkLabel             *nothing_label;
  GtkLabel             *problem_label;

  HwTableList          *list;        /* (owned) (nullable) from the columns on */
  GtkSingleSelection   *selection;   /* (owned) */
  HwRow                *chosen;      /* (owned) (nullable) also while it is not shown */
  GActionGroup         *filters;     /* (owned) (nullable) */
  HwTableEdit          *edit;        /* (owned) (nullable) */

  guint                 n_columns;
  char                **titles;      /* (owned) */
  const char          **shown_titles; /* (owned) the same, NULL where the column is hidden */
  HwColumnKind         *kinds;       /* (owned) */
  GtkColumnViewColumn **columns;     /* (owned) borrowed from the view */

  HwTotalFunc           total_func;
  gpointer              total_data;
  GDestroyNotify        total_destroy;

  char                 *name;        /* (owned) (nullable) under which it is remembered */
  guint                 sorted_by;   /* n_columns if by none */
  gboolean              descending;
  gboolean              loading;     /* rows are being replaced, or the past recalled: no signals */
  gint64                scroll_id;   /* the row to bring into sight */
  guint                 scroll_tick; /* 0: none */
};

G_DEFINE_FINAL_TYPE (HwDataTable, hw_data_table, GTK_TYPE_WIDGET)

enum
{
  ROW_CHOSEN,
  ROW_ACTIVATED,
  SHOWN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_totals (HwDataTable *self)
{
  if (self->total_func == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = self->total_func (hw_table_list_get_shown (self->list), i, self->total_data);

      hw_table_totals_set_text (self->totals, i, self->titles[i], text != NULL ? text : "");
    }
}

static void
say_filtered (HwDataTable *self)
{
  g_autofree char *sentence = hw_table_filter_sentence (self->list, (const char *const *) self->titles, self->n_columns);

  gtk_label_set_text (self->filtered_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->filtered_box), sentence != NULL);
  hw_table_filter_sync (self->filters, self->list, self->n_columns);
}

static void
remember (HwDataTable *self)
{
  HwTableMemory memory = { self->n_columns, 0, self->sorted_by, self->descending };

  if (self->name == NULL || self->loading)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    if (!gtk_column_view_column_get_visible (self->columns[i]))
      memory.hidden |= G_GUINT64_CONSTANT (1) << i;

  hw_table_memory_keep (&memory, self->name);
}

/* What a line says and what is copied are the columns that are shown. */
static void
columns_changed_cb (HwDataTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->shown_titles[i] = gtk_column_view_column_get_visible (self->columns[i]) ? self->titles[i] : NULL;

  hw_table_cells_refresh (self->view, NULL);
  remember (self);
}

static void
sorter_changed_cb (HwDataTable *self)
{
  /* Also when the view goes and takes its order along. */
  if (self->list == NULL || !hw_table_order_read (self->view, &self->sorted_by, &self->descending))
    return;

  hw_table_list_sort (self->list, self->sorted_by, self->descending);
  remember (self);
}

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

/* The choice goes with its row, out of sight and back. */
static void
choose_again (HwDataTable *self)
{
  const guint position = self->chosen != NULL ? hw_table_list_find (self->list, hw_row_get_id (self->chosen)) : G_MAXUINT;

  if (position != G_MAXUINT)
    g_set_object (&self->chosen, hw_table_list_get_row (self->list, position));
  gtk_single_selection_set_selected (self->selection, position);
}

static void
shown_changed_cb (HwDataTable *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), hw_data_table_get_n_shown (self) == 0);
  choose_again (self);
  hw_table_cells_refresh (self->view, NULL);
  if (self->edit != NULL)
    hw_table_edit_check (self->edit);
  show_totals (self);
  if (!self->loading)
    g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

/* The chosen row may have been among the last to come. */
static void
grown_cb (HwDataTable *self)
{
  const gboolean before = self->loading;

  self->loading = TRUE;
  choose_again (self);
  self->loading = before;
}

static void
edited_cb (HwRow    *row,
           gpointer  data)
{
  hw_data_table_update_row (data, row);
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

/* Tab goes to the search, the menus and the rows, and then leaves: left alone it
 * would stop at every row and, in an empty table, for good. */
static gboolean
hw_data_table_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  HwDataTable *self = HW_DATA_TABLE (widget);
  GtkWidget *const stops[] = { GTK_WIDGET (self->search_entry), GTK_WIDGET (self->filter_button),
                               GTK_WIDGET (self->menu_button), GTK_WIDGET (self->all_button),
                               GTK_WIDGET (self->scroller) };
  const int last = G_N_ELEMENTS (stops) - 1;
  const int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int next = step > 0 ? 0 : last;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (hw_data_table_parent_class)->focus (widget, direction);

  for (int i = 0; i <= last; i++)
    if (focus != NULL && (focus == stops[i] || gtk_widget_is_ancestor (focus, stops[i])))
      next = i + step;

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
  signals[SHOWN_CHANGED] = g_signal_new ("shown-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "table.sort", "u", sort_action);
  gtk_widget_class_install_action (widget_class, "table.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "table.copy-row", NULL, copy_row_action);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
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
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb),
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
hw_data_table_set_searchable (HwDataTable *self,
                              gboolean     searchable)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->tool_box), searchable);
}

static void
add_column (HwDataTable    *self,
            const HwColumn *column,
            guint           i)
{
  GtkListItemFactory *factory = hw_table_cells_new (self->list, i, column->kind, FALSE, self->shown_titles);
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (column->title, factory);
  g_autoptr (GtkSorter) sorter = hw_table_order_sorter (i);

  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column->kind == HW_COLUMN_TEXT || column->kind == HW_COLUMN_LONG);
  gtk_column_view_append_column (self->view, view_column);
  g_signal_connect_object (view_column, "notify::visible", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);

  self->columns[i] = view_column;
  self->kinds[i] = column->kind;
  self->titles[i] = g_strdup (column->title);
  self->shown_titles[i] = self->titles[i];
}

static gboolean
is_figures (HwColumnKind kind)
{
  return kind == HW_COLUMN_NUMBER || kind == HW_COLUMN_BAR;
}

/* A title stands over its figures: GTK has no setting for it, so the label in the
 * title is asked, where it can be found; the mark of sorting goes before it. */
static void
align_titles (HwDataTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < self->n_columns && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      if (!is_figures (self->kinds[i]) || !GTK_IS_LABEL (label))
        continue;

      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_widget_insert_before (label, box, NULL);
    }
}

void
hw_data_table_set_columns (HwDataTable    *self,
                           const HwColumn *columns,
                           guint           n)
{
  GActionGroup *shown;
  gboolean filterable = FALSE;

  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list == NULL && n > 0 && n <= 64);

  self->n_columns = n;
  self->sorted_by = n;
  self->titles = g_new0 (char *, n + 1);
  self->shown_titles = g_new0 (const char *, n + 1);
  self->kinds = g_new0 (HwColumnKind, n);
  self->columns = g_new0 (GtkColumnViewColumn *, n);
  self->list = hw_table_list_new (n);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "grown", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < n; i++)
    {
      add_column (self, &columns[i], i);
      filterable |= hw_table_filter_suits (columns[i].kind);
    }
  align_titles (self);

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  self->filters = hw_table_filter_actions (self->list, self->kinds, n, G_CALLBACK (say_filtered), self);
  shown = hw_table_menu_actions (self->columns, n);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", self->filters);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", shown);
  g_object_unref (shown);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), filterable);
  shown_changed_cb (self);
}

void
hw_data_table_set_name (HwDataTable *self,
                        const char  *name)
{
  HwTableMemory memory;

  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list != NULL && self->name == NULL);

  memory = (HwTableMemory) { .n_columns = self->n_columns };
  self->name = g_strdup (name);
  if (!hw_table_memory_recall (&memory, name))
    return;

  self->loading = TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    gtk_column_view_column_set_visible (self->columns[i], (memory.hidden >> i & 1) == 0);
  if (memory.sorted_by < self->n_columns)
    gtk_column_view_sort_by_column (self->view, self->columns[memory.sorted_by],
                                    memory.descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->loading = FALSE;
}

void
hw_data_table_set_title (HwDataTable *self,
                         guint        column,
                         const char  *title)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && column < self->n_columns);

  gtk_column_view_column_set_title (self->columns[column], title);
  if (self->shown_titles[column] != NULL)
    self->shown_titles[column] = NULL;
  g_free (self->titles[column]);
  self->titles[column] = g_strdup (title);
  columns_changed_cb (self);
}

void
hw_data_table_set_totals (HwDataTable    *self,
                          HwTotalFunc     func,
                          gpointer        data,
                          GDestroyNotify  destroy)
{
  g_autofree gboolean *figures = NULL;

  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list != NULL && self->total_func == NULL && func != NULL);

  figures = g_new0 (gboolean, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    figures[i] = is_figures (self->kinds[i]);

  self->total_func = func;
  self->total_data = data;
  self->total_destroy = destroy;
  hw_table_totals_set_columns (self->totals, self->view, figures, self->n_columns);
  show_totals (self);
}

void
hw_data_table_set_editable (HwDataTable    *self,
                            guint           column,
                            HwEditFunc      func,
                            gpointer        data,
                            GDestroyNotify  destroy)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (HW_IS_DATA_TABLE (self) && column < self->n_columns && self->kinds[column] != HW_COLUMN_SPARK);

  if (self->edit == NULL)
    self->edit = hw_table_edit_new (self->view, self->list, self->problem_label, self->n_columns, edited_cb, self);

  hw_table_edit_add (self->edit, column, (const char *const *) &self->titles[column], func, data, destroy);
  factory = hw_table_cells_new (self->list, column, self->kinds[column], TRUE, self->shown_titles);
  gtk_column_view_column_set_factory (self->columns[column], factory);
}

void
hw_data_table_set_rows (HwDataTable *self,
                        GPtrArray   *rows)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list != NULL);

  self->loading = TRUE;
  hw_table_list_set_rows (self->list, rows);
  self->loading = FALSE;
  if (rows->len == 0)
    g_clear_object (&self->chosen);
}

void
hw_data_table_update_row (HwDataTable *self,
                          HwRow       *row)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && HW_IS_ROW (row));

  hw_table_cells_refresh (self->view, row);
  show_totals (self);
}

void
hw_data_table_search (HwDataTable *self,
                      const char  *words)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list != NULL);

  hw_table_list_search (self->list, words != NULL ? words : "");
}

void
hw_data_table_filter (HwDataTable *self,
                      guint        column,
                      const char  *text)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && column < self->n_columns);

  hw_table_list_filter (self->list, column, text);
  say_filtered (self);
}

void
hw_data_table_show_all (HwDataTable *self)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list != NULL);

  hw_table_list_show_all (self->list);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  say_filtered (self);
}

void
hw_data_table_forget (HwDataTable *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (HW_IS_DATA_TABLE (self));

  hw_data_table_set_rows (self, none);
  hw_data_table_show_all (self);
}

void
hw_data_table_sort (HwDataTable *self,
                    guint        column)
{
  const gboolean again = self->sorted_by == column && !self->descending;

  g_return_if_fail (HW_IS_DATA_TABLE (self) && column < self->n_columns);

  gtk_column_view_sort_by_column (self->view, self->columns[column], again ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

void
hw_data_table_show_column (HwDataTable *self,
                           guint        column,
                           gboolean     shown)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && column > 0 && column < self->n_columns);

  gtk_column_view_column_set_visible (self->columns[column], shown);
}

guint
hw_data_table_get_n_shown (HwDataTable *self)
{
  g_return_val_if_fail (HW_IS_DATA_TABLE (self), 0);

  return self->list != NULL ? hw_table_list_get_shown (self->list)->len : 0;
}

HwRow *
hw_data_table_get_shown (HwDataTable *self,
                         guint        position)
{
  g_return_val_if_fail (HW_IS_DATA_TABLE (self), NULL);

  return self->list != NULL ? hw_table_list_get_row (self->list, position) : NULL;
}

HwRow *
hw_data_table_get_chosen (HwDataTable *self)
{
  g_return_val_if_fail (HW_IS_DATA_TABLE (self), NULL);

  return self->selection != NULL ? hw_data_table_get_shown (self, gtk_single_selection_get_selected (self->selection)) : NULL;
}

void
hw_data_table_choose (HwDataTable *self,
                      gint64       id)
{
  guint position;

  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list != NULL);

  position = hw_table_list_find (self->list, id);
  if (position == G_MAXUINT)
    return;

  hw_table_list_grow (self->list, position);
  gtk_single_selection_set_selected (self->selection, position);
}

/* Before it has a size, a list forgets where it was told to go. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  HwDataTable *self = HW_DATA_TABLE (widget);
  GtkAdjustment *rows = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  const guint position = hw_table_list_find (self->list, self->scroll_id);

  if (position != G_MAXUINT && (gtk_widget_get_height (list) == 0 || gtk_adjustment_get_upper (rows) <= 0))
    return G_SOURCE_CONTINUE;

  if (position != G_MAXUINT)
    {
      hw_table_list_grow (self->list, position);
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
    }
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

void
hw_data_table_scroll_to (HwDataTable *self,
                         gint64       id)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list != NULL);

  self->scroll_id = id;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

gboolean
hw_data_table_edit (HwDataTable *self,
                    guint        column)
{
  g_return_val_if_fail (HW_IS_DATA_TABLE (self), FALSE);

  return self->edit != NULL && hw_data_table_get_chosen (self) != NULL &&
         hw_table_edit_begin (self->edit, gtk_single_selection_get_selected (self->selection), column);
}

char *
hw_data_table_dup_tsv (HwDataTable *self)
{
  GString *out = g_string_new (NULL);
  const guint n = hw_data_table_get_n_shown (self);

  g_return_val_if_fail (HW_IS_DATA_TABLE (self), g_string_free (out, FALSE));

  hw_table_copy_titles (out, self->shown_titles, self->n_columns);
  for (guint i = 0; i < n; i++)
    hw_table_copy_row (out, hw_data_table_get_shown (self, i), self->shown_titles, self->n_columns);

  return g_string_free (out, FALSE);
}
