/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-business.h: the business card, as it is kept, and the way to change it. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_BUSINESS (hw_assess_business_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessBusiness, hw_assess_business, HW, ASSESS_BUSINESS, HwAssessPart)

G_END_DECLS
