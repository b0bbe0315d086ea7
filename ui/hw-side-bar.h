/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-side-bar.h: the pages by name, with how much waits on each.
 *
 * In:  the desk, for the numbers; which page is shown.
 * Out: "chosen" with a page's id. Tab comes here once; arrows go from name to name.
 */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_SIDE_BAR (hw_side_bar_get_type ())

G_DECLARE_FINAL_TYPE (HwSideBar, hw_side_bar, HW, SIDE_BAR, AdwBin)

void hw_side_bar_set_desk (HwSideBar *self, HwDesk *desk); /* (nullable) */
void hw_side_bar_show     (HwSideBar *self, const char *id);
void hw_side_bar_focus    (HwSideBar *self);

G_END_DECLS
