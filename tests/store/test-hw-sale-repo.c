/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-sale-repo.h"

#include "domain/hw-metric.h"
#include "store/hw-stock-repo.h"
#include "store/hw-store-fixture.h"

/* "Today" of these tests and the period looked at: ten days up to it. */
#define TO   20100
#define FROM 20091

static void
add_sale (HwStore    *store,
          HwDay       day,
          gint64      product_id,
          HwQuantity  quantity,
          HwMoney     amount,
          const char *order_ref,
          gint64      customer_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, &error);
  const HwSale sale = {
    .day = day, .product_id = product_id, .quantity = quantity, .amount = amount, .minute = -1,
    .order_ref = (char *) order_ref, .customer_id = customer_id,
  };

  g_assert_no_error (error);
  g_assert_true (hw_sale_writer_add (writer, &sale, &error));
  g_assert_no_error (error);
}

static gint64
add_customer (HwStore    *store,
              const char *code)
{
  HwCustomer customer = { .code = (char *) code, .name = (char *) code };

  g_assert_true (hw_customer_repo_add (store, &customer, 0, NULL));
  return customer.id;
}

static HwPeriodSums
sums_of (HwStore *store)
{
  g_autoptr (GError) error = NULL;
  HwPeriodSums sums;

  g_assert_true (hw_sale_repo_sums (store, FROM, TO, &sums, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sums.from, ==, FROM);
  g_assert_cmpint (sums.to, ==, TO);
  g_assert_cmpint (sums.n_days, ==, 10);
  return sums;
}

static gboolean
write_down (const HwDaySales *day,
            gpointer          data)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT "/%d: %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                          day->product_id, day->day, day->quantity, day->amount, day->n_lines);
  return TRUE;
}

static gboolean
only_once (const HwDaySales *day,
           gpointer          data)
{
  (*(int *) data)++;
  return FALSE;
}

