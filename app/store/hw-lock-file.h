/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lock-file.h: one process at a time writes a business.
 *
 * The file NAME.headway.lock stands beside the business while it is open for
 * writing and holds the process id, for people who look. What counts is the
 * kernel's lock on it: it ends with its process, however that ends, so that a
 * file left behind by a crash is simply taken over.
 *
 * Thread: any; a second lock of the same file in the same process is refused too.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HwLockFile HwLockFile;

/* IN_USE if somebody holds it, READ_ONLY if the folder cannot be written to,
 * NOT_FOUND if there is no such folder. */
HwLockFile *hw_lock_file_take (const char  *business_path,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        hw_lock_file_drop (HwLockFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLockFile, hw_lock_file_drop)

G_END_DECLS
