/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hot path is a dated row whose cells are plain: no allocation, no lookup
 * but the memory of the last date and the last status. Everything else may take
 * its time. */
#include "import/hw-reader.h"

#include "core/hw-error.h"
#include "domain/hw-records.h"

#include <string.h>

#define TOTAL_SLACK 100      /* a file's own total may be a cent off */
#define FAR_AHEAD   366      /* days after today that a sale may still lie */
#define DAY_1970    0
#define MEMO_SIZE   48

typedef struct
{
  char  text[MEMO_SIZE];
  gsize length;
  int   meaning;
} Memo;

struct _HwReader
{
  const HwImportPlan *plan;
  HwImportReport     *report;
  const HwRowSink    *sink;     /* (nullable) */
  HwRecord           *record;   /* while taking */
  HwImportRow         row;
  gboolean            flawed;   /* this row has an issue */
  gboolean            quiet;    /* this row is left out anyway: its flaws do not matter */
  HwMoney             seen;     /* its amount as the file has it */

  char     date_text[MEMO_SIZE];
  gsize    date_length;
  HwDay    date_day;
  int      date_minute;

  Memo     status;
  Memo     types[HW_PLAN_TYPES];

  GString *order;               /* of the last row */
  HwDay    order_day;
  gboolean order_cancelled;
  char     order_currency[4];
  GString *order_customer;
  HwDay    last_day;

  GString *group;
  GString *name;                /* put together from several cells */
  GString *handle;
  GString *title;

  HwMoney  sum_all, sum_kept;   /* since the start, for the file's own totals */
  HwMoney  part_all, part_kept; /* since the last heading or subtotal */
  GHashTable *keys;             /* (owned) seen, in lists */
};

HwReader *
hw_reader_new (const HwImportPlan *plan,
               HwImportReport     *report,
               const HwRowSink    *sink)
{
  HwReader *self = g_new0 (HwReader, 1);

  self->plan = plan;
  self->report = report;
  self->sink = sink;
  self->order = g_string_new (NULL);
  self->order_customer = g_string_new (NULL);
  self->group = g_string_new (NULL);
  self->name = g_string_new (NULL);
  self->handle = g_string_new (NULL);
  self->title = g_string_new (NULL);
  self->last_day = self->order_day = HW_DAY_NONE;
  if (plan->kind != HW_IMPORT_SALES)
    self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  report->kind = plan->kind;
  report->has_quantity = plan->kind == HW_IMPORT_SALES || plan->column[HW_FIELD_QUANTITY] >= 0;
  report->has_amount = plan->kind != HW_IMPORT_SUPPLIERS && plan->kind != HW_IMPORT_CUSTOMERS;
  report->amount_known = report->has_amount
                         && (plan->column[HW_FIELD_AMOUNT] >= 0 || plan->column[HW_FIELD_UNIT_PRICE] >= 0
                             || (plan->kind != HW_IMPORT_SALES && plan->column[HW_FIELD_UNIT_COST] >= 0));
  return self;
}

void
hw_reader_free (HwReader *self)
{
  if (self == NULL)
    return;

  g_string_free (self->order, TRUE);
  g_string_free (self->order_customer, TRUE);
  g_string_free (self->group, TRUE);
  g_string_free (self->name, TRUE);
  g_string_free (self->handle, TRUE);
  g_string_free (self->title, TRUE);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_free (self);
}

static HwCell *
trimmed (HwReader *self,
         guint     i)
{
  HwCell *cell = &self->record->cells[i];

  hw_cell_trim (cell);
  return cell;
}

/* The trimmed cell, or NULL where the row has none. */
static HwCell *
cell_at (HwReader *self,
         int       column)
{
  return column >= 0 && (guint) column < self->record->n_cells ? trimmed (self, (guint) column) : NULL;
}

static gboolean
is_filled (HwReader *self,
           int       column)
{
  const HwCell *cell = cell_at (self, column);

  return cell != NULL && cell->length > 0 && !hw_text_is_nothing (cell->text, cell->length);
}

static const char *
text_at (HwReader *self,
         int       column)
{
  HwCell *cell = cell_at (self, column);

  if (cell == NULL || cell->length == 0 || (cell->length == 4 && g_ascii_strncasecmp (cell->text, "NULL", 4) == 0))
    return "";

  return hw_cell_text (cell);
}

