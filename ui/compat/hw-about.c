/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/hw-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
hw_about_show (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Headway",
                         "application-icon", HW_APP_ID,
                         "version", HW_VERSION,
                         "developer-name", _("The Headway project"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("See what will sell, what to order, and hand it to your accountant. "
                                       "Everything stays on this computer."),
                         NULL);
}
