/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-undo.h: what was changed just now, said in a toast with Undo on it; the last
 * one is also on Ctrl+Z ("win.undo").
 *
 * Works from any widget of a window that shows an open business; elsewhere it says
 * nothing and frees @data.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*HwUndoFunc) (gpointer data);

/* @done: what was done, translated: "Goal saved". @undo NULL: only said. Takes @data. */
void hw_undo_offer (GtkWidget      *widget,
                    const char     *done,
                    HwUndoFunc      undo,
                    gpointer        data,
                    GDestroyNotify  free_data);

G_END_DECLS
