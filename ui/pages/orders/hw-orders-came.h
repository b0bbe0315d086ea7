/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-orders-came.h: orders that have arrived, those of the last two weeks first, older
 * ones when they are asked for.
 *
 * In:  a desk with orders. Thread: the window's.
 */
#pragma once

#include "widgets/hw-section.h"

G_BEGIN_DECLS

#define HW_TYPE_ORDERS_CAME (hw_orders_came_get_type ())

G_DECLARE_FINAL_TYPE (HwOrdersCame, hw_orders_came, HW, ORDERS_CAME, HwSection)

G_END_DECLS
