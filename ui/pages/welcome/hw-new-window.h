/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-new-window.h: what a new business is: name, sector, country, currency; then
 * where its file shall lie.
 *
 * Out: "chosen" with the path and the HwBusiness, borrowed. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_NEW_WINDOW (hw_new_window_get_type ())

G_DECLARE_FINAL_TYPE (HwNewWindow, hw_new_window, HW, NEW_WINDOW, AdwWindow)

GtkWidget *hw_new_window_new (GtkWindow *parent);

G_END_DECLS
