/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is ordered today, of what, for how much, and why not. */
#define _GNU_SOURCE
#include "jobs/hw-stock-fixture.h"

#include "jobs/stock/hw-order-job.h"

#include <math.h>
#include <sched.h>

static void
check_line (const HwStockLine *line)
{
  g_assert_cmpint (line->on_hand, !=, HW_UNKNOWN);
  g_assert_cmpint (line->arrives, >=, TODAY);
  g_assert_cmpint (line->arrives_early, <=, line->arrives);
  g_assert_cmpint (line->arrives, <=, line->arrives_late);
  g_assert_cmpint (line->runs_out, >=, TODAY);
  g_assert_cmpint (line->runs_out_early, <=, line->runs_out);
  g_assert_cmpint (line->runs_out, <=, line->runs_out_late);
  g_assert_cmpint (line->reorder_point, >=, 0);
  g_assert_cmpint (line->order_up_to, >, line->reorder_point);
  g_assert_cmpint (line->safety_stock, >=, 0);
  g_assert_cmpint (line->safety_stock, <=, line->reorder_point);
  g_assert_cmpint (line->lot, >, 0);
  g_assert_cmpfloat (line->served, >=, 0.9);
  g_assert_cmpfloat (line->served, <=, 1.0);
  g_assert_cmpfloat (line->daily_units, >, 0.0);
  g_assert_cmpint (line->year_cost, >, 0);
  g_assert_cmpint (line->year_cost_now, ==, HW_UNKNOWN);
  g_assert_cmpfloat (line->cover_days, >, 0.0);
  g_assert_cmpfloat (line->turns, >, 1.0);
  g_assert_cmpint (line->stock_value, >, 0);
  g_assert_cmpint (line->excess, ==, 0);
  g_assert_cmpint (line->way_out, ==, HW_WAY_OUT_NONE);
  g_assert_cmpint (line->change, ==, HW_CHANGE_FIRST);
  g_assert_cmpint (line->order_before, ==, HW_UNKNOWN);
}

static void
test_lines (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  HwMoney sum = 0, stock = 0;

  stock_open (&business, NULL, NULL, NULL);
  plan = stock_plan (&business, 0.0);
  g_assert_cmpuint (plan->lines->len, ==, 6);
  g_assert_cmpfloat (plan->service, ==, HW_SERVICE_DEFAULT);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      check_line (line);
      sum += line->value;
      stock += line->stock_value;
      g_assert_cmpint (line->order_now > 0, ==, line->reason == HW_STOCK_ORDER);
      g_assert_cmpint (line->value, ==, line->order_now / ONE * line->unit_cost);
    }

  g_assert_cmpint (plan->order_value, ==, sum);
  g_assert_cmpint (plan->stock_value, ==, stock);
  g_assert_cmpint (plan->year_cost, >, 0);
  g_assert_cmpint (plan->year_cost_now, ==, HW_UNKNOWN);
  g_assert_cmpint (plan->budget_left, ==, HW_UNKNOWN);
  g_assert_cmpint (plan->before, ==, HW_DAY_NONE);

  /* 15 of rye at 12 a day are gone before the mill can come in four days. */
  g_assert_cmpint (stock_line (plan, "Rye")->order_now, >, 40 * ONE);
  g_assert_cmpint (stock_line (plan, "Rye")->lost_anyway, >, 15 * 4 * HW_MONEY_ONE);
  g_assert_cmpint (stock_line (plan, "Rye")->at_risk, >, 8 * 4 * HW_MONEY_ONE); /* of one day more */
  g_assert_cmpint (stock_line (plan, "Rye")->gain, >, 0);
  g_assert_cmpint (stock_line (plan, "Rye")->arrives, ==, TODAY + 4);
  g_assert_cmpint (stock_line (plan, "Rye")->runs_out, <=, TODAY + 2);
  g_assert_cmpint (stock_line (plan, "Rye")->pattern, ==, HW_PATTERN_STEADY);
  g_assert_cmpint (stock_line (plan, "Rye")->abc, ==, HW_ABC_A);
  g_assert_cmpint (stock_line (plan, "Rye")->xyz, ==, HW_XYZ_X);
  g_assert_cmpfloat_with_epsilon (stock_line (plan, "Rye")->daily_units, 12.0 * 6.0 / 7.0, 3.0);
}

