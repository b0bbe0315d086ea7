/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-window.h: the one window: welcome, or an open business with its pages.
 *
 * In:  preferences (borrowed, outlive it), "today", files to open.
 * Commands are its actions, all in hw-window-actions.c: win.import, win.page::ID,
 * win.product(ID), win.goal(ID), win.initiative(ID), win.help-topic::ID and so on.
 */
#pragma once

#include "core/hw-day.h"
#include "jobs/hw-preferences.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_WINDOW (hw_window_get_type ())

G_DECLARE_FINAL_TYPE (HwWindow, hw_window, HW, WINDOW, AdwApplicationWindow)

GtkWidget *hw_window_new  (GtkApplication *app,
                           HwPreferences  *preferences,
                           HwDay           today);

/* Opens the business that was open when the program ended, if one was; one that is
 * gone is told about on the welcome page. */
void       hw_window_restore (HwWindow *self);

/* A business opens; any other file is imported into the open one. */
void       hw_window_open (HwWindow   *self,
                           const char *path);

G_END_DECLS
