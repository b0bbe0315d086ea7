/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-import-repo.h"
#include "store/hw-store-fixture.h"
#include "store/hw-terms-repo.h"

/* Nobody said anything: the defaults hold, and they are known as such. */
static void
test_nothing_said (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  HwStockTerms found, defaults;

  hw_stock_terms_init (&defaults);
  g_assert_true (hw_terms_repo_load (store, &found, NULL));
  g_assert_cmpuint (found.said, ==, 0);
  g_assert_cmpfloat (found.carrying, ==, defaults.carrying);
  g_assert_cmpint (found.order_cost, ==, defaults.order_cost);
  g_assert_cmpfloat (found.lost_share, ==, defaults.lost_share);
  g_assert_cmpint (found.budget, ==, HW_UNKNOWN);
}

/* What is said is kept bit for bit, 0 too; what is said no more is a default again. */
static void
test_terms (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const HwStockTerms all = { HW_SAID_CARRYING | HW_SAID_ORDER_COST | HW_SAID_LOST_SHARE | HW_SAID_BUDGET, 0.1, 0, 1.0 / 3.0, 0 };
  HwStockTerms some = all, found;

  g_assert_true (hw_terms_repo_save (store, &all, NULL));
  g_assert_true (hw_terms_repo_load (store, &found, NULL));
  g_assert_cmpuint (found.said, ==, all.said);
  g_assert_cmpfloat (found.carrying, ==, 0.1);
  g_assert_cmpint (found.order_cost, ==, 0);
  g_assert_cmpfloat (found.lost_share, ==, 1.0 / 3.0);
  g_assert_cmpint (found.budget, ==, 0);

  some.said = HW_SAID_BUDGET;
  g_assert_true (hw_terms_repo_save (store, &some, NULL));
  g_assert_true (hw_terms_repo_load (store, &found, NULL));
  g_assert_cmpuint (found.said, ==, HW_SAID_BUDGET);
  g_assert_cmpfloat (found.carrying, ==, HW_CARRYING_DEFAULT);
  g_assert_cmpint (found.order_cost, ==, HW_ORDER_COST_DEFAULT);
}

/* Of an imported supplier and product: when the import is taken back they go with them. */
static void
test_suppliers_and_breaks (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  HwSupplier mill = { .code = (char *) "M", .name = (char *) "Mill", .email = (char *) "", .lead_days = 3 };
  HwProduct roll = { .sku = (char *) "R", .name = (char *) "Roll", .price = HW_UNKNOWN, .cost = 3000 };
  g_autoptr (HwImportReport) report = hw_import_report_new ();
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (HwPriceBreak));
  g_autoptr (GArray) suppliers = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  HwSupplierTerms terms = { 0, 45000, 900000, TRUE };
  gint64 import_id;

  g_assert_true (hw_store_begin (store, NULL));
  g_assert_true (hw_import_repo_begin (store, HW_IMPORT_PRODUCTS, "products.csv", "0123", 1, &import_id, NULL));
  g_assert_true (hw_supplier_repo_add (store, &mill, import_id, NULL));
  g_assert_true (hw_product_repo_add (store, &roll, import_id, NULL));
  g_assert_true (hw_import_repo_finish (store, import_id, report, NULL));
  g_assert_true (hw_store_commit (store, NULL));

  terms.supplier_id = mill.id;
  g_assert_true (hw_terms_repo_save_supplier (store, &terms, &error));
  terms.freight = 50000;
  g_assert_true (hw_terms_repo_save_supplier (store, &terms, &error));
  suppliers = hw_terms_repo_suppliers (store, &error);
  g_assert_cmpuint (suppliers->len, ==, 1);
  g_assert_cmpint (g_array_index (suppliers, HwSupplierTerms, 0).freight, ==, 50000);
  g_assert_cmpint (g_array_index (suppliers, HwSupplierTerms, 0).freight_free, ==, 900000);
  g_assert_true (g_array_index (suppliers, HwSupplierTerms, 0).takes_back);

  for (int i = 2; i > 0; i--)
    {
      const HwPriceBreak step = { roll.id, i * 100000, 3000 - i * 100 };

      g_array_append_val (breaks, step);
    }

  g_assert_true (hw_terms_repo_set_price_breaks (store, roll.id, breaks, &error));
  g_array_set_size (breaks, 1);
  g_array_index (breaks, HwPriceBreak, 0).quantity = 50000;
  found = hw_terms_repo_price_breaks (store, &error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, HwPriceBreak, 0).quantity, ==, 100000);
  g_assert_cmpint (g_array_index (found, HwPriceBreak, 1).unit_cost, ==, 2800);

  g_assert_true (hw_terms_repo_set_price_breaks (store, roll.id, breaks, &error));
  g_clear_pointer (&found, g_array_unref);
  found = hw_terms_repo_price_breaks (store, &error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, HwPriceBreak, 0).quantity, ==, 50000);

  g_assert_true (hw_import_repo_undo (store, import_id, 2, &error));
  g_assert_no_error (error);
  g_clear_pointer (&found, g_array_unref);
  g_clear_pointer (&suppliers, g_array_unref);
  found = hw_terms_repo_price_breaks (store, &error);
  suppliers = hw_terms_repo_suppliers (store, &error);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (suppliers->len, ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-terms-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("nothing-said", test_nothing_said);
  ADD ("terms", test_terms);
  ADD ("suppliers-and-breaks", test_suppliers_and_breaks);

  return g_test_run ();
}
