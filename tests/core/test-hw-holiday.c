/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-holiday.h"

#include <stdio.h>
#include <string.h>

static const char *const countries[] = { "DE", "AT", "CH", "FR", "ES", "IT", "NL", "GB", "IE", "US", "CA", "AU" };

static HwDay
day (const char *iso)
{
  const HwDay found = hw_day_from_iso (iso);

  g_assert_cmpint (found, !=, HW_DAY_NONE);
  return found;
}

/* The holidays of a year as "01-01 04-03 ...": a day off in place of another with a +. */
static char *
year_of (const char *country,
         int         year)
{
  g_autoptr (GArray) found = hw_holidays_new (country, hw_day_from_ymd (year, 1, 1), hw_day_from_ymd (year, 12, 31));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const HwHoliday *holiday = &g_array_index (found, HwHoliday, i);
      char iso[HW_DAY_ISO_SIZE];

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", hw_day_write_iso (holiday->day, iso) + 5,
                              holiday->instead ? "+" : "");
    }

  return g_string_free (text, FALSE);
}

#define assert_year(country, year, expected) \
  G_STMT_START { g_autofree char *got = year_of (country, year); g_assert_cmpstr (got, ==, expected); } G_STMT_END

/* Table of the church's own computation, and the earliest and latest there are. */
static void
test_easter (void)
{
  static const char *const known[] = {
    "1900-04-15", "1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24",
    "2016-03-27", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19",
    "2100-03-28",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_cmpint (hw_easter (atoi (known[i])), ==, day (known[i]));

  for (int year = 1900; year <= 2100; year++)
    {
      const HwDay easter = hw_easter (year);

      g_assert_cmpint (hw_day_weekday (easter), ==, 6);
      g_assert_cmpint (easter, >=, hw_day_from_ymd (year, 3, 22));
      g_assert_cmpint (easter, <=, hw_day_from_ymd (year, 4, 25));
    }
}

static void
test_one_year_of_each (void)
{
  assert_year ("DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26");
  assert_year ("AT", 2026, "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26");
  assert_year ("CH", 2026, "01-01 04-03 04-06 05-14 05-25 08-01 12-25 12-26");
  assert_year ("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25");
  assert_year ("ES", 2026, "01-01 01-06 04-02 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25");
  assert_year ("IT", 2026, "01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26");
  assert_year ("NL", 2026, "01-01 04-05 04-06 04-27 05-05 05-14 05-24 05-25 12-25 12-26");
  assert_year ("GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28+");
  assert_year ("IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26");
  assert_year ("US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03+ 07-04 09-07 10-12 11-11 11-26 12-25");
  assert_year ("CA", 2026, "01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-26");
  assert_year ("AU", 2026, "01-01 01-26 04-03 04-04 04-06 04-25 06-08 12-25 12-26 12-28+");
}

/* Christmas on a Saturday and on a Sunday, a New Year's Day kept on its eve, a King's
 * Day that gives way to Sunday. */
static void
test_moved (void)
{
  assert_year ("GB", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27+ 12-28+");
  assert_year ("GB", 2022, "01-01 01-03+ 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27+");
  assert_year ("US", 2021, "01-01 01-18 02-15 05-31 06-18+ 06-19 07-04 07-05+ 09-06 10-11 11-11 11-25 12-24+ 12-25 "
                           "12-31+");
  assert_year ("NL", 2025, "01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26");
}

static void
test_stretch (void)
{
  g_autoptr (GArray) one = hw_holidays_new ("DE", day ("2026-05-14"), day ("2026-05-14"));
  g_autoptr (GArray) none = hw_holidays_new ("DE", day ("2026-05-15"), day ("2026-05-24"));
  g_autoptr (GArray) backwards = hw_holidays_new ("DE", day ("2026-05-25"), day ("2026-05-14"));
  g_autoptr (GArray) nowhere = hw_holidays_new ("ZZ", day ("2026-01-01"), day ("2026-12-31"));

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (g_array_index (one, HwHoliday, 0).name, ==, "Ascension Day");
  g_assert_true (g_array_index (one, HwHoliday, 0).everywhere);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (backwards->len, ==, 0);
  g_assert_cmpuint (nowhere->len, ==, 0);
  g_assert_false (hw_holidays_known ("ZZ"));
  g_assert_false (hw_holidays_known (""));
}

/* By day, without a day off twice for the same reason, the same from any side. */
static void
test_in_order (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (countries); c++)
    {
      g_autoptr (GArray) all = hw_holidays_new (countries[c], hw_day_from_ymd (1995, 1, 1), hw_day_from_ymd (2030, 12, 31));
      guint n = 0;

      g_assert_true (hw_holidays_known (countries[c]));
      for (guint i = 1; i < all->len; i++)
        {
          const HwHoliday *before = &g_array_index (all, HwHoliday, i - 1), *holiday = before + 1;

          g_assert_cmpint (before->day, <=, holiday->day);
          g_assert_false (before->day == holiday->day && g_str_equal (before->name, holiday->name));
        }

      for (int year = 1995; year <= 2030; year++)
        {
          g_autoptr (GArray) of_year = hw_holidays_new (countries[c], hw_day_from_ymd (year, 1, 1),
                                                        hw_day_from_ymd (year, 12, 31));

          n += of_year->len;
        }

      g_assert_cmpuint (n, ==, all->len);
    }
}

static int
list (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (countries); c++)
    {
      g_autoptr (GArray) all = hw_holidays_new (countries[c], hw_day_from_ymd (1995, 1, 1), hw_day_from_ymd (2030, 12, 31));

      for (guint i = 0; i < all->len; i++)
        {
          char iso[HW_DAY_ISO_SIZE];

          printf ("%s %s\n", countries[c], hw_day_write_iso (g_array_index (all, HwHoliday, i).day, iso));
        }
    }

  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1 && strcmp (argv[1], "--list") == 0)
    return list ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/holiday/easter", test_easter);
  g_test_add_func ("/core/holiday/one-year-of-each", test_one_year_of_each);
  g_test_add_func ("/core/holiday/moved", test_moved);
  g_test_add_func ("/core/holiday/stretch", test_stretch);
  g_test_add_func ("/core/holiday/in-order", test_in_order);
  return g_test_run ();
}
