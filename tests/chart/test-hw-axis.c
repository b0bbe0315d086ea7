/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-axis.h"
#include "core/hw-rng.h"

#include <math.h>

static char *
texts_of (const HwAxis *axis)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < axis->ticks->len; i++)
    {
      const HwAxisTick *tick = &g_array_index (axis->ticks, HwAxisTick, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", tick->text);
      if (tick->under != NULL)
        g_string_append_printf (text, " / %s", tick->under);
    }

  return g_string_free (text, FALSE);
}

static void
check_texts (HwAxis     *axis,
             const char *expect)
{
  g_autofree char *text = texts_of (axis);

  g_assert_cmpstr (text, ==, expect);
  hw_axis_clear (axis);
}

/* The figures as the business writes them; the scale ends at a tick, or where the
 * values end if that spares much. */
static void
test_values (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");
  HwScale scale;
  HwAxis axis = { 0 };
  HwInk ink;

  hw_ink_init (&ink, NULL, &hw_theme_light);

  hw_axis_set_values (&axis, &ink, en, 0.0, 5900.0, 16.5 * ink.line, FALSE, &scale);
  g_assert_cmpfloat (scale.from, ==, 0.0);
  g_assert_cmpfloat (scale.to, ==, 6000.0);
  check_texts (&axis, "0 | 2,000 | 4,000 | 6,000");

  hw_axis_set_values (&axis, &ink, de, 0.0, 6100.0, 16.5 * ink.line, FALSE, &scale);
  g_assert_cmpfloat (scale.to, ==, 6100.0);
  check_texts (&axis, "0 | 2.000 | 4.000 | 6.000");

  hw_axis_set_values (&axis, &ink, de, -1.5, 6.1, 16.5 * ink.line, TRUE, &scale);
  g_assert_cmpfloat (scale.from, ==, -2.0);
  g_assert_cmpfloat (scale.to, ==, 8.0);
  check_texts (&axis, "−2 | 0 | 2 | 4 | 6 | 8");

  hw_axis_set_values (&axis, &ink, de, 0.0, 0.9, 13.5 * ink.line, FALSE, &scale);
  check_texts (&axis, "0,00 | 0,25 | 0,50 | 0,75");
  hw_ink_clear (&ink);
}

/* From weekdays to years, as the room gets less; the year once, under its first. */
static void
test_days (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  const HwDay from = hw_day_from_ymd (2025, 11, 5);
  HwAxis axis = { 0 };
  HwInk ink;

  hw_ink_init (&ink, NULL, &hw_theme_light);
  hw_axis_set_days (&axis, &ink, en, HW_BY_DAY, from, from + 2, 400.0);
  check_texts (&axis, "Wed, 5 Nov / 2025 | Thu, 6 Nov | Fri, 7 Nov");
  hw_axis_set_days (&axis, &ink, en, HW_BY_DAY, from, from + 30, 400.0);
  check_texts (&axis, "10 Nov / 2025 | 17 Nov | 24 Nov | 1 Dec");
  hw_axis_set_days (&axis, &ink, en, HW_BY_DAY, from, from + 150, 300.0);
  check_texts (&axis, "Dec / 2025 | Jan / 2026 | Feb | Mar | Apr");
  hw_axis_set_days (&axis, &ink, en, HW_BY_MONTH, from, from + 400, 200.0);
  check_texts (&axis, "Jan / 2026 | Apr | Jul | Oct");
  hw_axis_set_days (&axis, &ink, en, HW_BY_WEEK, from, from + 2000, 300.0);
  check_texts (&axis, "2026 | 2027 | 2028 | 2029 | 2030 | 2031");
  /* Nothing begins within these days: the first is told. */
  hw_axis_set_days (&axis, &ink, en, HW_BY_MONTH, from, from + 3, 200.0);
  check_texts (&axis, "Nov / 2025");
  hw_ink_clear (&ink);
}

/* Days below never run into each other. */
static void
test_days_apart (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");
  HwRng rng;
  HwInk ink;

  hw_rng_init (&rng, 6);
  hw_ink_init (&ink, NULL, &hw_theme_light);
  for (int k = 0; k < 300; k++)
    {
      const HwDay from = (HwDay) hw_rng_below (&rng, 30000);
      const HwDay to = from + (HwDay) pow (10.0, hw_rng_unit (&rng) * 4.5);
      const double length = 60.0 + 1500.0 * hw_rng_unit (&rng);
      double before = -INFINITY;
      HwAxis axis = { 0 };

      hw_axis_set_days (&axis, &ink, k % 2 == 0 ? en : de, (HwBy) (k % 3), from, to, length);
      g_assert_cmpuint (axis.ticks->len, >=, 1);
      for (guint i = 0; i < axis.ticks->len; i++)
        {
          const HwAxisTick *tick = &g_array_index (axis.ticks, HwAxisTick, i);
          const double centre = (tick->value - from) / (to - from) * length;
          const double half = hw_ink_width (&ink, tick->text) / 2.0;

          g_assert_cmpfloat (centre - half, >, before);
          g_assert_true (tick->value >= from && tick->value <= to);
          before = centre + half;
        }
      hw_axis_clear (&axis);
    }
  hw_ink_clear (&ink);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/axis/values", test_values);
  g_test_add_func ("/chart/axis/days", test_days);
  g_test_add_func ("/chart/axis/days-stay-apart", test_days_apart);
  return g_test_run ();
}
