/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-live-bar.h: a progress bar that never looks dead: where work has said nothing for
 * a moment the bar moves to and fro, until the next word. Still where the owner wants
 * no movement.
 *
 * In:  any progress bar. Out: nothing; it lives and ends with the bar. UI thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hw_live_bar (GtkProgressBar *bar);

G_END_DECLS
