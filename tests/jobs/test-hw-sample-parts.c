/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-job.h"
#include "jobs/sample/hw-sample-shelf.h"
#include "jobs/sample/hw-sample-simulate.h"
#include "jobs/sample/hw-sample-year.h"

#define TODAY "2026-11-21" /* a Saturday */

static void
assert_between (double value,
                double least,
                double most)
{
  g_assert_cmpfloat (value, >=, least);
  g_assert_cmpfloat (value, <=, most);
}

static HwSampleRecords *
simulate (guint64 seed)
{
  return hw_sample_simulate (hw_day_from_iso (TODAY) - HW_SAMPLE_DAYS, seed, NULL);
}

/* The dates as printed in calendars; the last two are the latest and the earliest
 * that this rule can give within a lifetime or three. */
static void
test_easter (void)
{
  static const struct { int year; const char *day; } known[] = {
    { 2024, "2024-03-31" }, { 2025, "2025-04-20" }, { 2026, "2026-04-05" }, { 2027, "2027-03-28" },
    { 2038, "2038-04-25" }, { 2285, "2285-03-22" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_cmpint (hw_sample_easter (known[i].year), ==, hw_day_from_iso (known[i].day));
}

static void
test_holidays (void)
{
  static const char *const holidays[] = {
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25",
    "2026-10-03", "2026-12-25", "2026-12-26",
  };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++)
    g_assert_true (hw_sample_is_holiday (hw_day_from_iso (holidays[i])));
  for (HwDay day = hw_day_from_iso ("2026-01-01"); day <= hw_day_from_iso ("2026-12-31"); day++)
    n += (guint) hw_sample_is_holiday (day);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (holidays));
}

static void
test_weekdays_mean_one (void)
{
  for (HwSampleHabit habit = HW_SAMPLE_BREAD; habit < HW_SAMPLE_N_HABITS; habit++)
    {
      double sum = 0.0;

      for (int weekday = 0; weekday < 7; weekday++)
        sum += hw_sample_weekday_share (habit, weekday);

      g_assert_cmpfloat_with_epsilon (sum, 7.0, 1e-9);
    }
}

/* 3 that last today only, 4 until tomorrow, 5 that keep: the oldest go first. */
static void
test_shelf (void)
{
  HwSampleShelf shelf;

  hw_sample_shelf_init (&shelf, -2);
  hw_sample_shelf_add (&shelf, 5, 0);
  hw_sample_shelf_add (&shelf, 4, 2);
  hw_sample_shelf_add (&shelf, 3, 1);
  g_assert_cmpint (hw_sample_shelf_take (&shelf, 2), ==, 2);
  g_assert_cmpint (hw_sample_shelf_wake (&shelf, -1), ==, 1);
  g_assert_cmpint (hw_sample_shelf_take (&shelf, 1), ==, 1);
  g_assert_cmpint (hw_sample_shelf_wake (&shelf, 0), ==, 3);
  g_assert_cmpint (hw_sample_shelf_take (&shelf, 9), ==, 5);
  g_assert_cmpint (shelf.total, ==, 0);
}

/* What is on the shelf in the evening is what was there, less sold, thrown away,
 * plus received: of bought products, without exception. */
