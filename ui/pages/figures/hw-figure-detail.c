/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/figures/hw-figure-detail.h"

#include "domain/hw-survey.h"
#include "jobs/figures/hw-trend-job.h"
#include "jobs/hw-say-figure.h"
#include "pages/figures/hw-answers-window.h"
#include "pages/figures/hw-figure-chart.h"
#include "pages/figures/hw-figure-facts.h"
#include "pages/figures/hw-figure-forms.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define PERIODS 39 /* of four weeks: three years */

struct _HwFigureDetail
{
  AdwBin             parent_instance;

  GtkScrolledWindow *scrolled;
  GtkLabel          *name_label;
  GtkLabel          *about_label;
  GtkLabel          *value_label;
  GtkLabel          *light_label;
  GtkLabel          *range_label;
  GtkLabel          *origin_label;
  GtkLabel          *trend_label;
  HwHowButton       *how_button;
  GtkSwitch         *pin_switch;
  GtkButton         *type_button;
  GtkButton         *ask_button;
  GtkButton         *limits_button;
  GtkButton         *look_button;
  GtkButton         *change_button;
  GtkButton         *drop_button;
  HwChartView       *chart_view;
  GtkListBox        *about_list;
  GtkWidget         *others_box;
  GtkListBox        *others_list;
  GtkWidget         *typed_box;
  GtkListBox        *typed_list;

  HwDesk            *desk;    /* (owned) (nullable) */
  const HwLibrary   *library; /* (nullable) borrowed */
  char              *metric;  /* (owned) (nullable) */
  HwTrend           *trend;   /* (owned) (nullable) of the metric */
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (HwFigureDetail, hw_figure_detail, ADW_TYPE_BIN)

enum { LEFT, N_SIGNALS };

static guint signals[N_SIGNALS];

static const HwFigure *
get_figure (HwFigureDetail *self)
{
  return self->library != NULL && self->desk != NULL && hw_desk_get_session (self->desk) != NULL
           ? hw_library_find (self->library, self->metric) : NULL;
}

static void
set_words (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* Colour is never alone: the word is beside it. */
static void
fill_light (HwFigureDetail *self,
            const HwFigure *figure)
{
  static const char *const classes[] = {
    [HW_LIGHT_NONE] = "", [HW_LIGHT_GREEN] = "success", [HW_LIGHT_AMBER] = "warning", [HW_LIGHT_RED] = "error",
  };

  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->light_label), classes[i]);
  if (figure->light != HW_LIGHT_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->light_label), classes[figure->light]);
  set_words (self->light_label, figure->light != HW_LIGHT_NONE ? hw_light_name (figure->light) : "");
}

static void
fill_how (HwFigureDetail *self,
          const HwFigure *figure,
          const char     *origin)
{
  g_autofree char *method = hw_say_method (figure->metric);
  const HwHowFacts facts = {
    .about = _(figure->metric->name),
    .inputs = figure->state == HW_METRIC_OK ? origin : hw_metric_state_text (figure->state),
    .method = method,
    .technical = _(figure->metric->technical),
    .run_id = figure->state == HW_METRIC_OK ? self->library->run_id : NULL,
    .way = _("See your data"),
    .way_action = "win.page::data",
  };

  hw_how_button_set_facts (self->how_button, &facts);
}

static void
fill_head (HwFigureDetail *self,
           const HwFigure *figure,
           const HwFormat *format)
{
  g_autofree char *value = hw_say_figure (figure, format);
  g_autofree char *range = hw_say_range (figure, format);
  g_autofree char *origin = hw_say_origin (figure, format);
  g_autofree char *trend = hw_say_trend (figure, format);

  gtk_label_set_text (self->name_label, _(figure->metric->name));
  set_words (self->about_label, g_str_equal (figure->metric->about, figure->metric->name) ? "" : _(figure->metric->about));
  gtk_label_set_text (self->value_label, figure->state == HW_METRIC_OK ? value : "–");
  set_words (self->range_label, range);
  set_words (self->origin_label, figure->state == HW_METRIC_OK ? origin : hw_metric_state_text (figure->state));
  set_words (self->trend_label, trend);
  fill_light (self, figure);
  fill_how (self, figure, origin);
}

