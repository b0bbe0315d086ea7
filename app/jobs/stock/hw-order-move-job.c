/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders on their way to the shelf, and each step back. */
#include "jobs/stock/hw-order-desk.h"

#include "core/hw-error.h"

#include <glib/gi18n-lib.h>

#define SLIP 2 /* times what was ordered: more is a slip of the pen */

void
hw_order_move_free (HwOrderMove *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->arrivals, g_array_unref);
  g_free (self);
}

/* Why an order in state @from cannot become @to; NULL if it can. */
static const char *
find_fault (HwOrderState from,
            HwOrderState to)
{
  const gboolean draft = from == HW_ORDER_DRAFT;

  if (from == HW_ORDER_RECEIVED)
    return _("the order was received already");
  if (from == HW_ORDER_CANCELLED)
    return _("the order was cancelled");

  switch (to)
    {
    case HW_ORDER_SENT:
      return draft ? NULL : _("the order was sent already");

    case HW_ORDER_CONFIRMED:
      return draft ? _("the order has to be sent before it can be confirmed") : NULL;

    case HW_ORDER_RECEIVED:
      return draft ? _("the order has to be sent before it can be received") : NULL;

    case HW_ORDER_CANCELLED:
      return NULL;

    case HW_ORDER_DRAFT:
    case HW_ORDER_PART:
      return _("an order can be sent, confirmed, received or cancelled");
    }

  return _("an order can be sent, confirmed, received or cancelled");
}

static gboolean
check_day (const HwOrderDesk  *desk,
           const HwOrderRow   *row,
           const HwOrderMove  *move,
           HwDay               day,
           GError            **error)
{
  if (move->to == HW_ORDER_CONFIRMED)
    return move->day != HW_DAY_NONE && day >= MAX (row->order.ordered, desk->today)
           ? TRUE : hw_order_desk_refuse (error, _("the day the supplier named, not before today"));
  if (day > desk->today)
    return hw_order_desk_refuse (error, _("the day cannot lie ahead"));
  if (move->to == HW_ORDER_RECEIVED && day < row->order.ordered)
    return hw_order_desk_refuse (error, _("nothing can come before the day of the order"));

  return TRUE;
}

static const HwOrderLineRow *
find_line (const HwOrderRow *row,
           gint64            id)
{
  for (guint i = 0; i < row->lines->len; i++)
    {
      const HwOrderLineRow *line = g_ptr_array_index (row->lines, i);

      if (line->line.id == id)
        return line;
    }

  return NULL;
}

static gboolean
check_arrivals (const HwOrderRow   *row,
                const HwOrderMove  *move,
                GError            **error)
{
  if (move->to != HW_ORDER_RECEIVED || move->ids->len != 1)
    return hw_order_desk_refuse (error, _("what came belongs to one order that is received"));

  for (guint i = 0; i < move->arrivals->len; i++)
    {
      const HwOrderArrival *came = &g_array_index (move->arrivals, HwOrderArrival, i);

      if (came->quantity <= 0)
        return hw_order_desk_refuse (error, _("how much came"));
      if (find_line (row, came->order_line_id) == NULL)
        return hw_order_desk_refuse (error, _("what came is not in this order"));
    }

  return move->arrivals->len > 0 ? TRUE : hw_order_desk_refuse (error, _("how much came"));
}

static gboolean
add_receipt (HwOrderDesk     *desk,
             HwOrderLineRow  *line,
             HwQuantity       quantity,
             HwDay            day,
             GError         **error)
{
  const HwReceipt receipt = { line->line.id, day, quantity };

  if (!hw_scaled_add (&line->received, quantity))
    return hw_order_desk_refuse (error, _("how much came"));
  if (line->received / SLIP > line->line.quantity)
    return hw_order_desk_refuse (error, _("more than twice what was ordered came; is there a digit too many?"));

  return hw_order_repo_add_receipt (desk->store, desk->change->step, &receipt, error);
}

