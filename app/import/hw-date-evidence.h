/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-date-evidence.h: in which order the dates of a column stand.
 *
 * In: the cells of the whole column, one by one. Out: the order of day, month
 * and year, for each mark between them, or that nobody can know.
 * Thread: any.
 */
#pragma once

#include "import/hw-date-text.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 open;           /* cells whose order is not clear */
  gint64 fits[HW_ORDER_N];
  gint64 only[HW_ORDER_N]; /* cells that can be read in this order alone */
  int    low[3];
  int    high[3];
} HwMarkEvidence;

typedef struct
{
  gint64         filled;
  gint64         dates;    /* of them */
  gint64         yearless; /* of them without a year */
  gint64         serials;  /* day numbers of a spreadsheet */
  HwMarkEvidence marks[HW_MARK_N];
  char           example[32]; /* one whose order is open */
} HwDateEvidence;

void        hw_date_evidence_add  (HwDateEvidence  *self,
                                   const char      *text,
                                   gsize            length,
                                   int              year_now);

/* The orders that the column proves, by mark; HW_ORDER_UNKNOWN where it does not.
 * FALSE if a mark was seen whose order stays unknown. */
gboolean    hw_date_evidence_judge (const HwDateEvidence *self,
                                    HwDateOrder           orders[HW_MARK_N]);

G_END_DECLS
