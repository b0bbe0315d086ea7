/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-shared-limit.h"

#include <math.h>

/* By hand: two equal items would lie at 100 each; the budget allows half of that. */
static void
test_by_hand (void)
{
  const HwLimitedItem twins[] = { { 50.0, 100.0, 1.0, 0.0 }, { 50.0, 100.0, 1.0, 0.0 } };
  g_auto (HwLimitedLots) lots = { 0 };

  g_assert_true (hw_limited_lots_best (twins, 2, 1.0, 50.0, INFINITY, &lots, NULL));
  g_assert_cmpfloat_with_epsilon (lots.quantity[0], 50.0, 1e-10);
  g_assert_cmpfloat_with_epsilon (lots.quantity[1], 50.0, 1e-10);
  g_assert_cmpfloat_with_epsilon (lots.cost, 2.0 * (100.0 + 25.0), 1e-9);
  g_assert_cmpfloat_with_epsilon (lots.free_cost, 200.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lots.budget_worth, 3.0, 1e-10);
  g_assert_cmpfloat (lots.room_worth, ==, 0.0);
}

static void
draw (HwLimitedItem *items,
      gsize          n,
      HwRng         *rng,
      double        *tied,
      double        *taken)
{
  *tied = *taken = 0.0;
  for (gsize i = 0; i < n; i++)
    {
      double q;

      items[i] = (HwLimitedItem){ 5.0 + 100.0 * hw_rng_unit (rng), exp (6.0 * hw_rng_unit (rng) + 3.0),
                                  exp (5.0 * hw_rng_unit (rng)),
                                  i % 6 == 5 ? 0.0 : exp (5.0 * hw_rng_unit (rng) - 4.0) };
      q = sqrt (2.0 * items[i].order_cost * items[i].rate / (0.2 * items[i].price));
      *tied += 0.5 * items[i].price * q;
      *taken += items[i].size * q;
    }
}

/* Property: limits are kept, and used up where they are worth anything; the cost equals
 * the bound that the two prices prove for every choice within the limits. */
static void
test_proves_itself_best (void)
{
  HwRng rng;

  hw_rng_init (&rng, 18);
  for (int round = 0; round < 400; round++)
    {
      const gsize n = 1 + (gsize) (60.0 * hw_rng_unit (&rng));
      g_autofree HwLimitedItem *items = g_new (HwLimitedItem, n);
      g_auto (HwLimitedLots) lots = { 0 };
      double tied, taken, budget, room, bound = 0.0;

      draw (items, n, &rng, &tied, &taken);
      budget = round % 4 == 1 ? INFINITY : tied * (0.05 + 1.2 * hw_rng_unit (&rng));
      room = round % 4 == 2 || taken <= 0.0 ? INFINITY : taken * (0.05 + 1.2 * hw_rng_unit (&rng));
      g_assert_true (hw_limited_lots_best (items, n, 0.2, budget, room, &lots, NULL));

      tied = taken = 0.0;
      for (gsize i = 0; i < n; i++)
        {
          const double weight = items[i].price * (0.2 + lots.budget_worth) + 2.0 * items[i].size * lots.room_worth;

          tied += 0.5 * items[i].price * lots.quantity[i];
          taken += items[i].size * lots.quantity[i];
          bound += sqrt (2.0 * items[i].order_cost * items[i].rate * weight);
        }
      bound -= lots.budget_worth > 0.0 ? lots.budget_worth * budget : 0.0;
      bound -= lots.room_worth > 0.0 ? lots.room_worth * room : 0.0;

      g_assert_cmpfloat (tied, <=, budget * (1.0 + 1e-12));
      g_assert_cmpfloat (taken, <=, room * (1.0 + 1e-12));
      g_assert_cmpfloat (lots.budget_worth, >=, 0.0);
      g_assert_cmpfloat (lots.room_worth, >=, 0.0);
      if (lots.budget_worth > 0.0)
        g_assert_cmpfloat_with_epsilon (tied, budget, 1e-10 * budget);
      if (lots.room_worth > 0.0)
        g_assert_cmpfloat_with_epsilon (taken, room, 1e-10 * room);
      g_assert_cmpfloat_with_epsilon (lots.cost, bound, 1e-9 * lots.cost);
      g_assert_cmpfloat (lots.cost, >=, lots.free_cost * (1.0 - 1e-12));
    }
}

/* Property: a little more budget saves what a coin is said to be worth. */
static void
test_worth_of_a_coin (void)
{
  HwLimitedItem items[20];
  double tied, taken;
  HwRng rng;

  hw_rng_init (&rng, 19);
  for (int round = 0; round < 50; round++)
    {
      g_auto (HwLimitedLots) less = { 0 }, more = { 0 };
      double budget, step;

      draw (items, G_N_ELEMENTS (items), &rng, &tied, &taken);
      budget = 0.6 * tied;
      step = 1e-5 * budget;
      g_assert_true (hw_limited_lots_best (items, G_N_ELEMENTS (items), 0.2, budget, 0.6 * taken, &less, NULL));
      g_assert_true (hw_limited_lots_best (items, G_N_ELEMENTS (items), 0.2, budget + step, 0.6 * taken, &more, NULL));
      g_assert_cmpfloat_with_epsilon ((less.cost - more.cost) / step, less.budget_worth,
                                      1e-3 * less.budget_worth + 1e-6);
    }
}

static void
test_refuses (void)
{
  const HwLimitedItem good = { 50.0, 100.0, 1.0, 0.5 }, minus = { -50.0, 100.0, 1.0, 0.5 };
  const HwLimitedItem gift = { 50.0, 100.0, 0.0, 0.5 }, unknown = { 50.0, NAN, 1.0, 0.5 };
  g_auto (HwLimitedLots) lots = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_limited_lots_best (&minus, 1, 0.2, 10.0, 10.0, &lots, NULL));
  g_assert_false (hw_limited_lots_best (&gift, 1, 0.2, 10.0, 10.0, &lots, NULL));
  g_assert_false (hw_limited_lots_best (&unknown, 1, 0.2, 10.0, 10.0, &lots, NULL));
  g_assert_false (hw_limited_lots_best (&good, 0, 0.2, 10.0, 10.0, &lots, NULL));
  g_assert_false (hw_limited_lots_best (&good, 1, 0.0, 10.0, 10.0, &lots, NULL));
  g_assert_false (hw_limited_lots_best (&good, 1, 0.2, 0.0, 10.0, &lots, NULL));
  g_assert_false (hw_limited_lots_best (&good, 1, 0.2, 10.0, NAN, &lots, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/shared-limit/by-hand", test_by_hand);
  g_test_add_func ("/engine/shared-limit/proves-itself-best", test_proves_itself_best);
  g_test_add_func ("/engine/shared-limit/worth-of-a-coin", test_worth_of_a_coin);
  g_test_add_func ("/engine/shared-limit/refuses", test_refuses);

  return g_test_run ();
}
