/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-book-process.h: runs headway-read over a workbook and listens to it; and runs
 * any other program that may go wrong, in the same careful way.
 *
 * Thread: any; it waits until the process has ended.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

/* A line of what it says. FALSE if it makes no sense: the process is ended. */
typedef gboolean (*HwLineFunc) (const char *line,
                                gpointer    data);

/* @rows: an empty file. FALSE only where it could not be started or was stopped;
 * what became of the workbook the lines tell. */
gboolean hw_book_process_run  (const char     *path,
                               int             rows,
                               HwLineFunc      take,
                               gpointer        data,
                               const HwTick   *tick,
                               GError        **error);

/* The helper itself; NULL if it is not there. */
char    *hw_book_process_find (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
