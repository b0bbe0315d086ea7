/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-waiting.h: what is known of how long orders take, and the range in which one of a
 * supplier's comes. What is made of it for one product is hw-stock-wait.h. */
#pragma once

#include "domain/hw-records.h"

G_BEGIN_DECLS

#define HW_WAITING_MOST 365 /* days; a longer waiting time is a slip of the pen */

/* What waiting times are learned from. */
typedef struct
{
  const GArray *suppliers;      /* of HwSupplier */
  const GArray *supplier_terms; /* of HwSupplierTerms */
  const GArray *waits;          /* of HwWait, by supplier */
} HwWaitBook;

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

/* Whoever asks nothing of an order, and needs no day for it, is the house itself. */
gboolean  hw_waiting_is_house (const HwWaitBook *book, const HwSupplier *supplier);

G_END_DECLS
