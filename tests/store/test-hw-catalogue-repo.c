/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-store-fixture.h"

static void
test_business (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_auto (HwBusiness) found = { 0 };
  g_auto (HwBusiness) again = { 0 };

  g_assert_true (hw_business_repo_load (store, &found, &error));
  g_assert_cmpstr (found.name, ==, "Corner Bakery");
  g_assert_cmpstr (found.sector, ==, "bakery");
  g_assert_cmpstr (found.country, ==, "DE");
  g_assert_cmpstr (found.currency, ==, "EUR");
  g_assert_cmpint (found.founded, ==, 20000);

  g_free (found.name);
  found.name = g_strdup ("Bäckerei O'Neill \"Ecke\"");
  g_assert_true (hw_business_repo_save (store, &found, &error));
  g_assert_true (hw_business_repo_load (store, &again, &error));
  g_assert_cmpstr (again.name, ==, found.name);
  g_assert_no_error (error);
}

static void
test_product_round_trip (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  HwSupplier supplier = { .code = (char *) "S1", .name = (char *) "Mill", .email = (char *) "", .lead_days = -1 };
  HwProduct roll = {
    .sku = (char *) "R", .name = (char *) "Roll", .category = (char *) "Bread", .unit = (char *) "piece",
    .price = 4500, .cost = HW_UNKNOWN, .pack = 120000, .min_order = 240000, .shelf_days = 1, .retired = TRUE,
  };
  g_autoptr (GArray) products = NULL;
  const HwProduct *found;

  g_assert_true (hw_supplier_repo_add (store, &supplier, 0, &error));
  roll.supplier_id = supplier.id;
  g_assert_true (hw_product_repo_add (store, &roll, 0, &error));
  add_product (store, "Bun", HW_UNKNOWN, 0, 0);

  products = hw_product_repo_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (products->len, ==, 2);

  found = &g_array_index (products, HwProduct, 0);
  g_assert_cmpstr (found->name, ==, "Bun");
  g_assert_cmpint (found->price, ==, HW_UNKNOWN);
  g_assert_cmpint (found->cost, ==, 0);
  g_assert_cmpint (found->supplier_id, ==, 0);

  found = &g_array_index (products, HwProduct, 1);
  g_assert_cmpint (found->id, ==, roll.id);
  g_assert_cmpstr (found->sku, ==, "R");
  g_assert_cmpstr (found->category, ==, "Bread");
  g_assert_cmpstr (found->unit, ==, "piece");
  g_assert_cmpint (found->supplier_id, ==, supplier.id);
  g_assert_cmpint (found->price, ==, 4500);
  g_assert_cmpint (found->cost, ==, HW_UNKNOWN);
  g_assert_cmpint (found->pack, ==, 120000);
  g_assert_cmpint (found->min_order, ==, 240000);
  g_assert_cmpint (found->shelf_days, ==, 1);
  g_assert_true (found->retired);
}

static void
test_update (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  HwSupplier supplier = { .code = (char *) "S1", .name = (char *) "Mill", .email = (char *) "a@b.c", .lead_days = 3 };
  HwCustomer customer = { .code = (char *) "C1", .name = (char *) "Anna" };
  HwProduct ghost = { .id = 99, .sku = (char *) "G", .name = (char *) "Ghost" };
  g_autoptr (GArray) suppliers = NULL;
  g_autoptr (GArray) customers = NULL;

  g_assert_true (hw_supplier_repo_add (store, &supplier, 0, &error));
  g_assert_true (hw_customer_repo_add (store, &customer, 0, &error));

  supplier.lead_days = -1;
  supplier.review_days = 7;
  supplier.min_order = 500000;
  customer.name = (char *) "Anna B.";
  g_assert_true (hw_supplier_repo_update (store, &supplier, 0, &error));
  g_assert_true (hw_customer_repo_update (store, &customer, 0, &error));

  suppliers = hw_supplier_repo_list (store, &error);
  customers = hw_customer_repo_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (suppliers, HwSupplier, 0).lead_days, ==, -1);
  g_assert_cmpint (g_array_index (suppliers, HwSupplier, 0).review_days, ==, 7);
  g_assert_cmpint (g_array_index (suppliers, HwSupplier, 0).min_order, ==, 500000);
  g_assert_cmpstr (g_array_index (suppliers, HwSupplier, 0).email, ==, "a@b.c");
  g_assert_cmpstr (g_array_index (customers, HwCustomer, 0).name, ==, "Anna B.");

  g_assert_false (hw_product_repo_update (store, &ghost, 0, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
}

/* The same key twice, and a supplier who is not there. */
static void
test_refusals (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  HwProduct twice = { .sku = (char *) "R", .name = (char *) "Other" };
  HwProduct stray = { .sku = (char *) "X", .name = (char *) "Stray", .supplier_id = 77 };
  g_autoptr (GArray) products = NULL;

  add_product (store, "R", 1, 1, 0);
  g_assert_false (hw_product_repo_add (store, &twice, 0, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
  g_assert_cmpint (twice.id, ==, 0);
  g_clear_error (&error);

  g_assert_false (hw_product_repo_add (store, &stray, 0, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
  g_clear_error (&error);

  products = hw_product_repo_list (store, &error);
  g_assert_cmpuint (products->len, ==, 1);
}

/* A name that held something else is not given again: the log may speak of it. */
static void
test_ids_are_not_given_twice (Fixture      *fixture,
                              gconstpointer data)
{
  HwStore *store = fixture_create (fixture);
  const gint64 first = add_product (store, "A", 1, 1, 0);
  gint64 second;

  hw_store_close (store);
  run_sql (fixture->path, "DELETE FROM product");
  store = fixture_open (fixture, HW_STORE_WRITE);
  second = add_product (store, "B", 1, 1, 0);
  hw_store_close (store);

  g_assert_cmpint (second, >, first);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-catalogue-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("business", test_business);
  ADD ("product-round-trip", test_product_round_trip);
  ADD ("update", test_update);
  ADD ("refusals", test_refusals);
  ADD ("ids-are-not-given-twice", test_ids_are_not_given_twice);

  return g_test_run ();
}
