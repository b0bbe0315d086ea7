/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-year.h"

#include <math.h>

#define UNIT HW_MONEY_ONE

/* One a day, two a day from 2026 on. */
static HwMoney
steady (HwDay    from,
        HwDay    to,
        gpointer data)
{
  const HwDay turn = hw_day_from_ymd (2026, 1, 1);

  g_assert_cmpint (from, <=, to);
  return (HwMoney) (MAX (0, MIN (to + 1, turn) - from) + 2 * MAX (0, to + 1 - MAX (from, turn))) * UNIT;
}

/* Sales from 10 February 2025 to 12 March 2026. */
static void
test_months (void)
{
  const HwFiscal fiscal = { HW_FISCAL_MONTHS, 1, 0 };
  g_autoptr (HwYear) year = hw_year_new (&fiscal, hw_day_from_ymd (2026, 3, 13), hw_day_from_ymd (2025, 2, 10),
                                         hw_day_from_ymd (2026, 3, 12), steady, NULL);
  const HwYearRow *rows = (const HwYearRow *) (gpointer) year->rows->data;

  g_assert_cmpuint (year->rows->len, ==, 12);
  g_assert_cmpint (year->span.year, ==, 2026);

  /* No January before, only a part of February: nothing to hold them against. */
  g_assert_cmpint (rows[0].sales, ==, 62 * UNIT);
  g_assert_false (rows[0].has_before);
  g_assert_true (isnan (hw_year_row_change (&rows[0])));
  g_assert_false (rows[1].has_before);

  /* Twelve days of March against twelve. */
  g_assert_cmpint (rows[2].sales, ==, 24 * UNIT);
  g_assert_true (rows[2].has_before);
  g_assert_cmpint (rows[2].before, ==, 12 * UNIT);
  g_assert_cmpint (rows[2].before_to, ==, hw_day_from_ymd (2025, 3, 12));
  g_assert_cmpfloat (hw_year_row_change (&rows[2]), ==, 1.0);

  /* April has not begun. */
  g_assert_cmpint (rows[3].known_to, <, rows[3].span.from);
  g_assert_cmpint (rows[3].sales, ==, 0);

  g_assert_cmpint (year->whole.sales, ==, (62 + 56 + 24) * UNIT);
  g_assert_false (year->whole.has_before);
}

/* A year of 53 weeks: its last period of five or six weeks is held against the whole one
 * before, shorter by a week. */
static void
test_weeks (void)
{
  const HwFiscal fiscal = { HW_FISCAL_454, 2, 6 };
  const HwDay last = hw_day_from_ymd (2024, 2, 3);
  g_autoptr (HwYear) year = hw_year_new (&fiscal, last + 1, hw_day_from_ymd (2020, 1, 1), last, steady, NULL);
  const HwYearRow *end = &g_array_index (year->rows, HwYearRow, 11);

  g_assert_cmpint (hw_fiscal_span_weeks (&year->span), ==, 53);
  g_assert_cmpint (end->sales, ==, 35 * UNIT);
  g_assert_cmpint (end->before, ==, 28 * UNIT);
  g_assert_cmpint (year->whole.sales, ==, 371 * UNIT);
  g_assert_cmpint (year->whole.before, ==, 364 * UNIT);
  g_assert_true (year->whole.has_before);
}

/* The 29th of February has no day before it. */
static void
test_leap_day (void)
{
  const HwFiscal fiscal = { HW_FISCAL_MONTHS, 1, 0 };
  const HwDay last = hw_day_from_ymd (2024, 2, 29);
  g_autoptr (HwYear) year = hw_year_new (&fiscal, last + 1, hw_day_from_ymd (2020, 1, 1), last, steady, NULL);

  g_assert_cmpint (g_array_index (year->rows, HwYearRow, 1).sales, ==, 29 * UNIT);
  g_assert_cmpint (g_array_index (year->rows, HwYearRow, 1).before, ==, 28 * UNIT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/year/months", test_months);
  g_test_add_func ("/domain/year/weeks", test_weeks);
  g_test_add_func ("/domain/year/leap-day", test_leap_day);
  return g_test_run ();
}
