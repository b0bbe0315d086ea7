/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stop-scale.h"

#include "widgets/hw-calm-range.h"

#include <math.h>

#define GAP 6
#define REST_MS 600 /* the slider stands still: it is meant */
#define TEXT_CHARS 14
#define SCALE_WIDTH 160

struct _HwStopScale
{
  AdwBin    parent_instance;

  GtkLabel *name_label;
  GtkRange *range;      /* by the number of the stop */
  GtkLabel *text_label;
  char    **texts;      /* (owned) (nullable) */
  guint     rested;     /* the stop that was told last */
  guint     rest_id;
  gboolean  filling;
};

G_DEFINE_FINAL_TYPE (HwStopScale, hw_stop_scale, ADW_TYPE_BIN)

enum
{
  MOVED,
  RESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint
hw_stop_scale_get_stop (HwStopScale *self)
{
  g_return_val_if_fail (HW_IS_STOP_SCALE (self), 0);

  return (guint) MAX (0, lround (gtk_range_get_value (self->range)));
}

static void
show (HwStopScale *self)
{
  const guint stop = hw_stop_scale_get_stop (self);
  const char *text = self->texts != NULL && stop < g_strv_length (self->texts) ? self->texts[stop] : "";

  gtk_label_set_text (self->text_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->range), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static gboolean
rests_cb (gpointer data)
{
  HwStopScale *self = data;

  self->rest_id = 0;
  if (hw_stop_scale_get_stop (self) != self->rested)
    {
      self->rested = hw_stop_scale_get_stop (self);
      g_signal_emit (self, signals[RESTED], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
changed_cb (HwStopScale *self)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  gtk_range_set_value (self->range, round (gtk_range_get_value (self->range))); /* from stop to stop */
  self->filling = FALSE;
  show (self);
  if (hw_stop_scale_get_stop (self) != self->rested)
    g_signal_emit (self, signals[MOVED], 0);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rests_cb, self);
}

static void
hw_stop_scale_dispose (GObject *object)
{
  HwStopScale *self = HW_STOP_SCALE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->texts, g_strfreev);

  G_OBJECT_CLASS (hw_stop_scale_parent_class)->dispose (object);
}

static void
hw_stop_scale_class_init (HwStopScaleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_stop_scale_dispose;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTED] = g_signal_new ("rested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_stop_scale_init (HwStopScale *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *range = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0.0, 1.0, 1.0);

  self->name_label = GTK_LABEL (name);
  self->text_label = GTK_LABEL (text);
  self->range = GTK_RANGE (range);
  gtk_label_set_xalign (self->name_label, 0);
  gtk_label_set_wrap (self->name_label, TRUE);
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_label_set_width_chars (self->text_label, TEXT_CHARS); /* what stands beside does not move */
  gtk_label_set_xalign (self->text_label, 1.0f);
  gtk_widget_add_css_class (text, "numeric");
  hw_calm_range (range);
  gtk_scale_set_draw_value (GTK_SCALE (range), FALSE);
  gtk_widget_set_size_request (range, SCALE_WIDTH, -1);
  gtk_widget_set_hexpand (range, TRUE);
  gtk_box_append (GTK_BOX (line), range);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), line);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (range, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hw_stop_scale_new (const char *name,
                   const char *tooltip)
{
  HwStopScale *self = g_object_new (HW_TYPE_STOP_SCALE, NULL);

  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->range), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->range), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
hw_stop_scale_set_stops (HwStopScale       *self,
                         const char *const *texts,
                         guint              stop)
{
  g_return_if_fail (HW_IS_STOP_SCALE (self) && texts != NULL && texts[0] != NULL);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_strfreev (self->texts);
  self->texts = g_strdupv ((char **) texts);
  self->rested = stop;
  self->filling = TRUE;
  gtk_range_set_range (self->range, 0.0, MAX (g_strv_length (self->texts), 2) - 1);
  gtk_range_set_value (self->range, stop);
  self->filling = FALSE;
  show (self);
}
