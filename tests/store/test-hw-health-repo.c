/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows counted one by one: what is double, brought back, far from usual, and how
 * deliveries kept their day. */
#include "store/hw-health-repo.h"
#include "store/hw-loss-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"
#include "store/hw-store-fixture.h"

#define DAY 20000
#define ONE HW_QUANTITY_ONE

static void
sell (HwStore     *store,
      gint64       import_id,
      gint64       product_id,
      HwDay        day,
      int          quantity,
      int          amount,
      const char  *ref)
{
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, NULL);
  const HwSale sale = {
    .import_id = import_id, .product_id = product_id, .day = day, .quantity = quantity * ONE, .amount = amount * HW_MONEY_ONE,
    .minute = -1, .order_ref = (char *) ref,
  };

  g_assert_true (hw_sale_writer_add (writer, &sale, NULL));
}

static HwHealthRows *
look (HwStore *store)
{
  g_autoptr (GError) error = NULL;
  HwHealthRows *rows = hw_health_repo_rows (store, DAY + 100, &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwHealthRows) rows = look (store);

  g_assert_cmpint (rows->n_lines, ==, 0);
  g_assert_cmpint (rows->last, ==, HW_DAY_NONE);
  g_assert_cmpuint (rows->products->len, ==, 0);
}

/* Twice in one file, and again in another: of three and one, one is there again; of
 * two and none, one is there twice. Another receipt is another sale. */
static void
test_doubles (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  g_autoptr (HwHealthRows) rows = NULL;

  for (int i = 0; i < 3; i++)
    sell (store, 1, roll, DAY, 2, 4, "7");
  sell (store, 2, roll, DAY, 2, 4, "7");
  sell (store, 1, roll, DAY, 2, 4, "8");
  sell (store, 1, roll, DAY + 1, 2, 4, "7");
  sell (store, 2, roll, DAY + 2, 5, 4, "");
  sell (store, 2, roll, DAY + 2, 5, 4, "");
  sell (store, 1, roll, DAY + 101, 5, 4, "");
  rows = look (store);
  g_assert_cmpint (rows->n_lines, ==, 9);
  g_assert_cmpint (rows->n_ahead, ==, 1);
  g_assert_cmpint (rows->n_again, ==, 1);
  g_assert_cmpint (rows->n_twice, ==, 3);
  g_assert_cmpint (rows->n_receipts, ==, 6);
  g_assert_cmpint (rows->first, ==, DAY);
  g_assert_cmpint (rows->last, ==, DAY + 2);
  g_assert_cmpint (rows->sold_on[1], ==, 1);
  g_assert_cmpint (rows->n_pairs, ==, 3);
  g_assert_cmpint (rows->n_pairs_many, ==, 2);
}

/* Thirty ordinary lines of 2 at 2.00 each, then one of 90, one for a tenth of the money. */
static void
test_odd (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0), cake = add_product (store, "Cake", 1, 1, 0);
  g_autoptr (HwHealthRows) rows = NULL;
  const HwHealthProduct *product;

  for (int i = 0; i < 30; i++)
    sell (store, 1, roll, DAY + i, 2, 4, "");
  sell (store, 1, roll, DAY + 40, 90, 180, "");
  sell (store, 1, roll, DAY + 41, 10, 2, "");
  sell (store, 1, cake, DAY + 1, 3, 9, "");
  sell (store, 1, cake, DAY + 2, -2, -6, "");
  sell (store, 1, cake, DAY + 3, -4, -12, "");
  sell (store, 1, cake, DAY + 4, 0, 5, "");
  rows = look (store);
  g_assert_cmpint (rows->n_far_quantity, ==, 1);
  g_assert_cmpint (rows->n_far_price, ==, 1);
  g_assert_cmpint (rows->n_negative, ==, 2);
  g_assert_cmpint (rows->n_too_many_back, ==, 1);
  g_assert_cmpint (rows->n_nothing, ==, 1);

  product = &g_array_index (rows->products, HwHealthProduct, 0);
  g_assert_cmpint (product->product_id, ==, roll);
  g_assert_cmpint (product->n_lines, ==, 32);
  g_assert_cmpint (product->n_cheap, ==, 1);
  g_assert_cmpfloat_with_epsilon (product->cheap, 18.0, 1e-9); /* 20.00 less 2.00 */
  g_assert_cmpfloat_with_epsilon (g_array_index (rows->products, HwHealthProduct, 1).back, 12.0, 1e-9);
}

