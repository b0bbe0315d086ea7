/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-fixture-private.h: what the files that make up the shop share. */
#pragma once

#include "hw-report-fixture.h"

G_BEGIN_DECLS

const char *hw_report_fixture_supplier   (guint            product);
GArray     *hw_report_fixture_new_orders (void) G_GNUC_WARN_UNUSED_RESULT;
void        hw_report_fixture_add_year   (HwReportFixture *self);
void        hw_report_fixture_add_scale  (HwReportFixture *self);
void        hw_report_fixture_add_stock  (HwReportFixture *self);

HwReportAssess *hw_report_assess_new     (HwReport        *report) G_GNUC_WARN_UNUSED_RESULT;
void            hw_report_assess_free    (HwReportAssess  *self);

G_END_DECLS
