/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trials in which lots were drawn. */
#include "bench-trial.h"

#include "engine/trial/hw-item-trial.h"
#include "engine/trial/hw-pairing.h"
#include "engine/trial/hw-switchback.h"
#include "engine/trial/hw-two-groups.h"

#include <math.h>

#define ALPHA 0.05
#define LEVEL 0.95
#define POWER 0.8
#define DRAWS 999
#define TRIES 120
#define TRY_DRAWS 399
#define BEFORE 26
#define LENGTH 8

static double
sum_log (const ShopItems *items,
         const HwPairing *pairs,
         gsize            t)
{
  double sum = 0.0;

  for (gsize i = 0; i < pairs->n_pairs; i++)
    sum += items->sales[pairs->changed[i] * items->n_weeks + t];

  return log (sum + 0.5);
}

gboolean
trial_items (HwRng          *rng,
             const ShopKind *kind,
             TrialOutcome   *fair,
             TrialOutcome   *naive)
{
  static ShopItems items, past;
  const gsize n_items = 40 + hw_rng_below (rng, 61), n_weeks = 78 + LENGTH, start = n_weeks - LENGTH;
  g_autofree double *was = g_new (double, n_items);
  g_auto (HwPairing) pairs = { 0 };
  double weeks[SHOP_ITEM_WEEKS], share;

  shop_items (rng, kind, n_items, n_weeks, &items);
  for (gsize i = 0; i < n_items; i++)
    for (gsize t = 0; t < start; t++)
      past.sales[i * start + t] = items.sales[i * n_weeks + t];

  if (!hw_item_trial_smallest (&(HwItemTrialPast) { { past.sales, n_items, start }, BEFORE, LENGTH, TRUE, TRIES, TRY_DRAWS, POWER, hw_rng_next (rng) },
                               NULL, &share, NULL))
    return FALSE;

  for (gsize i = 0; i < n_items; i++)
    was[i] = hw_item_trial_rate (&(HwItemSales) { past.sales, n_items, start }, i, start - BEFORE, BEFORE);
  if (!hw_pairing_run (&(HwPairingInput) { was, n_items, 1, hw_rng_next (rng) }, &pairs))
    return FALSE;

  for (gsize t = 0; t < n_weeks; t++)
    weeks[t] = sum_log (&items, &pairs, t);
  trial_naive (weeks + start - BEFORE, BEFORE, weeks + start, LENGTH, log1p (share), naive);

  for (int happened = 0; happened < 2; happened++)
    {
      HwItemTrial r;

      for (gsize i = 0; happened && i < pairs.n_pairs; i++)
        for (gsize t = start; t < n_weeks; t++)
          items.sales[pairs.changed[i] * n_weeks + t] += hw_rng_poisson (rng, share * items.rate[pairs.changed[i] * n_weeks + t]);

      if (!hw_item_trial_run (&(HwItemTrialInput) { { items.sales, n_items, n_weeks }, pairs.changed, pairs.partner, pairs.n_pairs, start,
                                                    BEFORE, LENGTH, DRAWS, hw_rng_next (rng), LEVEL },
                              NULL, &r, NULL))
        return FALSE;

      trial_note (r.test.p, r.low, r.high, share, happened, fair);
      fair->attainable = hw_sign_flip_holds (r.n_pairs, ALPHA);
    }

  return TRUE;
}

#define BLOCKS_LEAST 8
#define BLOCKS_MOST 12
#define PAST 104

