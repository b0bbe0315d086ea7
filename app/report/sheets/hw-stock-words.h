/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-words.h: what the sheets of stock share: short words for what a line of
 * the plan says, and when a figure of it stands for something.
 *
 * One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

#define HW_CLASS_SIZE 3
#define HW_STOCK_NOTE_LETTERS 24 /* of a column for words; longer ones wrap */

const char *hw_stock_supplier_words (const char        *supplier);
const char *hw_stock_reason_words   (const HwStockLine *line);
const char *hw_stock_pattern_words  (const HwStockLine *line);
const char *hw_stock_way_out_words  (const HwStockLine *line);
/* Why today's amount is another than before; "" if nothing is to be said. */
const char *hw_stock_change_words   (const HwStockLine *line);
/* "AX"; the same buffer. */
const char *hw_stock_class_words    (const HwStockLine *line,
                                     char               to[HW_CLASS_SIZE]);

/* Whether levels were worked out for it. */
gboolean    hw_stock_has_levels     (const HwStockLine *line);
/* Whether what sells a day is known: nothing counts. */
gboolean    hw_stock_has_pace       (const HwStockLine *line);
/* Whether it can be said how much of it is too much. */
gboolean    hw_stock_has_excess     (const HwStockLine *line);

/* How the figures came to be, with the run that stands for it; for the top of a sheet. */
char       *hw_stock_dup_how        (const HwBook      *book) G_GNUC_WARN_UNUSED_RESULT;
/* Title and what is said where there is no plan; TRUE if there is none. */
gboolean    hw_stock_none           (HwBook            *book,
                                     HwSheetId          sheet,
                                     const char        *title);
/* Title, how it came to be and what the colours mean. */
void        hw_stock_top            (HwBook            *book,
                                     HwSheetId          sheet,
                                     int                last_column,
                                     const char        *title,
                                     const char        *what);

G_END_DECLS
