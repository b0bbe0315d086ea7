/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-trial.h"

#include "engine/math/hw-dm-test.h"
#include "engine/stake/hw-stake-range.h"

#include <math.h>

#define ALPHA 0.05

typedef struct
{
  double mean, error; /* squared, of the mean */
  gsize  n;
} Mean;

static Mean
mean_of (const double *y,
         gsize         n)
{
  Mean m = { 0 };

  for (gsize i = 0; i < n; i++)
    if (!isnan (y[i]))
      {
        m.mean += y[i];
        m.n++;
      }

  m.mean /= (double) MAX (m.n, 1);
  for (gsize i = 0; i < n; i++)
    m.error += isnan (y[i]) ? 0.0 : (y[i] - m.mean) * (y[i] - m.mean);

  m.error /= (double) MAX (m.n, 2) * ((double) MAX (m.n, 2) - 1.0);
  return m;
}

void
trial_note (double        p,
            double        low,
            double        high,
            double        effect,
            gboolean      happened,
            TrialOutcome *outcome)
{
  if (!happened)
    {
      outcome->alarm = p <= ALPHA;
      return;
    }

  outcome->found = p <= ALPHA && low + high > 0.0;
  outcome->held = low <= effect && effect <= high;
  outcome->effect = effect;
}

void
trial_naive (const double *before,
             gsize         n_before,
             const double *after,
             gsize         n_after,
             double        effect,
             TrialOutcome *naive)
{
  const Mean a = mean_of (before, n_before), b = mean_of (after, n_after);
  const double error = a.error + b.error;
  const double freedom = error * error / (a.error * a.error / MAX ((double) a.n - 1.0, 1.0) + b.error * b.error / MAX ((double) b.n - 1.0, 1.0));
  const double far = hw_student_quantile (freedom, 1.0 - ALPHA / 2.0) * sqrt (error);

  for (int happened = 0; happened < 2; happened++)
    {
      const double gap = b.mean - a.mean + (happened ? effect : 0.0);

      trial_note (hw_student_outside (gap / sqrt (error), freedom), gap - far, gap + far, effect, happened, naive);
    }

  naive->attainable = ALPHA;
}
