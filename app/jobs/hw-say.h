/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say.h: error codes and reasons as sentences for the owner: what happened,
 * where, what to do now. The same for window and terminal, translated.
 */
#pragma once

#include "domain/hw-forecast-plan.h"
#include "domain/hw-metric.h"
#include "domain/hw-stock-plan.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

/* One or two clear sentences for @error; @where: the file it is about (nullable). */
char       *hw_say_error        (const GError *error, const char *where) G_GNUC_WARN_UNUSED_RESULT;

/* A short name for the code, for --json: "in-use". "failed" for what we do not know. */
const char *hw_say_code         (const GError *error);

/* Why a stock line says what it says, in one sentence with its figures. */
char       *hw_say_stock_reason (const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* Why today's amount is another than in the plan before; NULL if it is not. */
char       *hw_say_stock_change (const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* What to do about a supplier's smallest order and freight; NULL if there is nothing to do. */
char       *hw_say_stock_supplier (const HwStockSupplier *supplier, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* How good the forecast was: "17 % closer than repeating last week", or what it rests on
 * where that cannot be said yet. */
char       *hw_say_accuracy     (const HwForecastSeries *series, HwBy by, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* Why there is no forecast. */
char       *hw_say_no_forecast  (HwNoForecast why) G_GNUC_WARN_UNUSED_RESULT;

/* A metric's value as text: "12,480 €", "61 %", "9.2 days". */
char       *hw_say_metric       (const HwMetricValue *value, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
