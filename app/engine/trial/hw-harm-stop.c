/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-harm-stop.h"

#include "core/hw-rng.h"
#include "core/hw-sort.h"
#include "engine/math/hw-special.h"

#include <math.h>

#define NAIVE 0.95

/**
 * hw_harm_stop_run:
 * @n_looks: evenly spread over the trial
 * @alpha: share of harmless trials that may be stopped over all looks
 * @n_draws: trials drawn, 100 or more
 * @seed: of the draws
 * @result: (out caller-allocates): chances 0..1
 *
 * Checked against: eight looks at 0.95 stop 16 % (tests/engine/test-hw-harm-stop.c).
 *
 * Returns: %FALSE where a number is out of order
 */
gboolean
hw_harm_stop_run (guint       n_looks,
                  double      alpha,
                  guint       n_draws,
                  guint64     seed,
                  HwHarmStop *result)
{
  g_autofree double *most = g_new0 (double, n_draws + 1);
  guint n_naive = 0;
  HwRng rng;

  if (n_looks == 0 || n_draws < 100 || !(alpha > 0.0 && alpha < 1.0))
    return FALSE;

  hw_rng_init (&rng, seed);
  for (guint i = 0; i < n_draws; i++)
    {
      double sum = 0.0;

      for (guint k = 1; k <= n_looks; k++)
        {
          sum += hw_rng_normal (&rng);
          most[i] = MAX (most[i], hw_normal_below (sum / sqrt (k)));
        }

      n_naive += most[i] >= NAIVE;
    }

  hw_sort_doubles (most, n_draws);
  result->limit = most[MIN ((guint) ceil ((1.0 - alpha) * n_draws), n_draws - 1)];
  result->alone = (double) n_naive / n_draws;
  return TRUE;
}
