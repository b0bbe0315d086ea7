/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a promise does to a plan: it is the least that is kept, and where it cannot be
 * kept that is told. */
#include "engine/stock/hw-replenish-sim.h"
#include "hw-replenish-fixture.h"

enum { N_PATHS = 400, N_PERIODS = 28 };

#define FRESH_MEAN 239.0

/* Rolls of the house: ready at once, made every day, gone by the evening. */
static HwReplenishInput
rolls (const double *paths,
       double        margin,
       double        promise)
{
  static const double at_once[] = { 1.0 };

  return (HwReplenishInput) {
    .paths = paths, .n_paths = N_PATHS, .n_periods = N_PERIODS, .lead = at_once, .n_lead = 1, .review = 1,
    .shortage = HW_SHORTAGE_LOST, .unit_cost = 0.15, .holding = 0.0001, .penalty = margin, .waste = 0.15, .shelf = 1,
    .promise = promise, .whole = TRUE, .seed = 5,
  };
}

static double
mean_level (const HwReplenish *out)
{
  double sum = 0.0;

  for (gsize t = 0; t < out->n_periods; t++)
    sum += out->order_up_to[t];

  return sum / (double) out->n_periods;
}

/* What is served is what it would be by the law, and what is made is what costs least,
 * more than is expected where a roll sold brings more than one thrown out costs. */
static void
test_fresh (void)
{
  const HwLaw law = hw_law_negative_from (FRESH_MEAN, 30.0);
  g_autofree double *paths = NULL;
  g_auto (HwReplenish) dear = { 0 }, promised = { 0 };
  HwReplenishInput input;
  HwRng rng;

  hw_rng_init (&rng, 61);
  paths = draw_paths (&law, N_PATHS, N_PERIODS, &rng);

  input = rolls (paths, 0.30, 0.90);
  plan (&input, &dear);
  g_assert_false (dear.missed);
  g_assert_cmpfloat (mean_level (&dear), >, FRESH_MEAN);
  assert_near (mean_level (&dear), hw_law_quantile (&law, 0.30 / 0.45), 0.02);
  assert_near (dear.cost.served, 1.0 - hw_law_loss (&law, mean_level (&dear)) / FRESH_MEAN, 0.003);

  /* What brings little is made for the promise alone, and just so. */
  input = rolls (paths, 0.01, 0.90);
  plan (&input, &promised);
  g_assert_cmpfloat (promised.cost.served, >=, 0.90);
  g_assert_cmpfloat (promised.cost.served, <, 0.905);
  assert_near (promised.cost.served, 1.0 - hw_law_loss (&law, mean_level (&promised)) / FRESH_MEAN, 0.003);
  g_assert_cmpfloat (mean_level (&promised), <, FRESH_MEAN);
}

/* Never below the promise; and never dearer, by more than trying can err, than what keeps
 * it at least cost without a thought of what missed sales cost. */
static void
test_promise_is_the_least (void)
{
  enum { N = 60 };
  double sum = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 62);
  for (int i = 0; i < N; i++)
    {
      g_auto (HwReplenish) least = { 0 }, alone = { 0 };
      HwReplenishInput thoughtless;
      HwReplenishCost checked;
      Item item;
      double ratio;

      item_draw (&item, &rng, 96);
      item.input.promise = 0.9;
      plan (&item.input, &least);
      g_assert_cmpfloat (least.cost.served, >=, 0.9);
      g_assert_false (least.missed);

      thoughtless = item.input;
      thoughtless.penalty = 0.0;
      plan (&thoughtless, &alone);
      g_assert_true (hw_replenish_try (&item.input, alone.reorder_point, alone.order_up_to, &checked, NULL));
      ratio = hw_replenish_money (&least.cost) / hw_replenish_money (&checked);
      g_assert_cmpfloat (ratio, <, 1.05);
      sum += ratio;
      item_clear (&item);
    }

  g_test_message ("%.3f of what the promise alone costs", sum / N);
  g_assert_cmpfloat (sum / N, <, 0.95);
}

/* The share served where each look orders up to @level, and nothing else is weighed. */
static double
served_up_to (const HwReplenishInput *input,
              double                  level)
{
  g_autofree double *point = g_new (double, input->n_periods);
  g_autofree double *up_to = g_new (double, input->n_periods);
  HwReplenishInput in = *input;
  HwReplenishCost cost;

  for (gsize t = 0; t < in.n_periods; t++)
    {
      point[t] = level - 1.0;
      up_to[t] = level;
    }

  g_assert_true (hw_replenish_try (&in, point, up_to, &cost, NULL));
  return cost.served;
}

/* Two days good, two to eight days of waiting: 99 of 100 is out of reach whatever is
 * ordered. The plan says so, and serves about as much as any level could; a promise that
 * can be kept is not said to be missed. */
static void
test_out_of_reach (void)
{
  const HwLaw law = hw_law_negative_from (10.0, 5.0);
  const double lead[] = { 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5 };
  g_autofree double *paths = NULL;
  g_auto (HwReplenish) out = { 0 }, modest = { 0 };
  HwReplenishInput input = {
    .n_paths = 96, .n_periods = 84, .lead = lead, .n_lead = G_N_ELEMENTS (lead), .review = 1, .shortage = HW_SHORTAGE_LOST,
    .unit_cost = 1.0, .holding = 0.001, .ordering = 1.0, .penalty = 0.5, .waste = 1.0, .shelf = 2, .promise = 0.99,
    .whole = TRUE, .seed = 7,
  };
  double most = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 63);
  paths = draw_paths (&law, input.n_paths, input.n_periods, &rng);
  input.paths = paths;
  plan (&input, &out);
  g_assert_true (out.missed);
  g_assert_cmpfloat (out.cost.served, <, 0.99);
  for (double level = 20.0; level <= 400.0; level += 10.0)
    most = MAX (most, served_up_to (&input, level));
  g_test_message ("%.4f served, %.4f by the best level", out.cost.served, most);
  g_assert_cmpfloat (out.cost.served, >, most - 0.02);

  input.promise = 0.5;
  plan (&input, &modest);
  g_assert_false (modest.missed);
  g_assert_cmpfloat (modest.cost.served, >=, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replenish-promise/fresh", test_fresh);
  g_test_add_func ("/replenish-promise/promise-is-the-least", test_promise_is_the_least);
  g_test_add_func ("/replenish-promise/out-of-reach", test_out_of_reach);
  return g_test_run ();
}
