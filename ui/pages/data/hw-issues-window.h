/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-issues-window.h: the defects of one import, row by row. */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ISSUES_WINDOW (hw_issues_window_get_type ())

G_DECLARE_FINAL_TYPE (HwIssuesWindow, hw_issues_window, HW, ISSUES_WINDOW, AdwWindow)

/* @file_name: what the import brought in. */
GtkWidget *hw_issues_window_new (GtkWindow  *parent,
                                 HwDesk     *desk,
                                 gint64      import_id,
                                 const char *file_name);

G_END_DECLS
