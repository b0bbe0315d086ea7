/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-ledger.h: everything that was sold, day by day, and what the owner said
 * about those days, before series are cut from it.
 *
 * Thread: that of the store.
 */
#pragma once

#include "core/hw-day.h"
#include "domain/hw-records.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  HwDay       first, end;     /* both included */
  HwDay       last_sale;
  GArray     *rows;           /* (owned) of HwDaySales, by product, then day */
  guint8     *any;            /* (owned) length end - first + 1: something was sold */
  guint8     *closed;         /* (owned) of the same length: the owner says it was closed */
  gboolean    regular;        /* a day without any sale is a closed one */
  gboolean    open_weekday[7];
  GHashTable *left;           /* (owned) product_id << 24 | day offset to the evening's HwQuantity, where counted */
  GPtrArray  *events;         /* (owned) of HwKnownEvent */
  GArray     *products;       /* (owned) of HwProduct */
  GHashTable *by_id;          /* (owned) product id to HwProduct */
  GPtrArray  *names;          /* (owned) of categories, rising; the strings are the products' */
} HwDemandLedger;

/* Fills @self; NO_SALES if nothing was sold before @today. */
gboolean hw_demand_ledger_load        (HwDemandLedger  *self,
                                       HwStore         *store,
                                       HwDay            today,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_demand_ledger_clear       (HwDemandLedger  *self);

gboolean hw_demand_ledger_is_open     (const HwDemandLedger *self, HwDay day);
/* What was left in the evening; HW_UNKNOWN where nobody counted. */
HwQuantity hw_demand_ledger_get_left  (const HwDemandLedger *self, gint64 product_id, HwDay day);

/* The days that sales are known for. A till's file of yesterday covers quiet days up
 * to yesterday; one that ends long ago ends there. NO_SALES. */
gboolean hw_demand_span_find          (HwStore   *store,
                                       HwDay      today,
                                       HwDay     *first,
                                       HwDay     *last_sale,
                                       HwDay     *end,
                                       GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwDemandLedger, hw_demand_ledger_clear)

G_END_DECLS