static void
test_packs_and_minimums (void)
{
  static const double promises[] = { 0.8, 0.9, 0.95, 0.99 };
  g_auto (HwTestBusiness) business = { 0 };

  stock_open (&business, NULL, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autoptr (HwStockPlan) plan = stock_plan (&business, promises[i]);
      const HwQuantity jam = stock_line (plan, "Jam")->order_now, oat = stock_line (plan, "Oat")->order_now;

      g_assert_cmpint (stock_line (plan, "Spelt")->order_now % (6 * ONE), ==, 0);
      g_assert_cmpint (stock_line (plan, "Milk")->order_now % (6 * ONE), ==, 0);
      g_assert_cmpint (jam % (12 * ONE), ==, 0);
      g_assert_true (jam == 0 || jam >= 24 * ONE);
      g_assert_true (oat == 0 || oat >= 20 * ONE);
      g_assert_cmpint (stock_line (plan, "Rye")->order_now % ONE, ==, 0);
    }
}

/* A higher promise never keeps or serves less, and what is cheapest is exceeded for it
 * where it must; goods that keep ten days heed it too. */
static void
test_promise (void)
{
  static const char *const names[] = { "Rye", "Spelt", "Jam", "Milk" };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) low = NULL;
  g_autoptr (HwStockPlan) high = NULL;
  int rose = 0;

  stock_open (&business, NULL, NULL, NULL);
  low = stock_plan (&business, 0.85);
  high = stock_plan (&business, 0.995);
  g_assert_true (stock_line (high, "Milk")->promise_missed); /* good for ten days, waited for a week */
  g_assert_cmpfloat (stock_line (high, "Milk")->served, <, 0.995);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpint (stock_line (low, names[i])->reorder_point, <=, stock_line (high, names[i])->reorder_point);
      g_assert_cmpfloat (stock_line (low, names[i])->served, <=, stock_line (high, names[i])->served);
      g_assert_cmpfloat (stock_line (low, names[i])->served, >=, 0.85 - 1e-9);
      g_assert_true (stock_line (high, names[i])->promise_missed == (stock_line (high, names[i])->served < 0.995));
      g_assert_false (stock_line (low, names[i])->promise_missed);
      rose += stock_line (low, names[i])->reorder_point < stock_line (high, names[i])->reorder_point;
    }

  g_assert_cmpint (rose, >=, 1);
  g_assert_cmpint (stock_line (low, "Milk")->reorder_point, <, stock_line (high, "Milk")->reorder_point);
}

