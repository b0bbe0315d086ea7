/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of days beyond their figures: flags above them, and figures that are
 * somebody's own. */
#include "chart/hw-line-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SERIES_EVENT 4      /* a mark that points down */
#define SERIES_OWN 5
#define FLAG_EMS 0.32
#define FLAG_APART_EMS 0.8  /* where flags would lie closer, the first stands for all */
#define OWN_EMS 0.36
#define EVENTS_SAID 3       /* by name in the summary; the rest are counted */

HwSample
hw_line_sample_own (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_MARK, SERIES_OWN, &theme->series[SERIES_OWN], 1.0 };
}

HwSample
hw_line_sample_event (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_MARK, SERIES_EVENT, &theme->series[SERIES_EVENT], 1.0 };
}

static int
compare_from (gconstpointer a,
              gconstpointer b)
{
  const HwLineEvent *x = a, *y = b;

  return x->from != y->from ? (x->from > y->from) - (x->from < y->from) : g_strcmp0 (x->name, y->name);
}

void
hw_line_copy_events (HwLineChart      *self,
                     const HwLineData *data)
{
  self->own_name = data->own_name != NULL ? hw_chart_copy_text (data->own_name) : NULL;
  self->event_name = data->event_name != NULL ? hw_chart_copy_text (data->event_name) : NULL;
  self->events = g_new (HwLineEvent, data->n_events + 1);
  for (gsize i = 0; i < data->n_events; i++)
    if (data->events[i].to >= data->events[i].from)
      self->events[self->n_events++] = (HwLineEvent) {
        data->events[i].from, data->events[i].to, hw_chart_copy_text (data->events[i].name)
      };

  if (self->n_events > 1)
    qsort (self->events, self->n_events, sizeof *self->events, compare_from);
}

void
hw_line_free_events (HwLineChart *self)
{
  for (gsize i = 0; i < self->n_events; i++)
    g_free ((char *) self->events[i].name);

  g_free (self->events);
  g_free (self->event_name);
  g_free (self->own_name);
  g_free (self->own);
}

gboolean
hw_line_is_own (const HwLineChart *self,
                guint              point)
{
  return point >= self->n_past && self->own_name != NULL && self->own[point - self->n_past];
}

const HwLineEvent *
hw_line_event_at (const HwLineChart *self,
                  guint              point,
                  guint              n)
{
  const HwDay from = point < self->n_past ? self->past[point].day : self->ahead[point - self->n_past].day;
  const HwDay to = hw_by_add (self->by, from, 1) - 1;

  if (self->event_name == NULL)
    return NULL;

  for (gsize i = 0; i < self->n_events && self->events[i].from <= to; i++)
    if (self->events[i].to >= from && n-- == 0)
      return &self->events[i];

  return NULL;
}

/* Takes @text. */
static char *
join (char       *text,
      const char *more)
{
  char *both = text != NULL ? g_strdup_printf (_("%1$s, %2$s"), text, more) : g_strdup (more);

  g_free (text);
  return both;
}

char *
hw_line_dup_events (const HwLineChart *self,
                    guint              point)
{
  const HwLineEvent *event;
  char *text = NULL;

  for (guint n = 0; (event = hw_line_event_at (self, point, n)) != NULL; n++)
    text = join (text, event->name);

  return text;
}

char *
hw_line_say_events (const HwLineChart *self)
{
  g_autofree char *names = NULL;
  guint n = 0, more;

  for (gsize i = 0; i < self->n_events && self->event_name != NULL; i++)
    {
      const HwLineEvent *event = &self->events[i];

      if (event->to < self->first || event->from > hw_by_add (self->by, self->last, 1) - 1)
        continue;
      if (n++ < EVENTS_SAID)
        {
          g_autofree char *day = hw_format_day (self->base.format, MAX (event->from, self->first), HW_DAY_LONG);
          /* Translators: the name of an event and its first day: "Village fair (3 January 2026)". */
          g_autofree char *said = g_strdup_printf (_("%1$s (%2$s)"), event->name, day);

          names = join (names, said);
        }
    }

  if (n == 0)
    return NULL;

  more = n > EVENTS_SAID ? n - EVENTS_SAID : 0;
  if (more == 0)
    /* Translators: events by name. */
    return g_strdup_printf (_("Known of these days: %s."), names);

  /* Translators: 1 events by name, 2 how many more there are. */
  return g_strdup_printf (ngettext ("Known of these days: %1$s and %2$u more.", "Known of these days: %1$s and %2$u more.", more),
                          names, more);
}

void
hw_line_draw_own (const HwLineChart *self,
                  HwFrame           *frame)
{
  HwInk *ink = &frame->ink;

  if (self->n_own == 0 || self->own_name == NULL || frame->bare || hw_line_hides (self, frame, HW_LINE_OWN))
    return;

  for (gsize i = 0; i < self->n_ahead; i++)
    {
      const HwFanPoint *point = &self->ahead[i];

      if (self->own[i] && !isnan (point->mean) && point->day >= frame->x.from && point->day <= frame->x.to)
        hw_ink_mark (ink, SERIES_OWN, hw_scale_place (&frame->x, point->day), hw_scale_place (&frame->y, point->mean),
                     ink->em * OWN_EMS, &ink->theme->series[SERIES_OWN]);
    }
}

/* A bar above the days, and a flag at the first with a thin line down. */
void
hw_line_draw_events (const HwLineChart *self,
                     HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const HwColour *colour = &ink->theme->series[SERIES_EVENT];
  const double top = plot->y + ink->em * FLAG_EMS;
  double next = plot->x - 1.0;

  if (!hw_line_has (self, HW_LINE_EVENTS) || frame->bare || hw_line_hides (self, frame, HW_LINE_EVENTS))
    return;

  for (gsize i = 0; i < self->n_events; i++)
    {
      const HwLineEvent *event = &self->events[i];
      double x, end;

      if (event->to < frame->x.from || event->from > frame->x.to)
        continue;

      x = CLAMP (hw_scale_place (&frame->x, event->from), plot->x, plot->x + plot->width);
      end = CLAMP (hw_scale_place (&frame->x, event->to), plot->x, plot->x + plot->width);
      cairo_set_dash (ink->cr, NULL, 0, 0.0);
      if (end > x)
        hw_ink_hair_line (ink, x, top, end, top, colour, 1.0);
      if (x < next)
        continue;

      next = x + ink->em * FLAG_APART_EMS;
      cairo_set_dash (ink->cr, (double[]) { 1.0, 3.0 }, 2, 0.0);
      hw_ink_hair_line (ink, x, top, x, plot->y + plot->height, colour, 0.7);
      cairo_set_dash (ink->cr, NULL, 0, 0.0);
      hw_ink_mark (ink, SERIES_EVENT, x, top, ink->em * FLAG_EMS, colour);
    }
}