static void
fill_buttons (HwFigureDetail *self,
              const HwFigure *figure)
{
  const gboolean own = figure->metric->category == HW_CATEGORY_OWN;
  const gboolean asked = hw_survey_marks (figure->metric->id, NULL, NULL);

  self->filling = TRUE;
  gtk_switch_set_active (self->pin_switch, figure->pinned);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->type_button), figure->source != HW_FIGURE_WORKED_OUT || figure->state != HW_METRIC_OK);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_button), asked);
  if (asked)
    gtk_widget_remove_css_class (GTK_WIDGET (self->type_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->type_button), "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->look_button), figure->is_due && figure->source == HW_FIGURE_WORKED_OUT);
  gtk_widget_set_visible (GTK_WIDGET (self->change_button), own);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_button), own);
}

static void
away_cb (gpointer       owner,
         const HwEntry *entry)
{
  HwFigureDetail *self = owner;

  if (get_figure (self) != NULL)
    hw_figure_remove (GTK_WIDGET (self), self->desk, entry);
}

static void
fill_chart (HwFigureDetail *self)
{
  const HwFigure *figure = get_figure (self);
  HwChart *chart = figure != NULL ? hw_figure_chart_new (figure, self->trend, self->library->typed, hw_desk_get_format (self->desk))
                                  : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->chart_view), chart != NULL);
  hw_chart_view_take_chart (self->chart_view, chart, chart != NULL ? G_OBJECT (self->desk) : NULL);
}

static void
trend_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwFigureDetail *self = owner;
  g_autoptr (GPtrArray) trends = result;
  HwTrend *trend = trends != NULL && trends->len > 0 ? g_ptr_array_index (trends, 0) : NULL;

  if (trend == NULL || g_strcmp0 (trend->metric->id, self->metric) != 0)
    return; /* another figure is looked at by now */

  g_clear_pointer (&self->trend, hw_trend_free);
  self->trend = g_steal_pointer (&g_ptr_array_index (trends, 0));
  g_ptr_array_set_free_func (trends, NULL);
  fill_chart (self);
}

/* Four weeks at a time, of this figure alone. */
static void
ask_trend (HwFigureDetail *self,
           const HwFigure *figure)
{
  HwTrendRequest wish = { .metrics = { figure->metric->id }, .step = HW_TREND_FOUR_WEEKS, .most = PERIODS };

  if (figure->metric->compute != NULL && figure->source == HW_FIGURE_WORKED_OUT && figure->state == HW_METRIC_OK)
    hw_errand_run (self->desk, &hw_trend_job, g_memdup2 (&wish, sizeof wish), NULL, trend_cb, self);
}

static void
fill (HwFigureDetail *self,
      const HwFigure *figure)
{
  const HwFormat *format = hw_desk_get_format (self->desk);

  fill_head (self, figure, format);
  fill_buttons (self, figure);
  fill_chart (self);
  hw_figure_facts_about (self->about_list, figure, format);
  gtk_widget_set_visible (self->others_box, hw_figure_facts_others (self->others_list, figure->metric, format));
  gtk_widget_set_visible (self->typed_box, hw_figure_facts_typed (self->typed_list, figure, self->library->typed, format,
                                                                  away_cb, self));
}

