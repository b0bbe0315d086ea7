/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-what-if-form.h: the terms of stock as four sliders: promise, waiting time,
 * what ordering costs, and the budget.
 *
 * In:  the plan as it is. Out: "moved" and "rested", as HwStopScale, and what is wished.
 * Thread: the window's.
 */
#pragma once

#include "domain/hw-stock-plan.h"
#include "jobs/stock/hw-stock-what-if-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_STOCK_WHAT_IF_FORM (hw_stock_what_if_form_get_type ())

G_DECLARE_FINAL_TYPE (HwStockWhatIfForm, hw_stock_what_if_form, HW, STOCK_WHAT_IF_FORM, AdwBin)

GtkWidget *hw_stock_what_if_form_new   (void);

/* Everything as it is. */
void       hw_stock_what_if_form_start (HwStockWhatIfForm *self, const HwStockPlan *plan, double service,
                                        const HwFormat *format);
void       hw_stock_what_if_form_read  (HwStockWhatIfForm *self, HwStockWhatIfRequest *wish);

G_END_DECLS
