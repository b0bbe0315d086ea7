/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-costs.h: what it costs to hold, to run short and to order, and what of it can be.
 *
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_STOCK_WAIT_MOST 366.0  /* periods: a longer waiting time is a slip of the pen */

typedef struct
{
  double holding;   /* money per unit and period, above 0 */
  double shortage;  /* money per unit waited for and period, above 0 */
  double ordering;  /* money per order, at least 0 */
} HwStockCosts;

gboolean hw_stock_costs_check  (const HwStockCosts *self,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* The share of demand below which the next unit in stock pays: shortage / (holding + shortage). */
double   hw_stock_costs_ratio  (const HwStockCosts *self);

/* @wait: periods; 0 is refused unless @at_once. */
gboolean hw_stock_wait_check   (double              wait,
                                gboolean            at_once,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* BAD_VALUE with "@what must be @rule: @value" unless @is_well. */
gboolean hw_stock_require      (gboolean            is_well,
                                const char         *what,
                                double              value,
                                const char         *rule,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
