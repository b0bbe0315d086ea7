/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-cells.h"

#include "domain/hw-records.h"

#include <math.h>

void
hw_cell_quantity (HwRow          *row,
                  guint           column,
                  HwQuantity      quantity,
                  const HwFormat *format)
{
  if (quantity == HW_UNKNOWN)
    hw_row_set_number (row, column, g_strdup (HW_CELL_DASH), NAN);
  else
    hw_row_set_number (row, column, hw_format_quantity (format, quantity), hw_scaled_to_double (quantity));
}

void
hw_cell_money (HwRow          *row,
               guint           column,
               HwMoney         money,
               const HwFormat *format)
{
  if (money == HW_UNKNOWN)
    hw_row_set_number (row, column, g_strdup (HW_CELL_DASH), NAN);
  else
    hw_row_set_number (row, column, hw_format_money (format, money), hw_scaled_to_double (money));
}

void
hw_cell_day (HwRow          *row,
             guint           column,
             HwDay           day,
             const HwFormat *format)
{
  if (day == HW_DAY_NONE)
    hw_row_set_number (row, column, g_strdup (HW_CELL_DASH), NAN);
  else
    hw_row_set_number (row, column, hw_format_day (format, day, HW_DAY_SHORT), day);
}

void
hw_cell_name (HwRow      *row,
              guint       column,
              const char *name)
{
  hw_row_set_text (row, column, g_strdup (*name != '\0' ? name : HW_CELL_DASH));
}
