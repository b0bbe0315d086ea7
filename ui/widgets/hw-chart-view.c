/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-view.h"

#include <glib/gi18n.h>

struct _HwChartView
{
  GtkWidget        parent_instance;

  GtkBox          *head_box;
  GtkLabel        *title_label;
  GtkToggleButton *table_button;
  GtkStack        *stack;
  HwChartCanvas   *canvas;
  AdwBin          *table_bin;
  GtkLabel        *summary_label;

  HwChart         *chart;  /* (owned) (nullable) */
  GObject         *keeper; /* (owned) (nullable) of what the chart borrows */
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
  gtk_widget_class_bind_template_child (widget_class, HwChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, table_bin);
  gtk_widget_class_bind_template_child (widget_class, HwChartView, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
}

static void
hw_chart_view_init (HwChartView *self)
{
  GtkBoxLayout *layout;

  gtk_widget_init_template (GTK_WIDGET (self));

  layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
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
