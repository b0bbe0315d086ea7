/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-keys-window.h: every shortcut there is, by what it does: the rows of
 * hw-shortcuts.h. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_KEYS_WINDOW (hw_keys_window_get_type ())

G_DECLARE_FINAL_TYPE (HwKeysWindow, hw_keys_window, HW, KEYS_WINDOW, AdwWindow)

GtkWidget *hw_keys_window_new  (GtkWindow *parent);

G_END_DECLS
