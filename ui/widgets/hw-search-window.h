/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-search-window.h: everything by a few letters of its name: products, suppliers,
 * goals, pages, actions, the manual.
 *
 * In:  the window to act on, the open business. Out: nothing; what is chosen is an
 *      action of that window. Typing never waits: what the file holds comes in when
 *      it is found, for the letters typed last.
 */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_SEARCH_WINDOW (hw_search_window_get_type ())

G_DECLARE_FINAL_TYPE (HwSearchWindow, hw_search_window, HW, SEARCH_WINDOW, AdwWindow)

GtkWidget *hw_search_window_new (GtkWindow *parent, HwDesk *desk); /* desk: (nullable) */

G_END_DECLS