static HwMoney
spent (const HwStockPlan *plan)
{
  HwMoney sum = plan->order_value;

  for (guint i = 0; i < plan->suppliers->len; i++)
    sum += ((const HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->freight;

  return sum;
}

static void
test_budget (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) free_plan = NULL;
  guint dropped = 0;

  stock_open (&business, NULL, NULL, NULL);
  free_plan = stock_plan (&business, 0.0);
  g_assert_cmpint (free_plan->order_value, >, 100 * HW_MONEY_ONE);
  for (int part = 0; part <= 5; part++)
    {
      const HwMoney budget = free_plan->order_value / 4 * part;
      g_autoptr (HwStockPlan) plan = NULL;

      stock_keep_terms (&business, budget);
      plan = stock_plan (&business, 0.0);
      g_assert_cmpint (spent (plan), <=, budget);
      g_assert_cmpint (plan->budget_left, ==, budget - spent (plan));
      for (guint i = 0; i < plan->lines->len; i++)
        {
          const HwStockLine *line = g_ptr_array_index (plan->lines, i);

          dropped += line->reason == HW_STOCK_OVER_BUDGET;
          g_assert_true (line->reason != HW_STOCK_OVER_BUDGET || (line->order_now == 0 && line->value == 0));
          g_assert_cmpint (line->order_now, <=, stock_line (free_plan, line->name)->order_now);
        }

      if (part == 0)
        g_assert_cmpuint (plan->n_orders, ==, 0);
      if (part > 4)
        g_assert_cmpint (plan->order_value, ==, free_plan->order_value);
      if (part == 3) /* most of it is spent: rye is worth more than its cost many times over */
        {
          g_assert_cmpint (plan->order_value, >, budget / 2);
          g_assert_cmpint (stock_line (plan, "Rye")->order_now, >, 0);
        }
    }

  g_assert_cmpuint (dropped, >, 0);
}

static void
test_supplier_asks (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plain = NULL;
  g_autoptr (HwStockPlan) filled = NULL;
  g_autoptr (HwStockPlan) beyond = NULL;
  const HwStockSupplier *mill;
  HwMoney before;

  stock_open (&business, NULL, NULL, NULL);
  plain = stock_plan (&business, 0.0);
  mill = stock_supplier (plain, "Mill");
  g_assert_cmpint (mill->missing, ==, 0);
  g_assert_false (mill->wait);
  before = mill->value;

  /* A little more than is asked for: filled up to it, as rye cannot wait. */
  stock_ask (&business, "Mill", before + 5 * HW_MONEY_ONE, 0, 0);
  filled = stock_plan (&business, 0.0);
  mill = stock_supplier (filled, "Mill");
  g_assert_cmpint (mill->min_order, ==, before + 5 * HW_MONEY_ONE);
  g_assert_false (mill->wait);
  g_assert_cmpint (mill->value, >=, mill->min_order);
  g_assert_cmpint (mill->missing, ==, 0);

  /* More than can be sold in time: it must wait, and what is missing is said. */
  stock_ask (&business, "Mill", 100000 * HW_MONEY_ONE, 0, 0);
  beyond = stock_plan (&business, 0.0);
  mill = stock_supplier (beyond, "Mill");
  g_assert_true (mill->wait);
  g_assert_cmpint (mill->missing, >, 90000 * HW_MONEY_ONE);
}

static void
test_budget_with_minimum (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plain = NULL;
  HwMoney mill;

  stock_open (&business, NULL, NULL, NULL);
  plain = stock_plan (&business, 0.0);
  mill = stock_supplier (plain, "Mill")->value;
  stock_ask (&business, "Mill", mill / 2, 4 * HW_MONEY_ONE, 0);
  for (int part = 1; part <= 6; part++)
    {
      g_autoptr (HwStockPlan) plan = NULL;

      stock_keep_terms (&business, plain->order_value / 5 * part);
      plan = stock_plan (&business, 0.0);
      g_assert_cmpint (spent (plan), <=, plain->order_value / 5 * part);
      for (guint i = 0; i < plan->suppliers->len; i++)
        {
          const HwStockSupplier *supplier = g_ptr_array_index (plan->suppliers, i);

          g_assert_true (!g_str_equal (supplier->name, "Mill") || supplier->value >= mill / 2);
        }
    }
}

static void
test_refusals (void)
{
  static const char suppliers[] =
    "Supplier,Lead time (days),Email\nMill,0,mill@example.com\nFarm,400,farm@example.com\nHouse,0,\n";
  static const char products[] =
    "SKU,Product,Price,Unit cost,Supplier\nrye,Rye,4.00,1.50,Mill\nspelt,Spelt,5.00,2.00,Farm\noat,Oat,3.00,1.00,House\n"
    "jam,Jam,3.00,,House\nonce,Once,2.00,1.00,House\n";
  static const char stock[] = "Date,Product,Quantity on hand\n2026-03-01,Rye,5\n2026-03-01,Spelt,8\n2026-03-01,Jam,3\n2026-03-01,Once,3\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;

  stock_open (&business, suppliers, products, stock);
  stock_import (&business, "once.csv", "Date,Product,Qty,Amount\n2026-02-28,Once,1,2.00\n");
  plan = stock_plan (&business, 0.0);
  g_assert_cmpint (stock_line (plan, "Rye")->reason, ==, HW_STOCK_BAD_WAITING);
  g_assert_cmpint (stock_line (plan, "Rye")->order_up_to, ==, 0);
  g_assert_cmpint (stock_line (plan, "Rye")->arrives, ==, HW_DAY_NONE);
  g_assert_cmpint (stock_line (plan, "Oat")->reason, ==, HW_STOCK_NO_COUNT);
  g_assert_cmpint (stock_line (plan, "Oat")->year_cost, ==, HW_UNKNOWN);
  g_assert_cmpint (stock_line (plan, "Once")->reason, ==, HW_STOCK_NEW);
  g_assert_cmpint (stock_line (plan, "Once")->order_now, ==, 0);

  /* The house makes it the same day, and a cost that nobody told is taken from the price. */
  g_assert_cmpint (stock_line (plan, "Jam")->lead_days, ==, 0);
  g_assert_cmpint (stock_line (plan, "Jam")->unit_cost, ==, HW_UNKNOWN);
  g_assert_cmpint (stock_line (plan, "Jam")->value, ==, stock_line (plan, "Jam")->order_now / ONE * 3 * HW_MONEY_ONE);
  g_assert_cmpuint (plan->n_unknown, >=, 1);
}

/* Nobody said what anything costs or sells for. */
static void
test_no_money (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (GString) sales = g_string_new ("Date,Product,Qty\n");
  char iso[HW_DAY_ISO_SIZE];

  for (HwDay day = TODAY - 90; day < TODAY; day++)
    g_string_append_printf (sales, "%s,Rye,10\n", hw_day_write_iso (day, iso));

  hw_test_business_open (&business, TODAY);
  stock_import (&business, "sales.csv", sales->str);
  stock_import (&business, "stock.csv", "Date,Product,Quantity on hand\n2026-03-01,Rye,5\n");
  plan = stock_plan (&business, 0.0);
  g_assert_cmpint (stock_line (plan, "Rye")->reason, ==, HW_STOCK_NO_COST);
  g_assert_cmpint (stock_line (plan, "Rye")->order_now, ==, 0);
}

/* Ten years of cards, and hats that nobody buys any more. */
static void
test_excess (void)
{
  static const char stock[] = "Date,Product,Quantity on hand\n2026-03-01,Card,2000\n2026-03-01,Rye,15\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) plan = NULL;
  const HwStockLine *card;

  stock_open (&business, NULL, NULL, stock);
  plan = stock_plan (&business, 0.0);
  card = stock_line (plan, "Card");
  g_assert_cmpint (card->reason, ==, HW_STOCK_ENOUGH);
  g_assert_cmpint (card->excess, >, 1700 * ONE);
  g_assert_cmpint (card->excess, <, 2000 * ONE);
  g_assert_cmpint (card->excess_value, ==, card->excess);
  g_assert_cmpint (card->way_out, !=, HW_WAY_OUT_NONE);
  g_assert_cmpint (plan->excess_value, ==, card->excess_value);
  g_assert_cmpfloat (card->cover_days, >, 3 * 365.0);
  g_assert_cmpfloat (card->turns, <, 0.2);
  g_assert_cmpint (card->runs_out, ==, HW_DAY_NONE);
}

/* Whatever is ordered comes off today's list; the next day says why amounts differ. */
static void
test_changes (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) first = NULL;
  g_autoptr (HwStockPlan) second = NULL;
  g_autofree char *sales = stock_sales (TODAY, TODAY + 1);
  HwOrderRequest *request = g_new0 (HwOrderRequest, 1);
  HwOrderWish wish;

  stock_open (&business, NULL, NULL, NULL);
  first = stock_plan (&business, 0.0);
  wish = (HwOrderWish) { stock_line (first, "Rye")->product_id, stock_line (first, "Rye")->order_now,
                         stock_line (first, "Rye")->order_now, NULL };
  request->wishes = g_array_new (FALSE, FALSE, sizeof (HwOrderWish));
  g_array_append_val (request->wishes, wish);
  hw_order_change_free (stock_run (&business, &hw_order_job, request));
  hw_order_request_free (request);

  stock_reopen (&business, TODAY + 1, FALSE);
  stock_import (&business, "monday.csv", sales);
  second = stock_plan (&business, 0.0);
  g_assert_cmpint (second->before, ==, TODAY);
  g_assert_cmpint (stock_line (second, "Rye")->order_before, ==, stock_line (first, "Rye")->order_now);
  g_assert_cmpint (stock_line (second, "Rye")->change, ==, HW_CHANGE_ORDERED);
  g_assert_cmpint (stock_line (second, "Rye")->on_order, ==, stock_line (first, "Rye")->order_now);
  g_assert_cmpint (stock_line (second, "Rye")->order_now, <, stock_line (first, "Rye")->order_now / 2);
  for (guint i = 0; i < second->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (second->lines, i);

      g_assert_cmpint (line->change == HW_CHANGE_NONE, ==, line->order_now == line->order_before);
    }
}