static void
test_each_day (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (GString) text = g_string_new (NULL);
  const gint64 a = add_product (store, "A", 1, 1, 0);
  const gint64 b = add_product (store, "B", 1, 1, 0);
  int n = 0;

  add_sale (store, 20002, b, 10000, 20000, "", 0);
  add_sale (store, 20001, a, 10000, 30000, "", 0);
  add_sale (store, 20000, a, 25000, 50000, "", 0);
  add_sale (store, 20001, a, -5000, -15000, "", 0);
  add_sale (store, 20003, a, 1, 1, "", 0);

  g_assert_true (hw_sale_repo_each_day (store, 20000, 20002, write_down, text, &error));
  g_assert_cmpstr (text->str, ==, "1/20000: 25000 50000 1\n1/20001: 5000 15000 2\n2/20002: 10000 20000 1\n");

  g_assert_true (hw_sale_repo_each_day (store, 20000, 20002, only_once, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 1);
}

static void
test_span (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  HwDay first, last;
  gint64 n, product_id;

  g_assert_true (hw_sale_repo_span (store, &first, &last, &n, &error));
  g_assert_cmpint (first, ==, HW_DAY_NONE);
  g_assert_cmpint (last, ==, HW_DAY_NONE);
  g_assert_cmpint (n, ==, 0);

  product_id = add_product (store, "A", 1, 1, 0);
  add_sale (store, -10, product_id, 1, 1, "", 0);
  add_sale (store, 20000, product_id, 1, 1, "", 0);
  g_assert_true (hw_sale_repo_span (store, &first, &last, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (first, ==, -10);
  g_assert_cmpint (last, ==, 20000);
  g_assert_cmpint (n, ==, 2);
}

static void
test_has_money (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  gboolean has = TRUE;

  add_product (store, "A", HW_UNKNOWN, HW_UNKNOWN, 0);
  g_assert_true (hw_sale_repo_has_money (store, &has, NULL));
  g_assert_false (has);
  add_product (store, "B", HW_UNKNOWN, 12, 0);
  g_assert_true (hw_sale_repo_has_money (store, &has, NULL));
  g_assert_true (has);
}

/* Roll: price 0.50, cost 0.20; cake: no cost known.
 *   in the period: 3 rolls 1.50 on receipt 1, 1 cake 20.00 on the same receipt,
 *   2 rolls 1.00 without a receipt, 1 roll back -0.50 on receipt 1 of the next day.
 *   revenue 22.00, units 5, costed 2.00, cogs 4 x 0.20 = 0.80, returns 0.50,
 *   two receipts (numbers start anew each day) with 21.00. */
static void
test_sums_of_sales (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 5000, 2000, 0);
  const gint64 cake = add_product (store, "Cake", 200000, HW_UNKNOWN, 0);
  HwPeriodSums sums;

  add_sale (store, FROM - 1, roll, 990000, 990000, "9", 0);
  add_sale (store, FROM, roll, 30000, 15000, "1", 0);
  add_sale (store, FROM, cake, 10000, 200000, "1", 0);
  add_sale (store, FROM, roll, 20000, 10000, "", 0);
  add_sale (store, TO, roll, -10000, -5000, "1", 0);
  add_sale (store, TO + 1, roll, 990000, 990000, "9", 0);

  sums = sums_of (store);
  g_assert_cmpint (sums.n_lines, ==, 4);
  g_assert_cmpint (sums.revenue, ==, 220000);
  g_assert_cmpint (sums.units, ==, 50000);
  g_assert_cmpint (sums.costed_revenue, ==, 20000);
  g_assert_cmpint (sums.cogs, ==, 8000);
  g_assert_cmpint (sums.returns, ==, 5000);
  g_assert_cmpint (sums.n_orders, ==, 2);
  g_assert_cmpint (sums.order_revenue, ==, 210000);
  g_assert_false (sums.has_before);
  g_assert_false (sums.has_year_ago);
}

static void
test_sums_of_earlier (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 5000, 2000, 0);
  HwPeriodSums sums;

  add_sale (store, FROM - 10, roll, 10000, 100, "", 0);
  sums = sums_of (store);
  g_assert_true (sums.has_before);
  g_assert_false (sums.has_year_ago);

  add_sale (store, FROM - 365, roll, 10000, 1, "", 0);
  add_sale (store, FROM - 364, roll, 10000, 20, "", 0);
  add_sale (store, TO - 364, roll, 10000, 300, "", 0);
  add_sale (store, TO - 363, roll, 10000, 4000, "", 0);
  sums = sums_of (store);
  g_assert_true (sums.has_year_ago);
  g_assert_cmpint (sums.revenue_year_ago, ==, 320);
}

/* In the period: Anna on two days, Bert with two receipts of one day, Cleo once
 * (one line has lost its receipt) and for the first time, Dora with two lines of one receipt.
 * In the period before: Anna, Emil. Long before: Bert, Dora. */
static void
test_sums_of_customers (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 5000, 2000, 0);
  const gint64 anna = add_customer (store, "A");
  const gint64 bert = add_customer (store, "B");
  const gint64 cleo = add_customer (store, "C");
  const gint64 dora = add_customer (store, "D");
  const gint64 emil = add_customer (store, "E");
  HwPeriodSums sums;

  add_sale (store, FROM - 100, roll, 1, 1, "1", bert);
  add_sale (store, FROM - 100, roll, 1, 1, "2", dora);
  add_sale (store, FROM - 10, roll, 1, 1, "3", anna);
  add_sale (store, FROM - 1, roll, 1, 1, "4", emil);
  add_sale (store, FROM, roll, 1, 1, "", anna);
  add_sale (store, TO, roll, 1, 1, "", anna);
  add_sale (store, FROM, roll, 1, 1, "5", bert);
  add_sale (store, FROM, roll, 1, 1, "6", bert);
  add_sale (store, FROM, roll, 1, 1, "", cleo);
  add_sale (store, FROM, roll, 1, 1, "7", cleo);
  add_sale (store, TO, roll, 1, 1, "8", dora);
  add_sale (store, TO, roll, 1, 1, "8", dora);
  add_sale (store, TO, roll, 1, 1, "9", 0);

  sums = sums_of (store);
  g_assert_cmpint (sums.n_customers, ==, 4);
  g_assert_cmpint (sums.n_repeat_customers, ==, 2);
  g_assert_cmpint (sums.n_new_customers, ==, 1);
  g_assert_cmpint (sums.n_kept_customers, ==, 1);
  g_assert_cmpint (sums.n_customers_before, ==, 2);
}

static void
add_count (HwStore   *store,
           gint64     product_id,
           HwDay      day,
           HwQuantity quantity)
{
  const HwStockCount count = { .product_id = product_id, .day = day, .quantity = quantity };

  g_assert_true (hw_stock_repo_add_count (store, &count, NULL));
}

/* Flour at 2.00: 5 before the period, 3 on its first day, 0 on its last.
 * Salt at 1.00: 4 before the period, never sold since: dead.
 * Tin without a cost: 7 on the first day.
 *   Last counts: 0 + 4 + 7 units, worth 4.00; all of it dead.
 *   Shelf on the first day 3 x 2 + 4 = 10, on the last 0 + 4 = 4: mean 7. */
