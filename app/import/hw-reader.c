/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hot path is a dated row whose cells are plain: no allocation, no lookup
 * but the memory of the last date and the last status. Everything else may take
 * its time. */
#include "import/hw-reader-private.h"

#include "core/hw-error.h"
#include "domain/hw-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TOTAL_SLACK 100 /* a file's own total may be a cent off */

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
  self->order_shop = g_string_new (NULL);
  self->group = g_string_new (NULL);
  self->name = g_string_new (NULL);
  self->handle = g_string_new (NULL);
  self->title = g_string_new (NULL);
  self->last_day = self->order_day = HW_DAY_NONE;
  if (hw_plan_is_list (plan))
    self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  report->kind = plan->kind;
  report->has_quantity = hw_plan_is_spread (plan) ? plan->spread_field == HW_FIELD_QUANTITY
                         : plan->kind == HW_IMPORT_SALES || plan->column[HW_FIELD_QUANTITY] >= 0;
  report->has_amount = plan->kind == HW_IMPORT_BANK || plan->kind == HW_IMPORT_SALES || plan->kind == HW_IMPORT_PRODUCTS
                       || plan->kind == HW_IMPORT_STOCK || plan->kind == HW_IMPORT_PURCHASES
                       || (plan->kind == HW_IMPORT_HOURS && plan->column[HW_FIELD_AMOUNT] >= 0);
  report->amount_known = report->has_amount
                         && (plan->kind == HW_IMPORT_BANK || plan->kind == HW_IMPORT_HOURS ? TRUE
                             : hw_plan_is_spread (plan) ? plan->spread_field == HW_FIELD_AMOUNT
                             : plan->kind == HW_IMPORT_SALES
                                 ? plan->column[HW_FIELD_AMOUNT] >= 0 || plan->column[HW_FIELD_UNIT_PRICE] >= 0
                                 : plan->column[HW_FIELD_QUANTITY] >= 0
                                       && (plan->column[HW_FIELD_UNIT_PRICE] >= 0 || plan->column[HW_FIELD_UNIT_COST] >= 0));
  return self;
}

void
hw_reader_free (HwReader *self)
{
  if (self == NULL)
    return;

  g_string_free (self->order, TRUE);
  g_string_free (self->order_customer, TRUE);
  g_string_free (self->order_shop, TRUE);
  g_string_free (self->group, TRUE);
  g_string_free (self->name, TRUE);
  g_string_free (self->handle, TRUE);
  g_string_free (self->title, TRUE);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_free (self);
}

gboolean
hw_reader_is_filled (HwReader *self,
                     int       column)
{
  const HwCell *cell = hw_reader_cell (self, column);

  return cell != NULL && cell->length > 0 && !hw_text_is_nothing (cell->text, cell->length);
}

const char *
hw_reader_text (HwReader *self,
                int       column)
{
  HwCell *cell = hw_reader_cell (self, column);

  if (cell == NULL || cell->length == 0 || cell->hint == HW_CELL_ERROR || (cell->length == 4 && g_ascii_strncasecmp (cell->text, "NULL", 4) == 0))
    return "";

  return hw_cell_text (cell);
}

void
hw_reader_note (HwReader    *self,
                HwIssueKind  kind,
                int          column,
                gboolean     dropped)
{
  HwCell *cell = hw_reader_cell (self, column);

  if (self->quiet)
    return;

  self->flawed = TRUE;
  hw_import_report_add_issue (self->report, kind, self->record->number, column, cell != NULL ? hw_cell_text (cell) : NULL, dropped);
}

int
hw_reader_column (const HwReader *self,
                  HwField         field)
{
  return self->plan->column[field];
}

HwNumberStatus
hw_reader_number (HwReader *self,
                  HwField   field,
                  gint64   *out)
{
  const int column = hw_reader_column (self, field);
  const HwCell *cell = hw_reader_cell (self, column);
  HwNumberStatus status;

  if (cell == NULL || cell->length == 0)
    return HW_NUMBER_EMPTY;

  status = hw_number_read (cell->text, cell->length, hw_cell_point (cell, self->plan->styles[column].point), out);
  if (G_UNLIKELY (status > HW_NUMBER_EMPTY))
    hw_reader_note (self, status == HW_NUMBER_BAD ? HW_ISSUE_BAD_NUMBER : status == HW_NUMBER_TOO_FINE ? HW_ISSUE_TOO_FINE : HW_ISSUE_TOO_LARGE,
          column, FALSE);

  return status;
}

