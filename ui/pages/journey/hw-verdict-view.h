/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-verdict-view.h: whether a trial helped: one sentence, before and during it, how
 * often quiet weeks looked like this, and what to decide.
 */
#pragma once

#include "domain/hw-verdict.h"
#include "pages/journey/hw-journey-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_VERDICT_VIEW (hw_verdict_view_get_type ())

G_DECLARE_FINAL_TYPE (HwVerdictView, hw_verdict_view, HW, VERDICT_VIEW, AdwBin)

/* @book is borrowed as long as the view lives. */
void     hw_verdict_view_set_book (HwVerdictView *self, const HwJourneyBook *book);
/* Works it out and shows it; FALSE if there is no such initiative (any more). */
gboolean hw_verdict_view_show     (HwVerdictView *self, gint64 id);
gint64   hw_verdict_view_get_id   (HwVerdictView *self);

G_END_DECLS
