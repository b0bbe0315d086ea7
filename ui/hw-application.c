/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-application.h"

#include "hw-look.h"
#include "hw-shortcuts.h"
#include "hw-window.h"
#include "jobs/hw-preferences.h"
#include "models/hw-shared-preferences.h"

struct _HwApplication
{
  AdwApplication  parent_instance;

  HwPreferences  *preferences; /* (owned) */
  HwDay           today;       /* HW_DAY_NONE: the clock's */
};

G_DEFINE_FINAL_TYPE (HwApplication, hw_application, ADW_TYPE_APPLICATION)

/* The one place of the window that asks the clock for the day. */
static HwDay
get_today (HwApplication *self)
{
  g_autoptr (GDateTime) now = NULL;

  if (self->today != HW_DAY_NONE)
    return self->today;

  now = g_date_time_new_now_local ();
  return hw_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

static HwWindow *
get_window (HwApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !HW_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  if (window == NULL)
    window = GTK_WINDOW (hw_window_new (GTK_APPLICATION (self), self->preferences, get_today (self)));

  gtk_window_present (window);
  return HW_WINDOW (window);
}

/* Through the window, so that it keeps its size and closes the business. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GList *windows = gtk_application_get_windows (data);
  g_autoptr (GList) copy = g_list_copy (windows);

  for (GList *l = copy; l != NULL; l = l->next)
    if (HW_IS_WINDOW (l->data))
      gtk_window_close (l->data);
  g_application_quit (data);
}

/* From a notification, maybe with the window behind others. */
static void
show_page_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  HwWindow *window = get_window (data);

  g_action_group_activate_action (G_ACTION_GROUP (window), "page", parameter);
}

static const GActionEntry actions[] = {
  { "quit",      quit_action },
  { "show-page", show_page_action, "s" },
};

static void
hw_application_startup (GApplication *application)
{
  HwApplication *self = HW_APPLICATION (application);

  G_APPLICATION_CLASS (hw_application_parent_class)->startup (application);

  hw_preferences_share (self->preferences);
  hw_look_apply (self->preferences);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  hw_shortcuts_set_accels (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (HW_APP_ID);
}

static void
hw_application_activate (GApplication *application)
{
  HwApplication *self = HW_APPLICATION (application);
  const gboolean is_first = gtk_application_get_windows (GTK_APPLICATION (self)) == NULL;
  HwWindow *window = get_window (self);

  if (is_first)
    hw_window_restore (window);
}

static void
hw_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  HwWindow *window = get_window (HW_APPLICATION (application));
  g_autofree char *path = n_files > 0 ? g_file_get_path (files[0]) : NULL;

  if (path != NULL)
    hw_window_open (window, path);
}

static void
hw_application_finalize (GObject *object)
{
  hw_preferences_share (NULL);
  hw_preferences_free (HW_APPLICATION (object)->preferences);

  G_OBJECT_CLASS (hw_application_parent_class)->finalize (object);
}

static void
hw_application_class_init (HwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_application_finalize;
  application_class->startup = hw_application_startup;
  application_class->activate = hw_application_activate;
  application_class->open = hw_application_open;
}

static void
hw_application_init (HwApplication *self)
{
  self->today = HW_DAY_NONE;
}

HwApplication *
hw_application_new (HwPreferences *preferences)
{
  HwApplication *self = g_object_new (HW_TYPE_APPLICATION,
                                      "application-id", HW_APP_ID,
                                      "flags", G_APPLICATION_HANDLES_OPEN,
                                      NULL);

  self->preferences = preferences;
  return self;
}

void
hw_application_set_today (HwApplication *self,
                          HwDay          today)
{
  g_return_if_fail (HW_IS_APPLICATION (self));

  self->today = today;
}
