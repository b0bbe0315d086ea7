/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases worked by hand, period by period, and what is refused. */
#include "engine/stock/hw-replenish-sim.h"

#include "hw-replenish-fixture.h"

/* Of one path with levels that stay the same. */
static HwReplenishCost
try_levels (const HwReplenishInput *input,
            double                  reorder_point,
            double                  order_up_to)
{
  g_autoptr (GError) error = NULL;
  g_autofree double *s = g_new (double, input->n_periods), *S = g_new (double, input->n_periods);
  HwReplenishCost cost = { 0 };

  for (gsize t = 0; t < input->n_periods; t++)
    {
      s[t] = reorder_point;
      S[t] = order_up_to;
    }

  g_assert_true (hw_replenish_try (input, s, S, &cost, &error));
  g_assert_no_error (error);
  return cost;
}

static const double two_periods[] = { 0, 0, 1 }, one_period[] = { 0, 1 }, at_once[] = { 1 };

/* Begins with 6; at 5 or below up to 10, here two periods later.
 *
 *   period   arrives  position  ordered  asked  sold  left
 *     0         -        6         -       3      3     3
 *     1         -        3         7       4      3     0
 *     2         -        7         -       5      0     0
 *     3         7        7         -       2      2     5
 *     4         -        5         5       6      5     0
 *     5         -        5         5       1      0     0
 */
static void
test_lost (void)
{
  const double path[] = { 3, 4, 5, 2, 6, 1 };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 6, .lead = two_periods, .n_lead = 3, .review = 1,
                                   .shortage = HW_SHORTAGE_LOST, .holding = 1.5, .ordering = 10.0, .penalty = 4.0,
                                   .whole = TRUE, .on_hand = 6.0 };
  const HwReplenishCost cost = try_levels (&input, 5.0, 10.0);

  assert_near (cost.holding, 1.5 * 8.0 / 6.0, 1e-12);
  assert_near (cost.ordering, 30.0 / 6.0, 1e-12);
  assert_near (cost.shortage, 4.0 * 8.0 / 6.0, 1e-12);
  assert_near (cost.on_hand, 8.0 / 6.0, 1e-12);
  assert_near (cost.served, 1.0 - 8.0 / 21.0, 1e-12);
  assert_near (cost.orders, 0.5, 1e-12);
  g_assert_cmpfloat (cost.waste, ==, 0.0);
  g_assert_cmpfloat (cost.purchase, ==, 0.0);
}

/* The same where customers wait.
 *
 *   period   arrives  position  ordered  asked  sold at once  left  wait
 *     0         -        6         -       3          3         3     0
 *     1         -        3         7       4          3         0     1
 *     2         -        6         -       5          0         0     6
 *     3         7        1         9       2          1         0     1
 *     4         -        8         -       6          0         0     7
 *     5         9        2         8       1          1         1     0
 */
static void
test_waits (void)
{
  const double path[] = { 3, 4, 5, 2, 6, 1 };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 6, .lead = two_periods, .n_lead = 3, .review = 1,
                                   .shortage = HW_SHORTAGE_WAITS, .holding = 1.5, .ordering = 10.0, .penalty = 4.0,
                                   .whole = TRUE, .on_hand = 6.0 };
  const HwReplenishCost cost = try_levels (&input, 5.0, 10.0);

  assert_near (cost.holding, 1.5 * 4.0 / 6.0, 1e-12);
  assert_near (cost.ordering, 30.0 / 6.0, 1e-12);
  assert_near (cost.shortage, 4.0 * 15.0 / 6.0, 1e-12);
  assert_near (cost.served, 1.0 - 13.0 / 21.0, 1e-12);
}

/* A look every other period, packs of six, four at least: 3 -> 5 wanted, 6 ordered;
 * 5 is enough; 1 -> 7 wanted, 12 ordered. Left: 1, 5, 3, 1, 0, 10; one sale missed. */
