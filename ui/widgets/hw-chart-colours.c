/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-colours.h"

HwTheme
hw_chart_colours (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const gboolean dark = adw_style_manager_get_dark (style);
  HwTheme theme;
  int dpi = 0;

  if (adw_style_manager_get_high_contrast (style))
    theme = dark ? hw_theme_dark_contrast : hw_theme_light_contrast;
  else
    theme = dark ? hw_theme_dark : hw_theme_light;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    theme.text_size *= dpi / 1024.0 / 96.0;

  theme.transparent = TRUE;
  return theme;
}

void
hw_chart_colours_watch (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}
