/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-why.h: one line that asks why the owner orders another amount than was
 * suggested: a few reasons to choose from, or own words. It may be left alone.
 *
 * In:  which line was changed, as a sentence. Out: "answered" with the product and the
 *      reason. Thread: the window's.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ORDER_WHY (hw_order_why_get_type ())

G_DECLARE_FINAL_TYPE (HwOrderWhy, hw_order_why, HW, ORDER_WHY, AdwBin)

/* @why: what was answered before (nullable). */
void   hw_order_why_ask         (HwOrderWhy *self, gint64 product_id, const char *sentence, const char *why);
gint64 hw_order_why_get_product (HwOrderWhy *self);

G_END_DECLS