static void
note (HwReader    *self,
      HwIssueKind  kind,
      int          column,
      gboolean     dropped)
{
  HwCell *cell = cell_at (self, column);

  if (self->quiet)
    return;

  self->flawed = TRUE;
  hw_import_report_add_issue (self->report, kind, self->record->number, column, cell != NULL ? hw_cell_text (cell) : NULL, dropped);
}

static int
column_of (const HwReader *self,
           HwField         field)
{
  return self->plan->column[field];
}

static HwNumberStatus
number_at (HwReader *self,
           HwField   field,
           gint64   *out)
{
  const int column = column_of (self, field);
  const HwCell *cell = cell_at (self, column);
  HwNumberStatus status;

  if (cell == NULL || cell->length == 0)
    return HW_NUMBER_EMPTY;

  status = hw_number_read (cell->text, cell->length, self->plan->styles[column].point, out);
  if (G_UNLIKELY (status > HW_NUMBER_EMPTY))
    note (self, status == HW_NUMBER_BAD ? HW_ISSUE_BAD_NUMBER : status == HW_NUMBER_TOO_FINE ? HW_ISSUE_TOO_FINE : HW_ISSUE_TOO_LARGE,
          column, FALSE);

  return status;
}

static gboolean
is_there (HwNumberStatus status)
{
  return status == HW_NUMBER_OK || status == HW_NUMBER_TOO_FINE;
}

/* A number that may be missing: HW_UNKNOWN. */
static gint64
maybe_at (HwReader *self,
          HwField   field)
{
  gint64 value;

  return column_of (self, field) >= 0 && is_there (number_at (self, field, &value)) ? value : HW_UNKNOWN;
}

static gint64
days_at (HwReader *self,
         HwField   field)
{
  const gint64 value = maybe_at (self, field);

  return value == HW_UNKNOWN || value < 0 ? HW_UNKNOWN : hw_scaled_round (value, 0) / HW_QUANTITY_ONE;
}

static HwDay
date_at (HwReader *self,
         int       column,
         int      *minute)
{
  const HwCell *cell = cell_at (self, column);
  const HwStyle *style;
  HwDateParts parts;

  *minute = -1;
  if (cell == NULL || cell->length == 0)
    return HW_DAY_NONE;

  if (cell->length == self->date_length && memcmp (cell->text, self->date_text, cell->length) == 0)
    {
      *minute = self->date_minute;
      return self->date_day;
    }

  style = &self->plan->styles[column];
  self->date_day = HW_DAY_NONE;
  self->date_minute = -1;
  if (hw_date_split (cell->text, cell->length, &parts) || (style->serial && hw_date_split_serial (cell->text, cell->length, &parts)))
    {
      self->date_day = hw_date_join (&parts, style->orders[parts.mark], self->plan->year_now);
      self->date_minute = parts.minute;
    }

  self->date_length = cell->length < MEMO_SIZE ? cell->length : 0;
  memcpy (self->date_text, cell->text, self->date_length);
  *minute = self->date_minute;
  return self->date_day;
}

static guint
count_filled (HwReader *self)
{
  guint n = 0;

  for (guint i = 0; i < self->record->n_cells; i++)
    n += trimmed (self, i)->length > 0;

  return n;
}

/* The first cell with words in it. */
static HwCell *
first_filled (HwReader *self)
{
  for (guint i = 0; i < self->record->n_cells; i++)
    if (trimmed (self, i)->length > 0)
      return &self->record->cells[i];

  return NULL;
}

static gboolean
is_off (gint64 a,
        gint64 b)
{
  return ABS (a - b) > TOTAL_SLACK;
}

/* The file's own total against the sum of its rows: all, or those since the last. */
static void
check_total (HwReader *self,
             gboolean  part)
{
  const int column = column_of (self, HW_FIELD_AMOUNT);
  HwCell *cell = cell_at (self, column);
  gint64 value;

  if (cell != NULL && cell->length > 0 && is_there (hw_number_read (cell->text, cell->length, self->plan->styles[column].point, &value))
      && is_off (value, self->sum_all) && is_off (value, self->sum_kept)
      && is_off (value, self->part_all) && is_off (value, self->part_kept))
    hw_import_report_add_issue (self->report, HW_ISSUE_TOTAL_DIFFERS, self->record->number, column, hw_cell_text (cell), FALSE);

  if (part)
    self->part_all = self->part_kept = 0;
}

