/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-after-paper.h: what a trial taught, on paper: what was expected, what happened, why,
 * what is kept, what it took, the lessons.
 *
 * In:  lines, in order.
 * Out: a PDF to print, A4 or Letter by the country.
 * Any thread.
 */
#pragma once

#include "domain/hw-records.h"

G_BEGIN_DECLS

/* With a label alone a section, with a text alone a sentence, with both a pair. */
typedef struct
{
  char *label;  /* (owned) (nullable) */
  char *text;   /* (owned) (nullable) */
} HwAfterLine;

void hw_after_line_free (HwAfterLine *self);

typedef struct
{
  const HwBusiness *business;
  HwDay             as_of;
  const char       *title;
  const char       *foot;     /* on each page */
  const GPtrArray  *lines;    /* of HwAfterLine */
} HwAfterPaper;

/* HW_REPORT_ERROR_WRITE. */
gboolean hw_after_paper_write (const HwAfterPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