gboolean
trial_switchback (HwRng          *rng,
                  const ShopKind *kind,
                  TrialOutcome   *fair,
                  TrialOutcome   *naive)
{
  const gsize n_open = BLOCKS_LEAST + hw_rng_below (rng, BLOCKS_MOST - BLOCKS_LEAST + 1), n = PAST + 2 * 2 * BLOCKS_MOST;
  double y[PAST + 2 * 2 * BLOCKS_MOST], effect;
  guint8 closed[PAST + 2 * 2 * BLOCKS_MOST], first_on[2 * BLOCKS_MOST];
  gsize n_blocks = 0;

  shop_noise (rng, kind->rho, y, n);
  shop_close (rng, closed, n);
  for (gsize t = 0; t < n; t++)
    y[t] = closed[t] ? (double) NAN : shop_season (kind, t) + kind->spread * y[t];

  if (!hw_switchback_smallest (&(HwSwitchbackPast) { y, PAST, n_open, TRIES, TRY_DRAWS, POWER, hw_rng_next (rng) }, NULL, &effect, NULL))
    return FALSE;

  /* It goes on until so many blocks were open. */
  for (gsize open = 0; open < n_open && n_blocks < 2 * BLOCKS_MOST; n_blocks++)
    open += !closed[PAST + 2 * n_blocks] && !closed[PAST + 2 * n_blocks + 1];

  trial_naive (y + PAST - BEFORE, BEFORE, y + PAST, 2 * n_blocks, effect, naive);
  hw_switchback_toss (hw_rng_next (rng), first_on, n_blocks);
  for (int happened = 0; happened < 2; happened++)
    {
      HwSwitchback r;

      for (gsize i = 0; happened && i < n_blocks; i++)
        y[PAST + 2 * i + (first_on[i] ? 0 : 1)] += effect;

      if (!hw_switchback_run (&(HwSwitchbackInput) { y, PAST, n_blocks, first_on, DRAWS, hw_rng_next (rng), LEVEL }, NULL, &r, NULL))
        return FALSE;

      trial_note (r.test.p, r.test.low, r.test.high, effect, happened, fair);
      fair->attainable = hw_sign_flip_holds (r.n_blocks, ALPHA);
    }

  return TRUE;
}

#define SITES_MOST 14

static void
draw_sites (HwRng          *rng,
            const ShopKind *kind,
            gsize           n_sites,
            double         *y)
{
  const gsize n = PAST + LENGTH;
  double market[PAST + LENGTH];

  shop_noise (rng, kind->rho, market, n);
  for (gsize i = 0; i < n_sites; i++)
    {
      const double spread = kind->spread * (0.7 + 0.6 * hw_rng_unit (rng));
      guint8 closed[PAST + LENGTH];

      shop_noise (rng, kind->rho, y + i * n, n);
      shop_close (rng, closed, n);
      for (gsize t = 0; t < n; t++)
        y[i * n + t] = closed[t] ? (double) NAN : shop_season (kind, t) + 0.7 * kind->spread * market[t] + 0.7 * spread * y[i * n + t];
    }
}

gboolean
trial_sites (HwRng          *rng,
             const ShopKind *kind,
             TrialOutcome   *fair,
             TrialOutcome   *naive)
{
  const gsize each = 5 + hw_rng_below (rng, 3), n_sites = 2 * each, n = PAST + LENGTH, n_windows = (PAST - BEFORE - LENGTH) / 2 + 1;
  double y[SITES_MOST * (PAST + LENGTH)], weeks[PAST + LENGTH] = { 0 }, change[SITES_MOST], effect;
  g_autofree double *windows = g_new (double, n_windows * n_sites);
  guint8 chosen[SITES_MOST];
  gsize left = each;

  draw_sites (rng, kind, n_sites, y);
  for (gsize w = 0; w < n_windows; w++)
    for (gsize i = 0; i < n_sites; i++)
      windows[w * n_sites + i] = hw_two_groups_change (y + i * n, BEFORE + 2 * w, BEFORE, LENGTH);

  if (!hw_two_groups_smallest (&(HwTwoGroupsPast) { HW_EFFECT_AMOUNT, windows, NULL, n_sites, n_windows, each, TRIES, TRY_DRAWS, POWER, hw_rng_next (rng) }, NULL,
                               &effect, NULL))
    return FALSE;

  for (gsize i = 0; i < n_sites; i++)
    {
      chosen[i] = hw_rng_below (rng, (guint32) (n_sites - i)) < left;
      left -= chosen[i];
      change[i] = hw_two_groups_change (y + i * n, PAST, BEFORE, LENGTH);
    }

  for (gsize t = 0; t < n; t++)
    {
      gsize open = 0;

      for (gsize i = 0; i < n_sites; i++)
        if (chosen[i] && !isnan (y[i * n + t]))
          {
            weeks[t] += y[i * n + t];
            open++;
          }
      weeks[t] /= (double) MAX (open, 1);
    }

  trial_naive (weeks + PAST - BEFORE, BEFORE, weeks + PAST, LENGTH, effect, naive);
  for (int happened = 0; happened < 2; happened++)
    {
      HwTwoGroups r;

      for (gsize i = 0; happened && i < n_sites; i++)
        change[i] += chosen[i] ? effect : 0.0;

      if (!hw_two_groups_run (&(HwTwoGroupsInput) { change, NULL, chosen, n_sites, DRAWS, hw_rng_next (rng), LEVEL }, NULL, &r, NULL))
        return FALSE;

      trial_note (r.p, r.low, r.high, effect, happened, fair);
      fair->attainable = hw_two_groups_holds (each, n_sites - each, ALPHA);
    }

  return TRUE;
}