static gboolean
is_heading_again (HwReader *self)
{
  const HwTable *table = self->plan->table;
  guint same = 0;

  if (table->heading == 0 || self->record->n_cells < 2)
    return FALSE;

  for (guint i = 0; i < MIN (self->record->n_cells, table->n_columns); i++)
    {
      const HwCell *cell = trimmed (self, i);

      if (cell->length != strlen (table->columns[i].heading) || memcmp (cell->text, table->columns[i].heading, cell->length) != 0)
        return FALSE;
      same += cell->length > 0;
    }

  return same > 1;
}

static int
meaning_at (HwReader *self,
            int       column,
            Memo     *memo)
{
  const HwCell *cell = cell_at (self, column);

  if (cell == NULL || cell->length == 0)
    return -1;
  if (cell->length == memo->length && memcmp (cell->text, memo->text, cell->length) == 0)
    return memo->meaning;

  memo->meaning = (int) hw_cell_meaning (cell->text, cell->length);
  memo->length = cell->length < MEMO_SIZE ? cell->length : 0;
  memcpy (memo->text, cell->text, memo->length);
  return memo->meaning;
}

/* Bytes that were no text, long ago made into marks by the stream. */
static void
check_text (HwReader *self)
{
  const HwRecord *record = self->record;

  for (guint i = 0; i < record->n_cells; i++)
    if (memchr (record->cells[i].text, HW_BAD_TEXT_NUL, record->cells[i].length) != NULL
        || g_strstr_len (record->cells[i].text, (gssize) record->cells[i].length, HW_BAD_TEXT) != NULL)
      {
        note (self, HW_ISSUE_BAD_TEXT, (int) i, FALSE);
        return;
      }
}

static void
check_shape (HwReader *self)
{
  const guint n = self->plan->table->n_columns;
  const HwRecord *record = self->record;

  if (self->plan->sniff->repair)
    check_text (self);
  if (G_LIKELY (record->n_cells == n && !record->broken))
    return;

  for (guint i = n; i < record->n_cells && !record->broken; i++)
    if (trimmed (self, i)->length > 0)
      break;
    else if (i + 1 == record->n_cells)
      return;

  if (record->broken || self->plan->table->heading > 0)
    note (self, HW_ISSUE_RAGGED, -1, FALSE);
}

static gboolean
add (gint64  *sum,
     gint64   value,
     GError **error)
{
  if (hw_scaled_add (sum, value))
    return TRUE;

  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OVERFLOW, "a total does not fit");
  return FALSE;
}

static void
finish_flaws (HwReader *self)
{
  self->report->rows_with_issues += self->flawed;
}

static gboolean
leave_out (HwReader   *self,
           HwLeftOut   why,
           GError    **error)
{
  self->report->left_out[why]++;
  finish_flaws (self);
  return add (&self->report->left_out_amount[why], self->seen, error)
         && add (&self->sum_all, self->seen, error) && add (&self->part_all, self->seen, error);
}

static gboolean
keep (HwReader  *self,
      gint64     quantity,
      GError   **error)
{
  HwImportReport *report = self->report;
  const HwImportRow *row = &self->row;

  report->rows_imported++;
  finish_flaws (self);
  if (row->day != HW_DAY_NONE)
    {
      report->first_day = report->first_day == HW_DAY_NONE ? row->day : MIN (report->first_day, row->day);
      report->last_day = report->last_day == HW_DAY_NONE ? row->day : MAX (report->last_day, row->day);
    }
  if (!add (&report->quantity_total, quantity, error))
    return FALSE;
  if (row->amount != HW_UNKNOWN
      && (!add (&report->amount_total, row->amount, error) || !add (&self->sum_kept, row->amount, error)
          || !add (&self->part_kept, row->amount, error) || !add (&self->sum_all, self->seen, error)
          || !add (&self->part_all, self->seen, error)))
    return FALSE;

  return self->sink == NULL || self->sink->func (row, self->sink->data, error);
}

