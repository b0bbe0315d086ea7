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

typedef struct
{
  GtkWidget *inside;
  int        beside, least;
  double     seen;    /* how much is seen of the page */
  guint      idle;    /* 0: none */
} Fit;

static gboolean
fit_cb (gpointer data)
{
  Fit *fit = data;

  fit->idle = 0;
  gtk_widget_set_size_request (fit->inside, -1, MAX ((int) fit->seen - fit->beside, fit->least));
  return G_SOURCE_REMOVE;
}

/* Not while sizes are being given out. */
static void
seen_changed_cb (Fit           *fit,
                 GParamSpec    *pspec,
                 GtkAdjustment *adjustment)
{
  fit->seen = gtk_adjustment_get_page_size (adjustment);
  if (fit->idle == 0)
    fit->idle = g_idle_add (fit_cb, fit);
}

static void
fit_free (gpointer  data,
          GClosure *closure)
{
  Fit *fit = data;

  g_clear_handle_id (&fit->idle, g_source_remove);
  g_free (fit);
}

void
hw_scroll_fit (GtkScrolledWindow *scroller,
               GtkWidget         *inside,
               int                beside,
               int                least)
{
  const Fit fit = { inside, beside, least, 0.0, 0 };

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller) && GTK_IS_WIDGET (inside));

  gtk_widget_set_size_request (inside, -1, least);
  g_signal_connect_data (gtk_scrolled_window_get_vadjustment (scroller), "notify::page-size", G_CALLBACK (seen_changed_cb),
                         g_memdup2 (&fit, sizeof fit), fit_free, G_CONNECT_SWAPPED);
}
