/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-lot-plan.h"

#include <math.h>

#define PERIODS 9

/* Snyder and Shen, example 3.9: 90, 120, 80, 70 at 500 an order, 2 to hold a unit. */
static void
test_textbook (void)
{
  const double demand[] = { 90.0, 120.0, 80.0, 70.0 }, order[] = { 500.0, 500.0, 500.0, 500.0 };
  const double price[] = { 0.0, 0.0, 0.0, 0.0 }, holding[] = { 2.0, 2.0, 2.0, 2.0 };
  const HwLotPeriods periods = { 4, demand, order, price, holding };
  g_auto (HwLotPlan) plan = { 0 };

  g_assert_true (hw_lot_plan_best (&periods, &plan, NULL));
  g_assert_cmpfloat (plan.cost, ==, 1380.0);
  g_assert_cmpfloat (plan.quantity[0], ==, 210.0);
  g_assert_cmpfloat (plan.quantity[1], ==, 0.0);
  g_assert_cmpfloat (plan.quantity[2], ==, 150.0);
  g_assert_cmpuint (plan.next[0], ==, 2);
}

/* By hand: nothing is asked for until the last period; it is cheapest to order one
 * before and carry it, and an order for nothing costs nothing. */
static void
test_waits (void)
{
  const double demand[] = { 0.0, 0.0, 0.0, 5.0 }, order[] = { 30.0, 30.0, 10.0, 40.0 };
  const double price[] = { 1.0, 1.0, 1.0, 1.0 }, holding[] = { 2.0, 2.0, 2.0, 2.0 };
  const HwLotPeriods periods = { 4, demand, order, price, holding };
  g_auto (HwLotPlan) plan = { 0 };

  g_assert_true (hw_lot_plan_best (&periods, &plan, NULL));
  g_assert_cmpfloat (plan.cost, ==, 10.0 + 5.0 + 10.0);
  g_assert_cmpfloat (plan.quantity[0] + plan.quantity[1] + plan.quantity[3], ==, 0.0);
  g_assert_cmpfloat (plan.quantity[2], ==, 5.0);
}

typedef struct
{
  double       demand[PERIODS], order[PERIODS], price[PERIODS], holding[PERIODS];
  HwLotPeriods periods;
} Draw;

static void
draw (Draw  *d,
      HwRng *rng)
{
  const double size = exp (6.0 * hw_rng_unit (rng)), spread = hw_rng_unit (rng);

  for (int t = 0; t < PERIODS; t++)
    {
      d->demand[t] = hw_rng_unit (rng) < 0.3 ? 0.0 : floor (60.0 * hw_rng_unit (rng));
      d->order[t] = size * (1.0 + spread * hw_rng_unit (rng));
      d->price[t] = 20.0 * spread * hw_rng_unit (rng);
      d->holding[t] = 3.0 * hw_rng_unit (rng);
    }
  d->periods = (HwLotPeriods){ PERIODS, d->demand, d->order, d->price, d->holding };
}

/* The least cost if orders are placed in the periods of @set alone. */
static double
cost_of_set (const Draw *d,
             guint       set)
{
  double cost = 0.0;

  for (int t = 0; t < PERIODS; t++)
    {
      double unit = INFINITY;

      cost += (set >> t) & 1u ? d->order[t] : 0.0;
      for (int s = 0; s <= t; s++)
        {
          double carried = d->price[s];

          for (int k = s; k < t; k++)
            carried += d->holding[k];
          if ((set >> s) & 1u)
            unit = MIN (unit, carried);
        }
      cost += d->demand[t] > 0.0 ? unit * d->demand[t] : 0.0;
    }

  return cost;
}

/* Property: of all sets of order periods none costs less, and the plan costs what it
 * says and serves all demand in time. */
static void
test_nothing_is_better (void)
{
  HwRng rng;

  hw_rng_init (&rng, 16);
  for (int i = 0; i < 300; i++)
    {
      g_auto (HwLotPlan) plan = { 0 };
      double best = INFINITY, spent = 0.0, stock = 0.0;
      Draw d;

      draw (&d, &rng);
      g_assert_true (hw_lot_plan_best (&d.periods, &plan, NULL));
      for (guint set = 0; set < 1u << PERIODS; set++)
        best = MIN (best, cost_of_set (&d, set));
      g_assert_cmpfloat_with_epsilon (plan.cost, best, 1e-9 * best + 1e-9);

      for (int t = 0; t < PERIODS; t++)
        {
          spent += plan.quantity[t] > 0.0 ? d.order[t] + d.price[t] * plan.quantity[t] : 0.0;
          stock += plan.quantity[t] - d.demand[t];
          g_assert_cmpfloat (stock, >=, 0.0);
          spent += stock * d.holding[t];
        }
      g_assert_cmpfloat (stock, ==, 0.0);
      g_assert_cmpfloat_with_epsilon (spent, plan.cost, 1e-9 * best + 1e-9);
    }
}

/* Property: what is to come costs the same whichever way it is asked: the cost to go
 * of a period is the cost of a plan that begins there. */
static void
test_cost_to_go (void)
{
  HwRng rng;

  hw_rng_init (&rng, 17);
  for (int i = 0; i < 100; i++)
    {
      g_auto (HwLotPlan) plan = { 0 };
      Draw d;

      draw (&d, &rng);
      g_assert_true (hw_lot_plan_best (&d.periods, &plan, NULL));
      for (gsize t = 0; t < PERIODS; t++)
        {
          const HwLotPeriods rest = { PERIODS - t, d.demand + t, d.order + t, d.price + t, d.holding + t };
          g_auto (HwLotPlan) part = { 0 };

          g_assert_true (hw_lot_plan_best (&rest, &part, NULL));
          g_assert_cmpfloat_with_epsilon (part.cost, plan.to_go[t], 1e-10 * part.cost + 1e-12);
        }
      g_assert_cmpfloat (plan.to_go[PERIODS], ==, 0.0);
    }
}

static void
test_refuses (void)
{
  const double one[] = { 1.0 }, minus[] = { -1.0 }, unknown[] = { NAN };
  const HwLotPeriods bad[] = {
    { 0, one, one, one, one },     { 1, minus, one, one, one }, { 1, one, minus, one, one },
    { 1, one, one, unknown, one }, { 1, one, one, one, minus }, { 1, unknown, one, one, one },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (HwLotPlan) plan = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (hw_lot_plan_best (&bad[i], &plan, &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/lot-plan/textbook", test_textbook);
  g_test_add_func ("/engine/lot-plan/waits", test_waits);
  g_test_add_func ("/engine/lot-plan/nothing-is-better", test_nothing_is_better);
  g_test_add_func ("/engine/lot-plan/cost-to-go", test_cost_to_go);
  g_test_add_func ("/engine/lot-plan/refuses", test_refuses);

  return g_test_run ();
}
