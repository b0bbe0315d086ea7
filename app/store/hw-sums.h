/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sums.h: parts of hw_sale_repo_sums().
 *
 * Amounts are added up exactly, by SQLite or here; costs are a product's unit
 * cost times its quantity, rounded once per product. A sum that does not fit is
 * an error.
 *
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-metric.h"
#include "store/hw-statement.h"

G_BEGIN_DECLS

/* @sql with the first two places bound. */
HwStatement *hw_sums_ask           (HwStore       *store,
                                    const char    *sql,
                                    HwDay          from,
                                    HwDay          to,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean     hw_sums_add           (gint64        *sum,
                                    gint64         value,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds @cost times @quantity; nothing if the cost is not known. */
gboolean     hw_sums_add_value     (gint64        *sum,
                                    HwMoney        cost,
                                    HwQuantity     quantity,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* Counts, what they are worth, and waste. */
gboolean     hw_sums_add_stock     (HwStore       *store,
                                    HwPeriodSums  *sums,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* Deliveries: when they came and what they cost. */
gboolean     hw_sums_add_purchases (HwStore       *store,
                                    HwPeriodSums  *sums,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