static void
test_packs_and_looks (void)
{
  const double path[] = { 2, 2, 2, 2, 2, 2 };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 6, .lead = one_period, .n_lead = 2, .review = 2,
                                   .shortage = HW_SHORTAGE_LOST, .holding = 0.5, .ordering = 1.0, .penalty = 3.0,
                                   .min_order = 4.0, .pack = 6.0, .whole = TRUE, .on_hand = 3.0 };
  const HwReplenishCost cost = try_levels (&input, 3.0, 8.0);

  assert_near (cost.holding, 0.5 * 20.0 / 6.0, 1e-12);
  assert_near (cost.orders, 2.0 / 6.0, 1e-12);
  assert_near (cost.shortage, 3.0 / 6.0, 1e-12);
}

/* Made here, ready before the period's demand: two are never missed. */
static void
test_at_once (void)
{
  const double path[] = { 2, 2, 2, 2 };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 4, .lead = at_once, .n_lead = 1, .review = 1,
                                   .shortage = HW_SHORTAGE_LOST, .holding = 1.0, .ordering = 1.0, .penalty = 3.0 };
  const HwReplenishCost cost = try_levels (&input, 1.0, 2.0);

  g_assert_cmpfloat (cost.served, ==, 1.0);
  g_assert_cmpfloat (cost.orders, ==, 1.0);
  g_assert_cmpfloat (cost.on_hand, ==, 0.0);
}

/* Goods keep two periods; of four there, half are in their last one. One sold and one
 * thrown out in each of the first two, then none is left; five come in period 3, of
 * which one is sold then, one in period 4, and three are thrown out after that. */
static void
test_shelf_life (void)
{
  const double path[] = { 1, 1, 1, 1, 1 };
  const double s[] = { -1, -1, 2, -1, -1 }, S[] = { 5, 5, 5, 5, 5 };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 5, .lead = one_period, .n_lead = 2, .review = 1,
                                   .shortage = HW_SHORTAGE_LOST, .holding = 1.0, .ordering = 1.0, .penalty = 3.0, .waste = 2.0,
                                   .shelf = 2, .whole = TRUE, .on_hand = 4.0 };
  HwReplenishCost cost;

  g_assert_true (hw_replenish_try (&input, s, S, &cost, NULL));
  assert_near (cost.waste, 2.0 * 5.0 / 5.0, 1e-12);
  assert_near (cost.on_hand, (2.0 + 0.0 + 0.0 + 4.0 + 0.0) / 5.0, 1e-12);
  assert_near (cost.shortage, 3.0 / 5.0, 1e-12);
  assert_near (cost.served, 0.8, 1e-12);
}

/* The oldest goods are sold first: three in the last period and three fresh ones
 * serve three each in two periods without waste. */
static void
test_oldest_first (void)
{
  const double path[] = { 3, 3 };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 2, .lead = one_period, .n_lead = 2, .review = 1,
                                   .holding = 1.0, .ordering = 1.0, .penalty = 3.0, .waste = 2.0, .shelf = 2, .on_hand = 6.0 };
  const HwReplenishCost cost = try_levels (&input, -1.0, 0.0);

  g_assert_cmpfloat (cost.waste, ==, 0.0);
  g_assert_cmpfloat (cost.served, ==, 1.0);
}

/* From ten on each unit costs 1.5 and not 2: an order of twelve saves six; that of the
 * last period nothing, for nothing of it is sold. */
static void
test_price_break (void)
{
  const double path[] = { 6, 6, 6, 6 };
  const HwReplenishBreak breaks[] = { { 10.0, 1.5 }, { 100.0, 1.0 } };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 4, .lead = one_period, .n_lead = 2, .review = 1,
                                   .holding = 1.0, .ordering = 1.0, .penalty = 3.0, .unit_cost = 2.0, .breaks = breaks,
                                   .n_breaks = 2, .on_hand = 12.0 };

  /* position 12, 6: orders 12; 12 left of 18 - 6; 6: orders 12 */
  assert_near (try_levels (&input, 6.0, 18.0).purchase, -6.0 / 4.0, 1e-12);
  g_assert_cmpfloat (try_levels (&input, 6.0, 12.0).purchase, ==, 0.0); /* six at a time save nothing */
}

