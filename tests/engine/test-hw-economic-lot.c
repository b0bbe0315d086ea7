/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-disruption.h"
#include "engine/stock/hw-economic-lot.h"
#include "engine/stock/hw-yield.h"

#include <math.h>

/* By hand: 2 * 8 * 1300 / 0.225 is 304.05 squared; half of it lies in stock. */
static void
test_by_hand (void)
{
  const HwLotTerms terms = { .order_cost = 8.0, .holding = 0.225, .rate = 1300.0 };
  HwLot lot;

  g_assert_true (hw_economic_lot (&terms, &lot, NULL));
  g_assert_cmpfloat_with_epsilon (lot.quantity, sqrt (2.0 * 8.0 * 1300.0 / 0.225), 1e-9);
  g_assert_cmpfloat_with_epsilon (lot.cost, lot.quantity * 0.225, 1e-9);
  g_assert_true (hw_economic_lot_at (&terms, 100.0, &lot, NULL));
  g_assert_cmpfloat_with_epsilon (lot.cost, 8.0 * 13.0 + 0.225 * 50.0, 1e-9);
  g_assert_true (hw_economic_lot_waiting_at (&terms, 5.0, 100.0, 0.3, &lot, NULL));
  g_assert_cmpfloat_with_epsilon (lot.cost, 104.0 + 0.5 * 0.225 * 49.0 + 0.5 * 5.0 * 9.0, 1e-9);
  g_assert_true (hw_economic_lot_made_at (&terms, 2600.0, 100.0, &lot, NULL));
  g_assert_cmpfloat_with_epsilon (lot.cost, 104.0 + 0.225 * 25.0, 1e-9);
}

/* Property: for each model no quantity costs less than its best; who may wait, or need
 * not receive all at once, pays less. */
static void
test_nothing_is_better (void)
{
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (int i = 0; i < 500; i++)
    {
      const HwLotTerms terms = { exp (5.0 * hw_rng_unit (&rng)), exp (4.0 * hw_rng_unit (&rng) - 2.0),
                                 exp (8.0 * hw_rng_unit (&rng)) };
      const double shortage = exp (4.0 * hw_rng_unit (&rng) - 1.0), making = terms.rate * (1.01 + hw_rng_unit (&rng));
      const HwYield part = { 0.5 + 0.5 * hw_rng_unit (&rng), 0.3 * hw_rng_unit (&rng) };
      HwLot plain, waiting, made, lossy, other;

      g_assert_true (hw_economic_lot (&terms, &plain, NULL)
                     && hw_economic_lot_waiting (&terms, shortage, &waiting, NULL)
                     && hw_economic_lot_made (&terms, making, &made, NULL)
                     && hw_yield_lot_times (&terms, &part, &lossy, NULL));
      g_assert_cmpfloat (waiting.cost, <, plain.cost);
      g_assert_cmpfloat (made.cost, <, plain.cost);
      for (double off = 0.5; off < 2.0; off += 0.07)
        {
          g_assert_true (hw_economic_lot_at (&terms, off * plain.quantity, &other, NULL));
          g_assert_cmpfloat (other.cost, >=, plain.cost * (1.0 - 1e-12));
          g_assert_true (hw_economic_lot_waiting_at (&terms, shortage, off * waiting.quantity,
                                                     MIN (waiting.short_fraction * (2.5 - off), 1.0), &other, NULL));
          g_assert_cmpfloat (other.cost, >=, waiting.cost * (1.0 - 1e-12));
          g_assert_true (hw_economic_lot_made_at (&terms, making, off * made.quantity, &other, NULL));
          g_assert_cmpfloat (other.cost, >=, made.cost * (1.0 - 1e-12));
          g_assert_true (hw_yield_lot_times_at (&terms, &part, off * lossy.quantity, &other, NULL));
          g_assert_cmpfloat (other.cost, >=, lossy.cost * (1.0 - 1e-12));
        }
    }
}

/* Property: a yield that is sure is an order for what is missing; spread costs. */
static void
test_yield (void)
{
  const HwLotTerms terms = { .order_cost = 18500.0, .holding = 0.06, .rate = 75000.0 };
  const HwYield sure_part = { 0.8, 0.0 }, part = { 0.8, 0.1 }, sure = { -500.0, 0.0 }, off = { -500.0, 3000.0 };
  HwLot plain, lot, spread;

  g_assert_true (hw_economic_lot (&terms, &plain, NULL));
  g_assert_true (hw_yield_lot_times (&terms, &sure_part, &lot, NULL));
  g_assert_true (hw_yield_lot_times (&terms, &part, &spread, NULL));
  g_assert_cmpfloat_with_epsilon (lot.quantity * 0.8, plain.quantity, 1e-6);
  g_assert_cmpfloat_with_epsilon (lot.cost, plain.cost, 1e-8);
  g_assert_cmpfloat (spread.cost, >, lot.cost);
  g_assert_true (hw_yield_lot_plus (&terms, &sure, &lot, NULL));
  g_assert_true (hw_yield_lot_plus (&terms, &off, &spread, NULL));
  g_assert_cmpfloat_with_epsilon (lot.quantity - 500.0, plain.quantity, 1e-6);
  g_assert_cmpfloat (spread.cost, >, lot.cost);
}

/* Property: no quantity of a grid costs less, the rough answer is near, and a supplier
 * who hardly ever fails asks for the plain lot. */
