/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trials that only the past can judge. */
#include "bench-trial.h"

#include "engine/trial/hw-counterfactual.h"

#include <math.h>

#define PAST_LEAST 104
#define PAST_MOST 156
#define LENGTH_MOST 13
#define BEFORE 26
#define DRAWS 399

static gboolean
judge (HwRng        *rng,
       double       *y,
       const double *control,
       gsize         past,
       gsize         length,
       TrialOutcome *fair,
       TrialOutcome *naive)
{
  const HwCounterfactualInput in = {
    y, control, past + length, control != NULL ? 1 : 0, past, length, SHOP_YEAR, DRAWS, hw_rng_next (rng), 0.95, 0.8,
  };
  double effect = 0.0;

  for (int happened = 0; happened < 2; happened++)
    {
      g_auto (HwCounterfactual) r = { 0 };

      for (gsize t = past; t < past + length; t++)
        y[t] += effect;

      if (!hw_counterfactual_run (&in, NULL, &r, NULL))
        return FALSE;

      trial_note (r.p, r.low, r.high, effect, happened, fair);
      if (happened)
        continue;

      effect = r.smallest;
      trial_naive (y + past - BEFORE, BEFORE, y + past, length, effect, naive);
    }

  fair->attainable = floor (0.05 * (DRAWS + 1)) / (DRAWS + 1);
  return TRUE;
}

gboolean
trial_control (HwRng          *rng,
               const ShopKind *kind,
               TrialOutcome   *fair,
               TrialOutcome   *naive)
{
  const gsize past = PAST_LEAST + hw_rng_below (rng, PAST_MOST - PAST_LEAST + 1), length = 6 + hw_rng_below (rng, LENGTH_MOST - 5);
  const gsize n = past + length;
  const double r = 0.4 + 0.5 * hw_rng_unit (rng), louder = 0.5 + hw_rng_unit (rng);
  double y[PAST_MOST + LENGTH_MOST], control[PAST_MOST + LENGTH_MOST], own[PAST_MOST + LENGTH_MOST];
  ShopKind other = *kind;
  guint8 closed[PAST_MOST + LENGTH_MOST];

  other.wave *= hw_rng_unit (rng);
  other.phase += 0.5 * hw_rng_normal (rng);
  shop_noise (rng, kind->rho, control, n);
  shop_noise (rng, kind->rho, own, n);
  shop_close (rng, closed, n);
  for (gsize t = 0; t < n; t++)
    {
      y[t] = closed[t] ? (double) NAN : shop_season (kind, t) + kind->spread * (r * control[t] + sqrt (1.0 - r * r) * own[t]);
      control[t] = closed[t] ? (double) NAN : shop_season (&other, t) + louder * kind->spread * control[t];
    }

  return judge (rng, y, control, past, length, fair, naive);
}

gboolean
trial_own_forecast (HwRng          *rng,
                    const ShopKind *kind,
                    TrialOutcome   *fair,
                    TrialOutcome   *naive)
{
  const gsize past = PAST_LEAST + hw_rng_below (rng, PAST_MOST - PAST_LEAST + 1), length = 6 + hw_rng_below (rng, LENGTH_MOST - 5);
  const gsize n = past + length;
  double y[PAST_MOST + LENGTH_MOST];
  guint8 closed[PAST_MOST + LENGTH_MOST];

  shop_noise (rng, kind->rho, y, n);
  shop_close (rng, closed, n);
  for (gsize t = 0; t < n; t++)
    y[t] = closed[t] ? (double) NAN : shop_season (kind, t) + kind->spread * y[t];

  return judge (rng, y, NULL, past, length, fair, naive);
}
