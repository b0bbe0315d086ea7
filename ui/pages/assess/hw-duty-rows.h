/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-duty-rows.h: one line of the safety list: what to do, whether it is done, by whom and
 * until when, with a box to tick; why, and where it comes from, one click away.
 *
 * A tick is kept at once with today's day, with Undo; a tick taken away takes that day
 * off the list again.
 */
#pragma once

#include "jobs/assess/hw-safety-job.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* On the row: the id of its duty. */
#define HW_DUTY_KEY "hw-duty"

GtkWidget *hw_duty_row_new (HwDesk *desk, const HwDutyState *state, const HwSafetyBook *book);

G_END_DECLS
