/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-application.h: the program with a window: one window, files from the command
 * line or the desktop, --today for runs that can be repeated. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_APPLICATION (hw_application_get_type ())

G_DECLARE_FINAL_TYPE (HwApplication, hw_application, HW, APPLICATION, AdwApplication)

HwApplication *hw_application_new (void);

G_END_DECLS