static void
compare_plans (const HwStockPlan *a,
               const HwStockPlan *b)
{
  g_assert_cmpuint (a->lines->len, ==, b->lines->len);
  for (guint i = 0; i < a->lines->len; i++)
    {
      const HwStockLine *x = g_ptr_array_index (a->lines, i), *y = g_ptr_array_index (b->lines, i);

      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpint (x->order_now, ==, y->order_now);
      g_assert_cmpint (x->order_up_to, ==, y->order_up_to);
      g_assert_cmpint (x->reorder_point, ==, y->reorder_point);
      g_assert_cmpint (x->at_risk, ==, y->at_risk);
      g_assert_cmpint (x->gain, ==, y->gain);
      g_assert_cmpint (x->year_cost, ==, y->year_cost);
      g_assert_true (memcmp (&x->served, &y->served, sizeof x->served) == 0);
      g_assert_cmpint (x->runs_out_late, ==, y->runs_out_late);
    }
}

/* The same bits again, on one processor, and from a file that may not be written. */
static void
test_same_bits (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) first = NULL;
  g_autoptr (HwStockPlan) again = NULL;
  g_autoptr (HwStockPlan) alone = NULL;
  g_autoptr (HwStockPlan) read = NULL;
  cpu_set_t all, one;

  stock_open (&business, NULL, NULL, NULL);
  first = stock_plan (&business, 0.0);
  again = stock_plan (&business, 0.0);
  compare_plans (first, again);

  g_assert_cmpint (sched_getaffinity (0, sizeof all, &all), ==, 0);
  CPU_ZERO (&one);
  for (int cpu = 0; cpu < CPU_SETSIZE && CPU_COUNT (&one) == 0; cpu++)
    if (CPU_ISSET (cpu, &all))
      CPU_SET (cpu, &one);
  g_assert_cmpint (sched_setaffinity (0, sizeof one, &one), ==, 0);
  alone = stock_plan (&business, 0.0);
  g_assert_cmpint (sched_setaffinity (0, sizeof all, &all), ==, 0);
  compare_plans (first, alone);

  stock_reopen (&business, TODAY, TRUE);
  read = stock_plan (&business, 0.0);
  compare_plans (first, read);
}

