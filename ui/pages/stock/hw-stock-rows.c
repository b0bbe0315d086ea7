/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-rows.h"

#include "jobs/hw-say.h"
#include "widgets/hw-cells.h"

#include <glib/gi18n.h>

/* How much money it brings, and how evenly it sells. */
static char *
say_class (const HwStockLine *line)
{
  switch (line->xyz)
    {
    case HW_XYZ_X:
      /* Translators: %s is A, B or C: how much money a product brings; it sells evenly. */
      return g_strdup_printf (_("%s, steady"), hw_abc_id (line->abc));

    case HW_XYZ_Y:
      /* Translators: %s is A, B or C: how much money a product brings; it sells up and down. */
      return g_strdup_printf (_("%s, up and down"), hw_abc_id (line->abc));

    case HW_XYZ_Z:
    default:
      /* Translators: %s is A, B or C: how much money a product brings; it sells now and then. */
      return g_strdup_printf (_("%s, now and then"), hw_abc_id (line->abc));
    }
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
      hw_cell_quantity (row, LEVEL_ON_HAND, line->on_hand, format);
      hw_cell_quantity (row, LEVEL_POINT, line->reorder_point, format);
      hw_cell_quantity (row, LEVEL_UP_TO, line->order_up_to, format);
      hw_cell_quantity (row, LEVEL_SAFETY, line->safety_stock, format);
      hw_row_set_text (row, LEVEL_CLASS, say_class (line));
      hw_row_set_text (row, LEVEL_SAYS, hw_say_stock_reason (line, format));
      g_ptr_array_add (rows, row);
    }

  return rows;
}
