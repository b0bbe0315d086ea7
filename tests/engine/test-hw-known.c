/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-known.h"

#include <math.h>

/* Worked case: half price is log 1/2, no price is the usual one, a typing error is cut off. */
static void
test_price (void)
{
  const HwKnown known = { HW_KNOWN_PRICE, 0, 0 };
  const double value[] = { 2.0, 2.0, 1.0, NAN, 2.0, 2000.0, 4.0 };
  double x[7];

  g_assert_cmpuint (hw_known_columns (&known), ==, 1);
  hw_known_encode (&known, value, 5, 7, x);
  g_assert_cmpfloat (x[0], ==, 0.0);
  g_assert_cmpfloat_with_epsilon (x[2], log (0.5), 1e-15);
  g_assert_cmpfloat (x[3], ==, 0.0);
  g_assert_cmpfloat_with_epsilon (x[5], log (5.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (x[6], log (2.0), 1e-15);
}

/* Worked case: the day itself, the day after, the day before. */
static void
test_lead_and_lag (void)
{
  const HwKnown known = { HW_KNOWN_HOLIDAY, 1, 2 };
  const double value[] = { 0, 0, 1, 0, 0, 0 };
  static const double expected[4][6] = {
    { 0, 0, 1, 0, 0, 0 }, { 0, 0, 0, 1, 0, 0 }, { 0, 0, 0, 0, 1, 0 }, { 0, 1, 0, 0, 0, 0 },
  };
  double x[4 * 6];

  g_assert_cmpuint (hw_known_columns (&known), ==, 4);
  hw_known_encode (&known, value, 4, 6, x);
  for (gsize c = 0; c < 4; c++)
    for (gsize t = 0; t < 6; t++)
      g_assert_cmpfloat (x[c * 6 + t], ==, expected[c][t]);
}

/* Property: what is learned of the usual does not change with what lies ahead. */
static void
test_ahead_changes_nothing_behind (void)
{
  static const HwKnownKind kinds[] = { HW_KNOWN_PRICE, HW_KNOWN_WEATHER, HW_KNOWN_OWN, HW_KNOWN_PROMOTION };
  double a[20], b[20], xa[20], xb[20];

  for (gsize t = 0; t < 20; t++)
    a[t] = b[t] = 1.0 + (double) (t * 7 % 11);
  for (gsize t = 14; t < 20; t++)
    b[t] = -400.0;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const HwKnown known = { kinds[i], 0, 0 };

      hw_known_encode (&known, a, 14, 20, xa);
      hw_known_encode (&known, b, 14, 20, xb);
      for (gsize t = 0; t < 14; t++)
        g_assert_cmpfloat (xa[t], ==, xb[t]);
    }
}

/* Worked case: figures of the owner's own become standard deviations, 0/1 stays. */
static void
test_own_figures (void)
{
  const HwKnown known = { HW_KNOWN_OWN, 0, 0 };
  const double flags[] = { 0, 1, 0, NAN, 1 }, visits[] = { 90, 110, 90, 110, 1e9 };
  double x[5];

  hw_known_encode (&known, flags, 4, 5, x);
  g_assert_cmpfloat (x[1], ==, 1.0);
  g_assert_cmpfloat (x[3], ==, 0.0);
  hw_known_encode (&known, visits, 4, 5, x);
  g_assert_cmpfloat_with_epsilon (x[0], -sqrt (0.75), 1e-12);
  g_assert_cmpfloat (x[4], ==, 3.0);
}

/* Worked case: half a day open is half a period; closed days are felt the day before. */
static void
test_open (void)
{
  const HwKnown known = { HW_KNOWN_OPEN, 1, 0 }, plain = { HW_KNOWN_OPEN, 0, 0 }, holiday = { HW_KNOWN_HOLIDAY, 0, 0 };
  const double value[] = { 1.0, 0.5, NAN, 0.0, 7.0 };
  double x[5];

  g_assert_cmpuint (hw_known_columns (&plain), ==, 0);
  g_assert_cmpuint (hw_known_columns (&known), ==, 1);
  hw_known_encode (&known, value, 4, 5, x);
  g_assert_cmpfloat (x[2], ==, 1.0);
  g_assert_cmpfloat (x[3], ==, 0.0);
  g_assert_cmpfloat (hw_known_share (&known, value, 1), ==, 0.5);
  g_assert_cmpfloat (hw_known_share (&known, value, 2), ==, 1.0);
  g_assert_cmpfloat (hw_known_share (&known, value, 3), ==, 0.0);
  g_assert_cmpfloat (hw_known_share (&known, value, 4), ==, 1.0);
  g_assert_cmpfloat (hw_known_share (&holiday, value, 3), ==, 1.0);
  g_assert_cmpfloat (hw_known_share (&known, NULL, 3), ==, 1.0);
}

/* Refusal: whatever is typed in, columns are finite. */
static void
test_hostile_values (void)
{
  static const double hostile[][4] = {
    { NAN, NAN, NAN, NAN }, { INFINITY, -INFINITY, 1e308, -1e308 }, { 0, 0, 0, 0 }, { 5, 5, 5, 5 }, { -1, 1e-300, 2, 3 },
  };
  double x[7 * 4];

  for (int kind = HW_KNOWN_PROMOTION; kind <= HW_KNOWN_OWN; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
      for (gsize n = 0; n <= 4; n++)
        {
          const HwKnown known = { (HwKnownKind) kind, 9, 9 };

          g_assert_cmpuint (hw_known_columns (&known), <=, 7);
          hw_known_encode (&known, hostile[i], n, 4, x);
          for (gsize k = 0; k < 4 * hw_known_columns (&known); k++)
            g_assert_true (isfinite (x[k]));
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/known/price", test_price);
  g_test_add_func ("/known/lead-and-lag", test_lead_and_lag);
  g_test_add_func ("/known/ahead-changes-nothing-behind", test_ahead_changes_nothing_behind);
  g_test_add_func ("/known/own-figures", test_own_figures);
  g_test_add_func ("/known/open", test_open);
  g_test_add_func ("/known/hostile-values", test_hostile_values);

  return g_test_run ();
}
