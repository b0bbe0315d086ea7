/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-orders-open.h: orders from the draft to the shelf: what is on its way, what is late,
 * and the next step of the one that is chosen.
 *
 * In:  a desk with orders. Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ORDERS_OPEN (hw_orders_open_get_type ())

G_DECLARE_FINAL_TYPE (HwOrdersOpen, hw_orders_open, HW, ORDERS_OPEN, AdwBin)

/* The desk has other orders. */
void hw_orders_open_fill   (HwOrdersOpen *self);
/* Another business; NULL for none. */
void hw_orders_open_forget (HwOrdersOpen *self, HwDesk *desk);

G_END_DECLS
