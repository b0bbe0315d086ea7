/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-return-section.h: what everything that was tried has cost and brought, folded away on
 * the Journey page until it is asked for. */
#pragma once

#include "widgets/hw-section.h"

G_BEGIN_DECLS

#define HW_TYPE_RETURN_SECTION (hw_return_section_get_type ())

G_DECLARE_FINAL_TYPE (HwReturnSection, hw_return_section, HW, RETURN_SECTION, HwSection)

GtkWidget *hw_return_section_new (void);

G_END_DECLS
