/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a bank: each has a day and money that came or went. Balances are no
 * lines, but say which days the list covers. */
#include "import/hw-reader-private.h"

static void
cover (HwReader *self,
       HwDay     day)
{
  HwImportReport *report = self->report;

  if (day == HW_DAY_NONE)
    return;

  report->first_day = report->first_day == HW_DAY_NONE ? day : MIN (report->first_day, day);
  report->last_day = report->last_day == HW_DAY_NONE ? day : MAX (report->last_day, day);
}

static gboolean
is_balance (HwReader *self)
{
  for (guint i = 0; i < self->record->n_cells; i++)
    {
      const HwCell *cell = hw_reader_nth_cell (self, i);

      if (hw_cell_is_balance (cell->text, cell->length))
        return TRUE;
    }

  return FALSE;
}

/* A sign of its own column, a column for each way, or as it stands. */
static gboolean
read_amount (HwReader *self,
             HwMoney  *amount)
{
  const HwCell *said = hw_reader_cell (self, hw_reader_column (self, HW_FIELD_DIRECTION));
  gint64 in = 0, out = 0;
  gboolean came, went;
  int way;

  if (hw_reader_column (self, HW_FIELD_AMOUNT) >= 0)
    {
      if (!hw_number_is_there (hw_reader_number (self, HW_FIELD_AMOUNT, amount)))
        return FALSE;
      way = said != NULL ? hw_cell_direction (said->text, said->length) : 0;
      if (way != 0)
        *amount = way * ABS (*amount);
      else if (self->plan->spent)
        *amount = -*amount;
      return TRUE;
    }

  came = hw_number_is_there (hw_reader_number (self, HW_FIELD_MONEY_IN, &in));
  went = hw_number_is_there (hw_reader_number (self, HW_FIELD_MONEY_OUT, &out));
  *amount = (came ? ABS (in) : 0) - (went ? ABS (out) : 0);
  return came || went;
}

/* A total, a balance, a heading once more, a line of words at the end. */
static gboolean
is_no_line (HwReader *self)
{
  HwCell *first = hw_reader_first_filled (self);

  if (first == NULL || hw_reader_is_heading (self) || hw_cell_is_total (first->text, first->length) != 0)
    return TRUE;
  if (!is_balance (self))
    return FALSE;

  cover (self, self->row.day);
  return TRUE;
}

gboolean
hw_reader_take_bank (HwReader  *self,
                     GError   **error)
{
  HwImportRow *row = &self->row;
  HwMoney amount = 0;
  HwLeftOut why = HW_LEFT_OUT_N;
  gboolean told;

  hw_reader_clear_row (self);
  row->day = hw_reader_date (self, hw_reader_column (self, HW_FIELD_DATE), &row->minute);
  if (is_no_line (self))
    return TRUE;

  self->quiet = row->day == HW_DAY_NONE;
  told = read_amount (self, &amount);
  if (row->day == HW_DAY_NONE && told && self->plan->fill_days && !hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_DATE)))
    {
      row->day = self->last_day;
      hw_import_report_add_issue (self->report, HW_ISSUE_DATE_ABOVE, self->record->number, hw_reader_column (self, HW_FIELD_DATE), NULL, FALSE);
    }
  self->quiet = FALSE;
  if (row->day == HW_DAY_NONE && (!told || hw_reader_count_filled (self) < 2))
    return TRUE;

  self->report->rows_read++;
  hw_reader_check_shape (self);
  if (hw_reader_meaning (self, hw_reader_column (self, HW_FIELD_STATUS), &self->status) == HW_MEANS_CANCELLED && !self->plan->keep_cancelled)
    why = HW_LEFT_OUT_CANCELLED;
  else if (hw_reader_in_other_currency (self))
    why = HW_LEFT_OUT_OTHER_CURRENCY;
  else if (!told)
    {
      hw_reader_note (self, HW_ISSUE_NO_AMOUNT, hw_reader_column (self, HW_FIELD_AMOUNT), TRUE);
      why = HW_LEFT_OUT_DEFECT;
    }
  else if (!hw_reader_check_day (self))
    why = HW_LEFT_OUT_DEFECT;
  else
    self->last_day = row->day;

  row->amount = self->seen = amount;
  row->balance = hw_reader_number_or_unknown (self, HW_FIELD_BALANCE);
  row->note = hw_reader_text (self, hw_reader_column (self, HW_FIELD_NOTE));
  return why == HW_LEFT_OUT_N ? hw_reader_keep (self, 0, error) : hw_reader_leave_out (self, why, error);
}
