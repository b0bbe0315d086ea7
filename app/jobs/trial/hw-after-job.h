/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-after-job.h: looking back at a trial: what was expected, what happened, why, what is
 * kept, hours and money, lessons; on paper, or as a case that others may read. */
#pragma once

#include "jobs/hw-session.h"
#include "report/hw-after-paper.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   id;        /* of the initiative */
  gboolean nameless;  /* no name of the records stands in it */
  char    *path;      /* (owned) of the PDF; not looked at by hw_after_job */
} HwAfterRequest;

extern const HwJob hw_after_job;        /* HwAfterRequest -> GPtrArray of HwAfterLine; the first is its title */
extern const HwJob hw_after_paper_job;  /* HwAfterRequest -> char *path */

G_END_DECLS
