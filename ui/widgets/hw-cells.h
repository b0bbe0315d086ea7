/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cells.h: the texts of table cells that more than one page shows: quantities,
 * money and days, with a dash where nobody knows, sorted by what they mean. */
#pragma once

#include "core/hw-format.h"
#include "models/hw-row.h"

G_BEGIN_DECLS

#define HW_CELL_DASH "–"

void hw_cell_quantity (HwRow *row, guint column, HwQuantity quantity, const HwFormat *format); /* or HW_UNKNOWN */
void hw_cell_money    (HwRow *row, guint column, HwMoney money, const HwFormat *format);       /* or HW_UNKNOWN */
void hw_cell_day      (HwRow *row, guint column, HwDay day, const HwFormat *format);           /* or HW_DAY_NONE */
void hw_cell_name     (HwRow *row, guint column, const char *name);                            /* or "" */

G_END_DECLS
