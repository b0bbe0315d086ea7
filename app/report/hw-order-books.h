/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-books.h: one order as a bill for the bookkeeping: a CSV file that Xero or
 * QuickBooks Online takes in; and on paper, as a PDF.
 *
 * Xero: its bill template, one line an item, account and tax left to be filled in.
 * QuickBooks: bills, its columns mapped on import. Lines whose cost is not known are
 * left out of both: a bill needs an amount. Cells that a spreadsheet would take for a
 * formula get an apostrophe in front.
 * Any thread.
 */
#pragma once

#include "report/hw-order-paper.h"

G_BEGIN_DECLS

/* HW_REPORT_ERROR_WRITE. */
gboolean hw_order_books_write_xero       (const HwOrderPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_order_books_write_quickbooks (const HwOrderPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_order_books_write_pdf        (const HwOrderPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
