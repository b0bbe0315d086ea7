/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-what-if-section.h: what stock would cost with another promise, waiting time,
 * cost of ordering or budget: the curve of money against promise, with where the owner
 * is, what is tried out, and the cheapest. Nothing is kept until the owner says so.
 */
#pragma once

#include "widgets/hw-section.h"

G_BEGIN_DECLS

#define HW_TYPE_STOCK_WHAT_IF_SECTION (hw_stock_what_if_section_get_type ())

G_DECLARE_FINAL_TYPE (HwStockWhatIfSection, hw_stock_what_if_section, HW, STOCK_WHAT_IF_SECTION, HwSection)

G_END_DECLS
