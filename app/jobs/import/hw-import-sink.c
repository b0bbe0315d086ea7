/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/import/hw-import-sink-private.h"

#include "store/hw-catalogue-repo.h"
#include "store/hw-shop-repo.h"
#include "store/hw-stock-repo.h"

/* Rows of an earlier file are met again. */
static gboolean
is_known (const HwImportRow *row,
          gpointer           data)
{
  HwImportSink *self = data;
  const guint at = hw_import_sink_find_product (self, row), shop = *row->shop != '\0' ? hw_import_sink_look_up (self->by_shop, row->shop) : 0;
  const gint64 product_id = at > 0 ? g_array_index (self->products, HwProduct, at - 1).id : 0;
  const gint64 shop_id = *row->shop == '\0' ? 0 : shop > 0 ? g_array_index (self->shops, HwShop, shop - 1).id : -1;
  gboolean known;

  if (self->kind == HW_IMPORT_PURCHASES)
    return hw_import_sink_knows_order (self, row);

  known = hw_import_known_meet (self->known, row, product_id, shop_id);
  if (self->twice != NULL)
    hw_import_twice_see (self->twice, row, product_id, shop_id, known);
  return known;
}

static gboolean
take_sale (const HwImportRow  *row,
           gpointer            data,
           GError            **error)
{
  HwImportSink *self = data;
  HwSale sale = {
    .import_id = self->import_id, .source_row = row->row, .day = row->day, .minute = row->minute,
    .order_ref = (char *) row->order_ref, .quantity = hw_import_known_quantity (row), .amount = row->amount,
  };
  guint at = hw_import_sink_find_product (self, row);

  /* A file without money does not say that all was free. */
  if (row->amount == 0 && row->unit_price == HW_UNKNOWN)
    sale.amount = HW_UNKNOWN;

  if (at == 0 && !hw_import_sink_add_product (self, row, &at, error))
    return FALSE;

  if (!hw_import_sink_customer (self, row, &sale.customer_id, error) || !hw_import_sink_shop (self, row->shop, &sale.shop_id, error))
    return FALSE;

  HwProduct *product = &g_array_index (self->products, HwProduct, at - 1);

  /* Products made by this file are as its last row says; see finish. */
  if (at > self->n_before)
    {
      if (row->unit_price != HW_UNKNOWN && row->unit_price > 0)
        product->price = row->unit_price;
      if (row->unit_cost != HW_UNKNOWN && row->unit_cost > 0)
        product->cost = row->unit_cost;
    }

  sale.product_id = product->id;
  return hw_sale_writer_add (self->writer, &sale, error);
}

static gboolean
take_product (const HwImportRow  *row,
              gpointer            data,
              GError            **error)
{
  HwImportSink *self = data;
  guint at = hw_import_sink_find_product (self, row);

  return at == 0 ? hw_import_sink_add_product (self, row, &at, error) : hw_import_sink_update_product (self, row, at, error);
}

static gboolean
take_stock (const HwImportRow  *row,
            gpointer            data,
            GError            **error)
{
  /* A list without a date says what was there when today began. */
  HwImportSink *self = data;
  HwStockCount count = { .day = row->day != HW_DAY_NONE ? row->day : self->today - 1,
                         .quantity = row->quantity, .import_id = self->import_id };

  if (!take_product (row, data, error))
    return FALSE;

  if (row->quantity == HW_UNKNOWN)
    return TRUE;

  count.product_id = g_array_index (self->products, HwProduct, hw_import_sink_find_product (self, row) - 1).id;
  return hw_stock_repo_add_count (self->store, &count, error);
}

