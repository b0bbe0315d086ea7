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

/* Once a day, for each business. */
static gboolean
is_told_today (HwWindow *self,
               HwDesk   *desk)
{
  const HwSession *session = hw_desk_get_session (desk);
  g_autofree char *day = hw_day_to_iso (hw_session_get_today (session));
  g_autofree char *now = g_strdup_printf ("%s %s", day, hw_session_get_path (session));
  g_autofree char *before = hw_preferences_dup_text (self->preferences, HW_PREFERENCE_TOLD);

  if (g_str_equal (now, before))
    return TRUE;

  hw_preferences_set_text (self->preferences, HW_PREFERENCE_TOLD, now);
  return FALSE;
}

static void
tell_due (HwWindow *self,
          HwDesk   *desk)
{
  const HwJourney *journey = hw_desk_get_journey (desk);
  g_autoptr (GNotification) note = NULL;
  g_autofree char *text = NULL;
  const HwTrial *first = NULL;
  guint n = 0;

  for (guint i = 0; i < journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (journey->trials, i);

      if (!hw_trial_is_due (trial, journey->as_of))
        continue;
      first = first != NULL ? first : trial;
      n++;
    }

  if (n == 0 || is_told_today (self, desk))
    return;

  /* Translators: %u things being tried have a check-in, a decision or a review today. */
  text = n == 1 ? g_strdup (hw_next_step_text (first->next))
                : g_strdup_printf (ngettext ("%u thing waits for you", "%u things wait for you", n), n);
  note = g_notification_new (hw_session_get_business (hw_desk_get_session (desk))->name);
  g_notification_set_body (note, text);
  g_notification_set_default_action_and_target (note, "app.show-page", "s", "journey");
  g_application_send_notification (g_application_get_default (), "due", note);
}

/* The first answer alone: what is due when the business is opened. */
static void
changed_cb (HwWindow *self,
            guint     topic,
            HwDesk   *desk)
{
  if (topic != HW_TOPIC_JOURNEY || hw_desk_get_state (desk, HW_TOPIC_JOURNEY) != HW_WORK_READY)
    return;

  g_signal_handlers_disconnect_by_func (desk, changed_cb, self);
  tell_due (self, desk);
}

void
hw_window_watch_desk (HwWindow *self,
                      HwDesk   *desk)
{
  g_signal_connect_object (desk, "work-over", G_CALLBACK (work_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  /* A look-up; also the number beside the Journey's name. */
  hw_desk_need (desk, HW_TOPIC_JOURNEY);
}
