/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-scale.h"
#include "core/hw-rng.h"

#include <math.h>

typedef struct
{
  double low, high;
  guint  most;
  double first, step;
  guint  n;
  int    decimals;
} Worked;

/* Worked by hand: the smallest step of 1, 2, 2.5, 5 that needs no more ticks. */
static const Worked worked[] = {
  { 0.0, 100.0, 6, 0.0, 20.0, 6, 0 },
  { 0.0, 100.0, 5, 0.0, 25.0, 5, 0 },
  { 0.0, 1.0, 6, 0.0, 0.2, 6, 1 },
  { 0.0, 0.9, 5, 0.0, 0.25, 5, 2 },
  { 3.0, 97.0, 11, 0.0, 10.0, 11, 0 },
  { -7.0, 13.0, 6, -10.0, 5.0, 6, 0 },
  { -7.0, 13.0, 5, -10.0, 10.0, 4, 0 },
  { 0.0, 613.0, 6, 0.0, 200.0, 5, 0 },
  { -1.0, 1.0, 2, -1.0, 1.0, 3, 0 },
  { 0.0, 0.0, 6, 0.0, 0.2, 6, 1 },
  { 1234567.0, 1234568.0, 6, 1234567.0, 0.2, 6, 1 },
};

static void
test_worked (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      const Worked *w = &worked[i];
      HwTicks ticks;

      hw_ticks_cover (&ticks, w->low, w->high, w->most);
      g_test_message ("%g to %g: first %g step %g n %u", w->low, w->high, hw_ticks_value (&ticks, 0),
                      hw_ticks_step (&ticks), ticks.n);
      g_assert_cmpfloat (hw_ticks_value (&ticks, 0), ==, w->first);
      g_assert_cmpfloat (hw_ticks_step (&ticks), ==, w->step);
      g_assert_cmpuint (ticks.n, ==, w->n);
      g_assert_cmpint (hw_ticks_decimals (&ticks), ==, w->decimals);
    }
}

/* A tick at 0.3 is the double 0.3, and zero has no sign. */
static void
test_exact (void)
{
  HwTicks ticks;

  hw_ticks_cover (&ticks, -0.5, 0.5, 11);
  g_assert_cmpfloat (hw_ticks_value (&ticks, 8), ==, 0.3);
  g_assert_cmpfloat (hw_ticks_value (&ticks, 5), ==, 0.0);
  g_assert_false (signbit (hw_ticks_value (&ticks, 5)));
}

static void
check_ticks (double low,
             double high,
             guint  most)
{
  const double from = MIN (low, high), to = MAX (low, high);
  HwTicks ticks;

  hw_ticks_cover (&ticks, low, high, most);
  g_assert_cmpuint (ticks.n, >=, 2);
  g_assert_cmpuint (ticks.n, <=, MAX (most, 3));
  g_assert_true (ticks.mantissa == 1.0 || ticks.mantissa == 2.0 || ticks.mantissa == 2.5 || ticks.mantissa == 5.0);
  g_assert_cmpfloat (hw_ticks_step (&ticks), >, 0.0);

  for (guint i = 0; i < ticks.n; i++)
    {
      g_assert_true (isfinite (hw_ticks_value (&ticks, i)));
      if (i > 0)
        g_assert_cmpfloat (hw_ticks_value (&ticks, i), >, hw_ticks_value (&ticks, i - 1));
    }

  /* They cover the range, with less than a step to spare. */
  if (fabs (from) < 1e300 && fabs (to) < 1e300)
    {
      const double speck = MAX (1e-280, 1e-14 * MAX (fabs (from), fabs (to)));

      g_assert_cmpfloat (hw_ticks_value (&ticks, 0), <=, from + speck);
      g_assert_cmpfloat (hw_ticks_value (&ticks, ticks.n - 1), >=, to - speck);
    }
  if (to - from > 1e-6 * MAX (fabs (from), fabs (to)) && to - from > 1e-280 && fabs (to) < 1e299)
    {
      g_assert_cmpfloat (hw_ticks_value (&ticks, 0), >, from - hw_ticks_step (&ticks) * 1.001);
      g_assert_cmpfloat (hw_ticks_value (&ticks, ticks.n - 1), <, to + hw_ticks_step (&ticks) * 1.001);
    }
}

