/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a table that runs across: a sale, or a value of a figure, for each cell in it. */
#include "import/hw-reader-private.h"

#include "domain/hw-records.h"

/* Money alone has no pieces. */
static void
set_sold (HwReader *self,
          gint64    value)
{
  const gboolean money = self->plan->spread_field == HW_FIELD_AMOUNT;
  HwImportRow *row = &self->row;

  row->amount = self->seen = money ? value : 0;
  row->quantity = money ? HW_UNKNOWN : value;
}

/* Whether the cell counts. @day: of the row, if each column is not of its own. */
static gboolean
read_cell (HwReader        *self,
           const HwSpread  *spread,
           HwDay            day,
           gint64           value)
{
  HwImportRow *row = &self->row;

  if (self->plan->kind != HW_IMPORT_FIGURES)
    {
      row->day = day;
      row->until = spread->day != HW_DAY_NONE ? MAX (day, MIN (hw_period_last (spread->period.kind, day), self->plan->today)) : HW_DAY_NONE;
      set_sold (self, value);
      return hw_reader_check_day (self);
    }

  row->day = spread->day != HW_DAY_NONE ? MIN (hw_period_last (spread->period.kind, day), self->plan->today) : day;
  row->item = hw_reader_text (self, hw_reader_column (self, HW_FIELD_ITEM));
  row->quantity = value;
  return hw_reader_settle_figure (self, spread->figure, spread->column) && hw_reader_check_day (self);
}

static gboolean
take_figure (HwReader        *self,
             const HwSpread  *spread,
             HwDay            day,
             GError         **error)
{
  const HwCell *cell = hw_reader_cell (self, spread->column);
  const gboolean sold = self->plan->kind == HW_IMPORT_SALES;
  HwImportRow *row = &self->row;
  HwNumberStatus status;
  gint64 value;

  if (cell == NULL || hw_text_is_nothing (cell->text, cell->length))
    return TRUE;

  status = hw_number_read (cell->text, cell->length, hw_cell_point (cell, self->plan->styles[spread->column].point), &value);
  if (hw_number_is_there (status) && value == 0 && sold)
    return TRUE;

  hw_reader_clear_row (self);
  self->report->rows_read++;
  if (sold)
    hw_reader_read_sale_names (self);
  if (sold && spread->day == HW_DAY_NONE)
    row->item = self->plan->table->columns[spread->column].heading;
  if (!hw_number_is_there (status))
    {
      hw_reader_note (self, HW_ISSUE_BAD_NUMBER, spread->column, TRUE);
      return hw_reader_leave_out (self, HW_LEFT_OUT_DEFECT, error);
    }
  if (!read_cell (self, spread, day, value))
    return hw_reader_leave_out (self, HW_LEFT_OUT_DEFECT, error);

  return hw_reader_keep (self, row->quantity != HW_UNKNOWN ? row->quantity : 0, error);
}

gboolean
hw_reader_take_spread (HwReader  *self,
                       GError   **error)
{
  const HwImportPlan *plan = self->plan;
  HwCell *first = hw_reader_first_filled (self);
  HwDay day = HW_DAY_NONE;
  int minute;

  hw_reader_clear_row (self);
  if (first == NULL || hw_reader_is_heading (self) || hw_cell_is_total (first->text, first->length) != 0 || hw_reader_count_filled (self) == 1)
    return TRUE;

  if (plan->spread_items)
    {
      day = plan->kind == HW_IMPORT_FIGURES ? hw_reader_figure_day (self, hw_reader_column (self, HW_FIELD_DATE))
            : hw_reader_date (self, hw_reader_column (self, HW_FIELD_DATE), &minute);
      if (day == HW_DAY_NONE)
        return TRUE;
    }
  else if (!hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_ITEM)) && !hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_SKU)))
    return TRUE;

  for (guint i = 0; i < plan->spread->len; i++)
    {
      const HwSpread *it = &g_array_index (plan->spread, HwSpread, i);

      if (!take_figure (self, it, plan->spread_items ? day : it->day, error))
        return FALSE;
    }

  return TRUE;
}
