/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-made-of.h"

#include "jobs/demand/hw-parts-job.h"
#include "pages/forecast/hw-parts-charts.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP 12
#define CHART_HEIGHT 220

struct _HwForecastMadeOf
{
  HwForecastSection parent_instance;

  GtkLabel    *words_label;
  HwChartView *views[HW_N_PART_CHARTS];
  guint        round;   /* answers to earlier questions are no longer wanted */
};

G_DEFINE_FINAL_TYPE (HwForecastMadeOf, hw_forecast_made_of, HW_TYPE_FORECAST_SECTION)

/* One question, and which it was. */
#define HW_TYPE_PARTS_ASK (hw_parts_ask_get_type ())

G_DECLARE_FINAL_TYPE (HwPartsAsk, hw_parts_ask, HW, PARTS_ASK, GObject)

struct _HwPartsAsk
{
  GObject           parent_instance;

  HwForecastMadeOf *section; /* (owned) */
  guint             round;
};

G_DEFINE_FINAL_TYPE (HwPartsAsk, hw_parts_ask, G_TYPE_OBJECT)

static void
hw_parts_ask_finalize (GObject *object)
{
  g_clear_object (&HW_PARTS_ASK (object)->section);

  G_OBJECT_CLASS (hw_parts_ask_parent_class)->finalize (object);
}

static void
hw_parts_ask_class_init (HwPartsAskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_parts_ask_finalize;
}

static void
hw_parts_ask_init (HwPartsAsk *self)
{
}

static void
show_parts (HwForecastMadeOf      *self,
            const HwForecastParts *parts,
            HwDesk                *desk)
{
  const HwFormat *format = hw_desk_get_format (desk);
  g_autofree char *words = hw_parts_say (parts, format);

  gtk_label_set_text (self->words_label, words);
  for (int i = 0; i < HW_N_PART_CHARTS; i++)
    {
      HwChart *chart = hw_parts_chart_new (parts, (HwPartChart) i, format);

      gtk_widget_set_visible (GTK_WIDGET (self->views[i]), chart != NULL);
      hw_chart_view_take_chart (self->views[i], chart, chart != NULL ? G_OBJECT (desk) : NULL);
    }
}

static void
answered_cb (gpointer      owner,
             gpointer      result,
             const GError *error)
{
  HwPartsAsk *ask = owner;
  HwForecastMadeOf *self = ask->section;
  HwForecastSection *section = HW_FORECAST_SECTION (self);
  g_autoptr (HwForecastParts) parts = result;

  if (ask->round != self->round || hw_forecast_section_get_desk (section) == NULL)
    return;

  if (parts == NULL)
    {
      hw_errand_show_error (hw_forecast_section_get_state (section), _("This did not work"), error, NULL);
      return;
    }

  show_parts (self, parts, hw_forecast_section_get_desk (section));
  hw_state_page_show_ready (hw_forecast_section_get_state (section));
}

static void
hw_forecast_made_of_fill (HwForecastSection *section)
{
  HwForecastMadeOf *self = HW_FORECAST_MADE_OF (section);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  const HwForecastSeries *series = hw_forecast_section_get_series (section);
  g_autoptr (HwPartsAsk) ask = NULL;
  HwPartsRequest request = { hw_forecast_section_get_product (section) };

  self->round++;
  if (series == NULL || series->past->len == 0)
    {
      const HwForecastParts *none = NULL;

      show_parts (self, none, desk);
      return;
    }

  ask = g_object_new (HW_TYPE_PARTS_ASK, NULL);
  ask->section = g_object_ref (self);
  ask->round = self->round;
  request.by = hw_desk_get_forecast (desk)->by;
  if (hw_forecast_section_get_category (section) != NULL)
    g_strlcpy (request.category, hw_forecast_section_get_category (section), sizeof request.category);
  hw_errand_run (desk, &hw_parts_job, g_memdup2 (&request, sizeof request), hw_forecast_section_get_state (section),
                 answered_cb, ask);
}

static void
hw_forecast_made_of_forget (HwForecastSection *section)
{
  HwForecastMadeOf *self = HW_FORECAST_MADE_OF (section);

  self->round++;
  for (int i = 0; i < HW_N_PART_CHARTS; i++)
    hw_chart_view_take_chart (self->views[i], NULL, NULL);
}

static void
hw_forecast_made_of_class_init (HwForecastMadeOfClass *klass)
{
  HwForecastSectionClass *section_class = HW_FORECAST_SECTION_CLASS (klass);

  section_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST);
  section_class->fill = hw_forecast_made_of_fill;
  section_class->forget = hw_forecast_made_of_forget;
}

static void
hw_forecast_made_of_init (HwForecastMadeOf *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *words = hw_forecast_section_label (NULL);

  self->words_label = GTK_LABEL (words);
  gtk_box_append (GTK_BOX (box), words);
  for (int i = 0; i < HW_N_PART_CHARTS; i++)
    {
      GtkWidget *view = hw_chart_view_new ();

      self->views[i] = HW_CHART_VIEW (view);
      gtk_widget_set_size_request (view, -1, CHART_HEIGHT);
      gtk_box_append (GTK_BOX (box), view);
    }

  hw_forecast_section_set_up (HW_FORECAST_SECTION (self), _("What the sales are made of"), box);
}
