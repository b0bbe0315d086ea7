/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-refused.h: what the owner left out lately, told beside what is suggested
 * again.
 *
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-stock-plan.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Sets the newest refusal of each line of @plan, if it is not older than three months. */
gboolean hw_stock_refused_tell (HwStockPlan *plan, HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
