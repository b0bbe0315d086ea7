/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-known-window.h: what the owner knows of days, asked question by question.
 * Thread: the window's. */
#pragma once

#include "domain/hw-known-event.h"
#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @entry: the one to change; id 0 for a new one, with what is known of it already. */
void hw_known_window_open (GtkWidget *from, HwDesk *desk, const HwEntry *entry);

G_END_DECLS
