/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-data-table-private.h"

#include "widgets/hw-table-cell.h"
#include "widgets/hw-table-copy.h"
#include "widgets/hw-table-filter.h"

/* The choice goes with its row, out of sight and back. */
static void
choose_again (HwDataTable *self)
{
  const guint position = self->chosen != NULL ? hw_table_list_find (self->list, hw_row_get_id (self->chosen)) : G_MAXUINT;

  if (position != G_MAXUINT)
    g_set_object (&self->chosen, hw_table_list_get_row (self->list, position));
  gtk_single_selection_set_selected (self->selection, position);
}

void
hw_data_table_show_totals (HwDataTable *self)
{
  if (self->total_func == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = self->total_func (hw_table_list_get_shown (self->list), i, self->total_data);

      hw_table_totals_set_text (self->totals, i, self->titles[i], text != NULL ? text : "");
    }
}

void
hw_data_table_say_filtered (HwDataTable *self)
{
  g_autofree char *sentence = hw_table_filter_sentence (self->list, (const char *const *) self->titles, self->n_columns);

  gtk_label_set_text (self->filtered_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->filtered_box), sentence != NULL);
  hw_table_filter_sync (self->filters, self->list, self->n_columns);
}

void
hw_data_table_rows_changed (HwDataTable *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), hw_data_table_get_n_shown (self) == 0);
  choose_again (self);
  hw_table_cells_refresh (self->view, NULL);
  if (self->edit != NULL)
    hw_table_edit_check (self->edit);
  hw_data_table_show_totals (self);
  if (!self->loading)
    g_signal_emit_by_name (self, "shown-changed");
}

/* The chosen row may have been among the last to come. */
void
hw_data_table_rows_grown (HwDataTable *self)
{
  const gboolean before = self->loading;

  self->loading = TRUE;
  choose_again (self);
  self->loading = before;
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
  hw_data_table_show_totals (self);
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
  hw_data_table_say_filtered (self);
}

void
hw_data_table_show_all (HwDataTable *self)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->list != NULL);

  hw_table_list_show_all (self->list);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  hw_data_table_say_filtered (self);
}

void
hw_data_table_forget (HwDataTable *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (HW_IS_DATA_TABLE (self));

  hw_data_table_set_rows (self, none);
  hw_data_table_show_all (self);
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

char *
hw_data_table_dup_csv (HwDataTable *self)
{
  GString *out = g_string_new ("\xef\xbb\xbf");
  const guint n = hw_data_table_get_n_shown (self);

  g_return_val_if_fail (HW_IS_DATA_TABLE (self), g_string_free (out, FALSE));

  hw_table_copy_csv (out, NULL, self->shown_titles, self->kinds, self->n_columns);
  for (guint i = 0; i < n; i++)
    hw_table_copy_csv (out, hw_data_table_get_shown (self, i), self->shown_titles, self->kinds, self->n_columns);

  return g_string_free (out, FALSE);
}
