/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money/hw-ramp.h"

#include "core/hw-error.h"
#include "engine/money/hw-cash-flow.h"

#include <math.h>

#define MONTHS 24
#define SURE(x) { x, x, x }

static const double shares[MONTHS] = {
  0.0, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
};
static const double once[MONTHS + 1] = { 500, 100, 0, 150 };

/* 5 % of 240,000 with 40 % left of it, 20 % of that lost: 320 a month; it costs 12 and 2
 * hours a week at 15: 142 a month. */
static HwRampInput
plain (void)
{
  return (HwRampInput) {
    .base = {
      .effect = 0.05, .effect_sd = 0.02, .rate = 0.1, .n_draws = 4000, .seed = 9,
      .parts = {
        [HW_BENEFIT_LOST] = { 0.0, 0.2, 0.4 }, [HW_BENEFIT_VOLUME] = { 200000, 240000, 280000 },
        [HW_BENEFIT_MARGIN] = SURE (0.4), [HW_BENEFIT_RUNNING] = SURE (144), [HW_BENEFIT_HOURS] = { 1, 2, 3 },
        [HW_BENEFIT_WAGE] = SURE (15), [HW_BENEFIT_SET_UP] = { 0.9, 1.0, 1.5 },
      },
    },
    .share = shares, .out = once, .n_months = MONTHS,
  };
}

