/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-shelf.h: what is on the shelves today, for orders and figures alike.
 */
#pragma once

#include "store/hw-stock-repo.h"

G_BEGIN_DECLS

#define HW_FRESH_DAYS 3 /* what keeps no longer is fresh: left over from too long ago it is no stock */

/* As hw_stock_repo_on_hand(), with fresh goods from longer ago than they keep
 * thrown out: array of HwOnHand. @products: of HwProduct. */
GArray          *hw_shelf_load         (HwStore      *store,
                                        const GArray *products,
                                        HwDay         today,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Products still sold of which it is not known how much is left. */
guint            hw_shelf_count_unknown (const GArray *shelf, const GArray *products);

/* (nullable) (transfer none) */
const HwProduct *hw_shelf_find_product (const GArray *products,
                                        gint64        id);

G_END_DECLS