static void
test_sums_of_stock (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 flour = add_product (store, "Flour", 1, 20000, 0);
  const gint64 salt = add_product (store, "Salt", 1, 10000, 0);
  const gint64 tin = add_product (store, "Tin", 1, HW_UNKNOWN, 0);
  const HwWaste waste = { .product_id = flour, .day = TO, .quantity = 15000 };
  const HwWaste old_waste = { .product_id = flour, .day = FROM - 1, .quantity = 15000 };
  HwPeriodSums sums;

  add_sale (store, TO - 10, flour, 10000, 1, "", 0);
  add_sale (store, TO - 180, salt, 10000, 1, "", 0);
  add_count (store, flour, FROM - 3, 50000);
  add_count (store, flour, FROM, 30000);
  add_count (store, flour, TO, 0);
  add_count (store, flour, TO + 1, 990000);
  add_count (store, salt, FROM - 90, 90000);
  add_count (store, salt, FROM - 80, 40000);
  add_count (store, tin, FROM, 70000);
  g_assert_true (hw_stock_repo_add_waste (store, &waste, NULL));
  g_assert_true (hw_stock_repo_add_waste (store, &old_waste, NULL));

  sums = sums_of (store);
  g_assert_cmpint (sums.n_counted_products, ==, 3);
  g_assert_cmpint (sums.on_hand_units, ==, 110000);
  g_assert_cmpint (sums.stock_value, ==, 40000);
  g_assert_cmpint (sums.dead_stock_value, ==, 40000);
  g_assert_cmpfloat_with_epsilon (sums.mean_stock_value, 7.0, 1e-12);
  g_assert_cmpint (sums.n_item_days, ==, 3);
  g_assert_cmpint (sums.n_sold_out_days, ==, 1);
  g_assert_cmpint (sums.n_waste, ==, 1);
  g_assert_cmpint (sums.wasted, ==, 15000);
  g_assert_cmpint (sums.waste_value, ==, 30000);

  /* Sold on the last day of the 180: alive. */
  add_sale (store, TO - 179, salt, 10000, 1, "", 0);
  g_assert_cmpint (sums_of (store).dead_stock_value, ==, 0);
}

static gint64
order_one (HwStore   *store,
           gint64     supplier_id,
           gint64     product_id,
           HwDay      ordered,
           HwDay      expected,
           HwQuantity quantity,
           HwMoney    unit_cost)
{
  HwOrder order = { .supplier_id = supplier_id, .state = HW_ORDER_SENT, .ordered = ordered, .expected = expected };
  HwOrderLine line = { .product_id = product_id, .quantity = quantity, .unit_cost = unit_cost };

  g_assert_true (hw_stock_repo_add_order (store, &order, NULL));
  line.order_id = order.id;
  g_assert_true (hw_stock_repo_add_line (store, &line, NULL));
  return line.id;
}

static void
receive (HwStore   *store,
         gint64     line_id,
         HwDay      day,
         HwQuantity quantity)
{
  const HwReceipt receipt = { line_id, day, quantity };

  g_assert_true (hw_stock_repo_add_receipt (store, &receipt, NULL));
}

/* From Mill: 10 in full and in time after 2 days at 3.00; 10 in two parts, the
 * second late, after 6 days, at the product's cost of 2.00. From Farm: 5 after 4
 * days, no day agreed, at 10.00; another still on its way.
 *   three lines, waits 2, 6, 4: mean 4, sd 2;
 *   two with an agreed day, one of them on time and in full: 1/2;
 *   bought 30 + 20 = 50 and 50: shares 1/2, 1/2: 0.5. */
