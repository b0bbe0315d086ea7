/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-page.h"

#include "pages/forecast/hw-forecast-chart.h"
#include "pages/forecast/hw-forecast-figures.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-data-table.h"
#include "widgets/hw-names.h"
#include "widgets/hw-old-notice.h"
#include "widgets/hw-tile-flow.h"

#include <glib/gi18n.h>

#define PAST_SHOWN 120 /* periods of history in the chart */

struct _HwForecastPage
{
  HwPage        parent_instance;

  HwStatePage  *state_page;
  HwOldNotice  *old_notice;
  HwDataTable  *table;
  GtkLabel     *name_label;
  GtkDropDown  *by_drop;
  GtkFlowBox   *tiles_box;
  HwChartView  *chart_view;

  HwMetricTile *tiles[HW_N_FIGURES];
  gint64        product_id; /* the one shown; 0 is the total */
  gboolean      wanted;     /* asked for before the list was there */
};

G_DEFINE_FINAL_TYPE (HwForecastPage, hw_forecast_page, HW_TYPE_PAGE)

static int
compare_revenue (gconstpointer a,
                 gconstpointer b)
{
  const HwForecastSeries *left = *(const HwForecastSeries *const *) a;
  const HwForecastSeries *right = *(const HwForecastSeries *const *) b;

  if ((left->product_id == 0) != (right->product_id == 0))
    return left->product_id == 0 ? -1 : 1;

  return (left->period_revenue < right->period_revenue) - (left->period_revenue > right->period_revenue);
}

/* The total, then what brings most money. */
static GPtrArray *
make_rows (const HwForecastPlan *plan,
           const HwFormat       *format)
{
  g_autoptr (GPtrArray) series = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->series->len; i++)
    g_ptr_array_add (series, g_ptr_array_index (plan->series, i));
  g_ptr_array_sort (series, compare_revenue);

  for (guint i = 0; i < series->len; i++)
    {
      const HwForecastSeries *s = g_ptr_array_index (series, i);
      const double units = hw_forecast_soon_units (plan, s);
      HwRow *row = hw_row_new (2, s->product_id);

      hw_row_set_text (row, 0, g_strdup (hw_forecast_series_title (s)));
      hw_row_set_number (row, 1, hw_forecast_units_text (units, format), units);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static void
show_series (HwForecastPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  const HwForecastPlan *plan = hw_desk_get_forecast (desk);
  const HwFormat *format = hw_desk_get_format (desk);
  const HwForecastSeries *series;
  g_autofree char *run_id = NULL;

  if (plan == NULL || plan->series->len == 0)
    return;

  series = hw_forecast_plan_find (plan, self->product_id);
  if (series == NULL)
    series = g_ptr_array_index (plan->series, 0);

  run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "forecast");
  gtk_label_set_text (self->name_label, hw_forecast_series_title (series));
  for (int i = 0; i < HW_N_FIGURES; i++)
    hw_forecast_figure_fill (self->tiles[i], i, plan, series, run_id, format);
  hw_chart_view_take_chart (self->chart_view, hw_forecast_chart_new (plan, series, NULL, PAST_SHOWN, format),
                            G_OBJECT (desk));
}

/* Short, so that the products' names have the room. */
static const char *
soon_head (HwBy by)
{
  switch (by)
    {
    case HW_BY_WEEK:
      return C_("column", "1 week");

    case HW_BY_MONTH:
      return C_("column", "1 month");

    case HW_BY_DAY:
    default:
      return C_("column", "7 days");
    }
}

/* The one asked for elsewhere, whatever the list was searched for. */
static void
bring_to_sight (HwForecastPage *self)
{
  self->wanted = FALSE;
  hw_data_table_show_all (self->table);
  hw_data_table_choose (self->table, self->product_id);
  hw_data_table_scroll_to (self->table, self->product_id);
}

static void
hw_forecast_page_fill (HwPage *page)
{
  HwForecastPage *self = HW_FORECAST_PAGE (page);
  const HwForecastPlan *plan = hw_desk_get_forecast (hw_page_get_desk (page));
  g_autoptr (GPtrArray) rows = make_rows (plan, hw_desk_get_format (hw_page_get_desk (page)));
  HwBy by;

  hw_old_notice_fill (self->old_notice, hw_page_get_desk (page));
  if (hw_desk_get_by (hw_page_get_desk (page), &by))
    gtk_drop_down_set_selected (self->by_drop, by + 1);
  else
    gtk_drop_down_set_selected (self->by_drop, 0);

  hw_data_table_set_title (self->table, 1, soon_head (plan->by));
  hw_data_table_set_rows (self->table, rows);
  hw_data_table_choose (self->table, self->product_id);
  if (self->wanted)
    bring_to_sight (self);
  show_series (self);
}

static void
hw_forecast_page_forget (HwPage *page)
{
  HwForecastPage *self = HW_FORECAST_PAGE (page);

  self->product_id = 0;
  self->wanted = FALSE;
  hw_data_table_forget (self->table);
  hw_chart_view_take_chart (self->chart_view, NULL, NULL);
}

static void
row_chosen_cb (HwForecastPage *self,
               HwRow          *row)
{
  if (self->product_id == hw_row_get_id (row))
    return;

  self->product_id = hw_row_get_id (row);
  show_series (self);
}

static void
by_changed_cb (HwForecastPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->by_drop);
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  if (desk != NULL && selected != GTK_INVALID_LIST_POSITION)
    hw_desk_set_by (desk, selected > 0, selected > 0 ? selected - 1 : HW_BY_DAY);
}

static void
hw_forecast_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_FORECAST_PAGE);

  G_OBJECT_CLASS (hw_forecast_page_parent_class)->dispose (object);
}

static void
hw_forecast_page_class_init (HwForecastPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_forecast_page_dispose;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS);
  page_class->fill = hw_forecast_page_fill;
  page_class->forget = hw_forecast_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_OLD_NOTICE);
  g_type_ensure (HW_TYPE_CHART_VIEW);
  g_type_ensure (HW_TYPE_DATA_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/forecast/hw-forecast-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, old_notice);
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, table);
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, by_drop);
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, chart_view);
  gtk_widget_class_bind_template_callback (widget_class, by_changed_cb);
}

static void
hw_forecast_page_init (HwForecastPage *self)
{
  const HwColumn columns[] = {
    { _("Product"), HW_COLUMN_TEXT },
    /* Translators: heading over units expected in the next week or month. */
    { C_("column", "Next"), HW_COLUMN_NUMBER },
  };
  GtkWidget *tiles[HW_N_FIGURES];

  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);

  hw_data_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (self->table, _("Products"));
  g_signal_connect_object (self->table, "row-chosen", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);
  hw_drop_down_name (self->by_drop, _("Days, weeks or months"));
  hw_chart_view_set_title_shown (self->chart_view, FALSE);

  for (int i = 0; i < HW_N_FIGURES; i++)
    {
      tiles[i] = hw_metric_tile_new ();
      self->tiles[i] = HW_METRIC_TILE (tiles[i]);
    }
  hw_tile_flow_fill (self->tiles_box, tiles, HW_N_FIGURES);
}

void
hw_forecast_page_choose (HwForecastPage *self,
                         gint64          product_id)
{
  g_return_if_fail (HW_IS_FORECAST_PAGE (self));

  self->product_id = product_id;
  self->wanted = TRUE;
  if (hw_page_get_desk (HW_PAGE (self)) == NULL || hw_desk_get_forecast (hw_page_get_desk (HW_PAGE (self))) == NULL)
    return;

  bring_to_sight (self);
  show_series (self);
}
