/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-activity.h: a button that is there while something is being worked on, with the
 * list of it: what, how far, how long it has taken, and Cancel.
 *
 * In:  a list of HwWork. Out: nothing; cancelling tells the work itself.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ACTIVITY (hw_activity_get_type ())

G_DECLARE_FINAL_TYPE (HwActivity, hw_activity, HW, ACTIVITY, AdwBin)

void hw_activity_set_works (HwActivity *self, GListModel *works); /* (nullable) of HwWork */
void hw_activity_open      (HwActivity *self);

G_END_DECLS
