/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-canvas.h"

#include "widgets/hw-chart-colours.h"
#include "widgets/hw-chart-hands.h"

#include <glib/gi18n.h>

#define PAGE_POINTS 10
#define KEY_ZOOM 1.5
#define KEY_PAN 0.25   /* of the view */

struct _HwChartCanvas
{
  GtkWidget parent_instance;

  HwChart  *chart; /* (nullable) borrowed */
  char     *told;  /* (owned) (nullable) the summary */
  int       point;

  HwChartLens  *lens;     /* (owned) */
  HwChartHands *hands;    /* (owned) */
  gboolean      hovers;   /* the pointer is over it, at */
  double        x, y;

  /* The picture without what moves; NULL where it must be drawn anew. */
  GdkTexture   *picture;  /* (owned) (nullable) */
  HwTheme       theme;    /* it was drawn with */
  int           width, height, scale;
};

G_DEFINE_FINAL_TYPE (HwChartCanvas, hw_chart_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_POINT,
  N_PROPS,
};

enum
{
  LOOK_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Where contrast is asked for, the chart stands on paper of its own. */
static HwTheme
get_theme (HwChartCanvas *self)
{
  HwTheme theme = hw_chart_colours (GTK_WIDGET (self));

  theme.transparent = !theme.strong;
  theme.from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  return theme;
}

static gboolean
same_theme (const HwTheme *a,
            const HwTheme *b)
{
  return a->paper.r == b->paper.r && a->strong == b->strong && a->from_right == b->from_right
         && a->text_size == b->text_size;
}

static void
redraw (HwChartCanvas *self)
{
  g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What a screen reader hears: the point being read, else what the chart shows. */
static void
describe (HwChartCanvas *self)
{
  g_autofree char *point = NULL;

  if (self->chart != NULL && self->point >= 0)
    point = hw_chart_point_text (self->chart, (guint) self->point);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  point != NULL ? point : self->told != NULL ? self->told : "",
                                  -1);
}

static void
set_point (HwChartCanvas *self,
           int            point)
{
  if (self->point == point)
    return;

  self->point = point;
  describe (self);
  if (self->chart != NULL && !hw_chart_focus_lies_over (self->chart))
    redraw (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POINT]);
}

static int
find_point (HwChartCanvas *self)
{
  const HwTheme theme = get_theme (self);

  return hw_chart_hit (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                       gtk_widget_get_height (GTK_WIDGET (self)), &theme, self->x, self->y);
}

static double
point_share (HwChartCanvas *self)
{
  const HwTheme theme = get_theme (self);

  return hw_chart_point_share (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)), &theme, (guint) self->point);
}

/* Another part of the chart comes under the pointer. */
static void
lens_changed_cb (GtkWidget *widget)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);

  if (self->hovers)
    set_point (self, find_point (self));
  redraw (self);
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

static void
marked_cb (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
part_cb (GtkWidget *widget,
         double    *x,
         double    *width)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);
  const HwTheme theme = get_theme (self);

  hw_chart_part_place (self->chart, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &theme, x, width);
}

/* 1: nearer, around the point being read; -1: further; 0: the whole. */
static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);
  const int step = g_variant_get_int32 (parameter);
  const HwChartLook goal = hw_chart_lens_get_goal (self->lens);
  double place = 0.5;

  if (self->chart == NULL)
    return;

  if (self->point >= 0)
    place = CLAMP ((point_share (self) - goal.from) / (goal.to - goal.from), 0.0, 1.0);

  if (step == 0)
    hw_chart_lens_show (self->lens, 0.0, 1.0, TRUE);
  else
    hw_chart_lens_zoom (self->lens, place, step > 0 ? KEY_ZOOM : 1.0 / KEY_ZOOM);
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);

  hw_chart_lens_pan (self->lens, KEY_PAN * g_variant_get_int32 (parameter));
}

/* By @step points; G_MININT and G_MAXINT are the first and the last. From nothing
 * read, forward begins at the first point and backward at the last. */
static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);
  const int step = g_variant_get_int32 (parameter);
  const int n = self->chart != NULL ? (int) hw_chart_n_points (self->chart) : 0;

  if (n == 0)
    return;

  if (step == G_MININT || (self->point < 0 && step > 0 && step != G_MAXINT))
    set_point (self, 0);
  else if (step == G_MAXINT || self->point < 0)
    set_point (self, n - 1);
  else
    set_point (self, CLAMP (self->point + step, 0, n - 1));

  if (hw_chart_lens_is_near (self->lens))
    hw_chart_lens_reveal (self->lens, point_share (self));
}