static void
test_any_range (void)
{
  static const double ends[] = { 0.0, 5e-324, 1e-300, 1e-12, 0.1, 1.0, 999.999, 1e9, 9.2e14, 1e300, 1.7e308 };
  HwRng rng;

  hw_rng_init (&rng, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ends); j++)
      for (guint most = 0; most < 14; most++)
        {
          check_ticks (ends[i], ends[j], most);
          check_ticks (-ends[i], ends[j], most);
          check_ticks (-ends[i], -ends[j], most);
        }

  for (int k = 0; k < 20000; k++)
    {
      const double size = pow (10.0, hw_rng_unit (&rng) * 24.0 - 12.0);
      const double low = (hw_rng_unit (&rng) - 0.5) * size;

      check_ticks (low, low + hw_rng_unit (&rng) * size * pow (10.0, -8.0 * hw_rng_unit (&rng)), 2 + (guint) k % 12);
    }
}

static void
test_no_range (void)
{
  HwTicks ticks;

  check_ticks (412.0, 412.0, 6);
  check_ticks (-412.0, -412.0, 6);

  hw_ticks_cover (&ticks, (double) NAN, (double) NAN, 6);
  g_assert_cmpfloat (hw_ticks_value (&ticks, 0), ==, 0.0);
  g_assert_cmpfloat (hw_ticks_value (&ticks, ticks.n - 1), ==, 1.0);

  hw_ticks_cover (&ticks, 0.0, (double) INFINITY, 6);
  g_assert_true (isfinite (hw_ticks_value (&ticks, ticks.n - 1)));
}

/* Written with these decimals, no two ticks read the same. */
static void
test_decimals (void)
{
  HwRng rng;

  hw_rng_init (&rng, 2);
  for (int k = 0; k < 2000; k++)
    {
      const double size = pow (10.0, hw_rng_unit (&rng) * 14.0 - 6.0);
      char before[64] = "", now[64];
      HwTicks ticks;

      hw_ticks_cover (&ticks, 0.0, size, 8);
      for (guint i = 0; i < ticks.n; i++)
        {
          g_snprintf (now, sizeof now, "%.*f", hw_ticks_decimals (&ticks), hw_ticks_value (&ticks, i));
          g_assert_cmpstr (now, !=, before);
          g_assert_cmpfloat (fabs (g_ascii_strtod (now, NULL) - hw_ticks_value (&ticks, i)), <=, 1e-9 * size);
          g_strlcpy (before, now, sizeof before);
        }
    }
}

static void
test_place (void)
{
  const HwScale scale = { 10.0, 20.0, 300.0, 100.0 };
  const HwScale point = { 10.0, 10.0, 300.0, 100.0 };

  g_assert_cmpfloat (hw_scale_place (&scale, 10.0), ==, 300.0);
  g_assert_cmpfloat (hw_scale_place (&scale, 20.0), ==, 100.0);
  g_assert_cmpfloat (hw_scale_place (&scale, 12.5), ==, 250.0);
  g_assert_cmpfloat (hw_scale_value (&scale, 250.0), ==, 12.5);
  g_assert_cmpfloat (hw_scale_place (&point, 10.0), ==, 200.0);
}

static GArray *
time_ticks (HwSpan span,
            int    every,
            HwDay  from,
            HwDay  to)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (HwDay));
  const HwTimeStep step = { span, every };

  hw_time_step_ticks (&step, from, to, days);
  return days;
}

