/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan is worth: against the exact best policy, bounds, promises on ways of
 * demand that it has not seen; and how it answers to costs and waiting times. */
#include "engine/stock/hw-order-up-to.h"
#include "engine/stock/hw-replenish-sim.h"

#include "hw-replenish-fixture.h"

#define LONG_PERIODS 200
#define LONG_PATHS   60

typedef struct
{
  HwReplenishInput input;
  HwLaw            law;
  double          *paths;    /* (owned) */
  double           lead[8];
  HwOrderUpTo      exact;
} Steady;

/* Poisson demand, a waiting time that is always the same, customers who wait: what
 * theory knows exactly. Begins where the exact policy is on average. */
static void
steady_draw (Steady *self,
             HwRng  *rng)
{
  const double mean = exp (0.2 + 2.5 * hw_rng_unit (rng));
  const int wait = (int) hw_rng_below (rng, 5);
  const HwStockCosts costs = { .holding = 1.0, .shortage = 4.0 + 20.0 * hw_rng_unit (rng),
                               .ordering = mean * (1.0 + 20.0 * hw_rng_unit (rng)) };

  *self = (Steady) { .law = hw_law_poisson (mean) };
  self->paths = draw_paths (&self->law, LONG_PATHS, LONG_PERIODS, rng);
  self->lead[wait] = 1.0;
  g_assert_true (hw_order_up_to_best (&self->law, wait, &costs, &self->exact, NULL));
  self->input = (HwReplenishInput) {
    .paths = self->paths, .n_paths = LONG_PATHS, .n_periods = LONG_PERIODS, .lead = self->lead, .n_lead = 8, .review = 1,
    .shortage = HW_SHORTAGE_WAITS, .holding = costs.holding, .ordering = costs.ordering, .penalty = costs.shortage,
    .whole = TRUE, .on_hand = MAX (self->exact.reorder_point + self->exact.order_up_to, 0) / 2, .seed = hw_rng_next (rng),
  };
}

static double
money_of_exact (const Steady           *steady,
                const HwReplenishInput *input)
{
  double s[LONG_PERIODS], S[LONG_PERIODS];
  HwReplenishCost cost;

  for (gsize t = 0; t < LONG_PERIODS; t++)
    {
      s[t] = steady->exact.reorder_point;
      S[t] = steady->exact.order_up_to;
    }

  g_assert_true (hw_replenish_try (input, s, S, &cost, NULL));
  return hw_replenish_money (&cost);
}

/* The simulator says of the exact policy what theory says of it; the plan costs at most
 * 2 % more than that policy on the very same ways; and on fresh ones hardly more, nor
 * less than the best there is, but for chance. */
static void
test_against_exact (void)
{
  enum { N = 40 };
  double simulated = 0.0, same = 0.0, fresh = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 50);
  for (int i = 0; i < N; i++)
    {
      g_auto (HwReplenish) out = { 0 };
      g_autofree double *others = NULL;
      HwReplenishCost cost;
      Steady steady;
      double exact;

      steady_draw (&steady, &rng);
      exact = money_of_exact (&steady, &steady.input);
      simulated += exact / steady.exact.cost / N;
      plan (&steady.input, &out);
      same += hw_replenish_money (&out.cost) / exact / N;
      g_assert_cmpfloat (hw_replenish_money (&out.cost), <, 1.05 * exact);

      others = draw_paths (&steady.law, LONG_PATHS, LONG_PERIODS, &rng);
      steady.input.paths = others;
      g_assert_true (hw_replenish_try (&steady.input, out.reorder_point, out.order_up_to, &cost, NULL));
      fresh += hw_replenish_money (&cost) / steady.exact.cost / N;
      g_assert_cmpfloat (hw_replenish_money (&cost), >, 0.95 * steady.exact.cost);
      g_free (steady.paths);
    }

  g_test_message ("of the exact cost: simulated %.4f, planned %.4f, on fresh ways %.4f", simulated, same, fresh);
  assert_near (simulated, 1.0, 0.015);
  g_assert_cmpfloat (same, <, 1.02);
  g_assert_cmpfloat (fresh, <, 1.025);
  g_assert_cmpfloat (fresh, >, 0.985);
}

/* With a demand that is always the same no plan can cost less than the square-root
 * formula says, nor a tenth more and half a period's demand kept. */
static void
test_square_root_bound (void)
{
  enum { N_PERIODS = 400 };
  const double lead[] = { 0, 0, 1 };
  double path[N_PERIODS];

  for (double rate = 1.0; rate < 30.0; rate += 3.0)
    for (double ordering = 10.0; ordering < 2000.0; ordering *= 5.0)
      {
        const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = N_PERIODS, .lead = lead, .n_lead = 3,
                                         .review = 1, .shortage = HW_SHORTAGE_WAITS, .holding = 1.0, .ordering = ordering,
                                         .penalty = 50.0, .whole = TRUE, .on_hand = 2.0 * rate };
        /* goods for k periods: k - 1, .., 1, 0 periods' demand is left */
        const double periods = MAX (sqrt (2.0 * ordering / rate), 1.0);
        const double least = ordering / periods + rate * MAX (periods - 1.0, 0.0) / 2.0;
        g_auto (HwReplenish) out = { 0 };

        for (int t = 0; t < N_PERIODS; t++)
          path[t] = rate;
        plan (&input, &out);
        g_assert_cmpfloat (hw_replenish_money (&out.cost), >, 0.9 * least); /* the last goods of 400 periods are not refilled */
        g_assert_cmpfloat (hw_replenish_money (&out.cost), <, 1.1 * least + 0.5 * rate);
      }
}

/* A mean of reorder points, or of levels, over an item's year. */
static double
mean_of (const double *levels)
{
  double mean = 0.0;

  for (int t = 0; t < ITEM_WEEKS; t++)
    mean += levels[t] / ITEM_WEEKS;

  return mean;
}

