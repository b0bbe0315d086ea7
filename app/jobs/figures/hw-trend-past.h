/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-trend-past.h: a period's figures for a trend: all of the business, or one
 * product by its own sales.
 *
 * Thread: that of the store.
 */
#pragma once

#include "jobs/demand/hw-demand.h"
#include "jobs/figures/hw-trend-job.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  HwTrendStep step;
  HwDay       first, last;  /* of any sale before today */
  guint       n;            /* whole periods that end on last */
} HwTrendSpan;

/* NO_SALES if nothing was sold before @today. @most: periods, 0 for all. */
gboolean hw_trend_span_find    (HwStore      *store,
                                HwTrendStep   step,
                                guint         most,
                                HwDay         today,
                                HwTrendSpan  *span,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Leaves out the last days, fewer than a step, so that a period begins on @starts. */
void     hw_trend_span_align   (HwTrendSpan  *span,
                                HwDay         starts,
                                guint         most);

/* First day of period @i of the span, the oldest being 0. */
HwDay    hw_trend_span_from    (const HwTrendSpan *span, guint i);

/* Array of HwPeriodSums, oldest first, with all that @metrics need. */
GArray  *hw_trend_past_load    (HwSession             *session,
                                const HwTrendSpan     *span,
                                const HwMetric *const *metrics, /* ends with NULL */
                                const HwTick          *tick,
                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same from the sales of one product. @open: set of each period in which
 * anything was sold by the business and the product had been sold before. */
GArray  *hw_trend_past_product (HwStore            *store,
                                const HwTrendSpan  *span,
                                gint64              product_id,
                                guint8            **open, /* (out) length n */
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