/* Escape lets go of the point; with none it is left to the window. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);

  if (hw_chart_hands_let_go (self->hands))
    return TRUE;
  if (self->point < 0)
    return FALSE;

  set_point (self, -1);
  return TRUE;
}

static int
find_series (HwChartCanvas *self,
             double         x,
             double         y)
{
  const HwTheme theme = get_theme (self);

  return hw_chart_hit_legend (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                              gtk_widget_get_height (GTK_WIDGET (self)), &theme, x, y);
}

static void
motion_cb (HwChartCanvas *self,
           double         x,
           double         y)
{
  self->hovers = TRUE;
  self->x = x;
  self->y = y;
  if (self->chart == NULL)
    return;

  set_point (self, find_point (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->point < 0 && find_series (self, x, y) >= 0 ? "pointer"
                                                                                                       : NULL);
}

static void
leave_cb (HwChartCanvas *self)
{
  self->hovers = FALSE;
  set_point (self, -1);
}

static void
unfocus_cb (HwChartCanvas *self)
{
  set_point (self, -1);
}

static void
pressed_cb (HwChartCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (HwChartCanvas *self,
             int            n_press,
             double         x,
             double         y)
{
  const int series = self->chart != NULL ? find_series (self, x, y) : -1;

  if (series >= 0)
    hw_chart_canvas_set_shown (self, (guint) series, !hw_chart_canvas_get_shown (self, (guint) series));
}

/* All but what moves with the pointer, unless the kind draws both as one. */
static void
draw_picture (HwChartCanvas *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width * self->scale,
                                                         self->height * self->scale);
  const int focus = hw_chart_focus_lies_over (self->chart) ? -1 : self->point;
  const int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  hw_chart_draw (self->chart, cr, self->width, self->height, &self->theme, focus);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) (stride * self->height * self->scale),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  self->picture = gdk_memory_texture_new (self->width * self->scale, self->height * self->scale, GDK_MEMORY_DEFAULT,
                                          bytes, (gsize) stride);
}

static void
append_marked (HwChartCanvas *self,
               GtkSnapshot   *snapshot)
{
  const HwColour *colour = &self->theme.forecast;
  const GdkRGBA ink = { (float) colour->r, (float) colour->g, (float) colour->b, 0.2f };
  double from, to;

  if (hw_chart_hands_get_marked (self->hands, &from, &to))
    gtk_snapshot_append_color (snapshot, &ink,
                               &GRAPHENE_RECT_INIT ((float) from, 0, (float) (to - from), (float) self->height));
}

static void
hw_chart_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const int scale = gtk_widget_get_scale_factor (widget);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  const HwTheme theme = get_theme (self);

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;

  if (width != self->width || height != self->height || scale != self->scale || !same_theme (&theme, &self->theme))
    g_clear_object (&self->picture);
  self->width = width;
  self->height = height;
  self->scale = scale;
  self->theme = theme;
  if (self->picture == NULL)
    draw_picture (self);

  gtk_snapshot_append_texture (snapshot, self->picture, &all);
  append_marked (self, snapshot);
  if (self->point >= 0 && hw_chart_focus_lies_over (self->chart))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);

      hw_chart_draw_focus (self->chart, cr, width, height, &theme, self->point);
      cairo_destroy (cr);
    }
}

static void
hw_chart_canvas_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 260;
}

