/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-tick.h: a line of the day's list is taken or left out by a click on its tick
 * or by Space on its row.
 *
 * In:  the table of lines. Out: the row that is meant. Thread: the window's.
 */
#pragma once

#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

typedef void (*HwOrderTickFunc) (gpointer owner, HwRow *row);

/* @owner outlives @table. */
void hw_order_tick_listen (HwDataTable *table, HwOrderTickFunc func, gpointer owner);

G_END_DECLS
