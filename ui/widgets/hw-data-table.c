/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows go store -> filter -> sort -> selection -> view. Titles cannot take the
 * focus in this GTK, so the sort menu does the same for the keyboard. */
#include "widgets/hw-data-table.h"

#include "widgets/hw-names.h"

#include <glib/gi18n.h>
#include <math.h>

struct _HwDataTable
{
  GtkWidget           parent_instance;

  GtkBox             *tool_box;
  GtkSearchEntry     *search_entry;
  GtkMenuButton      *sort_button;
  GtkOverlay         *overlay;
  GtkScrolledWindow  *scroller;
  GtkColumnView      *view;
  GtkLabel           *nothing_label;

  GListStore         *store;      /* (owned) */
  GtkFilter          *filter;     /* (owned) */
  GtkSingleSelection *selection;  /* (owned) */
  char               *words;      /* (owned) (nullable) what is searched for */
  char              **titles;     /* (owned) */
  guint               n_columns;
  guint               sorted_by;  /* n_columns if by none */
  GtkSortType         sort_type;
  gboolean            loading;    /* rows are being replaced: no signals */
};

G_DEFINE_FINAL_TYPE (HwDataTable, hw_data_table, GTK_TYPE_WIDGET)

enum
{
  ROW_CHOSEN,
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Which column, and for what a column is. */
#define COLUMN_KEY "hw-column"
#define KIND_KEY "hw-kind"

static guint
column_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, COLUMN_KEY));
}

/* Numbers by size with the unknown last, texts as the language orders them. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  HwRow *left = HW_ROW ((gpointer) a);
  HwRow *right = HW_ROW ((gpointer) b);
  const guint column = GPOINTER_TO_UINT (data);
  const double x = hw_row_get_number (left, column);
  const double y = hw_row_get_number (right, column);

  if (isnan (x) && isnan (y))
    return g_utf8_collate (hw_row_get_text (left, column), hw_row_get_text (right, column));
  if (isnan (x))
    return 1;
  if (isnan (y))
    return -1;

  return (x > y) - (x < y);
}

static gboolean
row_matches (gpointer item,
             gpointer data)
{
  HwDataTable *self = data;

  return self->words == NULL || *self->words == '\0' || hw_row_matches (HW_ROW (item), self->words);
}

static void
setup_cell_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               HwDataTable        *self)
{
  const HwColumnKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), KIND_KEY));
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, kind == HW_COLUMN_NUMBER ? 1 : 0);
  gtk_label_set_width_chars (label, kind == HW_COLUMN_LONG ? 24 : kind == HW_COLUMN_TEXT ? 14 : -1);
  if (kind == HW_COLUMN_TEXT || kind == HW_COLUMN_LONG)
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (kind == HW_COLUMN_LONG)
    {
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_lines (label, 2);
      gtk_widget_add_css_class (GTK_WIDGET (label), "caption");
    }
  if (kind == HW_COLUMN_NUMBER)
    gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");

  gtk_list_item_set_child (item, GTK_WIDGET (label));
}

/* The row, not the cell, is what the focus is on: it says the whole line. */
static void
name_row (HwDataTable *self,
          GtkWidget   *label,
          HwRow       *row)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *speech = NULL;

  if (line == NULL)
    return;

  speech = hw_row_dup_speech (row, (const char *const *) self->titles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
}

static void
bind_cell_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              HwDataTable        *self)
{
  const guint column = column_of (factory);
  const HwColumnKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), KIND_KEY));
  GtkWidget *label = gtk_list_item_get_child (item);
  HwRow *row = gtk_list_item_get_item (item);
  const char *text = hw_row_get_text (row, column);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (kind == HW_COLUMN_TEXT || kind == HW_COLUMN_LONG)
    gtk_widget_set_tooltip_text (label, text);
  if (column == 0)
    name_row (self, label, row);
}

static void
search_changed_cb (HwDataTable *self)
{
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

static void
selected_cb (HwDataTable *self)
{
  HwRow *row = hw_data_table_get_chosen (self);

  if (row != NULL && !self->loading)
    g_signal_emit (self, signals[ROW_CHOSEN], 0, row);
}

static void
shown_changed_cb (HwDataTable *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), hw_data_table_get_n_shown (self) == 0);
}

static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  hw_data_table_sort (HW_DATA_TABLE (widget), g_variant_get_uint32 (parameter));
}

/* Tab goes to the search, the sort menu and the rows, and then leaves: left alone
 * it would stop at every row and, in an empty table, for good. */
static gboolean
hw_data_table_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  HwDataTable *self = HW_DATA_TABLE (widget);
  GtkWidget *const stops[] = { GTK_WIDGET (self->search_entry), GTK_WIDGET (self->sort_button), GTK_WIDGET (self->scroller) };
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
        (next < last || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0) &&
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
  g_clear_object (&self->store);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_DATA_TABLE);

  G_OBJECT_CLASS (hw_data_table_parent_class)->dispose (object);
}

