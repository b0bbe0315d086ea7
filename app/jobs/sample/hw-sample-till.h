/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-till.h: turns what was sold on a day into receipts with times and
 * customers. */
#pragma once

#include "jobs/sample/hw-sample-records.h"
#include "jobs/sample/hw-sample-year.h"

G_BEGIN_DECLS

typedef struct _HwSampleTill HwSampleTill;

/* @records: borrowed; sales are added to it. */
HwSampleTill *hw_sample_till_new     (HwSampleRecords   *records,
                                      guint64            seed) G_GNUC_WARN_UNUSED_RESULT;
void          hw_sample_till_free    (HwSampleTill      *self);

void          hw_sample_till_open    (HwSampleTill      *self,
                                      const HwSampleDay *day,
                                      int                day_no);

/* A line of the day's delivery to a business customer, before the shop opens. */
void          hw_sample_till_deliver (HwSampleTill      *self,
                                      guint              customer,
                                      guint              product,
                                      int                units);

/* @units of @product sold between the shares @from and @to of the day's trade. */
void          hw_sample_till_sell    (HwSampleTill      *self,
                                      guint              product,
                                      int                units,
                                      double             from,
                                      double             to);

/* One unit brought back at the end of the day. */
void          hw_sample_till_return  (HwSampleTill      *self,
                                      guint              product);

/* Groups the day's lines into receipts. */
void          hw_sample_till_close   (HwSampleTill      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSampleTill, hw_sample_till_free)

G_END_DECLS
