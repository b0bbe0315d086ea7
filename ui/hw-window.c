/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-window-private.h"

#include "compat/hw-ask.h"
#include "hw-look.h"
#include "jobs/hw-say.h"
#include "models/hw-opener.h"
#include "pages/hw-pages.h"
#include "pages/reports/hw-reports-page.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-text-scale.h"
#include "wizard/hw-import-window.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HwWindow, hw_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_open (HwWindow   *self,
         const char *path)
{
  return self->desk != NULL && g_str_equal (path, hw_session_get_path (hw_desk_get_session (self->desk)));
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
    {
      hw_business_view_set_desk (self->business_view, desk);
      hw_window_watch_desk (self, desk);
    }
  hw_window_update_actions (self);
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
  const char *page = self->first_page != NULL && hw_page_find (self->first_page) != NULL ? self->first_page : "overview";

  show_root (self);
  hw_business_view_show_page (self->business_view, page);
  g_clear_pointer (&self->first_page, g_free);
}

static void
take_session (HwWindow   *self,
              HwSession  *session, /* (transfer full) */
              const char *path)
{
  const HwBusiness *card = hw_session_get_business (session);
  HwDesk *desk = hw_desk_new (session);

  hw_desk_set_format (desk, hw_look_new_format (self->preferences, card));
  hw_preferences_add_recent (self->preferences, path, card->name);
  if (!self->beside)
    hw_preferences_set_last (self->preferences, path);
  set_desk (self, desk);
  hw_window_update_recent (self);
  show_business (self);
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

  hw_window_update_actions (self);
  if (session != NULL)
    {
      take_session (self, session, path);
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
  hw_window_update_actions (self);
  hw_state_page_show_busy (self->opening_page, what);
  gtk_stack_set_visible_child_name (self->root_stack, "opening");
}

void
hw_window_open_business (HwWindow   *self,
                         const char *path)
{
  if (self->opening != NULL)
    return;

  /* The lock on an open business is ours: let it go before it is opened again. */
  if (is_open (self, path))
    {
      show_business (self);
      return;
    }

  begin_opening (self, path, _("Opening the business"));
  hw_opener_open (path, self->today, opened_cb, self);
}

void
hw_window_make_business (HwWindow         *self,
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

void
hw_window_open_sample (HwWindow *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "headway", "sample.headway", NULL);

  if (is_open (self, path))
    {
      show_business (self);
      return;
    }

  begin_opening (self, path, _("Making the sample bakery"));
  hw_opener_sample (path, NULL, self->today, sample_progress_cb, self->opening, opened_cb, self);
}

/* One that is there and was made today is opened as it was left. */
void
hw_window_open_example (HwWindow   *self,
                        const char *id)
{
  const HwExampleKind *example = hw_example_find (id);
  g_autofree char *path = hw_window_dup_example_path (id);

  if (example == NULL)
    return;

  g_free (self->first_page);
  self->first_page = g_strdup ("journey");
  if (is_open (self, path))
    {
      show_business (self);
      return;
    }

  begin_opening (self, path, _("Making the example"));
  hw_opener_sample (path, example, self->today, sample_progress_cb, self->opening, opened_cb, self);
}

void
hw_window_close_business (HwWindow *self)
{
  if (self->beside)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  hw_preferences_set_last (self->preferences, NULL);
  set_desk (self, NULL);
  show_root (self);
}

void
hw_window_import (HwWindow   *self,
                  const char *path,
                  const char *beside)
{
  if (self->desk != NULL && self->opening == NULL)
    gtk_window_present (GTK_WINDOW (hw_import_window_new (GTK_WINDOW (self), self->desk, path, beside)));
}

static void
opening_cancelled_cb (HwWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

static void
keep_state (HwWindow *self)
{
  int width, height;

  if (self->beside)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  hw_preferences_set_window (self->preferences, width, height, gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->desk == NULL)
    return;

  hw_preferences_set_text (self->preferences, HW_PREFERENCE_PAGE, hw_business_view_get_shown (self->business_view));
  if (!hw_business_view_is_narrow (self->business_view))
    hw_preferences_set_text (self->preferences, HW_PREFERENCE_SIDE_BAR,
                             hw_business_view_is_folded (self->business_view) ? "folded" : "");
}

static gboolean
hw_window_close_request (GtkWindow *window)
{
  HwWindow *self = HW_WINDOW (window);

  keep_state (self);
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
  g_clear_object (&self->folder_watch);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_WINDOW);

  G_OBJECT_CLASS (hw_window_parent_class)->dispose (object);
}

static void
hw_window_finalize (GObject *object)
{
  HwWindow *self = HW_WINDOW (object);

  g_clear_object (&self->opening);
  g_free (self->opening_path);
  g_free (self->first_page);

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

  g_type_ensure (HW_TYPE_BUSINESS_VIEW);
  g_type_ensure (HW_TYPE_WELCOME_PAGE);
  g_type_ensure (HW_TYPE_STATE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "hw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, welcome_menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, business_view);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, drop_label);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, examples_menu);
}

static void
hw_window_init (HwWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_window_add_actions (self);
  hw_window_add_examples (self);
  hw_window_add_drop (self);
  hw_business_view_set_menu (self->business_view, self->menu);
  hw_text_scale_clamps (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->welcome_menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Menu"), -1);
  g_signal_connect_object (self->opening_page, "cancelled", G_CALLBACK (opening_cancelled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hw_window_new (GtkApplication *app,
               HwPreferences  *preferences,
               HwDay           today)
{
  HwWindow *self = g_object_new (HW_TYPE_WINDOW, "application", app, NULL);
  g_autofree char *side_bar = hw_preferences_dup_text (preferences, HW_PREFERENCE_SIDE_BAR);
  int width, height;
  gboolean maximized;

  self->preferences = preferences;
  self->today = today;
  hw_preferences_get_window (preferences, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  if (g_str_equal (side_bar, "folded"))
    hw_business_view_fold (self->business_view);

  hw_window_update_recent (self);
  hw_window_update_actions (self);
  hw_window_update_watch (self);
  return GTK_WIDGET (self);
}

void
hw_window_restore (HwWindow *self)
{
  g_autofree char *path = NULL;

  g_return_if_fail (HW_IS_WINDOW (self));

  path = hw_preferences_dup_last (self->preferences);
  if (*path == '\0' || self->desk != NULL || self->opening != NULL)
    return;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = hw_preferences_dup_name (self->preferences, path);

      hw_welcome_page_set_missing (self->welcome_page, name, path);
      hw_preferences_set_last (self->preferences, NULL);
      return;
    }

  self->first_page = hw_preferences_dup_text (self->preferences, HW_PREFERENCE_PAGE);
  hw_window_open_business (self, path);
}

void
hw_window_open (HwWindow   *self,
                const char *path)
{
  g_return_if_fail (HW_IS_WINDOW (self));

  if (self->desk != NULL && !g_str_has_suffix (path, ".headway"))
    hw_window_import (self, path, NULL);
  else
    hw_window_open_business (self, path);
}
