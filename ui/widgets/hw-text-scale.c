/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-text-scale.h"

#include <adwaita.h>

#define PLAIN_DPI (96.0 * 1024.0)
#define MAXIMUM_KEY "hw-maximum"
#define TIGHTENING_KEY "hw-tightening"

static void
scale_clamp (AdwClamp *clamp,
             double    scale)
{
  GObject *object = G_OBJECT (clamp);
  int maximum, tightening;

  /* As drawn, kept before it is changed for the first time. */
  if (g_object_get_data (object, MAXIMUM_KEY) == NULL)
    {
      g_object_set_data (object, MAXIMUM_KEY, GINT_TO_POINTER (adw_clamp_get_maximum_size (clamp)));
      g_object_set_data (object, TIGHTENING_KEY, GINT_TO_POINTER (adw_clamp_get_tightening_threshold (clamp)));
    }

  maximum = GPOINTER_TO_INT (g_object_get_data (object, MAXIMUM_KEY));
  tightening = GPOINTER_TO_INT (g_object_get_data (object, TIGHTENING_KEY));
  adw_clamp_set_maximum_size (clamp, (int) (maximum * scale));
  adw_clamp_set_tightening_threshold (clamp, (int) (tightening * scale));
}

static void
scale_below (GtkWidget *widget,
             double     scale)
{
  if (ADW_IS_CLAMP (widget))
    scale_clamp (ADW_CLAMP (widget), scale);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    scale_below (child, scale);
}

static void
dpi_changed_cb (GtkWidget *root)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (root), "gtk-xft-dpi", &dpi, NULL);
  scale_below (root, MAX (dpi / PLAIN_DPI, 1.0));
}

void
hw_text_scale_clamps (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  g_signal_connect_object (gtk_widget_get_settings (root), "notify::gtk-xft-dpi", G_CALLBACK (dpi_changed_cb), root,
                           G_CONNECT_SWAPPED);
  dpi_changed_cb (root);
}
