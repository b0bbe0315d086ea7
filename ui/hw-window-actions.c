/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-window-private.h"

#include "compat/hw-about.h"
#include "compat/hw-file-choice.h"
#include "hw-look.h"
#include "hw-shortcuts.h"
#include "pages/forecast/hw-forecast-page.h"
#include "pages/goals/hw-goals-page.h"
#include "pages/help/hw-help-window.h"
#include "pages/help/hw-keys-window.h"
#include "pages/journey/hw-journey-page.h"
#include "pages/preferences/hw-preferences-window.h"
#include "pages/reports/hw-reports-page.h"
#include "pages/welcome/hw-new-window.h"
#include "widgets/hw-search-window.h"

#include <glib/gi18n.h>

static void
set_enabled (HwWindow   *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_undo (HwWindow *self)
{
  set_enabled (self, "undo", hw_undo_board_can_undo (hw_business_view_get_undo (self->business_view)));
}

static void
open_chosen_cb (gpointer    owner,
                const char *path)
{
  if (path != NULL)
    hw_window_open_business (owner, path);
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  GtkWidget *window = hw_new_window_new (self);

  g_signal_connect_object (window, "chosen", G_CALLBACK (hw_window_make_business), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       self)
{
  hw_file_choice_open (self, _("Open a business"), HW_FILE_BUSINESS, open_chosen_cb, self);
}

static void
open_recent_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       self)
{
  hw_window_open_business (self, g_variant_get_string (parameter, NULL));
}

static void
sample_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       self)
{
  hw_window_open_sample (self);
}

static void
example_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  hw_window_show_example (self, g_variant_get_string (parameter, NULL));
}

static void
close_business_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       self)
{
  hw_window_close_business (self);
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       self)
{
  hw_window_import (self, NULL, NULL);
}

static void
save_workbook_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  HwWindow *self = data;

  hw_business_view_show_page (self->business_view, "reports");
  hw_reports_page_save (HW_REPORTS_PAGE (hw_business_view_get_page (self->business_view, "reports")));
}

static void
page_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  HwWindow *self = data;

  hw_business_view_show_page (self->business_view, g_variant_get_string (parameter, NULL));
}

static void
product_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  HwWindow *self = data;

  hw_forecast_page_choose (HW_FORECAST_PAGE (hw_business_view_get_page (self->business_view, "forecast")),
                           g_variant_get_int64 (parameter));
  hw_business_view_show_page (self->business_view, "forecast");
}

static void
goal_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  HwWindow *self = data;

  hw_goals_page_choose (HW_GOALS_PAGE (hw_business_view_get_page (self->business_view, "goals")),
                        g_variant_get_int64 (parameter));
  hw_business_view_show_page (self->business_view, "goals");
}

static void
initiative_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  HwWindow *self = data;

  hw_journey_page_open (HW_JOURNEY_PAGE (hw_business_view_get_page (self->business_view, "journey")),
                        g_variant_get_int64 (parameter));
  hw_business_view_show_page (self->business_view, "journey");
}

static void
side_bar_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  HwWindow *self = data;

  hw_business_view_fold (self->business_view);
}

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  HwWindow *self = data;

  hw_undo_board_undo (hw_business_view_get_undo (self->business_view));
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  HwWindow *self = data;

  gtk_window_present (GTK_WINDOW (hw_search_window_new (data, self->desk)));
}

static void
activity_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  hw_business_view_show_activity (HW_WINDOW (data)->business_view);
}

static void
habits_changed_cb (HwWindow *self)
{
  hw_window_update_watch (self);
  if (self->desk != NULL)
    hw_desk_set_format (self->desk, hw_look_new_format (self->preferences,
                                                        hw_session_get_business (hw_desk_get_session (self->desk))));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  GtkWidget *window = hw_preferences_window_new (data, HW_WINDOW (data)->preferences);

  g_signal_connect_object (window, "habits-changed", G_CALLBACK (habits_changed_cb), data, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* The manual, at the page one looks at. */
static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  HwWindow *self = data;

  hw_help_show (data, self->desk != NULL ? hw_business_view_get_shown (self->business_view) : "welcome");
}

static void
help_topic_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  hw_help_show (data, g_variant_get_string (parameter, NULL));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       self)
{
  gtk_window_present (GTK_WINDOW (hw_keys_window_new (self)));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  hw_about_show (self);
}

static const GActionEntry actions[] = {
  { "new-business",   new_action },
  { "open",           open_action },
  { "open-recent",    open_recent_action, "s" },
  { "sample",         sample_action },
  { "example",        example_action, "s" },
  { "close-business", close_business_action },
  { "import",         import_action },
  { "save-workbook",  save_workbook_action },
  { "page",           page_action, "s" },
  { "product",        product_action, "x" },
  { "goal",           goal_action, "x" },
  { "initiative",     initiative_action, "x" },
  { "side-bar",       side_bar_action },
  { "undo",           undo_action },
  { "search",         search_action },
  { "activity",       activity_action },
  { "preferences",    preferences_action },
  { "help",           help_action },
  { "help-topic",     help_topic_action, "s" },
  { "shortcuts",      shortcuts_action },
  { "about",          about_action },
};

void
hw_window_add_actions (HwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  hw_shortcuts_add_local (GTK_WIDGET (self));
  g_signal_connect_object (hw_business_view_get_undo (self->business_view), "changed",
                           G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  update_undo (self);
}

void
hw_window_update_actions (HwWindow *self)
{
  static const char *const of_business[] = {
    "import", "save-workbook", "page", "product", "goal", "initiative", "close-business", "side-bar", "activity",
  };
  static const char *const of_opening[] = { "new-business", "open", "open-recent", "sample", "example" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_business); i++)
    set_enabled (self, of_business[i], self->desk != NULL && self->opening == NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (of_opening); i++)
    set_enabled (self, of_opening[i], self->opening == NULL);
}
