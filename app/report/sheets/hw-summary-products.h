/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-summary-products.h: the part of Summary that lists the best products of the
 * period, each a formula over its rows. One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"
#include "report/hw-row-sum.h"

G_BEGIN_DECLS

/* @section: the row it begins with; @now: what sold in the period. Returns how many
 * products are listed, from two rows further on; 0 if none sold. */
int hw_summary_products_write (HwBook         *book,
                               int             section,
                               const HwRowSum *now);

G_END_DECLS
