/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-xls-convert.h: an old .xls as an .xlsx, by a spreadsheet program where one is
 * installed.
 *
 * It runs in a process group of its own, with a home of its own, half a minute and
 * a gigabyte, and is killed with all it started when that is not enough.
 * Thread: any; it waits until the program has ended.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

/* The new file's path; it lies in @folder, to be cleaned up when it has been read.
 * @name: the file as the owner knows it. */
char *hw_xls_convert       (const char    *path,
                            const char    *name,
                            char         **folder,
                            const HwTick  *tick,
                            GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void  hw_xls_convert_clean (const char    *folder);

G_END_DECLS
