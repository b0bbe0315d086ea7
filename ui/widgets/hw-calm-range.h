/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-calm-range.h: a slider that the wheel passes by: who scrolls the page changes nothing.
 *
 * In:  a GtkRange. Thread: the window's.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hw_calm_range (GtkWidget *range);

G_END_DECLS