static void
test_books_balance (void)
{
  g_autoptr (HwSampleRecords) records = simulate (7);
  guint n;
  const HwSampleProduct *products = hw_sample_products (&n);
  g_autofree gint64 *flow = g_new0 (gint64, n * HW_SAMPLE_DAYS);
  g_autofree gint64 *before = g_new (gint64, n);
  g_autofree int *since = g_new0 (int, n);
  const HwDay first = hw_day_from_iso (TODAY) - HW_SAMPLE_DAYS;
  guint checked = 0;

  for (guint i = 0; i < records->sales->len; i++)
    {
      const HwSampleSale *s = &g_array_index (records->sales, HwSampleSale, i);

      flow[s->product * HW_SAMPLE_DAYS + (guint) (s->day - first)] -= s->units * HW_QUANTITY_ONE;
    }

  for (guint i = 0; i < records->wastes->len; i++)
    {
      const HwWaste *w = &g_array_index (records->wastes, HwWaste, i);

      flow[(w->product_id - 1) * HW_SAMPLE_DAYS + (w->day - first)] -= w->quantity;
    }

  for (guint i = 0; i < records->receipts->len; i++)
    {
      const HwReceipt *r = &g_array_index (records->receipts, HwReceipt, i);
      const HwOrderLine *line = &g_array_index (records->order_lines, HwOrderLine, r->order_line_id - 1);

      flow[(line->product_id - 1) * HW_SAMPLE_DAYS + (r->day - first)] += r->quantity;
    }

  for (guint i = 0; i < n; i++)
    before[i] = -1;

  for (guint i = 0; i < records->counts->len; i++)
    {
      const HwStockCount *c = &g_array_index (records->counts, HwStockCount, i);
      const guint p = (guint) c->product_id - 1;
      gint64 expect = before[p];

      for (int day = since[p]; day <= c->day - first; day++)
        expect += flow[p * HW_SAMPLE_DAYS + (guint) day];

      if (before[p] >= 0 && products[p].source == HW_SAMPLE_BOUGHT)
        {
          g_assert_cmpint (c->quantity, ==, expect);
          checked++;
        }

      before[p] = c->quantity;
      since[p] = c->day - first + 1;
    }

  g_assert_cmpuint (checked, >, 10000);
}

static void
test_every_product_sells (void)
{
  g_autoptr (HwSampleRecords) records = simulate (HW_SAMPLE_SEED);
  const HwDay today = hw_day_from_iso (TODAY);
  guint n;
  const HwSampleProduct *products = hw_sample_products (&n);
  g_autofree HwDay *first = g_new0 (HwDay, n);
  g_autofree HwDay *last = g_new0 (HwDay, n);

  for (guint i = 0; i < records->sales->len; i++)
    {
      const HwSampleSale *s = &g_array_index (records->sales, HwSampleSale, i);

      g_assert_cmpuint (s->product, <, n);
      g_assert_true (s->customer < HW_SAMPLE_N_CUSTOMERS || s->customer == HW_SAMPLE_NO_CUSTOMER);
      assert_between (s->minute, 5 * 60, 18 * 60);
      if (first[s->product] == 0)
        first[s->product] = s->day;
      last[s->product] = s->day;
    }

  for (guint i = 0; i < n; i++)
    {
      const HwSampleLife life = products[i].life;

      g_test_message ("%s", products[i].name);
      g_assert_cmpint (first[i], >, 0);
      if (life == HW_SAMPLE_NEW)
        assert_between (today - first[i], 60, 70);
      else if (life == HW_SAMPLE_DEAD || life == HW_SAMPLE_RETIRED)
        g_assert_cmpint (today - last[i], >, 200);
      else
        g_assert_cmpint (today - last[i], <, 30); /* late November: stollen, too */
    }
}

static gboolean
halfway_cb (double   done,
            gpointer data)
{
  return done < 0.5;
}

static void
test_can_be_stopped (void)
{
  const HwTick tick = { halfway_cb, NULL };

  g_assert_null (hw_sample_simulate (0, 1, &tick));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/sample-parts/easter", test_easter);
  g_test_add_func ("/jobs/sample-parts/holidays", test_holidays);
  g_test_add_func ("/jobs/sample-parts/weekdays-mean-one", test_weekdays_mean_one);
  g_test_add_func ("/jobs/sample-parts/shelf-sells-the-oldest-first", test_shelf);
  g_test_add_func ("/jobs/sample-parts/books-balance", test_books_balance);
  g_test_add_func ("/jobs/sample-parts/every-product-sells", test_every_product_sells);
  g_test_add_func ("/jobs/sample-parts/can-be-stopped", test_can_be_stopped);
  return g_test_run ();
}
