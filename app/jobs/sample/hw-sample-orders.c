/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-orders.h"

#define SHORT_DAYS 4 /* before the end: an order of which some is still to come */

/* Sent, and something came: a part of it is here. */
static void
mark_parts (HwSampleRecords *records)
{
  for (guint i = 0; i < records->receipts->len; i++)
    {
      const HwReceipt *receipt = &g_array_index (records->receipts, HwReceipt, i);
      const HwOrderLine *line = &g_array_index (records->order_lines, HwOrderLine, receipt->order_line_id - 1);
      HwOrder *order = &g_array_index (records->orders, HwOrder, line->order_id - 1);

      if (order->state == HW_ORDER_SENT)
        order->state = HW_ORDER_PART;
    }
}

/* (nullable) */
static HwOrderLine *
first_line (HwSampleRecords *records,
            const HwOrder   *order)
{
  for (guint i = 0; i < records->order_lines->len; i++)
    if (g_array_index (records->order_lines, HwOrderLine, i).order_id == order->id)
      return &g_array_index (records->order_lines, HwOrderLine, i);

  return NULL;
}

/* The newest order that came of those before @from lacks a pack of its first line. */
static void
leave_some_out (HwSampleRecords       *records,
                const HwSampleProduct *products,
                HwDay                  from)
{
  for (guint i = records->orders->len; i-- > 0;)
    {
      HwOrder *order = &g_array_index (records->orders, HwOrder, i);
      HwOrderLine *line = first_line (records, order);

      if (line == NULL || order->state != HW_ORDER_RECEIVED || order->ordered >= from)
        continue;

      line->quantity += MAX (products[line->product_id - 1].pack, 1) * HW_QUANTITY_ONE;
      order->state = HW_ORDER_PART;
      return;
    }
}

/* The newest order whose day is known is confirmed. */
static void
confirm_newest (HwSampleRecords *records)
{
  for (guint i = records->orders->len; i-- > 0;)
    {
      HwOrder *order = &g_array_index (records->orders, HwOrder, i);

      if (order->state != HW_ORDER_SENT || order->expected == HW_DAY_NONE)
        continue;

      order->state = HW_ORDER_CONFIRMED;
      return;
    }
}

void
hw_sample_orders_settle (HwSampleRecords       *records,
                         const HwSampleProduct *products,
                         HwDay                  end)
{
  mark_parts (records);
  leave_some_out (records, products, end - SHORT_DAYS);
  confirm_newest (records);
}
