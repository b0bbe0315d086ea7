/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-say.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/stock/hw-stock-job.h"
#include "jobs/today/hw-exception-job.h"
#include "jobs/today/hw-exceptions.h"
#include "support/hw-test-business.h"

#include <math.h>
#include <string.h>

/* A Monday. */
#define TODAY (hw_day_from_ymd (2026, 3, 2))

typedef struct
{
  int rye_last_day;   /* units sold yesterday instead of ten */
  int last_sale;      /* days before today */
  int counted;        /* days before today */
} Shop;

/* Rye sells nine to eleven a day at 4.00; thirty-five are left this morning and
 * the mill takes ten days. Old jam has not sold for a year, and 20 of it stand there. */
static void
open_shop (HwTestBusiness *business,
           const Shop     *shop)
{
  static const char suppliers[] = "Supplier,Lead time (days)\nMill,10\n";
  static const char products[] = "Product,Price,Cost,Supplier\nRye,4.00,1.50,Mill\nOld jam,3.00,2.00,Mill\n";
  g_autoptr (GString) sales = g_string_new ("Date,Product,Qty,Amount\n");
  g_autofree char *stock = NULL;
  char iso[HW_DAY_ISO_SIZE];
  const HwDay last = TODAY - shop->last_sale;
  int left = 35;

  g_string_append_printf (sales, "%s,Old jam,1,3.00\n", hw_day_write_iso (last - 380, iso));
  for (HwDay day = last - 400; day <= last; day++)
    {
      const int units = day == last && shop->rye_last_day >= 0 ? shop->rye_last_day : 9 + (day * 7) % 3;

      left += day > TODAY - shop->counted ? units : 0;
      g_string_append_printf (sales, "%s,Rye,%d,%d.00\n", hw_day_write_iso (day, iso), units, units * 4);
    }

  hw_day_write_iso (TODAY - shop->counted, iso);
  stock = g_strdup_printf ("Date,Product,Quantity on hand\n%s,Rye,%d\n%s,Old jam,20\n", iso, left, iso);
  hw_test_business_open (business, TODAY);
  for (guint i = 0; i < 4; i++)
    {
      const char *const names[] = { "suppliers.csv", "products.csv", "sales.csv", "stock.csv" };
      const char *const texts[] = { suppliers, products, sales->str, stock };
      g_autoptr (GError) error = NULL;
      g_autoptr (HwImportReport) report = hw_test_business_import (business, names[i], texts[i], &error);

      g_assert_no_error (error);
    }
}

static GPtrArray *
look (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = hw_session_run (business->session, &hw_exception_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static const HwException *
find (GPtrArray       *list,
      HwExceptionKind  kind)
{
  for (guint i = 0; i < list->len; i++)
    if (((const HwException *) g_ptr_array_index (list, i))->kind == kind)
      return g_ptr_array_index (list, i);

  return NULL;
}

static const HwException *
need (GPtrArray       *list,
      HwExceptionKind  kind)
{
  const HwException *exception = find (list, kind);

  if (exception == NULL)
    g_error ("no %s", hw_exception_kind_id (kind));

  return exception;
}

static void
assert_ranked (GPtrArray *list)
{
  for (guint i = 1; i < list->len; i++)
    g_assert_cmpint (hw_exception_compare (g_ptr_array_index (list, i - 1), g_ptr_array_index (list, i)), <=, 0);
}

/* Thirty-five loaves last three days, and an order takes ten: seven days of forty euro
 * are lost in ten days, which is about 196 a week, and a little more if it is late. */
static void
test_runs_out (void)
{
  const Shop shop = { -1, 1, 2 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) list = NULL;
  const HwException *out, *order;

  open_shop (&business, &shop);
  list = look (&business);
  assert_ranked (list);
  out = need (list, HW_EXCEPTION_SOLD_OUT);
  order = need (list, HW_EXCEPTION_ORDER);
  g_assert_cmpstr (out->name, ==, "Rye");
  g_assert_cmpfloat (out->number, ==, 7.0);
  g_assert_cmpfloat (out->money, >, 7 * 40 * 0.7 - 10.0);
  g_assert_cmpfloat (out->money, <, 7 * 40 * 0.7 + 40.0);
  g_assert_cmpint (out->day, ==, TODAY + 10 - (HwDay) out->number);
  g_assert_cmpfloat (order->number, ==, 1.0);
  g_assert_cmpfloat (order->money, >=, 0.0);
  g_assert_cmpstr (order->page, ==, "orders");
}

/* Sales at risk are one figure: of the day's list, of its lines together, and in words.
 * Two of every three days until an order is here have nothing left, whatever is done; an
 * order of tomorrow instead of today loses one day more, of the eleven that it takes. */
static void
test_one_sum_at_risk (void)
{
  const Shop shop = { -1, 1, 2 };
  const HwStockRequest request = { 0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (HwFormat) format = hw_format_new ("en", "IE", "EUR");
  g_autoptr (GError) error = NULL;
  double sum = 0.0;

  open_shop (&business, &shop);
  list = look (&business);
  plan = hw_session_run (business.session, &hw_stock_job, &request, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      g_autofree char *why = hw_say_stock_reason (line, format);
      g_autofree char *money = hw_format_money_about (format, hw_scaled_to_double (hw_stock_line_risk_week (line)));

      sum += hw_scaled_to_double (hw_stock_line_risk_week (line));
      if (line->order_now > 0)
        {
          g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (hw_stock_line_lost_week (line)),
                                          need (list, HW_EXCEPTION_SOLD_OUT)->money, 1e-9);
          g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (line->lost_anyway), need (list, HW_EXCEPTION_SOLD_OUT)->missed, 1e-9);
          g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (line->at_risk), 40.0, 4.0);
          g_assert_nonnull (strstr (why, money));
        }
    }

  g_assert_cmpfloat_with_epsilon (need (list, HW_EXCEPTION_ORDER)->money, sum, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum, 40.0 * 7.0 / 11.0, 3.0);
}

