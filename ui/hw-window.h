/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-window.h: the one window: welcome, or an open business with its pages.
 *
 * In:  preferences (borrowed, outlive it), "today", files to open.
 * Commands are its actions: win.new-business, win.open, win.open-recent::PATH,
 * win.sample, win.import, win.save-workbook, win.page::ID, win.product(ID),
 * win.side-bar, win.help, win.about.
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

/* A business opens; any other file is imported into the open one. */
void       hw_window_open (HwWindow   *self,
                           const char *path);

G_END_DECLS
