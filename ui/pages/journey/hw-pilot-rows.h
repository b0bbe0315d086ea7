/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-rows.h: the parts of a plan as groups of rows, for the page of the plan. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-pilot.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *hw_pilot_row_new      (const char *title, const char *subtitle) G_GNUC_WARN_UNUSED_RESULT;

/* What it is compared with; the other ways folded away, each with why. */
GtkWidget *hw_pilot_rows_compare (const HwPilot *pilot) G_GNUC_WARN_UNUSED_RESULT;
/* How small a change it can see, and what would help where that is not small enough. */
GtkWidget *hw_pilot_rows_sees    (const HwPilot *pilot, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* Who is drawn; NULL where there is no lot. */
GtkWidget *hw_pilot_rows_lot     (const HwPilot *pilot, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* The lines of @lines (of HwPilotLine) with these headings, NULL after the last, under @title. */
GtkWidget *hw_pilot_rows_lines   (const char *title, const GPtrArray *lines, const char *const *heads) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
