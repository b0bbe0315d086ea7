/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-overview-page.h: how is the business doing, and what needs the owner today? */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_OVERVIEW_PAGE (hw_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (HwOverviewPage, hw_overview_page, HW, OVERVIEW_PAGE, HwPage)

G_END_DECLS
