/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-reports-page.h: what goes to the accountant: the workbook, and the mail with
 * it. Nothing is sent from here. */
#pragma once

#include "jobs/hw-preferences.h"
#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_REPORTS_PAGE (hw_reports_page_get_type ())

G_DECLARE_FINAL_TYPE (HwReportsPage, hw_reports_page, HW, REPORTS_PAGE, HwPage)

/* Borrowed; outlives the page. The accountant's address is kept in it. */
void hw_reports_page_set_preferences (HwReportsPage *self, HwPreferences *preferences);

/* Asks where, then writes. */
void hw_reports_page_save            (HwReportsPage *self);

G_END_DECLS
