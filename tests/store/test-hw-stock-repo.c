/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"
#include "store/hw-store-fixture.h"

#define TODAY 20100

static void
add_count (HwStore   *store,
           gint64     product_id,
           HwDay      day,
           HwQuantity quantity)
{
  const HwStockCount count = { .product_id = product_id, .day = day, .quantity = quantity };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_stock_repo_add_count (store, &count, &error));
  g_assert_no_error (error);
}

static void
sell (HwStore   *store,
      gint64     product_id,
      HwDay      day,
      HwQuantity quantity)
{
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, NULL);
  const HwSale sale = { .day = day, .product_id = product_id, .quantity = quantity, .minute = -1 };

  g_assert_true (hw_sale_writer_add (writer, &sale, NULL));
}

static void
waste (HwStore   *store,
       gint64     product_id,
       HwDay      day,
       HwQuantity quantity)
{
  const HwWaste row = { .product_id = product_id, .day = day, .quantity = quantity };

  g_assert_true (hw_stock_repo_add_waste (store, &row, NULL));
}

static gint64
add_supplier (HwStore    *store,
              const char *code)
{
  HwSupplier supplier = { .code = (char *) code, .name = (char *) code, .email = (char *) "", .lead_days = -1 };

  g_assert_true (hw_supplier_repo_add (store, &supplier, 0, NULL));
  return supplier.id;
}

static gint64
order_one (HwStore      *store,
           gint64        supplier_id,
           HwOrderState  state,
           gint64        product_id,
           HwDay         ordered,
           HwQuantity    quantity)
{
  HwOrder order = { .supplier_id = supplier_id, .state = state, .ordered = ordered, .expected = HW_DAY_NONE };
  HwOrderLine line = { .product_id = product_id, .quantity = quantity, .unit_cost = HW_UNKNOWN };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_stock_repo_add_order (store, &order, &error));
  line.order_id = order.id;
  g_assert_true (hw_stock_repo_add_line (store, &line, &error));
  g_assert_no_error (error);
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

static HwOnHand
on_hand_of (HwStore *store,
            gint64   product_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = hw_stock_repo_on_hand (store, TODAY, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, HwOnHand, i).product_id == product_id)
      return g_array_index (all, HwOnHand, i);

  g_assert_not_reached ();
}

/* 100 counted at the end of day 90; day 90's own sales are in it; then -12 sold,
 * -3 thrown away, +20 come: 105. What is dated after today is not yet true. */
static void
test_on_hand (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  const gint64 supplier = add_supplier (store, "S");
  const gint64 line = order_one (store, supplier, HW_ORDER_SENT, roll, 20080, 500000);
  HwOnHand found;

  add_count (store, roll, 20085, 990000);
  add_count (store, roll, 20090, 1000000);
  add_count (store, roll, TODAY + 1, 10000);
  sell (store, roll, 20090, 500000);
  sell (store, roll, 20091, 70000);
  sell (store, roll, TODAY, 50000);
  sell (store, roll, TODAY + 1, 990000);
  waste (store, roll, 20090, 500000);
  waste (store, roll, 20095, 30000);
  receive (store, line, 20090, 100000);
  receive (store, line, 20096, 200000);
  receive (store, line, TODAY + 1, 50000);

  found = on_hand_of (store, roll);
  g_assert_cmpint (found.counted, ==, 20090);
  g_assert_cmpint (found.on_hand, ==, 1050000);
  g_assert_cmpint (found.on_order, ==, 200000);
}

static void
test_on_hand_limits (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 never = add_product (store, "Never", 1, 1, 0);
  const gint64 over = add_product (store, "Over", 1, 1, 0);
  const gint64 supplier = add_supplier (store, "S");

  add_count (store, over, 20090, 10000);
  sell (store, over, 20091, 50000);
  order_one (store, supplier, HW_ORDER_DRAFT, over, 20095, 10000);
  order_one (store, supplier, HW_ORDER_CANCELLED, over, 20095, 10000);
  order_one (store, supplier, HW_ORDER_RECEIVED, over, 20095, 10000);
  receive (store, order_one (store, supplier, HW_ORDER_SENT, over, 20080, 10000), 20085, 30000);
  order_one (store, supplier, HW_ORDER_SENT, over, 20095, 40000);

  g_assert_cmpint (on_hand_of (store, never).counted, ==, HW_DAY_NONE);
  g_assert_cmpint (on_hand_of (store, never).on_hand, ==, HW_UNKNOWN);
  g_assert_cmpint (on_hand_of (store, never).on_order, ==, 0);

  /* Not below nothing; more than ordered has come once, and counts for nothing else. */
  g_assert_cmpint (on_hand_of (store, over).on_hand, ==, 0);
  g_assert_cmpint (on_hand_of (store, over).on_order, ==, 40000);
}

