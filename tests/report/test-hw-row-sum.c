/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-row-sum.h"

typedef struct
{
  HwReport report;
  GArray  *products;
  GArray  *rows;
} Shop;

/* Two products, the second of unknown cost. By hand, over days 10 to 20:
 *   sales 3.00 + 1.50 + 7.00 = 11.50, units 2 + 1 + 4 = 7, lines 1 + 2 + 3 = 6
 *   with a cost: sales 4.50, cost (2 + 1) x 0.3333 = 0.9999
 */
static void
shop_set_up (Shop         *shop,
             gconstpointer data)
{
  const HwProduct products[] = { { .id = 1, .cost = 3333 }, { .id = 2, .cost = HW_UNKNOWN } };
  const HwReportRow rows[] = {
    { 0, 9, 50000, 990000, 9 },
    { 0, 10, 20000, 30000, 1 },
    { 1, 10, 40000, 70000, 3 },
    { 0, 20, 10000, 15000, 2 },
    { 1, 21, 50000, 990000, 9 },
  };

  shop->products = g_array_new (FALSE, FALSE, sizeof (HwProduct));
  shop->rows = g_array_new (FALSE, FALSE, sizeof (HwReportRow));
  g_array_append_vals (shop->products, products, G_N_ELEMENTS (products));
  g_array_append_vals (shop->rows, rows, G_N_ELEMENTS (rows));
  shop->report.products = shop->products;
  shop->report.rows = shop->rows;
  shop->report.rows_by = HW_BY_DAY;
}

static void
shop_tear_down (Shop         *shop,
                gconstpointer data)
{
  g_array_unref (shop->products);
  g_array_unref (shop->rows);
}

static void
test_by_hand (Shop         *shop,
              gconstpointer data)
{
  const HwRowSum all = hw_row_sum (&shop->report, 10, 20);
  g_autoptr(GArray) each = hw_row_sums (&shop->report, 10, 20);
  const HwRowSum first = g_array_index (each, HwRowSum, 0);
  const HwRowSum second = g_array_index (each, HwRowSum, 1);
  const HwRowSum none = hw_row_sum (&shop->report, 11, 19);

  g_assert_cmpint (all.sales, ==, 115000);
  g_assert_cmpint (all.units, ==, 70000);
  g_assert_cmpint (all.lines, ==, 6);
  g_assert_cmpint (all.costed_sales, ==, 45000);
  g_assert_cmpfloat (all.cost, ==, 0.9999);
  g_assert_cmpuint (each->len, ==, 2);
  g_assert_cmpint (first.sales, ==, 45000);
  g_assert_cmpint (first.units, ==, 30000);
  g_assert_cmpfloat (first.cost, ==, 0.9999);
  g_assert_cmpint (second.sales, ==, 70000);
  g_assert_cmpint (second.costed_sales, ==, 0);
  g_assert_cmpint (none.sales, ==, 0);
  g_assert_cmpint (none.lines, ==, 0);
}

/* Rows of months answer only for whole months, or up to the end of all sales. */
static void
test_months (Shop         *shop,
             gconstpointer data)
{
  const HwDay january = hw_day_from_ymd (2026, 1, 1);
  const HwDay march_end = hw_day_from_ymd (2026, 3, 31);

  g_assert_true (hw_row_sum_covers (&shop->report, january + 3, march_end - 3));

  shop->report.rows_by = HW_BY_MONTH;
  shop->report.last_day = hw_day_from_ymd (2026, 5, 20);
  g_assert_true (hw_row_sum_covers (&shop->report, january, march_end));
  g_assert_false (hw_row_sum_covers (&shop->report, january + 1, march_end));
  g_assert_false (hw_row_sum_covers (&shop->report, january, march_end - 1));
  g_assert_true (hw_row_sum_covers (&shop->report, january, shop->report.last_day));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/row-sum/by-hand", Shop, NULL, shop_set_up, test_by_hand, shop_tear_down);
  g_test_add ("/report/row-sum/months", Shop, NULL, shop_set_up, test_months, shop_tear_down);
  return g_test_run ();
}