static void
clear_row (HwReader *self)
{
  self->row = (HwImportRow) {
    .row = self->record->number, .day = HW_DAY_NONE, .minute = -1,
    .order_ref = "", .sku = "", .item = "", .category = "", .unit = "", .customer = "", .customer_name = "",
    .supplier = "", .supplier_name = "", .email = "",
    .quantity = HW_UNKNOWN, .unit_price = HW_UNKNOWN, .amount = HW_UNKNOWN, .unit_cost = HW_UNKNOWN,
    .pack = HW_UNKNOWN, .min_order = HW_UNKNOWN, .lead_days = HW_UNKNOWN, .shelf_days = HW_UNKNOWN,
  };
  self->flawed = self->quiet = FALSE;
  self->seen = 0;
}

/* "First Last" where the file has two columns for a person. */
static const char *
full_name (HwReader *self,
           int       column)
{
  const char *last = text_at (self, column);
  const char *first = text_at (self, self->plan->first_name);

  if (*first == '\0')
    return last;

  g_string_assign (self->name, first);
  if (*last != '\0')
    g_string_append_printf (self->name, " %s", last);
  return self->name->str;
}

static void
read_common (HwReader *self)
{
  HwImportRow *row = &self->row;

  row->category = text_at (self, column_of (self, HW_FIELD_CATEGORY));
  row->unit = text_at (self, column_of (self, HW_FIELD_UNIT));
  row->supplier_name = text_at (self, column_of (self, HW_FIELD_SUPPLIER_NAME));
  row->supplier = text_at (self, column_of (self, HW_FIELD_SUPPLIER));
  if (*row->supplier == '\0')
    row->supplier = row->supplier_name;
  row->email = text_at (self, column_of (self, HW_FIELD_EMAIL));
  row->unit_cost = maybe_at (self, HW_FIELD_UNIT_COST);
  row->pack = maybe_at (self, HW_FIELD_PACK);
  row->min_order = maybe_at (self, HW_FIELD_MIN_ORDER);
  row->lead_days = days_at (self, HW_FIELD_LEAD_DAYS);
  row->shelf_days = days_at (self, HW_FIELD_SHELF_DAYS);
}

/* Whether the receipt number is the one of the row above. */
static gboolean
same_order (HwReader *self)
{
  const char *order = self->row.order_ref;

  return *order != '\0' && strcmp (self->order->str, order) == 0;
}

/* A row without a date that can be read: a total, a heading, a footer, a row
 * that takes the date from above, or a row with a defect. FALSE: no row. */
static gboolean
settle_undated (HwReader *self,
                gboolean *ends)
{
  const guint filled = count_filled (self);
  HwCell *first = first_filled (self);
  const int date = column_of (self, HW_FIELD_DATE);
  const gboolean named = is_filled (self, column_of (self, HW_FIELD_ITEM)) || is_filled (self, column_of (self, HW_FIELD_SKU));
  const gboolean sold = is_filled (self, column_of (self, HW_FIELD_QUANTITY)) || is_filled (self, column_of (self, HW_FIELD_AMOUNT))
                        || is_filled (self, column_of (self, HW_FIELD_UNIT_PRICE));
  int total;

  *ends = TRUE;
  if (first == NULL || is_heading_again (self))
    return FALSE;

  total = hw_cell_is_total (first->text, first->length);
  if (total != 0)
    {
      check_total (self, total == 2);
      return FALSE;
    }

  if (filled == 1)
    {
      if (self->plan->group_column >= 0 && first == self->record->cells + self->plan->group_column)
        {
          g_string_truncate (self->group, 0);
          g_string_append_len (self->group, first->text, first->length);
          self->part_all = self->part_kept = 0;
        }
      return FALSE;
    }

  if (!is_filled (self, date))
    {
      self->row.day = same_order (self) ? self->order_day : self->plan->fill_days && named && sold ? self->last_day : HW_DAY_NONE;
      *ends = FALSE;
      return self->row.day != HW_DAY_NONE || (named && sold);
    }

  *ends = FALSE;
  return named || sold;
}

static gboolean
is_cancelled (HwReader *self,
              HwMoney   amount)
{
  const HwImportPlan *plan = self->plan;
  const int meaning = meaning_at (self, column_of (self, HW_FIELD_STATUS), &self->status);
  gboolean cancelled = FALSE, said = meaning >= 0;
  const HwCell *cell;

  if (meaning == HW_MEANS_CANCELLED || meaning == HW_MEANS_REFUND)
    cancelled = amount >= 0;

  cell = cell_at (self, plan->void_column);
  if (cell != NULL && cell->length > 0)
    {
      said = TRUE;
      cancelled |= hw_cell_is_yes (cell->text, cell->length);
    }
  if (is_filled (self, plan->cancelled_column))
    said = cancelled = TRUE;

  if (!said && same_order (self))
    return self->order_cancelled;

  return cancelled;
}

