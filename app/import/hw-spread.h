/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-spread.h: tables whose figures run across: a column for each month, week, year or
 * day, or for each product, with the other down.
 *
 * In: a plan with its sample and kind open. Out: the columns that hold figures, each
 * with its day or product; one row of the file becomes one sale for each of them.
 * Thread: any, one at a time per plan.
 */
#pragma once

#include "import/hw-kind.h"
#include "import/hw-period.h"

G_BEGIN_DECLS

/* How much the cells of a row look like periods one after another: how many, 0 if not. */
guint    hw_spread_count_periods (char * const *cells,
                                  guint         n);

/* Whether the table runs across; then its kind, sales or figures, and its columns are found. */
gboolean hw_spread_find   (HwImportPlan *plan,
                           const HwCast *cast);
/* The year where the headings say none, and whether the figures are money or units. */
gboolean hw_spread_decide (HwImportPlan  *plan,
                           GError       **error);

/* The year that stands in the sheet's name, the title or the file's; 0 if none or several. */
int      hw_spread_find_year (const HwImportPlan *plan);
/* Of which year the figures are. */
HwImportQuestion *hw_spread_year_question (const HwImportPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
