/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-scroll.h: scrolled pages that follow the focus, but not into a drop-down.
 *
 * GtkViewport scrolls to whatever gets the focus, also to rows of a drop-down's
 * list, which stand in another surface: the list then moves under the pointer and
 * the wrong row is chosen. This does the following itself.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @scroller holds a plain child (put into a viewport by GTK). */
void hw_scroll_keep_steady (GtkScrolledWindow *scroller);

/* @inside is as tall as what is seen of the page less @beside pixels, at least @least:
 * what follows it is in sight. Both live as long. */
void hw_scroll_fit         (GtkScrolledWindow *scroller, GtkWidget *inside, int beside, int least);

G_END_DECLS