static void
hw_chart_canvas_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_POINT:
      g_value_set_int (value, hw_chart_canvas_get_point (HW_CHART_CANVAS (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_chart_canvas_finalize (GObject *object)
{
  HwChartCanvas *self = HW_CHART_CANVAS (object);

  hw_chart_hands_free (self->hands);
  hw_chart_lens_free (self->lens);
  g_clear_object (&self->picture);
  g_free (self->told);

  G_OBJECT_CLASS (hw_chart_canvas_parent_class)->finalize (object);
}

static void
bind_key (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad,
          int             step)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, "chart.move", "i", step);
  gtk_widget_class_add_binding_action (widget_class, keypad, 0, "chart.move", "i", step);
}

/* With and without Ctrl, and with Shift, which some keyboards need for a plus. */
static void
bind_zoom (GtkWidgetClass *widget_class,
           const guint    *keys,
           guint           n,
           int             step)
{
  static const GdkModifierType modifiers[] = { 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK, GDK_CONTROL_MASK | GDK_SHIFT_MASK };

  for (guint i = 0; i < n; i++)
    for (guint m = 0; m < G_N_ELEMENTS (modifiers); m++)
      gtk_widget_class_add_binding_action (widget_class, keys[i], modifiers[m], "chart.zoom", "i", step);
}

static void
bind_pan (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad,
          int             step)
{
  gtk_widget_class_add_binding_action (widget_class, key, GDK_SHIFT_MASK, "chart.pan", "i", step);
  gtk_widget_class_add_binding_action (widget_class, keypad, GDK_SHIFT_MASK, "chart.pan", "i", step);
}

static void
hw_chart_canvas_class_init (HwChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hw_chart_canvas_get_property;
  object_class->finalize = hw_chart_canvas_finalize;
  widget_class->snapshot = hw_chart_canvas_snapshot;
  widget_class->measure = hw_chart_canvas_measure;

  properties[PROP_POINT] = g_param_spec_int ("point", NULL, NULL, -1, G_MAXINT, -1,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOOK_CHANGED] = g_signal_new ("look-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "chart.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "chart.pan", "i", pan_action);
  bind_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  bind_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  bind_key (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, PAGE_POINTS);
  bind_key (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -PAGE_POINTS);
  bind_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, G_MININT);
  bind_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, G_MAXINT);
  bind_zoom (widget_class, (const guint[]) { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add }, 3, 1);
  bind_zoom (widget_class, (const guint[]) { GDK_KEY_minus, GDK_KEY_KP_Subtract }, 2, -1);
  bind_zoom (widget_class, (const guint[]) { GDK_KEY_0, GDK_KEY_KP_0 }, 2, 0);
  bind_pan (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  bind_pan (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hw_chart_canvas_init (HwChartCanvas *self)
{
  static const HwChartHandsFuncs hands = { part_cb, marked_cb };
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->point = -1;
  self->lens = hw_chart_lens_new (GTK_WIDGET (self), lens_changed_cb);
  self->hands = hw_chart_hands_new (GTK_WIDGET (self), self->lens, &hands);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (unfocus_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  hw_chart_colours_watch (GTK_WIDGET (self));
}

void
hw_chart_canvas_set_chart (HwChartCanvas *self,
                           HwChart       *chart)
{
  g_return_if_fail (HW_IS_CHART_CANVAS (self));

  self->chart = NULL;
  hw_chart_lens_set_chart (self->lens, NULL);
  set_point (self, -1);
  self->chart = chart;
  hw_chart_lens_set_chart (self->lens, chart);
  hw_chart_hands_set_chart (self->hands, chart);
  g_free (self->told);
  self->told = chart != NULL ? hw_chart_summary (chart) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chart != NULL ? hw_chart_get_title (chart) : _("Chart"), -1);
  describe (self);
  redraw (self);
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

int
hw_chart_canvas_get_point (HwChartCanvas *self)
{
  g_return_val_if_fail (HW_IS_CHART_CANVAS (self), -1);

  return self->point;
}

gboolean
hw_chart_canvas_is_near (HwChartCanvas *self)
{
  g_return_val_if_fail (HW_IS_CHART_CANVAS (self), FALSE);

  return hw_chart_lens_is_near (self->lens);
}

void
hw_chart_canvas_show_whole (HwChartCanvas *self)
{
  g_return_if_fail (HW_IS_CHART_CANVAS (self));

  hw_chart_lens_show (self->lens, 0.0, 1.0, TRUE);
}

gboolean
hw_chart_canvas_get_shown (HwChartCanvas *self,
                           guint          series)
{
  g_return_val_if_fail (HW_IS_CHART_CANVAS (self), FALSE);

  return self->chart != NULL && (hw_chart_get_look (self->chart)->hidden >> series & 1) == 0;
}

void
hw_chart_canvas_set_shown (HwChartCanvas *self,
                           guint          series,
                           gboolean       shown)
{
  HwChartLook look;

  g_return_if_fail (HW_IS_CHART_CANVAS (self));

  if (self->chart == NULL || series >= hw_chart_n_series (self->chart)
      || shown == hw_chart_canvas_get_shown (self, series))
    return;

  look = *hw_chart_get_look (self->chart);
  look.hidden ^= (guint32) 1 << series;
  hw_chart_set_look (self->chart, &look);
  redraw (self);
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}
