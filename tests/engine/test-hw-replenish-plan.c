/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every plan keeps: packs, minimums, its own numbers, bits; and that it weighs price
 * breaks, seasons and shelf life. */
#include "engine/stock/hw-replenish-sim.h"

#include "hw-replenish-fixture.h"

/* Where nothing is left of an item that sells every week, putting its order off costs,
 * if what keeping it costs meanwhile is not more; and the more sales are worth, the more. */
static void
test_later (void)
{
  HwRng rng;
  int n = 0, costs = 0;

  hw_rng_init (&rng, 40);
  while (n < 40)
    {
      g_auto (HwReplenish) one = { 0 }, dear = { 0 };
      Item item;

      item_draw (&item, &rng, 64);
      item.input.on_hand = 0.0;
      if (item.mean > 2.0)
        {
          plan (&item.input, &one);
          if (item.input.shortage == HW_SHORTAGE_LOST) /* for a few who wait an order may be too dear */
            g_assert_cmpfloat (one.order_now, >, 0.0);
          costs += one.later > 0.0;
          item.input.penalty *= 4.0;
          plan (&item.input, &dear);
          g_assert_cmpfloat (dear.later, >, one.later);
          n++;
        }
      item_clear (&item);
    }

  g_assert_cmpint (costs, >=, 34);
}

static gboolean
is_multiple (double amount,
             double pack)
{
  return pack <= 0.0 || fabs (amount / pack - round (amount / pack)) < 1e-9;
}

/* What is ordered now is a whole number of packs; no order on any path is below the
 * minimum: a price that is one higher from the minimum on is paid for all that is sold. */
static void
test_packs_and_minimums_are_kept (void)
{
  HwRng rng;
  int ordered = 0;

  hw_rng_init (&rng, 41);
  for (int i = 0; i < 150; i++)
    {
      g_auto (HwReplenish) out = { 0 };
      HwReplenishBreak any = { 1e-6, 1.0 }, least = { 0.0, 1.0 };
      HwReplenishCost of_any, of_least;
      Item item;

      item_draw (&item, &rng, 32);
      item.input.on_hand = item.mean * 6.0 * hw_rng_unit (&rng);
      item.input.whole = FALSE;
      item.input.unit_cost = 0.0;
      plan (&item.input, &out);
      g_assert_true (out.order_now == 0.0 || out.order_now >= item.input.min_order);
      g_assert_true (is_multiple (out.order_now, item.input.pack));
      ordered += out.order_now > 0.0;

      least.quantity = MAX (item.input.min_order, item.input.pack);
      item.input.n_breaks = 1;
      item.input.breaks = &any;
      g_assert_true (hw_replenish_try (&item.input, out.reorder_point, out.order_up_to, &of_any, NULL));
      item.input.breaks = &least;
      if (least.quantity > 0.0)
        {
          g_assert_true (hw_replenish_try (&item.input, out.reorder_point, out.order_up_to, &of_least, NULL));
          assert_near (of_least.purchase, of_any.purchase, 1e-12);
        }
      item_clear (&item);
    }

  g_assert_cmpint (ordered, >, 20);
  g_assert_cmpint (ordered, <, 130);
}

/* A level below the other, whole where units are; a plan that costs what trying its
 * levels costs; the same bits again. */
static void
test_plans_are_sound (void)
{
  HwRng rng;

  hw_rng_init (&rng, 42);
  for (int i = 0; i < 60; i++)
    {
      g_auto (HwReplenish) out = { 0 }, again = { 0 };
      HwReplenishCost cost;
      Item item;

      item_draw (&item, &rng, 48);
      if (i % 2 == 0)
        item.input.promise = 0.9 + 0.09 * hw_rng_unit (&rng);
      plan (&item.input, &out);
      plan (&item.input, &again);
      g_assert_cmpuint (out.n_periods, ==, item.input.n_periods);
      for (gsize t = 0; t < out.n_periods; t++)
        {
          g_assert_true (isfinite (out.reorder_point[t]) && isfinite (out.order_up_to[t]));
          g_assert_cmpfloat (out.reorder_point[t], <, out.order_up_to[t]);
          g_assert_true (out.reorder_point[t] == floor (out.reorder_point[t]));
        }

      g_assert_true (hw_replenish_try (&item.input, out.reorder_point, out.order_up_to, &cost, NULL));
      g_assert_cmpmem (&cost, sizeof cost, &out.cost, sizeof out.cost);
      g_assert_cmpmem (out.reorder_point, out.n_periods * sizeof (double), again.reorder_point, again.n_periods * sizeof (double));
      g_assert_cmpmem (out.order_up_to, out.n_periods * sizeof (double), again.order_up_to, again.n_periods * sizeof (double));
      g_assert_cmpfloat (out.order_now, ==, again.order_now);
      g_assert_cmpfloat (out.later, ==, again.later);
      g_assert_cmpmem (&out.cost, sizeof out.cost, &again.cost, sizeof again.cost);
      item_clear (&item);
    }
}