#define CUSTOMERS_MOST 500
#define WINDOWS 4 /* in the past, of eight weeks each */

/* Visits of each customer in each window, the trial's last; how many are expected in it. */
static void
draw_customers (HwRng          *rng,
                const ShopKind *kind,
                gsize           n,
                gboolean        yes_no,
                double         *visits,
                double         *rates)
{
  const double level = log (0.1 + 0.5 * hw_rng_unit (rng));
  double market[WINDOWS + 1];

  shop_noise (rng, kind->rho, market, WINDOWS + 1);
  for (gsize i = 0; i < n; i++)
    {
      const double keen = 0.8 * hw_rng_normal (rng);
      double own[WINDOWS + 1];

      shop_noise (rng, kind->rho, own, WINDOWS + 1);
      for (gsize w = 0; w <= WINDOWS; w++)
        {
          const double rate = exp (level + keen + kind->spread * market[w] + 0.4 * own[w] + shop_season (kind, w * LENGTH));
          const double count = hw_rng_poisson (rng, rate);

          visits[w * n + i] = yes_no ? MIN (count, 1.0) : count;
          rates[i] = rate;
        }
    }
}

gboolean
trial_customers (HwRng          *rng,
                 const ShopKind *kind,
                 TrialOutcome   *fair,
                 TrialOutcome   *naive)
{
  const gboolean yes_no = hw_rng_below (rng, 2) == 0;
  const gsize n = 150 + hw_rng_below (rng, 351), n_chosen = n / 2;
  double visits[(WINDOWS + 1) * CUSTOMERS_MOST], rates[CUSTOMERS_MOST], was[CUSTOMERS_MOST], effect;
  double *now = visits + WINDOWS * n, quiet = 0.0;
  guint8 chosen[CUSTOMERS_MOST];
  gsize left = n_chosen, n_was = 0, n_now = 0;
  double after[CUSTOMERS_MOST];

  draw_customers (rng, kind, n, yes_no, visits, rates);
  if (!hw_two_groups_smallest (&(HwTwoGroupsPast) { yes_no ? HW_EFFECT_YES_NO : HW_EFFECT_COUNT, visits + n, visits, n, WINDOWS - 1, n_chosen,
                                                   TRIES, TRY_DRAWS, POWER, hw_rng_next (rng) },
                               NULL, &effect, NULL))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      chosen[i] = hw_rng_below (rng, (guint32) (n - i)) < left;
      left -= chosen[i];
      quiet += now[i] < 1.0;
      if (chosen[i])
        {
          was[n_was++] = now[(gssize) i - (gssize) n];
          after[n_now++] = now[i];
        }
    }

  trial_naive (was, n_was, after, n_now, effect, naive);
  for (int happened = 0; happened < 2; happened++)
    {
      HwTwoGroups r;

      for (gsize i = 0; happened && i < n; i++)
        if (chosen[i])
          now[i] += !yes_no ? hw_rng_poisson (rng, effect) : now[i] < 1.0 && hw_rng_unit (rng) < effect * (double) n / quiet ? 1.0 : 0.0;

      if (!hw_two_groups_run (&(HwTwoGroupsInput) { now, now - n, chosen, n, DRAWS, hw_rng_next (rng), LEVEL }, NULL, &r, NULL))
        return FALSE;

      trial_note (r.p, r.low, r.high, effect, happened, fair);
      fair->attainable = hw_two_groups_holds (n_chosen, n - n_chosen, ALPHA);
    }

  return TRUE;
}
