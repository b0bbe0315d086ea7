/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figures-page.h: every figure there is, with a value, typed in or still to come, and
 * one of them in full. */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_FIGURES_PAGE (hw_figures_page_get_type ())

G_DECLARE_FINAL_TYPE (HwFiguresPage, hw_figures_page, HW, FIGURES_PAGE, HwPage)

/* Shows one figure in full, at once or when the library is there. */
void hw_figures_page_open (HwFiguresPage *self, const char *metric);

G_END_DECLS
