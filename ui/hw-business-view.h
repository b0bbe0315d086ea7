/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-business-view.h: an open business: the side bar, and its pages.
 *
 * In:  a desk, which page to show. Out: nothing; pages act through the window's
 *      actions.
 */
#pragma once

#include "pages/hw-page.h"
#include "widgets/hw-undo-board.h"

G_BEGIN_DECLS

#define HW_TYPE_BUSINESS_VIEW (hw_business_view_get_type ())

G_DECLARE_FINAL_TYPE (HwBusinessView, hw_business_view, HW, BUSINESS_VIEW, AdwBin)

/* NULL once none is open. */
void    hw_business_view_set_desk  (HwBusinessView *self, HwDesk *desk);
void    hw_business_view_set_menu  (HwBusinessView *self, GMenuModel *menu);

HwPage *hw_business_view_get_page  (HwBusinessView *self, const char *id);
/* Nothing happens for an id that is no page's. */
void    hw_business_view_show_page (HwBusinessView *self, const char *id);
const char *hw_business_view_get_shown (HwBusinessView *self); /* the page's id */

void     hw_business_view_fold          (HwBusinessView *self); /* the side bar, or unfold it */
gboolean hw_business_view_is_folded     (HwBusinessView *self);
gboolean hw_business_view_is_narrow     (HwBusinessView *self); /* too narrow to have it beside a page */
void     hw_business_view_show_activity (HwBusinessView *self);

void     hw_business_view_add_toast     (HwBusinessView *self, AdwToast *toast); /* (transfer full) */

HwUndoBoard *hw_business_view_get_undo (HwBusinessView *self); /* (transfer none) */

G_END_DECLS
