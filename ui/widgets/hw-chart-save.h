/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-save.h: a chart taken out of the window: as a file, to the clipboard.
 *
 * In:  the chart as it is looked at now. Out: a file in the print colours, put in its
 *      place whole; what was copied.
 */
#pragma once

#include "chart/hw-chart.h"
#include "compat/hw-file-choice.h"

G_BEGIN_DECLS

/* @kind: HW_FILE_PNG, HW_FILE_SVG or HW_FILE_PDF. */
gboolean hw_chart_save_as       (HwChart    *chart,
                                 HwFileKind  kind,
                                 const char *path,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* What to call the file, without folder and ending. */
char    *hw_chart_save_name     (HwChart    *chart);

/* To the clipboard of @widget's display. */
void     hw_chart_copy_picture  (HwChart    *chart,
                                 GtkWidget  *widget);
void     hw_chart_copy_figures  (HwChart    *chart,
                                 GtkWidget  *widget);

G_END_DECLS
