/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figure-facts.h: the rows below a figure: what it is, what others have, and what was
 * typed in. */
#pragma once

#include "jobs/library/hw-library-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A list of rows, emptied and filled anew. */
void hw_figure_facts_about   (GtkListBox *list, const HwFigure *figure, const HwFormat *format);
/* FALSE if there are none. */
gboolean hw_figure_facts_others (GtkListBox *list, const HwMetric *metric, const HwFormat *format);

typedef void (*HwFigureAwayFunc) (gpointer owner, const HwEntry *entry);

/* Newest day first, each with a button that takes it away; FALSE if there are none. */
gboolean hw_figure_facts_typed (GtkListBox *list, const HwFigure *figure, GPtrArray *typed, const HwFormat *format,
                                HwFigureAwayFunc away, gpointer owner);

G_END_DECLS
