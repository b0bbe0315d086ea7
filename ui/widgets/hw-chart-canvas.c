/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-canvas.h"

#include <glib/gi18n.h>

#define PAGE_POINTS 10

struct _HwChartCanvas
{
  GtkWidget parent_instance;

  HwChart  *chart; /* (nullable) borrowed */
  char     *told;  /* (owned) (nullable) the summary */
  int       point;
};

G_DEFINE_FINAL_TYPE (HwChartCanvas, hw_chart_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_POINT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Letters grow with the desktop's text size; the rest is the chart's own. */
static HwTheme
get_theme (HwChartCanvas *self)
{
  HwTheme theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? hw_theme_dark : hw_theme_light;
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    theme.text_size *= dpi / 1024.0 / 96.0;

  theme.transparent = TRUE;
  return theme;
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
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POINT]);
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
}

/* Escape lets go of the point; with none it is left to the window. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);

  if (self->point < 0)
    return FALSE;

  set_point (self, -1);
  return TRUE;
}

static void
motion_cb (HwChartCanvas *self,
           double         x,
           double         y)
{
  const HwTheme theme = get_theme (self);

  if (self->chart != NULL)
    set_point (self, hw_chart_hit (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                   gtk_widget_get_height (GTK_WIDGET (self)), &theme, x, y));
}

static void
leave_cb (HwChartCanvas *self)
{
  set_point (self, -1);
}

static void
pressed_cb (HwChartCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
hw_chart_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  HwChartCanvas *self = HW_CHART_CANVAS (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const HwTheme theme = get_theme (self);
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  hw_chart_draw (self->chart, cr, width, height, &theme, self->point);
  cairo_destroy (cr);
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
  g_free (HW_CHART_CANVAS (object)->told);

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

  gtk_widget_class_install_action (widget_class, "chart.move", "i", move_action);
  bind_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  bind_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  bind_key (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, PAGE_POINTS);
  bind_key (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -PAGE_POINTS);
  bind_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, G_MININT);
  bind_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, G_MAXINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hw_chart_canvas_init (HwChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->point = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
hw_chart_canvas_set_chart (HwChartCanvas *self,
                           HwChart       *chart)
{
  g_return_if_fail (HW_IS_CHART_CANVAS (self));

  self->chart = NULL;
  set_point (self, -1);
  self->chart = chart;
  g_free (self->told);
  self->told = chart != NULL ? hw_chart_summary (chart) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chart != NULL ? hw_chart_get_title (chart) : _("Chart"), -1);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
hw_chart_canvas_get_point (HwChartCanvas *self)
{
  g_return_val_if_fail (HW_IS_CHART_CANVAS (self), -1);

  return self->point;
}
