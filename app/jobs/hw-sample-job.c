/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-sample-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/sample/hw-sample-catalogue.h"
#include "jobs/sample/hw-sample-export.h"
#include "jobs/sample/hw-sample-simulate.h"
#include "jobs/sample/hw-sample-terms.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"

#include <glib/gi18n-lib.h>

#define SIMULATED 0.15       /* share of the time that goes before the first row is kept */
#define SALES_PER_TICK 2048

/* The made-up records, and the ids their rows get in the store. */
typedef struct
{
  HwStore               *store;
  HwDay                  today;
  const HwSampleRecords *records;
  gint64                *suppliers; /* by row of the catalogue's tables */
  gint64                *products;
  gint64                *customers;
  gint64                *orders;    /* by place in the records */
  gint64                *lines;
} Keeping;

static void
keeping_clear (Keeping *self)
{
  g_free (self->suppliers);
  g_free (self->products);
  g_free (self->customers);
  g_free (self->orders);
  g_free (self->lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keeping, keeping_clear)

static gboolean
keep_suppliers (Keeping  *self,
                GError  **error)
{
  guint n;
  const HwSampleSupplier *rows = hw_sample_suppliers (&n);

  self->suppliers = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (HwSupplier) supplier = {
        .code = g_strdup (rows[i].code),
        .name = g_strdup (rows[i].name),
        .email = g_strdup (rows[i].email),
        .lead_days = rows[i].lead_days,
        .review_days = MAX (rows[i].review_days, 1),
        .min_order = rows[i].min_order,
      };

      if (!hw_supplier_repo_add (self->store, &supplier, 0, error))
        return FALSE;

      self->suppliers[i] = supplier.id;
    }

  return TRUE;
}

static gboolean
keep_products (Keeping  *self,
               GError  **error)
{
  guint n;
  const HwSampleProduct *rows = hw_sample_products (&n);

  self->products = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (HwProduct) product = {
        .sku = g_strdup (rows[i].sku),
        .name = g_strdup (rows[i].name),
        .category = g_strdup (rows[i].category),
        .unit = g_strdup (rows[i].unit),
        .supplier_id = self->suppliers[rows[i].supplier],
        .price = rows[i].price,
        .cost = rows[i].cost,
        .pack = rows[i].pack * HW_QUANTITY_ONE,
        .min_order = rows[i].min_order * HW_QUANTITY_ONE,
        .shelf_days = rows[i].shelf_days,
        .retired = rows[i].life == HW_SAMPLE_RETIRED,
      };

      if (!hw_product_repo_add (self->store, &product, 0, error))
        return FALSE;

      self->products[i] = product.id;
    }

  return TRUE;
}

static gboolean
keep_customers (Keeping  *self,
                GError  **error)
{
  self->customers = g_new (gint64, HW_SAMPLE_N_CUSTOMERS);

  for (guint i = 0; i < HW_SAMPLE_N_CUSTOMERS; i++)
    {
      g_auto (HwCustomer) customer = {
        .code = g_strdup_printf ("C%04u", i + 1),
        .name = g_strdup (hw_sample_customer_name (i)),
      };

      if (!hw_customer_repo_add (self->store, &customer, 0, error))
        return FALSE;

      self->customers[i] = customer.id;
    }

  return TRUE;
}

