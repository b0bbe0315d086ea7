/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is lost in a year, from arrays: worked cases and properties of each part. */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stake/hw-idle.h"
#include "engine/stake/hw-late.h"
#include "engine/stake/hw-missed.h"
#include "engine/stake/hw-rule-gain.h"
#include "engine/stake/hw-stake-range.h"
#include "engine/stake/hw-year-total.h"

#include <math.h>

#define DAYS 364

/* Table 26.10 of Abramowitz and Stegun. */
static void
test_student (void)
{
  static const struct { double freedom, p, t; } table[] = {
    { 3, 0.95, 2.353 }, { 5, 0.95, 2.015 }, { 15, 0.95, 1.753 }, { 15, 0.995, 2.947 }, { 30, 0.99, 2.457 }, { 3, 0.05, -2.353 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (hw_student_quantile (table[i].freedom, table[i].p), table[i].t, 0.01 * fabs (table[i].t));
}

/* 100 with a standard deviation of 25: log spread sqrt (log (1 + 1/16)) = 0.24622, so
 * 100 e^(-+1.6449 * 0.24622) = 66.70 .. 149.93. */
static void
test_range (void)
{
  HwStakeRange range, wide;

  hw_stake_range_of_loss (100.0, 25.0, 10.0, &range);
  g_assert_cmpfloat_with_epsilon (range.low, 66.70, 0.01);
  g_assert_cmpfloat_with_epsilon (range.high, 149.93, 0.01);
  g_assert_true (range.certain);

  hw_stake_range_of_loss (100.0, 60.0, 60.0, &wide);
  g_assert_cmpfloat (wide.low, <, range.low);
  g_assert_false (wide.certain);

  hw_stake_range_of_loss (0.0, 0.0, 0.0, &range);
  g_assert_cmpfloat (range.high, ==, 0.0);
  g_assert_false (range.certain);

  hw_stake_range_of_gain (10.0, 5.0, 15.0, 0.0, &range);
  g_assert_cmpfloat_with_epsilon (range.low, 10.0 - 1.753 * 5.0, 0.05);
  g_assert_false (range.certain);
}

static void
test_year_total (void)
{
  double amounts[DAYS];
  HwYearTotal whole, half;
  g_autoptr (GError) error = NULL;
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (int t = 0; t < DAYS; t++)
    amounts[t] = hw_rng_poisson (&rng, 4.0);

  g_assert_true (hw_year_total (amounts, DAYS, DAYS, &whole, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (whole.total, 4.0 * DAYS, 120.0);
  g_assert_cmpfloat (whole.sd, <=, 0.02 * whole.total + 1e-9);

  for (int t = 0; t < DAYS / 2; t++)
    amounts[t] = NAN;
  g_assert_true (hw_year_total (amounts, DAYS, DAYS, &half, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (half.n_days, ==, DAYS / 2);
  g_assert_cmpfloat_with_epsilon (half.total, whole.total, 3.0 * half.sd);
  g_assert_cmpfloat (half.sd, >, whole.sd);

  g_assert_false (hw_year_total (amounts + DAYS - 27, 27, DAYS, &half, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
  g_clear_error (&error);
  amounts[DAYS - 1] = INFINITY;
  g_assert_false (hw_year_total (amounts, DAYS, DAYS, &half, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

/* A shop that sells out on one day in ten, counted each evening. */
typedef struct
{
  double sold[DAYS], left[DAYS];
  guint8 counted[DAYS], sold_out[DAYS];
  double truth;
} Sold;

static void
sell (Sold    *self,
      guint64  seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  self->truth = 0.0;
  for (int t = 0; t < DAYS; t++)
    {
      const double asked = hw_rng_poisson (&rng, 10.0), there = t % 10 == 0 ? 6.0 : 25.0;

      self->sold[t] = MIN (asked, there);
      self->left[t] = there - self->sold[t];
      self->counted[t] = 1;
      self->sold_out[t] = self->left[t] <= 0.0;
      self->truth += asked - self->sold[t];
    }
}

static HwMissed
miss (const Sold *sold,
      double      brings,
      double      whole)
{
  const HwMissedTerms terms = { DAYS, 7, whole, DAYS, FALSE };
  const HwMissedProduct product = { sold->sold, sold->counted, sold->sold_out, sold->left, brings };
  HwMissed out;

  hw_missed_product (&terms, &product, NULL, &out);
  return out;
}

static void
test_missed (void)
{
  g_autofree Sold *sold = g_new (Sold, 1);
  HwMissed once, both, all;

  sell (sold, 5);
  once = miss (sold, 2.0, 1.0);
  g_assert_cmpfloat_with_epsilon (once.units, sold->truth, 0.15 * sold->truth);
  g_assert_cmpfloat_with_epsilon (once.money, 2.0 * once.units, 1e-9);
  g_assert_cmpfloat_with_epsilon (miss (sold, 4.0, 1.0).money, 2.0 * once.money, 1e-9);
  g_assert_cmpfloat_with_epsilon (miss (sold, 2.0, 2.0).money, 2.0 * once.money, 1e-9);
  g_assert_cmpfloat (miss (sold, 2.0, 2.0).sd / 2.0, >, once.sd);

  /* Two products err apart, what they share together. */
  hw_missed_all ((HwMissed[]) { once, once }, 2, &both);
  hw_missed_all (&once, 1, &all);
  g_assert_cmpfloat_with_epsilon (both.money, 2.0 * all.money, 1e-9);
  g_assert_cmpfloat (both.sd, >, all.sd);
  g_assert_cmpfloat (both.sd, <, 2.0 * all.sd);

  /* Half of the days counted: the others went like these, and less is sure. */
  for (int t = 0; t < DAYS; t++)
    if (t / 7 % 2 == 0)
      sold->counted[t] = sold->sold_out[t] = 0;
  both = miss (sold, 2.0, 1.0);
  g_assert_cmpfloat_with_epsilon (both.money, 2.0 * sold->truth, 0.3 * 2.0 * sold->truth);
  g_assert_cmpfloat (both.sd, >, once.sd);
}

static void
test_idle (void)
{
  const HwIdleProduct sure[] = { { 100.0, 1.0 }, { 50.0, 1.0 } }, unsure[] = { { 100.0, 0.5 }, { 50.0, 1.0 } };
  HwIdle a, b;

  /* Every other day for half a year, then nothing for as long: it is dead. Once in two
   * months: it may yet sell. */
  g_assert_cmpfloat (hw_idle_chance (180.0, 90.0, 180.0), >, 0.999);
  g_assert_cmpfloat (hw_idle_chance (180.0, 3.0, 180.0), <, 0.9);
  g_assert_cmpfloat (hw_idle_chance (180.0, 3.0, 180.0), >, 0.5);
  g_assert_cmpfloat (hw_idle_chance (180.0, 3.0, 360.0), >, hw_idle_chance (180.0, 3.0, 180.0));
  g_assert_cmpfloat (hw_idle_chance (0.0, 1.0, 0.0), ==, 0.5);

  hw_idle_cost (sure, 2, 0.25, 0.0, &a);
  hw_idle_cost (unsure, 2, 0.25, 0.2, &b);
  g_assert_cmpfloat_with_epsilon (a.stands, 150.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.year, 37.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.stands, 100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.stands_sd, sqrt ((0.25 + 0.0025 * 0.5) * 1e4 + 0.0025 * 2500.0), 1e-9);
  g_assert_cmpfloat (b.year_sd, >, 0.25 * b.stands_sd);
}

/* Delays 0, 2 and 4: mean 2, sd 2. With a wait of 4 days, 10 a day and sd 3:
 * 1.645 (sqrt (36 + 400) - 6) + 20 = 44.48. */
static void
test_late (void)
{
  HwLate late = { 0 }, noise[2] = { { 0 } };

  hw_late_add (&late, 0.0);
  hw_late_add (&late, 2.0);
  hw_late_add (&late, 4.0);
  g_assert_cmpfloat_with_epsilon (late.mean, 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (late.sd, 2.0, 1e-12);
  g_assert_cmpfloat (late.late, ==, 2.0);
  g_assert_cmpfloat_with_epsilon (hw_late_extra (&late, 0.95, 10.0, 3.0, 4.0), 44.48, 0.01);

  for (int i = 0; i < 40; i++)
    {
      hw_late_add (&noise[i % 2], i % 4 < 2 ? 1.0 : -1.0);
      hw_late_add (&late, 1.0 + i % 3);
    }
  g_assert_false (hw_late_is_sure (noise, 2, 9.0));
  g_assert_true (hw_late_is_sure (&late, 1, 9.0));
}

/* Weeks 1, 2, 3, ...: the last week misses by exactly 7 each time, so its amount is its
 * figure and 7, which is right. */
static void
test_rule_stock (void)
{
  double y[140];
  const HwRuleCase rule = { y, G_N_ELEMENTS (y), 112, 7, 1.0, 3.0 };

  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    y[t] = (double) t;

  g_assert_cmpfloat_with_epsilon (hw_rule_stock (&rule, HW_RULE_LAST_WEEK, 0), 112.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_rule_stock (&rule, HW_RULE_LAST_WEEK, 8), 120.0, 1e-9);
  g_assert_true (isnan (hw_rule_stock (&(HwRuleCase) { y, 140, 15, 7, 1.0, 3.0 }, HW_RULE_AVERAGE, 0)));
}

/* Swings that the last week knows nothing of, and a rule that is always right. */
static void
test_rule_gain (void)
{
  double bad[16], good[16], level[16];
  HwRuleGain gain;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 16; i++)
    {
      bad[i] = 10.0 + i % 3;
      good[i] = 5.0 + i % 2;
      level[i] = good[i];
    }

  g_assert_true (hw_rule_gain (&(HwRuleWeeks) { bad, bad, bad, good }, 16, 52.0, 1.0, &gain, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (gain.range.mid, 52.0 * (10.9375 - 5.5), 1e-9);
  g_assert_true (gain.range.certain);

  /* As good as the plain average: nothing to find. */
  g_assert_true (hw_rule_gain (&(HwRuleWeeks) { bad, bad, level, good }, 16, 52.0, 1.0, &gain, &error));
  g_assert_false (gain.range.certain);

  g_assert_false (hw_rule_gain (&(HwRuleWeeks) { bad, bad, level, good }, 7, 52.0, 1.0, &gain, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
}

/* Noise on a level with a busy day: the forecast knows both, last week brings its noise along. */
static void
test_rule_try (void)
{
  double y[280], last_week[4] = { 0 }, average[4] = { 0 }, all[4] = { 0 }, forecast[4] = { 0 };
  const HwRuleCase rule = { y, G_N_ELEMENTS (y), 252, 7, 1.0, 4.0 };
  g_autoptr (GError) error = NULL;
  gsize n;
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    y[t] = 40.0 + (t % 7 == 5 ? 20.0 : 0.0) + 4.0 * hw_rng_normal (&rng);

  g_assert_true (hw_rule_try (&rule, 4, &(HwRuleWeeks) { last_week, average, all, forecast }, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 28);
  for (int w = 0; w < 4; w++)
    g_assert_cmpfloat (forecast[w], >, 0.0);
  g_assert_cmpfloat (forecast[0] + forecast[1] + forecast[2] + forecast[3], <, last_week[0] + last_week[1] + last_week[2] + last_week[3]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/stake/student", test_student);
  g_test_add_func ("/engine/stake/range", test_range);
  g_test_add_func ("/engine/stake/year-total", test_year_total);
  g_test_add_func ("/engine/stake/missed", test_missed);
  g_test_add_func ("/engine/stake/idle", test_idle);
  g_test_add_func ("/engine/stake/late", test_late);
  g_test_add_func ("/engine/stake/rule-stock", test_rule_stock);
  g_test_add_func ("/engine/stake/rule-gain", test_rule_gain);
  g_test_add_func ("/engine/stake/rule-try", test_rule_try);
  return g_test_run ();
}
