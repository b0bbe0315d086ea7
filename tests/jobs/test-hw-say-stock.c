/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line of the plan means, in sentences. */
#include "jobs/stock/hw-say-stock.h"

#define ONE HW_QUANTITY_ONE

/* Forty rye to keep at most, promised 95 of 100. */
static HwStockLine *
make_line (void)
{
  HwStockLine *line = hw_stock_line_new ();

  line->key = g_strdup ("rye");
  line->name = g_strdup ("Rye");
  line->supplier = g_strdup ("Mill");
  line->service = 0.95;
  line->served = 0.97;
  line->on_hand = 15 * ONE;
  line->reorder_point = 12 * ONE;
  line->order_up_to = 40 * ONE;
  return line;
}

static void
check_text (char       *text,
            const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_promise_missed (void)
{
  g_autoptr (HwStockLine) line = make_line ();
  g_autoptr (HwFormat) format = hw_format_new ("en", "IE", "EUR");

  g_assert_null (hw_say_promise_missed (line, format));
  check_text (hw_say_keep (line, format), "Order when 12 are left, up to 40");

  line->promise_missed = TRUE;
  line->served = 0.914;
  check_text (hw_say_promise_missed (line, format),
              "95 of 100 cannot be promised, whatever is ordered: at most about 91% of what is asked for is there");
  check_text (hw_say_keep (line, format),
              "Order when 12 are left, up to 40. 95 of 100 cannot be promised, whatever is ordered: "
              "at most about 91% of what is asked for is there");

  /* A hair short is not all of it. */
  line->service = 0.999;
  line->served = 0.9987;
  check_text (hw_say_promise_missed (line, format),
              "999 of 1,000 cannot be promised, whatever is ordered: at most about 99.8% of what is asked for is there");
}

/* All of them are said at once, the first by name. */
static void
test_promises_missed (void)
{
  g_autoptr (HwStockPlan) plan = hw_stock_plan_new ();
  g_autoptr (HwFormat) format = hw_format_new ("en", "IE", "EUR");

  for (guint i = 0; i < 4; i++)
    {
      HwStockLine *line = hw_stock_line_new ();

      line->name = g_strdup_printf ("Jam %u", i);
      g_ptr_array_add (plan->lines, line);
    }

  g_assert_null (hw_say_promises_missed (plan, format));
  ((HwStockLine *) g_ptr_array_index (plan->lines, 2))->promise_missed = TRUE;
  check_text (hw_say_promises_missed (plan, format), "The promise cannot be kept for 1 product, whatever is ordered: Jam 2");
  for (guint i = 0; i < 4; i++)
    ((HwStockLine *) g_ptr_array_index (plan->lines, i))->promise_missed = TRUE;
  check_text (hw_say_promises_missed (plan, format),
              "The promise cannot be kept for 4 products, whatever is ordered: Jam 0 · Jam 1 · Jam 2 …");
}

/* What is gone has no day on which it goes. */
static void
test_sold_out (void)
{
  g_autoptr (HwStockLine) line = make_line ();
  g_autoptr (HwFormat) format = hw_format_new ("en", "IE", "EUR");

  line->runs_out = line->runs_out_early = hw_day_from_ymd (2026, 11, 22);
  line->runs_out_late = hw_day_from_ymd (2026, 11, 23);
  check_text (hw_say_runs_out (line, format), "22 Nov to 23 Nov");
  line->on_hand = 0;
  check_text (hw_say_runs_out (line, format), "sold out");
  line->runs_out = line->runs_out_early = HW_DAY_NONE;
  g_assert_null (hw_say_runs_out (line, format));
}

/* Fewer than the supplier takes, or no whole packs, are said; what is well is not. */
static void
test_order_least (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "IE", "EUR");

  check_text (hw_say_order_least (5 * ONE, 0, 20 * ONE, FALSE, format), "Order at least 20: the supplier takes no less");
  check_text (hw_say_order_least (20 * ONE, 12 * ONE, 20 * ONE, FALSE, format), "Order at least 24: the supplier takes no less");
  check_text (hw_say_order_least (5 * ONE, 12 * ONE, 0, FALSE, format), "Order at least 12: the supplier takes no less");
  check_text (hw_say_order_least (30 * ONE, 12 * ONE, 24 * ONE, FALSE, format), "It comes in packs of 12");
  g_assert_null (hw_say_order_least (36 * ONE, 12 * ONE, 24 * ONE, FALSE, format));
  g_assert_null (hw_say_order_least (5 * ONE, 0, 0, FALSE, format));
  g_assert_null (hw_say_order_least (0, 12 * ONE, 24 * ONE, FALSE, format)); /* refused: none is well */

  /* The house has no supplier who could take no less. */
  check_text (hw_say_order_least (5 * ONE, 0, 20 * ONE, TRUE, format), "Make at least 20: you make no fewer at once");
  check_text (hw_say_order_least (30 * ONE, 12 * ONE, 24 * ONE, TRUE, format), "You make it 12 at a time");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/say-stock/promise-missed", test_promise_missed);
  g_test_add_func ("/say-stock/promises-missed", test_promises_missed);

  g_test_add_func ("/say-stock/sold-out", test_sold_out);
  g_test_add_func ("/say-stock/order-least", test_order_least);
  return g_test_run ();
}
