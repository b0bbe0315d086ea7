/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-live-bar.h"

#define BEAT_MS 120
#define QUIET_US (1 * G_USEC_PER_SEC)
#define STEP 0.06

typedef struct
{
  GtkProgressBar *bar;      /* borrowed: it owns this */
  double          fraction; /* as last said */
  gint64          heard;    /* when, monotonic */
  guint           beat;     /* 0 while it is not on the screen */
} Life;

static void
life_free (gpointer data)
{
  Life *self = data;

  g_clear_handle_id (&self->beat, g_source_remove);
  g_free (self);
}

static gboolean
beat_cb (gpointer data)
{
  Life *self = data;
  gboolean moves = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->bar)), "gtk-enable-animations", &moves, NULL);
  if (moves && g_get_monotonic_time () - self->heard >= QUIET_US)
    gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

static void
said_cb (Life *self)
{
  const double fraction = gtk_progress_bar_get_fraction (self->bar);

  if (fraction < self->fraction || fraction > self->fraction)
    self->heard = g_get_monotonic_time ();
  self->fraction = fraction;
}

static void
map_cb (Life *self)
{
  self->heard = g_get_monotonic_time ();
  if (self->beat == 0)
    self->beat = g_timeout_add (BEAT_MS, beat_cb, self);
}

static void
unmap_cb (Life *self)
{
  g_clear_handle_id (&self->beat, g_source_remove);
}

void
hw_live_bar (GtkProgressBar *bar)
{
  Life *self = g_new0 (Life, 1);

  self->bar = bar;
  gtk_progress_bar_set_pulse_step (bar, STEP);
  g_object_set_data_full (G_OBJECT (bar), "hw-live-bar", self, life_free);
  g_signal_connect_swapped (bar, "notify::fraction", G_CALLBACK (said_cb), self);
  g_signal_connect_swapped (bar, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (bar, "unmap", G_CALLBACK (unmap_cb), self);
}
