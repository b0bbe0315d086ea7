/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-newsvendor.h"
#include "engine/stock/hw-yield.h"

#include <math.h>

/* Snyder and Shen, example 4.3: demand 50 +- 8, a unit left 0.18, a unit short 0.70. */
static void
test_textbook (void)
{
  const HwLaw demand = hw_law_normal (50.0, 8.0);
  HwNewsvendor n;

  g_assert_true (hw_newsvendor_best (&demand, 0.18, 0.70, &n, NULL));
  g_assert_cmpfloat_with_epsilon (n.level, 56.604, 5e-4);
  g_assert_cmpfloat_with_epsilon (n.cost, 1.9976, 5e-5);
}

/* By hand: 0, 1 or 2 asked for, a third each. One short costs as much as one left:
 * order one. Twice as much: one or two are as good, the less is taken. */
static void
test_by_hand (void)
{
  const double third[] = { 1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0 };
  const HwLaw demand = hw_law_chances (0.0, third, 3);
  HwNewsvendor n;

  g_assert_true (hw_newsvendor_best (&demand, 1.0, 1.0, &n, NULL));
  g_assert_cmpfloat (n.level, ==, 1.0);
  g_assert_cmpfloat_with_epsilon (n.cost, 2.0 / 3.0, 1e-14);
  g_assert_true (hw_newsvendor_best (&demand, 1.0, 2.0, &n, NULL));
  g_assert_cmpfloat (n.level, ==, 1.0);
  g_assert_true (hw_newsvendor_best (&demand, 1.0, 2.0001, &n, NULL));
  g_assert_cmpfloat (n.level, ==, 2.0);
}

static HwLaw
draw (HwRng *rng,
      int    i)
{
  const double u = hw_rng_unit (rng), v = hw_rng_unit (rng);

  return i % 4 == 0   ? hw_law_normal (100.0 * u, 1.0 + 40.0 * v)
         : i % 4 == 1 ? hw_law_gamma (0.2 + 20.0 * u, 0.1 + 5.0 * v)
         : i % 4 == 2 ? hw_law_poisson (0.05 + 60.0 * u)
                      : hw_law_negative (0.2 + 8.0 * u, 0.05 + 0.9 * v);
}

/* Property: no level nearby costs less; a dearer shortage never orders less. */
static void
test_nothing_is_better (void)
{
  HwRng rng;

  hw_rng_init (&rng, 8);
  for (int i = 0; i < 1000; i++)
    {
      const HwLaw demand = draw (&rng, i);
      const double holding = 0.1 + hw_rng_unit (&rng), step = hw_law_is_whole (&demand) ? 1.0 : 0.01;
      double shortage = 0.05, last = -INFINITY;

      for (int k = 0; k < 6; k++, shortage *= 4.0)
        {
          HwNewsvendor best, other;

          g_assert_true (hw_newsvendor_best (&demand, holding, shortage, &best, NULL));
          g_assert_cmpfloat (best.level, >=, last);
          last = best.level;
          for (int d = -3; d <= 3; d++)
            {
              g_assert_true (hw_newsvendor_at (&demand, holding, shortage, best.level + d * step, &other, NULL));
              g_assert_cmpfloat (other.cost, >=, best.cost * (1.0 - 1e-12));
            }
        }
    }
}

/* Property: most profit is least cost of not knowing; with demand known, all of the
 * margin is earned. */
static void
test_profit (void)
{
  const HwUnitMoney money = { .revenue = 7.0, .purchase = 2.5, .salvage = 1.5, .holding = 1.0, .shortage = 5.0 };
  const HwLaw demand = hw_law_normal (50.0, 10.0), known = hw_law_normal (50.0, 0.0);
  HwNewsvendor best, same, other;

  g_assert_true (hw_newsvendor_profit_best (&demand, &money, &best, NULL));
  g_assert_true (hw_newsvendor_best (&demand, 2.0, 9.5, &same, NULL));
  g_assert_cmpfloat (best.level, ==, same.level);
  g_assert_cmpfloat_with_epsilon (best.profit, 4.5 * 50.0 - same.cost, 1e-10);
  for (double level = 40.0; level < 80.0; level += 0.7)
    {
      g_assert_true (hw_newsvendor_profit_at (&demand, &money, level, &other, NULL));
      g_assert_cmpfloat (other.profit, <=, best.profit);
    }

  g_assert_true (hw_newsvendor_profit_best (&known, &money, &best, NULL));
  g_assert_cmpfloat (best.level, ==, 50.0);
  g_assert_cmpfloat (best.profit, ==, 225.0);
}

/* 1.5 wanted, what arrives is off by up to half a unit either way, one short costs
 * five times one left: order a third of a unit more (Snyder and Shen, example 9.6). */
static void
test_yield (void)
{
  const HwLaw off = hw_law_uniform (-0.5, 0.5);
  HwNewsvendor best, other;

  g_assert_true (hw_yield_order (&off, 1.5, 15.0, 75.0, &best, NULL));
  g_assert_cmpfloat_with_epsilon (best.level, 1.5 + 1.0 / 3.0, 1e-14);
  g_assert_cmpfloat_with_epsilon (best.cost, 6.25, 1e-13);
  for (double level = 1.0; level < 2.5; level += 0.03)
    {
      g_assert_true (hw_yield_order_at (&off, 1.5, 15.0, 75.0, level, &other, NULL));
      g_assert_cmpfloat (other.cost, >=, best.cost);
    }
}

static void
test_refuses (void)
{
  const HwLaw demand = hw_law_normal (50.0, 8.0), none = hw_law_normal (NAN, 8.0);
  const HwUnitMoney at_a_loss = { .revenue = 2.0, .purchase = 2.5, .salvage = 1.0 };
  const HwUnitMoney taken_back = { .revenue = 4.0, .purchase = 2.5, .salvage = 2.5 };
  const HwUnitMoney minus = { .revenue = 4.0, .purchase = -1.0, .salvage = -2.0 };
  const HwUnitMoney unknown = { .revenue = NAN, .purchase = 1.0 };
  HwNewsvendor n;

  g_assert_false (hw_newsvendor_best (&none, 1.0, 1.0, &n, NULL));
  g_assert_false (hw_newsvendor_best (&demand, -1.0, 1.0, &n, NULL));
  g_assert_false (hw_newsvendor_best (&demand, 0.0, 1.0, &n, NULL));
  g_assert_false (hw_newsvendor_best (&demand, 1.0, NAN, &n, NULL));
  g_assert_false (hw_newsvendor_at (&demand, 1.0, 1.0, INFINITY, &n, NULL));
  g_assert_false (hw_newsvendor_profit_best (&demand, &at_a_loss, &n, NULL));
  g_assert_false (hw_newsvendor_profit_best (&demand, &taken_back, &n, NULL));
  g_assert_false (hw_newsvendor_profit_best (&demand, &minus, &n, NULL));
  g_assert_false (hw_newsvendor_profit_at (&demand, &unknown, 10.0, &n, NULL));
  g_assert_false (hw_yield_order (&demand, -1.0, 1.0, 1.0, &n, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/newsvendor/textbook", test_textbook);
  g_test_add_func ("/engine/newsvendor/by-hand", test_by_hand);
  g_test_add_func ("/engine/newsvendor/nothing-is-better", test_nothing_is_better);
  g_test_add_func ("/engine/newsvendor/profit", test_profit);
  g_test_add_func ("/engine/newsvendor/yield", test_yield);
  g_test_add_func ("/engine/newsvendor/refuses", test_refuses);

  return g_test_run ();
}