/* Four weeks of sales, two of them with a count. */
static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  const HwDay monday = DAY - hw_day_weekday (DAY);
  g_autoptr (HwHealthRows) rows = NULL;

  for (int week = 0; week < 4; week++)
    {
      const HwStockCount count = { roll, monday + 7 * week + 6, week == 1 ? 0 : ONE, 0 };

      sell (store, 1, roll, monday + 7 * week, 2, 4, "");
      if (week < 2)
        g_assert_true (hw_stock_repo_add_count (store, &count, NULL));
    }

  rows = look (store);
  g_assert_cmpint (rows->n_weeks, ==, 4);
  g_assert_cmpint (rows->n_weeks_counted, ==, 2);
  g_assert_cmpint (rows->n_counts, ==, 2);
  g_assert_cmpint (rows->n_sold_out, ==, 1);
  g_assert_cmpint (rows->last_count, ==, monday + 13);
}

static void
test_losses (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  HwSupplier mill = { .code = (char *) "Mill", .name = (char *) "Mill", .email = (char *) "", .lead_days = 3 };
  HwOrder order = { .state = HW_ORDER_SENT, .ordered = DAY, .expected = DAY + 3 };
  HwOrderLine line = { .product_id = roll, .quantity = 10 * ONE, .unit_cost = HW_UNKNOWN };
  g_autoptr (GArray) waste = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) came = NULL;

  g_assert_true (hw_supplier_repo_add (store, &mill, 0, &error));
  order.supplier_id = mill.id;
  g_assert_true (hw_stock_repo_add_order (store, &order, &error));
  line.order_id = order.id;
  g_assert_true (hw_stock_repo_add_line (store, &line, &error));
  g_assert_true (hw_stock_repo_add_receipt (store, &(HwReceipt) { line.id, DAY + 4, 6 * ONE }, &error));
  none = hw_loss_repo_deliveries (store, DAY, DAY, &error);
  g_assert_cmpuint (none->len, ==, 0); /* not all of it has come */
  g_assert_true (hw_stock_repo_add_receipt (store, &(HwReceipt) { line.id, DAY + 5, 4 * ONE }, &error));
  came = hw_loss_repo_deliveries (store, DAY, DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (came->len, ==, 1);
  g_assert_cmpint (g_array_index (came, HwDelivery, 0).due, ==, DAY + 3);
  g_assert_cmpint (g_array_index (came, HwDelivery, 0).came, ==, DAY + 5);

  g_assert_true (hw_stock_repo_add_waste (store, &(HwWaste) { roll, DAY, ONE, 0 }, &error));
  g_assert_true (hw_stock_repo_add_waste (store, &(HwWaste) { roll, DAY, 2 * ONE, 0 }, &error));
  g_assert_true (hw_stock_repo_add_waste (store, &(HwWaste) { roll, DAY + 9, ONE, 0 }, &error));
  waste = hw_loss_repo_waste (store, DAY, DAY + 8, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waste->len, ==, 1);
  g_assert_cmpint (g_array_index (waste, HwWaste, 0).quantity, ==, 3 * ONE);
}

#define ADD(name, func) g_test_add ("/store/hw-health-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("doubles", test_doubles);
  ADD ("odd", test_odd);
  ADD ("counts", test_counts);
  ADD ("losses", test_losses);
  return g_test_run ();
}
