/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names become ids: products, suppliers, customers and shops are found by number or name,
 * and made where there are none. */
#include "jobs/import/hw-import-sink-private.h"

#include "store/hw-catalogue-repo.h"
#include "store/hw-shop-repo.h"

#include <glib/gi18n-lib.h>

#define UNNAMED_SKU "-"

/* Keys are copied: rows' texts live only while the sink runs. */
guint
hw_import_sink_look_up (GHashTable *table,
                        const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

void
hw_import_sink_note (GHashTable *table,
                     const char *key,
                     guint       index)
{
  if (*key != '\0' && hw_import_sink_look_up (table, key) == 0)
    g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (index + 1));
}

gboolean
hw_import_sink_supplier (HwImportSink  *self,
                         const char    *code,
                         const char    *name,
                         gint64        *id,
                         GError       **error)
{
  guint at;
  HwSupplier made = { .lead_days = -1 };

  *id = 0;
  if (*code == '\0')
    code = name;
  if (*code == '\0')
    return TRUE;

  at = hw_import_sink_look_up (self->by_supplier, code);
  if (at == 0)
    {
      made.code = g_strdup (code);
      made.name = g_strdup (*name != '\0' ? name : code);
      made.email = g_strdup ("");
      g_array_append_val (self->suppliers, made);
      at = self->suppliers->len;
      hw_import_sink_note (self->by_supplier, code, at - 1);
      if (!hw_supplier_repo_add (self->store, &g_array_index (self->suppliers, HwSupplier, at - 1), self->import_id, error))
        return FALSE;
    }

  *id = g_array_index (self->suppliers, HwSupplier, at - 1).id;
  return TRUE;
}

gboolean
hw_import_sink_customer (HwImportSink       *self,
                         const HwImportRow  *row,
                         gint64             *id,
                         GError            **error)
{
  const char *code = *row->customer != '\0' ? row->customer : row->customer_name;
  HwCustomer made = { 0 };
  guint at;

  *id = 0;
  if (*code == '\0')
    return TRUE;

  at = hw_import_sink_look_up (self->by_customer, code);
  if (at == 0)
    {
      made.code = g_strdup (code);
      made.name = g_strdup (*row->customer_name != '\0' ? row->customer_name : code);
      g_array_append_val (self->customers, made);
      at = self->customers->len;
      hw_import_sink_note (self->by_customer, code, at - 1);
      if (!hw_customer_repo_add (self->store, &g_array_index (self->customers, HwCustomer, at - 1), self->import_id, error))
        return FALSE;
    }

  *id = g_array_index (self->customers, HwCustomer, at - 1).id;
  return TRUE;
}

gboolean
hw_import_sink_shop (HwImportSink  *self,
                     const char    *name,
                     gint64        *id,
                     GError       **error)
{
  HwShop made = { 0 };
  guint at = *name != '\0' ? hw_import_sink_look_up (self->by_shop, name) : 0;

  *id = 0;
  if (*name == '\0')
    return TRUE;

  if (at == 0)
    {
      made.name = g_strdup (name);
      g_array_append_val (self->shops, made);
      at = self->shops->len;
      hw_import_sink_note (self->by_shop, name, at - 1);
      if (!hw_shop_repo_add (self->store, &g_array_index (self->shops, HwShop, at - 1), self->import_id, error))
        return FALSE;
    }

  *id = g_array_index (self->shops, HwShop, at - 1).id;
  return TRUE;
}

/* Tills without product numbers name the product; its name is then its number.
 * What was sold without a name is one product of its own, so that totals hold. */
static const char *
row_sku (const HwImportRow *row)
{
  if (*row->sku != '\0')
    return row->sku;

  return *row->item != '\0' ? row->item : UNNAMED_SKU;
}

static const char *
row_name (const HwImportRow *row)
{
  if (*row->item != '\0')
    return row->item;

  return *row->sku != '\0' ? row->sku : _("Not named");
}

guint
hw_import_sink_find_product (const HwImportSink *self,
                             const HwImportRow  *row)
{
  const guint at = hw_import_sink_look_up (self->by_sku, row_sku (row));

  return at != 0 || *row->sku != '\0' ? at : hw_import_sink_look_up (self->by_name, row->item);
}

