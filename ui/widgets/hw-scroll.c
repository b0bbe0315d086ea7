/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-scroll.h"

#define MARGIN 12

static void
focus_cb (GtkRoot           *root,
          GParamSpec        *pspec,
          GtkScrolledWindow *scroller)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  graphene_rect_t box;
  double top, page;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, viewport) ||
      gtk_widget_get_native (focus) != gtk_widget_get_native (viewport) ||
      !gtk_widget_compute_bounds (focus, viewport, &box))
    return;

  top = gtk_adjustment_get_value (adjustment) + box.origin.y;
  page = gtk_adjustment_get_page_size (adjustment);
  if (box.size.height < page)
    gtk_adjustment_clamp_page (adjustment, top - MARGIN, top + box.size.height + MARGIN);
}

static void
root_cb (GtkWidget  *widget,
         GParamSpec *pspec,
         gpointer    data)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_cb), widget, 0);
}

void
hw_scroll_keep_steady (GtkScrolledWindow *scroller)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);

  g_return_if_fail (GTK_IS_VIEWPORT (viewport));

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  g_signal_connect (scroller, "notify::root", G_CALLBACK (root_cb), NULL);
}
