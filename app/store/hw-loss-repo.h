/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-loss-repo.h: what was thrown away, and how deliveries kept their day.
 *
 * Thread: that of the store.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

/* Thrown away from..to, by day, then product: array of HwWaste. */
GArray *hw_loss_repo_waste      (HwStore *store, HwDay from, HwDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One order line that has come, with a day it was held to. */
typedef struct
{
  gint64 supplier_id;
  gint64 product_id;
  HwDay  ordered;
  HwDay  due;        /* as the supplier named it, else as expected */
  HwDay  came;       /* the last of it */
} HwDelivery;

/* Of orders from..to, by supplier, then as they were made: array of HwDelivery. */
GArray *hw_loss_repo_deliveries (HwStore *store, HwDay from, HwDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
