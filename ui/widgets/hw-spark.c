/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-spark.h"

#include "chart/hw-spark-chart.h"
#include "widgets/hw-chart-colours.h"

struct _HwSpark
{
  GtkWidget  parent_instance;

  double    *values; /* (owned) (nullable) */
  guint      n;
};

G_DEFINE_FINAL_TYPE (HwSpark, hw_spark, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 60
#define LEAST_HEIGHT 18

static void
hw_spark_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
hw_spark_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  HwSpark *self = HW_SPARK (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const HwTheme theme = hw_chart_colours (widget);
  cairo_t *cr;

  if (self->n == 0 || width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  hw_spark_draw (cr, width, height, self->values, self->n, &theme);
  cairo_destroy (cr);
}

static void
hw_spark_finalize (GObject *object)
{
  g_free (HW_SPARK (object)->values);

  G_OBJECT_CLASS (hw_spark_parent_class)->finalize (object);
}

static void
hw_spark_class_init (HwSparkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_spark_finalize;
  widget_class->measure = hw_spark_measure;
  widget_class->snapshot = hw_spark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "spark");
}

static void
hw_spark_init (HwSpark *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  hw_chart_colours_watch (GTK_WIDGET (self));
}

GtkWidget *
hw_spark_new (void)
{
  return g_object_new (HW_TYPE_SPARK, NULL);
}

void
hw_spark_set_values (HwSpark      *self,
                     const double *values,
                     guint         n)
{
  g_return_if_fail (HW_IS_SPARK (self) && (values != NULL || n == 0));

  g_free (self->values);
  self->values = n > 0 ? g_memdup2 (values, n * sizeof *values) : NULL;
  self->n = n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