gboolean
hw_number_is_there (HwNumberStatus status)
{
  return status == HW_NUMBER_OK || status == HW_NUMBER_TOO_FINE;
}

/* A number that may be missing: HW_UNKNOWN. */
gint64
hw_reader_number_or_unknown (HwReader *self,
                             HwField   field)
{
  gint64 value;

  return hw_reader_column (self, field) >= 0 && hw_number_is_there (hw_reader_number (self, field, &value)) ? value : HW_UNKNOWN;
}

static gint64
days_at (HwReader *self,
         HwField   field)
{
  const gint64 value = hw_reader_number_or_unknown (self, field);

  return value == HW_UNKNOWN || value < 0 ? HW_UNKNOWN : hw_scaled_round (value, 0) / HW_QUANTITY_ONE;
}

HwDay
hw_reader_date (HwReader *self,
                int       column,
                int      *minute)
{
  const HwCell *cell = hw_reader_cell (self, column);
  const HwStyle *style;
  HwDateParts parts;
  int month, day;

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
  else if (self->plan->year != 0 && hw_date_split_yearless (cell->text, cell->length, &month, &day))
    self->date_day = hw_day_from_ymd (self->plan->year, month, day);

  self->date_length = cell->length < HW_MEMO_SIZE ? cell->length : 0;
  memcpy (self->date_text, cell->text, self->date_length);
  *minute = self->date_minute;
  return self->date_day;
}

guint
hw_reader_count_filled (HwReader *self)
{
  guint n = 0;

  for (guint i = 0; i < self->record->n_cells; i++)
    n += hw_reader_nth_cell (self, i)->length > 0;

  return n;
}

/* The first cell with words in it. */
HwCell *
hw_reader_first_filled (HwReader *self)
{
  for (guint i = 0; i < self->record->n_cells; i++)
    if (hw_reader_nth_cell (self, i)->length > 0)
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
void
hw_reader_check_total (HwReader *self,
                       gboolean  part)
{
  const int column = hw_reader_column (self, HW_FIELD_AMOUNT);
  HwCell *cell = hw_reader_cell (self, column);
  gint64 value;

  if (cell != NULL && cell->length > 0 && hw_number_is_there (hw_number_read (cell->text, cell->length, hw_cell_point (cell, self->plan->styles[column].point), &value))
      && is_off (value, self->sum_all) && is_off (value, self->sum_kept)
      && is_off (value, self->part_all) && is_off (value, self->part_kept))
    hw_import_report_add_issue (self->report, HW_ISSUE_TOTAL_DIFFERS, self->record->number, column, hw_cell_text (cell), FALSE);

  /* Each tab has a total of its own. */
  if (part || self->plan->tabs != NULL)
    self->part_all = self->part_kept = 0;
}

gboolean
hw_reader_is_heading (HwReader *self)
{
  const HwTable *table = self->plan->table;
  guint same = 0;

  if (table->heading == 0 || self->record->n_cells < 2)
    return FALSE;

  for (guint i = 0; i < MIN (self->record->n_cells, table->n_columns); i++)
    {
      const HwCell *cell = hw_reader_nth_cell (self, i);

      if (cell->length != strlen (table->columns[i].heading) || memcmp (cell->text, table->columns[i].heading, cell->length) != 0)
        return FALSE;
      same += cell->length > 0;
    }

  return same > 1;
}

int
hw_reader_meaning (HwReader *self,
                   int       column,
                   HwMemo   *memo)
{
  const HwCell *cell = hw_reader_cell (self, column);

  if (cell == NULL || cell->length == 0)
    return -1;
  if (cell->length == memo->length && memcmp (cell->text, memo->text, cell->length) == 0)
    return memo->meaning;

  memo->meaning = (int) hw_cell_meaning (cell->text, cell->length);
  memo->length = cell->length < HW_MEMO_SIZE ? cell->length : 0;
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
        hw_reader_note (self, HW_ISSUE_BAD_TEXT, (int) i, FALSE);
        return;
      }
}

