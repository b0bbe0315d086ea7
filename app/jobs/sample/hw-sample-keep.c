/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-keep.h"

#include "core/hw-error.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"

#define SALES_PER_TICK 2048

void
hw_sample_keeping_clear (HwSampleKeeping *self)
{
  g_free (self->suppliers);
  g_free (self->products);
  g_free (self->customers);
  g_free (self->orders);
  g_free (self->lines);
}

static gboolean
keep_suppliers (HwSampleKeeping  *self,
                GError          **error)
{
  const guint n = self->catalogue->n_suppliers;
  const HwSampleSupplier *rows = self->catalogue->suppliers;

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
keep_products (HwSampleKeeping  *self,
               GError          **error)
{
  const guint n = self->catalogue->n_products;
  const HwSampleProduct *rows = self->catalogue->products;

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
keep_customers (HwSampleKeeping  *self,
                GError          **error)
{
  const guint n = self->catalogue->n_customers;

  self->customers = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (HwCustomer) customer = {
        .code = g_strdup_printf ("C%04u", i + 1),
        .name = g_strdup (self->catalogue->customer_name (i)),
      };

      if (!hw_customer_repo_add (self->store, &customer, 0, error))
        return FALSE;

      self->customers[i] = customer.id;
    }

  return TRUE;
}

gboolean
hw_sample_keep_rows (HwSampleKeeping  *self,
                     GError          **error)
{
  self->orders = g_new (gint64, self->records->orders->len);
  self->lines = g_new (gint64, self->records->order_lines->len);

  return keep_suppliers (self, error) && keep_products (self, error) && keep_customers (self, error);
}

static gboolean
keep_sale (HwSampleKeeping     *self,
           HwSaleWriter        *writer,
           const HwSampleSale  *made,
           GError             **error)
{
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
  return hw_sale_writer_add (writer, &sale, error);
}

gboolean
hw_sample_keep_sales (HwSampleKeeping  *self,
                      HwDay             end,
                      const HwTick     *tick,
                      GError          **error)
{
  const GArray *sales = self->records->sales;
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (self->store, error);

  if (writer == NULL)
    return FALSE;

  for (; self->n_sales < sales->len; self->n_sales++)
    {
      const HwSampleSale *made = &g_array_index (sales, HwSampleSale, self->n_sales);

      if (made->day >= end)
        break;

      if (!keep_sale (self, writer, made, error))
        return FALSE;

      if (self->n_sales % SALES_PER_TICK == 0 && !hw_tick (tick, (double) self->n_sales / sales->len))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
hw_sample_keep_shelf (HwSampleKeeping  *self,
                      HwDay             end,
                      GError          **error)
{
  for (; self->n_counts < self->records->counts->len; self->n_counts++)
    {
      HwStockCount count = g_array_index (self->records->counts, HwStockCount, self->n_counts);

      if (count.day >= end)
        break;

      count.product_id = self->products[count.product_id - 1];
      if (!hw_stock_repo_add_count (self->store, &count, error))
        return FALSE;
    }

  for (; self->n_wastes < self->records->wastes->len; self->n_wastes++)
    {
      HwWaste waste = g_array_index (self->records->wastes, HwWaste, self->n_wastes);

      if (waste.day >= end)
        break;

      waste.product_id = self->products[waste.product_id - 1];
      if (!hw_stock_repo_add_waste (self->store, &waste, error))
        return FALSE;
    }

  return TRUE;
}

/* The day a supplier named: the one it was expected; for a rest, tomorrow. */
static HwDay
named_day (const HwSampleKeeping *self,
           const HwOrder         *order)
{
  if (order->state == HW_ORDER_CONFIRMED)
    return order->expected;

  return order->state == HW_ORDER_PART ? self->today + 1 : HW_DAY_NONE;
}

static gboolean
keep_heads (HwSampleKeeping  *self,
            HwDay             end,
            GError          **error)
{
  for (; self->n_orders < self->records->orders->len; self->n_orders++)
    {
      HwOrder order = g_array_index (self->records->orders, HwOrder, self->n_orders);

      if (order.ordered >= end)
        break;

      order.id = 0;
      order.supplier_id = self->suppliers[order.supplier_id - 1];
      if (!hw_stock_repo_add_order (self->store, &order, error) ||
          !hw_order_repo_update (self->store, &order, named_day (self, &order), error))
        return FALSE;

      self->orders[self->n_orders] = order.id;
    }

  return TRUE;
}

gboolean
hw_sample_keep_orders (HwSampleKeeping  *self,
                       HwDay             end,
                       GError          **error)
{
  if (!keep_heads (self, end, error))
    return FALSE;

  for (; self->n_lines < self->records->order_lines->len; self->n_lines++)
    {
      HwOrderLine line = g_array_index (self->records->order_lines, HwOrderLine, self->n_lines);

      if (line.order_id > self->n_orders)
        break;

      line.id = 0;
      line.order_id = self->orders[line.order_id - 1];
      line.product_id = self->products[line.product_id - 1];
      if (!hw_stock_repo_add_line (self->store, &line, error))
        return FALSE;

      self->lines[self->n_lines] = line.id;
    }

  for (; self->n_receipts < self->records->receipts->len; self->n_receipts++)
    {
      HwReceipt receipt = g_array_index (self->records->receipts, HwReceipt, self->n_receipts);

      if (receipt.day >= end)
        break;

      receipt.order_line_id = self->lines[receipt.order_line_id - 1];
      if (!hw_stock_repo_add_receipt (self->store, &receipt, error))
        return FALSE;
    }

  return TRUE;
}