static gboolean
stop (double   done,
      gpointer data)
{
  return FALSE;
}

static void
test_cancel (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  const HwTick tick = { stop, NULL };

  stock_open (&business, NULL, NULL, NULL);
  hw_stock_plan_free (stock_plan (&business, 0.0));
  g_assert_null (hw_session_run (business.session, &hw_stock_job, NULL, &tick, &error));
  g_assert_true (hw_error_is_cancelled (error));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stock-job/lines", test_lines);
  g_test_add_func ("/stock-job/packs-and-minimums", test_packs_and_minimums);
  g_test_add_func ("/stock-job/promise", test_promise);
  g_test_add_func ("/stock-job/budget", test_budget);
  g_test_add_func ("/stock-job/supplier-asks", test_supplier_asks);
  g_test_add_func ("/stock-job/budget-with-minimum", test_budget_with_minimum);
  g_test_add_func ("/stock-job/refusals", test_refusals);
  g_test_add_func ("/stock-job/no-money", test_no_money);
  g_test_add_func ("/stock-job/excess", test_excess);
  g_test_add_func ("/stock-job/changes", test_changes);
  g_test_add_func ("/stock-job/same-bits", test_same_bits);
  g_test_add_func ("/stock-job/cancel", test_cancel);

  return g_test_run ();
}
