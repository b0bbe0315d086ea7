/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-page.h: where do we stand, and what to try first? Eight steps from the
 * business card to the first trial, each open at any time; the page comes back where it
 * was left.
 */
#pragma once

#include "pages/assess/hw-assess-step.h"
#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_PAGE (hw_assess_page_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessPage, hw_assess_page, HW, ASSESS_PAGE, HwPage)

void         hw_assess_page_open     (HwAssessPage *self, HwAssessStep step);
HwAssessStep hw_assess_page_get_step (HwAssessPage *self);

G_END_DECLS
