/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-keep-view.h: whether all still runs as it should: alarms, what is watched, the next
 * meetings with what to look at, and what was decided.
 */
#pragma once

#include "pages/journey/hw-journey-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_KEEP_VIEW (hw_keep_view_get_type ())

G_DECLARE_FINAL_TYPE (HwKeepView, hw_keep_view, HW, KEEP_VIEW, AdwBin)

/* @book is borrowed as long as the view lives. */
void hw_keep_view_set_book (HwKeepView *self, const HwJourneyBook *book);
/* Works it out and shows it. */
void hw_keep_view_show     (HwKeepView *self);

G_END_DECLS
