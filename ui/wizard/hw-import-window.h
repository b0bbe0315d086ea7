/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-window.h: a file comes into the business in three steps: choose it,
 * look at what it is and what it holds, keep it (or take it back).
 *
 * Nothing is kept before the owner says so; after that one button takes it out.
 */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_IMPORT_WINDOW (hw_import_window_get_type ())

G_DECLARE_FINAL_TYPE (HwImportWindow, hw_import_window, HW, IMPORT_WINDOW, AdwWindow)

/* @path: a file that was dropped; NULL to ask for one. @beside: (nullable) another that
 * came with it, such as the orders to these lines. */
GtkWidget *hw_import_window_new (GtkWindow  *parent,
                                 HwDesk     *desk,
                                 const char *path,
                                 const char *beside);

G_END_DECLS
