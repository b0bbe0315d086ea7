/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cell-words.h: what a cell's words say about its row.
 *
 * In: the text of a cell. Out: whether it heads a total, marks a sale as
 * cancelled or brought back, or names no product; constant.
 * Thread: any.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Total", "Summe", "Total for X": 1 a total of all, 2 of a group, 0 none.
 * @words: as above. */
int      hw_words_are_total  (const char *words);
/* The same of a cell as it stands. */
int      hw_cell_is_total    (const char *text,
                              gsize       length);
/* The same where the words of a total stand alone; quick where the answer is no. */
int      hw_cell_is_only_total (const char *text,
                                gsize       length);

typedef enum
{
  HW_MEANS_NOTHING,
  HW_MEANS_SALE,
  HW_MEANS_INVOICE,
  HW_MEANS_PAYMENT,      /* a sale; where invoices stand beside it, the money for one of them */
  HW_MEANS_PRINCIPAL,    /* the goods themselves, where a sale is split by sort of amount */
  HW_MEANS_REFUND,
  HW_MEANS_CANCELLED,
  HW_MEANS_NO_SALE,      /* fee, shipping, transfer */
} HwMeaning;

/* What a cell of a status or type column says. */
HwMeaning hw_cell_meaning    (const char *text,
                              gsize       length);
/* "true", "yes", "1", "x", "ja". */
gboolean  hw_cell_is_yes     (const char *text,
                              gsize       length);
/* "none", "keine": a word where a product should be. */
gboolean  hw_cell_is_no_item (const char *text,
                              gsize       length);

/* "D", "credit", "Af": 1 money in, -1 money out, 0 neither. */
int      hw_cell_direction   (const char *text,
                              gsize       length);
/* "Opening balance", "Saldo anterior", "Turnover": a line of a statement that is no
 * payment. */
gboolean hw_cell_is_balance  (const char *text,
                              gsize       length);

G_END_DECLS