static gboolean
take_supplier (const HwImportRow  *row,
               gpointer            data,
               GError            **error)
{
  HwImportSink *self = data;
  gint64 id;
  HwSupplier *supplier;

  if (!hw_import_sink_supplier (self, row->supplier, row->supplier_name, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;

  supplier = &g_array_index (self->suppliers, HwSupplier,
                             hw_import_sink_look_up (self->by_supplier, *row->supplier != '\0' ? row->supplier : row->supplier_name) - 1);
  hw_import_sink_replace (&supplier->name, row->supplier_name);
  hw_import_sink_replace (&supplier->email, row->email);
  if (row->lead_days != HW_UNKNOWN)
    supplier->lead_days = (int) CLAMP (row->lead_days, 0, G_MAXINT);
  if (row->min_order != HW_UNKNOWN)
    supplier->min_order = row->min_order;

  return hw_supplier_repo_update (self->store, supplier, self->import_id, error);
}

static gboolean
take_customer (const HwImportRow  *row,
               gpointer            data,
               GError            **error)
{
  HwImportSink *self = data;
  gint64 id;
  HwCustomer *customer;

  if (!hw_import_sink_customer (self, row, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;

  customer = &g_array_index (self->customers, HwCustomer,
                             hw_import_sink_look_up (self->by_customer, *row->customer != '\0' ? row->customer : row->customer_name) - 1);
  if (g_strcmp0 (customer->name, row->customer_name) == 0 || *row->customer_name == '\0')
    return TRUE;

  hw_import_sink_replace (&customer->name, row->customer_name);
  return hw_customer_repo_update (self->store, customer, self->import_id, error);
}

static GHashTable *
index_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
load (HwImportSink  *self,
      GError       **error)
{
  self->by_sku = index_new ();
  self->by_name = index_new ();
  self->by_supplier = index_new ();
  self->by_customer = index_new ();
  self->by_shop = index_new ();

  if ((self->products = hw_product_repo_list (self->store, error)) == NULL ||
      (self->suppliers = hw_supplier_repo_list (self->store, error)) == NULL ||
      (self->customers = hw_customer_repo_list (self->store, error)) == NULL ||
      (self->shops = hw_shop_repo_list (self->store, error)) == NULL)
    return FALSE;

  self->n_before = self->products->len;
  self->n_suppliers = self->suppliers->len;
  for (guint i = 0; i < self->products->len; i++)
    {
      hw_import_sink_note (self->by_sku, g_array_index (self->products, HwProduct, i).sku, i);
      hw_import_sink_note (self->by_name, g_array_index (self->products, HwProduct, i).name, i);
    }

  for (guint i = 0; i < self->suppliers->len; i++)
    hw_import_sink_note (self->by_supplier, g_array_index (self->suppliers, HwSupplier, i).code, i);
  for (guint i = 0; i < self->customers->len; i++)
    hw_import_sink_note (self->by_customer, g_array_index (self->customers, HwCustomer, i).code, i);
  for (guint i = 0; i < self->shops->len; i++)
    hw_import_sink_note (self->by_shop, g_array_index (self->shops, HwShop, i).name, i);

  return TRUE;
}

static gboolean
pass_by (const HwImportRow  *row,
         gpointer            data,
         GError            **error)
{
  return TRUE;
}

/* Lists of things say how they are now; in all others a row twice is a fault. */
static gboolean
comes_by_day (HwImportKind kind)
{
  return kind != HW_IMPORT_PRODUCTS && kind != HW_IMPORT_STOCK && kind != HW_IMPORT_SUPPLIERS && kind != HW_IMPORT_CUSTOMERS;
}

gboolean
hw_import_sink_can_know (HwStore       *store,
                         HwImportKind   kind,
                         gboolean      *can,
                         GError       **error)
{
  g_autoptr (HwImportKnown) known = comes_by_day (kind) ? hw_import_known_new (store, kind, error) : NULL;

  *can = known != NULL && (kind == HW_IMPORT_PURCHASES || !hw_import_known_is_empty (known));
  return known != NULL || !comes_by_day (kind);
}

gboolean
hw_import_sink_skip_known (HwImportSink *self,
                           gboolean      by_day)
{
  const gboolean some = self->known != NULL && (self->kind == HW_IMPORT_PURCHASES || !hw_import_known_is_empty (self->known));

  self->sink.known = some ? is_known : NULL;
  if (some && by_day)
    hw_import_known_take_days (self->known);
  return some;
}

gboolean
hw_import_sink_sum_known (const HwImportSink  *self,
                          HwKnownSum          *sum,
                          GError             **error)
{
  *sum = (HwKnownSum) { 0 };
  return self->known == NULL || hw_import_known_sum (self->known, sum, error);
}

gboolean
hw_import_sink_say_twice (HwImportSink    *self,
                          const HwFormat  *format,
                          char           **sentence,
                          GError         **error)
{
  *sentence = NULL;
  return self->twice == NULL || hw_import_twice_say (self->twice, format, sentence, error);
}

HwImportSink *
hw_import_sink_new (HwStore       *store,
                    HwImportKind   kind,
                    gint64         import_id,
                    HwDay          today,
                    GError       **error)
{
  static const HwRowFunc takes[HW_IMPORT_N_KINDS] = {
    [HW_IMPORT_SALES] = take_sale, [HW_IMPORT_PRODUCTS] = take_product, [HW_IMPORT_STOCK] = take_stock,
    [HW_IMPORT_SUPPLIERS] = take_supplier, [HW_IMPORT_CUSTOMERS] = take_customer,
    [HW_IMPORT_BANK] = hw_import_sink_take_log, [HW_IMPORT_HOURS] = hw_import_sink_take_log,
    [HW_IMPORT_METER] = hw_import_sink_take_log, [HW_IMPORT_SURVEY] = hw_import_sink_take_log,
    [HW_IMPORT_FIGURES] = hw_import_sink_take_log, [HW_IMPORT_WASTE] = hw_import_sink_take_waste,
    [HW_IMPORT_PURCHASES] = hw_import_sink_take_purchase,
  };
  g_autoptr (HwImportSink) self = g_new0 (HwImportSink, 1);

  g_return_val_if_fail ((guint) kind < HW_IMPORT_N_KINDS, NULL);

  self->store = store;
  self->kind = kind;
  self->import_id = import_id;
  self->today = today;
  self->sink.func = import_id != 0 ? takes[kind] : pass_by;
  self->sink.data = self;
  self->sink.dry = import_id == 0;
  if (!load (self, error))
    return NULL;

  if (comes_by_day (kind))
    {
      self->known = hw_import_known_new (store, kind, error);
      if (self->known == NULL)
        return NULL;
    }

  if (kind == HW_IMPORT_SALES && import_id == 0 && (self->twice = hw_import_twice_new (store, error)) == NULL)
    return NULL;
  if (kind == HW_IMPORT_SALES && import_id != 0 && (self->writer = hw_sale_writer_new (store, error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

const HwRowSink *
hw_import_sink_get (HwImportSink *self)
{
  return &self->sink;
}

gboolean
hw_import_sink_finish (HwImportSink  *self,
                       GError       **error)
{
  g_clear_pointer (&self->writer, hw_sale_writer_free);

  if (self->kind == HW_IMPORT_PURCHASES)
    return hw_import_sink_finish_orders (self, error);
  if (self->kind != HW_IMPORT_SALES)
    return TRUE;

  for (guint i = self->n_before; i < self->products->len; i++)
    if (!hw_product_repo_update (self->store, &g_array_index (self->products, HwProduct, i), self->import_id, error))
      return FALSE;

  return TRUE;
}

gint64
hw_import_sink_get_n_new_products (const HwImportSink *self)
{
  return self->products->len - self->n_before;
}

void
hw_import_sink_free (HwImportSink *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->writer, hw_sale_writer_free);
  g_clear_pointer (&self->known, hw_import_known_free);
  g_clear_pointer (&self->twice, hw_import_twice_free);
  g_clear_pointer (&self->orders, g_hash_table_unref);
  g_clear_pointer (&self->products, g_array_unref);
  g_clear_pointer (&self->suppliers, g_array_unref);
  g_clear_pointer (&self->customers, g_array_unref);
  g_clear_pointer (&self->shops, g_array_unref);
  g_clear_pointer (&self->by_sku, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_supplier, g_hash_table_unref);
  g_clear_pointer (&self->by_customer, g_hash_table_unref);
  g_clear_pointer (&self->by_shop, g_hash_table_unref);
  g_free (self);
}
