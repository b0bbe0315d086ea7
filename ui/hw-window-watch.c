/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that appear among the downloads: one that has the shape of an earlier import is
 * offered, once, and nothing is done with it unless the owner says so. */
#include "hw-window-private.h"

#include "jobs/import/hw-import-job.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

#define OFFER_SECONDS 30

static void
take_cb (HwWindow *self,
         AdwToast *toast)
{
  hw_window_import (self, g_object_get_data (G_OBJECT (toast), "hw-path"), NULL);
}

static void
glanced_cb (gpointer      owner,
            gpointer      result,
            const GError *error)
{
  HwWindow *self = owner;
  g_autoptr (HwImportGlance) glance = result;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *safe = NULL;
  AdwToast *toast;

  if (glance == NULL || !glance->known || glance->again || self->desk == NULL || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  name = g_path_get_basename (glance->path);
  /* Translators: %s is the name of a file. */
  text = glance->kind == HW_IMPORT_SALES ? g_strdup_printf (_("“%s” looks like your till's list. Import it?"), name)
                                         : g_strdup_printf (_("“%s” looks like a file you import. Import it?"), name);
  safe = g_markup_escape_text (text, -1);
  toast = adw_toast_new (safe);
  adw_toast_set_button_label (toast, _("Import…"));
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "hw-path", g_strdup (glance->path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  hw_business_view_add_toast (self->business_view, toast);
}

static void
saved_cb (HwWindow   *self,
          const char *path)
{
  if (self->desk != NULL)
    hw_errand_run (self->desk, &hw_import_glance_job, g_strdup (path), NULL, glanced_cb, self);
}

void
hw_window_update_watch (HwWindow *self)
{
  g_autofree char *watch = hw_preferences_dup_text (self->preferences, HW_PREFERENCE_WATCH);
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOWNLOAD);

  g_clear_object (&self->folder_watch);
  if (self->beside || !g_str_equal (watch, "downloads") || folder == NULL)
    return;

  self->folder_watch = hw_folder_watch_new (folder);
  g_signal_connect_object (self->folder_watch, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}
