/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-fiscal.h"

#define assert_span(span, first, last) \
  G_STMT_START { \
    g_autofree char *got_from = hw_day_to_iso ((span).from), *got_to = hw_day_to_iso ((span).to); \
    g_assert_cmpstr (got_from, ==, first); g_assert_cmpstr (got_to, ==, last); \
  } G_STMT_END

static void
test_months (void)
{
  const HwFiscal january = { HW_FISCAL_MONTHS, 1, 0 }, april = { HW_FISCAL_MONTHS, 4, 0 }, october = { HW_FISCAL_MONTHS, 10, 0 };
  HwFiscalSpan span = hw_fiscal_year (&january, hw_day_from_ymd (2026, 12, 31));

  assert_span (span, "2026-01-01", "2026-12-31");
  g_assert_cmpint (span.year, ==, 2026);
  span = hw_fiscal_year (&april, hw_day_from_ymd (2026, 3, 31));
  assert_span (span, "2025-04-01", "2026-03-31");
  g_assert_cmpint (span.year, ==, 2025);
  span = hw_fiscal_year (&october, hw_day_from_ymd (2026, 10, 1));
  assert_span (span, "2026-10-01", "2027-09-30");
  g_assert_cmpint (span.year, ==, 2027);
  span = hw_fiscal_period (&april, hw_day_from_ymd (2024, 2, 29));
  assert_span (span, "2024-02-01", "2024-02-29");
  g_assert_cmpint (span.period, ==, 11);
}

/* The trade's own calendar of 4-5-4 weeks, from Sunday, year near 1 February: published
 * first and last days of its years, 2023 with 53 weeks. */
static void
test_retail_calendar (void)
{
  static const struct { int year; const char *from, *to; int weeks; } known[] = {
    { 2022, "2022-01-30", "2023-01-28", 52 },
    { 2023, "2023-01-29", "2024-02-03", 53 },
    { 2024, "2024-02-04", "2025-02-01", 52 },
    { 2025, "2025-02-02", "2026-01-31", 52 },
    { 2026, "2026-02-01", "2027-01-30", 52 },
  };
  const HwFiscal retail = { HW_FISCAL_454, 2, 6 };
  HwFiscalSpan span;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      span = hw_fiscal_year_named (&retail, known[i].year);
      assert_span (span, known[i].from, known[i].to);
      g_assert_cmpint (span.year, ==, known[i].year);
      g_assert_cmpint (hw_fiscal_span_weeks (&span), ==, known[i].weeks);
    }

  span = hw_fiscal_period_of (&retail, 2023, 2);
  assert_span (span, "2023-02-26", "2023-04-01");
  span = hw_fiscal_period_of (&retail, 2023, 12);
  assert_span (span, "2023-12-31", "2024-02-03"); /* four weeks and the odd one */
}

/* Periods tile years, years tile time, and every day is in the period it is said to be in. */
static void
test_no_gap (void)
{
  for (int kind = 0; kind < HW_FISCAL_N; kind++)
    for (int month = 1; month <= 12; month++)
      for (int week_start = 0; week_start < 7; week_start += 3)
        {
          const HwFiscal fiscal = { (HwFiscalKind) kind, month, week_start };
          HwDay next = hw_fiscal_year_named (&fiscal, 2000).from;
          guint n_long = 0;

          for (int year = 2000; year < 2056; year++)
            {
              const HwFiscalSpan whole = hw_fiscal_year_named (&fiscal, year);

              g_assert_cmpint (whole.year, ==, year);
              g_assert_cmpint (whole.from, ==, next);
              for (int period = 1; period <= (int) hw_fiscal_n_periods (&fiscal); period++)
                {
                  const HwFiscalSpan span = hw_fiscal_period_of (&fiscal, year, period);
                  const HwFiscalSpan first = hw_fiscal_period (&fiscal, span.from), last = hw_fiscal_period (&fiscal, span.to);

                  g_assert_cmpint (span.from, ==, next);
                  g_assert_cmpint (first.period, ==, period);
                  g_assert_cmpint (last.period, ==, period);
                  g_assert_cmpint (last.year, ==, year);
                  next = span.to + 1;
                }

              g_assert_cmpint (next, ==, whole.to + 1);
              if (kind != HW_FISCAL_MONTHS)
                {
                  g_assert_cmpint ((whole.to + 1 - whole.from) % 7, ==, 0);
                  g_assert_cmpint (hw_day_weekday (whole.from), ==, week_start);
                  n_long += hw_fiscal_span_weeks (&whole) == 53;
                }
            }

          /* Ten years of 53 weeks in 56, as the calendar has them; one may lie at the edge. */
          if (kind != HW_FISCAL_MONTHS)
            g_assert_true (n_long >= 9 && n_long <= 11);
        }
}

static void
test_ids (void)
{
  HwFiscalKind kind;

  for (int i = 0; i < HW_FISCAL_N; i++)
    {
      g_assert_true (hw_fiscal_kind_find (hw_fiscal_kind_id ((HwFiscalKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }

  g_assert_false (hw_fiscal_kind_find ("", &kind));
  g_assert_false (hw_fiscal_kind_find (NULL, &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/fiscal/months", test_months);
  g_test_add_func ("/core/fiscal/retail-calendar", test_retail_calendar);
  g_test_add_func ("/core/fiscal/no-gap", test_no_gap);
  g_test_add_func ("/core/fiscal/ids", test_ids);
  return g_test_run ();
}
