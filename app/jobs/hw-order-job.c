/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-order-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/hw-waiting.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-stock-repo.h"

#include <glib/gi18n-lib.h>

#define LIST_MOST 200

typedef struct
{
  const HwProduct *product;
  HwQuantity       quantity;
} Wanted;

/* What orders are made from. */
typedef struct
{
  HwStore *store;
  HwDay    today;
  gint64   now;
  GArray  *products;   /* (owned) of HwProduct */
  GArray  *suppliers;  /* (owned) of HwSupplier */
  GArray  *leads;      /* (owned) of HwLeadTime */
  GArray  *wanted;     /* (owned) of Wanted */
} Desk;

static void
desk_clear (Desk *desk)
{
  g_clear_pointer (&desk->products, g_array_unref);
  g_clear_pointer (&desk->suppliers, g_array_unref);
  g_clear_pointer (&desk->leads, g_array_unref);
  g_clear_pointer (&desk->wanted, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

void
hw_order_summary_free (HwOrderSummary *self)
{
  if (self == NULL)
    return;

  g_free (self->supplier);
  g_free (self);
}

static gboolean
desk_load (Desk       *desk,
           HwSession  *session,
           GError    **error)
{
  desk->store = hw_session_get_store (session);
  desk->today = hw_session_get_today (session);
  desk->now = hw_session_get_now (session);
  return (desk->products = hw_product_repo_list (desk->store, error)) != NULL &&
         (desk->suppliers = hw_supplier_repo_list (desk->store, error)) != NULL &&
         (desk->leads = hw_stock_repo_lead_times (desk->store, error)) != NULL;
}

static const HwProduct *
find_product (const Desk *desk,
              gint64      id)
{
  for (guint i = 0; i < desk->products->len; i++)
    if (g_array_index (desk->products, HwProduct, i).id == id)
      return &g_array_index (desk->products, HwProduct, i);

  return NULL;
}

static gboolean
take_wishes (Desk          *desk,
             const GArray  *wishes,
             GError       **error)
{
  desk->wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  for (guint i = 0; i < wishes->len; i++)
    {
      const HwOrderWish *wish = &g_array_index (wishes, HwOrderWish, i);
      const Wanted wanted = { find_product (desk, wish->product_id), wish->quantity };

      if (wanted.quantity <= 0)
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("how much to order"));
          return FALSE;
        }

      if (wanted.product == NULL)
        {
          g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such product");
          return FALSE;
        }

      g_array_append_val (desk->wanted, wanted);
    }

  return TRUE;
}

/* The one without code and name, for what has no supplier. */
static gboolean
find_nobody (const Desk  *desk,
             gint64      *id,
             GError     **error)
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

/* When the slowest of the order's lines is there; HW_DAY_NONE if one is not known. */
static HwDay
expect (const Desk *desk,
        gint64      supplier_id)
{
  const HwSupplier *supplier = hw_waiting_find_supplier (desk->suppliers, supplier_id);
  HwDay day = desk->today;

  for (guint i = 0; i < desk->wanted->len; i++)
    {
      const HwProduct *product = g_array_index (desk->wanted, Wanted, i).product;
      const HwWaiting waiting = hw_waiting_find (product, supplier, desk->leads);

      if (product->supplier_id != supplier_id)
        continue;
      if (waiting.assumed)
        return HW_DAY_NONE;

      day = MAX (day, desk->today + waiting.days);
    }

  return day;
}

static gboolean
add_event (const Desk  *desk,
           const char  *kind,
           gint64       id,
           GError     **error)
{
  const HwEvent event = { .at = desk->now, .kind = kind, .subject = "order", .subject_id = id };

  return hw_event_repo_add (desk->store, &event, error);
}