static void
test_sums_of_purchases (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 flour = add_product (store, "Flour", 1, 20000, 0);
  HwSupplier mill = { .code = (char *) "M", .name = (char *) "Mill", .email = (char *) "", .lead_days = -1 };
  HwSupplier farm = { .code = (char *) "F", .name = (char *) "Farm", .email = (char *) "", .lead_days = -1 };
  HwPeriodSums sums;
  double on_time = 0;
  gint64 late;

  g_assert_true (hw_supplier_repo_add (store, &mill, 0, NULL));
  g_assert_true (hw_supplier_repo_add (store, &farm, 0, NULL));
  receive (store, order_one (store, mill.id, flour, FROM, FROM + 2, 100000, 30000), FROM + 2, 100000);
  late = order_one (store, mill.id, flour, FROM, FROM + 3, 100000, HW_UNKNOWN);
  receive (store, late, FROM + 2, 40000);
  receive (store, late, FROM + 6, 60000);
  receive (store, order_one (store, farm.id, flour, FROM, HW_DAY_NONE, 50000, 100000), FROM + 4, 50000);
  receive (store, order_one (store, farm.id, flour, FROM, HW_DAY_NONE, 50000, 100000), TO + 1, 50000);

  sums = sums_of (store);
  g_assert_cmpint (sums.n_receipts, ==, 3);
  g_assert_cmpint (sums.n_agreed, ==, 2);
  g_assert_cmpint (sums.n_on_time_full, ==, 1);
  g_assert_cmpint (hw_metric_find ("supplier_otif")->compute (&sums, &on_time), ==, HW_METRIC_OK);
  g_assert_cmpfloat_with_epsilon (on_time, 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (sums.lead_mean, 4.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (sums.lead_sd, 2.0, 1e-12);
  g_assert_cmpint (sums.purchases, ==, 1000000);
  g_assert_cmpfloat_with_epsilon (sums.supplier_hhi, 0.5, 1e-12);
}

static void
test_sums_of_nothing (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const HwPeriodSums sums = sums_of (store);

  g_assert_cmpint (sums.n_lines, ==, 0);
  g_assert_cmpint (sums.revenue, ==, 0);
  g_assert_cmpint (sums.n_orders, ==, 0);
  g_assert_cmpint (sums.n_customers, ==, 0);
  g_assert_cmpint (sums.n_counted_products, ==, 0);
  g_assert_cmpint (sums.n_receipts, ==, 0);
  g_assert_cmpint (sums.n_waste, ==, 0);
  g_assert_false (sums.has_before);
  g_assert_cmpfloat (sums.mean_stock_value, ==, 0);
  g_assert_cmpfloat (sums.supplier_hhi, ==, 0);
  g_assert_cmpfloat (sums.lead_sd, ==, 0);
}

/* Two amounts that fit, whose sum does not. */
static void
test_overflow (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  HwPeriodSums sums = { .n_lines = -1 };
  int n = 0;

  add_sale (store, FROM, roll, 1, G_MAXINT64, "", 0);
  add_sale (store, FROM, roll, 1, 1, "", 0);

  g_assert_false (hw_sale_repo_sums (store, FROM, TO, &sums, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
  g_assert_cmpstr (error->message, ==, "a sum of amounts or quantities is larger than can be kept");
  g_assert_cmpint (sums.n_lines, ==, -1);
  g_clear_error (&error);

  g_assert_false (hw_sale_repo_each_day (store, FROM, TO, only_once, &n, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
  g_assert_cmpint (n, ==, 0);
}

static void
test_overflow_of_costs (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 gold = add_product (store, "Gold", 1, G_MAXINT64 / 2, 0);
  HwPeriodSums sums;

  add_sale (store, FROM, gold, 30000, 1, "", 0);
  g_assert_false (hw_sale_repo_sums (store, FROM, TO, &sums, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
  g_assert_cmpstr (error->message, ==, "a cost times a quantity is larger than can be kept");
}

/* All that a sale says is kept as it was said. */
static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  const char *ref = "00017/ä;\"x\"";
  HwSale sale = {
    .import_id = 3, .source_row = 12, .day = 20000, .minute = 0, .order_ref = (char *) ref,
    .quantity = -12345, .amount = HW_UNKNOWN,
  };
  HwStore *store = fixture_create (fixture);
  HwSaleWriter *writer = hw_sale_writer_new (store, NULL);

  sale.product_id = add_product (store, "A", 1, 1, 0);
  sale.customer_id = add_customer (store, "C");
  g_assert_true (hw_sale_writer_add (writer, &sale, NULL));
  sale = (HwSale) { .day = 20000, .minute = -1, .product_id = sale.product_id };
  g_assert_true (hw_sale_writer_add (writer, &sale, NULL));
  hw_sale_writer_free (writer);
  hw_store_close (store);

  g_assert_cmpint (ask_sql (fixture->path,
    "SELECT count (*) FROM sale WHERE import_id = 3 AND source_row = 12 AND day = 20000 AND minute = 0"
    " AND order_ref = '00017/ä;\"x\"' AND quantity = -12345 AND amount IS NULL AND customer_id = 1"), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path,
    "SELECT count (*) FROM sale WHERE import_id IS NULL AND source_row IS NULL AND minute IS NULL"
    " AND order_ref = '' AND quantity = 0 AND amount = 0 AND customer_id IS NULL"), ==, 1);
}

static void
test_unknown_product (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, NULL);
  const HwSale sale = { .day = 20000, .product_id = 5 };

  g_assert_false (hw_sale_writer_add (writer, &sale, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-sale-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("unknown-product", test_unknown_product);
  ADD ("each-day", test_each_day);
  ADD ("span", test_span);
  ADD ("has-money", test_has_money);
  ADD ("sums/sales", test_sums_of_sales);
  ADD ("sums/earlier", test_sums_of_earlier);
  ADD ("sums/customers", test_sums_of_customers);
  ADD ("sums/stock", test_sums_of_stock);
  ADD ("sums/purchases", test_sums_of_purchases);
  ADD ("sums/nothing", test_sums_of_nothing);
  ADD ("sums/overflow", test_overflow);
  ADD ("sums/overflow-of-costs", test_overflow_of_costs);

  return g_test_run ();
}
