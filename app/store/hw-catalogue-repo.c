/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-catalogue-repo.h"

#include "core/hw-error.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"
#include "store/hw-undo.h"

#define SQL_LOAD_BUSINESS "SELECT name, sector, country, currency, founded FROM business WHERE id = 1"

#define SQL_SAVE_BUSINESS \
  "UPDATE business SET name = ?, sector = ?, country = ?, currency = ?, founded = ? WHERE id = 1"

#define SQL_LIST_PRODUCTS \
  "SELECT id, sku, name, category, unit, supplier_id, price, cost, pack, min_order, shelf_days, retired" \
  " FROM product ORDER BY name, id"

#define SQL_ADD_PRODUCT \
  "INSERT INTO product (sku, name, category, unit, supplier_id, price, cost, pack, min_order," \
  " shelf_days, retired, import_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"

#define SQL_UPDATE_PRODUCT \
  "UPDATE product SET sku = ?1, name = ?2, category = ?3, unit = ?4, supplier_id = ?5, price = ?6," \
  " cost = ?7, pack = ?8, min_order = ?9, shelf_days = ?10, retired = ?11," \
  " import_id = coalesce (?12, import_id) WHERE id = ?13"

#define SQL_LIST_SUPPLIERS \
  "SELECT id, code, name, email, lead_days, review_days, min_order FROM supplier ORDER BY name, id"

#define SQL_ADD_SUPPLIER \
  "INSERT INTO supplier (code, name, email, lead_days, review_days, min_order, import_id)" \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"

#define SQL_UPDATE_SUPPLIER \
  "UPDATE supplier SET code = ?1, name = ?2, email = ?3, lead_days = ?4, review_days = ?5," \
  " min_order = ?6, import_id = coalesce (?7, import_id) WHERE id = ?8"

#define SQL_LIST_CUSTOMERS "SELECT id, code, name FROM customer ORDER BY name, id"

#define SQL_ADD_CUSTOMER "INSERT INTO customer (code, name, import_id) VALUES (?1, ?2, ?3)"

#define SQL_UPDATE_CUSTOMER \
  "UPDATE customer SET code = ?1, name = ?2, import_id = coalesce (?3, import_id) WHERE id = ?4"

gboolean
hw_business_repo_load (HwStore     *store,
                       HwBusiness  *business,
                       GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LOAD_BUSINESS, error);
  g_autofree char *currency = NULL;

  if (stmt == NULL)
    return FALSE;

  if (!hw_statement_next (stmt, error))
    {
      if (hw_statement_done (stmt))
        g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED, "the business's card is missing");

      return FALSE;
    }

  business->name = hw_statement_dup_text (stmt, 0);
  business->sector = hw_statement_dup_text (stmt, 1);
  business->country = hw_statement_dup_text (stmt, 2);
  currency = hw_statement_dup_text (stmt, 3);
  g_strlcpy (business->currency, currency, sizeof business->currency);
  business->founded = hw_statement_get_day (stmt, 4);
  return TRUE;
}

gboolean
hw_business_repo_save (HwStore           *store,
                       const HwBusiness  *business,
                       GError           **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_SAVE_BUSINESS, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, business->name);
  hw_statement_set_text (stmt, 2, business->sector);
  hw_statement_set_text (stmt, 3, business->country);
  hw_statement_set_text (stmt, 4, business->currency);
  hw_statement_set_int (stmt, 5, business->founded);
  return hw_statement_run_one (stmt, error);
}

/* Runs a bound UPDATE of row @id and its undo note: both or neither. */
static gboolean
change_row (HwStore      *store,
            HwStatement  *stmt,
            HwUndoKind    kind,
            gint64        import_id,
            gint64        id,
            GError      **error)
{
  gboolean ok;

  if (!hw_store_enter (store, error))
    return FALSE;

  ok = hw_undo_before (store, kind, id, import_id, error) &&
       hw_statement_run_one (stmt, error) &&
       hw_undo_after (store, kind, id, import_id, error);

  return hw_store_leave (store, ok, error);
}

static void
read_product (HwStatement *stmt,
              HwProduct   *product)
{
  product->id = hw_statement_get_int (stmt, 0);
  product->sku = hw_statement_dup_text (stmt, 1);
  product->name = hw_statement_dup_text (stmt, 2);
  product->category = hw_statement_dup_text (stmt, 3);
  product->unit = hw_statement_dup_text (stmt, 4);
  product->supplier_id = hw_statement_get_int (stmt, 5);
  product->price = hw_statement_get_known (stmt, 6);
  product->cost = hw_statement_get_known (stmt, 7);
  product->pack = hw_statement_get_int (stmt, 8);
  product->min_order = hw_statement_get_int (stmt, 9);
  product->shelf_days = (int) hw_statement_get_int (stmt, 10);
  product->retired = hw_statement_get_int (stmt, 11) != 0;
}

static void
bind_product (HwStatement     *stmt,
              const HwProduct *product,
              gint64           import_id)
{
  hw_statement_set_text (stmt, 1, product->sku);
  hw_statement_set_text (stmt, 2, product->name);
  hw_statement_set_text (stmt, 3, product->category != NULL ? product->category : "");
  hw_statement_set_text (stmt, 4, product->unit != NULL ? product->unit : "");
  hw_statement_set_id (stmt, 5, product->supplier_id);
  hw_statement_set_known (stmt, 6, product->price);
  hw_statement_set_known (stmt, 7, product->cost);
  hw_statement_set_int (stmt, 8, product->pack);
  hw_statement_set_int (stmt, 9, product->min_order);
  hw_statement_set_int (stmt, 10, product->shelf_days);
  hw_statement_set_int (stmt, 11, product->retired ? 1 : 0);
  hw_statement_set_id (stmt, 12, import_id);
}

