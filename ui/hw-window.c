/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-window.h"

#include "compat/hw-about.h"
#include "compat/hw-ask.h"
#include "compat/hw-file-choice.h"
#include "hw-business-view.h"
#include "jobs/hw-say.h"
#include "models/hw-opener.h"
#include "pages/forecast/hw-forecast-page.h"
#include "pages/help/hw-keys-window.h"
#include "pages/reports/hw-reports-page.h"
#include "pages/welcome/hw-new-window.h"
#include "pages/welcome/hw-welcome-page.h"
#include "widgets/hw-errand.h"
#include "wizard/hw-import-window.h"

#include <glib/gi18n.h>

struct _HwWindow
{
  AdwApplicationWindow  parent_instance;

  GtkStack             *root_stack;
  HwWelcomePage        *welcome_page;
  GtkMenuButton        *welcome_menu_button;
  HwStatePage          *opening_page;
  HwBusinessView       *business_view;
  GMenuModel           *menu;

  HwPreferences        *preferences;  /* borrowed */
  HwDay                 today;
  HwDesk               *desk;         /* (owned) (nullable) the open business */
  GCancellable         *opening;      /* (owned) (nullable) a business is being opened */
  char                 *opening_path; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwWindow, hw_window, ADW_TYPE_APPLICATION_WINDOW)

static void
set_enabled (HwWindow   *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (HwWindow *self)
{
  static const char *const of_business[] = { "import", "save-workbook", "page", "product", "close-business", "side-bar" };
  static const char *const of_opening[] = { "new-business", "open", "open-recent", "sample" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_business); i++)
    set_enabled (self, of_business[i], self->desk != NULL && self->opening == NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (of_opening); i++)
    set_enabled (self, of_opening[i], self->opening == NULL);
}

static void
update_recent (HwWindow *self)
{
  g_auto (GStrv) recent = hw_preferences_dup_recent (self->preferences);

  hw_welcome_page_set_recent (self->welcome_page, recent);
}

static void
set_desk (HwWindow *self,
          HwDesk   *desk) /* (transfer full) (nullable) */
{
  hw_business_view_set_desk (self->business_view, NULL);
  if (self->desk != NULL)
    hw_desk_close (self->desk);
  g_clear_object (&self->desk);
  self->desk = desk;

  if (desk != NULL)
    hw_business_view_set_desk (self->business_view, desk);
  update_actions (self);
}

/* What stands behind the page that says that a file is being opened. */
static void
show_root (HwWindow *self)
{
  g_autofree char *title = NULL;

  if (self->desk != NULL)
    /* Translators: the window's title; %s is the name of the business. */
    title = g_strdup_printf (_("%s – Headway"),
                             hw_session_get_business (hw_desk_get_session (self->desk))->name);

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : "Headway");
  gtk_stack_set_visible_child_name (self->root_stack, self->desk != NULL ? "business" : "welcome");
}

static void
show_business (HwWindow *self)
{
  show_root (self);
  hw_business_view_show_page (self->business_view, "overview");
}

static void
opened_cb (gpointer      owner,
           HwSession    *session,
           const GError *error)
{
  HwWindow *self = owner;
  g_autofree char *path = g_steal_pointer (&self->opening_path);

  g_clear_object (&self->opening);
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    {
      hw_session_close (session);
      return;
    }

  update_actions (self);
  if (session != NULL)
    {
      set_desk (self, hw_desk_new (session));
      hw_preferences_add_recent (self->preferences, path);
      update_recent (self);
      show_business (self);
      return;
    }

  show_root (self);
  if (!hw_errand_was_stopped (error))
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *text = hw_say_error (error, name);

      hw_tell (GTK_WINDOW (self), _("The business did not open"), text);
    }
}

static void
begin_opening (HwWindow   *self,
               const char *path,
               const char *what)
{
  self->opening = g_cancellable_new ();
  g_free (self->opening_path);
  self->opening_path = g_strdup (path);
  update_actions (self);
  hw_state_page_show_busy (self->opening_page, what);
  gtk_stack_set_visible_child_name (self->root_stack, "opening");
}

static void
open_business (HwWindow   *self,
               const char *path)
{
  if (self->opening != NULL)
    return;

  /* The lock on an open business is ours: let it go before it is opened again. */
  if (self->desk != NULL && g_str_equal (path, hw_session_get_path (hw_desk_get_session (self->desk))))
    {
      show_business (self);
      return;
    }

  begin_opening (self, path, _("Opening the business"));
  hw_opener_open (path, self->today, opened_cb, self);
}

static void
start_import (HwWindow   *self,
              const char *path)
{
  if (self->desk != NULL && self->opening == NULL)
    gtk_window_present (GTK_WINDOW (hw_import_window_new (GTK_WINDOW (self), self->desk, path)));
}

static void
open_chosen_cb (gpointer    owner,
                const char *path)
{
  if (path != NULL)
    open_business (owner, path);
}

