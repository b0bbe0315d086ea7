/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-keep.h: what the owner entered is kept, moved on or taken away: said in a toast
 * with Undo, and everything that hangs on it is worked out anew.
 *
 * In:  the widget it was asked from, an open desk, what to do.
 * Out: @done once, with the change or an error (an error nobody asks about is told
 *      in a dialog). Thread: the window's.
 */
#pragma once

#include "jobs/journey/hw-entry-job.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @change is borrowed, NULL on error. */
typedef void (*HwKeepFunc) (gpointer             owner,
                            const HwEntryChange *change,
                            const GError        *error);

/* Takes @save. @said: "Goal saved", NULL to say nothing (drafts). @done may be NULL;
 * @owner, a GObject, is kept alive until it has run. */
void hw_keep_entry (GtkWidget     *widget,
                    HwDesk        *desk,
                    HwEntrySave   *save,
                    const char    *said,
                    HwKeepFunc     done,
                    gpointer       owner);

/* The same for a step of an initiative along its state machine. Takes @request. */
void hw_keep_move  (GtkWidget     *widget,
                    HwDesk        *desk,
                    HwMoveRequest *request,
                    const char    *said,
                    HwKeepFunc     done,
                    gpointer       owner);

G_END_DECLS
