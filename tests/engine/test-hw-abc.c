/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-abc.h"

#include <math.h>

static void
check (const double *value,
       gsize         n,
       const guint8 *expect)
{
  guint8 classes[16];

  hw_abc_classify (value, n, classes);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (classes[i], ==, expect[i]);
}

/* Of 100: 50, 25, 10 reach 85 %, so that all three make the first 80 %; 8 and 4
 * begin below 95 %; 3 does not. */
static void
test_abc_by_hand (void)
{
  const double value[] = { 4, 50, 3, 25, 8, 10 };
  const guint8 expect[] = { 1, 0, 2, 0, 1, 0 };
  const double equal[] = { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 };
  const guint8 in_order[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1 };

  check (value, 6, expect);
  check (equal, 10, in_order);
}

static void
test_abc_at_the_edges (void)
{
  const double none[] = { 0, 0, 0 };
  const guint8 all_c[] = { 2, 2, 2 };
  const double odd[] = { NAN, -5, 7 };
  const guint8 last[] = { 2, 2, 0 };
  guint8 untouched = 9;

  check (none, 3, all_c);
  check (odd, 3, last);
  hw_abc_classify (none, 0, &untouched);
  g_assert_cmpuint (untouched, ==, 9);
}

/* 8, 12, 8, 12: sd 2.309 over 10. 0, 20, 5, 15: sd 9.129 over 10. 0, 0, 0, 40: sd 20. */
static void
test_xyz_by_hand (void)
{
  const double even[] = { 8, 12, 8, 12 }, uneven[] = { 0, 20, 5, 15 }, wild[] = { 0, 0, 0, 40 };
  const double zero[] = { 0, 0, 0, 0 }, odd[] = { 1, NAN, 1, 1 };

  g_assert_cmpuint (hw_xyz_classify (even, 4), ==, 0);
  g_assert_cmpuint (hw_xyz_classify (uneven, 4), ==, 1);
  g_assert_cmpuint (hw_xyz_classify (wild, 4), ==, 2);
  g_assert_cmpuint (hw_xyz_classify (even, 3), ==, 2);
  g_assert_cmpuint (hw_xyz_classify (zero, 4), ==, 2);
  g_assert_cmpuint (hw_xyz_classify (odd, 4), ==, 2);
}

/* An item that is as uneven, but foretold to the unit, is X. 2 of 5 on the mark; a
 * normal week with a spread of half the mean errs by 0.8 of that. */
static void
test_xyz_by_error (void)
{
  g_assert_cmpuint (hw_xyz_by_error (0.0, 10.0), ==, 0);
  g_assert_cmpuint (hw_xyz_by_error (4.0, 10.0), ==, 0);
  g_assert_cmpuint (hw_xyz_by_error (4.1, 10.0), ==, 1);
  g_assert_cmpuint (hw_xyz_by_error (8.0, 10.0), ==, 1);
  g_assert_cmpuint (hw_xyz_by_error (8.1, 10.0), ==, 2);
  g_assert_cmpuint (hw_xyz_by_error (0.0, 0.0), ==, 2);
  g_assert_cmpuint (hw_xyz_by_error (-1.0, 10.0), ==, 2);
  g_assert_cmpuint (hw_xyz_by_error (NAN, 10.0), ==, 2);
  g_assert_cmpuint (hw_xyz_by_error (1.0, NAN), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/abc/by-hand", test_abc_by_hand);
  g_test_add_func ("/engine/abc/at-the-edges", test_abc_at_the_edges);
  g_test_add_func ("/engine/xyz/by-hand", test_xyz_by_hand);
  g_test_add_func ("/engine/xyz/by-error", test_xyz_by_error);

  return g_test_run ();
}
