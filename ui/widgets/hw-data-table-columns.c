/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-data-table-private.h"

#include "widgets/hw-cells.h"
#include "widgets/hw-table-cell.h"
#include "widgets/hw-table-filter.h"
#include "widgets/hw-table-memory.h"
#include "widgets/hw-table-menu.h"
#include "widgets/hw-table-order.h"

static void
remember (HwDataTable *self)
{
  HwTableMemory memory = { self->n_columns, 0, self->sorted_by, self->descending };

  if (self->name == NULL || self->loading)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    if (!gtk_column_view_column_get_visible (self->columns[i]) && (self->spared >> i & 1) == 0)
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
edited_cb (HwRow    *row,
           gpointer  data)
{
  hw_data_table_update_row (data, row);
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
      gtk_widget_set_halign (label, hw_table_figures_xalign () > 0.5f ? GTK_ALIGN_END : GTK_ALIGN_START);
      gtk_widget_insert_before (label, box, NULL);
    }
}

void
hw_data_table_order_changed (HwDataTable *self)
{
  /* Also when the view goes and takes its order along. */
  if (self->list == NULL || !hw_table_order_read (self->view, &self->sorted_by, &self->descending))
    return;

  hw_table_list_sort (self->list, self->sorted_by, self->descending);
  remember (self);
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
  g_signal_connect_object (self->list, "changed", G_CALLBACK (hw_data_table_rows_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "grown", G_CALLBACK (hw_data_table_rows_grown), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < n; i++)
    {
      add_column (self, &columns[i], i);
      filterable |= hw_table_filter_suits (columns[i].kind);
    }
  align_titles (self);

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  self->filters = hw_table_filter_actions (self->list, self->kinds, n, G_CALLBACK (hw_data_table_say_filtered), self);
  shown = hw_table_menu_actions (self->columns, n);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", self->filters);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", shown);
  g_object_unref (shown);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), filterable);
  hw_data_table_rows_changed (self);
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
  hw_data_table_show_totals (self);
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

static gboolean
says_nothing (HwDataTable *self,
              guint        column)
{
  const GPtrArray *rows = hw_table_list_get_all (self->list);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *text = hw_row_get_text (g_ptr_array_index (rows, i), column);

      if (text != NULL && *text != '\0' && !g_str_equal (text, HW_CELL_DASH))
        return FALSE;
    }

  return TRUE;
}

/* Not while sizes are being given out. */
static gboolean
spare_cb (gpointer data)
{
  HwDataTable *self = data;
  const double width = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller));

  self->spare_idle = 0;
  self->loading = TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const guint64 bit = G_GUINT64_CONSTANT (1) << i;
      const gboolean narrow = self->spare_below != NULL && width > 0.0 && width < self->spare_below[i];
      const gboolean away = narrow || ((self->spare_empty & bit) != 0 && says_nothing (self, i));

      if (away && gtk_column_view_column_get_visible (self->columns[i]))
        {
          self->spared |= bit;
          gtk_column_view_column_set_visible (self->columns[i], FALSE);
        }
      else if (!away && (self->spared & bit) != 0)
        {
          self->spared &= ~bit;
          gtk_column_view_column_set_visible (self->columns[i], TRUE);
        }
    }
  self->loading = FALSE;
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (HwDataTable *self)
{
  if (self->spare_idle == 0)
    self->spare_idle = g_idle_add (spare_cb, self);
}

void
hw_data_table_spare_below (HwDataTable *self,
                           guint        column,
                           int          width)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && column > 0 && column < self->n_columns);

  if (self->spare_below == NULL)
    {
      self->spare_below = g_new0 (int, self->n_columns);
      g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                               G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
    }
  self->spare_below[column] = width;
}

void
hw_data_table_spare_empty (HwDataTable *self,
                           guint        column)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && column > 0 && column < self->n_columns);

  if (self->spare_empty == 0)
    g_signal_connect_object (self->list, "changed", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  self->spare_empty |= G_GUINT64_CONSTANT (1) << column;
  width_changed_cb (self);
}

gboolean
hw_data_table_edit (HwDataTable *self,
                    guint        column)
{
  g_return_val_if_fail (HW_IS_DATA_TABLE (self), FALSE);

  return self->edit != NULL && hw_data_table_get_chosen (self) != NULL &&
         hw_table_edit_begin (self->edit, gtk_single_selection_get_selected (self->selection), column);
}
