/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-answers-window.h: how many people gave each mark, on one sheet, with what comes of it.
 *
 * In:  the widget it was asked from, an open desk, a metric that comes from answers.
 * Out: the survey kept, with Undo; or nothing. Thread: the window's.
 */
#pragma once

#include "domain/hw-metric.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ANSWERS_WINDOW (hw_answers_window_get_type ())

G_DECLARE_FINAL_TYPE (HwAnswersWindow, hw_answers_window, HW, ANSWERS_WINDOW, AdwWindow)

/* @metric must outlive the window: one of the table. */
void hw_answers_window_open (GtkWidget *from, HwDesk *desk, const HwMetric *metric);

G_END_DECLS
