/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting times as receipts show them, by days and by weeks. */
#include "jobs/hw-stock-fixture.h"

#include "jobs/stock/hw-stock-kit.h"
#include "jobs/stock/hw-stock-wait.h"
#include "store/hw-stock-repo.h"

#include <math.h>

static double
sum_of (const double *chance,
        gsize         n)
{
  double sum = 0.0;

  for (gsize k = 0; k < n; k++)
    sum += chance[k];

  return sum;
}

static double
mean_of (const double *chance,
         gsize         n)
{
  double mean = 0.0;

  for (gsize k = 0; k < n; k++)
    mean += (double) k * chance[k];

  return mean;
}

static const HwProduct *
product (const HwStockKit *kit,
         const char       *name)
{
  for (guint i = 0; i < kit->demand->products->len; i++)
    if (g_str_equal (g_array_index (kit->demand->products, HwProduct, i).name, name))
      return &g_array_index (kit->demand->products, HwProduct, i);

  g_assert_not_reached ();
}

/* Told four days: by days it is four, mostly; a week of looks and days that count
 * from its middle make the mean the same by weeks. */
static void
test_told (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_auto (HwStockKit) kit = { 0 };
  g_auto (HwStockWait) wait = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree double *days = NULL;
  g_autofree double *weeks = NULL;
  gsize n_days, n_weeks;

  stock_open (&business, NULL, NULL, NULL);
  g_assert_true (hw_stock_kit_load (&kit, business.session, NULL, &error));
  g_assert_true (hw_stock_wait_learn (&wait, &kit.wait_book, product (&kit, "Rye"), 1.0));
  g_assert_cmpint (wait.days, ==, 4);
  g_assert_cmpint (wait.early, ==, 4);
  g_assert_cmpint (wait.late, >=, 4);
  g_assert_false (wait.assumed);
  g_assert_false (wait.made_here);

  days = hw_stock_wait_periods (&wait, 1, 1, 1, &n_days);
  g_assert_cmpfloat_with_epsilon (sum_of (days, n_days), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean_of (days, n_days), wait.mean, 1e-12);
  g_assert_cmpfloat (days[4], >, 0.7);

  /* An order of any day, in a week that is looked at once: three days less on average. */
  weeks = hw_stock_wait_periods (&wait, 7, 1, 1, &n_weeks);
  g_assert_cmpfloat_with_epsilon (sum_of (weeks, n_weeks), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean_of (weeks, n_weeks) * 7.0, wait.mean - 3.0, 1e-9);
}

static void
test_longer (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_auto (HwStockKit) kit = { 0 };
  g_auto (HwStockWait) once = { 0 };
  g_auto (HwStockWait) twice = { 0 };
  g_autoptr (GError) error = NULL;

  stock_open (&business, NULL, NULL, NULL);
  g_assert_true (hw_stock_kit_load (&kit, business.session, NULL, &error));
  g_assert_true (hw_stock_wait_learn (&once, &kit.wait_book, product (&kit, "Jam"), 1.0));
  g_assert_true (hw_stock_wait_learn (&twice, &kit.wait_book, product (&kit, "Jam"), 2.0));
  g_assert_cmpint (once.days, ==, 7);
  g_assert_cmpint (twice.days, ==, 14);
  g_assert_cmpfloat_with_epsilon (twice.mean, 2.0 * once.mean, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum_of (twice.chance, twice.n), 1.0, 1e-12);
}

/* Four days are told, but the mill takes nine: what is seen counts, for its other
 * products too. */
static void
test_seen (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_auto (HwStockKit) kit = { 0 };
  g_auto (HwStockWait) rye = { 0 };
  g_auto (HwStockWait) oat = { 0 };
  g_autoptr (GError) error = NULL;
  HwStore *store;

  stock_open (&business, NULL, NULL, NULL);
  store = hw_session_get_store (business.session);
  g_assert_true (hw_stock_kit_load (&kit, business.session, NULL, &error));
  for (int i = 0; i < 5; i++)
    {
      HwOrder order = { .supplier_id = product (&kit, "Rye")->supplier_id, .state = HW_ORDER_RECEIVED,
                        .ordered = TODAY - 100 + 10 * i, .expected = HW_DAY_NONE };
      HwOrderLine line = { .product_id = product (&kit, "Rye")->id, .quantity = 40 * ONE, .unit_cost = HW_UNKNOWN };
      HwReceipt receipt = { .day = order.ordered + 9, .quantity = 40 * ONE };

      g_assert_true (hw_stock_repo_add_order (store, &order, &error));
      line.order_id = order.id;
      g_assert_true (hw_stock_repo_add_line (store, &line, &error));
      receipt.order_line_id = line.id;
      g_assert_true (hw_stock_repo_add_receipt (store, &receipt, &error));
    }

  hw_stock_kit_clear (&kit);
  g_assert_true (hw_stock_kit_load (&kit, business.session, NULL, &error));
  g_assert_true (hw_stock_wait_learn (&rye, &kit.wait_book, product (&kit, "Rye"), 1.0));
  g_assert_true (hw_stock_wait_learn (&oat, &kit.wait_book, product (&kit, "Oat"), 1.0));
  g_assert_cmpint (rye.days, ==, 9);
  g_assert_cmpint (oat.days, ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stock-wait/told", test_told);
  g_test_add_func ("/stock-wait/longer", test_longer);
  g_test_add_func ("/stock-wait/seen", test_seen);

  return g_test_run ();
}
