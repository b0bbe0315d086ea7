/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-waves-keep.h: the waves of a roll-out made from a short form, with Undo for all of
 * them at once.
 */
#pragma once

#include "pages/journey/hw-journey-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks, makes the waves, and says so. */
void hw_waves_open (GtkWidget *from, const HwJourneyBook *book, const HwTrial *trial);

G_END_DECLS
