/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say-stock.h: what stock holds, costs and could be, in sentences for the owner.
 * The same for window and terminal, translated; beside jobs/hw-say.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-stock-what-if.h"

G_BEGIN_DECLS

/* How a product sells: "steady", "now and then". */
const char *hw_say_pattern        (HwPattern pattern);
/* What the two letters of a product mean, for both together. */
char       *hw_say_classes        (const HwStockLine *line) G_GNUC_WARN_UNUSED_RESULT;

/* When it runs out: "3 Jan to 9 Jan", "sold out"; NULL if that is not in sight or not known. */
char       *hw_say_runs_out       (const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* A level to keep to, as it is counted: what is sold by the piece in whole pieces. */
char       *hw_say_level          (const HwStockLine *line, HwQuantity level, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "Order when 12 are left, up to 40", and what cannot be promised; NULL where none is kept. */
char       *hw_say_keep           (const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* That the promise cannot be kept, and what can; NULL where it can. */
char       *hw_say_promise_missed (const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* For how many products of the plan, and which; NULL if for none. */
char       *hw_say_promises_missed (const HwStockPlan *plan, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* How long it lasts and how often it turns round; NULL if neither is known. */
char       *hw_say_cover          (const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* When and why the owner left it out the last time; NULL if not lately. */
char       *hw_say_refused        (const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* What more at once costs each: "from 100: 0.85 €"; NULL if it costs the same. */
char       *hw_say_breaks         (const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* What is taken where no cost is known, and how to mend it; NULL if all are known. */
char       *hw_say_no_cost        (const HwStockPlan *plan, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* What it costs a year, and what today's rule costs; NULL if it is not known. */
char       *hw_say_year_cost      (HwMoney cost, HwMoney rule, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* That so many are fewer than the supplier takes, or than the house makes at once, or no
 * whole packs: "Order at least 24"; NULL if they are well. @pack, @min_order: 0 if there is none. */
char       *hw_say_order_least    (HwQuantity quantity, HwQuantity pack, HwQuantity min_order, gboolean made_here,
                                   const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* How many products stand in drafts and are not asked for again; NULL if none do. */
char       *hw_say_stock_drafts   (const HwStockPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* What to do with what is too much; NULL if nothing is. */
char       *hw_say_way_out        (const HwStockLine *line) G_GNUC_WARN_UNUSED_RESULT;
/* All that is too much, together; @plan has lines. */
char       *hw_say_excess         (const HwStockPlan *plan, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* A promise: "95 of 100", "995 of 1,000". */
char       *hw_say_promise        (double promise, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* What the wished terms do, against those that are. */
char       *hw_say_stock_what_if  (const HwStockWhatIf *answer, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* The owner's rule and the cheapest promise, on the same ways the year may go. */
char       *hw_say_stock_rule     (const HwStockWhatIf *answer, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* The cheapest rhythm against today's; NULL if there is none. */
char       *hw_say_rhythm         (const HwSmallOrders *small, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* How many cards and why; NULL if none are needed. */
char       *hw_say_kanban         (const HwSmallOrders *small, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char       *hw_say_stress         (const HwStress *stress, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
