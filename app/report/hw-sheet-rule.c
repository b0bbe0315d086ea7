/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be typed into the cells that can be changed. */
#include "report/hw-sheet.h"

#include <glib/gi18n-lib.h>

#define DAY_FIRST_SAFE 60   /* as in spreadsheets: before it they disagree */
#define FIGURE_MOST 1e12

static gboolean
is_day (HwCellKind kind)
{
  return kind == HW_CELL_DATE || kind == HW_CELL_DAY || kind == HW_CELL_MONTH;
}

void
hw_sheet_rule (HwSheet    *self,
               int         row,
               int         column,
               HwCellKind  kind,
               gboolean    positive)
{
  const gboolean share = positive && kind == HW_CELL_SHARE;
  lxw_data_validation rule = {
    .validate = is_day (kind) ? LXW_VALIDATION_TYPE_DATE_NUMBER : LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = is_day (kind) ? LXW_VALIDATION_CRITERIA_GREATER_THAN : LXW_VALIDATION_CRITERIA_BETWEEN,
    .value_number = DAY_FIRST_SAFE,
    .minimum_number = positive ? 0.0 : -FIGURE_MOST,
    .maximum_number = share ? 1.0 : FIGURE_MOST,
    .error_title = is_day (kind) ? _("A date") : _("A figure"),
    .error_message = is_day (kind) ? _("Please enter a date.") : share ? _("Please enter 0 to 100 %.")
                     : positive ? _("Please enter 0 or more.") : _("Please enter a figure."),
  };

  worksheet_data_validation_cell (self->ws, (lxw_row_t) row, (lxw_col_t) column, &rule);
}

void
hw_sheet_input (HwSheet    *self,
                int         row,
                int         column,
                HwCellKind  kind,
                gboolean    positive,
                double      value)
{
  hw_sheet_number (self, row, column, kind, HW_ROLE_INPUT, value);
  hw_sheet_rule (self, row, column, kind, positive);
}