/* HW_LEFT_OUT_N: it stays. */
static HwLeftOut
judge_types (HwReader *self,
             gboolean *refund)
{
  gboolean principal = FALSE, no_sale = FALSE;

  *refund = FALSE;
  for (guint t = 0; t < self->plan->n_types; t++)
    {
      const int meaning = meaning_at (self, self->plan->types[t], &self->types[t]);

      principal |= meaning == HW_MEANS_PRINCIPAL;
      no_sale |= meaning == HW_MEANS_NO_SALE;
      *refund |= meaning == HW_MEANS_REFUND;
      if (meaning == HW_MEANS_CANCELLED && !self->plan->keep_cancelled)
        return HW_LEFT_OUT_CANCELLED;
    }

  return no_sale || (self->plan->principal_only && !principal) ? HW_LEFT_OUT_NOT_A_SALE : HW_LEFT_OUT_N;
}

static gboolean
in_other_currency (HwReader *self)
{
  const HwImportPlan *plan = self->plan;
  const HwCell *cell = cell_at (self, column_of (self, HW_FIELD_CURRENCY));

  if (plan->keep[0] == '\0')
    return FALSE;
  if (cell != NULL && cell->length == 3)
    memcpy (self->order_currency, cell->text, 3);
  else if (!same_order (self))
    self->order_currency[0] = '\0';

  return memcmp (self->order_currency, plan->keep, 3) != 0;
}

static gboolean
times_less (HwReader *self,
            gint64    quantity,
            gint64    price,
            gint64   *amount)
{
  gint64 discount, off;

  if (!hw_money_times (price, quantity, amount))
    return FALSE;
  if (self->plan->discount == HW_DISCOUNT_NONE || !is_there (number_at (self, HW_FIELD_DISCOUNT, &discount)))
    return TRUE;

  discount = ABS (discount);
  switch (self->plan->discount)
    {
    case HW_DISCOUNT_SHARE:
      if (!hw_money_times (*amount, discount, &off))
        return FALSE;
      break;
    case HW_DISCOUNT_PERCENT:
      if (!hw_money_times (*amount, discount / 100, &off))
        return FALSE;
      break;
    case HW_DISCOUNT_NONE:
    case HW_DISCOUNT_MONEY:
    default:
      off = *amount < 0 ? -discount : discount;
      break;
    }

  *amount -= off;
  return TRUE;
}

/* Amount and price without a quantity: amount (less tax, if that comes out even)
 * shared by the price; else one. */
static gint64
work_out_quantity (HwReader *self,
                   gint64    amount,
                   gint64    price)
{
  gint64 tax = 0, quantity = HW_QUANTITY_ONE, less;

  if (amount == HW_UNKNOWN || price == HW_UNKNOWN || price == 0 || !hw_money_per (amount, price, &quantity))
    return HW_QUANTITY_ONE;

  if (quantity % HW_QUANTITY_ONE != 0 && column_of (self, HW_FIELD_TAX) >= 0 && is_there (number_at (self, HW_FIELD_TAX, &tax))
      && hw_money_per (amount - tax, price, &less) && ABS (less - hw_scaled_round (less, 0)) < 100)
    quantity = hw_scaled_round (less, 0);

  return quantity != 0 ? quantity : HW_QUANTITY_ONE;
}

/* Quantity, price and amount; *@counted is the quantity as the file has it.
 * FALSE if the row cannot be used. */
