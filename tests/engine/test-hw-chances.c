/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-chances.h"
#include "engine/forecast/hw-levels.h"

#include <math.h>

#define AHEAD 4

/* A mix by hand, one origin: nothing known of how wide ranges have to be. */
typedef struct
{
  HwBacktest   backtest;
  HwMix        mix;
  HwConformal *conformal;
} Fixture;

static double *
repeat (double x,
        gsize  n)
{
  double *out = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    out[i] = x;

  return out;
}

static Fixture
make (double mean,
      double sd,
      double actual)
{
  return (Fixture) {
    .backtest = { .plan = { .first = 20, .horizon = AHEAD, .step = 1, .origins = 1 }, .horizon = AHEAD,
                  .actual = repeat (actual, AHEAD) },
    .mix = { .mean = repeat (mean, AHEAD), .sd = repeat (sd, AHEAD),
             .past_mean = repeat (mean, AHEAD), .past_sd = repeat (sd, AHEAD) },
    .conformal = hw_conformal_new (),
  };
}

static void
drop (Fixture *f)
{
  hw_backtest_clear (&f->backtest);
  hw_mix_clear (&f->mix);
  hw_conformal_free (f->conformal);
}

static void
test_off_by_hand (void)
{
  Fixture f = make (10.0, 2.0, 13.0);
  g_autofree double *off = hw_chances_off (&f.backtest, &f.mix);

  for (gsize h = 0; h < AHEAD; h++)
    g_assert_cmpfloat_with_epsilon (off[h], 1.5, 1e-12);
  g_clear_pointer (&f.mix.past_mean, g_free);
  g_assert_null (hw_chances_off (&f.backtest, &f.mix));
  drop (&f);
}

/* Far from 0: symmetric around the mean, as wide as told, whatever the sign may be. */
static void
test_far_from_zero (void)
{
  Fixture f = make (100.0, 5.0, 100.0);
  g_auto (HwChances) c = { 0 };
  const double *q;

  hw_conformal_settle (f.conformal);
  hw_chances_take (&f.backtest, &f.mix, f.conformal, 2.0, TRUE, &c);
  q = c.q[HW_CHANCES_MIX] + HW_LEVELS; /* one step on, the same */
  g_assert_cmpfloat_with_epsilon (q[HW_LEVEL_MEDIAN], 100.0, 1e-9);
  for (gsize tail = 0; tail < HW_CONFORMAL_TAILS; tail++)
    {
      g_assert_cmpfloat_with_epsilon (q[tail] + q[HW_LEVELS - 1 - tail], 200.0, 1e-9);
      g_assert_cmpfloat_with_epsilon (100.0 - q[tail], 10.0 * hw_conformal_width (f.conformal, 1, tail), 1e-9);
    }
  drop (&f);
}

/* Near 0: never below it where sales are, leaning to the right, rising, the mean kept
 * about; where values may be negative, symmetric. */
static void
test_near_zero (void)
{
  static const double sds[] = { 0.5, 1.0, 3.0, 100.0 };

  for (gsize i = 0; i < G_N_ELEMENTS (sds); i++)
    {
      Fixture f = make (1.0, sds[i], 1.0);
      g_auto (HwChances) sales = { 0 }, balance = { 0 };
      const double *q;

      hw_conformal_settle (f.conformal);
      hw_chances_take (&f.backtest, &f.mix, f.conformal, 1.0, TRUE, &sales);
      hw_chances_take (&f.backtest, &f.mix, f.conformal, 1.0, FALSE, &balance);

      q = sales.q[HW_CHANCES_MIX];
      for (gsize k = 0; k < HW_LEVELS; k++)
        {
          g_assert_true (isfinite (q[k]) && q[k] >= 0.0);
          g_assert_true (k == 0 || q[k] >= q[k - 1]);
        }
      g_assert_cmpfloat (q[HW_LEVEL_MEDIAN], <, 1.0);
      g_assert_cmpfloat (q[HW_LEVELS - 2] - q[HW_LEVEL_MEDIAN], >, q[HW_LEVEL_MEDIAN] - q[1]);
      g_assert_cmpfloat (q[HW_LEVELS - 2], >=, 1.0 + sds[i] * hw_conformal_width (f.conformal, 0, 1) - 1e-9);
      g_assert_true (sds[i] > 1.0 || fabs (hw_levels_mean (q) - 1.0) < 0.15);

      q = balance.q[HW_CHANCES_MIX];
      g_assert_cmpfloat_with_epsilon (q[0] + q[HW_LEVELS - 1], 2.0, 1e-9);
      drop (&f);
    }
}

/* The mix is judged by what came; a family without quantiles is not. */
static void
test_losses (void)
{
  Fixture f = make (10.0, 2.0, 10.0), g = make (10.0, 2.0, 16.0);
  g_auto (HwChances) a = { 0 }, b = { 0 };
  double near[HW_CHANCES_RIVALS], far[HW_CHANCES_RIVALS];

  hw_conformal_settle (f.conformal);
  hw_chances_take (&f.backtest, &f.mix, f.conformal, 1.0, TRUE, &a);
  hw_chances_take (&g.backtest, &g.mix, f.conformal, 1.0, TRUE, &b);
  hw_chances_losses (&f.backtest, &a, near);
  hw_chances_losses (&g.backtest, &b, far);

  g_assert_cmpfloat_with_epsilon (near[HW_CHANCES_MIX], hw_levels_pinball (a.past_q[HW_CHANCES_MIX], 10.0), 1e-12);
  g_assert_cmpfloat (near[HW_CHANCES_MIX], <, far[HW_CHANCES_MIX]);
  for (gsize r = 0; r < HW_FAMILIES; r++)
    g_assert_true (isnan (near[r]));
  drop (&f);
  drop (&g);
}

/* By hand: quantiles are averaged by weight; who has none takes its share with it. */
static void
test_joins (void)
{
  double low[HW_LEVELS], high[HW_LEVELS];
  double *q[HW_CHANCES_RIVALS] = { low, high };
  double weight[HW_CHANCES_RIVALS] = { 0.3, 0.1, 0.6 };
  g_autofree double *joint = NULL, *none = NULL;

  for (gsize k = 0; k < HW_LEVELS; k++)
    {
      low[k] = (double) k;
      high[k] = 40.0 + (double) k;
    }
  joint = hw_chances_join (q, weight, 1);
  for (gsize k = 0; k < HW_LEVELS; k++)
    g_assert_cmpfloat_with_epsilon (joint[k], 10.0 + (double) k, 1e-12);

  weight[0] = weight[1] = 0.0;
  none = hw_chances_join (q, weight, 1);
  g_assert_cmpfloat (none[3], ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/chances/off-by-hand", test_off_by_hand);
  g_test_add_func ("/engine/chances/far-from-zero", test_far_from_zero);
  g_test_add_func ("/engine/chances/near-zero", test_near_zero);
  g_test_add_func ("/engine/chances/losses", test_losses);
  g_test_add_func ("/engine/chances/joins", test_joins);

  return g_test_run ();
}
