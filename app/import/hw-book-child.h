/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-book-child.h: the process that takes a workbook apart.
 *
 * It is given the file as its input, a pipe for lines as its output and an empty
 * file for rows (hw-book-writer.h). It can open nothing else and start nothing, and
 * has limits on its time and memory. An old .xls it only looks over: the line "X" says
 * that a converter may have it.
 */
#pragma once

#include "import/hw-book-writer.h"

G_BEGIN_DECLS

#define HW_BOOK_ROWS_FD 3

/* Reads the workbook at @fd, whatever sort it is. */
gboolean hw_book_take_apart (int            fd,
                             HwBookWriter  *out,
                             gboolean      *old,
                             GError       **error);

int      hw_book_child_main (void);

G_END_DECLS