static gboolean
read_figures (HwReader *self,
              gint64   *counted)
{
  HwImportRow *row = &self->row;
  gint64 quantity = HW_UNKNOWN, amount = HW_UNKNOWN, price = HW_UNKNOWN;
  const HwNumberStatus qs = number_at (self, HW_FIELD_QUANTITY, &quantity);
  const HwNumberStatus ps = number_at (self, HW_FIELD_UNIT_PRICE, &price);
  const HwNumberStatus as = number_at (self, HW_FIELD_AMOUNT, &amount);

  if (!is_there (qs))
    quantity = HW_UNKNOWN;
  if (!is_there (ps))
    price = HW_UNKNOWN;
  if (!is_there (as))
    amount = HW_UNKNOWN;

  *counted = quantity == HW_UNKNOWN ? 0 : quantity;
  if (quantity == HW_UNKNOWN)
    {
      quantity = work_out_quantity (self, amount, price);
      if (column_of (self, HW_FIELD_QUANTITY) < 0)
        *counted = quantity = HW_QUANTITY_ONE;
      else if (qs == HW_NUMBER_EMPTY && amount == HW_UNKNOWN && price == HW_UNKNOWN && self->report->amount_known)
        {
          note (self, HW_ISSUE_NO_AMOUNT, -1, TRUE);
          return FALSE;
        }
      else if (qs == HW_NUMBER_EMPTY)
        note (self, HW_ISSUE_NO_QUANTITY, column_of (self, HW_FIELD_QUANTITY), FALSE);
    }

  if (amount == HW_UNKNOWN && price != HW_UNKNOWN && !times_less (self, quantity, price, &amount))
    {
      note (self, HW_ISSUE_TOO_LARGE, column_of (self, HW_FIELD_UNIT_PRICE), TRUE);
      return FALSE;
    }
  if (amount == HW_UNKNOWN)
    {
      if (as > HW_NUMBER_EMPTY || ps > HW_NUMBER_EMPTY)
        return FALSE;
      if (self->report->amount_known)
        note (self, HW_ISSUE_NO_AMOUNT, column_of (self, HW_FIELD_AMOUNT), FALSE);
      amount = 0;
    }

  row->quantity = quantity;
  row->unit_price = price;
  row->amount = self->seen = amount;
  return TRUE;
}

static void
turn_signs (HwReader *self,
            gint64   *counted,
            gboolean  refund)
{
  HwImportRow *row = &self->row;

  if (self->plan->flip || (refund && self->plan->flip_refunds))
    {
      row->amount = -row->amount;
      if (row->amount < 0 ? row->quantity > 0 : row->quantity < 0)
        {
          row->quantity = -row->quantity;
          *counted = -*counted;
        }
    }
  else if (row->amount < 0 && row->quantity > 0)
    {
      row->quantity = -row->quantity;
      *counted = -*counted;
    }
}

static void
read_names (HwReader *self)
{
  const HwImportPlan *plan = self->plan;
  HwImportRow *row = &self->row;
  const HwCell *cell = cell_at (self, plan->column[HW_FIELD_ITEM]);

  row->sku = text_at (self, plan->column[HW_FIELD_SKU]);
  if (cell != NULL && !(cell->length <= 16 && hw_cell_is_no_item (cell->text, cell->length)))
    row->item = text_at (self, plan->column[HW_FIELD_ITEM]);
  else if (plan->group_column >= 0)
    row->item = self->group->str;
  if (*row->item == '\0')
    row->item = row->sku;
  if (*row->item == '\0')
    note (self, HW_ISSUE_NO_PRODUCT, plan->column[HW_FIELD_ITEM], FALSE);

  row->customer_name = full_name (self, plan->column[HW_FIELD_CUSTOMER_NAME]);
  row->customer = text_at (self, plan->column[HW_FIELD_CUSTOMER]);
  if (*row->customer == '\0')
    row->customer = row->customer_name;
  if (*row->customer == '\0' && same_order (self))
    row->customer = row->customer_name = self->order_customer->str;
}

/* What the next line of the same receipt takes over. */
static void
remember_order (HwReader *self,
                gboolean  cancelled)
{
  const HwImportRow *row = &self->row;

  if (column_of (self, HW_FIELD_ORDER) < 0)
    return;

  self->order_day = row->day;
  self->order_cancelled = cancelled;
  if (row->customer != self->order_customer->str)
    g_string_assign (self->order_customer, row->customer);
  if (!same_order (self))
    g_string_assign (self->order, row->order_ref);
}

static gboolean
check_day (HwReader *self)
{
  const HwDay day = self->row.day;
  const int column = column_of (self, HW_FIELD_DATE);

  if (day >= DAY_1970 && day <= self->plan->today)
    return TRUE;

  if (day == HW_DAY_NONE)
    note (self, HW_ISSUE_NO_DATE, column, TRUE);
  else
    note (self, HW_ISSUE_FAR_DATE, column, day < DAY_1970 || day > self->plan->today + FAR_AHEAD);

  return day != HW_DAY_NONE && day >= DAY_1970 && day <= self->plan->today + FAR_AHEAD;
}

