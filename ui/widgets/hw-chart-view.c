/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-view.h"

#include "compat/hw-ask.h"
#include "widgets/hw-chart-menu.h"
#include "widgets/hw-chart-save.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

struct _HwChartView
{
  GtkWidget        parent_instance;

  GtkBox          *head_box;
  GtkLabel        *title_label;
  GtkToggleButton *table_button;
  GtkMenuButton   *menu_button;
  GtkStack        *stack;
  HwChartCanvas   *canvas;
  AdwBin          *table_bin;
  GtkLabel        *summary_label;

  HwChart         *chart;  /* (owned) (nullable) */
  GObject         *keeper; /* (owned) (nullable) of what the chart borrows */
  GSimpleActionGroup *actions; /* (owned) */
  guint            n_series;   /* that have an action */
};

G_DEFINE_FINAL_TYPE (HwChartView, hw_chart_view, GTK_TYPE_WIDGET)

static GPtrArray *
make_rows (HwChart *chart)
{
  const guint n_columns = hw_chart_n_columns (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint r = 0; r < hw_chart_n_rows (chart); r++)
    {
      HwRow *row = hw_row_new (n_columns, r);

      /* Sorted as they stand: the row number, whatever the text. */
      for (guint c = 0; c < n_columns; c++)
        hw_row_set_text (row, c, hw_chart_cell (chart, (int) r, c));
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/* A new table each time: charts of another kind have other columns. */
static void
fill_table (HwChartView *self)
{
  const guint n = hw_chart_n_columns (self->chart);
  g_autofree HwColumn *columns = g_new0 (HwColumn, n);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = make_rows (self->chart);
  HwDataTable *table = HW_DATA_TABLE (hw_data_table_new ());

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (titles, hw_chart_cell (self->chart, -1, i));
      columns[i].title = g_ptr_array_index (titles, i);
      columns[i].kind = hw_chart_column_is_number (self->chart, i) ? HW_COLUMN_NUMBER : HW_COLUMN_TEXT;
    }

  hw_data_table_set_searchable (table, FALSE);
  hw_data_table_set_columns (table, columns, n);
  hw_data_table_set_label (table, hw_chart_get_title (self->chart));
  hw_data_table_set_rows (table, rows);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (table));
}

static void
update (HwChartView *self)
{
  const gboolean table = gtk_toggle_button_get_active (self->table_button) && self->chart != NULL;

  if (table)
    fill_table (self);

  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
}

static void
table_toggled_cb (HwChartView *self)
{
  update (self);
}

static void
save_chosen (HwChartView *self,
             HwFileKind   kind,
             const char  *path)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->chart == NULL)
    return;

  if (hw_chart_save_as (self->chart, kind, path, &error))
    hw_undo_offer (GTK_WIDGET (self), _("Chart saved"), NULL, NULL, NULL);
  else
    hw_tell (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("The chart was not saved"), error->message);
}

static void
png_chosen_cb (gpointer    owner,
               const char *path)
{
  save_chosen (owner, HW_FILE_PNG, path);
}

static void
svg_chosen_cb (gpointer    owner,
               const char *path)
{
  save_chosen (owner, HW_FILE_SVG, path);
}

static void
pdf_chosen_cb (gpointer    owner,
               const char *path)
{
  save_chosen (owner, HW_FILE_PDF, path);
}

static void
save (HwChartView      *self,
      HwFileKind        kind,
      const char       *ending,
      HwFileChoiceFunc  chosen)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;

  if (self->chart == NULL || !GTK_IS_WINDOW (root))
    return;

  name = hw_chart_save_name (self->chart);
  file = g_strconcat (name, ending, NULL);
  hw_file_choice_save (GTK_WINDOW (root), _("Save the chart"), kind, file, chosen, self);
}

static void
save_png_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  save (data, HW_FILE_PNG, ".png", png_chosen_cb);
}

static void
save_svg_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  save (data, HW_FILE_SVG, ".svg", svg_chosen_cb);
}

static void
save_pdf_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  save (data, HW_FILE_PDF, ".pdf", pdf_chosen_cb);
}

static void
copy_picture_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  HwChartView *self = data;

  if (self->chart == NULL)
    return;

  hw_chart_copy_picture (self->chart, GTK_WIDGET (self));
  hw_undo_offer (GTK_WIDGET (self), _("Picture copied"), NULL, NULL, NULL);
}

static void
copy_figures_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  HwChartView *self = data;

  if (self->chart == NULL)
    return;

  hw_chart_copy_figures (self->chart, GTK_WIDGET (self));
  hw_undo_offer (GTK_WIDGET (self), _("Figures copied"), NULL, NULL, NULL);
}

static void
whole_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  hw_chart_canvas_show_whole (HW_CHART_VIEW (data)->canvas);
}

static void
series_action (GSimpleAction *action,
               GVariant      *state,
               gpointer       data)
{
  const guint series = (guint) g_ascii_strtoull (strrchr (g_action_get_name (G_ACTION (action)), '-') + 1, NULL, 10);

  hw_chart_canvas_set_shown (HW_CHART_VIEW (data)->canvas, series, g_variant_get_boolean (state));
}