/* Ordered one period ago with a waiting time of three: here in two. What is overdue may
 * take any part of its waiting time yet. */
static void
test_on_the_way (void)
{
  const double path[] = { 1, 1, 1, 1 };
  const double lead[] = { 0, 0, 0, 1 };
  HwOnTheWay coming[] = { { .quantity = 5.0, .age = 1 } };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 4, .lead = lead, .n_lead = 4, .review = 1,
                                   .holding = 1.0, .ordering = 1.0, .penalty = 1.0, .on_hand = 1.0, .coming = coming,
                                   .n_coming = 1 };

  /* left: 0, 0 with one missed, 4, 3 */
  assert_near (try_levels (&input, -1.0, 0.0).on_hand, 7.0 / 4.0, 1e-12);
  assert_near (try_levels (&input, -1.0, 0.0).served, 0.75, 1e-12);

  coming[0].age = 17; /* on the one path, the middle of 1, 2 and 3 */
  assert_near (try_levels (&input, -1.0, 0.0).on_hand, 7.0 / 4.0, 1e-12);
  coming[0].age = 0; /* left: 0, 0, 0, 4 */
  assert_near (try_levels (&input, -1.0, 0.0).on_hand, 4.0 / 4.0, 1e-12);
}

/* Of an order whose age nobody knows, each part of its waiting time may be left: with
 * three periods, one, two or three alike. */
static void
test_age_unknown (void)
{
  enum { N_PATHS = 3000 };
  g_autofree double *paths = g_new0 (double, N_PATHS * 4);
  const double lead[] = { 0, 0, 0, 1 };
  const HwOnTheWay coming[] = { { .quantity = 1.0, .age = -1 } };
  const HwReplenishInput input = { .paths = paths, .n_paths = N_PATHS, .n_periods = 4, .lead = lead, .n_lead = 4, .review = 1,
                                   .holding = 1.0, .ordering = 1.0, .penalty = 1.0, .coming = coming, .n_coming = 1 };

  /* there at the end of 3, 2 or 1 of four periods */
  assert_near (try_levels (&input, -1.0, 0.0).on_hand, 2.0 / 4.0, 0.03);
}

/* Waiting times fall as their chances say: of many orders of one unit a third is late. */
static void
test_waiting_times_fall (void)
{
  enum { N_PATHS = 300 };
  g_autofree double *paths = g_new0 (double, N_PATHS * 3);
  const double lead[] = { 0, 2.0 / 3.0, 1.0 / 3.0 }, s[] = { 0, -1, -1 }, S[] = { 1, 1, 1 };
  const HwReplenishInput input = { .paths = paths, .n_paths = N_PATHS, .n_periods = 3, .lead = lead, .n_lead = 3, .review = 1,
                                   .holding = 1.0, .ordering = 1.0, .penalty = 1.0 };
  HwReplenishCost cost;

  g_assert_true (hw_replenish_try (&input, s, S, &cost, NULL));
  assert_near (cost.on_hand * 3.0, 2.0 * 2.0 / 3.0 + 1.0 / 3.0, 1e-9);
}

