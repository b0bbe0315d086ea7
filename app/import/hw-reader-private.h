/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-reader-private.h: what the readers of sales and of lists share: the record
 * at hand, its cells as numbers, dates and words, the findings, and the way out.
 * Only for hw-reader*.c.
 * Thread: any, one reader at a time per plan.
 */
#pragma once

#include "import/hw-reader.h"

G_BEGIN_DECLS

#define HW_MEMO_SIZE 48 /* texts longer than this are not remembered */

/* The last text of a column and what it meant. */
typedef struct
{
  char  text[HW_MEMO_SIZE];
  gsize length;
  int   meaning;
} HwMemo;

struct _HwReader
{
  const HwImportPlan *plan;
  HwImportReport     *report;
  const HwRowSink    *sink;     /* (nullable) */
  HwRecord           *record;   /* while taking */
  HwImportRow         row;
  gboolean            flawed;   /* this row has an issue */
  gboolean            other;    /* rows of another table that stands below */
  gboolean            quiet;    /* this row is left out anyway: its flaws do not matter */
  HwMoney             seen;     /* its amount as the file has it */

  char     date_text[HW_MEMO_SIZE];
  gsize    date_length;
  HwDay    date_day;
  int      date_minute;

  HwMemo   status;
  HwMemo   types[HW_PLAN_TYPES];

  GString *order;               /* of the last row */
  HwDay    order_day;
  gboolean order_cancelled;
  char     order_currency[4];
  GString *order_customer;
  GString *order_shop;
  HwDay    last_day;

  GString *group;
  GString *name;                /* put together from several cells */
  GString *handle;
  GString *title;

  HwMoney  sum_all, sum_kept;   /* since the start, for the file's own totals */
  HwMoney  part_all, part_kept; /* since the last heading or subtotal */
  GHashTable *keys;             /* (owned) seen, in lists */
};

/* The @i-th cell, trimmed. */
static inline HwCell *
hw_reader_nth_cell (HwReader *self,
                    guint     i)
{
  HwCell *cell = &self->record->cells[i];

  hw_cell_trim (cell);
  return cell;
}

/* The trimmed cell, or NULL where the row has none. */
static inline HwCell *
hw_reader_cell (HwReader *self,
                int       column)
{
  return column >= 0 && (guint) column < self->record->n_cells ? hw_reader_nth_cell (self, (guint) column) : NULL;
}

/* Whether something stands there that is not "NULL" or the like. */
gboolean hw_reader_is_filled (HwReader *self, int column);
/* The cell as a C string, "" where there is none. */
const char *hw_reader_text (HwReader *self, int column);
/* Lists a defect of the row at hand. */
void hw_reader_note (HwReader *self, HwIssueKind kind, int column, gboolean dropped);
int hw_reader_column (const HwReader *self, HwField field);
/* Reads a number; a cell that is none is noted. */
HwNumberStatus hw_reader_number (HwReader *self, HwField field, gint64 *out);
gboolean hw_number_is_there (HwNumberStatus status);
/* A number that may be missing: HW_UNKNOWN. */
gint64 hw_reader_number_or_unknown (HwReader *self, HwField field);
HwDay hw_reader_date (HwReader *self, int column, int *minute);
guint hw_reader_count_filled (HwReader *self);
HwCell *hw_reader_first_filled (HwReader *self);
/* The file's own total against the sum of its rows: all, or those since the last. */
void hw_reader_check_total (HwReader *self, gboolean part);
/* Whether the record is the heading once more, as at the top of a page. */
gboolean hw_reader_is_heading (HwReader *self);
/* What a cell of a status or type column says (HwMeaning), -1 if it is blank. */
int hw_reader_meaning (HwReader *self, int column, HwMemo *memo);
/* Too many or too few cells, letters that cannot be read. */
void hw_reader_check_shape (HwReader *self);
/* The two ways out of a row. @quantity: as the file has it. */
gboolean hw_reader_leave_out (HwReader *self, HwLeftOut why, GError **error);
gboolean hw_reader_keep (HwReader *self, gint64 quantity, GError **error);
void hw_reader_clear_row (HwReader *self);
const char *hw_reader_full_name (HwReader *self, int column);
void hw_reader_read_common (HwReader *self);

/* The product and the customer of a sale. */
void hw_reader_read_sale_names (HwReader *self);
/* Whether the day can be kept; else it is noted. */
gboolean hw_reader_check_day (HwReader *self);
/* Whether the row is in a currency that was not chosen. */
gboolean hw_reader_in_other_currency (HwReader *self);

/* Whether the row names a figure: @figure where the heading does, else the row's item. Then
 * its id stands there, and a share as one. */
gboolean hw_reader_settle_figure (HwReader *self, const HwMetric *figure, int column);
/* The last day of the month, week, ... a cell names; else its day. */
HwDay    hw_reader_figure_day    (HwReader *self, int column);

/* One record as a sale, a product, a supplier or customer, ... */
gboolean hw_reader_take_sale (HwReader *self, GError **error);
gboolean hw_reader_take_product (HwReader *self, GError **error);
gboolean hw_reader_take_party (HwReader *self, GError **error);
gboolean hw_reader_take_bank (HwReader *self, GError **error);
gboolean hw_reader_take_spread (HwReader *self, GError **error);
gboolean hw_reader_take_log (HwReader *self, GError **error);

G_END_DECLS