static gboolean
take_sale (HwReader  *self,
           GError   **error)
{
  const HwImportPlan *plan = self->plan;
  HwImportRow *row = &self->row;
  gboolean ends, refund, cancelled, usable;
  HwCell *item;
  HwLeftOut why;
  gint64 counted;

  clear_row (self);
  row->order_ref = text_at (self, plan->column[HW_FIELD_ORDER]);
  row->day = date_at (self, plan->column[HW_FIELD_DATE], &row->minute);
  if (G_UNLIKELY (row->day == HW_DAY_NONE) && (!settle_undated (self, &ends) || ends))
    return TRUE;

  item = cell_at (self, plan->column[HW_FIELD_ITEM]);
  if (item != NULL && hw_cell_is_total (item->text, item->length) == 1 && *row->order_ref == '\0')
    {
      check_total (self, FALSE);
      return TRUE;
    }

  self->report->rows_read++;
  check_shape (self);
  if (row->minute < 0 && plan->column[HW_FIELD_TIME] >= 0)
    {
      const HwCell *cell = cell_at (self, plan->column[HW_FIELD_TIME]);

      row->minute = cell != NULL ? hw_time_read (cell->text, cell->length) : -1;
    }

  why = judge_types (self, &refund);
  self->quiet = why != HW_LEFT_OUT_N;
  usable = read_figures (self, &counted);
  if (usable)
    turn_signs (self, &counted, refund);
  cancelled = is_cancelled (self, usable ? row->amount : 0) && !plan->keep_cancelled;
  if (in_other_currency (self) && why == HW_LEFT_OUT_N)
    why = HW_LEFT_OUT_OTHER_CURRENCY;
  if (cancelled)
    why = HW_LEFT_OUT_CANCELLED;
  if (why == HW_LEFT_OUT_N && (!check_day (self) || !usable))
    why = HW_LEFT_OUT_DEFECT;

  if (why == HW_LEFT_OUT_N)
    {
      read_names (self);
      read_common (self);
      self->last_day = row->day;
    }
  remember_order (self, cancelled);
  return why == HW_LEFT_OUT_N ? keep (self, counted, error) : leave_out (self, why, error);
}

/* "Shirt - Small / Blue": the name with its variant, as shops write it on receipts. */
static void
join_variants (HwReader *self)
{
  const HwImportPlan *plan = self->plan;
  guint n = 0;

  if (plan->n_variants == 0)
    return;

  g_string_assign (self->name, self->row.item);
  for (guint v = 0; v < plan->n_variants; v++)
    {
      const char *text = text_at (self, plan->variants[v]);

      if (*text == '\0' || g_str_equal (text, "Default Title"))
        continue;
      g_string_append_printf (self->name, "%s%s", n++ == 0 ? " - " : " / ", text);
    }
  self->row.item = self->name->str;
}

/* Variants stand below their product, with its handle but without its name. */
static void
inherit_title (HwReader *self)
{
  const char *handle = text_at (self, self->plan->handle_column);

  if (*handle == '\0')
    return;

  if (*self->row.item != '\0')
    {
      g_string_assign (self->handle, handle);
      g_string_assign (self->title, self->row.item);
    }
  else if (strcmp (self->handle->str, handle) == 0)
    self->row.item = self->title->str;
}

static void
note_double (HwReader   *self,
             const char *key,
             int         column)
{
  if (!g_hash_table_add (self->keys, g_strdup (key)))
    note (self, HW_ISSUE_DOUBLE, column, FALSE);
}

static gboolean
is_no_row (HwReader *self)
{
  HwCell *first = first_filled (self);

  if (first == NULL || is_heading_again (self))
    return TRUE;
  if (hw_cell_is_total (first->text, first->length) != 1)
    return FALSE;

  return TRUE;
}

