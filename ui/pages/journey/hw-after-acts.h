/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-after-acts.h: looking back at a trial: written down, on paper, and as a case without
 * names.
 *
 * In:  the widget asked from, the page's book, the trial.
 */
#pragma once

#include "pages/journey/hw-journey-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HW_AFTER_WRITE,
  HW_AFTER_PAPER,
  HW_AFTER_CASE,
  HW_AFTER_N,
} HwAfterAct;

const char *hw_after_name (HwAfterAct act); /* translated */
const char *hw_after_hint (HwAfterAct act); /* translated */
void        hw_after_do   (HwAfterAct act, GtkWidget *from, const HwJourneyBook *book, const HwTrial *trial);

G_END_DECLS
