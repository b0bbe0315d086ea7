/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-print.h: pages to the printer, through the system's own dialog.
 *
 * In:  drawings, one a sheet of paper, in points.
 * Out: the callback once the dialog is done: what went wrong, or that it was printed,
 *      or that it was put away.
 * Thread: the window's.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*HwPrintFunc) (gpointer      owner,
                             gboolean      printed,
                             const GError *error); /* (nullable) */

/* @sheets: array of cairo_surface_t, kept until it is done; @owner is kept alive. */
void hw_print_sheets (GtkWindow   *parent,
                      const char  *title,
                      GPtrArray   *sheets,
                      HwPrintFunc  done,
                      gpointer     owner);

G_END_DECLS
