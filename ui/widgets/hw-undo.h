/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-undo.h: what was changed just now, said in a toast with Undo on it; the last
 * ones are also on Ctrl+Z ("win.undo"), one after the other.
 *
 * Works from any widget of a window that shows an open business; elsewhere it says
 * nothing and frees @data.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The CSS class of a row of buttons at the foot of a page: toasts stay above it. */
#define HW_UNDO_FOOT "hw-foot"

typedef void (*HwUndoFunc) (gpointer data);

/* @done: what was done, translated: "Goal saved". @undo NULL: only said. Takes @data. */
void hw_undo_offer (GtkWidget      *widget,
                    const char     *done,
                    HwUndoFunc      undo,
                    gpointer        data,
                    GDestroyNotify  free_data);

G_END_DECLS
