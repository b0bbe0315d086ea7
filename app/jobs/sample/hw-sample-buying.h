/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-buying.h: how the owner of a made-up business buys: looks at the shelf on fixed
 * days, orders by rule of thumb, and waits for what comes, late or short at times.
 */
#pragma once

#include "jobs/sample/hw-sample-records.h"
#include "jobs/sample/hw-sample-shelf.h"
#include "jobs/sample/hw-sample-year.h"

G_BEGIN_DECLS

typedef struct _HwSampleBuying HwSampleBuying;

/* Fills the shelves for the first days. @records, @catalogue, @shelves (one per product) and
 * @days (@n_days) are borrowed. */
HwSampleBuying *hw_sample_buying_new     (HwSampleRecords   *records,
                                          const HwSampleCatalogue *catalogue,
                                          HwSampleShelf     *shelves,
                                          const HwSampleDay *days,
                                          guint              n_days,
                                          guint64            seed) G_GNUC_WARN_UNUSED_RESULT;
void            hw_sample_buying_free    (HwSampleBuying    *self);

/* In the morning: what is delivered today goes on the shelves. */
void            hw_sample_buying_receive (HwSampleBuying    *self,
                                          guint              day_no);

/* In the evening: what was sold of a bought product. */
void            hw_sample_buying_learn   (HwSampleBuying    *self,
                                          guint              product,
                                          int                sold);

/* In the evening: orders from those suppliers whose day it is. */
void            hw_sample_buying_order   (HwSampleBuying    *self,
                                          guint              day_no);

/* After the last day: says of each order whether it came. */
void            hw_sample_buying_finish  (HwSampleBuying    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSampleBuying, hw_sample_buying_free)

G_END_DECLS
