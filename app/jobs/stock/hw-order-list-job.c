/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-order-job.h"

#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-waiting.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-stock-repo.h"
#include "store/hw-terms-repo.h"

#include <glib/gi18n-lib.h>

#define DUE_DAYS 14 /* after the order, where no day is known */

static void
line_view_free (gpointer data)
{
  HwOrderLineView *self = data;

  g_free (self->name);
  g_free (self->unit);
  g_free (self->why);
  g_free (self);
}

void
hw_order_summary_free (HwOrderSummary *self)
{
  if (self == NULL)
    return;

  g_free (self->supplier);
  g_free (self->email);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* What nobody says came, counts as come when its day is over. */
const char *
hw_order_state_words (const HwOrderSummary *self)
{
  if (self->presumed)
    return C_("order", "Taken as arrived");
  if (self->late)
    return self->state == HW_ORDER_PART ? C_("order", "Rest late") : C_("order", "Late");

  switch (self->state)
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

static gboolean
is_open (HwOrderState state)
{
  return state == HW_ORDER_SENT || state == HW_ORDER_CONFIRMED || state == HW_ORDER_PART;
}

static HwDay
last_good_day (const HwOrderSummary *order)
{
  if (order->confirmed != HW_DAY_NONE)
    return order->confirmed;
  if (order->arrives_late != HW_DAY_NONE)
    return order->arrives_late;

  return order->expected != HW_DAY_NONE ? order->expected : order->ordered + DUE_DAYS;
}

HwOrderTime
hw_order_summary_time (const HwOrderSummary *self,
                       HwDay                 today)
{
  HwDay here = self->received;

  if (self->state != HW_ORDER_RECEIVED && self->state != HW_ORDER_CANCELLED && !self->presumed)
    return HW_ORDER_TO_COME;
  if (here == HW_DAY_NONE)
    here = self->confirmed != HW_DAY_NONE ? self->confirmed
           : self->expected != HW_DAY_NONE ? self->expected : self->ordered + DUE_DAYS;

  return here >= today - HW_LATELY_DAYS ? HW_ORDER_CAME_LATELY : HW_ORDER_CAME_BEFORE;
}

static void
add_line (HwOrderSummary *order,
          HwOrderLineRow *row)
{
  HwOrderLineView *line = g_new0 (HwOrderLineView, 1);

  line->id = row->line.id;
  line->product_id = row->line.product_id;
  line->name = g_steal_pointer (&row->name);
  line->unit = g_steal_pointer (&row->unit);
  line->why = g_steal_pointer (&row->why);
  line->quantity = row->line.quantity;
  line->proposed = row->proposed;
  line->received = row->received;
  line->unit_cost = row->line.unit_cost;
  line->pack = row->pack;
  line->min_order = row->min_order;
  order->n_changed += row->proposed != HW_UNKNOWN && row->proposed != row->line.quantity;
  g_ptr_array_add (order->lines, line);
}

static HwOrderSummary *
summarise (HwOrderRow       *row,
           const HwWaitBook *book,
           HwDay             today)
{
  const HwSupplier *supplier = hw_waiting_find_supplier (book->suppliers, row->order.supplier_id);
  HwOrderSummary *order = g_new0 (HwOrderSummary, 1);

  order->id = row->order.id;
  order->supplier_id = row->order.supplier_id;
  order->supplier = g_steal_pointer (&row->supplier);
  order->email = g_steal_pointer (&row->email);
  order->state = row->order.state;
  order->made_here = supplier != NULL && hw_waiting_is_house (book, supplier);
  order->presumed = row->presumed;
  order->ordered = row->order.ordered;
  order->expected = row->order.expected;
  order->received = row->received;
  order->confirmed = row->confirmed;
  order->arrives_early = order->arrives_late = HW_DAY_NONE;
  order->n_lines = row->lines->len;
  order->value = row->value;
  order->lines = g_ptr_array_new_with_free_func (line_view_free);
  for (guint i = 0; i < row->lines->len; i++)
    add_line (order, g_ptr_array_index (row->lines, i));

  if (is_open (order->state))
    {
      hw_waiting_range (book->waits, order->supplier_id, order->ordered, &order->arrives_early, &order->arrives_late);
      order->late = !order->presumed && today > last_good_day (order);
    }

  return order;
}

static int
compare_orders (gconstpointer a,
                gconstpointer b)
{
  const HwOrderSummary *x = *(HwOrderSummary *const *) a;
  const HwOrderSummary *y = *(HwOrderSummary *const *) b;

  if (x->late != y->late)
    return x->late ? -1 : 1;
  if (x->ordered != y->ordered)
    return x->ordered > y->ordered ? -1 : 1;

  return x->id > y->id ? -1 : x->id < y->id;
}

static gpointer
run_list (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  HwStore *store = hw_session_get_reader (session);
  const HwDay today = hw_session_get_today (session);
  g_autoptr (GArray) suppliers = hw_supplier_repo_list (store, error);
  g_autoptr (GArray) terms = suppliers != NULL ? hw_terms_repo_suppliers (store, error) : NULL;
  g_autoptr (GArray) waits = terms != NULL ? hw_stock_repo_waits (store, error) : NULL;
  const HwWaitBook book = { suppliers, terms, waits };
  g_autoptr (GPtrArray) rows = waits != NULL ? hw_order_repo_list (store, today, HW_ORDER_LIST_MOST, error) : NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_order_summary_free);

  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (list, summarise (g_ptr_array_index (rows, i), &book, today));

  g_ptr_array_sort (list, compare_orders);
  return g_steal_pointer (&list);
}

const HwJob hw_order_list_job = {
  "orders", N_("Looking up the orders"), run_list, NULL, (GDestroyNotify) g_ptr_array_unref, TRUE
};