static void
test_by_hand (void)
{
  const HwRampInput input = plain ();
  g_auto (HwRamp) ramp = { 0 };
  g_autoptr (GError) error = NULL;
  double sum = 0.0;

  g_assert_true (hw_ramp_run (&input, NULL, &ramp, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ramp.n, ==, MONTHS + 1);
  g_assert_cmpfloat_with_epsilon (ramp.net[0], -500.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ramp.net[1], -100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ramp.net[2], 0.5 * 178.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ramp.net[3], 0.5 * 178.0 - 150.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ramp.net[4], 178.0, 1e-9);

  for (gsize t = 0; t < ramp.n; t++)
    sum += ramp.net[t] / pow (1.1, (double) t / 12.0);
  g_assert_cmpfloat_with_epsilon (ramp.npv, sum, 1e-6);
  g_assert_cmpfloat_with_epsilon (ramp.trough, 600.0, 1e-9);
  g_assert_cmpuint (ramp.trough_at, ==, 1);
  /* Out: 750; in: 89 twice, then 178 a month: 600 - 89 - 89 + 150 = 572 open after the third. */
  g_assert_cmpfloat_with_epsilon (ramp.payback, 3.0 + 572.0 / 178.0, 1e-9);

  /* At the rate found, the value is nothing. */
  g_assert_cmpfloat_with_epsilon (hw_cash_flow_npv (ramp.net, ramp.n, pow (1.0 + ramp.irr, 1.0 / 12.0) - 1.0), 0.0, 1e-6);
}

/* With the effect that it names the likeliest value is nothing, and above it more. */
static void
test_break_even (void)
{
  HwRampInput input = plain ();
  g_auto (HwRamp) ramp = { 0 }, at = { 0 };

  g_assert_true (hw_ramp_run (&input, NULL, &ramp, NULL));
  g_assert_cmpfloat (ramp.break_even, >, 0.0);
  g_assert_cmpfloat (ramp.break_even, <, 0.05);
  input.base.effect = ramp.break_even;
  g_assert_true (hw_ramp_run (&input, NULL, &at, NULL));
  g_assert_cmpfloat_with_epsilon (at.npv, 0.0, 1e-6);
}

/* What is known for sure has no range, and no part of it matters. */
static void
test_sure (void)
{
  HwRampInput input = plain ();
  g_auto (HwRamp) ramp = { 0 };

  input.base.effect_sd = 0.0;
  for (int p = 0; p < HW_BENEFIT_N; p++)
    input.base.parts[p].low = input.base.parts[p].high = input.base.parts[p].mode;

  g_assert_true (hw_ramp_run (&input, NULL, &ramp, NULL));
  g_assert_cmpfloat_with_epsilon (ramp.npvs.low, ramp.npv, 1e-6);
  g_assert_cmpfloat_with_epsilon (ramp.npvs.high, ramp.npv, 1e-6);
  g_assert_cmpfloat_with_epsilon (ramp.paybacks.middle, ramp.payback, 1e-6);
  g_assert_cmpfloat_with_epsilon (ramp.irrs.middle, ramp.irr, 1e-6);
  g_assert_cmpfloat_with_epsilon (ramp.high[MONTHS] - ramp.low[MONTHS], 0.0, 1e-6);
  /* 750 once, and 142 a month of which half runs in two months. */
  g_assert_cmpfloat_with_epsilon (ramp.cost.middle, 750.0 + 142.0, 1e-6);
  for (int p = 0; p < HW_BENEFIT_N; p++)
    g_assert_cmpfloat_with_epsilon (ramp.best[p], ramp.worst[p], 1e-6);
}

/* The mean of the draws is that of the parts, as they are drawn apart. */
static void
test_mean (void)
{
  HwRampInput input = plain ();
  g_auto (HwRamp) ramp = { 0 };
  const double lost = 0.2, volume = 240000.0, hours = 2.0;
  const double times = (0.9 + 4.0 + 1.5) / 6.0;
  const double month = (0.05 * (1.0 - lost) * volume * 0.4 - 144.0 - hours * 52.0 * 15.0) / 12.0;
  double sum = -500.0 * times;

  input.base.n_draws = 40000;
  g_assert_true (hw_ramp_run (&input, NULL, &ramp, NULL));
  for (gsize t = 1; t <= MONTHS; t++)
    sum += (shares[t - 1] * month - times * once[t]) / pow (1.1, (double) t / 12.0);
  g_assert_cmpfloat_with_epsilon (ramp.npvs.mean, sum, 0.02 * fabs (sum));
}

static void
test_order (void)
{
  HwRampInput input = plain ();
  g_auto (HwRamp) ramp = { 0 }, again = { 0 };

  g_assert_true (hw_ramp_run (&input, NULL, &ramp, NULL));
  g_assert_true (hw_ramp_run (&input, NULL, &again, NULL));
  for (gsize t = 0; t < ramp.n; t++)
    {
      g_assert_cmpfloat (ramp.low[t], <=, ramp.middle[t]);
      g_assert_cmpfloat (ramp.middle[t], <=, ramp.high[t]);
      g_assert_true (ramp.low[t] == again.low[t]);
      g_assert_cmpfloat (ramp.lo95[t], <=, ramp.lo80[t]);
      g_assert_cmpfloat (ramp.lo80[t], <=, ramp.hi80[t]);
      g_assert_cmpfloat (ramp.hi80[t], <=, ramp.hi95[t]);
    }
  g_assert_cmpfloat (ramp.cost.low, <=, ramp.cost_90);
  g_assert_cmpfloat (ramp.cost_90, <=, ramp.cost.high);
  g_assert_cmpfloat (ramp.best[HW_BENEFIT_EFFECT] - ramp.worst[HW_BENEFIT_EFFECT], >,
                     ramp.best[HW_BENEFIT_HOURS] - ramp.worst[HW_BENEFIT_HOURS]);
  g_assert_true (ramp.npvs.middle == again.npvs.middle);
}

/* Something that never pays says so, and has no rate. */
static void
test_never (void)
{
  HwRampInput input = plain ();
  g_auto (HwRamp) ramp = { 0 };

  input.base.effect = 0.0;
  input.base.effect_sd = 0.0;
  g_assert_true (hw_ramp_run (&input, NULL, &ramp, NULL));
  g_assert_true (isnan (ramp.payback));
  g_assert_true (isnan (ramp.irr));
  g_assert_true (isnan (ramp.irrs.middle));
  g_assert_cmpfloat (ramp.never, ==, 1.0);
  g_assert_cmpfloat (ramp.pays, ==, 0.0);
}

static void
test_refusals (void)
{
  for (int i = 0; i < 5; i++)
    {
      HwRampInput input = plain ();
      const double over[MONTHS] = { 1.5 }, below[MONTHS + 1] = { -1.0 };
      g_auto (HwRamp) ramp = { 0 };
      g_autoptr (GError) error = NULL;

      if (i == 0)
        input.share = over;
      else if (i == 1)
        input.out = below;
      else if (i == 2)
        input.base.effect = (double) NAN;
      else if (i == 3)
        input.base.parts[HW_BENEFIT_LOST].high = 2.0;
      else
        input.n_months = 0;

      g_assert_false (hw_ramp_run (&input, NULL, &ramp, &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/ramp/by-hand", test_by_hand);
  g_test_add_func ("/engine/ramp/break-even", test_break_even);
  g_test_add_func ("/engine/ramp/sure", test_sure);
  g_test_add_func ("/engine/ramp/mean", test_mean);
  g_test_add_func ("/engine/ramp/order", test_order);
  g_test_add_func ("/engine/ramp/never", test_never);
  g_test_add_func ("/engine/ramp/refusals", test_refusals);
  return g_test_run ();
}
