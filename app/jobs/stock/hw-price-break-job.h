/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-price-break-job.h: what more of a product at once costs, as the owner says it.
 * Kept once more as it was, it is taken back.
 */
#pragma once

#include "domain/hw-stock-terms.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  product_id;
  GArray *breaks;     /* (owned) of HwPriceBreak, any order; none: it always costs the same */
} HwPriceBreaks;

/* @breaks: (nullable) copied. */
HwPriceBreaks *hw_price_breaks_new  (gint64 product_id, const GArray *breaks) G_GNUC_WARN_UNUSED_RESULT;
void           hw_price_breaks_free (HwPriceBreaks *self);

/* HwPriceBreaks -> the same as kept, by quantity. BAD_INPUT with the reason in words
 * where more would not cost less each; NO_SUCH_ROW where there is no such product. */
extern const HwJob hw_price_break_keep_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPriceBreaks, hw_price_breaks_free)

G_END_DECLS