static void
back_clicked_cb (HwFigureDetail *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
pinned_cb (gpointer             owner,
           const HwEntryChange *change,
           const GError        *error)
{
  HwFigureDetail *self = owner;
  const HwFigure *figure = get_figure (self);

  if (change == NULL && figure != NULL)
    fill_buttons (self, figure);
}

static void
pin_cb (HwFigureDetail *self)
{
  const HwFigure *figure = get_figure (self);

  if (!self->filling && figure != NULL)
    hw_figure_pin (GTK_WIDGET (self), self->desk, self->library, figure->metric, gtk_switch_get_active (self->pin_switch),
                   pinned_cb, self);
}

static void
type_clicked_cb (HwFigureDetail *self)
{
  const HwFigure *figure = get_figure (self);

  if (figure != NULL)
    hw_figure_type_in (GTK_WIDGET (self), self->desk, figure->metric);
}

static void
ask_clicked_cb (HwFigureDetail *self)
{
  const HwFigure *figure = get_figure (self);

  if (figure != NULL)
    hw_answers_window_open (GTK_WIDGET (self), self->desk, figure->metric);
}

static void
limits_clicked_cb (HwFigureDetail *self)
{
  const HwFigure *figure = get_figure (self);

  if (figure != NULL)
    hw_figure_watch (GTK_WIDGET (self), self->desk, self->library, figure->metric);
}

static void
look_clicked_cb (HwFigureDetail *self)
{
  const HwFigure *figure = get_figure (self);

  if (figure != NULL)
    hw_figure_look (GTK_WIDGET (self), self->desk, self->library, figure->metric);
}

static void
change_clicked_cb (HwFigureDetail *self)
{
  const HwFigure *figure = get_figure (self);

  if (figure != NULL)
    hw_figure_make (GTK_WIDGET (self), self->desk, figure->metric);
}

static void
drop_clicked_cb (HwFigureDetail *self)
{
  const HwFigure *figure = get_figure (self);

  if (figure != NULL)
    hw_figure_drop (GTK_WIDGET (self), self->desk, figure->metric);
}

static void
hw_figure_detail_dispose (GObject *object)
{
  HwFigureDetail *self = HW_FIGURE_DETAIL (object);

  self->library = NULL;
  g_clear_object (&self->desk);
  g_clear_pointer (&self->trend, hw_trend_free);
  g_clear_pointer (&self->metric, g_free);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_FIGURE_DETAIL);

  G_OBJECT_CLASS (hw_figure_detail_parent_class)->dispose (object);
}

static void
hw_figure_detail_class_init (HwFigureDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_figure_detail_dispose;
  signals[LEFT] = g_signal_new ("left", HW_TYPE_FIGURE_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HW_TYPE_CHART_VIEW);
  g_type_ensure (HW_TYPE_HOW_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/figures/hw-figure-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, name_label);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, about_label);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, value_label);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, light_label);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, range_label);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, origin_label);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, trend_label);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, how_button);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, pin_switch);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, type_button);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, ask_button);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, limits_button);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, look_button);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, change_button);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, drop_button);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, chart_view);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, about_list);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, others_box);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, others_list);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, typed_box);
  gtk_widget_class_bind_template_child (widget_class, HwFigureDetail, typed_list);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, limits_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_clicked_cb);
}

static void
name_list (GtkListBox *list,
           const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
hw_figure_detail_init (HwFigureDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  hw_chart_view_set_title_shown (self->chart_view, FALSE);
  name_list (self->about_list, _("What it is"));
  name_list (self->others_list, _("What others have"));
  name_list (self->typed_list, _("What you typed in"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figure"), -1);
}

void
hw_figure_detail_forget (HwFigureDetail *self)
{
  g_return_if_fail (HW_IS_FIGURE_DETAIL (self));

  self->library = NULL;
  g_clear_pointer (&self->metric, g_free);
  g_clear_pointer (&self->trend, hw_trend_free);
}

gboolean
hw_figure_detail_show (HwFigureDetail  *self,
                       HwDesk          *desk,
                       const HwLibrary *library,
                       const char      *metric)
{
  const HwFigure *figure;

  g_return_val_if_fail (HW_IS_FIGURE_DETAIL (self) && HW_IS_DESK (desk) && library != NULL, FALSE);

  g_set_object (&self->desk, desk);
  self->library = library;
  if (g_strcmp0 (metric, self->metric) != 0)
    {
      g_clear_pointer (&self->trend, hw_trend_free);
      g_free (self->metric);
      self->metric = g_strdup (metric);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0.0);
    }

  figure = get_figure (self);
  if (figure == NULL)
    return FALSE;

  fill (self, figure);
  ask_trend (self, figure);
  return TRUE;
}