/* The menu says what the picture shows. */
static void
look_changed_cb (HwChartView *self)
{
  GAction *whole = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "whole");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (whole), hw_chart_canvas_is_near (self->canvas));
  for (guint i = 0; i < self->n_series; i++)
    {
      g_autofree char *name = hw_chart_menu_series_action (i);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

      g_simple_action_set_state (G_SIMPLE_ACTION (action),
                                 g_variant_new_boolean (hw_chart_canvas_get_shown (self->canvas, i)));
    }
}

static void
add_actions (HwChartView *self)
{
  static const GActionEntry entries[] = {
    { .name = "save-png", .activate = save_png_action },
    { .name = "save-svg", .activate = save_svg_action },
    { .name = "save-pdf", .activate = save_pdf_action },
    { .name = "copy-picture", .activate = copy_picture_action },
    { .name = "copy-figures", .activate = copy_figures_action },
    { .name = "whole", .activate = whole_action },
  };
  g_autoptr (GPropertyAction) table = g_property_action_new ("table", self->table_button, "active");

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (table));
  gtk_widget_insert_action_group (GTK_WIDGET (self), HW_CHART_ACTIONS, G_ACTION_GROUP (self->actions));
}

/* An action for each series of this chart, and a menu with all of them. */
static void
fill_menu (HwChartView *self)
{
  g_autoptr (GMenuModel) menu = self->chart != NULL ? hw_chart_menu_new (self->chart) : NULL;
  g_autofree char *label = NULL;

  for (; self->n_series > 0; self->n_series--)
    {
      g_autofree char *name = hw_chart_menu_series_action (self->n_series - 1);

      g_action_map_remove_action (G_ACTION_MAP (self->actions), name);
    }

  for (; self->chart != NULL && self->n_series < hw_chart_n_series (self->chart); self->n_series++)
    {
      g_autofree char *name = hw_chart_menu_series_action (self->n_series);
      const GActionEntry entry = { .name = name, .state = "true", .change_state = series_action };

      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
    }

  /* Translators: the button for saving and copying a chart, with the chart's title. */
  label = g_strdup_printf (_("Chart menu: %s"), self->chart != NULL ? hw_chart_get_title (self->chart) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), menu != NULL);
  look_changed_cb (self);
}

static void
drop_chart (HwChartView *self)
{
  if (self->canvas != NULL)
    hw_chart_canvas_set_chart (self->canvas, NULL);
  g_clear_pointer (&self->chart, hw_chart_free);
  g_clear_object (&self->keeper);
}

static void
hw_chart_view_dispose (GObject *object)
{
  HwChartView *self = HW_CHART_VIEW (object);

  drop_chart (self);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_CHART_VIEW);

  G_OBJECT_CLASS (hw_chart_view_parent_class)->dispose (object);
}

static void
hw_chart_view_class_init (HwChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_chart_view_dispose;

  g_type_ensure (HW_TYPE_CHART_CANVAS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "widgets/hw-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwChartView, head_box);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, title_label);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, table_button);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, table_bin);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_changed_cb);
}

static void
hw_chart_view_init (HwChartView *self)
{
  GtkBoxLayout *layout;

  gtk_widget_init_template (GTK_WIDGET (self));

  layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  add_actions (self);
  fill_menu (self);
}

GtkWidget *
hw_chart_view_new (void)
{
  return g_object_new (HW_TYPE_CHART_VIEW, NULL);
}

void
hw_chart_view_take_chart (HwChartView *self,
                          HwChart     *chart,
                          GObject     *keeper)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (HW_IS_CHART_VIEW (self));

  drop_chart (self);
  self->chart = chart;
  if (keeper != NULL)
    self->keeper = g_object_ref (keeper);

  if (chart != NULL)
    {
      summary = hw_chart_summary (chart);
      hw_chart_canvas_set_chart (self->canvas, chart);
    }

  gtk_label_set_text (self->title_label, chart != NULL ? hw_chart_get_title (chart) : "");
  gtk_label_set_text (self->summary_label, summary != NULL ? summary : "");
  fill_menu (self);
  update (self);
}

HwChartCanvas *
hw_chart_view_get_canvas (HwChartView *self)
{
  g_return_val_if_fail (HW_IS_CHART_VIEW (self), NULL);

  return self->canvas;
}

void
hw_chart_view_set_title_shown (HwChartView *self,
                               gboolean     shown)
{
  g_return_if_fail (HW_IS_CHART_VIEW (self));

  /* The button stays where it is. */
  gtk_widget_set_opacity (GTK_WIDGET (self->title_label), shown ? 1 : 0);
}

void
hw_chart_view_set_table (HwChartView *self,
                         gboolean     table)
{
  g_return_if_fail (HW_IS_CHART_VIEW (self));

  gtk_toggle_button_set_active (self->table_button, table);
}

HwDataTable *
hw_chart_view_get_table (HwChartView *self)
{
  g_return_val_if_fail (HW_IS_CHART_VIEW (self), NULL);

  return HW_DATA_TABLE (adw_bin_get_child (self->table_bin));
}
