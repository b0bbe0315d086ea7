/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-orders.h"

#include "jobs/stock/hw-order-job.h"
#include "report/hw-report.h"

static void
order_clear (gpointer data)
{
  HwReportOrder *order = data;

  g_free (order->name);
  g_free (order->supplier);
  g_free (order->state);
}

/* A day the supplier named is one day; without receipts to tell, the day expected is. */
static void
take_order (GArray               *orders,
            const HwOrderSummary *from)
{
  const HwDay named = from->confirmed != HW_DAY_NONE ? from->confirmed : from->arrives_early == HW_DAY_NONE ? from->expected : HW_DAY_NONE;

  for (guint i = 0; i < from->lines->len; i++)
    {
      const HwOrderLineView *line = g_ptr_array_index (from->lines, i);
      HwReportOrder order = {
        .product_id = line->product_id, .ordered = from->ordered,
        .early = named != HW_DAY_NONE ? named : from->arrives_early, .late = named != HW_DAY_NONE ? named : from->arrives_late,
        .quantity = line->quantity, .received = line->received, .unit_cost = line->unit_cost,
      };

      if (line->received >= line->quantity)
        continue;
      order.name = g_strdup (line->name);
      order.supplier = g_strdup (from->supplier);
      order.state = g_strdup (hw_order_state_words (from));
      g_array_append_val (orders, order);
    }
}

GArray *
hw_report_orders_load (HwSession     *session,
                       const HwTick  *tick,
                       GError       **error)
{
  g_autoptr (GPtrArray) list = hw_order_list_job.run (session, NULL, tick, error);
  GArray *orders;

  if (list == NULL)
    return NULL;

  orders = g_array_new (FALSE, FALSE, sizeof (HwReportOrder));
  g_array_set_clear_func (orders, order_clear);
  for (guint i = 0; i < list->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (list, i);
      const gboolean open = order->state == HW_ORDER_SENT || order->state == HW_ORDER_CONFIRMED || order->state == HW_ORDER_PART;

      if (open && !order->presumed)
        take_order (orders, order);
    }

  return orders;
}
