/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-paper.h: one order to a supplier as a file to mail or print: what, how
 * many, in packs, and for how much. What the business thinks of it is not in it.
 *
 * In:  everything already looked up.
 * Out: a workbook whose amounts can be changed and add up anew, or a CSV file.
 * Any thread.
 */
#pragma once

#include "domain/hw-records.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;
  const char *name;
  const char *unit;
  HwQuantity  quantity;
  HwQuantity  pack;        /* 0 if any amount */
  HwMoney     unit_cost;   /* or HW_UNKNOWN */
} HwOrderPaperLine;

typedef struct
{
  const HwBusiness *business;
  const char       *language;  /* "de": of the texts; NULL for the running one */
  const char       *supplier;  /* "" if none */
  const char       *email;     /* "" if none */
  gint64            number;    /* of the order */
  HwDay             ordered;
  HwDay             expected;  /* HW_DAY_NONE if not known */
  const GArray     *lines;     /* of HwOrderPaperLine */
} HwOrderPaper;

/* Both: the file is there whole or not at all; HW_REPORT_ERROR_WRITE. */
gboolean hw_order_paper_write_book (const HwOrderPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* UTF-8, comma, point, LF; the columns are named in English, for programs. */
gboolean hw_order_paper_write_csv  (const HwOrderPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
