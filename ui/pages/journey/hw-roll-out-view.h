/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-roll-out-view.h: what worked, used everywhere: when it is done and what it brings in
 * a few sentences, the waves over the days, the money month by month, who has to know
 * what, what should be in place, and what to do if something fails.
 */
#pragma once

#include "domain/hw-roll-out.h"
#include "pages/journey/hw-journey-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ROLL_OUT_VIEW (hw_roll_out_view_get_type ())

G_DECLARE_FINAL_TYPE (HwRollOutView, hw_roll_out_view, HW, ROLL_OUT_VIEW, AdwBin)

/* @book is borrowed as long as the view lives. */
void     hw_roll_out_view_set_book (HwRollOutView *self, const HwJourneyBook *book);
/* Works it out and shows it; FALSE if there is no such initiative (any more). */
gboolean hw_roll_out_view_show     (HwRollOutView *self, gint64 id);
gint64   hw_roll_out_view_get_id   (HwRollOutView *self);

G_END_DECLS
