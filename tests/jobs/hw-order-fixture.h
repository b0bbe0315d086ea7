/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-fixture.h: a small shop whose shelves are nearly empty, and orders of it. */
#pragma once

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-order-job.h"
#include "jobs/stock/hw-stock-job.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-stock-repo.h"
#include "support/hw-test-business.h"

#define ONE HW_QUANTITY_ONE

/* A Monday. */
#define TODAY (hw_day_from_ymd (2026, 3, 2))

/* Rye and spelt come from the mill in four days, jam from nobody in particular. All
 * sell ten a day and five are left. */
static inline void
open_shop (HwTestBusiness *business)
{
  static const char suppliers[] = "Supplier,Lead time (days)\nMill,4\n";
  static const char products[] = "Product,Price,Cost,Supplier\nRye,4.00,1.50,Mill\nSpelt,5.00,,Mill\nJam,3.00,1.00,\n";
  static const char stock[] =
    "Date,Product,Quantity on hand\n2026-03-01,Rye,5\n2026-03-01,Spelt,5\n2026-03-01,Jam,5\n";
  g_autoptr (GString) sales = g_string_new ("Date,Product,Qty,Amount\n");
  const char *texts[] = { suppliers, products, NULL, stock };
  const char *names[] = { "suppliers.csv", "products.csv", "sales.csv", "stock.csv" };
  char iso[HW_DAY_ISO_SIZE];

  for (HwDay day = TODAY - 120; day < TODAY; day++)
    for (int i = 0; i < 3; i++)
      g_string_append_printf (sales, "%s,%s,10,40.00\n", hw_day_write_iso (day, iso), (const char *[]) { "Rye", "Spelt", "Jam" }[i]);

  texts[2] = sales->str;
  hw_test_business_open (business, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HwImportReport) report = hw_test_business_import (business, names[i], texts[i], &error);

      g_assert_no_error (error);
    }
}

static inline HwStockPlan *
plan_stock (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  HwStockPlan *plan = hw_session_run (business->session, &hw_stock_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static inline const HwStockLine *
find_line (const HwStockPlan *plan,
           const char        *name)
{
  for (guint i = 0; i < plan->lines->len; i++)
    if (g_str_equal (((const HwStockLine *) g_ptr_array_index (plan->lines, i))->name, name))
      return g_ptr_array_index (plan->lines, i);

  g_assert_not_reached ();
}

static inline HwOrderRequest *
request_new (gboolean draft)
{
  HwOrderRequest *request = g_new0 (HwOrderRequest, 1);

  request->draft = draft;
  request->wishes = g_array_new (FALSE, FALSE, sizeof (HwOrderWish));
  g_array_set_clear_func (request->wishes, (GDestroyNotify) hw_order_wish_clear);
  return request;
}

static inline void
wish (HwOrderRequest *request,
      gint64          product_id,
      HwQuantity      quantity,
      HwQuantity      proposed,
      const char     *why)
{
  const HwOrderWish one = { product_id, quantity, proposed, g_strdup (why) };

  g_array_append_val (request->wishes, one);
}

/* All as proposed, sent. */
static inline HwOrderRequest *
wish_all (const HwStockPlan *plan)
{
  HwOrderRequest *request = request_new (FALSE);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      g_assert_cmpint (line->order_now, >, 0);
      wish (request, line->product_id, line->order_now, line->order_now, NULL);
    }

  return request;
}

static inline HwOrderChange *
run (const HwTestBusiness *business,
     const HwJob          *job,
     gconstpointer         request)
{
  g_autoptr (GError) error = NULL;
  HwOrderChange *change = hw_session_run (business->session, job, request, NULL, &error);

  g_assert_no_error (error);
  return change;
}

static inline GPtrArray *
list (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *orders = hw_session_run (business->session, &hw_order_list_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return orders;
}

static inline gint64
product_id (const HwTestBusiness *business,
            const char           *name)
{
  g_autoptr (GArray) products = hw_product_repo_list (hw_session_get_store (business->session), NULL);

  for (guint i = 0; i < products->len; i++)
    if (g_str_equal (g_array_index (products, HwProduct, i).name, name))
      return g_array_index (products, HwProduct, i).id;

  g_assert_not_reached ();
}

static inline HwOnHand
on_hand (const HwTestBusiness *business,
         const char           *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = hw_stock_repo_on_hand (hw_session_get_store (business->session),
                                                  hw_session_get_today (business->session), &error);
  const gint64 id = product_id (business, name);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, HwOnHand, i).product_id == id)
      return g_array_index (all, HwOnHand, i);

  g_assert_not_reached ();
}

/* The same business on another day. */
static inline void
wake_on (HwTestBusiness *business,
         HwDay           today)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&business->session, hw_session_close);
  business->session = hw_session_open (business->path, today, FALSE, &error);
  g_assert_no_error (error);
}

/* 10 of rye and 6 of spelt from the mill; the order's id. */
static inline gint64
order_bread (const HwTestBusiness *business,
             gboolean              draft)
{
  g_autoptr (HwOrderRequest) request = request_new (draft);
  g_autoptr (HwOrderChange) made = NULL;

  wish (request, product_id (business, "Rye"), 10 * ONE, 12 * ONE, "the shelf is small");
  wish (request, product_id (business, "Spelt"), 6 * ONE, 6 * ONE, NULL);
  made = run (business, &hw_order_job, request);
  g_assert_cmpuint (made->ids->len, ==, 1);
  return g_array_index (made->ids, gint64, 0);
}

static inline HwOrderMove *
move_new (gint64       id,
          HwOrderState to,
          HwDay        day)
{
  HwOrderMove *move = g_new0 (HwOrderMove, 1);

  move->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (move->ids, id);
  move->to = to;
  move->day = day;
  return move;
}

/* Gives the step. */
static inline gint64
move (const HwTestBusiness *business,
      gint64                id,
      HwOrderState          to,
      HwDay                 day)
{
  g_autoptr (HwOrderMove) request = move_new (id, to, day);
  g_autoptr (HwOrderChange) change = run (business, &hw_order_move_job, request);

  g_assert_cmpuint (change->ids->len, ==, 1);
  g_assert_cmpint (g_array_index (change->ids, gint64, 0), ==, id);
  return change->step;
}

static inline HwOrderMove *
arrive_new (gint64     order_id,
            gint64     line_id,
            HwQuantity quantity,
            HwDay      day)
{
  HwOrderMove *request = move_new (order_id, HW_ORDER_RECEIVED, day);
  const HwOrderArrival came = { line_id, quantity };

  request->arrivals = g_array_new (FALSE, FALSE, sizeof (HwOrderArrival));
  g_array_append_val (request->arrivals, came);
  return request;
}

static inline gint64
arrive (const HwTestBusiness *business,
        gint64                order_id,
        gint64                line_id,
        HwQuantity            quantity,
        HwDay                 day)
{
  g_autoptr (HwOrderMove) request = arrive_new (order_id, line_id, quantity, day);
  g_autoptr (HwOrderChange) change = run (business, &hw_order_move_job, request);

  return change->step;
}

static inline const HwOrderSummary *
only (GPtrArray *orders)
{
  g_assert_cmpuint (orders->len, ==, 1);
  return g_ptr_array_index (orders, 0);
}
