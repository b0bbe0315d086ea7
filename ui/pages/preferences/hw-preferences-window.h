/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-preferences-window.h: how the owner wants the program: language, numbers,
 * colours, size of text.
 *
 * In:  the preferences (borrowed, outlive it). Out: every choice is kept and applied
 *      at once, except the language; "habits-changed" when figures are to be written
 *      otherwise.
 */
#pragma once

#include "jobs/hw-preferences.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_PREFERENCES_WINDOW (hw_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (HwPreferencesWindow, hw_preferences_window, HW, PREFERENCES_WINDOW, AdwWindow)

GtkWidget *hw_preferences_window_new (GtkWindow *parent, HwPreferences *preferences);

G_END_DECLS
