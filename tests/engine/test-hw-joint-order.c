/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-joint-order.h"

#include <math.h>

#define ITEMS 3
#define MULTIPLE_MAX 14

static void
draw (HwJointItem *items,
      gsize        n,
      HwRng       *rng)
{
  for (gsize i = 0; i < n; i++)
    items[i] = (HwJointItem){ exp (4.0 * hw_rng_unit (rng)), 0.1 + 5.0 * hw_rng_unit (rng),
                              exp (6.0 * hw_rng_unit (rng) + 1.0) };
}

/* By hand: two equal items go along every time; one alone is an economic lot. */
static void
test_by_hand (void)
{
  const HwJointItem twins[] = { { 10.0, 1.0, 100.0 }, { 10.0, 1.0, 100.0 } };
  g_auto (HwJointOrder) both = { 0 }, one = { 0 };

  g_assert_true (hw_joint_order_best (30.0, twins, 2, &both, NULL));
  g_assert_cmpfloat (both.multiple[0], ==, 1.0);
  g_assert_cmpfloat (both.multiple[1], ==, 1.0);
  g_assert_cmpfloat_with_epsilon (both.cycle, sqrt (2.0 * 50.0 / 200.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (both.cost, sqrt (2.0 * 50.0 * 200.0), 1e-10);
  g_assert_cmpfloat_with_epsilon (both.quantity[1], 100.0 * both.cycle, 1e-10);

  g_assert_true (hw_joint_order_best (30.0, twins, 1, &one, NULL));
  g_assert_cmpfloat_with_epsilon (one.cost, sqrt (2.0 * 40.0 * 100.0), 1e-10);
}

static double
cost_of (double             shared,
         const HwJointItem *items,
         const int         *multiple)
{
  double fixed = shared, held = 0.0;

  for (int i = 0; i < ITEMS; i++)
    {
      fixed += items[i].order_cost / multiple[i];
      held += items[i].holding * items[i].rate * multiple[i];
    }

  return sqrt (2.0 * fixed * held);
}

/* Property: no multiples up to 14 cost less. */
static void
test_nothing_is_better (void)
{
  HwRng rng;

  hw_rng_init (&rng, 14);
  for (int round = 0; round < 200; round++)
    {
      const double shared = exp (7.0 * hw_rng_unit (&rng) - 2.0);
      HwJointItem items[ITEMS];
      g_auto (HwJointOrder) best = { 0 };
      double least = INFINITY;
      gboolean inside = TRUE;

      draw (items, ITEMS, &rng);
      g_assert_true (hw_joint_order_best (shared, items, ITEMS, &best, NULL));
      for (int a = 1; a <= MULTIPLE_MAX; a++)
        for (int b = 1; b <= MULTIPLE_MAX; b++)
          for (int c = 1; c <= MULTIPLE_MAX; c++)
            least = MIN (least, cost_of (shared, items, (int[]){ a, b, c }));

      for (int i = 0; i < ITEMS; i++)
        inside = inside && best.multiple[i] <= MULTIPLE_MAX;
      g_assert_cmpfloat (best.cost, <=, least * (1.0 + 1e-12));
      if (inside)
        g_assert_cmpfloat_with_epsilon (best.cost, least, 1e-10 * least);
    }
}

/* Property: the quick answer is feasible and near; the best lies between each item
 * at its own best and all items every time; whole multiples, the cost is the cost. */
static void
test_bounds (void)
{
  HwRng rng;

  hw_rng_init (&rng, 15);
  for (int round = 0; round < 200; round++)
    {
      const gsize n = 1 + (gsize) (40.0 * hw_rng_unit (&rng));
      const double shared = exp (7.0 * hw_rng_unit (&rng) - 2.0);
      g_autofree HwJointItem *items = g_new (HwJointItem, n);
      g_auto (HwJointOrder) best = { 0 }, quick = { 0 };
      double alone = 0.0, fixed = shared, held = 0.0, cost = shared;

      draw (items, n, &rng);
      g_assert_true (hw_joint_order_best (shared, items, n, &best, NULL));
      g_assert_true (hw_joint_order_quick (shared, items, n, &quick, NULL));
      cost /= best.cycle;
      for (gsize i = 0; i < n; i++)
        {
          alone += sqrt (2.0 * items[i].order_cost * items[i].holding * items[i].rate);
          fixed += items[i].order_cost;
          held += items[i].holding * items[i].rate;
          cost += items[i].order_cost / (best.multiple[i] * best.cycle) + 0.5 * items[i].holding * best.quantity[i];
          g_assert_cmpfloat (best.multiple[i], ==, floor (best.multiple[i]));
          g_assert_cmpfloat_with_epsilon (best.quantity[i], items[i].rate * best.multiple[i] * best.cycle,
                                          1e-12 * best.quantity[i]);
        }

      g_assert_cmpfloat_with_epsilon (best.cost, cost, 1e-10 * cost);
      g_assert_cmpfloat (best.cost, >=, alone);
      g_assert_cmpfloat (best.cost, <=, sqrt (2.0 * fixed * held) * (1.0 + 1e-12));
      g_assert_cmpfloat (best.cost, <=, quick.cost * (1.0 + 1e-12));
      g_assert_cmpfloat (quick.cost, <=, 1.3 * best.cost);
    }
}

static void
test_refuses (void)
{
  const HwJointItem good = { 10.0, 1.0, 100.0 }, minus = { -10.0, 1.0, 100.0 }, idle = { 10.0, 1.0, 0.0 };
  const HwJointItem unknown = { 10.0, NAN, 100.0 }, free = { 0.0, 1.0, 100.0 };
  g_auto (HwJointOrder) order = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_joint_order_best (-1.0, &good, 1, &order, NULL));
  g_assert_false (hw_joint_order_best (NAN, &good, 1, &order, NULL));
  g_assert_false (hw_joint_order_best (0.0, &good, 1, &order, NULL));
  g_assert_false (hw_joint_order_best (5.0, &minus, 1, &order, NULL));
  g_assert_false (hw_joint_order_best (5.0, &idle, 1, &order, NULL));
  g_assert_false (hw_joint_order_best (5.0, &unknown, 1, &order, NULL));
  g_assert_false (hw_joint_order_quick (0.0, &free, 1, &order, NULL));
  g_assert_false (hw_joint_order_quick (5.0, NULL, 0, &order, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/joint-order/by-hand", test_by_hand);
  g_test_add_func ("/engine/joint-order/nothing-is-better", test_nothing_is_better);
  g_test_add_func ("/engine/joint-order/bounds", test_bounds);
  g_test_add_func ("/engine/joint-order/refuses", test_refuses);

  return g_test_run ();
}
