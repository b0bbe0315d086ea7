/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-orders.h: what a report says is on its way: lines of open orders that are
 * not all here.
 *
 * Out: a GArray of HwReportOrder, late orders first, then newest. On the worker thread.
 */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

GArray *hw_report_orders_load (HwSession     *session,
                               const HwTick  *tick,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