static void
test_amount (void)
{
  HwReplenishInput input = { .min_order = 5.0, .pack = 4.0, .whole = TRUE };

  g_assert_cmpfloat (hw_replenish_amount (&input, 0.0, 0.0), ==, 0.0);
  g_assert_cmpfloat (hw_replenish_amount (&input, -3.0, 100.0), ==, 0.0);
  g_assert_cmpfloat (hw_replenish_amount (&input, 1.0, 0.0), ==, 8.0);
  g_assert_cmpfloat (hw_replenish_amount (&input, 8.0, 0.0), ==, 8.0);
  g_assert_cmpfloat (hw_replenish_amount (&input, 8.5, 0.0), ==, 12.0);
  g_assert_cmpfloat (hw_replenish_amount (&input, 8.0, 17.0), ==, 20.0);
  input.pack = 0.0;
  g_assert_cmpfloat (hw_replenish_amount (&input, 6.2, 0.0), ==, 7.0); /* whole units */
  input.whole = FALSE;
  g_assert_cmpfloat (hw_replenish_amount (&input, 6.2, 0.0), ==, 6.2);
  input.pack = 0.1; /* tenths are no exact numbers */
  assert_near (hw_replenish_amount (&input, 6.3, 0.0), 6.3, 1e-12);
}

/* Runs out when nothing more is ordered, counting what is on its way. */
static void
test_runs_out (void)
{
  enum { N_PATHS = 10, N_PERIODS = 12 };
  double paths[N_PATHS * N_PERIODS];
  const HwOnTheWay coming[] = { { .quantity = 5.0, .age = 0 } };
  HwReplenishInput input = { .paths = paths, .n_paths = N_PATHS, .n_periods = N_PERIODS, .lead = two_periods, .n_lead = 3,
                             .review = 1, .holding = 1.0, .ordering = 1.0, .penalty = 9.0, .whole = TRUE, .on_hand = 5.0 };
  g_auto (HwReplenish) alone = { 0 }, with = { 0 }, rich = { 0 };

  for (int i = 0; i < N_PATHS * N_PERIODS; i++)
    paths[i] = 1.0;
  plan (&input, &alone);
  g_assert_cmpint (alone.runs_out[0], ==, 5);
  g_assert_cmpint (alone.runs_out[1], ==, 5);
  g_assert_cmpint (alone.runs_out[2], ==, 5);

  input.coming = coming;
  input.n_coming = 1;
  plan (&input, &with);
  g_assert_cmpint (with.runs_out[1], ==, 10);

  input.on_hand = 50.0;
  plan (&input, &rich);
  g_assert_cmpint (rich.runs_out[0], ==, -1);
  g_assert_cmpfloat (rich.order_now, ==, 0.0);
  g_assert_cmpfloat (rich.later, ==, 0.0);
}

