/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-hands.h"

#include <math.h>

#define WHEEL_ZOOM 1.25     /* a notch */
#define WHEEL_PAN 0.1       /* of the view, a notch */
#define LEAST_MOVE 6.0      /* pixels, before a press becomes a drag */
#define LEAST_STRETCH 8.0   /* pixels that can be meant */

typedef enum
{
  HAND_REST,
  HAND_PRESSED,   /* not moved yet */
  HAND_PANS,
  HAND_MARKS,
} HandState;

struct _HwChartHands
{
  GtkWidget         *widget;   /* borrowed */
  HwChartLens       *lens;     /* borrowed */
  HwChartHandsFuncs  funcs;
  HwChart           *chart;    /* (nullable) borrowed */

  double             pointer;  /* where it is, from the left */
  HandState          state;
  gboolean           pans;     /* what the press will become */
  double             start, now;
  HwChartLook        look;     /* when the hand came down */
  double             place;    /* of the fingers in the view, 0 to 1 */
};

static gboolean
can_move (HwChartHands *self)
{
  return self->chart != NULL && hw_chart_can_zoom (self->chart);
}

/* From 0 where the part looked at begins to 1 where it ends. */
static double
place_of (HwChartHands *self,
          double        x)
{
  double left, width;

  self->funcs.part (self->widget, &left, &width);
  return width > 0.0 ? CLAMP ((x - left) / width, 0.0, 1.0) : 0.5;
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           gpointer                  data)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  HwChartHands *self = data;

  if (!can_move (self))
    return FALSE;

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      hw_chart_lens_zoom (self->lens, place_of (self, self->pointer), pow (WHEEL_ZOOM, -(dy != 0.0 ? dy : dx)));
      return TRUE;
    }

  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0.0)
    dx = dy;
  else if (fabs (dx) <= fabs (dy))
    return FALSE;
  if (dx == 0.0 || !hw_chart_lens_is_near (self->lens))
    return FALSE;

  hw_chart_lens_pan (self->lens, WHEEL_PAN * dx);
  return TRUE;
}

static void
motion_cb (HwChartHands *self,
           double        x,
           double        y)
{
  self->pointer = x;
}

static gboolean
is_finger (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (HwChartHands   *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  const gboolean near = hw_chart_lens_is_near (self->lens);

  /* A finger on the whole chart scrolls the page. */
  if (!can_move (self) || (!near && is_finger (GTK_GESTURE (drag))))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->state = HAND_PRESSED;
  self->pans = near && (state & GDK_SHIFT_MASK) == 0;
  self->start = self->now = x;
  self->look = hw_chart_lens_get_goal (self->lens);
}

static void
drag_update_cb (HwChartHands   *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  double left, width;

  if (self->state == HAND_PRESSED && fabs (dx) > LEAST_MOVE)
    {
      self->state = self->pans ? HAND_PANS : HAND_MARKS;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  if (self->state != HAND_PANS && self->state != HAND_MARKS)
    return;

  self->funcs.part (self->widget, &left, &width);
  self->now = CLAMP (self->start + dx, left, left + width);
  if (self->state == HAND_MARKS)
    self->funcs.marked (self->widget);
  else if (width > 0.0)
    {
      const double way = dx / width * (self->look.to - self->look.from);

      hw_chart_lens_show (self->lens, self->look.from - way, self->look.to - way, FALSE);
    }
}

static void
drag_end_cb (HwChartHands *self)
{
  const gboolean marks = self->state == HAND_MARKS;
  const double part = self->look.to - self->look.from;
  const double a = place_of (self, MIN (self->start, self->now)), b = place_of (self, MAX (self->start, self->now));

  self->state = HAND_REST;
  if (!marks)
    return;

  self->funcs.marked (self->widget);
  if (fabs (self->now - self->start) >= LEAST_STRETCH)
    hw_chart_lens_show (self->lens, self->look.from + a * part, self->look.from + b * part, TRUE);
}

static void
drag_cancel_cb (HwChartHands *self)
{
  hw_chart_hands_let_go (self);
}

static void
pinch_begin_cb (HwChartHands *self,
                gpointer      sequence,
                GtkGesture   *pinch)
{
  double x = 0.0, y;

  if (!can_move (self))
    {
      gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_get_bounding_box_center (pinch, &x, &y);
  self->look = hw_chart_lens_get_goal (self->lens);
  self->place = place_of (self, x);
}

static void
pinch_cb (HwChartHands *self,
          double        scale)
{
  const double part = self->look.to - self->look.from;
  const double at = self->look.from + self->place * part;
  const double next = MIN (1.0, part / MAX (scale, 0.001));

  hw_chart_lens_show (self->lens, at - self->place * next, at + (1.0 - self->place) * next, FALSE);
}

HwChartHands *
hw_chart_hands_new (GtkWidget               *widget,
                    HwChartLens             *lens,
                    const HwChartHandsFuncs *funcs)
{
  HwChartHands *self = g_new0 (HwChartHands, 1);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->widget = widget;
  self->lens = lens;
  self->funcs = *funcs;

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  return self;
}

void
hw_chart_hands_free (HwChartHands *self)
{
  g_free (self);
}

void
hw_chart_hands_set_chart (HwChartHands *self,
                          HwChart      *chart)
{
  self->chart = chart;
  self->state = HAND_REST;
}

gboolean
hw_chart_hands_get_marked (const HwChartHands *self,
                           double             *from,
                           double             *to)
{
  *from = MIN (self->start, self->now);
  *to = MAX (self->start, self->now);
  return self->state == HAND_MARKS;
}

gboolean
hw_chart_hands_let_go (HwChartHands *self)
{
  const gboolean marks = self->state == HAND_MARKS;

  self->state = HAND_REST;
  if (marks)
    self->funcs.marked (self->widget);

  return marks;
}
