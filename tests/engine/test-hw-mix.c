/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-mix.h"

#include <math.h>

#define AHEAD 3

/* Two families by hand: one origin, three steps; the second period was not observed. */
static void
make_backtest (HwBacktest *b)
{
  static const double actual[AHEAD] = { 10, NAN, 14 };
  static const double first[AHEAD] = { 12, 12, 12 }, second[AHEAD] = { 9, 10, 20 };
  static const double sd_first[AHEAD] = { 1, 2, 3 }, sd_second[AHEAD] = { 3, 4, 5 };

  *b = (HwBacktest) { .plan = { .first = 20, .horizon = AHEAD, .step = 1, .origins = 1 }, .horizon = AHEAD };
  b->actual = g_memdup2 (actual, sizeof actual);
  b->runs[0].mean = g_memdup2 (first, sizeof first);
  b->runs[0].past_mean = g_memdup2 (first, sizeof first);
  b->runs[0].sd = g_memdup2 (sd_first, sizeof sd_first);
  b->runs[0].past_sd = g_memdup2 (sd_first, sizeof sd_first);
  b->runs[1].mean = g_memdup2 (second, sizeof second);
  b->runs[1].past_mean = g_memdup2 (second, sizeof second);
  b->runs[1].sd = g_memdup2 (sd_second, sizeof sd_second);
  b->runs[1].past_sd = g_memdup2 (sd_second, sizeof sd_second);
}

/* First: off by 2 and 2. Second: off by 1 and 6. What was not observed does not count. */
static void
test_losses_by_hand (void)
{
  g_auto (HwBacktest) b = { 0 };
  double loss[HW_FAMILIES];

  make_backtest (&b);
  hw_mix_losses (&b, FALSE, loss);
  g_assert_cmpfloat_with_epsilon (loss[0], 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (loss[1], 3.5, 1e-12);
  for (gsize i = 2; i < HW_FAMILIES; i++)
    g_assert_true (isnan (loss[i]));

  hw_mix_losses (&b, TRUE, loss);
  g_assert_cmpfloat_with_epsilon (loss[1], sqrt (37.0 / 2.0), 1e-12);

  b.actual[0] = b.actual[2] = NAN;
  hw_mix_losses (&b, FALSE, loss);
  g_assert_true (isnan (loss[0]));
}

static void
test_mixes_by_hand (void)
{
  g_auto (HwBacktest) b = { 0 };
  g_auto (HwMix) mix = { 0 };
  double weight[HW_FAMILIES] = { 0.75, 0.25 };

  make_backtest (&b);
  g_assert_true (hw_mix_take (&b, weight, &mix));
  g_assert_cmpfloat_with_epsilon (mix.mean[0], 0.75 * 12.0 + 0.25 * 9.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (mix.mean[2], 0.75 * 12.0 + 0.25 * 20.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (mix.past_mean[1], 0.75 * 12.0 + 0.25 * 10.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (mix.sd[1], 0.75 * 2.0 + 0.25 * 4.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (mix.past_sd[2], 0.75 * 3.0 + 0.25 * 5.0, 1e-12);
}

/* A family without a say takes its share with it; without anybody there is no mix. */
static void
test_only_who_says_something (void)
{
  g_auto (HwBacktest) b = { 0 };
  g_auto (HwMix) mix = { 0 };
  double weight[HW_FAMILIES] = { 0.2, 0.0, 0.8 };

  make_backtest (&b);
  g_assert_true (hw_mix_take (&b, weight, &mix));
  for (gsize h = 0; h < AHEAD; h++)
    g_assert_cmpfloat_with_epsilon (mix.mean[h], 12.0, 1e-12);

  weight[0] = 0.0;
  {
    HwMix none = { 0 };

    g_assert_false (hw_mix_take (&b, weight, &none));
    g_assert_null (none.mean);
  }
}

/* Never tested: there is a mix ahead, but none of the past. */
static void
test_untested (void)
{
  g_auto (HwBacktest) b = { 0 };
  g_auto (HwMix) mix = { 0 };
  const double weight[HW_FAMILIES] = { 1.0 };

  make_backtest (&b);
  b.plan.first = 0;
  for (gsize i = 0; i < 2; i++)
    {
      g_clear_pointer (&b.runs[i].past_mean, g_free);
      g_clear_pointer (&b.runs[i].past_sd, g_free);
    }
  g_assert_true (hw_mix_take (&b, weight, &mix));
  g_assert_cmpfloat (mix.mean[0], ==, 12.0);
  g_assert_null (mix.past_mean);
  g_assert_null (mix.past_sd);
}

/* By hand: 2, 4, 6, 8 have the mean 5; spread sqrt (20 / 3) around a known mean. */
static void
test_plain_mean (void)
{
  const double y[] = { 2, 4, 6, 8 }, same[] = { 3, 3 };
  g_auto (HwMix) mix = { 0 }, flat = { 0 };

  hw_mix_of_mean (y, 4, AHEAD, &mix);
  for (gsize h = 0; h < AHEAD; h++)
    {
      g_assert_cmpfloat_with_epsilon (mix.mean[h], 5.0, 1e-12);
      g_assert_cmpfloat_with_epsilon (mix.sd[h], sqrt (20.0 / 3.0 * 1.25), 1e-12);
    }
  g_assert_null (mix.past_mean);

  hw_mix_of_mean (same, 2, 1, &flat);
  g_assert_true (flat.sd[0] > 0.0 && flat.sd[0] < 1e-3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/mix/losses-by-hand", test_losses_by_hand);
  g_test_add_func ("/engine/mix/mixes-by-hand", test_mixes_by_hand);
  g_test_add_func ("/engine/mix/only-who-says-something", test_only_who_says_something);
  g_test_add_func ("/engine/mix/untested", test_untested);
  g_test_add_func ("/engine/mix/plain-mean", test_plain_mean);

  return g_test_run ();
}
