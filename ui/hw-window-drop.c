/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-window-private.h"

#include "compat/hw-ask.h"
#include "compat/hw-drop.h"

#include <glib/gi18n.h>

static gboolean
dropped_cb (HwWindow     *self,
            const GValue *value)
{
  g_autofree char *path = NULL;
  g_autofree char *beside = NULL;

  if (!hw_drop_read (value, &path, &beside) || self->opening != NULL)
    return FALSE;

  if (self->desk == NULL && !g_str_has_suffix (path, ".headway"))
    hw_tell (GTK_WINDOW (self), _("No business is open"),
             _("Make a new business or open yours, then drop the file again."));
  else if (beside != NULL && self->desk != NULL)
    hw_window_import (self, path, beside);
  else
    hw_window_open (self, path);
  return TRUE;
}

/* Something is held over the window: what would happen if it were let go. */
static void
held_cb (HwWindow      *self,
         GParamSpec    *pspec,
         GtkDropTarget *target)
{
  gtk_label_set_text (self->drop_label, self->desk != NULL ? _("Drop to import") : _("Drop a business to open it"));
  gtk_widget_set_visible (self->drop_hint, gtk_drop_target_get_current_drop (target) != NULL && self->opening == NULL);
}

void
hw_window_add_drop (HwWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (held_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
