/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-health-doubles.h: lines that stand in the file twice, and how much of each line is
 * filled in: the walk over whole rows, as they were kept.
 *
 * Two lines are the same if day, minute, product, quantity, amount, receipt, shop and customer
 * are. From two files, the smaller number of them is there again; from one file it may
 * be two buyers of the same thing, and is counted apart.
 * Thread: that of the store.
 */
#pragma once

#include "store/hw-health-repo.h"

G_BEGIN_DECLS

/* Fills n_lines, n_again, n_twice, n_customers, customer_revenue and n_receipts. */
gboolean hw_health_doubles_count (HwStore       *store,
                                  HwHealthRows  *rows,
                                  HwDay          today,
                                  GError       **error);

G_END_DECLS
