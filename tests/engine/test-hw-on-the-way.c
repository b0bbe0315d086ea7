/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-on-the-way.h"

#include "engine/stock/hw-lead-time.h"
#include "hw-policy-fixture.h"

static const double usual[] = { 0.0, 0.5, 0.3, 0.2 };

/* The chance of coming @k periods from now; all of them together are one. */
static double
chance_of (HwOnTheWay    order,
           const double *lead,
           gsize         n_lead,
           gsize         k)
{
  gsize n;
  g_autofree double *left = hw_on_the_way_left (&order, lead, n_lead, &n);
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpfloat (left[i], >=, 0.0);
      sum += left[i];
    }

  assert_near (sum, 1.0, 1e-12);
  g_assert_cmpfloat (left[0], ==, 0.0);
  return k < n ? left[k] : 0.0;
}

/* Half of all orders take one period, so that of those still on their way after one,
 * three of five take one more. Nothing on its way is here already. */
static void
test_age (void)
{
  const double young[] = { 0.2, 0.8 };

  assert_near (chance_of ((HwOnTheWay) { .age = 0 }, young, 2, 1), 1.0, 1e-12);
  assert_near (chance_of ((HwOnTheWay) { .age = 1 }, usual, 4, 1), 0.6, 1e-12);
  assert_near (chance_of ((HwOnTheWay) { .age = 1 }, usual, 4, 2), 0.4, 1e-12);
  assert_near (chance_of ((HwOnTheWay) { .age = 2 }, usual, 4, 1), 1.0, 1e-12);
}

/* For every age, what is left is told by the waiting times above it. */
static void
test_age_is_told_by_what_is_longer (void)
{
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (int round = 0; round < 200; round++)
    {
      const int age = (int) hw_rng_below (&rng, 11);
      double whole[12] = { 0.0 }, sum = 0.0, beyond = 0.0, mean = 0.0;
      g_autofree double *left = NULL;
      gsize n;

      for (int k = 1; k < 12; k++)
        sum += whole[k] = hw_rng_unit (&rng);
      for (int k = 1; k < 12; k++)
        whole[k] /= sum;
      for (int k = age + 1; k < 12; k++)
        {
          beyond += whole[k];
          mean += (k - age) * whole[k];
        }

      left = hw_on_the_way_left (&(HwOnTheWay) { .age = age }, whole, 12, &n);
      assert_near (hw_lead_time_mean (left, n), mean / beyond, 1e-9);
    }
}

/* One of three periods, met anywhere: one, two or three may be left. Of two kinds the
 * long one is met more often: three times one and three of four. */
static void
test_age_not_known (void)
{
  const double three[] = { 0.0, 0.0, 0.0, 1.0 }, both[] = { 0.0, 0.5, 0.0, 0.5 }, none[] = { 1.0 };
  const HwOnTheWay order = { .age = -1 };

  for (gsize k = 1; k <= 3; k++)
    assert_near (chance_of (order, three, 4, k), 1.0 / 3.0, 1e-12);
  assert_near (chance_of (order, both, 4, 1), 0.5, 1e-12);
  assert_near (chance_of (order, both, 4, 3), 0.25, 1e-12);
  assert_near (chance_of (order, none, 1, 1), 1.0, 1e-12);
}

/* Later than any that was seen: it does not simply come next, it may wait on. */
static void
test_outlasted (void)
{
  const double three[] = { 0.0, 0.0, 0.0, 1.0 };

  for (gsize k = 1; k <= 3; k++)
    {
      assert_near (chance_of ((HwOnTheWay) { .age = 9 }, three, 4, k), 1.0 / 3.0, 1e-12);
      assert_near (chance_of ((HwOnTheWay) { .named = TRUE, .due = -9 }, three, 4, k), 1.0 / 3.0, 1e-12);
    }
}

/* Usually one period, else one or two later: so about the day that was named, however
 * far off it is, and one later if it is over without the order. */
static void
test_named (void)
{
  const HwOnTheWay far = { .age = 2, .named = TRUE, .due = 40 };

  assert_near (chance_of (far, usual, 4, 40), 0.5, 1e-12);
  assert_near (chance_of (far, usual, 4, 41), 0.3, 1e-12);
  assert_near (chance_of (far, usual, 4, 42), 0.2, 1e-12);
  assert_near (chance_of (far, usual, 4, 1), 0.0, 1e-12);
  assert_near (chance_of ((HwOnTheWay) { .named = TRUE, .due = 0 }, usual, 4, 1), 0.6, 1e-12);
  assert_near (chance_of ((HwOnTheWay) { .named = TRUE, .due = -1 }, usual, 4, 1), 1.0, 1e-12);
}

/* A named day that is the usual waiting time after the order says no more than its age. */
static void
test_named_as_usual (void)
{
  for (int age = 0; age < 3; age++)
    for (gsize k = 1; k < 4; k++)
      assert_near (chance_of ((HwOnTheWay) { .age = age }, usual, 4, k),
                   chance_of ((HwOnTheWay) { .named = TRUE, .due = 1 - age }, usual, 4, k), 1e-12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/on-the-way/age", test_age);
  g_test_add_func ("/on-the-way/age-is-told-by-what-is-longer", test_age_is_told_by_what_is_longer);
  g_test_add_func ("/on-the-way/age-not-known", test_age_not_known);
  g_test_add_func ("/on-the-way/outlasted", test_outlasted);
  g_test_add_func ("/on-the-way/named", test_named);
  g_test_add_func ("/on-the-way/named-as-usual", test_named_as_usual);
  return g_test_run ();
}