GArray *
hw_product_repo_list (HwStore  *store,
                      GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LIST_PRODUCTS, error);
  g_autoptr (GArray) products = hw_products_new ();

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      HwProduct product = { 0 };

      read_product (stmt, &product);
      g_array_append_val (products, product);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&products) : NULL;
}

gboolean
hw_product_repo_add (HwStore    *store,
                     HwProduct  *product,
                     gint64      import_id,
                     GError    **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_PRODUCT, error);

  if (stmt == NULL)
    return FALSE;

  bind_product (stmt, product, import_id);
  return hw_undo_add (store, stmt, HW_UNDO_PRODUCT, import_id, &product->id, error);
}

gboolean
hw_product_repo_update (HwStore          *store,
                        const HwProduct  *product,
                        gint64            import_id,
                        GError          **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_UPDATE_PRODUCT, error);

  if (stmt == NULL)
    return FALSE;

  bind_product (stmt, product, import_id);
  hw_statement_set_int (stmt, 13, product->id);
  return change_row (store, stmt, HW_UNDO_PRODUCT, import_id, product->id, error);
}

static void
bind_supplier (HwStatement      *stmt,
               const HwSupplier *supplier,
               gint64            import_id)
{
  hw_statement_set_text (stmt, 1, supplier->code);
  hw_statement_set_text (stmt, 2, supplier->name);
  hw_statement_set_text (stmt, 3, supplier->email != NULL ? supplier->email : "");
  hw_statement_set_known (stmt, 4, supplier->lead_days >= 0 ? supplier->lead_days : HW_UNKNOWN);
  hw_statement_set_int (stmt, 5, supplier->review_days);
  hw_statement_set_int (stmt, 6, supplier->min_order);
  hw_statement_set_id (stmt, 7, import_id);
}

static void
read_supplier (HwStatement *stmt,
               HwSupplier  *supplier)
{
  const gint64 lead_days = hw_statement_get_known (stmt, 4);

  supplier->id = hw_statement_get_int (stmt, 0);
  supplier->code = hw_statement_dup_text (stmt, 1);
  supplier->name = hw_statement_dup_text (stmt, 2);
  supplier->email = hw_statement_dup_text (stmt, 3);
  supplier->lead_days = lead_days != HW_UNKNOWN ? (int) lead_days : -1;
  supplier->review_days = (int) hw_statement_get_int (stmt, 5);
  supplier->min_order = hw_statement_get_int (stmt, 6);
}

GArray *
hw_supplier_repo_list (HwStore  *store,
                       GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LIST_SUPPLIERS, error);
  g_autoptr (GArray) suppliers = hw_suppliers_new ();

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      HwSupplier supplier = { 0 };

      read_supplier (stmt, &supplier);
      g_array_append_val (suppliers, supplier);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&suppliers) : NULL;
}

gboolean
hw_supplier_repo_add (HwStore     *store,
                      HwSupplier  *supplier,
                      gint64       import_id,
                      GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_SUPPLIER, error);

  if (stmt == NULL)
    return FALSE;

  bind_supplier (stmt, supplier, import_id);
  return hw_undo_add (store, stmt, HW_UNDO_SUPPLIER, import_id, &supplier->id, error);
}

gboolean
hw_supplier_repo_update (HwStore           *store,
                         const HwSupplier  *supplier,
                         gint64             import_id,
                         GError           **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_UPDATE_SUPPLIER, error);

  if (stmt == NULL)
    return FALSE;

  bind_supplier (stmt, supplier, import_id);
  hw_statement_set_int (stmt, 8, supplier->id);
  return change_row (store, stmt, HW_UNDO_SUPPLIER, import_id, supplier->id, error);
}

GArray *
hw_customer_repo_list (HwStore  *store,
                       GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LIST_CUSTOMERS, error);
  g_autoptr (GArray) customers = hw_customers_new ();

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      HwCustomer customer = { 0 };

      customer.id = hw_statement_get_int (stmt, 0);
      customer.code = hw_statement_dup_text (stmt, 1);
      customer.name = hw_statement_dup_text (stmt, 2);
      g_array_append_val (customers, customer);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&customers) : NULL;
}

gboolean
hw_customer_repo_add (HwStore     *store,
                      HwCustomer  *customer,
                      gint64       import_id,
                      GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_CUSTOMER, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, customer->code);
  hw_statement_set_text (stmt, 2, customer->name != NULL ? customer->name : "");
  hw_statement_set_id (stmt, 3, import_id);
  return hw_undo_add (store, stmt, HW_UNDO_CUSTOMER, import_id, &customer->id, error);
}

gboolean
hw_customer_repo_update (HwStore           *store,
                         const HwCustomer  *customer,
                         gint64             import_id,
                         GError           **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_UPDATE_CUSTOMER, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, customer->code);
  hw_statement_set_text (stmt, 2, customer->name != NULL ? customer->name : "");
  hw_statement_set_id (stmt, 3, import_id);
  hw_statement_set_int (stmt, 4, customer->id);
  return change_row (store, stmt, HW_UNDO_CUSTOMER, import_id, customer->id, error);
}