static void
test_disrupted_lot (void)
{
  HwRng rng;

  hw_rng_init (&rng, 10);
  for (int i = 0; i < 300; i++)
    {
      HwDisruptedTerms terms = { { exp (5.0 * hw_rng_unit (&rng)), 0.05 + hw_rng_unit (&rng),
                                   exp (7.0 * hw_rng_unit (&rng) + (i % 2 == 0 ? 0.0 : 4.0)) },
                                 1.0 + 20.0 * hw_rng_unit (&rng), 0.1 + 3.0 * hw_rng_unit (&rng),
                                 2.0 + 40.0 * hw_rng_unit (&rng) };
      HwLot best, other, plain;

      g_assert_true (hw_disrupted_lot (&terms, &best, NULL));
      for (double off = 1e-4; off < 2.0; off *= 1.3)
        {
          g_assert_true (hw_disrupted_lot_at (&terms, best.quantity * exp (off), &other, NULL));
          g_assert_cmpfloat (other.cost, >=, best.cost * (1.0 - 1e-13));
          g_assert_true (hw_disrupted_lot_at (&terms, best.quantity * exp (-off), &other, NULL));
          g_assert_cmpfloat (other.cost, >=, best.cost * (1.0 - 1e-13));
        }

      g_assert_true (hw_disrupted_lot_rough (&terms, &other, NULL));
      g_assert_cmpfloat_with_epsilon (other.cost, terms.lot.holding * other.quantity, 1e-9 * other.cost);
      g_assert_true (hw_disrupted_lot_at (&terms, other.quantity, &other, NULL));
      g_assert_cmpfloat (other.cost, <, 1.2 * best.cost);

      terms.failing = 1e-9;
      g_assert_true (hw_disrupted_lot (&terms, &best, NULL) && hw_economic_lot (&terms.lot, &plain, NULL));
      g_assert_cmpfloat_with_epsilon (best.quantity, plain.quantity, 1e-5 * plain.quantity);
    }
}

/* The cost of a level, a failure of n periods at a time, and the least of all levels. */
static void
test_disrupted_level (void)
{
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (int i = 0; i < 200; i++)
    {
      const HwDisruptedPeriods terms = { 0.05 + hw_rng_unit (&rng), 1.0 + 20.0 * hw_rng_unit (&rng),
                                         1.0 + 100.0 * hw_rng_unit (&rng), 0.02 + 0.2 * hw_rng_unit (&rng),
                                         0.2 + 0.7 * hw_rng_unit (&rng) };
      const double failed = terms.failing / (terms.failing + terms.mending);
      const double level = terms.demand * 6.0 * hw_rng_unit (&rng);
      double cost = 0.0, chance = 1.0 - failed;
      HwNewsvendor best, other;

      for (int n = 0; n < 400; n++)
        {
          const double left = level - (n + 1.0) * terms.demand;

          cost += chance * (left > 0.0 ? terms.holding * left : -terms.shortage * left);
          chance = failed * terms.mending * pow (1.0 - terms.mending, n);
        }

      g_assert_true (hw_disrupted_level_at (&terms, level, &other, NULL));
      g_assert_cmpfloat_with_epsilon (other.cost, cost, 1e-9 * cost);
      g_assert_true (hw_disrupted_level (&terms, &best, NULL));
      for (int n = 0; n < 60; n++)
        {
          g_assert_true (hw_disrupted_level_at (&terms, terms.demand * (0.5 * n + 0.5), &other, NULL));
          g_assert_cmpfloat (other.cost, >=, best.cost * (1.0 - 1e-12));
        }
    }
}

static void
assert_refused (gboolean answered,
                GError **error)
{
  g_assert_false (answered);
  g_assert_error (*error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_clear_error (error);
}

static void
test_refuses (void)
{
  const HwLotTerms good = { 8.0, 0.2, 1300.0 }, minus = { -8.0, 0.2, 1300.0 }, free = { 0.0, 0.2, 1300.0 };
  const HwLotTerms unknown = { 8.0, NAN, 1300.0 }, idle = { 8.0, 0.2, 0.0 };
  const HwDisruptedTerms never_mends = { good, 5.0, 1.0, 0.0 };
  const HwDisruptedPeriods sure = { 1.0, 1.0, 5.0, 1.0, 0.5 };
  const HwYield nothing = { 0.0, 0.1 }, far_off = { NAN, 0.1 };
  GError *error = NULL;
  HwNewsvendor n;
  HwLot lot;

  assert_refused (hw_economic_lot (&minus, &lot, &error), &error);
  assert_refused (hw_economic_lot (&free, &lot, &error), &error);
  assert_refused (hw_economic_lot (&unknown, &lot, &error), &error);
  assert_refused (hw_economic_lot (&idle, &lot, &error), &error);
  assert_refused (hw_economic_lot_at (&good, 0.0, &lot, &error), &error);
  assert_refused (hw_economic_lot_waiting (&good, -1.0, &lot, &error), &error);
  assert_refused (hw_economic_lot_waiting_at (&good, 1.0, 100.0, 1.5, &lot, &error), &error);
  assert_refused (hw_economic_lot_made (&good, 1300.0, &lot, &error), &error);
  assert_refused (hw_disrupted_lot (&never_mends, &lot, &error), &error);
  assert_refused (hw_disrupted_level (&sure, &n, &error), &error);
  assert_refused (hw_yield_lot_times (&good, &nothing, &lot, &error), &error);
  assert_refused (hw_yield_lot_plus (&good, &far_off, &lot, &error), &error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/economic-lot/by-hand", test_by_hand);
  g_test_add_func ("/engine/economic-lot/nothing-is-better", test_nothing_is_better);
  g_test_add_func ("/engine/economic-lot/yield", test_yield);
  g_test_add_func ("/engine/economic-lot/disrupted-lot", test_disrupted_lot);
  g_test_add_func ("/engine/economic-lot/disrupted-level", test_disrupted_level);
  g_test_add_func ("/engine/economic-lot/refuses", test_refuses);

  return g_test_run ();
}
