/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is too much of a product whose season is still to come. */
#include "jobs/hw-stock-fixture.h"

/* Bread on every day, and two ice boxes a day in July and August, for so many years. */
static void
open_shop (HwTestBusiness *business,
           int             years,
           int             left)
{
  g_autoptr (GString) sales = g_string_new ("Date,Product,Qty,Amount\n");
  g_autofree char *stock = g_strdup_printf ("Date,Product,Quantity on hand\n2026-03-01,Bread,40\n2026-03-01,Ice box,%d\n", left);
  char iso[HW_DAY_ISO_SIZE];

  for (HwDay day = hw_day_from_ymd (2026 - years, 2, 15); day < TODAY; day++)
    {
      int year, month, mday;

      hw_day_to_ymd (day, &year, &month, &mday);
      g_string_append_printf (sales, "%s,Bread,%d,20.00\n", hw_day_write_iso (day, iso), 9 + day % 3);
      if (month == 7 || month == 8)
        g_string_append_printf (sales, "%s,Ice box,2,10.00\n", hw_day_write_iso (day, iso));
    }

  hw_test_business_open (business, TODAY);
  stock_import (business, "suppliers.csv", SUPPLIERS);
  stock_import (business, "products.csv", "SKU,Product,Price,Unit cost,Supplier\nbread,Bread,2.00,1.00,Mill\nice,Ice box,5.00,3.00,Farm\n");
  stock_import (business, "sales.csv", sales->str);
  stock_import (business, "stock.csv", stock);
}

/* In March nothing of it has sold for half a year, but 124 sell in any summer: too much
 * are only those beyond. */
static void
test_season_to_come (void)
{
  g_auto (HwTestBusiness) few = { 0 };
  g_auto (HwTestBusiness) many = { 0 };
  g_autoptr (HwStockPlan) enough = NULL;
  g_autoptr (HwStockPlan) too_much = NULL;

  open_shop (&few, 3, 60);
  enough = stock_plan (&few, 0.0);
  g_assert_cmpint (stock_line (enough, "Ice box")->excess, ==, 0);

  open_shop (&many, 3, 400);
  too_much = stock_plan (&many, 0.0);
  g_assert_cmpint (stock_line (too_much, "Ice box")->excess, >, 200 * ONE);
  g_assert_cmpint (stock_line (too_much, "Ice box")->excess, <, 310 * ONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stock-judge/season-to-come", test_season_to_come);

  return g_test_run ();
}
