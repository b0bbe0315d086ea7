/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-text-scale.h: columns of text that grow with the letters.
 *
 * AdwClamp counts in pixels: with larger text its column would hold ever fewer
 * words a line while the window stands empty beside it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every AdwClamp under @root is as wide as its text asks, now and whenever the
 * size of text changes; never narrower than it was drawn. */
void hw_text_scale_clamps (GtkWidget *root);

G_END_DECLS
