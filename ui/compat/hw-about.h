/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-about.h: who made this, which version, which licence. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hw_about_show (GtkWindow *parent);

G_END_DECLS
