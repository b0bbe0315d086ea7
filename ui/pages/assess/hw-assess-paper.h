/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-paper.h: a page on paper: saved as a PDF where the owner wants it, or opened in
 * the computer's own viewer, to print it there.
 *
 * In:  a job that takes a path and writes a PDF. Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @title: of the dialog; @name: proposed, with its ending. */
void hw_assess_paper_save (GtkWidget *from, HwDesk *desk, const HwJob *job, const char *title, const char *name);
void hw_assess_paper_open (GtkWidget *from, HwDesk *desk, const HwJob *job, const char *name);

G_END_DECLS