static void
hw_data_table_finalize (GObject *object)
{
  HwDataTable *self = HW_DATA_TABLE (object);

  g_free (self->words);
  g_strfreev (self->titles);

  G_OBJECT_CLASS (hw_data_table_parent_class)->finalize (object);
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

  gtk_widget_class_install_action (widget_class, "table.sort", "u", sort_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "widgets/hw-data-table.ui");
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, tool_box);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, sort_button);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, overlay);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, view);
  gtk_widget_class_bind_template_child (widget_class, HwDataTable, nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
hw_data_table_init (HwDataTable *self)
{
  GListModel *filtered, *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->store = g_list_store_new (HW_TYPE_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (row_matches, self, NULL));
  filtered = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                                      g_object_ref (self->filter)));
  sorted = G_LIST_MODEL (gtk_sort_list_model_new (filtered,
                                                  g_object_ref (gtk_column_view_get_sorter (self->view))));
  self->selection = gtk_single_selection_new (sorted);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (shown_changed_cb), self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sort by"), -1);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
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
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (i), NULL));

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (factory), KIND_KEY, GUINT_TO_POINTER (column->kind));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);

  view_column = gtk_column_view_column_new (column->title, factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column->kind == HW_COLUMN_TEXT || column->kind == HW_COLUMN_LONG);
  gtk_column_view_append_column (self->view, view_column);
}

/* A title stands over its figures: GTK has no setting for it, so the label in the
 * title is asked, where it can be found; the mark of sorting goes before it. */
static void
align_titles (HwDataTable    *self,
              const HwColumn *columns,
              guint           n)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < n && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      if (columns[i].kind != HW_COLUMN_NUMBER || !GTK_IS_LABEL (label))
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
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_if_fail (HW_IS_DATA_TABLE (self) && self->n_columns == 0);

  self->n_columns = n;
  self->sorted_by = n;
  self->titles = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *action = g_strdup_printf ("table.sort(uint32 %u)", i);

      self->titles[i] = g_strdup (columns[i].title);
      add_column (self, &columns[i], i);
      g_menu_append (menu, columns[i].title, action);
    }

  align_titles (self, columns, n);
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
}

void
hw_data_table_set_title (HwDataTable *self,
                         guint        column,
                         const char  *title)
{
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_return_if_fail (HW_IS_DATA_TABLE (self) && column < self->n_columns);

  view_column = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  gtk_column_view_column_set_title (view_column, title);
  g_free (self->titles[column]);
  self->titles[column] = g_strdup (title);
}

void
hw_data_table_set_rows (HwDataTable *self,
                        GPtrArray   *rows)
{
  HwRow *chosen;
  gint64 id = 0;

  g_return_if_fail (HW_IS_DATA_TABLE (self));

  chosen = hw_data_table_get_chosen (self);
  if (chosen != NULL)
    id = hw_row_get_id (chosen);

  self->loading = TRUE;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       rows->pdata, rows->len);
  if (chosen != NULL)
    hw_data_table_choose (self, id);
  self->loading = FALSE;
  shown_changed_cb (self);
}

void
hw_data_table_search (HwDataTable *self,
                      const char  *words)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self));

  if (g_strcmp0 (self->words, words) == 0)
    return;

  g_free (self->words);
  self->words = g_strdup (words);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

void
hw_data_table_forget (HwDataTable *self)
{
  g_return_if_fail (HW_IS_DATA_TABLE (self));

  g_list_store_remove_all (self->store);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  hw_data_table_search (self, "");
}

void
hw_data_table_sort (HwDataTable *self,
                    guint        column)
{
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_return_if_fail (HW_IS_DATA_TABLE (self) && column < self->n_columns);

  self->sort_type = self->sorted_by == column && self->sort_type == GTK_SORT_ASCENDING
                      ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;
  self->sorted_by = column;
  view_column = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  gtk_column_view_sort_by_column (self->view, view_column, self->sort_type);
}

guint
hw_data_table_get_n_shown (HwDataTable *self)
{
  g_return_val_if_fail (HW_IS_DATA_TABLE (self), 0);

  return self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
}

HwRow *
hw_data_table_get_shown (HwDataTable *self,
                         guint        position)
{
  g_autoptr (HwRow) row = NULL;

  g_return_val_if_fail (HW_IS_DATA_TABLE (self), NULL);

  /* The store holds it on. */
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  return row;
}

HwRow *
hw_data_table_get_chosen (HwDataTable *self)
{
  g_return_val_if_fail (HW_IS_DATA_TABLE (self), NULL);

  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

void
hw_data_table_choose (HwDataTable *self,
                      gint64       id)
{
  const guint n = hw_data_table_get_n_shown (self);

  g_return_if_fail (HW_IS_DATA_TABLE (self));

  for (guint i = 0; i < n; i++)
    if (hw_row_get_id (hw_data_table_get_shown (self, i)) == id)
      {
        gtk_single_selection_set_selected (self->selection, i);
        return;
      }
}
