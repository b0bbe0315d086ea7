/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-rows.h"

#include "domain/hw-records.h"
#include "jobs/hw-say.h"

#include <glib/gi18n.h>
#include <math.h>

static void
set_quantity (HwRow          *row,
              guint           column,
              HwQuantity      quantity,
              const HwFormat *format)
{
  if (quantity == HW_UNKNOWN)
    hw_row_set_number (row, column, g_strdup ("–"), NAN);
  else
    hw_row_set_number (row, column, hw_format_quantity (format, quantity), hw_scaled_to_double (quantity));
}

static void
set_money (HwRow          *row,
           guint           column,
           HwMoney         money,
           const HwFormat *format)
{
  if (money == HW_UNKNOWN)
    hw_row_set_number (row, column, g_strdup ("–"), NAN);
  else
    hw_row_set_number (row, column, hw_format_money (format, money), hw_scaled_to_double (money));
}

static void
set_day (HwRow          *row,
         guint           column,
         HwDay           day,
         const HwFormat *format)
{
  if (day == HW_DAY_NONE)
    hw_row_set_number (row, column, g_strdup ("–"), NAN);
  else
    hw_row_set_number (row, column, hw_format_day (format, day, HW_DAY_SHORT), day);
}

enum
{
  ORDER_PRODUCT,
  ORDER_ON_HAND,
  ORDER_RUNS_OUT,
  ORDER_NOW,
  ORDER_VALUE,
  ORDER_SUPPLIER,
  ORDER_WHY,
  ORDER_N,
};

void
hw_stock_orders_set_up (HwDataTable *table)
{
  const HwColumn columns[ORDER_N] = {
    [ORDER_PRODUCT]  = { _("Product"), HW_COLUMN_TEXT },
    [ORDER_ON_HAND]  = { _("On hand"), HW_COLUMN_NUMBER },
    [ORDER_RUNS_OUT] = { _("Runs out"), HW_COLUMN_NUMBER },
    [ORDER_NOW]      = { C_("column", "Order"), HW_COLUMN_NUMBER },
    [ORDER_VALUE]    = { _("Value"), HW_COLUMN_NUMBER },
    [ORDER_SUPPLIER] = { _("Supplier"), HW_COLUMN_SHORT },
    [ORDER_WHY]      = { _("Why"), HW_COLUMN_LONG },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, _("Order list for today"));
}

GPtrArray *
hw_stock_orders_rows (const HwStockPlan *plan,
                      const HwFormat    *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      HwRow *row;

      if (line->order_now <= 0)
        continue;

      row = hw_row_new (ORDER_N, line->product_id);
      hw_row_set_text (row, ORDER_PRODUCT, g_strdup (line->name));
      set_quantity (row, ORDER_ON_HAND, line->on_hand, format);
      set_day (row, ORDER_RUNS_OUT, line->runs_out, format);
      set_quantity (row, ORDER_NOW, line->order_now, format);
      set_money (row, ORDER_VALUE, line->value, format);
      hw_row_set_text (row, ORDER_SUPPLIER, g_strdup (*line->supplier != '\0' ? line->supplier : "–"));
      hw_row_set_text (row, ORDER_WHY, hw_say_stock_reason (line, format));
      g_ptr_array_add (rows, row);
    }

  return rows;
}

enum
{
  LEVEL_PRODUCT,
  LEVEL_ON_HAND,
  LEVEL_POINT,
  LEVEL_UP_TO,
  LEVEL_SAFETY,
  LEVEL_CLASS,
  LEVEL_SAYS,
  LEVEL_N,
};

void
hw_stock_levels_set_up (HwDataTable *table)
{
  const HwColumn columns[LEVEL_N] = {
    [LEVEL_PRODUCT] = { _("Product"), HW_COLUMN_TEXT },
    [LEVEL_ON_HAND] = { _("On hand"), HW_COLUMN_NUMBER },
    /* Translators: heading over "order when so many are left". */
    [LEVEL_POINT]   = { _("Order at"), HW_COLUMN_NUMBER },
    [LEVEL_UP_TO]   = { _("Order up to"), HW_COLUMN_NUMBER },
    /* Translators: heading over units kept for bad days. */
    [LEVEL_SAFETY]  = { _("Extra kept"), HW_COLUMN_NUMBER },
    /* Translators: heading over "A X": how much money a product brings and how evenly it sells. */
    [LEVEL_CLASS]   = { _("Class"), HW_COLUMN_SHORT },
    [LEVEL_SAYS]    = { _("What it means"), HW_COLUMN_LONG },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, _("All products"));
}

GPtrArray *
hw_stock_levels_rows (const HwStockPlan *plan,
                      const HwFormat    *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      HwRow *row = hw_row_new (LEVEL_N, line->product_id);

      hw_row_set_text (row, LEVEL_PRODUCT, g_strdup (line->name));
      set_quantity (row, LEVEL_ON_HAND, line->on_hand, format);
      set_quantity (row, LEVEL_POINT, line->reorder_point, format);
      set_quantity (row, LEVEL_UP_TO, line->order_up_to, format);
      set_quantity (row, LEVEL_SAFETY, line->safety_stock, format);
      hw_row_set_text (row, LEVEL_CLASS, g_strdup_printf ("%s %s", hw_abc_id (line->abc), hw_xyz_id (line->xyz)));
      hw_row_set_text (row, LEVEL_SAYS, hw_say_stock_reason (line, format));
      g_ptr_array_add (rows, row);
    }

  return rows;
}
