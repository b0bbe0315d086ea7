/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-orders-suppliers.h: what suppliers ask and how they keep to it, and what keeping and
 * ordering cost.
 *
 * In:  a desk with suppliers. Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ORDERS_SUPPLIERS (hw_orders_suppliers_get_type ())

G_DECLARE_FINAL_TYPE (HwOrdersSuppliers, hw_orders_suppliers, HW, ORDERS_SUPPLIERS, AdwBin)

/* The desk has other suppliers. */
void hw_orders_suppliers_fill   (HwOrdersSuppliers *self);
/* Another business; NULL for none. */
void hw_orders_suppliers_forget (HwOrdersSuppliers *self, HwDesk *desk);

G_END_DECLS