/* A product list may tell a supplier's waiting time; the longest of its products
 * counts, and what is known already stays. */
static gboolean
note_lead_days (HwImportSink       *self,
                const HwImportRow  *row,
                GError            **error)
{
  const char *code = *row->supplier != '\0' ? row->supplier : row->supplier_name;
  const guint at = *code != '\0' ? hw_import_sink_look_up (self->by_supplier, code) : 0;
  HwSupplier *supplier = at > 0 ? &g_array_index (self->suppliers, HwSupplier, at - 1) : NULL;
  const int days = row->lead_days != HW_UNKNOWN ? (int) CLAMP (row->lead_days, 0, G_MAXINT) : -1;

  if (supplier == NULL || days <= supplier->lead_days || (at <= self->n_suppliers && supplier->lead_days >= 0))
    return TRUE;

  supplier->lead_days = days;
  return hw_supplier_repo_update (self->store, supplier, self->import_id, error);
}

gboolean
hw_import_sink_add_product (HwImportSink       *self,
                            const HwImportRow  *row,
                            guint              *at,
                            GError            **error)
{
  HwProduct made = { .price = row->unit_price, .cost = row->unit_cost };

  made.sku = g_strdup (row_sku (row));
  made.name = g_strdup (row_name (row));
  made.category = g_strdup (row->category);
  made.unit = g_strdup (row->unit);
  made.pack = row->pack != HW_UNKNOWN ? row->pack : 0;
  made.min_order = row->min_order != HW_UNKNOWN ? row->min_order : 0;
  made.shelf_days = row->shelf_days != HW_UNKNOWN ? (int) CLAMP (row->shelf_days, 0, G_MAXINT) : 0;
  g_array_append_val (self->products, made);
  *at = self->products->len;
  hw_import_sink_note (self->by_sku, made.sku, *at - 1);
  hw_import_sink_note (self->by_name, made.name, *at - 1);

  HwProduct *kept = &g_array_index (self->products, HwProduct, *at - 1);

  return hw_import_sink_supplier (self, row->supplier, row->supplier_name, &kept->supplier_id, error) &&
         note_lead_days (self, row, error) &&
         hw_product_repo_add (self->store, kept, self->import_id, error);
}

void
hw_import_sink_replace (char       **text,
                        const char  *by)
{
  if (*by != '\0' && g_strcmp0 (*text, by) != 0)
    {
      g_free (*text);
      *text = g_strdup (by);
    }
}

/* A list of products says how they are now; what it does not say stays. */
gboolean
hw_import_sink_update_product (HwImportSink       *self,
                               const HwImportRow  *row,
                               guint               at,
                               GError            **error)
{
  HwProduct *product = &g_array_index (self->products, HwProduct, at - 1);
  gint64 supplier_id;

  if (!hw_import_sink_supplier (self, row->supplier, row->supplier_name, &supplier_id, error) ||
      !note_lead_days (self, row, error))
    return FALSE;

  hw_import_sink_replace (&product->name, row->item);
  hw_import_sink_replace (&product->category, row->category);
  hw_import_sink_replace (&product->unit, row->unit);
  if (supplier_id != 0)
    product->supplier_id = supplier_id;
  if (row->unit_price != HW_UNKNOWN)
    product->price = row->unit_price;
  if (row->unit_cost != HW_UNKNOWN)
    product->cost = row->unit_cost;
  if (row->pack != HW_UNKNOWN)
    product->pack = row->pack;
  if (row->min_order != HW_UNKNOWN)
    product->min_order = row->min_order;
  if (row->shelf_days != HW_UNKNOWN)
    product->shelf_days = (int) CLAMP (row->shelf_days, 0, G_MAXINT);

  return hw_product_repo_update (self->store, product, self->import_id, error);
}

gboolean
hw_import_sink_product (HwImportSink       *self,
                        const HwImportRow  *row,
                        gint64             *id,
                        GError            **error)
{
  guint at = hw_import_sink_find_product (self, row);

  if (at == 0 && !hw_import_sink_add_product (self, row, &at, error))
    return FALSE;

  *id = g_array_index (self->products, HwProduct, at - 1).id;
  return TRUE;
}
