/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-welcome-page.h: where everything begins: a new business, one that is there,
 * the sample, or an example with a whole journey. Its rows are actions of the window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_WELCOME_PAGE (hw_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (HwWelcomePage, hw_welcome_page, HW, WELCOME_PAGE, AdwBin)

/* Paths and the names of their businesses, newest first. */
void hw_welcome_page_set_recent  (HwWelcomePage *self, char **paths, char **names);
/* Says that the business that was to be opened is not there any more. */
void hw_welcome_page_set_missing (HwWelcomePage *self, const char *name, const char *path);

G_END_DECLS
