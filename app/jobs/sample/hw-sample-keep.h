/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-keep.h: writes what a made-up business has written down into a store.
 *
 * In:  the catalogue's rows, the records, a store; inside the caller's transaction.
 * Out: products, suppliers and customers at once; sales, counts, waste, orders and
 *      receipts of the days before a day, the later ones with the next call.
 */
#pragma once

#include "core/hw-tick.h"
#include "jobs/sample/hw-sample-catalogue.h"
#include "jobs/sample/hw-sample-records.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* The ids that rows get in the store, and how far the records are kept. */
typedef struct
{
  HwStore                 *store;     /* borrowed */
  const HwSampleCatalogue *catalogue; /* borrowed */
  const HwSampleRecords   *records;   /* borrowed */
  HwDay                    today;
  gint64                  *suppliers; /* (owned) by row of the catalogue's tables */
  gint64                  *products;  /* (owned) */
  gint64                  *customers; /* (owned) */
  gint64                  *orders;    /* (owned) by place in the records */
  gint64                  *lines;     /* (owned) */
  guint                    n_orders, n_lines, n_receipts, n_counts, n_wastes, n_sales; /* kept */
} HwSampleKeeping;

void     hw_sample_keeping_clear    (HwSampleKeeping *self);

gboolean hw_sample_keep_rows        (HwSampleKeeping *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Orders of days before @end with what came of them before it. */
gboolean hw_sample_keep_orders      (HwSampleKeeping *self, HwDay end, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_sample_keep_shelf       (HwSampleKeeping *self, HwDay end, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* CANCELLED if @tick, from 0 to 1 over all sales, said stop. */
gboolean hw_sample_keep_sales       (HwSampleKeeping *self, HwDay end, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwSampleKeeping, hw_sample_keeping_clear)

G_END_DECLS
