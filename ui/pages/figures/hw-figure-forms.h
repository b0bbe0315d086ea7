/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figure-forms.h: what the owner can do with a figure: type in a value, watch it, put it on the Overview, make one up.
 *
 * In:  the widget it is asked from, an open desk, the library it shows. All keep with Undo
 *      (widgets/hw-keep.h) and renew the library. Thread: the window's.
 */
#pragma once

#include "jobs/library/hw-library-job.h"
#include "models/hw-desk.h"
#include "widgets/hw-keep.h"

G_BEGIN_DECLS

void hw_figure_type_in (GtkWidget *from, HwDesk *desk, const HwMetric *metric);
/* Limits and how often to look at it. */
void hw_figure_watch   (GtkWidget *from, HwDesk *desk, const HwLibrary *library, const HwMetric *metric);
/* @done with @owner, also where it is refused. */
void hw_figure_pin     (GtkWidget *from, HwDesk *desk, const HwLibrary *library, const HwMetric *metric, gboolean pinned,
                        HwKeepFunc done, gpointer owner);
void hw_figure_look    (GtkWidget *from, HwDesk *desk, const HwLibrary *library, const HwMetric *metric);
/* @metric: of the owner's own; NULL: a new one. */
void hw_figure_make    (GtkWidget *from, HwDesk *desk, const HwMetric *metric);
/* A value, a survey or an own figure goes; its versions stay. */
void hw_figure_remove  (GtkWidget *from, HwDesk *desk, const HwEntry *entry);
void hw_figure_drop    (GtkWidget *from, HwDesk *desk, const HwMetric *metric);

G_END_DECLS