/* Each is refused by name, whichever door it comes in by, and nothing is written. */
static void
check_refused (const HwReplenishInput *input,
               const char             *what)
{
  const double levels[] = { 1, 1, 1 };
  HwReplenish out = { .n_periods = 77 };
  HwReplenishCost cost = { .served = 77.0 };

  assert_refused (hw_replenish_plan (input, &out, &error), HW_ENGINE_ERROR_BAD_VALUE, what);
  g_assert_cmpuint (out.n_periods, ==, 77);
  g_assert_null (out.reorder_point);
  assert_refused (hw_replenish_try (input, levels, levels, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, what);
  g_assert_cmpfloat (cost.served, ==, 77.0);
}

#define REFUSE(what, field, value)  \
  G_STMT_START                      \
  {                                 \
    HwReplenishInput bad = input;   \
                                    \
    bad.field = (value);            \
    check_refused (&bad, (what));   \
  }                                 \
  G_STMT_END

static void
test_refusals (void)
{
  const double path[] = { 1, 2, 3 }, below[] = { 1, -2, 3 }, odd[] = { 1, NAN, 3 }, endless[] = { 1, INFINITY, 3 };
  const double lead[] = { 0, 0.5, 0.5 }, half[] = { 0, 0.5, 0.1 }, negative[] = { 0, 1.5, -0.5 }, nothing[] = { 0, NAN, 1 };
  const HwReplenishBreak no_quantity[] = { { 0.0, 1.0 } }, no_price[] = { { 5.0, NAN } };
  const HwOnTheWay taken[] = { { .quantity = -1.0, .age = 2 } };
  double very_long[401] = { 0.0 };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 3, .lead = lead, .n_lead = 3, .review = 1,
                                   .unit_cost = 1.0, .holding = 1.0, .ordering = 1.0, .penalty = 1.0, .on_hand = 1.0 };
  HwReplenishInput both = input;
  g_auto (HwReplenish) good = { 0 };

  plan (&input, &good);
  very_long[400] = 1.0;

  REFUSE ("no paths", n_paths, 0);
  REFUSE ("no paths", n_periods, 0);
  REFUSE ("demand", paths, below);
  REFUSE ("demand", paths, odd);
  REFUSE ("demand", paths, endless);
  REFUSE ("no waiting time", n_lead, 0);
  REFUSE ("waiting time", lead, half);
  REFUSE ("waiting time", lead, negative);
  REFUSE ("waiting time", lead, nothing);
  both.lead = very_long;
  both.n_lead = 401;
  check_refused (&both, "more than a year");

  REFUSE ("unit cost", unit_cost, -1.0);
  REFUSE ("cost of keeping", holding, -0.1);
  REFUSE ("cost of keeping", holding, NAN);
  REFUSE ("cost of an order", ordering, -1.0);
  REFUSE ("cost of an order", ordering, INFINITY);
  REFUSE ("cost of being sold out", penalty, -1.0);
  REFUSE ("cost of being sold out", penalty, 0.0);
  REFUSE ("cost of waste", waste, NAN);
  REFUSE ("promise", promise, 1.0);
  REFUSE ("promise", promise, -0.5);
  REFUSE ("promise", promise, NAN);

  REFUSE ("looks", review, 0);
  REFUSE ("shelf life", shelf, -1);
  REFUSE ("stock", on_hand, -1.0);
  REFUSE ("stock", on_hand, NAN);
  REFUSE ("waiting customers", waiting, -1.0);
  REFUSE ("smallest order", min_order, NAN);
  REFUSE ("pack", pack, -6.0);

  both = input;
  both.n_breaks = both.n_coming = 1;
  both.coming = taken;
  both.breaks = (HwReplenishBreak[]){ { 5.0, 1.0 } };
  check_refused (&both, "open order");
  both.n_coming = 0;
  both.breaks = no_quantity;
  check_refused (&both, "quantity of a price break");
  both.breaks = no_price;
  check_refused (&both, "price of a price break");
}

static void
test_odd_levels (void)
{
  const double path[] = { 1, 2 }, lead[] = { 0, 1 }, good[] = { 1, 1 }, odd[] = { 1, NAN };
  const HwReplenishInput input = { .paths = path, .n_paths = 1, .n_periods = 2, .lead = lead, .n_lead = 2, .review = 1,
                                   .holding = 1.0, .ordering = 1.0, .penalty = 1.0 };
  HwReplenishCost cost;

  assert_refused (hw_replenish_try (&input, odd, good, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "levels");
  assert_refused (hw_replenish_try (&input, good, odd, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "levels");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replenish/lost", test_lost);
  g_test_add_func ("/replenish/waits", test_waits);
  g_test_add_func ("/replenish/packs-and-looks", test_packs_and_looks);
  g_test_add_func ("/replenish/at-once", test_at_once);
  g_test_add_func ("/replenish/shelf-life", test_shelf_life);
  g_test_add_func ("/replenish/oldest-first", test_oldest_first);
  g_test_add_func ("/replenish/price-break", test_price_break);
  g_test_add_func ("/replenish/on-the-way", test_on_the_way);
  g_test_add_func ("/replenish/age-unknown", test_age_unknown);
  g_test_add_func ("/replenish/waiting-times-fall", test_waiting_times_fall);
  g_test_add_func ("/replenish/amount", test_amount);
  g_test_add_func ("/replenish/runs-out", test_runs_out);
  g_test_add_func ("/replenish/refusals", test_refusals);
  g_test_add_func ("/replenish/odd-levels", test_odd_levels);
  return g_test_run ();
}