/* A formula whose value was never worked out: empty, and the owner must know why. */
static void
check_formulas (HwReader *self)
{
  for (guint i = 0; i < self->record->n_cells; i++)
    if (self->record->cells[i].hint == HW_CELL_NOT_CALCULATED)
      {
        hw_reader_note (self, HW_ISSUE_NOT_CALCULATED, (int) i, FALSE);
        return;
      }
}

void
hw_reader_check_shape (HwReader *self)
{
  const guint n = self->plan->table->n_columns;
  const HwRecord *record = self->record;

  if (self->plan->sniff->repair)
    check_text (self);
  if (self->plan->book != NULL)
    check_formulas (self);
  /* A sheet's row ends with its last cell that is filled. */
  if (self->plan->book != NULL && record->n_cells < n && !record->broken)
    return;
  if (G_LIKELY ((record->n_cells == n || record->n_cells == self->plan->table->usual) && !record->broken))
    return;

  for (guint i = n; i < record->n_cells && !record->broken; i++)
    if (hw_reader_nth_cell (self, i)->length > 0)
      break;
    else if (i + 1 == record->n_cells)
      return;

  if (record->broken || self->plan->table->heading > 0)
    hw_reader_note (self, HW_ISSUE_RAGGED, -1, FALSE);
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

gboolean
hw_reader_leave_out (HwReader   *self,
                     HwLeftOut   why,
                     GError    **error)
{
  self->report->left_out[why]++;
  finish_flaws (self);
  return add (&self->report->left_out_amount[why], self->seen, error)
         && add (&self->sum_all, self->seen, error) && add (&self->part_all, self->seen, error);
}

gboolean
hw_reader_keep (HwReader  *self,
                gint64     quantity,
                GError   **error)
{
  HwImportReport *report = self->report;
  const HwImportRow *row = &self->row;

  if (self->sink != NULL && self->sink->known != NULL && self->sink->known (row, self->sink->data))
    return hw_reader_leave_out (self, HW_LEFT_OUT_KNOWN, error);

  report->rows_imported++;
  finish_flaws (self);
  if (row->day != HW_DAY_NONE)
    {
      report->first_day = report->first_day == HW_DAY_NONE ? row->day : MIN (report->first_day, row->day);
      report->last_day = MAX (report->last_day, MAX (row->day, row->until));
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

void
hw_reader_clear_row (HwReader *self)
{
  self->row = (HwImportRow) {
    .row = self->record->number, .day = HW_DAY_NONE, .until = HW_DAY_NONE, .minute = -1,
    .order_ref = "", .sku = "", .item = "", .category = "", .unit = "", .customer = "", .customer_name = "", .shop = "",
    .supplier = "", .supplier_name = "", .email = "",
    .quantity = HW_UNKNOWN, .unit_price = HW_UNKNOWN, .amount = HW_UNKNOWN, .unit_cost = HW_UNKNOWN,
    .pack = HW_UNKNOWN, .min_order = HW_UNKNOWN, .lead_days = HW_UNKNOWN, .shelf_days = HW_UNKNOWN,
    .note = "", .balance = HW_UNKNOWN, .due = HW_DAY_NONE, .came = HW_DAY_NONE, .received = HW_UNKNOWN,
  };
  self->flawed = self->quiet = FALSE;
  self->seen = 0;
}

/* "First Last" where the file has two columns for a person. */
const char *
hw_reader_full_name (HwReader *self,
                     int       column)
{
  const char *last = hw_reader_text (self, column);
  const char *first = hw_reader_text (self, self->plan->first_name);

  if (*first == '\0')
    return last;

  g_string_assign (self->name, first);
  if (*last != '\0')
    g_string_append_printf (self->name, " %s", last);
  return self->name->str;
}

void
hw_reader_read_common (HwReader *self)
{
  HwImportRow *row = &self->row;

  row->category = hw_reader_text (self, hw_reader_column (self, HW_FIELD_CATEGORY));
  row->unit = hw_reader_text (self, hw_reader_column (self, HW_FIELD_UNIT));
  row->supplier_name = hw_reader_text (self, hw_reader_column (self, HW_FIELD_SUPPLIER_NAME));
  row->supplier = hw_reader_text (self, hw_reader_column (self, HW_FIELD_SUPPLIER));
  if (*row->supplier == '\0')
    row->supplier = row->supplier_name;
  row->email = hw_reader_text (self, hw_reader_column (self, HW_FIELD_EMAIL));
  row->unit_cost = hw_reader_number_or_unknown (self, HW_FIELD_UNIT_COST);
  row->pack = hw_reader_number_or_unknown (self, HW_FIELD_PACK);
  row->min_order = hw_reader_number_or_unknown (self, HW_FIELD_MIN_ORDER);
  row->lead_days = days_at (self, HW_FIELD_LEAD_DAYS);
  row->shelf_days = days_at (self, HW_FIELD_SHELF_DAYS);
}

/* Where a date should stand there are words. */
static gboolean
lacks_date (HwReader *self)
{
  const HwCell *cell = hw_reader_cell (self, hw_reader_column (self, HW_FIELD_DATE));

  if (G_LIKELY (cell == NULL || cell->length == 0 || cell->length > 40))
    return FALSE;

  for (gsize i = 0; i < cell->length; i++)
    if (g_ascii_isdigit (cell->text[i]))
      return FALSE;

  return TRUE;
}

/* A row of headings that are not this table's, over columns of which the same holds dates. */
static gboolean
begins_other (HwReader *self)
{
  const HwTable *table = self->plan->table;
  const guint date = (guint) hw_reader_column (self, HW_FIELD_DATE);
  guint filled = 0, known = 0, new = 0;
  gboolean dated = FALSE;

  for (guint i = 0; i < self->record->n_cells; i++)
    {
      HwCell *cell = hw_reader_nth_cell (self, i);
      HwHeading heading;

      if (cell->length == 0)
        continue;
      hw_heading_read (&heading, hw_cell_text (cell));
      filled++;
      known += heading.roles[0] != HW_ROLE_NONE && heading.sureness >= 2;
      new += i >= table->n_columns || !g_str_equal (heading.words, table->columns[i].words.words);
      dated |= i == date && heading.roles[0] == HW_ROLE_DATE && heading.sureness >= 2;
    }

  return dated && known >= 2 && known * 2 > filled && new > 0;
}

/* Two tables on one sheet: the one below is not this one, and is said. */
static gboolean
is_of_other (HwReader *self)
{
  if (G_LIKELY (!lacks_date (self)) || self->plan->table->heading == 0)
    return self->other;

  if (hw_reader_is_heading (self))
    self->other = FALSE;
  else if (begins_other (self))
    {
      if (!self->other)
        {
          g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, self->record->number);

          /* Translators: %s is the number of a row. */
          hw_import_report_add_note (self->report, g_strdup_printf (_("From row %s on there is another table. It was not read: save it as a file of its own."), row));
        }
      self->other = TRUE;
    }

  return self->other;
}

gboolean
hw_reader_take (HwReader  *self,
                HwRecord  *record,
                GError   **error)
{
  self->record = record;
  if (is_of_other (self))
    return TRUE;

  switch (self->plan->kind)
    {
    case HW_IMPORT_SALES:
      return hw_plan_is_spread (self->plan) ? hw_reader_take_spread (self, error) : hw_reader_take_sale (self, error);
    case HW_IMPORT_PRODUCTS:
    case HW_IMPORT_STOCK:
      return hw_reader_take_product (self, error);
    case HW_IMPORT_SUPPLIERS:
    case HW_IMPORT_CUSTOMERS:
      return hw_reader_take_party (self, error);
    case HW_IMPORT_BANK:
      return hw_reader_take_bank (self, error);
    case HW_IMPORT_PURCHASES:
    case HW_IMPORT_WASTE:
    case HW_IMPORT_HOURS:
    case HW_IMPORT_METER:
    case HW_IMPORT_SURVEY:
      return hw_reader_take_log (self, error);
    case HW_IMPORT_FIGURES:
      return hw_plan_is_spread (self->plan) ? hw_reader_take_spread (self, error) : hw_reader_take_log (self, error);
    case HW_IMPORT_AUTO:
    default:
      return TRUE;
    }
}
