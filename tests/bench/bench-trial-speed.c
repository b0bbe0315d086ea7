/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-trial-speed: 9,999 falls of the coins of 120 pairs over 60 weeks and 10,000 draws of
 * the money that comes of it, the best of a few runs. Fails where that takes 0.3 s of
 * processor time or more, or where another run gives other numbers.
 */
#include "core/hw-rng.h"
#include "engine/money/hw-benefit.h"
#include "engine/trial/hw-item-trial.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PAIRS 120
#define WEEKS 60
#define LENGTH 8
#define LIMIT 0.3
#define RUNS 5

static void
run (const double *sales,
     const guint  *changed,
     const guint  *partner,
     HwItemTrial  *trial,
     HwBenefit    *benefit)
{
  const HwItemTrialInput input = { { sales, 2 * PAIRS, WEEKS }, changed, partner, PAIRS, WEEKS - LENGTH, 26, LENGTH, 9999, 5, 0.95 };
  HwBenefitInput money = { .effect_sd = 0.02, .years = 3, .rate = 0.1, .n_draws = 10000, .seed = 6 };

  if (!hw_item_trial_run (&input, NULL, trial, NULL))
    g_error ("no trial");

  money.effect = trial->share;
  money.parts[HW_BENEFIT_LOST] = (HwPert) { 0.1, 0.2, 0.3 };
  money.parts[HW_BENEFIT_VOLUME] = (HwPert) { 90000.0, 100000.0, 120000.0 };
  money.parts[HW_BENEFIT_MARGIN] = (HwPert) { 0.3, 0.35, 0.4 };
  money.parts[HW_BENEFIT_RUNNING] = (HwPert) { 500.0, 600.0, 800.0 };
  money.parts[HW_BENEFIT_HOURS] = (HwPert) { 0.5, 1.0, 2.0 };
  money.parts[HW_BENEFIT_WAGE] = (HwPert) { 15.0, 15.0, 15.0 };
  money.parts[HW_BENEFIT_SET_UP] = (HwPert) { 800.0, 1000.0, 1500.0 };
  if (!hw_benefit_run (&money, NULL, benefit, NULL))
    g_error ("no money");
}

int
main (void)
{
  static double sales[2 * PAIRS * WEEKS];
  guint changed[PAIRS], partner[PAIRS];
  double best = G_MAXDOUBLE;
  HwItemTrial first, trial;
  HwBenefit first_money, money;
  HwRng rng;

  hw_rng_init (&rng, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (sales); i++)
    sales[i] = hw_rng_poisson (&rng, 6.0);
  for (guint i = 0; i < PAIRS; i++)
    {
      changed[i] = 2 * i;
      partner[i] = 2 * i + 1;
    }

  memset (&first, 0, sizeof first);
  memset (&first_money, 0, sizeof first_money);
  run (sales, changed, partner, &first, &first_money);
  for (int k = 0; k < RUNS; k++)
    {
      const clock_t from = clock ();

      run (sales, changed, partner, &trial, &money);
      best = MIN (best, (double) (clock () - from) / CLOCKS_PER_SEC);
      if (trial.test.p != first.test.p || trial.low != first.low || trial.high != first.high || money.npv.low != first_money.npv.low ||
          money.pays != first_money.pays)
        g_error ("another run gave something else");
    }

  g_print ("9999 falls of %d pairs x %d weeks and 10000 draws of money: %.3f s (limit %.1f)\n", PAIRS, WEEKS, best, LIMIT);
  return best < LIMIT ? EXIT_SUCCESS : EXIT_FAILURE;
}
