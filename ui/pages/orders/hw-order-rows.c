/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-rows.h"

#include "jobs/hw-order-job.h"
#include "jobs/hw-say.h"
#include "widgets/hw-cells.h"

#include <glib/gi18n.h>

void
hw_order_lines_set_up (HwDataTable *table)
{
  const HwColumn columns[HW_ORDER_N_COLUMNS] = {
    [HW_ORDER_PRODUCT]  = { _("Product"), HW_COLUMN_TEXT },
    [HW_ORDER_ON_HAND]  = { _("On hand"), HW_COLUMN_NUMBER },
    [HW_ORDER_RUNS_OUT] = { _("Runs out"), HW_COLUMN_NUMBER },
    [HW_ORDER_QUANTITY] = { C_("column", "Order"), HW_COLUMN_NUMBER },
    [HW_ORDER_VALUE]    = { _("Value"), HW_COLUMN_NUMBER },
    /* Translators: heading over the sales likely lost if the product is not ordered. */
    [HW_ORDER_AT_RISK]  = { _("If not ordered"), HW_COLUMN_NUMBER },
    [HW_ORDER_SUPPLIER] = { _("Supplier"), HW_COLUMN_SHORT },
    [HW_ORDER_WHY]      = { _("Why"), HW_COLUMN_LONG },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, _("Order list for today"));
}

GPtrArray *
hw_order_lines_rows (HwOrderDraft      *draft,
                     const HwStockPlan *plan,
                     const HwFormat    *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      HwRow *row;

      if (!hw_order_draft_lists (draft, line))
        continue;

      row = hw_row_new (HW_ORDER_N_COLUMNS, line->product_id);
      hw_cell_name (row, HW_ORDER_PRODUCT, line->name);
      hw_cell_quantity (row, HW_ORDER_ON_HAND, line->on_hand, format);
      hw_cell_day (row, HW_ORDER_RUNS_OUT, line->runs_out, format);
      hw_cell_quantity (row, HW_ORDER_QUANTITY, hw_order_draft_quantity (draft, line), format);
      hw_cell_money (row, HW_ORDER_VALUE, hw_order_draft_value (draft, line), format);
      hw_cell_money (row, HW_ORDER_AT_RISK, line->at_risk, format);
      hw_cell_name (row, HW_ORDER_SUPPLIER, line->supplier);
      hw_row_set_text (row, HW_ORDER_WHY, hw_say_stock_reason (line, format));
      g_ptr_array_add (rows, row);
    }

  return rows;
}

enum
{
  SENT_SUPPLIER,
  SENT_STATE,
  SENT_ORDERED,
  SENT_EXPECTED,
  SENT_LINES,
  SENT_VALUE,
  SENT_N,
};

void
hw_order_sent_set_up (HwDataTable *table)
{
  const HwColumn columns[SENT_N] = {
    [SENT_SUPPLIER] = { _("Supplier"), HW_COLUMN_TEXT },
    [SENT_STATE]    = { _("State"), HW_COLUMN_SHORT },
    [SENT_ORDERED]  = { _("Ordered"), HW_COLUMN_NUMBER },
    [SENT_EXPECTED] = { _("Arrives"), HW_COLUMN_NUMBER },
    [SENT_LINES]    = { _("Items"), HW_COLUMN_NUMBER },
    [SENT_VALUE]    = { _("Value"), HW_COLUMN_NUMBER },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, _("Orders to suppliers"));
}

static const char *
state_name (const HwOrderSummary *order)
{
  if (order->presumed)
    return C_("order", "Taken as arrived");
  if (order->late)
    return C_("order", "Late");

  switch (order->state)
    {
    case HW_ORDER_DRAFT:
      return C_("order", "Not sent yet");

    case HW_ORDER_SENT:
      return C_("order", "On its way");

    case HW_ORDER_CONFIRMED:
      return C_("order", "Confirmed");

    case HW_ORDER_PART:
      return C_("order", "Partly received");

    case HW_ORDER_RECEIVED:
      return C_("order", "Received");

    case HW_ORDER_CANCELLED:
      return C_("order", "Taken back");
    }

  return "";
}

GPtrArray *
hw_order_sent_rows (GPtrArray      *orders,
                    const HwFormat *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);
      HwRow *row = hw_row_new (SENT_N, order->id);

      hw_cell_name (row, SENT_SUPPLIER, order->supplier);
      hw_row_set_text (row, SENT_STATE, g_strdup (state_name (order)));
      hw_cell_day (row, SENT_ORDERED, order->ordered, format);
      hw_cell_day (row, SENT_EXPECTED, order->received != HW_DAY_NONE ? order->received : order->expected, format);
      hw_row_set_number (row, SENT_LINES, hw_format_number (format, order->n_lines, 0), order->n_lines);
      hw_cell_money (row, SENT_VALUE, order->value, format);
      g_ptr_array_add (rows, row);
    }

  return rows;
}
