/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-order-desk.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-shelf.h"
#include "jobs/stock/hw-stock-wait.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-terms-repo.h"

gboolean
hw_order_desk_load (HwOrderDesk  *desk,
                    HwSession    *session,
                    GError      **error)
{
  desk->session = session;
  desk->store = hw_session_get_store (session);
  desk->today = hw_session_get_today (session);
  return (desk->products = hw_product_repo_list (desk->store, error)) != NULL &&
         (desk->suppliers = hw_supplier_repo_list (desk->store, error)) != NULL &&
         (desk->terms = hw_terms_repo_suppliers (desk->store, error)) != NULL &&
         (desk->waits = hw_stock_repo_waits (desk->store, error)) != NULL &&
         (desk->breaks = hw_terms_repo_price_breaks (desk->store, error)) != NULL;
}

void
hw_order_desk_clear (HwOrderDesk *desk)
{
  g_clear_pointer (&desk->products, g_array_unref);
  g_clear_pointer (&desk->suppliers, g_array_unref);
  g_clear_pointer (&desk->terms, g_array_unref);
  g_clear_pointer (&desk->waits, g_array_unref);
  g_clear_pointer (&desk->breaks, g_array_unref);
  g_clear_pointer (&desk->change, hw_order_change_free);
}

gboolean
hw_order_desk_begin (HwOrderDesk  *desk,
                     const char   *kind,
                     GError      **error)
{
  desk->version = hw_store_data_version (desk->store);
  if (!hw_store_begin (desk->store, error))
    return FALSE;

  desk->change = g_new0 (HwOrderChange, 1);
  desk->change->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (kind == NULL || hw_order_repo_begin_step (desk->store, kind, desk->today, &desk->change->step, error))
    return TRUE;

  hw_store_rollback (desk->store);
  return FALSE;
}

gboolean
hw_order_desk_note (HwOrderDesk  *desk,
                    const char   *event,
                    gint64        order_id,
                    GError      **error)
{
  const HwEvent row = {
    .at = hw_session_get_now (desk->session), .kind = event, .subject = "order", .subject_id = order_id,
  };

  g_array_append_val (desk->change->ids, order_id);
  return hw_event_repo_add (desk->store, &row, error);
}

HwOrderChange *
hw_order_desk_finish (HwOrderDesk  *desk,
                      gboolean      ok,
                      GError      **error)
{
  if (!ok || !hw_store_commit (desk->store, error))
    {
      hw_store_rollback (desk->store);
      return NULL;
    }

  hw_session_keep_demand_since (desk->session, desk->version);
  return g_steal_pointer (&desk->change);
}

HwDay
hw_order_desk_expect (const HwOrderDesk *desk,
                      gint64             supplier_id,
                      const GArray      *product_ids,
                      HwDay              day)
{
  const HwWaitBook book = { desk->suppliers, desk->terms, desk->waits };
  HwDay there = day;

  for (guint i = 0; i < product_ids->len; i++)
    {
      const HwProduct *product = hw_shelf_find_product (desk->products, g_array_index (product_ids, gint64, i));
      g_auto (HwStockWait) wait = { 0 };
      HwProduct from;

      if (product == NULL)
        return HW_DAY_NONE;

      from = *product;
      from.supplier_id = product->supplier_id != 0 ? supplier_id : 0; /* as it was when it was ordered */
      if (!hw_stock_wait_learn (&wait, &book, &from, 1.0) || wait.assumed)
        return HW_DAY_NONE;

      there = MAX (there, day + wait.days);
    }

  return there;
}

HwMoney
hw_order_desk_cost (const HwOrderDesk *desk,
                    const HwProduct   *product,
                    HwQuantity         quantity)
{
  HwMoney cost = product->cost;

  for (guint i = 0; i < desk->breaks->len; i++)
    {
      const HwPriceBreak *step = &g_array_index (desk->breaks, HwPriceBreak, i);

      if (step->product_id == product->id && quantity >= step->quantity)
        cost = step->unit_cost;
    }

  return cost;
}

gboolean
hw_order_desk_refuse (GError     **error,
                      const char  *why)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, why);
  return FALSE;
}
