/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-health-usual.h: which lines of one product are far from what is usual for it.
 *
 * In:  its lines, one by one.
 * Out: how many have a quantity ten times the middle one or more, and a price four
 *      times dearer or cheaper, where the product itself does not vary so much; and what
 *      the cheap ones were sold short by.
 * Pure; reused from product to product.
 */
#pragma once

#include "domain/hw-records.h"

G_BEGIN_DECLS

typedef struct _HwHealthUsual HwHealthUsual;

HwHealthUsual *hw_health_usual_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void           hw_health_usual_free  (HwHealthUsual *self);
void           hw_health_usual_reset (HwHealthUsual *self);
/* Lines brought back, or of nothing, are not looked at. @amount: or HW_UNKNOWN. */
void           hw_health_usual_add   (HwHealthUsual *self, HwQuantity quantity, HwMoney amount);

typedef struct
{
  gint64 n_quantity;
  gint64 n_price;
  gint64 n_cheap;    /* of these */
  double cheap;      /* what they bring less than at the usual price */
} HwHealthOdd;

HwHealthOdd    hw_health_usual_count (const HwHealthUsual *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwHealthUsual, hw_health_usual_free)

G_END_DECLS
