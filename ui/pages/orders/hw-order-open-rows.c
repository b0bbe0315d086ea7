/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-open-rows.h"

#include "domain/hw-records.h"
#include "pages/orders/hw-order-rows.h"
#include "widgets/hw-cells.h"

#include <glib/gi18n.h>

#define LINES_SAID 8

enum
{
  OPEN_SUPPLIER,
  OPEN_STATE,
  OPEN_ORDERED,
  OPEN_ARRIVES,
  OPEN_LINES,
  OPEN_VALUE,
  OPEN_N,
};

void
hw_order_open_set_up (HwDataTable *table,
                      gboolean     came)
{
  const HwColumn columns[OPEN_N] = {
    [OPEN_SUPPLIER] = { _("Supplier"), HW_COLUMN_TEXT },
    [OPEN_STATE]    = { _("State"), HW_COLUMN_SHORT },
    [OPEN_ORDERED]  = { _("Ordered"), HW_COLUMN_NUMBER },
    [OPEN_ARRIVES]  = { came ? _("Arrived") : _("Arrives"), HW_COLUMN_NUMBER },
    [OPEN_LINES]    = { _("Items"), HW_COLUMN_NUMBER },
    [OPEN_VALUE]    = { _("Value"), HW_COLUMN_NUMBER },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, came ? _("Orders that came") : _("Orders to suppliers"));
}

/* What the supplier named, else what experience says, else what was reckoned with. */
static void
set_arrives (HwRow                *row,
             const HwOrderSummary *order,
             const HwFormat       *format)
{
  if (order->received != HW_DAY_NONE)
    hw_cell_day (row, OPEN_ARRIVES, order->received, format);
  else if (order->confirmed != HW_DAY_NONE)
    hw_cell_day (row, OPEN_ARRIVES, order->confirmed, format);
  else
    hw_order_cell_days (row, OPEN_ARRIVES, order->arrives_early, order->expected, order->arrives_late, format);
}

const HwOrderSummary *
hw_order_open_chosen (HwDataTable *table,
                      GPtrArray   *orders)
{
  HwRow *row = hw_data_table_get_chosen (table);

  for (guint i = 0; row != NULL && orders != NULL && i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);

      if (order->id == hw_row_get_id (row))
        return order;
    }

  return NULL;
}

GPtrArray *
hw_order_open_rows (GPtrArray      *orders,
                    HwDay           today,
                    HwOrderTime     from,
                    HwOrderTime     to,
                    const HwFormat *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);
      const HwOrderTime time = hw_order_summary_time (order, today);
      const char *state = hw_order_state_words (order);
      HwRow *row;

      if (order->state == HW_ORDER_CANCELLED || time < from || time > to)
        continue;

      row = hw_row_new (OPEN_N, order->id);
      hw_cell_name (row, OPEN_SUPPLIER, order->supplier);
      /* Translators: an order that is late; %s says how. */
      hw_row_set_text (row, OPEN_STATE, order->late ? g_strdup_printf (_("⚠ %s"), state) : g_strdup (state));
      hw_cell_day (row, OPEN_ORDERED, order->ordered, format);
      set_arrives (row, order, format);
      hw_row_set_number (row, OPEN_LINES, hw_format_number (format, order->n_lines, 0), order->n_lines);
      hw_cell_money (row, OPEN_VALUE, order->value, format);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

char *
hw_order_open_say_lines (const HwOrderSummary *order,
                         const HwFormat       *format)
{
  GString *text = g_string_new (NULL);
  const guint n = MIN (order->lines->len, LINES_SAID);

  for (guint i = 0; i < n; i++)
    {
      const HwOrderLineView *line = g_ptr_array_index (order->lines, i);
      g_autofree char *all = hw_format_quantity (format, line->quantity);
      g_autofree char *here = hw_format_quantity (format, line->received);
      g_autofree char *one = NULL;

      if (line->received > 0 && line->received < line->quantity)
        /* Translators: 1 how many came, 2 how many were ordered, 3 a product. */
        one = g_strdup_printf (_("%1$s of %2$s %3$s"), here, all, line->name);
      else
        /* Translators: 1 how many, 2 a product. */
        one = g_strdup_printf (C_("order", "%1$s %2$s"), all, line->name);
      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", one);
    }

  if (order->lines->len > n)
    /* Translators: after a list; %u is how many more products. */
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", order->lines->len - n), order->lines->len - n);

  return g_string_free (text, FALSE);
}
