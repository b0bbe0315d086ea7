/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-answer-again.h: the day on which the questions are answered again: half a year from
 * today, kept as a day to look again at the whole business. */
#pragma once

#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether a day ahead is set already, as far as the journey is known. */
gboolean hw_answer_again_is_set (HwDesk *desk);
void     hw_answer_again_set    (GtkWidget *from, HwDesk *desk);

G_END_DECLS