typedef void (*Change) (Item *item);

static void
dearer_shortage (Item *item)
{
  item->input.penalty *= 3.0;
}

static void
longer_wait (Item *item)
{
  for (int k = ITEM_LEADS - 1; k >= 2; k--)
    item->lead[k] = item->lead[k - 2];
  item->lead[0] = item->lead[1] = 0.0;
}

static void
higher_promise (Item *item)
{
  item->input.promise += 0.5 * (1.0 - item->input.promise);
}

/* The reorder point does not fall with @change, but for as little as trying can err,
 * and on the whole it rises. */
static void
check_rises (Change change,
             double promise)
{
  enum { N = 120 };
  int fell = 0, rose = 0;
  HwRng rng;

  hw_rng_init (&rng, 51);
  for (int i = 0; i < N; i++)
    {
      g_auto (HwReplenish) before = { 0 }, after = { 0 };
      Item item;
      double from, to;

      item_draw (&item, &rng, 96);
      item.input.promise = promise;
      if (promise > 0.0) /* else more would be kept where that is cheaper */
        item.input.penalty = 0.0;
      plan (&item.input, &before);
      change (&item);
      plan (&item.input, &after);
      from = mean_of (before.reorder_point);
      to = mean_of (after.reorder_point);
      fell += to < from - 0.05 * item.mean - 1.0;
      rose += to > from;
      item_clear (&item);
    }

  g_test_message ("%d of %d rose, %d fell", rose, N, fell);
  g_assert_cmpint (fell, <=, N / 20);
  g_assert_cmpint (rose, >=, N * 3 / 4);
}

static void
test_rises_with_what_shortage_costs (void)
{
  check_rises (dearer_shortage, 0.0);
}

static void
test_rises_with_waiting_time (void)
{
  check_rises (longer_wait, 0.0);
  check_rises (longer_wait, 0.95);
}

static void
test_rises_with_promise (void)
{
  check_rises (higher_promise, 0.90);
}

/* What was promised is kept on ways that the plan has not seen: on average within one
 * point, and for nearly all items less than a point below. */
static void
test_promise_is_kept (void)
{
  enum { N = 200, N_PATHS = 192, N_FRESH = 400 };
  double off = 0.0, below = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 52);
  for (int i = 0; i < N; i++)
    {
      g_auto (HwReplenish) out = { 0 };
      g_autofree double *fresh = NULL;
      HwReplenishCost cost;
      Item item;

      item_draw (&item, &rng, N_PATHS);
      item.input.promise = 0.9 + 0.09 * hw_rng_unit (&rng);
      item.input.penalty = 0.0;
      item.input.min_order = item.input.pack = 0.0; /* large orders keep more than was promised */
      plan (&item.input, &out);
      g_assert_cmpfloat (out.cost.served, >=, item.input.promise - 1e-9);

      fresh = draw_paths (&item.law, N_FRESH, ITEM_WEEKS, &rng);
      item.input.paths = fresh;
      item.input.n_paths = N_FRESH;
      item.input.seed++;
      g_assert_true (hw_replenish_try (&item.input, out.reorder_point, out.order_up_to, &cost, NULL));
      off += (cost.served - item.input.promise) / N;
      below += cost.served < item.input.promise - 0.01 ? 1.0 / N : 0.0;
      item_clear (&item);
    }

  g_test_message ("%.4f from the promise on average; %.1f %% of items a point below", off, 100.0 * below);
  g_assert_cmpfloat (fabs (off), <, 0.01);
  g_assert_cmpfloat (below, <, 0.1);
}

/* The promise costs least: with sales that are lost the plan for least cost serves so
 * many of them; promising that very share costs about as much. */
static void
test_promise_and_cost_agree (void)
{
  enum { N = 60 };
  double ratio = 0.0;
  int n = 0;
  HwRng rng;

  hw_rng_init (&rng, 53);
  for (int i = 0; i < N; i++)
    {
      g_auto (HwReplenish) cost = { 0 }, promise = { 0 };
      HwReplenishCost checked;
      Item item;

      item_draw (&item, &rng, 96);
      item.input.shortage = HW_SHORTAGE_LOST;
      item.input.penalty = 5.0;
      item.input.min_order = item.input.pack = 0.0;
      plan (&item.input, &cost);
      if (cost.cost.served > 0.8 && cost.cost.served < 0.995)
        {
          item.input.promise = cost.cost.served;
          plan (&item.input, &promise);
          item.input.promise = 0.0;
          g_assert_true (hw_replenish_try (&item.input, promise.reorder_point, promise.order_up_to, &checked, NULL));
          ratio += hw_replenish_money (&checked) / hw_replenish_money (&cost.cost);
          n++;
        }
      item_clear (&item);
    }

  g_test_message ("%d items: %.4f", n, ratio / n);
  g_assert_cmpint (n, >, N / 2);
  g_assert_cmpfloat (ratio / n, <, 1.05);
  g_assert_cmpfloat (ratio / n, >, 0.97);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replenish-policy/against-exact", test_against_exact);
  g_test_add_func ("/replenish-policy/square-root-bound", test_square_root_bound);
  g_test_add_func ("/replenish-policy/rises-with-what-shortage-costs", test_rises_with_what_shortage_costs);
  g_test_add_func ("/replenish-policy/rises-with-waiting-time", test_rises_with_waiting_time);
  g_test_add_func ("/replenish-policy/rises-with-promise", test_rises_with_promise);
  g_test_add_func ("/replenish-policy/promise-is-kept", test_promise_is_kept);
  g_test_add_func ("/replenish-policy/promise-and-cost-agree", test_promise_and_cost_agree);
  return g_test_run ();
}
