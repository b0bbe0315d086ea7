/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-out-file.h: a file that is there whole or not at all.
 *
 * In:  where the file is to stand.
 * Out: a temporary path beside it; commit moves it there, discard leaves nothing.
 * Any thread. Private to report/.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *path;   /* (owned) where it is to stand */
  char *temp;   /* (owned) where it is written; NULL once it is moved or gone */
} HwOutFile;

gboolean hw_out_file_begin   (HwOutFile  *self,
                              const char *path,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Waits until the disk has it, then moves it to its place. */
gboolean hw_out_file_commit  (HwOutFile  *self,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes what was not committed. Call in any case. */
void     hw_out_file_clear   (HwOutFile  *self);

/* HW_REPORT_ERROR_WRITE: what could not be written, and the system's words for @errnum. */
void     hw_out_file_fail    (const char *path,
                              int         errnum,
                              GError    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwOutFile, hw_out_file_clear)

G_END_DECLS
