/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "jobs/assess/hw-say-stake.h"

#include <math.h>

static void
add (HwStakes    *stakes,
     HwStakeKind  kind,
     double       year,
     double       low,
     double       high)
{
  HwStake *stake = hw_stake_new (kind);

  stake->state = HW_STAKE_OK;
  stake->year = year;
  stake->low = low;
  stake->high = high;
  g_ptr_array_add (stakes->stakes, stake);
  stakes->total += year;
}

static void
take_off (HwStakes *stakes,
          double    twice)
{
  stakes->twice = twice;
  stakes->total -= twice;
  stakes->low = 0.9 * stakes->total;
  stakes->high = 1.1 * stakes->total;
}

static void
test_worked_case (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "IE", "EUR");
  g_autoptr (HwStakes) stakes = hw_stakes_new (HW_DAY_NONE);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *total = NULL;
  g_autofree char *twice = NULL;
  HwStakesTold told;

  add (stakes, HW_STAKE_WASTE, 9962.0, 9755.0, 10049.0);       /* €9,960 */
  add (stakes, HW_STAKE_FORECAST, 3104.0, 2510.0, 3690.0);     /* €3,100 */
  add (stakes, HW_STAKE_LOST_SALES, 1213.0, 980.0, 1400.0);    /* €1,200 */
  take_off (stakes, 3104.0);

  told = hw_stakes_told (stakes, en);
  total = hw_say_stake_total (stakes, en, &from, &to);
  twice = hw_say_stakes_twice (stakes, en);
  g_assert_cmpfloat (told.total, ==, 11180.0);
  g_assert_cmpfloat (told.twice, ==, 3080.0);
  g_assert_cmpstr (total, ==, "€11,200");
  g_assert_cmpstr (twice, ==, "−€3,080");
  g_assert_cmpstr (from, ==, "€10,000");
  g_assert_cmpstr (to, ==, "€12,000");
}

/* The kinds as told, less what is told as counted twice, are the whole as told. */
static void
test_adds_up (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "IE", "EUR");
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (int round_ = 0; round_ < 500; round_++)
    {
      g_autoptr (HwStakes) stakes = hw_stakes_new (HW_DAY_NONE);
      const guint n = 1 + hw_rng_below (&rng, 6);
      HwStakesTold told;
      double sum = 0.0;

      for (guint i = 0; i < n; i++)
        {
          const double year = exp (9.0 * hw_rng_unit (&rng) + 1.0);
          const double low = year * (1.0 - hw_rng_unit (&rng)), high = year * (1.01 + hw_rng_unit (&rng));
          const double step = MAX (1.0, hw_format_money_step (en, year, low, high));

          add (stakes, (HwStakeKind) i, year, low, high);
          sum += round (year / step) * step;
        }

      take_off (stakes, hw_rng_below (&rng, 2) * hw_rng_unit (&rng) * stakes->total);
      told = hw_stakes_told (stakes, en);
      g_assert_cmpfloat (fabs (sum - told.twice - told.total), <, 1e-6);
      g_assert_cmpfloat (told.twice, >=, 0.0);
      g_assert_cmpfloat (fabs (told.total - stakes->total), <=, 0.06 * stakes->total + 6.0);
      g_assert_true (told.twice == 0.0 || stakes->twice >= 0.5);
    }
}

static void
test_one_kind (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "IE", "EUR");
  g_autofree char *range = hw_say_stake (3400.0, 2600.0, 4300.0, en);
  g_autofree char *narrow = hw_say_stake (10012.0, 9755.0, 10049.0, en);
  g_autofree char *none = hw_say_stake (3400.0, 3400.0, 3400.0, en);

  g_assert_cmpstr (range, ==, "about €3,400 a year, between €2,600 and €4,300");
  g_assert_cmpstr (narrow, ==, "about €10,010 a year, between €9,760 and €10,050");
  g_assert_cmpstr (none, ==, "about €3,400 a year");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/say-stake/worked-case", test_worked_case);
  g_test_add_func ("/jobs/say-stake/adds-up", test_adds_up);
  g_test_add_func ("/jobs/say-stake/one-kind", test_one_kind);

  return g_test_run ();
}
