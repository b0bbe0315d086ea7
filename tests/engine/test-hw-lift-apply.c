/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-lift-fixture.h"

/* Round trip and edges of dividing and multiplying. */
static void
test_take_out_and_put_in (void)
{
  const double y[] = { 4, 8, NAN, 6, 0, 5, 4, 8, 5, 6, 0, 5, 4, 8, 5, 6, 0, 5, 4, 8 };
  double factor[22], plain[20], mean[2] = { 3.0, 5.0 }, q[4] = { 1.0, 4.0, 2.0, 9.0 };
  double thinned;

  for (gsize t = 0; t < 22; t++)
    factor[t] = t == 5 ? 0.0 : t == 6 ? 0.1 : t % 2 == 1 ? 2.0 : 1.0;
  thinned = hw_lift_take_out (y, factor, 20, 2, plain);
  g_assert_cmpfloat (plain[0], ==, 4.0);
  g_assert_cmpfloat (plain[1], ==, 4.0);
  g_assert_true (isnan (plain[2]));
  g_assert_true (isnan (plain[5]));
  g_assert_true (isnan (plain[6]));
  g_assert_cmpfloat (plain[10], ==, 0.0);
  g_assert_cmpfloat_with_epsilon (thinned, (8.0 + 9.0 * 0.5) / 17.0, 1e-12);

  hw_lift_put_in (factor + 20, thinned, NULL, 2, 2, mean, q);
  g_assert_cmpfloat (mean[0], ==, 3.0);
  g_assert_cmpfloat (mean[1], ==, 10.0);
  g_assert_cmpfloat_with_epsilon (q[3], 18.0, 1e-12);

  for (gsize t = 0; t < 20; t++)
    factor[t] = 0.1;
  hw_lift_take_out (y, factor, 20, 2, plain);
  g_assert_cmpfloat_with_epsilon (plain[0], 40.0, 1e-12);
}

/* Worked case: single pieces. Of a mean of 4 lifted to 16, the range becomes twice as wide, not
 * four times; where nothing is counted, or the past was lifted as far, it is four times. */
static void
test_counts_scatter_less (void)
{
  const HwLiftScatter pieces = { 1.0, 0.0 }, kilos = { 0.0, 0.3 };
  const double factor = 4.0;
  double mean = 4.0, q[2] = { 2.0, 6.0 };

  hw_lift_put_in (&factor, 1.0, &pieces, 1, 2, &mean, q);
  g_assert_cmpfloat (mean, ==, 16.0);
  g_assert_cmpfloat_with_epsilon (q[0], 12.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (q[1], 20.0, 1e-12);

  mean = 4.0, q[0] = 2.0, q[1] = 6.0;
  hw_lift_put_in (&factor, 1.0, &kilos, 1, 2, &mean, q);
  g_assert_cmpfloat_with_epsilon (q[1], 24.0, 1e-12);

  mean = 4.0, q[0] = 2.0, q[1] = 6.0;
  hw_lift_put_in (&factor, 0.25, &pieces, 1, 2, &mean, q);
  g_assert_cmpfloat_with_epsilon (q[0], 8.0, 1e-12);
}

/* Property: small counts with an offer ahead: about 90 of 100 lie in the range so made. */
static void
test_range_of_small_counts (void)
{
  g_autofree Shop *shop = shop_new (20, 1, 7);
  g_autoptr (HwLift) lift = NULL;
  double factor[TOTAL], plain[N], within = 0.0, n = 0.0;
  const double effect = 1.2;
  HwRng rng;

  hw_rng_init (&rng, 8);
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
  for (gsize i = 0; i < 20; i++)
    {
      set_offers (shop->value[i][0], &rng, 50);
      sell (shop, i, &rng, 2.0, &effect);
      for (gsize t = N; t < TOTAL; t++)
        shop->value[i][0][t] = 1.0;
    }

  lift = hw_lift_new (&shop->input, NULL, NULL);
  for (gsize i = 0; i < 20; i++)
    {
      HwLiftScatter scatter;
      double thinned, mean = 2.0, q[2] = { 0.0, 5.0 };

      hw_lift_factor (lift, i, shop->pointers[i], factor);
      hw_lift_scatter (lift, i, &scatter);
      g_assert_cmpfloat (scatter.counts, ==, 1.0);
      g_assert_cmpfloat (scatter.own, >, 0.05);
      thinned = hw_lift_take_out (shop->y[i], factor, N, AHEAD, plain);
      hw_lift_put_in (factor + N, thinned, &scatter, 1, 2, &mean, q);
      for (int k = 0; k < 200; k++, n += 1.0)
        {
          const double sold = hw_rng_poisson (&rng, 2.0 * exp (effect) * hw_rng_gamma (&rng, 4.0) / 4.0);

          within += sold >= q[0] && sold <= q[1];
        }
    }

  g_test_message ("%.3f within", within / n);
  g_assert_cmpfloat (within / n, >, 0.85);
  g_assert_cmpfloat (within / n, <, 0.98);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lift-apply/take-out-and-put-in", test_take_out_and_put_in);
  g_test_add_func ("/lift-apply/counts-scatter-less", test_counts_scatter_less);
  g_test_add_func ("/lift-apply/range-of-small-counts", test_range_of_small_counts);

  return g_test_run ();
}
