/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-help-text.h: a topic of the manual as widgets. */
#pragma once

#include "pages/help/hw-help-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills an empty box with the topic. Buttons to other topics activate the action
 * "help.topic" with the topic's id. */
void  hw_help_text_fill (GtkBox *box, const HwHelpTopic *topic);

/* The topic as one plain text, for screen readers. */
char *hw_help_text_dup  (const HwHelpTopic *topic);

G_END_DECLS