/* One order with all that is wished of @supplier_id, which is 0 for none. */
static gboolean
make_order (const Desk  *desk,
            gint64       supplier_id,
            gint64      *id,
            GError     **error)
{
  HwOrder order = {
    .supplier_id = supplier_id, .state = HW_ORDER_SENT,
    .ordered = desk->today, .expected = expect (desk, supplier_id),
  };

  if ((supplier_id == 0 && !find_nobody (desk, &order.supplier_id, error)) ||
      !hw_stock_repo_add_order (desk->store, &order, error))
    return FALSE;

  for (guint i = 0; i < desk->wanted->len; i++)
    {
      const Wanted *wanted = &g_array_index (desk->wanted, Wanted, i);
      HwOrderLine line = {
        .order_id = order.id, .product_id = wanted->product->id,
        .quantity = wanted->quantity, .unit_cost = wanted->product->cost,
      };

      if (wanted->product->supplier_id == supplier_id && !hw_stock_repo_add_line (desk->store, &line, error))
        return FALSE;
    }

  *id = order.id;
  return add_event (desk, "order-made", order.id, error);
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

static GArray *
make_orders (const Desk  *desk,
             GError     **error)
{
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (gint64)); /* suppliers */
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < desk->wanted->len; i++)
    {
      const gint64 supplier_id = g_array_index (desk->wanted, Wanted, i).product->supplier_id;
      gint64 id;

      if (holds (done, supplier_id))
        continue;
      if (!make_order (desk, supplier_id, &id, error))
        return NULL;

      g_array_append_val (done, supplier_id);
      g_array_append_val (made, id);
    }

  return g_steal_pointer (&made);
}

/* Orders change nothing about what sells: forecasts that were right stay so. */
static void
keep_demand (HwSession *session,
             gint64     version)
{
  for (HwBy by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
    {
      HwDemand *demand = hw_session_peek_demand (session, by);

      if (demand != NULL && demand->data_version == version)
        demand->data_version = hw_store_data_version (hw_session_get_store (session));
    }
}

/* Takes @result; it is given back only if all of it is kept. */
static gpointer
finish (HwSession  *session,
        HwStore    *store,
        GArray     *result,
        gint64      version,
        GError    **error)
{
  g_autoptr (GArray) kept = result;

  if (kept == NULL || !hw_store_commit (store, error))
    {
      hw_store_rollback (store);
      return NULL;
    }

  keep_demand (session, version);
  return g_steal_pointer (&kept);
}

static gpointer
run_order (HwSession      *session,
           gconstpointer   request,
           const HwTick   *tick,
           GError        **error)
{
  g_auto (Desk) desk = { 0 };
  gint64 version;

  if (!desk_load (&desk, session, error) || !take_wishes (&desk, request, error))
    return NULL;

  version = hw_store_data_version (desk.store);
  if (!hw_store_begin (desk.store, error))
    return NULL;

  return finish (session, desk.store, make_orders (&desk, error), version, error);
}

static GArray *
cancel_orders (const Desk    *desk,
               const GArray  *ids,
               GError       **error)
{
  g_autoptr (GArray) cancelled = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      gboolean done = FALSE;

      if (!hw_order_repo_cancel (desk->store, id, &done, error) ||
          (done && !add_event (desk, "order-cancelled", id, error)))
        return NULL;

      if (done)
        g_array_append_val (cancelled, id);
    }

  return g_steal_pointer (&cancelled);
}

static gpointer
run_cancel (HwSession      *session,
            gconstpointer   request,
            const HwTick   *tick,
            GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  const Desk desk = { .store = store, .now = hw_session_get_now (session) };
  const gint64 version = hw_store_data_version (store);

  if (!hw_store_begin (store, error))
    return NULL;

  return finish (session, store, cancel_orders (&desk, request, error), version, error);
}

static gpointer
run_list (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  g_autoptr (GPtrArray) rows = hw_order_repo_list (hw_session_get_reader (session), LIST_MOST, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_order_summary_free);

  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      HwOrderRow *row = g_ptr_array_index (rows, i);
      HwOrderSummary *summary = g_new0 (HwOrderSummary, 1);

      summary->id = row->order.id;
      summary->supplier = g_steal_pointer (&row->supplier);
      summary->state = row->order.state;
      summary->ordered = row->order.ordered;
      summary->expected = row->order.expected;
      summary->received = row->received;
      summary->n_lines = row->n_lines;
      summary->value = row->value;
      g_ptr_array_add (list, summary);
    }

  return g_steal_pointer (&list);
}

const HwJob hw_order_job = {
  "order", N_("Keeping the orders"), run_order, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_array_unref, FALSE
};

const HwJob hw_order_cancel_job = {
  "order-cancel", N_("Taking the orders back"), run_cancel,
  (GDestroyNotify) g_array_unref, (GDestroyNotify) g_array_unref, FALSE
};

const HwJob hw_order_list_job = {
  "orders", N_("Looking up the orders"), run_list, NULL, (GDestroyNotify) g_ptr_array_unref, TRUE
};
