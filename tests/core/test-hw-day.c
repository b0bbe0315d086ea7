/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-day.h"

static void
test_known_days (void)
{
  g_assert_cmpint (hw_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (hw_day_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (hw_day_from_ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (hw_day_from_ymd (2026, 1, 3), ==, 20456);
  g_assert_cmpint (hw_day_from_ymd (1, 1, 1), ==, HW_DAY_MIN);
  g_assert_cmpint (hw_day_from_ymd (9999, 12, 31), ==, HW_DAY_MAX);

  g_assert_cmpint (hw_day_weekday (0), ==, 3);      /* a Thursday */
  g_assert_cmpint (hw_day_weekday (-4), ==, 6);     /* the Sunday before */
  g_assert_cmpint (hw_day_weekday (20456), ==, 5);  /* a Saturday */
}

static void
test_no_such_day (void)
{
  g_assert_cmpint (hw_day_from_ymd (2026, 2, 29), ==, HW_DAY_NONE);
  g_assert_cmpint (hw_day_from_ymd (1900, 2, 29), ==, HW_DAY_NONE);
  g_assert_cmpint (hw_day_from_ymd (2000, 2, 29), !=, HW_DAY_NONE);
  g_assert_cmpint (hw_day_from_ymd (2026, 4, 31), ==, HW_DAY_NONE);
  g_assert_cmpint (hw_day_from_ymd (2026, 0, 1), ==, HW_DAY_NONE);
  g_assert_cmpint (hw_day_from_ymd (2026, 13, 1), ==, HW_DAY_NONE);
  g_assert_cmpint (hw_day_from_ymd (2026, 1, 0), ==, HW_DAY_NONE);
  g_assert_cmpint (hw_day_from_ymd (0, 1, 1), ==, HW_DAY_NONE);
  g_assert_cmpint (hw_day_from_ymd (10000, 1, 1), ==, HW_DAY_NONE);
}

/* Property: each day has one date, one text, and follows the day before. GDate,
 * which counts in another way, agrees. */
static void
test_every_day_comes_back (void)
{
  char text[HW_DAY_ISO_SIZE];
  GDate date;

  for (HwDay day = HW_DAY_MIN; day <= HW_DAY_MAX; day += 13)
    {
      int y, m, d;

      hw_day_to_ymd (day, &y, &m, &d);
      g_assert_cmpint (hw_day_from_ymd (y, m, d), ==, day);
      g_assert_cmpint (hw_day_from_iso (hw_day_write_iso (day, text)), ==, day);

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (day - HW_DAY_MIN + 1));
      g_assert_cmpint (g_date_get_year (&date), ==, y);
      g_assert_cmpint ((int) g_date_get_month (&date), ==, m);
      g_assert_cmpint (g_date_get_day (&date), ==, d);
      g_assert_cmpint ((int) g_date_get_weekday (&date) - 1, ==, hw_day_weekday (day));
    }
}

static void
test_iso_and_nothing_else (void)
{
  static const char *const bad[] = {
    NULL, "", "2026-1-03", "2026-01-3", "26-01-03", "2026/01/03", "2026-01-03 ", " 2026-01-03",
    "2026-02-30", "20260103", "2026-01-0x", "+026-01-03", "2026-01-03T00:00",
  };
  g_autofree char *text = hw_day_to_iso (hw_day_from_iso ("0987-06-05"));

  g_assert_cmpstr (text, ==, "0987-06-05");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (hw_day_from_iso (bad[i]), ==, HW_DAY_NONE);
}

static void
test_months_later (void)
{
  const HwDay last_of_january = hw_day_from_ymd (2024, 1, 31);

  g_assert_cmpint (hw_day_add_months (last_of_january, 1), ==, hw_day_from_ymd (2024, 2, 29));
  g_assert_cmpint (hw_day_add_months (last_of_january, 13), ==, hw_day_from_ymd (2025, 2, 28));
  g_assert_cmpint (hw_day_add_months (last_of_january, -1), ==, hw_day_from_ymd (2023, 12, 31));
  g_assert_cmpint (hw_day_add_months (last_of_january, -25), ==, hw_day_from_ymd (2021, 12, 31));
  g_assert_cmpint (hw_day_add_months (HW_DAY_MAX, 1), ==, HW_DAY_NONE);
  g_assert_cmpint (hw_day_add_months (HW_DAY_MIN, -1), ==, HW_DAY_NONE);
}

/* Property: a period holds its first day and ends where the next one starts. */
static void
test_periods (void)
{
  const HwDay from = hw_day_from_ymd (2023, 12, 1);

  g_assert_cmpint (hw_by_start (HW_BY_WEEK, hw_day_from_ymd (2026, 1, 1)), ==, hw_day_from_ymd (2025, 12, 29));
  g_assert_cmpint (hw_by_start (HW_BY_MONTH, hw_day_from_ymd (2024, 2, 29)), ==, hw_day_from_ymd (2024, 2, 1));
  g_assert_cmpint (hw_by_between (HW_BY_MONTH, hw_day_from_ymd (2025, 12, 31), hw_day_from_ymd (2026, 1, 1)), ==, 1);
  g_assert_cmpint (hw_by_between (HW_BY_WEEK, hw_day_from_ymd (2026, 1, 4), hw_day_from_ymd (2026, 1, 5)), ==, 1);

  for (HwBy by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
    for (HwDay day = from; day < from + 900; day++)
      {
        const HwDay start = hw_by_start (by, day);
        const HwDay next = hw_by_add (by, day, 1);

        g_assert_cmpint (start, <=, day);
        g_assert_cmpint (next, >, day);
        g_assert_cmpint (hw_by_start (by, start), ==, start);
        g_assert_cmpint (hw_by_start (by, next), ==, next);
        g_assert_cmpint (hw_by_start (by, next - 1), ==, start);
        g_assert_cmpint (hw_by_between (by, from, hw_by_add (by, from, day - from)), ==, day - from);
      }
}

static void
test_period_ids (void)
{
  HwBy back = HW_BY_MONTH;

  for (HwBy by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
    {
      g_assert_true (hw_by_from_id (hw_by_id (by), &back));
      g_assert_cmpint (back, ==, by);
    }

  g_assert_false (hw_by_from_id ("year", &back));
  g_assert_false (hw_by_from_id (NULL, &back));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/day/known-days", test_known_days);
  g_test_add_func ("/core/day/no-such-day", test_no_such_day);
  g_test_add_func ("/core/day/every-day-comes-back", test_every_day_comes_back);
  g_test_add_func ("/core/day/iso-and-nothing-else", test_iso_and_nothing_else);
  g_test_add_func ("/core/day/months-later", test_months_later);
  g_test_add_func ("/core/day/periods", test_periods);
  g_test_add_func ("/core/day/period-ids", test_period_ids);

  return g_test_run ();
}
