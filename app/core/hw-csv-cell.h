/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-csv-cell.h: a cell of a CSV file that other programs open.
 *
 * Any thread; pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds @text and what ends it: quoted where needed; where a spreadsheet would take it for
 * a formula, with an apostrophe in front. @figure: a minus before a digit is one, and stays. */
void hw_csv_cell_add (GString *csv, const char *text, gboolean figure, char end);

G_END_DECLS
