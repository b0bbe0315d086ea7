/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-holidays.h: the public holidays of the business's country, as known events
 * behind and ahead.
 *
 * In:  a ledger whose events, sales and open weekdays are known; the country.
 * Out: its events, with the holidays among them that the owner has not entered: all
 *      are one thing to learn from. One on which nothing ever sold on a day that is
 *      usually open is a closed day ahead, too.
 * Thread: any, one at a time.
 */
#pragma once

#include "jobs/demand/hw-demand-ledger.h"

G_BEGIN_DECLS

void hw_demand_holidays_add (HwDemandLedger *ledger, const char *country);

G_END_DECLS
