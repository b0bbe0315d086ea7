/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gate-window.h: what should be in place before the next station, line by line;
 * going on anyway asks who decides and why, and keeps it with the initiative.
 *
 * Out: "passed" once every gate before the step is. The two legal gates are never
 * passed without who and why.
 */
#pragma once

#include "domain/hw-journey.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_GATE_WINDOW (hw_gate_window_get_type ())

G_DECLARE_FINAL_TYPE (HwGateWindow, hw_gate_window, HW, GATE_WINDOW, AdwWindow)

/* The gates before the moves of @trial to @states; NULL if none stands there. */
GtkWidget *hw_gate_window_new (GtkWidget     *from,
                               HwDesk        *desk,
                               const HwTrial *trial,
                               const HwState *states,
                               guint          n);

G_END_DECLS
