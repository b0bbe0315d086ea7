/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-tile-flow.h: tiles side by side in groups of three and fewer: all in one line where
 * there is room, else in even lines, never five and one. Where they do not come out even
 * the last line ends with an empty place.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @n tiles into the empty @box. */
void hw_tile_flow_fill (GtkFlowBox        *box,
                        GtkWidget *const  *tiles,
                        guint              n);

G_END_DECLS
