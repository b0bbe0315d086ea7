/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-paper.h: the plan of a trial on a page, and the lists of the lot: what changes
 * and what stays as it is.
 *
 * In:  everything already worked out and said.
 * Out: a PDF to print, A4 or Letter by the country.
 * Any thread.
 */
#pragma once

#include "domain/hw-pilot.h"
#include "domain/hw-records.h"

G_BEGIN_DECLS

typedef struct
{
  const HwBusiness *business;
  const char       *language;  /* "de": of the texts; NULL for the running one */
  HwDay             as_of;
  const HwPilot    *pilot;
  const GPtrArray  *lines;     /* of HwPilotLine */
  const char       *run_id;
} HwPilotPaper;

/* HW_REPORT_ERROR_WRITE. */
gboolean hw_pilot_paper_write (const HwPilotPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