/* Money that stands still is said, and is no money a week. */
static void
test_dead_stock (void)
{
  const Shop shop = { -1, 1, 2 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) list = NULL;
  const HwException *dead;

  open_shop (&business, &shop);
  list = look (&business);
  dead = need (list, HW_EXCEPTION_DEAD_STOCK);
  g_assert_cmpfloat (dead->stands, ==, 40.0);
  g_assert_cmpfloat (dead->number, ==, 1.0);
  g_assert_cmpfloat (dead->money, ==, 0.0);
  g_assert_null (find (list, HW_EXCEPTION_UNUSUAL));
  g_assert_null (find (list, HW_EXCEPTION_OLD_SALES));
  g_assert_null (find (list, HW_EXCEPTION_OLD_COUNTS));
}

/* A day that sold a third of what it should. */
static void
test_unusual_day (void)
{
  const Shop shop = { 3, 1, 2 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) list = NULL;
  const HwException *unusual;

  open_shop (&business, &shop);
  list = look (&business);
  unusual = need (list, HW_EXCEPTION_UNUSUAL);
  g_assert_cmpint (unusual->day, ==, TODAY - 1);
  g_assert_cmpfloat_with_epsilon (unusual->number, -0.7, 0.05);
  g_assert_cmpfloat_with_epsilon (unusual->money, 28.0, 4.0);
}

static void
test_old_records (void)
{
  const Shop shop = { -1, 9, 20 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) list = NULL;
  const HwException *sales, *counts;

  open_shop (&business, &shop);
  list = look (&business);
  sales = need (list, HW_EXCEPTION_OLD_SALES);
  counts = need (list, HW_EXCEPTION_OLD_COUNTS);
  g_assert_cmpfloat (sales->number, ==, 9.0);
  g_assert_cmpint (sales->day, ==, TODAY - 9);
  g_assert_cmpfloat (counts->number, ==, 20.0);
}

/* How old is old depends on how often there are sales. */
static void
test_old_by_habit (void)
{
  static const struct { int age; HwBy by; guint n; } cases[] = {
    { 7, HW_BY_DAY, 0 }, { 8, HW_BY_DAY, 1 }, { 14, HW_BY_WEEK, 0 }, { 15, HW_BY_WEEK, 1 }, { 40, HW_BY_MONTH, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_exception_free);

      hw_exceptions_add_old (list, TODAY - cases[i].age, cases[i].by, TODAY);
      g_assert_cmpuint (list->len, ==, cases[i].n);
    }
}

static void
keep (const HwTestBusiness *business,
      const HwEntry        *entry)
{
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  g_assert_no_error (error);
  hw_entry_save_free (save);
}

/* Goals that will be missed and days to look again, also before there are sales. */
static void
test_goals_and_reviews (void)
{
  const Shop shop = { -1, 1, 2 };
  g_auto (HwTestBusiness) business = { 0 };
  g_auto (HwTestBusiness) empty = { 0 };
  g_autoptr (HwEntry) goal = hw_entry_new (HW_ENTRY_GOAL, 0);
  g_autoptr (HwEntry) review = hw_entry_new (HW_ENTRY_REVIEW, 0);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const HwException *missed, *due;

  hw_answers_set (goal->answers, "name", "Twice as much");
  hw_answers_set (goal->answers, "metric", "revenue");
  hw_answers_set_number (goal->answers, "target", 2240.0);
  hw_answers_set_day (goal->answers, "day", TODAY + 60);
  hw_answers_set_day (review->answers, "day", TODAY);
  hw_answers_set (review->answers, "about", "Prices");

  open_shop (&business, &shop);
  keep (&business, goal);
  keep (&business, review);
  list = look (&business);
  missed = need (list, HW_EXCEPTION_GOAL);
  due = need (list, HW_EXCEPTION_REVIEW);
  g_assert_cmpstr (missed->name, ==, "Twice as much");
  g_assert_cmpfloat (missed->number, <, 0.1);
  g_assert_cmpfloat_with_epsilon (missed->money, 280.0, 30.0);
  g_assert_cmpstr (due->name, ==, "Prices");
  g_assert_cmpint (due->day, ==, TODAY);

  hw_test_business_open (&empty, TODAY);
  keep (&empty, review);
  none = look (&empty);
  g_assert_cmpuint (none->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exception-job/runs-out", test_runs_out);
  g_test_add_func ("/exception-job/one-sum-at-risk", test_one_sum_at_risk);
  g_test_add_func ("/exception-job/dead-stock", test_dead_stock);
  g_test_add_func ("/exception-job/unusual-day", test_unusual_day);
  g_test_add_func ("/exception-job/old-records", test_old_records);
  g_test_add_func ("/exception-job/old-by-habit", test_old_by_habit);
  g_test_add_func ("/exception-job/goals-and-reviews", test_goals_and_reviews);
  return g_test_run ();
}