static void
new_chosen_cb (HwWindow         *self,
               const char       *path,
               const HwBusiness *business)
{
  g_auto (HwBusiness) copy = { 0 };

  if (self->opening != NULL)
    return;

  hw_business_copy (&copy, business);
  copy.founded = self->today;
  begin_opening (self, path, _("Making the business"));
  hw_opener_create (path, &copy, self->today, opened_cb, self);
}

static void
sample_progress_cb (double   done,
                    gpointer owner)
{
  hw_state_page_set_done (HW_WINDOW (owner)->opening_page, done);
}

static void
opening_cancelled_cb (HwWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  GtkWidget *window = hw_new_window_new (self);

  g_signal_connect_object (window, "chosen", G_CALLBACK (new_chosen_cb), self, G_CONNECT_SWAPPED);
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
  open_business (self, g_variant_get_string (parameter, NULL));
}

static void
sample_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  HwWindow *self = data;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "headway", "sample.headway", NULL);

  if (self->desk != NULL && g_str_equal (path, hw_session_get_path (hw_desk_get_session (self->desk))))
    {
      show_business (self);
      return;
    }

  begin_opening (self, path, _("Making the sample bakery"));
  hw_opener_sample (path, self->today, sample_progress_cb, self->opening, opened_cb, self);
}

static void
close_business_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  HwWindow *self = data;

  set_desk (self, NULL);
  show_root (self);
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       self)
{
  start_import (self, NULL);
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
undo_changed_cb (HwWindow *self)
{
  set_enabled (self, "undo", hw_undo_board_can_undo (hw_business_view_get_undo (self->business_view)));
}

static void
help_action (GSimpleAction *action,
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
  { "close-business", close_business_action },
  { "import",         import_action },
  { "save-workbook",  save_workbook_action },
  { "page",           page_action, "s" },
  { "product",        product_action, "x" },
  { "side-bar",       side_bar_action },
  { "undo",           undo_action },
  { "help",           help_action },
  { "about",          about_action },
};

static gboolean
dropped_cb (HwWindow     *self,
            const GValue *value)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));

  if (path == NULL || self->opening != NULL)
    return FALSE;

  hw_window_open (self, path);
  return TRUE;
}

static gboolean
hw_window_close_request (GtkWindow *window)
{
  HwWindow *self = HW_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  hw_preferences_set_window (self->preferences, width, height, gtk_window_is_maximized (window));
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  set_desk (self, NULL);

  return GTK_WINDOW_CLASS (hw_window_parent_class)->close_request (window);
}

static void
hw_window_dispose (GObject *object)
{
  HwWindow *self = HW_WINDOW (object);

  if (self->desk != NULL)
    hw_desk_close (self->desk);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_WINDOW);

  G_OBJECT_CLASS (hw_window_parent_class)->dispose (object);
}

static void
hw_window_finalize (GObject *object)
{
  HwWindow *self = HW_WINDOW (object);

  g_clear_object (&self->opening);
  g_free (self->opening_path);

  G_OBJECT_CLASS (hw_window_parent_class)->finalize (object);
}

static void
hw_window_class_init (HwWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_window_dispose;
  object_class->finalize = hw_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = hw_window_close_request;

  /* Not an accelerator of the program: a text being typed has its own undo first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);

  g_type_ensure (HW_TYPE_BUSINESS_VIEW);
  g_type_ensure (HW_TYPE_WELCOME_PAGE);
  g_type_ensure (HW_TYPE_STATE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "hw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, welcome_menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, business_view);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, menu);
}

static void
hw_window_init (HwWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  hw_business_view_set_menu (self->business_view, self->menu);
  g_signal_connect_object (hw_business_view_get_undo (self->business_view), "changed",
                           G_CALLBACK (undo_changed_cb), self, G_CONNECT_SWAPPED);
  undo_changed_cb (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->welcome_menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Menu"), -1);

  g_signal_connect_object (self->opening_page, "cancelled", G_CALLBACK (opening_cancelled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
hw_window_new (GtkApplication *app,
               HwPreferences  *preferences,
               HwDay           today)
{
  HwWindow *self = g_object_new (HW_TYPE_WINDOW, "application", app, NULL);
  int width, height;
  gboolean maximized;

  self->preferences = preferences;
  self->today = today;
  hw_preferences_get_window (preferences, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));

  hw_reports_page_set_preferences (HW_REPORTS_PAGE (hw_business_view_get_page (self->business_view, "reports")),
                                   preferences);
  update_recent (self);
  update_actions (self);
  return GTK_WIDGET (self);
}

void
hw_window_open (HwWindow   *self,
                const char *path)
{
  g_return_if_fail (HW_IS_WINDOW (self));

  if (self->desk != NULL && !g_str_has_suffix (path, ".headway"))
    start_import (self, path);
  else
    open_business (self, path);
}
