/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/overview/hw-overview-page.h"

#include "pages/forecast/hw-forecast-chart.h"
#include "pages/overview/hw-overview-tiles.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-names.h"
#include "widgets/hw-tile-flow.h"

#include <glib/gi18n.h>

#define PAST_SHOWN 56 /* periods of history on the first page: eight weeks of days */

struct _HwOverviewPage
{
  HwPage       parent_instance;

  HwStatePage *state_page;
  GtkLabel    *order_label;
  GtkLabel    *order_note_label;
  GtkLabel    *step_label;
  GtkButton   *step_button;
  GtkFlowBox  *tiles_box;
  HwChartView *chart_view;

  GPtrArray   *tiles; /* (owned) of HwMetricTile, borrowed */
};

G_DEFINE_FINAL_TYPE (HwOverviewPage, hw_overview_page, HW_TYPE_PAGE)

static void
fill_order (HwOverviewPage    *self,
            const HwStockPlan *plan,
            const HwFormat    *format)
{
  g_autofree char *value = hw_format_money (format, plan->order_value);
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  if (plan->n_orders > 0)
    /* Translators: 1 how many products, 2 money. */
    text = g_strdup_printf (ngettext ("%u item · %s", "%u items · %s", plan->n_orders), plan->n_orders, value);
  else if (plan->n_unknown == plan->lines->len)
    text = g_strdup (_("Not known yet"));
  else
    text = g_strdup (_("Nothing to order"));

  if (plan->n_unknown > 0)
    note = g_strdup_printf (ngettext ("How much is left of %u product is not known.",
                                      "How much is left of %u products is not known.", plan->n_unknown),
                            plan->n_unknown);
  else
    note = g_strdup (_("From your last count, what sells, and how long a delivery takes."));

  gtk_label_set_text (self->order_label, text);
  gtk_label_set_text (self->order_note_label, note);
}

/* One step, the one that helps most now. */
static void
fill_step (HwOverviewPage    *self,
           const HwStockPlan *plan)
{
  const char *text, *button, *action;

  if (plan->n_unknown == plan->lines->len)
    {
      text = _("Tell Headway what is on your shelves: import a stock list, and it says what to order.");
      button = _("Import a stock list");
      action = "win.import";
    }
  else if (plan->n_orders > 0)
    {
      text = _("Look through today's order list, then hand the workbook to whoever does your books.");
      button = _("Go through the orders");
      action = "win.page::stock";
    }
  else
    {
      text = _("Nothing has to be ordered today. Save the workbook for whoever does your books.");
      button = _("Save the workbook");
      action = "win.page::reports";
    }

  gtk_label_set_text (self->step_label, text);
  gtk_button_set_label (self->step_button, button);
  hw_set_action (GTK_WIDGET (self->step_button), action);
}

static void
hw_overview_page_fill (HwPage *page)
{
  HwOverviewPage *self = HW_OVERVIEW_PAGE (page);
  HwDesk *desk = hw_page_get_desk (page);
  const HwFormat *format = hw_desk_get_format (desk);
  const HwMetricSheet *sheet = hw_desk_get_metrics (desk);
  const HwForecastPlan *forecast = hw_desk_get_forecast (desk);
  const HwForecastSeries *total = hw_forecast_plan_find (forecast, 0);

  for (guint i = 0; i < self->tiles->len; i++)
    hw_overview_tile_fill (g_ptr_array_index (self->tiles, i), i, sheet, format);

  fill_order (self, hw_desk_get_stock (desk), format);
  fill_step (self, hw_desk_get_stock (desk));
  hw_chart_view_take_chart (self->chart_view,
                            total != NULL ? hw_forecast_chart_new (forecast, total, _("What will sell, all products"),
                                                                   PAST_SHOWN, format)
                                          : NULL,
                            G_OBJECT (desk));
}

static void
hw_overview_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (hw_overview_page_parent_class)->dispose (object);
}

static void
hw_overview_page_finalize (GObject *object)
{
  g_ptr_array_unref (HW_OVERVIEW_PAGE (object)->tiles);

  G_OBJECT_CLASS (hw_overview_page_parent_class)->finalize (object);
}

static void
hw_overview_page_class_init (HwOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  object_class->dispose = hw_overview_page_dispose;
  object_class->finalize = hw_overview_page_finalize;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_METRICS) | HW_TOPIC_BIT (HW_TOPIC_FORECAST) |
                      HW_TOPIC_BIT (HW_TOPIC_STOCK);
  page_class->fill = hw_overview_page_fill;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/overview/hw-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, order_label);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, order_note_label);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, step_label);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, step_button);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, chart_view);
}

static void
hw_overview_page_init (HwOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);

  self->tiles = g_ptr_array_new ();
  for (guint i = 0; i < hw_overview_n_tiles (); i++)
    g_ptr_array_add (self->tiles, hw_metric_tile_new ());
  hw_tile_flow_fill (self->tiles_box, (GtkWidget **) self->tiles->pdata, self->tiles->len);
}
