/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-page.h"

#include "pages/forecast/hw-forecast-chart.h"
#include "pages/forecast/hw-forecast-close.h"
#include "pages/forecast/hw-forecast-days.h"
#include "pages/forecast/hw-forecast-events.h"
#include "pages/forecast/hw-forecast-figures.h"
#include "pages/forecast/hw-forecast-made-of.h"
#include "pages/forecast/hw-forecast-review.h"
#include "pages/forecast/hw-forecast-rows.h"
#include "pages/forecast/hw-forecast-what-if.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-data-table.h"
#include "widgets/hw-names.h"
#include "widgets/hw-old-notice.h"
#include "widgets/hw-scroll.h"
#include "widgets/hw-tile-flow.h"

#include <glib/gi18n.h>

#define PAST_SHOWN 120 /* periods of history in the chart */
#define N_SECTIONS 6

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
  GtkBox       *sections_box;
  GtkScrolledWindow *scrolled;

  HwMetricTile *tiles[HW_N_FIGURES];
  HwForecastSection *sections[N_SECTIONS];
  gint64        product_id; /* the one shown; 0 is a category or the total */
  char         *category;   /* (owned) (nullable) */
  gboolean      wanted;     /* asked for before the list was there */
};

G_DEFINE_FINAL_TYPE (HwForecastPage, hw_forecast_page, HW_TYPE_PAGE)

/* The one chosen; where it is gone, the total. */
static const HwForecastSeries *
find_series (HwForecastPage       *self,
             const HwForecastPlan *plan)
{
  const HwForecastSeries *series = hw_forecast_rows_find (plan, hw_forecast_rows_id (plan, self->product_id, self->category));

  return series != NULL ? series : g_ptr_array_index (plan->series, 0);
}

static void
fill_tiles (HwForecastPage         *self,
            const HwForecastPlan   *plan,
            const HwForecastSeries *series,
            HwDesk                 *desk)
{
  const HwForecastAccuracy *accuracy = hw_desk_get_accuracy (desk);
  const HwAccuracyLine *line = accuracy != NULL && accuracy->by == plan->by
                               ? hw_forecast_accuracy_find (accuracy, series->product_id, series->category) : NULL;
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "forecast");

  for (int i = 0; i < HW_N_FIGURES; i++)
    hw_forecast_figure_fill (self->tiles[i], i, plan, series, line, run_id, hw_desk_get_format (desk));
}

static void
show_series (HwForecastPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  const HwForecastPlan *plan = hw_desk_get_forecast (desk);
  const HwForecastSeries *series;

  if (plan == NULL || plan->series->len == 0)
    return;

  series = find_series (self, plan);
  gtk_label_set_text (self->name_label, hw_forecast_series_title (series));
  fill_tiles (self, plan, series, desk);
  hw_chart_view_take_chart (self->chart_view, hw_forecast_chart_new (plan, series, NULL, PAST_SHOWN, hw_desk_get_format (desk)),
                            G_OBJECT (desk));
  for (int i = 0; i < N_SECTIONS; i++)
    hw_forecast_section_show (self->sections[i], desk, series->product_id, series->category);
}

static void
choose (HwForecastPage *self,
        gint64          product_id,
        const char     *category)
{
  g_autofree char *kept = g_strdup (category);

  g_free (self->category);
  self->category = g_steal_pointer (&kept);
  self->product_id = product_id;
}

static gint64
chosen_row (HwForecastPage *self)
{
  return hw_forecast_rows_id (hw_desk_get_forecast (hw_page_get_desk (HW_PAGE (self))), self->product_id, self->category);
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
  hw_data_table_choose (self->table, chosen_row (self));
  hw_data_table_scroll_to (self->table, chosen_row (self));
}

static void
hw_forecast_page_fill (HwPage *page)
{
  HwForecastPage *self = HW_FORECAST_PAGE (page);
  const HwForecastPlan *plan = hw_desk_get_forecast (hw_page_get_desk (page));
  g_autoptr (GPtrArray) rows = hw_forecast_rows_new (plan, hw_desk_get_format (hw_page_get_desk (page)));
  HwBy by;

  hw_old_notice_fill (self->old_notice, hw_page_get_desk (page));
  if (hw_desk_get_by (hw_page_get_desk (page), &by))
    gtk_drop_down_set_selected (self->by_drop, by + 1);
  else
    gtk_drop_down_set_selected (self->by_drop, 0);

  hw_data_table_set_title (self->table, 1, soon_head (plan->by));
  hw_data_table_set_rows (self->table, rows);
  hw_data_table_choose (self->table, chosen_row (self));
  if (self->wanted)
    bring_to_sight (self);
  show_series (self);
}

static void
hw_forecast_page_forget (HwPage *page)
{
  HwForecastPage *self = HW_FORECAST_PAGE (page);

  choose (self, 0, NULL);
  for (int i = 0; i < N_SECTIONS; i++)
    hw_forecast_section_show (self->sections[i], NULL, 0, NULL);
  self->wanted = FALSE;
  hw_data_table_forget (self->table);
  hw_chart_view_take_chart (self->chart_view, NULL, NULL);
}

static void
row_chosen_cb (HwForecastPage *self,
               HwRow          *row)
{
  const HwForecastPlan *plan = hw_desk_get_forecast (hw_page_get_desk (HW_PAGE (self)));
  const HwForecastSeries *series = plan != NULL ? hw_forecast_rows_find (plan, hw_row_get_id (row)) : NULL;

  if (series == NULL || (self->product_id == series->product_id && g_strcmp0 (self->category, series->category) == 0))
    return;

  choose (self, series->product_id, series->category);
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
hw_forecast_page_finalize (GObject *object)
{
  g_free (HW_FORECAST_PAGE (object)->category);

  G_OBJECT_CLASS (hw_forecast_page_parent_class)->finalize (object);
}

static void
hw_forecast_page_class_init (HwForecastPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_forecast_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_forecast_page_finalize;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS) | HW_TOPIC_BIT (HW_TOPIC_ACCURACY);
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
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, sections_box);
  gtk_widget_class_bind_template_child (widget_class, HwForecastPage, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, by_changed_cb);
}

/* What is asked for most comes first. */
static void
add_sections (HwForecastPage *self)
{
  const GType types[N_SECTIONS] = {
    HW_TYPE_FORECAST_DAYS, HW_TYPE_FORECAST_CLOSE, HW_TYPE_FORECAST_EVENTS,
    HW_TYPE_FORECAST_WHAT_IF, HW_TYPE_FORECAST_MADE_OF, HW_TYPE_FORECAST_REVIEW,
  };

  for (int i = 0; i < N_SECTIONS; i++)
    {
      self->sections[i] = g_object_new (types[i], NULL);
      gtk_box_append (self->sections_box, GTK_WIDGET (self->sections[i]));
    }
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
  add_sections (self);
  hw_scroll_keep_steady (self->scrolled);
}

void
hw_forecast_page_choose (HwForecastPage *self,
                         gint64          product_id)
{
  g_return_if_fail (HW_IS_FORECAST_PAGE (self));

  choose (self, product_id, NULL);
  self->wanted = TRUE;
  if (hw_page_get_desk (HW_PAGE (self)) == NULL || hw_desk_get_forecast (hw_page_get_desk (HW_PAGE (self))) == NULL)
    return;

  bring_to_sight (self);
  show_series (self);
}
