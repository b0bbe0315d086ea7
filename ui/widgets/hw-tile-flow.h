/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-tile-flow.h: tiles side by side in halves: all in one line where there is
 * room, else two even lines, never five and one. Three and fewer stay together; of
 * another odd number the second line ends with an empty place.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @n tiles into the empty @box. */
void hw_tile_flow_fill (GtkFlowBox        *box,
                        GtkWidget *const  *tiles,
                        guint              n);

G_END_DECLS
