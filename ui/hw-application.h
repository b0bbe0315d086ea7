/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-application.h: the program with a window: one window, files from the command
 * line or the desktop; without any, the business open at the end last time. */
#pragma once

#include "core/hw-day.h"
#include "jobs/hw-preferences.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_APPLICATION (hw_application_get_type ())

G_DECLARE_FINAL_TYPE (HwApplication, hw_application, HW, APPLICATION, AdwApplication)

HwApplication *hw_application_new       (HwPreferences *preferences); /* takes them */

/* Before it runs; HW_DAY_NONE, as at first, is the clock's day. */
void           hw_application_set_today (HwApplication *self, HwDay today);

G_END_DECLS
