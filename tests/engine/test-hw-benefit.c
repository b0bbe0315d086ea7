/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "engine/money/hw-benefit.h"

#include <math.h>
#include <string.h>

#define KNOWN(x) { x, x, x }

static const HwBenefitInput usual = {
  .effect = 0.04, .effect_sd = 0.02,
  .parts = {
    [HW_BENEFIT_LOST] = { 0.1, 0.2, 0.3 }, [HW_BENEFIT_VOLUME] = { 180000.0, 200000.0, 230000.0 },
    [HW_BENEFIT_MARGIN] = KNOWN (0.5), [HW_BENEFIT_RUNNING] = KNOWN (600.0), [HW_BENEFIT_HOURS] = { 0.5, 1.0, 2.0 },
    [HW_BENEFIT_WAGE] = KNOWN (20.0), [HW_BENEFIT_SET_UP] = { 500.0, 1000.0, 2000.0 },
  },
  .years = 3, .rate = 0.05, .n_draws = 20000, .seed = 4,
};

/* Of a beta of shape 4: mean (low + 4 mode + high) / 6, between its ends, and its sd. */
static void
test_pert (void)
{
  const HwPert pert = { 2.0, 3.0, 8.0 };
  const double mean = hw_pert_mean (&pert);
  double sum = 0.0, squares = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 1);
  for (int i = 0; i < 200000; i++)
    {
      const double x = hw_pert_draw (&rng, &pert);

      g_assert_true (x >= 2.0 && x <= 8.0);
      sum += x;
      squares += (x - mean) * (x - mean);
    }

  g_assert_cmpfloat_with_epsilon (sum / 200000.0, mean, 0.01);
  g_assert_cmpfloat_with_epsilon (squares / 200000.0, (mean - 2.0) * (8.0 - mean) / 7.0, 0.02);
}

/* All known: arithmetic. */
static void
test_no_doubt (void)
{
  HwBenefitInput input = usual;
  HwBenefit result;

  input.effect_sd = 0.0;
  for (int p = 0; p < HW_BENEFIT_N; p++)
    input.parts[p].low = input.parts[p].high = input.parts[p].mode;

  g_assert_true (hw_benefit_run (&input, NULL, &result, NULL));
  /* 0.04 x 0.8 x 200,000 x 0.5 - 600 - 52 x 20 = 1560 a year before 1,000 once */
  g_assert_cmpfloat_with_epsilon (result.year.mean, 1560.0 - 1000.0 / 3.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (result.year.low, result.year.high, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.npv.middle, -1000.0 + 1560.0 / 1.05 + 1560.0 / 1.1025 + 1560.0 / 1.157625, 1e-6);
  g_assert_cmpfloat_with_epsilon (result.payback.middle, 1000.0 / 1560.0, 1e-9);
  g_assert_cmpfloat (result.pays, ==, 1.0);
  g_assert_cmpfloat (result.never, ==, 0.0);
  for (int p = 0; p < HW_BENEFIT_N; p++)
    g_assert_cmpfloat (result.matters[p], ==, 0.0);

  /* At the effect of breaking even a year brings nothing. */
  input.effect = result.break_even;
  g_assert_true (hw_benefit_run (&input, NULL, &result, NULL));
  g_assert_cmpfloat_with_epsilon (result.year.mean, 0.0, 1e-9);
}

/* Only the effect in doubt: the year is normal. */
static void
test_normal (void)
{
  HwBenefitInput input = usual;
  HwBenefit result;
  double sd;

  for (int p = 0; p < HW_BENEFIT_N; p++)
    input.parts[p].low = input.parts[p].high = input.parts[p].mode;
  sd = 0.02 * 0.8 * 200000.0 * 0.5;

  g_assert_true (hw_benefit_run (&input, NULL, &result, NULL));
  g_assert_cmpfloat_with_epsilon (result.year.mean, 1226.67, 0.03 * sd);
  g_assert_cmpfloat_with_epsilon (result.year.high - result.year.low, 2.0 * 1.6449 * sd, 0.05 * sd);
  g_assert_cmpfloat_with_epsilon (result.pays, 0.5 * erfc (-1226.67 / sd * M_SQRT1_2), 0.01);
  g_assert_cmpfloat_with_epsilon (result.matters[HW_BENEFIT_EFFECT], 1.0, 1e-12);
}

static void
test_same_bits (void)
{
  HwBenefitInput input = usual;
  HwBenefit a, b;

  memset (&a, 0, sizeof a);
  memset (&b, 0, sizeof b);
  g_assert_true (hw_benefit_run (&input, NULL, &a, NULL));
  g_assert_true (hw_benefit_run (&input, NULL, &b, NULL));
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
  input.seed++;
  g_assert_true (hw_benefit_run (&input, NULL, &b, NULL));
  g_assert_cmpfloat (a.year.mean, !=, b.year.mean);
  g_assert_cmpfloat (fabs (a.matters[HW_BENEFIT_EFFECT]), >, fabs (a.matters[HW_BENEFIT_HOURS]));
  g_assert_cmpfloat (a.matters[HW_BENEFIT_HOURS], <, 0.0);
}

static void
refuse (HwBenefitInput input)
{
  g_autoptr (GError) error = NULL;
  HwBenefit result;

  g_assert_false (hw_benefit_run (&input, NULL, &result, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

static void
test_refusals (void)
{
  HwBenefitInput input = usual;

  input.effect = NAN;
  refuse (input);
  input = usual;
  input.effect_sd = -1.0;
  refuse (input);
  input = usual;
  input.years = 0;
  refuse (input);
  input = usual;
  input.parts[HW_BENEFIT_LOST].high = 1.5;
  refuse (input);
  input = usual;
  input.parts[HW_BENEFIT_WAGE] = (HwPert) { 5.0, 4.0, 6.0 };
  refuse (input);
  input = usual;
  input.parts[HW_BENEFIT_HOURS].low = -1.0;
  refuse (input);
  input = usual;
  input.n_draws = 10;
  refuse (input);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/benefit/pert", test_pert);
  g_test_add_func ("/engine/benefit/no-doubt", test_no_doubt);
  g_test_add_func ("/engine/benefit/normal", test_normal);
  g_test_add_func ("/engine/benefit/same-bits", test_same_bits);
  g_test_add_func ("/engine/benefit/refusals", test_refusals);
  return g_test_run ();
}
