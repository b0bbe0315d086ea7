/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders made from the day's list. */
#include "jobs/stock/hw-order-desk.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-shelf.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"

#include <glib/gi18n-lib.h>

void
hw_order_wish_clear (HwOrderWish *self)
{
  g_clear_pointer (&self->why, g_free);
}

void
hw_order_request_free (HwOrderRequest *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->wishes, g_array_unref);
  g_free (self);
}

void
hw_order_change_free (HwOrderChange *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

static const HwProduct *
product_of (const HwOrderDesk *desk,
            const HwOrderWish *wish)
{
  return hw_shelf_find_product (desk->products, wish->product_id);
}

static gboolean
check_wishes (const HwOrderDesk  *desk,
              const GArray       *wishes,
              GError            **error)
{
  if (wishes == NULL || wishes->len == 0)
    return hw_order_desk_refuse (error, _("what to order"));

  for (guint i = 0; i < wishes->len; i++)
    {
      const HwOrderWish *wish = &g_array_index (wishes, HwOrderWish, i);

      if (wish->quantity < 0)
        return hw_order_desk_refuse (error, _("how much to order"));

      if (product_of (desk, wish) == NULL)
        {
          g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such product");
          return FALSE;
        }
    }

  return TRUE;
}

/* The one without code and name, for what has no supplier. */
static gboolean
find_nobody (const HwOrderDesk  *desk,
             gint64             *id,
             GError            **error)
{
  HwSupplier nobody = { .code = (char *) "", .name = (char *) "", .email = (char *) "", .lead_days = -1 };

  for (guint i = 0; i < desk->suppliers->len; i++)
    if (*g_array_index (desk->suppliers, HwSupplier, i).code == '\0')
      {
        *id = g_array_index (desk->suppliers, HwSupplier, i).id;
        return TRUE;
      }

  if (!hw_supplier_repo_add (desk->store, &nobody, 0, error))
    return FALSE;

  *id = nobody.id;
  return TRUE;
}

static gboolean
is_wished_of (const HwOrderDesk *desk,
              const HwOrderWish *wish,
              gint64             supplier_id)
{
  return wish->quantity > 0 && product_of (desk, wish)->supplier_id == supplier_id;
}

static gboolean
add_lines (const HwOrderDesk  *desk,
           const GArray       *wishes,
           gint64              supplier_id,
           gint64              order_id,
           GError            **error)
{
  for (guint i = 0; i < wishes->len; i++)
    {
      const HwOrderWish *wish = &g_array_index (wishes, HwOrderWish, i);
      HwOrderLine line = { .order_id = order_id, .product_id = wish->product_id, .quantity = wish->quantity };

      if (!is_wished_of (desk, wish, supplier_id))
        continue;

      line.unit_cost = hw_order_desk_cost (desk, product_of (desk, wish), wish->quantity);
      if (!hw_order_repo_add_line (desk->store, &line, wish->proposed, wish->why, error))
        return FALSE;
    }

  return TRUE;
}

/* One order with all that is wished of @supplier_id, which is 0 for none. */
static gboolean
make_order (HwOrderDesk           *desk,
            const HwOrderRequest  *wish,
            gint64                 supplier_id,
            GError               **error)
{
  g_autoptr (GArray) product_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  HwOrder order = {
    .supplier_id = supplier_id, .state = wish->draft ? HW_ORDER_DRAFT : HW_ORDER_SENT, .ordered = desk->today,
  };

  for (guint i = 0; i < wish->wishes->len; i++)
    if (is_wished_of (desk, &g_array_index (wish->wishes, HwOrderWish, i), supplier_id))
      g_array_append_val (product_ids, g_array_index (wish->wishes, HwOrderWish, i).product_id);

  order.expected = hw_order_desk_expect (desk, supplier_id, product_ids, desk->today);
  return (supplier_id != 0 || find_nobody (desk, &order.supplier_id, error)) &&
         hw_stock_repo_add_order (desk->store, &order, error) &&
         add_lines (desk, wish->wishes, supplier_id, order.id, error) &&
         hw_order_repo_keep_made (desk->store, desk->change->step, order.id, error) &&
         hw_order_desk_note (desk, wish->draft ? "order-drafted" : "order-made", order.id, error);
}

static gboolean
holds (const GArray *ids,
       gint64        id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static gboolean
refuse_one (HwOrderDesk        *desk,
            const HwOrderWish  *wish,
            GError            **error)
{
  const HwEvent event = {
    .at = hw_session_get_now (desk->session), .kind = "order-refused", .subject = "product", .subject_id = wish->product_id,
  };

  desk->change->n_refused++;
  return hw_order_repo_add_refusal (desk->store, desk->change->step, wish->product_id, desk->today,
                                    wish->proposed, wish->why, error) &&
         hw_event_repo_add (desk->store, &event, error);
}

static gboolean
make_orders (HwOrderDesk           *desk,
             const HwOrderRequest  *wish,
             GError               **error)
{
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (gint64)); /* suppliers */

  for (guint i = 0; i < wish->wishes->len; i++)
    {
      const HwOrderWish *one = &g_array_index (wish->wishes, HwOrderWish, i);
      const gint64 supplier_id = product_of (desk, one)->supplier_id;

      if (one->quantity == 0 && !refuse_one (desk, one, error))
        return FALSE;
      if (one->quantity == 0 || holds (done, supplier_id))
        continue;
      if (!make_order (desk, wish, supplier_id, error))
        return FALSE;

      g_array_append_val (done, supplier_id);
    }

  return TRUE;
}

static gpointer
run_order (HwSession      *session,
           gconstpointer   request,
           const HwTick   *tick,
           GError        **error)
{
  const HwOrderRequest *wish = request;
  g_auto (HwOrderDesk) desk = { 0 };

  if (!hw_order_desk_load (&desk, session, error) ||
      !check_wishes (&desk, wish->wishes, error) ||
      !hw_order_desk_begin (&desk, "made", error))
    return NULL;

  return hw_order_desk_finish (&desk, make_orders (&desk, wish, error), error);
}

const HwJob hw_order_job = {
  "order", N_("Keeping the orders"), run_order,
  (GDestroyNotify) hw_order_request_free, (GDestroyNotify) hw_order_change_free, FALSE
};
