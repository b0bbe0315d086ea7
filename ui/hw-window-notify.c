/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-window-private.h"

#include <glib/gi18n.h>

#define LONG_SECONDS 10

/* Where the result of a job is seen. */
static const struct
{
  const char *job;
  const char *page;
} pages_of[] = {
  { "forecast", "forecast" },
  { "stock",    "stock" },
  { "report",   "reports" },
  { "import",   "data" },
};

static const char *
page_of (const HwJob *job)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages_of); i++)
    if (g_str_has_prefix (job->id, pages_of[i].job))
      return pages_of[i].page;

  return "overview";
}

/* The window or a dialog of it. */
static gboolean
is_looked_at (HwWindow *self)
{
  GtkWindow *window = gtk_application_get_active_window (gtk_window_get_application (GTK_WINDOW (self)));

  return window != NULL && gtk_window_is_active (window);
}

static void
work_over_cb (HwWindow *self,
              HwWork   *work,
              gboolean  good)
{
  const int seconds = (int) hw_work_get_seconds (work);
  g_autoptr (GNotification) note = NULL;
  g_autofree char *text = NULL;

  if (!good || seconds < LONG_SECONDS || is_looked_at (self))
    return;

  /* Translators: 1 is the name of work such as "Working out the forecast", 2 is a number of seconds. */
  text = g_strdup_printf (ngettext ("%s: done after %d second.", "%s: done after %d seconds.", (unsigned long) seconds),
                          hw_work_get_title (work), seconds);
  note = g_notification_new (_("Headway is ready"));
  g_notification_set_body (note, text);
  g_notification_set_default_action_and_target (note, "app.show-page", "s", page_of (hw_work_get_job (work)));
  g_application_send_notification (g_application_get_default (), "work", note);
}

void
hw_window_watch_desk (HwWindow *self,
                      HwDesk   *desk)
{
  g_signal_connect_object (desk, "work-over", G_CALLBACK (work_over_cb), self, G_CONNECT_SWAPPED);
}