static void
order_for (HwStore    *store,
           gint64      supplier_id,
           gint64      product_id,
           HwDay       ordered,
           HwDay       expected,
           HwQuantity  quantity)
{
  HwOrder order = { .supplier_id = supplier_id, .state = HW_ORDER_SENT, .ordered = ordered, .expected = expected };
  HwOrderLine line = { .product_id = product_id, .quantity = quantity, .unit_cost = HW_UNKNOWN };

  g_assert_true (hw_stock_repo_add_order (store, &order, NULL));
  line.order_id = order.id;
  g_assert_true (hw_stock_repo_add_line (store, &line, NULL));
}

/* Nobody says that an order came: it is on its way until the day it was expected, and
 * on the shelf from then on, unless a later count has it in. */
static void
test_untold_orders (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  const gint64 uncounted = add_product (store, "Uncounted", 1, 1, 0);
  const gint64 supplier = add_supplier (store, "S");

  add_count (store, roll, TODAY - 10, 1000000);
  order_for (store, supplier, roll, TODAY - 14, TODAY - 10, 70000);         /* in the count */
  order_for (store, supplier, roll, TODAY - 4, TODAY - 1, 200000);          /* come since */
  order_for (store, supplier, roll, TODAY - 15, HW_DAY_NONE, 30000);        /* two weeks are over */
  order_for (store, supplier, roll, TODAY - 4, TODAY, 5000);                /* comes today */
  order_for (store, supplier, roll, TODAY - 14, HW_DAY_NONE, 1000);
  g_assert_cmpint (on_hand_of (store, roll).on_hand, ==, 1230000);
  g_assert_cmpint (on_hand_of (store, roll).on_order, ==, 6000);

  order_for (store, supplier, uncounted, TODAY - 4, TODAY - 1, 200000);
  g_assert_cmpint (on_hand_of (store, uncounted).on_hand, ==, HW_UNKNOWN);
  g_assert_cmpint (on_hand_of (store, uncounted).on_order, ==, 0);
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 a = add_product (store, "A", 1, 1, 0);
  const gint64 b = add_product (store, "B", 1, 1, 0);
  g_autoptr (GArray) counts = NULL;

  add_count (store, b, 20001, 3);
  add_count (store, a, 20002, 2);
  add_count (store, a, 20001, 1);
  add_count (store, a, 20001, 7);
  add_count (store, a, 20003, 9);

  counts = hw_stock_repo_counts (store, 20001, 20002, NULL);
  g_assert_cmpuint (counts->len, ==, 3);
  g_assert_cmpint (g_array_index (counts, HwStockCount, 0).quantity, ==, 7);
  g_assert_cmpint (g_array_index (counts, HwStockCount, 1).quantity, ==, 2);
  g_assert_cmpint (g_array_index (counts, HwStockCount, 2).quantity, ==, 3);
  g_assert_cmpint (g_array_index (counts, HwStockCount, 2).product_id, ==, b);
}

/* 2, 4 and, in two parts, 9 days: mean 5, sd sqrt (13). One delivery: no spread. */
static void
test_lead_times (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  const gint64 mill = add_supplier (store, "Mill");
  const gint64 farm = add_supplier (store, "Farm");
  g_autoptr (GArray) found = NULL;
  gint64 line;

  add_supplier (store, "Nobody");
  receive (store, order_one (store, mill, HW_ORDER_RECEIVED, roll, 20000, 10), 20002, 10);
  receive (store, order_one (store, farm, HW_ORDER_RECEIVED, roll, 20000, 10), 20003, 10);
  receive (store, order_one (store, mill, HW_ORDER_RECEIVED, roll, 20010, 10), 20014, 10);
  line = order_one (store, mill, HW_ORDER_SENT, roll, 20020, 10);
  receive (store, line, 20025, 5);
  receive (store, line, 20029, 5);
  order_one (store, farm, HW_ORDER_SENT, roll, 20000, 10);

  found = hw_stock_repo_lead_times (store, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, HwLeadTime, 0).supplier_id, ==, mill);
  g_assert_cmpint (g_array_index (found, HwLeadTime, 0).n, ==, 3);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, HwLeadTime, 0).mean, 5.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, HwLeadTime, 0).sd, 3.605551275463989, 1e-12);
  g_assert_cmpint (g_array_index (found, HwLeadTime, 1).n, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, HwLeadTime, 1).mean, 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, HwLeadTime, 1).sd, 0.0, 1e-12);
}

