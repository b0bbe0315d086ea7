/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-orders-page.h: what to order today: looked through, changed, ordered, taken
 * back; and what is on its way. */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_ORDERS_PAGE (hw_orders_page_get_type ())

G_DECLARE_FINAL_TYPE (HwOrdersPage, hw_orders_page, HW, ORDERS_PAGE, HwPage)

G_END_DECLS
