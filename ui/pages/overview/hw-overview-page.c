/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/overview/hw-overview-page.h"

#include "jobs/journey/hw-say-journey.h"
#include "pages/forecast/hw-forecast-chart.h"
#include "pages/overview/hw-exception-card.h"
#include "pages/overview/hw-overview-pins.h"
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
  GtkLabel    *today_label;
  GtkBox      *cards_box;
  GtkLabel    *step_label;
  GtkButton   *step_button;
  GtkLabel    *period_label;
  GtkFlowBox  *tiles_box;
  HwChartView *chart_view;

  HwExceptionCard *cards[HW_EXCEPTIONS_MOST];
  GPtrArray   *tiles; /* (owned) of HwMetricTile, borrowed */
};

G_DEFINE_FINAL_TYPE (HwOverviewPage, hw_overview_page, HW_TYPE_PAGE)

/* At most three, those with the most money in them. */
static void
fill_cards (HwOverviewPage *self,
            GPtrArray      *exceptions, /* (nullable) of HwException */
            const HwFormat *format)
{
  const guint n = exceptions != NULL ? MIN (exceptions->len, HW_EXCEPTIONS_MOST) : 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < HW_EXCEPTIONS_MOST; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->cards[i]), i < n);
      if (i < n)
        hw_exception_card_fill (self->cards[i], g_ptr_array_index (exceptions, i), format);
    }

  if (exceptions == NULL)
    text = g_strdup (_("Looking for what needs you today"));
  else if (n == 0)
    text = g_strdup (_("Nothing needs you today"));
  else
    text = g_strdup_printf (ngettext ("%u thing needs you today", "%u things need you today", n), n);

  /* Until they are known their room is kept, so that nothing below jumps. */
  gtk_widget_set_visible (GTK_WIDGET (self->cards_box), n > 0 || exceptions == NULL);
  gtk_label_set_text (self->today_label, text);
}

/* One step, the one that helps most now. */
static void
fill_step (HwOverviewPage  *self,
           const HwJourney *journey) /* (nullable) */
{
  const gboolean imports = journey != NULL && journey->next == HW_NEXT_DATA;
  const gboolean assesses = journey != NULL && (journey->next == HW_NEXT_CARD || journey->next == HW_NEXT_GOAL ||
                                                journey->next == HW_NEXT_IDEA || hw_journey_asks_on (journey));
  g_autofree char *next = journey != NULL ? hw_say_next (journey) : NULL;

  gtk_label_set_text (self->step_label, next != NULL ? next : "");
  gtk_button_set_label (self->step_button, imports    ? _("Import a file")
                                           : assesses ? _("Open Assess") : _("Open the journey"));
  hw_set_action (GTK_WIDGET (self->step_button), imports    ? "win.import"
                                                   : assesses ? "win.page::assess" : "win.page::journey");
}

/* Which days the figures are of, and what they are held against. */
static void
fill_period (HwOverviewPage      *self,
             const HwMetricSheet *sheet,
             const HwLibrary     *library, /* (nullable) */
             const HwFormat      *format)
{
  g_autofree char *days = hw_format_days (format, sheet->sums.from, sheet->sums.to);
  g_autofree char *text = NULL;

  if (hw_overview_n_pins (library) > 0) /* each is of its own time: its note says which */
    text = g_strdup (_("The figures you chose"));
  else if (sheet->sums.has_before)
    /* Translators: %s is from when to when. */
    text = g_strdup_printf (_("%s, compared with as much time before"), days);

  gtk_label_set_text (self->period_label, text != NULL ? text : days);
}

/* The way so far of the tile's metric; none without. */
static const HwTrend *
find_trend (GPtrArray  *trends, /* (nullable) */
            const char *metric)
{
  for (guint i = 0; trends != NULL && i < trends->len; i++)
    {
      const HwTrend *trend = g_ptr_array_index (trends, i);

      if (g_str_equal (trend->metric->id, metric))
        return trend;
    }

  return NULL;
}

/* As many as are asked for. */
static void
make_tiles (HwOverviewPage *self,
            guint           n)
{
  GtkWidget *child;

  if (self->tiles->len == n)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles_box))) != NULL)
    gtk_flow_box_remove (self->tiles_box, child);

  g_ptr_array_set_size (self->tiles, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->tiles, hw_metric_tile_new ());
  hw_tile_flow_fill (self->tiles_box, (GtkWidget **) self->tiles->pdata, self->tiles->len);
}

/* What the owner chose; without a choice the fixed ones. */
static void
fill_tiles (HwOverviewPage *self,
            HwDesk         *desk)
{
  const HwFormat *format = hw_desk_get_format (desk);
  const HwLibrary *library = hw_desk_get_library (desk);
  const guint n_pins = hw_overview_n_pins (library);
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "kpis");

  make_tiles (self, n_pins > 0 ? n_pins : hw_overview_n_tiles ());
  for (guint i = 0; i < self->tiles->len; i++)
    if (n_pins > 0)
      hw_overview_pin_fill (g_ptr_array_index (self->tiles, i), library, i, format);
    else
      hw_overview_tile_fill (g_ptr_array_index (self->tiles, i), i, hw_desk_get_metrics (desk),
                             find_trend (hw_desk_get_trends (desk), hw_overview_tile_metric (i)), run_id, format);
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

  fill_tiles (self, desk);
  fill_period (self, sheet, hw_desk_get_library (desk), format);
  fill_cards (self, hw_desk_get_exceptions (desk), format);
  fill_step (self, hw_desk_get_journey (desk));
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
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_METRICS) | HW_TOPIC_BIT (HW_TOPIC_FORECAST);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_TRENDS) | HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS) |
                      HW_TOPIC_BIT (HW_TOPIC_JOURNEY) | HW_TOPIC_BIT (HW_TOPIC_LIBRARY);
  page_class->fill = hw_overview_page_fill;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/overview/hw-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, today_label);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, cards_box);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, step_label);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, step_button);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, period_label);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, HwOverviewPage, chart_view);
}

static void
hw_overview_page_init (HwOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);

  for (guint i = 0; i < HW_EXCEPTIONS_MOST; i++)
    {
      self->cards[i] = HW_EXCEPTION_CARD (hw_exception_card_new ());
      gtk_box_append (self->cards_box, GTK_WIDGET (self->cards[i]));
    }

  self->tiles = g_ptr_array_new ();
  make_tiles (self, hw_overview_n_tiles ());
}
