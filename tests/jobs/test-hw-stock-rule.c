/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule by which orders were made, found in the orders themselves. */
#include "jobs/stock/hw-stock-rule.h"

#define FIRST 1000
#define DAYS 200

static GArray *
sell (double daily)
{
  GArray *past = g_array_new (FALSE, TRUE, sizeof (HwDemandPoint));

  for (HwDay day = FIRST; day < FIRST + DAYS; day++)
    {
      const HwDemandPoint point = { .day = day, .units = daily, .state = HW_PAST_SEEN };

      g_array_append_val (past, point);
    }

  return past;
}

/* Ten sell a day; at 60 or fewer left it is ordered up to 200, from day 70 on. */
static void
test_known_rule (void)
{
  g_autoptr (GArray) past = sell (10.0);
  HwStockRuleOrder orders[16];
  HwStockRule rule;
  double position = 100.0;
  gsize n = 0;

  for (HwDay day = FIRST + 70; day < FIRST + DAYS; day++)
    {
      if (position <= 60.0)
        {
          orders[n++] = (HwStockRuleOrder) { day, 200.0 - position };
          position = 200.0;
        }
      position -= 10.0;
    }

  g_assert_cmpuint (n, ==, 9);
  g_assert_true (hw_stock_rule_infer (orders, n, past, position, &rule));
  g_assert_cmpuint (rule.n_orders, ==, 9);
  g_assert_cmpfloat_with_epsilon (rule.left_days, 6.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rule.cover_days, 20.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rule.interval, 14.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rule.amount, 140.0, 1e-9);
}

/* Two lines of one day are one order; three days of ordering are no rule. */
static void
test_too_few (void)
{
  const HwStockRuleOrder orders[] = { { FIRST + 80, 50 }, { FIRST + 80, 50 }, { FIRST + 100, 100 }, { FIRST + 120, 100 },
                                      { FIRST + 140, 100 } };
  g_autoptr (GArray) past = sell (5.0);
  g_autoptr (GArray) none = sell (0.0);
  HwStockRule rule;

  g_assert_false (hw_stock_rule_infer (orders, 0, past, 10.0, &rule));
  g_assert_false (hw_stock_rule_infer (orders, 4, past, 10.0, &rule));
  g_assert_cmpuint (rule.n_orders, ==, 3);
  g_assert_true (hw_stock_rule_infer (orders, 5, past, 10.0, &rule));
  g_assert_cmpuint (rule.n_orders, ==, 4);
  g_assert_cmpfloat_with_epsilon (rule.amount, 100.0, 1e-9);
  g_assert_false (hw_stock_rule_infer (orders, 5, none, 10.0, &rule));
}

/* More was thrown out than anybody noted: nothing left is not less than nothing. */
static void
test_never_below_nothing (void)
{
  HwStockRuleOrder orders[6];
  g_autoptr (GArray) past = sell (1.0);
  HwStockRule rule;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    orders[i] = (HwStockRuleOrder) { FIRST + 100 + 10 * (HwDay) i, 30.0 };

  g_assert_true (hw_stock_rule_infer (orders, G_N_ELEMENTS (orders), past, 0.0, &rule));
  g_assert_cmpfloat (rule.left_days, >=, 0.0);
  g_assert_cmpfloat_with_epsilon (rule.cover_days - rule.left_days, 30.0, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stock-rule/known-rule", test_known_rule);
  g_test_add_func ("/stock-rule/too-few", test_too_few);
  g_test_add_func ("/stock-rule/never-below-nothing", test_never_below_nothing);

  return g_test_run ();
}
