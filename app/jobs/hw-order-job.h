/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-job.h: what the owner orders today: kept as orders to suppliers, so that
 * it counts as on its way; and taken back. */
#pragma once

#include "domain/hw-records.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      product_id;
  HwQuantity  quantity;   /* > 0 */
} HwOrderWish;

/* GArray of HwOrderWish -> GArray of gint64, the orders made, one per supplier, sent
 * today. Products without a supplier go to one of their own without a name. */
extern const HwJob hw_order_job;

/* GArray of gint64 -> the same: orders that were not received become cancelled. */
extern const HwJob hw_order_cancel_job;

typedef struct
{
  gint64       id;
  char        *supplier;    /* (owned) */
  HwOrderState state;
  HwDay        ordered, expected, received; /* HW_DAY_NONE if not known or not yet */
  guint        n_lines;
  HwMoney      value;       /* at cost, of the lines whose cost is known */
} HwOrderSummary;

void hw_order_summary_free (HwOrderSummary *self);

/* NULL -> GPtrArray of HwOrderSummary, newest first, at most 200; a look-up. */
extern const HwJob hw_order_list_job;

G_END_DECLS