/* @row's lines count what came. */
static gboolean
receive (HwOrderDesk        *desk,
         HwOrderRow         *row,
         const HwOrderMove  *move,
         HwDay               day,
         GError            **error)
{
  for (guint i = 0; i < row->lines->len; i++)
    {
      HwOrderLineRow *line = g_ptr_array_index (row->lines, i);
      const HwQuantity rest = line->line.quantity - line->received;

      if (move->arrivals == NULL && rest > 0 && !add_receipt (desk, line, rest, day, error))
        return FALSE;

      for (guint a = 0; move->arrivals != NULL && a < move->arrivals->len; a++)
        {
          const HwOrderArrival *came = &g_array_index (move->arrivals, HwOrderArrival, a);

          if (came->order_line_id == line->line.id && !add_receipt (desk, line, came->quantity, day, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
is_whole (const HwOrderRow *row)
{
  for (guint i = 0; i < row->lines->len; i++)
    {
      const HwOrderLineRow *line = g_ptr_array_index (row->lines, i);

      if (line->received < line->line.quantity)
        return FALSE;
    }

  return TRUE;
}

static HwDay
expect_anew (const HwOrderDesk *desk,
             const HwOrderRow  *row,
             HwDay              day)
{
  g_autoptr (GArray) product_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < row->lines->len; i++)
    g_array_append_val (product_ids, ((const HwOrderLineRow *) g_ptr_array_index (row->lines, i))->line.product_id);

  return hw_order_desk_expect (desk, row->order.supplier_id, product_ids, day);
}

/* The order as it is after the move, all but its receipts. */
static void
change_order (const HwOrderDesk *desk,
              HwOrderRow        *row,
              HwOrderState       to,
              HwDay              day)
{
  if (to == HW_ORDER_SENT)
    {
      row->order.ordered = day;
      row->order.expected = expect_anew (desk, row, day);
    }
  else if (to == HW_ORDER_CONFIRMED)
    row->confirmed = day;

  if (to == HW_ORDER_RECEIVED)
    row->order.state = is_whole (row) ? HW_ORDER_RECEIVED : HW_ORDER_PART;
  else if (to != HW_ORDER_CONFIRMED || row->order.state != HW_ORDER_PART)
    row->order.state = to;
}

static const char *
event_of (const HwOrderRow  *row,
          const HwOrderMove *move)
{
  if (move->to == HW_ORDER_SENT)
    return "order-sent";
  if (move->to == HW_ORDER_CONFIRMED)
    return "order-confirmed";
  if (move->to == HW_ORDER_CANCELLED)
    return "order-cancelled";

  return row->order.state == HW_ORDER_PART ? "order-part-received" : "order-received";
}

static gboolean
move_order (HwOrderDesk        *desk,
            const HwOrderMove  *move,
            gint64              id,
            GError            **error)
{
  const HwDay day = move->day != HW_DAY_NONE ? move->day : desk->today;
  g_autoptr (HwOrderRow) row = hw_order_repo_find (desk->store, desk->today, id, error);
  const char *fault;

  if (row == NULL)
    return FALSE;

  fault = find_fault (row->order.state, move->to);
  if (fault != NULL)
    return hw_order_desk_refuse (error, fault);

  if (!check_day (desk, row, move, day, error) ||
      (move->arrivals != NULL && !check_arrivals (row, move, error)) ||
      !hw_order_repo_keep_before (desk->store, desk->change->step, id, error) ||
      (move->to == HW_ORDER_RECEIVED && !receive (desk, row, move, day, error)))
    return FALSE;

  change_order (desk, row, move->to, day);
  return hw_order_repo_update (desk->store, &row->order, row->confirmed, error) &&
         hw_order_desk_note (desk, event_of (row, move), id, error);
}

static gboolean
move_orders (HwOrderDesk        *desk,
             const HwOrderMove  *move,
             GError            **error)
{
  for (guint i = 0; i < move->ids->len; i++)
    if (!move_order (desk, move, g_array_index (move->ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

static gpointer
run_move (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwOrderMove *move = request;
  g_auto (HwOrderDesk) desk = { 0 };

  if (move->ids == NULL || move->ids->len == 0)
    {
      hw_order_desk_refuse (error, _("which orders"));
      return NULL;
    }

  if (!hw_order_desk_load (&desk, session, error) || !hw_order_desk_begin (&desk, "moved", error))
    return NULL;

  return hw_order_desk_finish (&desk, move_orders (&desk, move, error), error);
}

static gboolean
take_back (HwOrderDesk  *desk,
           gint64        step,
           GError      **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  gboolean later = FALSE;

  if (!hw_order_repo_take_back (desk->store, step, ids, &desk->change->n_refused, &later, &local))
    {
      if (g_error_matches (local, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW))
        return hw_order_desk_refuse (error, _("it was taken back before"));

      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (later)
    return hw_order_desk_refuse (error, _("it was changed again since; look at it first"));

  for (guint i = 0; i < ids->len; i++)
    if (!hw_order_desk_note (desk, "order-step-undone", g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

static gpointer
run_undo (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  g_auto (HwOrderDesk) desk = { 0 };

  if (!hw_order_desk_load (&desk, session, error) || !hw_order_desk_begin (&desk, NULL, error))
    return NULL;

  return hw_order_desk_finish (&desk, take_back (&desk, *(const gint64 *) request, error), error);
}

const HwJob hw_order_move_job = {
  "order-move", N_("Keeping the orders"), run_move,
  (GDestroyNotify) hw_order_move_free, (GDestroyNotify) hw_order_change_free, FALSE
};

const HwJob hw_order_undo_job = {
  "order-undo", N_("Taking it back"), run_undo, g_free, (GDestroyNotify) hw_order_change_free, FALSE
};
