/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-orders-today.h: what to order today: looked through, changed with a reason, left out,
 * then ordered, all at once or supplier by supplier.
 *
 * In:  a desk with a stock plan. Out: "ordered" when all of it was. Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ORDERS_TODAY (hw_orders_today_get_type ())

G_DECLARE_FINAL_TYPE (HwOrdersToday, hw_orders_today, HW, ORDERS_TODAY, AdwBin)

/* The desk has another plan, or other suppliers. */
void hw_orders_today_fill   (HwOrdersToday *self);
/* Another business; NULL for none. */
void hw_orders_today_forget (HwOrdersToday *self, HwDesk *desk);

G_END_DECLS
