/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-figure-watch.h"

#include "jobs/figures/hw-trend-job.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

#define PERIODS 2 /* of four weeks: the last, and one before where that is not known */
#define WATCH_KEY "hw-figure-watch"

#define HW_TYPE_FIGURE_WATCH (hw_figure_watch_get_type ())

G_DECLARE_FINAL_TYPE (HwFigureWatch, hw_figure_watch, HW, FIGURE_WATCH, GObject)

struct _HwFigureWatch
{
  GObject       parent_instance;

  HwFormView   *view;      /* (unowned) (nullable) */
  HwDesk       *desk;      /* (owned) */
  char         *question;  /* (owned) */
  char         *chosen;    /* (owned) an id, or "" */
  HwFigureFunc  known;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HwFigureWatch, hw_figure_watch, G_TYPE_OBJECT)

static void
hw_figure_watch_finalize (GObject *object)
{
  HwFigureWatch *self = HW_FIGURE_WATCH (object);

  g_clear_weak_pointer (&self->view);
  g_object_unref (self->desk);
  g_free (self->question);
  g_free (self->chosen);

  G_OBJECT_CLASS (hw_figure_watch_parent_class)->finalize (object);
}

static void
hw_figure_watch_class_init (HwFigureWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_figure_watch_finalize;
}

static void
hw_figure_watch_init (HwFigureWatch *self)
{
  self->chosen = g_strdup ("");
}

static void
trend_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwFigureWatch *self = owner;
  g_autoptr (GPtrArray) trends = result;
  const HwTrend *trend = trends != NULL && trends->len > 0 ? g_ptr_array_index (trends, 0) : NULL;
  g_autofree char *now = NULL;
  g_autofree char *note = NULL;

  if (self->view == NULL || trend == NULL || !g_str_equal (trend->metric->id, self->chosen))
    return;

  now = hw_figure_say_now (trend, hw_desk_get_format (self->desk));
  /* Translators: 1 the name of a figure, 2 "12,480 € in the last four weeks". */
  note = now != NULL ? g_strdup_printf (_("%s: %s."), _(trend->metric->name), now)
                     : g_strdup (_("Your records do not tell this figure yet."));
  hw_form_view_set_note (self->view, self->question, note);
  if (self->known != NULL)
    self->known (self->view, trend->metric, now != NULL ? trend : NULL);
}

static void
ask (HwFigureWatch  *self,
     const HwMetric *metric)
{
  HwTrendRequest wish = { .metrics = { metric->id }, .step = HW_TREND_FOUR_WEEKS, .most = PERIODS };

  if (hw_desk_get_session (self->desk) != NULL)
    hw_errand_run (self->desk, &hw_trend_job, g_memdup2 (&wish, sizeof wish), NULL, trend_cb, self);
}

static void
changed_cb (HwFigureWatch *self)
{
  const char *id = hw_answers_get_text (hw_form_view_get_answers (self->view), self->question);
  const HwMetric *metric = hw_metric_find_computed (id);

  if (g_str_equal (id, self->chosen))
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (id);
  hw_form_view_set_note (self->view, self->question, NULL);
  if (metric != NULL)
    ask (self, metric);
}

/* What the records tell, as far as that is known; else all there are. */
static gboolean
is_told (const HwMetricSheet *sheet,
         const HwMetric      *metric)
{
  const HwMetricValue *value = sheet != NULL ? hw_metric_sheet_find (sheet, metric->id) : NULL;

  return metric->direction != HW_NEITHER_IS_BETTER && (value == NULL || value->state == HW_METRIC_OK);
}

static void
fill_choices (HwFigureWatch *self)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (HwChoice));
  const HwMetricSheet *sheet = hw_desk_get_metrics (self->desk);
  const HwMetric *metric;

  for (gsize i = 0; (metric = hw_metric_at (i)) != NULL; i++)
    {
      const HwChoice choice = { metric->id, _(metric->name) };

      if (metric->compute != NULL && is_told (sheet, metric))
        g_array_append_val (choices, choice);
    }

  hw_form_view_set_choices (self->view, self->question, (const HwChoice *) (const void *) choices->data, choices->len);
}

void
hw_figure_watch_start (HwFormView   *view,
                       HwDesk       *desk,
                       const char   *question,
                       HwFigureFunc  known)
{
  HwFigureWatch *self = g_object_new (HW_TYPE_FIGURE_WATCH, NULL);

  g_set_weak_pointer (&self->view, view);
  self->desk = g_object_ref (desk);
  self->question = g_strdup (question);
  self->known = known;
  fill_choices (self);
  g_signal_connect_object (view, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "shown", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (view), WATCH_KEY, self, g_object_unref);
}

char *
hw_figure_say_now (const HwTrend  *trend,
                   const HwFormat *format)
{
  const HwTrendPoint *last = trend != NULL ? hw_trend_last (trend) : NULL;
  g_autofree char *value = NULL;

  if (last == NULL)
    return NULL;

  value = hw_say_metric (&(HwMetricValue) { trend->metric, last->state, last->value, last->from, last->to }, format);
  /* Translators: %s is a figure with its unit. */
  return g_strdup_printf (_("%s in the last four weeks"), value);
}
