/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-myopic.h"
#include "hw-policy-fixture.h"

static const HwMyopic book = { .mean = 50.0, .sd = 8.0, .holding = 0.18, .shortage = 0.7, .price = 0.3,
                               .next_price = 0.35, .discount = 0.98 };

/* Far above all demand: 120 bought, 70 held and worth the next price. The best level: a share of
 * (0.7 + 0.343 - 0.3) / 0.88 of demand is served. */
static void
test_worked_by_hand (void)
{
  const HwLaw demand = hw_law_normal (50.0, 8.0);

  assert_near (hw_myopic_cost (&book, 120.0), 120.0 * 0.3 + 70.0 * 0.18 - 0.98 * 0.35 * 70.0, 1e-14);
  assert_near (hw_myopic_cost (&book, -30.0), -30.0 * 0.3 + 80.0 * 0.7 + 0.98 * 0.35 * 80.0, 1e-14);
  assert_near (hw_law_below (&demand, hw_myopic_best (&book)), 0.743 / 0.88, 1e-12);
}

/* Property: no level costs less than the best; a level that is asked for by its cost has it, on
 * the side that was asked for. */
static void
test_levels (void)
{
  HwRng rng;

  hw_rng_init (&rng, 131);
  for (int i = 0; i < 500; i++)
    {
      HwMyopic period = { .mean = 100.0 * hw_rng_unit (&rng), .discount = 0.9 + 0.1 * hw_rng_unit (&rng) };
      double best, least, level, extra;

      period.sd = period.mean * hw_rng_unit (&rng) * (i % 10 != 0);
      period.holding = 0.1 + hw_rng_unit (&rng);
      period.shortage = 1.0 + 10.0 * hw_rng_unit (&rng);
      period.price = 0.9 * hw_rng_unit (&rng);
      period.next_price = period.price + 0.1 * hw_rng_unit (&rng);
      g_assert_true (hw_myopic_check (&period, NULL));

      best = hw_myopic_best (&period);
      least = hw_myopic_cost (&period, best);
      for (double off = -3.0; off < 3.0; off += 0.2)
        g_assert_cmpfloat (hw_myopic_cost (&period, best + off * (1.0 + period.sd)), >=, least - 1e-11);

      extra = least * hw_rng_unit (&rng) * hw_rng_unit (&rng);
      g_assert_true (hw_myopic_level (&period, least + extra, TRUE, &level, NULL));
      g_assert_cmpfloat (level, <=, best);
      g_assert_cmpfloat_with_epsilon (hw_myopic_cost (&period, level), least + extra, 1e-9 * (1.0 + least));
      g_assert_true (hw_myopic_level (&period, least + extra, FALSE, &level, NULL));
      g_assert_cmpfloat (level, >=, best);
      g_assert_cmpfloat_with_epsilon (hw_myopic_cost (&period, level), least + extra, 1e-9 * (1.0 + least));
    }
}

/* Without order costs the bounds are the best level; with them they lie in order; where the next
 * order is much dearer there is no upper bound of the reorder point. */
static void
test_bounds (void)
{
  HwMyopicBounds bounds;

  g_assert_true (hw_myopic_bounds (&book, 0.0, 0.0, &bounds, NULL));
  assert_near (bounds.up_to_least, hw_myopic_best (&book), 1e-12);
  assert_near (bounds.up_to_most, bounds.up_to_least, 1e-6);
  assert_near (bounds.reorder_least, bounds.up_to_least, 1e-6);

  g_assert_true (hw_myopic_bounds (&book, 5.0, 4.0, &bounds, NULL));
  g_assert_cmpfloat (bounds.up_to_least, <, bounds.up_to_most);
  g_assert_cmpfloat (bounds.reorder_least, <, bounds.reorder_most);
  g_assert_cmpfloat (bounds.reorder_most, <, bounds.up_to_least);

  g_assert_true (hw_myopic_bounds (&book, 1.0, 9.0, &bounds, NULL));
  g_assert_true (isnan (bounds.reorder_most));
}

static void
test_refuses (void)
{
  HwMyopicBounds bounds = { .up_to_least = -7.0 };
  HwMyopic period = book;
  double level;

  period.next_price = 0.6;
  assert_refused (hw_myopic_check (&period, &error), HW_ENGINE_ERROR_BAD_VALUE, "hoard");
  period = book, period.price = 2.0;
  assert_refused (hw_myopic_check (&period, &error), HW_ENGINE_ERROR_BAD_VALUE, "sell nothing");
  period = book, period.discount = 1.5;
  assert_refused (hw_myopic_check (&period, &error), HW_ENGINE_ERROR_BAD_VALUE, "discount");
  period = book, period.mean = (double) NAN;
  assert_refused (hw_myopic_bounds (&period, 1.0, 1.0, &bounds, &error), HW_ENGINE_ERROR_BAD_VALUE, "mean");
  assert_refused (hw_myopic_bounds (&book, -1.0, 1.0, &bounds, &error), HW_ENGINE_ERROR_BAD_VALUE, "order cost");
  assert_refused (hw_myopic_level (&book, 1.0, TRUE, &level, &error), HW_ENGINE_ERROR_BAD_VALUE, "best level");
  g_assert_cmpfloat (bounds.up_to_least, ==, -7.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/myopic/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/myopic/levels", test_levels);
  g_test_add_func ("/engine/myopic/bounds", test_bounds);
  g_test_add_func ("/engine/myopic/refuses", test_refuses);

  return g_test_run ();
}
