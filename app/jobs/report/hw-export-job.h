/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-export-job.h: everything out: all data as open files, with the workbook and the
 * summary beside them; and back in. */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;   /* (owned) where all of it lies */
  char *hash;     /* (owned) of the content: the same after it is read back in */
  guint n_files;
} HwExport;

void hw_export_free (HwExport *self);

/* char *folder -> HwExport. The folder is made; it may be there if it is empty. Without
 * sales there is no workbook. */
extern const HwJob hw_export_job;

/* Makes a new business file of what was written. @hash (out): of its content. */
gboolean hw_export_read (const char *folder, const char *path, char **hash, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
