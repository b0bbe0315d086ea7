/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-paper.h: a page on paper: saved as a PDF where the owner wants it, or printed
 * through the system's dialog.
 *
 * In:  a job that takes a path and writes a PDF; one that makes sheets for hw-print. Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once the page is where the owner wants it; @path is NULL where that is the printer. */
typedef void (*HwAssessPaperFunc) (GtkWidget *from, HwDesk *desk, const char *path);

/* @button: the one pressed; it is off while the page is written, and says so after a moment.
 * @title: of the dialog; @name: proposed, with its ending. @saved: (nullable) instead of saying
 * where the page is. */
void hw_assess_paper_save  (GtkButton *button, HwDesk *desk, const HwJob *job, const char *title, const char *name,
                            HwAssessPaperFunc saved);
/* @title: of what the printer is given. @printed: (nullable) instead of saying that it has it. */
void hw_assess_paper_print (GtkButton *button, HwDesk *desk, const HwJob *job, const char *title,
                            HwAssessPaperFunc printed);

G_END_DECLS
