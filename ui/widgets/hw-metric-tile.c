/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-metric-tile.h"

#include "widgets/hw-names.h"
#include "widgets/hw-spark.h"

struct _HwMetricTile
{
  AdwBin       parent_instance;

  GtkButton   *way_button;
  GtkLabel    *label_label;
  GtkLabel    *value_label;
  HwSpark     *spark;
  GtkLabel    *note_label;
  HwHowButton *how_button;
};

G_DEFINE_FINAL_TYPE (HwMetricTile, hw_metric_tile, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_VALUE,
  PROP_NOTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const mood_classes[] = {
  [HW_MOOD_PLAIN] = "dim-label",
  [HW_MOOD_GOOD]  = "success",
  [HW_MOOD_BAD]   = "error",
};

/* A screen reader says "Sales: 12,480 EUR, +4 %", not three loose labels. */
static void
update_accessible_label (HwMetricTile *self)
{
  const char *value = gtk_label_get_text (self->value_label);
  const char *note = gtk_label_get_text (self->note_label);
  g_autofree char *text = g_strdup_printf ("%s: %s%s%s", gtk_label_get_text (self->label_label), value,
                                           *value != '\0' && *note != '\0' ? ", " : "", note);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->way_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_text (HwMetricTile *self,
          GtkLabel     *label,
          const char   *text,
          guint         prop)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) == 0)
    return;

  gtk_label_set_text (label, text);
  update_accessible_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
hw_metric_tile_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HwMetricTile *self = HW_METRIC_TILE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, hw_metric_tile_get_label (self));
      break;

    case PROP_VALUE:
      g_value_set_string (value, hw_metric_tile_get_value (self));
      break;

    case PROP_NOTE:
      g_value_set_string (value, hw_metric_tile_get_note (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_metric_tile_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  HwMetricTile *self = HW_METRIC_TILE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      hw_metric_tile_set_label (self, g_value_get_string (value));
      break;

    case PROP_VALUE:
      hw_metric_tile_set_value (self, g_value_get_string (value));
      break;

    case PROP_NOTE:
      hw_metric_tile_set_note (self, g_value_get_string (value), HW_MOOD_PLAIN);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_metric_tile_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_METRIC_TILE);

  G_OBJECT_CLASS (hw_metric_tile_parent_class)->dispose (object);
}

static void
hw_metric_tile_class_init (HwMetricTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hw_metric_tile_get_property;
  object_class->set_property = hw_metric_tile_set_property;
  object_class->dispose = hw_metric_tile_dispose;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "", flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HW_TYPE_HOW_BUTTON);
  g_type_ensure (HW_TYPE_SPARK);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "widgets/hw-metric-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, HwMetricTile, way_button);
  gtk_widget_class_bind_template_child (widget_class, HwMetricTile, label_label);
  gtk_widget_class_bind_template_child (widget_class, HwMetricTile, value_label);
  gtk_widget_class_bind_template_child (widget_class, HwMetricTile, spark);
  gtk_widget_class_bind_template_child (widget_class, HwMetricTile, note_label);
  gtk_widget_class_bind_template_child (widget_class, HwMetricTile, how_button);
}

static void
hw_metric_tile_init (HwMetricTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_metric_tile_set_way (self, NULL);
}

GtkWidget *
hw_metric_tile_new (void)
{
  return g_object_new (HW_TYPE_METRIC_TILE, NULL);
}

const char *
hw_metric_tile_get_label (HwMetricTile *self)
{
  g_return_val_if_fail (HW_IS_METRIC_TILE (self), NULL);

  return gtk_label_get_text (self->label_label);
}

void
hw_metric_tile_set_label (HwMetricTile *self,
                          const char   *label)
{
  g_return_if_fail (HW_IS_METRIC_TILE (self));

  set_text (self, self->label_label, label != NULL ? label : "", PROP_LABEL);
}

const char *
hw_metric_tile_get_value (HwMetricTile *self)
{
  g_return_val_if_fail (HW_IS_METRIC_TILE (self), NULL);

  return gtk_label_get_text (self->value_label);
}

void
hw_metric_tile_set_value (HwMetricTile *self,
                          const char   *value)
{
  g_return_if_fail (HW_IS_METRIC_TILE (self));

  if (value == NULL)
    value = "";

  /* Without a figure the note is what the tile says, and stands in its place. */
  gtk_widget_set_visible (GTK_WIDGET (self->value_label), *value != '\0');
  if (*value != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->note_label), "caption");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note_label), "caption");
  gtk_label_set_lines (self->note_label, *value != '\0' ? 2 : 4);
  set_text (self, self->value_label, value, PROP_VALUE);
}

const char *
hw_metric_tile_get_note (HwMetricTile *self)
{
  g_return_val_if_fail (HW_IS_METRIC_TILE (self), NULL);

  return gtk_label_get_text (self->note_label);
}

void
hw_metric_tile_set_note (HwMetricTile *self,
                         const char   *note,
                         HwMood        mood)
{
  g_return_if_fail (HW_IS_METRIC_TILE (self));

  for (gsize i = 0; i < G_N_ELEMENTS (mood_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->note_label), mood_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->note_label), mood_classes[mood]);

  set_text (self, self->note_label, note != NULL ? note : "", PROP_NOTE);
}

void
hw_metric_tile_set_trend (HwMetricTile *self,
                          const double *values,
                          guint         n)
{
  g_return_if_fail (HW_IS_METRIC_TILE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->spark), TRUE);
  hw_spark_set_values (self->spark, values, n);
}

void
hw_metric_tile_set_way (HwMetricTile *self,
                        const char   *detailed_action)
{
  g_return_if_fail (HW_IS_METRIC_TILE (self));

  /* What leads nowhere is no button to the keyboard or the pointer. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->way_button), detailed_action != NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self->way_button), detailed_action != NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self->way_button), detailed_action != NULL);
  if (detailed_action != NULL)
    hw_set_action (GTK_WIDGET (self->way_button), detailed_action);
}

HwHowButton *
hw_metric_tile_get_how (HwMetricTile *self)
{
  g_return_val_if_fail (HW_IS_METRIC_TILE (self), NULL);

  return self->how_button;
}