static void
test_policy (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HwStore *store = fixture_create (fixture);
  g_autoptr (HwStockPlan) plan = hw_stock_plan_new ();
  HwStockLine *line = hw_stock_line_new ();

  line->product_id = add_product (store, "Roll", 1, 1, 0);
  line->service = 0.95;
  line->reorder_point = 120000;
  line->order_up_to = 340000;
  plan->as_of = TODAY;
  g_ptr_array_add (plan->lines, line);
  g_assert_true (hw_stock_repo_save_policy (store, plan, &error));
  line->reorder_point = 130000;
  g_assert_true (hw_stock_repo_save_policy (store, plan, &error));

  /* A product that is not there: nothing of the plan is kept. */
  line->reorder_point = 140000;
  g_ptr_array_add (plan->lines, hw_stock_line_new ());
  g_assert_false (hw_stock_repo_save_policy (store, plan, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
  hw_store_close (store);

  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM stock_policy"), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT reorder_point FROM stock_policy WHERE as_of = 20100 AND service = 0.95"),
                   ==, 130000);
}

static void
save_plan (HwStore    *store,
           HwDay       as_of,
           gint64      product_id,
           HwQuantity  order_now)
{
  g_autoptr (HwStockPlan) plan = hw_stock_plan_new ();
  g_autoptr (GError) error = NULL;
  HwStockLine *line = hw_stock_line_new ();

  line->product_id = product_id;
  line->service = 0.9;
  line->order_now = order_now;
  line->order_up_to = order_now + 1;
  line->on_hand = 7;
  line->on_order = 8;
  line->daily_units = 2.5;
  plan->as_of = as_of;
  g_ptr_array_add (plan->lines, line);
  g_assert_true (hw_stock_repo_save_policy (store, plan, &error));
  g_assert_no_error (error);
}

static HwQuantity
order_before (HwStore *store,
              HwDay    today,
              gint64   product_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) before = hw_stock_repo_policy_before (store, today, &error);
  const HwPolicyBefore *policy = g_hash_table_lookup (before, &product_id);

  g_assert_no_error (error);
  return policy != NULL ? policy->order_now : HW_UNKNOWN;
}

/* Today's plan and the newest of a day before stay; a second one of the same day takes
 * its place, older ones go. */
static void
test_policy_before (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  g_autoptr (GHashTable) before = NULL;
  const HwPolicyBefore *policy;

  g_assert_cmpint (order_before (store, TODAY, roll), ==, HW_UNKNOWN);
  save_plan (store, TODAY, roll, 10);
  g_assert_cmpint (order_before (store, TODAY, roll), ==, HW_UNKNOWN);
  g_assert_cmpint (order_before (store, TODAY + 1, roll), ==, 10);
  save_plan (store, TODAY + 3, roll, 20);
  save_plan (store, TODAY + 3, roll, 30);
  g_assert_cmpint (order_before (store, TODAY + 3, roll), ==, 10);
  save_plan (store, TODAY + 4, roll, 40);
  g_assert_cmpint (order_before (store, TODAY + 4, roll), ==, 30);
  g_assert_cmpint (order_before (store, TODAY + 3, roll), ==, HW_UNKNOWN);

  before = hw_stock_repo_policy_before (store, TODAY + 4, NULL);
  policy = g_hash_table_lookup (before, &roll);
  g_assert_cmpint (policy->as_of, ==, TODAY + 3);
  g_assert_cmpint (policy->order_up_to, ==, 31);
  g_assert_cmpint (policy->on_hand, ==, 7);
  g_assert_cmpint (policy->on_order, ==, 8);
  g_assert_cmpfloat (policy->service, ==, 0.9);
  g_assert_cmpfloat (policy->expected, ==, 2.5);
  g_assert_cmpuint (strlen (policy->terms), ==, HW_TERMS_HASH_SIZE - 1);
}

/* The same terms have the same digits, others have others. */
static void
test_terms_hash (void)
{
  g_autoptr (HwStockPlan) plan = hw_stock_plan_new ();
  g_autoptr (HwStockLine) line = hw_stock_line_new ();
  char first[HW_TERMS_HASH_SIZE], other[HW_TERMS_HASH_SIZE];

  hw_stock_repo_hash_terms (plan, line, first);
  line->on_hand = 99;
  hw_stock_repo_hash_terms (plan, line, other);
  g_assert_cmpstr (other, ==, first);
  line->lead_days++;
  hw_stock_repo_hash_terms (plan, line, other);
  g_assert_cmpstr (other, !=, first);
  line->lead_days--;
  plan->terms.lost_share += 0.1;
  hw_stock_repo_hash_terms (plan, line, other);
  g_assert_cmpstr (other, !=, first);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-stock-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("on-hand", test_on_hand);
  ADD ("on-hand-limits", test_on_hand_limits);
  ADD ("untold-orders", test_untold_orders);
  ADD ("counts", test_counts);
  ADD ("lead-times", test_lead_times);
  ADD ("policy", test_policy);
  ADD ("policy-before", test_policy_before);
  g_test_add_func ("/store/hw-stock-repo/terms-hash", test_terms_hash);

  return g_test_run ();
}
