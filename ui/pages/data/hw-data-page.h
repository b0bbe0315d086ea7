/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-data-page.h: what do we know, and which files did it come from? */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_DATA_PAGE (hw_data_page_get_type ())

G_DECLARE_FINAL_TYPE (HwDataPage, hw_data_page, HW, DATA_PAGE, HwPage)

G_END_DECLS