/* A price break is taken where it saves more than keeping costs, else not. */
static void
test_break_is_weighed (void)
{
  HwRng rng;

  hw_rng_init (&rng, 43);
  for (int i = 0; i < 20; i++)
    {
      g_auto (HwReplenish) none = { 0 }, deep = { 0 }, shallow = { 0 };
      HwReplenishBreak price = { 0 };
      Item item;

      item_draw (&item, &rng, 48);
      item.input.unit_cost = 1000.0 * item.input.holding;
      item.input.on_hand = 0.0;
      plan (&item.input, &none);

      price.quantity = 8.0 * item.mean + 5.0;
      price.unit_cost = 0.5 * item.input.unit_cost;
      item.input.breaks = &price;
      item.input.n_breaks = 1;
      plan (&item.input, &deep);
      if (none.order_now > 0.0) /* some do not pay at all */
        g_assert_cmpfloat (deep.order_now, >=, price.quantity);
      g_assert_cmpfloat (deep.order_now, <, none.order_now + 2.0 * price.quantity); /* what nobody buys saves nothing */
      g_assert_cmpfloat (hw_replenish_money (&deep.cost), <=, hw_replenish_money (&none.cost));

      price.quantity = 500.0 * item.mean + 5.0;
      price.unit_cost = 0.9999 * item.input.unit_cost;
      plan (&item.input, &shallow);
      g_assert_cmpfloat (shallow.least, ==, 0.0);
      g_assert_cmpfloat (shallow.order_now, <, price.quantity);
      item_clear (&item);
    }
}

/* Levels go with the season: more is kept before the weeks that ask for more. */
static void
test_levels_follow_the_season (void)
{
  enum { N_PATHS = 64 };
  g_autofree double *paths = g_new (double, N_PATHS * ITEM_WEEKS);
  const double lead[] = { 0, 0, 0, 1 };
  const HwReplenishInput input = { .paths = paths, .n_paths = N_PATHS, .n_periods = ITEM_WEEKS, .lead = lead, .n_lead = 4,
                                   .review = 1, .holding = 0.1, .ordering = 5.0, .penalty = 5.0, .whole = TRUE,
                                   .on_hand = 40.0, .seed = 1 };
  g_auto (HwReplenish) out = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 54);
  for (int i = 0; i < N_PATHS; i++)
    for (int t = 0; t < ITEM_WEEKS; t++)
      paths[i * ITEM_WEEKS + t] = hw_rng_poisson (&rng, t >= 20 && t < 30 ? 40.0 : 8.0);
  plan (&input, &out);
  g_assert_cmpfloat (out.reorder_point[20], >, 3.0 * out.reorder_point[5]);
  g_assert_cmpfloat (out.reorder_point[18], >, 1.5 * out.reorder_point[5]);
  g_assert_cmpfloat (out.reorder_point[40], <, 0.5 * out.reorder_point[20]);
}

/* Goods that perish are ordered less at a time, and promising does not hide it. */
static void
test_perishing_goods (void)
{
  HwRng rng;

  hw_rng_init (&rng, 55);
  for (int i = 0; i < 20; i++)
    {
      g_auto (HwReplenish) keeps = { 0 }, perishes = { 0 };
      Item item;

      item_draw (&item, &rng, 64);
      item.input.min_order = item.input.pack = 0.0;
      item.input.ordering = 30.0 * item.input.holding * item.mean;
      item.input.on_hand = 0.0;
      plan (&item.input, &keeps);
      item.input.shelf = 2;
      item.input.waste = 20.0;
      plan (&item.input, &perishes);
      g_assert_cmpfloat (perishes.cost.on_hand, <=, keeps.cost.on_hand);
      g_assert_cmpfloat (hw_replenish_money (&perishes.cost), >=, hw_replenish_money (&keeps.cost));
      g_assert_cmpfloat (perishes.cost.waste, >=, 0.0);
      item_clear (&item);
    }
}

/* Five on the shelf, two a period, usual wait of one: with thirty on their way an order
 * is not needed where they come as usual, but is where they were named for period 20;
 * and about then no more is ordered for what they bring. */
static void
test_far_day_is_no_help_now (void)
{
  enum { N_PATHS = 8, N_PERIODS = 40 };
  double paths[N_PATHS * N_PERIODS];
  const double lead[] = { 0.0, 0.9, 0.1 };
  HwOnTheWay coming[] = { { .quantity = 30.0, .age = 0 } };
  const HwReplenishInput input = { .paths = paths, .n_paths = N_PATHS, .n_periods = N_PERIODS, .lead = lead, .n_lead = 3,
                                   .review = 1, .shortage = HW_SHORTAGE_LOST, .holding = 0.1, .ordering = 1.0,
                                   .penalty = 20.0, .whole = TRUE, .on_hand = 3.0, .coming = coming, .n_coming = 1 };
  g_auto (HwReplenish) soon = { 0 }, far = { 0 };

  for (int i = 0; i < N_PATHS * N_PERIODS; i++)
    paths[i] = 2.0;
  plan (&input, &soon);
  g_assert_cmpfloat (soon.order_now, ==, 0.0);
  g_assert_cmpint (soon.runs_out[1], >=, 16);

  coming[0].named = TRUE;
  coming[0].due = 20;
  plan (&input, &far);
  g_assert_cmpfloat (far.order_now, >, 0.0);
  g_assert_cmpint (far.runs_out[0], ==, 1);
  g_assert_cmpint (far.runs_out[2], ==, 1);
  g_assert_cmpfloat (far.cost.served, >, 0.97);
  assert_near (hw_replenish_position (&input), 3.0, 1e-12);
  assert_near (hw_replenish_joins (&input, 18), 30.0, 1e-12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replenish-plan/later", test_later);
  g_test_add_func ("/replenish-plan/packs-and-minimums-are-kept", test_packs_and_minimums_are_kept);
  g_test_add_func ("/replenish-plan/plans-are-sound", test_plans_are_sound);
  g_test_add_func ("/replenish-plan/break-is-weighed", test_break_is_weighed);
  g_test_add_func ("/replenish-plan/levels-follow-the-season", test_levels_follow_the_season);
  g_test_add_func ("/replenish-plan/perishing-goods", test_perishing_goods);
  g_test_add_func ("/replenish-plan/far-day-is-no-help-now", test_far_day_is_no_help_now);
  return g_test_run ();
}