static gboolean
take_product (HwReader  *self,
              GError   **error)
{
  const HwImportPlan *plan = self->plan;
  HwImportRow *row = &self->row;
  const gboolean has_variant = plan->n_variants > 0 && is_filled (self, plan->variants[0]);
  const int key_column = plan->column[HW_FIELD_SKU] >= 0 ? plan->column[HW_FIELD_SKU] : plan->column[HW_FIELD_ITEM];
  int minute;

  clear_row (self);
  if (is_no_row (self))
    return TRUE;

  row->sku = text_at (self, plan->column[HW_FIELD_SKU]);
  row->item = text_at (self, plan->column[HW_FIELD_ITEM]);
  if (plan->handle_column >= 0 && *row->item == '\0' && *row->sku == '\0' && !has_variant
      && !is_filled (self, plan->column[HW_FIELD_UNIT_PRICE]) && !is_filled (self, plan->column[HW_FIELD_QUANTITY]))
    return TRUE;

  inherit_title (self);
  join_variants (self);
  if (*row->item == '\0')
    row->item = row->sku;
  if (*row->item == '\0' && count_filled (self) < 2)
    return TRUE;

  self->report->rows_read++;
  check_shape (self);
  if (*row->item == '\0')
    {
      note (self, HW_ISSUE_NO_PRODUCT, key_column, TRUE);
      return leave_out (self, HW_LEFT_OUT_DEFECT, error);
    }

  note_double (self, *row->sku != '\0' ? row->sku : row->item, key_column);
  row->quantity = maybe_at (self, HW_FIELD_QUANTITY);
  row->unit_price = maybe_at (self, HW_FIELD_UNIT_PRICE);
  read_common (self);
  if (plan->column[HW_FIELD_DATE] >= 0)
    row->day = date_at (self, plan->column[HW_FIELD_DATE], &minute);
  if (row->quantity != HW_UNKNOWN && (row->unit_price != HW_UNKNOWN || row->unit_cost != HW_UNKNOWN)
      && !hw_money_times (row->unit_price != HW_UNKNOWN ? row->unit_price : row->unit_cost, row->quantity, &row->amount))
    {
      note (self, HW_ISSUE_TOO_LARGE, plan->column[HW_FIELD_QUANTITY], TRUE);
      return leave_out (self, HW_LEFT_OUT_DEFECT, error);
    }

  self->seen = row->amount != HW_UNKNOWN ? row->amount : 0;
  return keep (self, row->quantity != HW_UNKNOWN ? row->quantity : 0, error);
}

static gboolean
take_party (HwReader  *self,
            GError   **error)
{
  const HwImportPlan *plan = self->plan;
  const gboolean supplier = plan->kind == HW_IMPORT_SUPPLIERS;
  const int number = plan->column[supplier ? HW_FIELD_SUPPLIER : HW_FIELD_CUSTOMER];
  const int name = plan->column[supplier ? HW_FIELD_SUPPLIER_NAME : HW_FIELD_CUSTOMER_NAME];
  HwImportRow *row = &self->row;
  const char *key, *full;

  clear_row (self);
  if (is_no_row (self))
    return TRUE;

  full = full_name (self, name);
  key = text_at (self, number);
  if (*key == '\0')
    key = full;
  if (*key == '\0')
    key = text_at (self, plan->column[HW_FIELD_EMAIL]);
  if (*key == '\0' && count_filled (self) < 2)
    return TRUE;

  self->report->rows_read++;
  check_shape (self);
  if (*key == '\0')
    {
      note (self, HW_ISSUE_NO_PRODUCT, name, TRUE);
      return leave_out (self, HW_LEFT_OUT_DEFECT, error);
    }

  note_double (self, key, number >= 0 ? number : name);
  if (supplier)
    read_common (self);
  else
    row->email = text_at (self, plan->column[HW_FIELD_EMAIL]);
  *(supplier ? &row->supplier : &row->customer) = key;
  *(supplier ? &row->supplier_name : &row->customer_name) = *full != '\0' ? full : key;
  return keep (self, 0, error);
}

gboolean
hw_reader_take (HwReader  *self,
                HwRecord  *record,
                GError   **error)
{
  self->record = record;
  switch (self->plan->kind)
    {
    case HW_IMPORT_SALES:
      return take_sale (self, error);
    case HW_IMPORT_PRODUCTS:
    case HW_IMPORT_STOCK:
      return take_product (self, error);
    case HW_IMPORT_SUPPLIERS:
    case HW_IMPORT_CUSTOMERS:
      return take_party (self, error);
    case HW_IMPORT_AUTO:
    default:
      return TRUE;
    }
}
