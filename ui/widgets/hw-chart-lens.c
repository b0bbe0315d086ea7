/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-lens.h"

#define WAY_MS 150
#define EDGE 0.04   /* of the view: what is revealed stands so far from its end */

struct _HwChartLens
{
  GtkWidget    *widget;    /* borrowed */
  void        (*changed) (GtkWidget *widget);
  HwChart      *chart;     /* (nullable) borrowed */
  AdwAnimation *way;       /* (owned) */
  HwChartLook   start, goal;
};

static void
look_at (HwChartLens *self,
         double       from,
         double       to)
{
  const HwChartLook look = { from, to, hw_chart_get_look (self->chart)->hidden };

  hw_chart_set_look (self->chart, &look);
}

static void
step_cb (double   done,
         gpointer data)
{
  HwChartLens *self = data;

  if (self->chart == NULL)
    return;

  look_at (self, self->start.from + done * (self->goal.from - self->start.from),
           self->start.to + done * (self->goal.to - self->start.to));
  self->changed (self->widget);
}

HwChartLens *
hw_chart_lens_new (GtkWidget  *widget,
                   void      (*changed) (GtkWidget *widget))
{
  HwChartLens *self = g_new0 (HwChartLens, 1);
  AdwAnimationTarget *target = adw_callback_animation_target_new (step_cb, self, NULL);

  self->widget = widget;
  self->changed = changed;
  self->way = adw_timed_animation_new (widget, 0.0, 1.0, WAY_MS, target);
  self->start = self->goal = HW_CHART_LOOK_WHOLE;

  return self;
}

void
hw_chart_lens_free (HwChartLens *self)
{
  self->chart = NULL;
  adw_animation_skip (self->way);
  g_object_unref (self->way);
  g_free (self);
}

void
hw_chart_lens_set_chart (HwChartLens *self,
                         HwChart     *chart)
{
  self->chart = NULL;
  adw_animation_skip (self->way);
  self->chart = chart;
  self->start = self->goal = chart != NULL ? *hw_chart_get_look (chart) : HW_CHART_LOOK_WHOLE;
}

HwChartLook
hw_chart_lens_get_goal (const HwChartLens *self)
{
  return self->goal;
}

gboolean
hw_chart_lens_is_near (const HwChartLens *self)
{
  return self->goal.from > 0.0 || self->goal.to < 1.0;
}

void
hw_chart_lens_show (HwChartLens *self,
                    double       from,
                    double       to,
                    gboolean     glide)
{
  if (self->chart == NULL || !hw_chart_can_zoom (self->chart))
    return;

  /* The chart knows its bounds. */
  self->start = *hw_chart_get_look (self->chart);
  look_at (self, from, to);
  self->goal = *hw_chart_get_look (self->chart);
  if (self->goal.from == self->start.from && self->goal.to == self->start.to)
    return;

  adw_animation_reset (self->way);
  if (glide)
    adw_animation_play (self->way);
  else
    step_cb (1.0, self);
}

void
hw_chart_lens_zoom (HwChartLens *self,
                    double       place,
                    double       factor)
{
  const double part = self->goal.to - self->goal.from;
  const double next = CLAMP (part / factor, 0.0, 1.0);
  const double at = self->goal.from + place * part;

  hw_chart_lens_show (self, at - place * next, at + (1.0 - place) * next, TRUE);
}

void
hw_chart_lens_pan (HwChartLens *self,
                   double       views)
{
  const double way = views * (self->goal.to - self->goal.from);

  hw_chart_lens_show (self, self->goal.from + way, self->goal.to + way, TRUE);
}

void
hw_chart_lens_reveal (HwChartLens *self,
                      double       share)
{
  const double edge = EDGE * (self->goal.to - self->goal.from);
  double way = 0.0;

  if (share < self->goal.from + edge)
    way = share - edge - self->goal.from;
  else if (share > self->goal.to - edge)
    way = share + edge - self->goal.to;

  if (way != 0.0)
    hw_chart_lens_show (self, self->goal.from + way, self->goal.to + way, TRUE);
}
