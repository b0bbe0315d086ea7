/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of logs: a day, how much, and of what. */
#include "import/hw-reader-private.h"

#include "domain/hw-records.h"
#include "import/hw-metric-name.h"

static HwDay
day_at (HwReader *self,
        HwField   field)
{
  const int column = hw_reader_column (self, field);
  int minute;

  return column >= 0 ? hw_reader_date (self, column, &minute) : HW_DAY_NONE;
}

static void
read_names (HwReader *self)
{
  HwImportRow *row = &self->row;

  row->order_ref = hw_reader_text (self, hw_reader_column (self, HW_FIELD_ORDER));
  row->sku = hw_reader_text (self, hw_reader_column (self, HW_FIELD_SKU));
  row->item = hw_reader_text (self, hw_reader_column (self, HW_FIELD_ITEM));
  if (*row->item == '\0')
    row->item = row->sku;
  row->note = hw_reader_text (self, hw_reader_column (self, HW_FIELD_NOTE));
}

/* What was ordered for how much, when it was due and when it came. */
static void
read_purchase (HwReader *self)
{
  HwImportRow *row = &self->row;

  row->due = day_at (self, HW_FIELD_DUE);
  row->came = day_at (self, HW_FIELD_CAME);
  row->received = hw_reader_number_or_unknown (self, HW_FIELD_RECEIVED);
  if (row->unit_cost == HW_UNKNOWN || row->quantity == HW_UNKNOWN || !hw_money_times (row->unit_cost, row->quantity, &row->amount))
    row->amount = HW_UNKNOWN;
}

/* "7:30", "7h30", "7 h": hours and minutes as a share of an hour. */
static gboolean
read_span (const HwCell *cell,
           gint64       *hours)
{
  const char *p = cell->text;
  const char *end = p + cell->length;
  gint64 part[2] = { 0, 0 };
  int n = 0;

  for (; p < end && n < 2; p++)
    if (g_ascii_isdigit (*p) && part[n] < 10000)
      part[n] = part[n] * 10 + (*p - '0');
    else if (n == 0 && p > cell->text && (*p == ':' || *p == 'h' || *p == 'H'))
      n = 1;
    else if (*p != ' ')
      break;

  /* Seconds and the word for minutes count for nothing. */
  if (n == 0 || part[1] > 59 || (p < end && *p != ':' && *p != 'm'))
    return FALSE;

  *hours = part[0] * HW_QUANTITY_ONE + (part[1] * HW_QUANTITY_ONE + 30) / 60;
  return TRUE;
}

static HwQuantity
read_quantity (HwReader *self)
{
  const HwCell *cell = hw_reader_cell (self, hw_reader_column (self, HW_FIELD_QUANTITY));
  gint64 hours;

  if (self->plan->kind == HW_IMPORT_HOURS && cell != NULL && read_span (cell, &hours))
    return hours;

  return hw_reader_number_or_unknown (self, HW_FIELD_QUANTITY);
}

/* The survey a row is of; NULL if there is none of that name. */
static const char *
find_subject (HwReader *self)
{
  const HwImportRow *row = &self->row;
  const char *named = *row->item != '\0' ? hw_metric_name_survey (row->item) : NULL;
  return named != NULL ? named : self->plan->survey;
}

static HwLeftOut
judge (HwReader *self)
{
  const HwImportPlan *plan = self->plan;
  const gboolean goods = plan->kind == HW_IMPORT_PURCHASES || plan->kind == HW_IMPORT_WASTE;

  if (hw_reader_meaning (self, hw_reader_column (self, HW_FIELD_STATUS), &self->status) == HW_MEANS_CANCELLED && !plan->keep_cancelled)
    return HW_LEFT_OUT_CANCELLED;
  if (hw_reader_in_other_currency (self))
    return HW_LEFT_OUT_OTHER_CURRENCY;
  if (!hw_reader_check_day (self))
    return HW_LEFT_OUT_DEFECT;

  if (plan->kind == HW_IMPORT_FIGURES && !hw_reader_settle_figure (self, NULL, hw_reader_column (self, HW_FIELD_QUANTITY)))
    return HW_LEFT_OUT_DEFECT;
  if (plan->kind == HW_IMPORT_SURVEY)
    {
      const char *subject = find_subject (self);

      if (subject == NULL)
        {
          hw_reader_note (self, HW_ISSUE_NO_FIGURE, hw_reader_column (self, HW_FIELD_ITEM), TRUE);
          return HW_LEFT_OUT_DEFECT;
        }
      self->row.item = subject;
    }

  if (goods && *self->row.item == '\0')
    hw_reader_note (self, HW_ISSUE_NO_PRODUCT, hw_reader_column (self, HW_FIELD_ITEM), TRUE);
  else if (self->row.quantity == HW_UNKNOWN)
    hw_reader_note (self, HW_ISSUE_BAD_NUMBER, hw_reader_column (self, HW_FIELD_QUANTITY), TRUE);
  else
    return HW_LEFT_OUT_N;

  return HW_LEFT_OUT_DEFECT;
}

gboolean
hw_reader_take_log (HwReader  *self,
                    GError   **error)
{
  HwImportRow *row = &self->row;
  HwCell *first = hw_reader_first_filled (self);
  HwLeftOut why;

  hw_reader_clear_row (self);
  if (first == NULL || hw_reader_is_heading (self) || hw_cell_is_total (first->text, first->length) != 0)
    return TRUE;

  row->day = self->plan->kind == HW_IMPORT_FIGURES ? hw_reader_figure_day (self, hw_reader_column (self, HW_FIELD_DATE))
             : hw_reader_date (self, hw_reader_column (self, HW_FIELD_DATE), &row->minute);
  if (row->day == HW_DAY_NONE && hw_reader_count_filled (self) < 2)
    return TRUE;

  self->report->rows_read++;
  hw_reader_check_shape (self);
  read_names (self);
  row->quantity = read_quantity (self);
  hw_reader_read_common (self);
  if (self->plan->kind == HW_IMPORT_PURCHASES)
    read_purchase (self);
  if (self->plan->kind == HW_IMPORT_WASTE && row->quantity != HW_UNKNOWN)
    row->quantity = ABS (row->quantity);

  self->seen = row->amount != HW_UNKNOWN ? row->amount : 0;
  why = judge (self);
  return why == HW_LEFT_OUT_N ? hw_reader_keep (self, row->quantity, error) : hw_reader_leave_out (self, why, error);
}
