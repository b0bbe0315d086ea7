/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-waiting.h: how long an order to a supplier is expected to take, for orders as they
 * are made and listed. What stock is worked out with is hw-stock-wait.h. */
#pragma once

#include "domain/hw-records.h"

G_BEGIN_DECLS

#define HW_WAITING_MOST 365 /* days; a longer waiting time is a slip of the pen */

typedef struct
{
  int      days;
  gboolean assumed;  /* nobody told us, and too few deliveries show it */
} HwWaiting;

/* What the receipts show counts for more than what was once typed in. @supplier:
 * (nullable). @leads: of HwLeadTime. */
HwWaiting hw_waiting_find (const HwProduct  *product,
                           const HwSupplier *supplier,
                           const GArray     *leads);

/* The days between which 8 of 10 orders of @ordered are here, as receipts show it;
 * both HW_DAY_NONE where too few do. @waits: of HwWait. */
void      hw_waiting_range (const GArray *waits,
                            gint64        supplier_id,
                            HwDay         ordered,
                            HwDay        *early,
                            HwDay        *late);

/* (nullable) (transfer none) @suppliers: of HwSupplier */
const HwSupplier *hw_waiting_find_supplier (const GArray *suppliers,
                                            gint64        id);

G_END_DECLS