static gboolean
keep_sales (Keeping       *self,
            const HwTick  *tick,
            GError       **error)
{
  const GArray *sales = self->records->sales;
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (self->store, error);

  if (writer == NULL)
    return FALSE;

  for (guint i = 0; i < sales->len; i++)
    {
      const HwSampleSale *made = &g_array_index (sales, HwSampleSale, i);
      char receipt_no[16];
      const HwSale sale = {
        .day = made->day,
        .minute = made->minute,
        .product_id = self->products[made->product],
        .customer_id = made->customer == HW_SAMPLE_NO_CUSTOMER ? 0 : self->customers[made->customer],
        .order_ref = receipt_no,
        .quantity = made->units * HW_QUANTITY_ONE,
        .amount = made->amount,
      };

      g_snprintf (receipt_no, sizeof receipt_no, "%06u", made->receipt_no);
      if (!hw_sale_writer_add (writer, &sale, error))
        return FALSE;

      if (i % SALES_PER_TICK == 0 && !hw_tick (tick, SIMULATED + (1.0 - SIMULATED) * i / sales->len))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
keep_shelf (Keeping  *self,
            GError  **error)
{
  for (guint i = 0; i < self->records->counts->len; i++)
    {
      HwStockCount count = g_array_index (self->records->counts, HwStockCount, i);

      count.product_id = self->products[count.product_id - 1];
      if (!hw_stock_repo_add_count (self->store, &count, error))
        return FALSE;
    }

  for (guint i = 0; i < self->records->wastes->len; i++)
    {
      HwWaste waste = g_array_index (self->records->wastes, HwWaste, i);

      waste.product_id = self->products[waste.product_id - 1];
      if (!hw_stock_repo_add_waste (self->store, &waste, error))
        return FALSE;
    }

  return TRUE;
}

/* The day a supplier named: the one it was expected; for a rest, tomorrow. */
static HwDay
named_day (const Keeping *self,
           const HwOrder *order)
{
  if (order->state == HW_ORDER_CONFIRMED)
    return order->expected;

  return order->state == HW_ORDER_PART ? self->today + 1 : HW_DAY_NONE;
}

static gboolean
keep_orders (Keeping  *self,
             GError  **error)
{
  const HwSampleRecords *records = self->records;

  self->orders = g_new (gint64, records->orders->len);
  self->lines = g_new (gint64, records->order_lines->len);

  for (guint i = 0; i < records->orders->len; i++)
    {
      HwOrder order = g_array_index (records->orders, HwOrder, i);

      order.id = 0;
      order.supplier_id = self->suppliers[order.supplier_id - 1];
      if (!hw_stock_repo_add_order (self->store, &order, error) ||
          !hw_order_repo_update (self->store, &order, named_day (self, &order), error))
        return FALSE;

      self->orders[i] = order.id;
    }

  for (guint i = 0; i < records->order_lines->len; i++)
    {
      HwOrderLine line = g_array_index (records->order_lines, HwOrderLine, i);

      line.id = 0;
      line.order_id = self->orders[line.order_id - 1];
      line.product_id = self->products[line.product_id - 1];
      if (!hw_stock_repo_add_line (self->store, &line, error))
        return FALSE;

      self->lines[i] = line.id;
    }

  for (guint i = 0; i < records->receipts->len; i++)
    {
      HwReceipt receipt = g_array_index (records->receipts, HwReceipt, i);

      receipt.order_line_id = self->lines[receipt.order_line_id - 1];
      if (!hw_stock_repo_add_receipt (self->store, &receipt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_all (Keeping       *self,
          gint64         now,
          const HwTick  *tick,
          GError       **error)
{
  const HwEvent event = { .at = now, .kind = "sample", .subject = "" };

  return keep_suppliers (self, error)
         && keep_products (self, error)
         && keep_customers (self, error)
         && keep_orders (self, error)
         && hw_sample_keep_terms (self->store, self->suppliers, self->products, error)
         && keep_shelf (self, error)
         && keep_sales (self, tick, error)
         && hw_event_repo_add (self->store, &event, error);
}

static gboolean
check_empty (HwStore  *store,
             GError  **error)
{
  g_autoptr (GArray) products = hw_product_repo_list (store, error);

  if (products == NULL)
    return FALSE;
  if (products->len == 0)
    return TRUE;

  g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, "not empty: %u products", products->len);
  return FALSE;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const guint64 seed = request != NULL ? *(const guint64 *) request : HW_SAMPLE_SEED;
  HwTickPart part = { tick, 0.0, SIMULATED };
  const HwTick simulating = HW_TICK_PART (&part);
  g_autoptr (HwSampleRecords) records = NULL;
  g_auto (Keeping) keeping = { .store = hw_session_get_store (session) };
  gint64 *made;

  if (!check_empty (keeping.store, error))
    return NULL;

  keeping.today = hw_session_get_today (session);
  keeping.records = records
    = hw_sample_simulate (hw_session_get_today (session) - HW_SAMPLE_DAYS, seed, &simulating);
  if (records == NULL)
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
      return NULL;
    }

  if (!hw_store_begin (keeping.store, error))
    return NULL;

  if (!keep_all (&keeping, hw_session_get_now (session), tick, error)
      || !hw_store_commit (keeping.store, error))
    {
      hw_store_rollback (keeping.store);
      return NULL;
    }

  made = g_new (gint64, 1);
  *made = records->sales->len;
  return made;
}

void
hw_sample_business (HwBusiness *business,
                    HwDay       today)
{
  *business = (HwBusiness) {
    .name = g_strdup ("Corner Bakery"),
    .sector = g_strdup ("bakery"),
    .country = g_strdup ("DE"),
    .currency = "EUR",
    .founded = today,
  };
}

gboolean
hw_sample_write_till (const char  *path,
                      guint64      seed,
                      HwDay        today,
                      GError     **error)
{
  g_autoptr (HwSampleRecords) records = hw_sample_simulate (today - HW_SAMPLE_DAYS, seed, NULL);
  g_autoptr (GString) csv = hw_sample_export (records);
  g_autoptr (GError) local = NULL;

  if (g_file_set_contents (path, csv->str, (gssize) csv->len, &local))
    return TRUE;

  g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, local->message);
  return FALSE;
}

const HwJob hw_sample_job = {
  "sample", N_("Making the sample business"), run, g_free, g_free, FALSE
};
