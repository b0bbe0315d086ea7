/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figure-detail.h: one figure of the library with all that is known about it: value
 * and range, light, how it went, what it is, what others have, and what was typed in.
 *
 * In:  the desk, the library, the figure's id. Out: "left" for Back.
 * Thread: the window's.
 */
#pragma once

#include "jobs/library/hw-library-job.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_FIGURE_DETAIL (hw_figure_detail_get_type ())

G_DECLARE_FINAL_TYPE (HwFigureDetail, hw_figure_detail, HW, FIGURE_DETAIL, AdwBin)

/* Borrows @library until the next call; FALSE, and nothing is shown, if it has no such figure. */
gboolean hw_figure_detail_show   (HwFigureDetail *self, HwDesk *desk, const HwLibrary *library, const char *metric);
void     hw_figure_detail_forget (HwFigureDetail *self);

G_END_DECLS