static void
check_days (GArray     *days,
            const char *expect)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      char iso[HW_DAY_ISO_SIZE];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", hw_day_write_iso (g_array_index (days, HwDay, i), iso));
    }
  g_assert_cmpstr (text->str, ==, expect);
  g_array_unref (days);
}

static void
test_time_worked (void)
{
  const HwDay nov = hw_day_from_ymd (2025, 11, 5), mar = hw_day_from_ymd (2026, 3, 4);

  /* 10 November 2025 is a Monday. */
  check_days (time_ticks (HW_SPAN_WEEK, 1, nov, nov + 20), "2025-11-10 2025-11-17 2025-11-24");
  check_days (time_ticks (HW_SPAN_MONTH, 1, nov, mar), "2025-12-01 2026-01-01 2026-02-01 2026-03-01");
  check_days (time_ticks (HW_SPAN_MONTH, 3, nov, mar + 60), "2026-01-01 2026-04-01");
  check_days (time_ticks (HW_SPAN_MONTH, 6, nov, mar), "2026-01-01");
  check_days (time_ticks (HW_SPAN_YEAR, 1, nov, nov + 800), "2026-01-01 2027-01-01 2028-01-01");
  check_days (time_ticks (HW_SPAN_YEAR, 5, nov, nov + 5000), "2030-01-01 2035-01-01");
  check_days (time_ticks (HW_SPAN_DAY, 1, nov, nov + 2), "2025-11-05 2025-11-06 2025-11-07");
  check_days (time_ticks (HW_SPAN_WEEK, 1, nov, nov), "");
}

static void
test_time_any (void)
{
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (int k = 0; k < 2000; k++)
    {
      const HwDay from = (HwDay) (hw_rng_unit (&rng) * 40000.0) - 10000;
      const HwDay to = from + (HwDay) pow (10.0, hw_rng_unit (&rng) * 4.0);
      const HwTimeStep *step = &hw_time_steps[k % HW_TIME_N_STEPS];
      g_autoptr (GArray) days = time_ticks (step->span, step->every, from, to);

      for (guint i = 0; i < days->len; i++)
        {
          const HwDay day = g_array_index (days, HwDay, i);

          g_assert_cmpint (day, >=, from);
          g_assert_cmpint (day, <=, to);
          if (i > 0)
            g_assert_cmpint (day, >, g_array_index (days, HwDay, i - 1));
          if (step->span == HW_SPAN_WEEK)
            g_assert_cmpint (hw_day_weekday (day), ==, 0);
        }
      g_assert_cmpfloat (fabs (hw_time_step_count (step, from, to) - 1.0 - (double) days->len), <=, 1.5);
    }
}

static void
test_time_ends (void)
{
  g_autoptr (GArray) first = time_ticks (HW_SPAN_YEAR, 1000, HW_DAY_MIN, HW_DAY_MAX);
  g_autoptr (GArray) last = time_ticks (HW_SPAN_MONTH, 1, HW_DAY_MAX - 40, HW_DAY_MAX);
  g_autoptr (GArray) beyond = time_ticks (HW_SPAN_YEAR, 500, G_MININT32, G_MAXINT32);

  g_assert_cmpuint (first->len, ==, 10); /* years 1, 1000, ... 9000 */
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpuint (beyond->len, ==, 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/ticks-worked-by-hand", test_worked);
  g_test_add_func ("/chart/scale/ticks-are-exact", test_exact);
  g_test_add_func ("/chart/scale/ticks-of-any-range", test_any_range);
  g_test_add_func ("/chart/scale/ticks-without-a-range", test_no_range);
  g_test_add_func ("/chart/scale/decimals-tell-ticks-apart", test_decimals);
  g_test_add_func ("/chart/scale/place-and-back", test_place);
  g_test_add_func ("/chart/scale/days-worked-by-hand", test_time_worked);
  g_test_add_func ("/chart/scale/days-of-any-range", test_time_any);
  g_test_add_func ("/chart/scale/days-at-the-ends-of-time", test_time_ends);
  return g_test_run ();
}
