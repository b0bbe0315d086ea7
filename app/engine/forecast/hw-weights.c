/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-weights.h"

#include <math.h>

#define PRIOR 8.0       /* series' worth of belief that all rivals are alike */
#define OFF_MAX 1.0     /* logarithm: more on one series is luck */
#define LEAST 0.01      /* of the mean of the series: smaller losses are none, and no reason for great weights */

const HwWeightsRule hw_weights_means = { 5.0, 0.2 };
const HwWeightsRule hw_weights_chances = { 10.0, 0.1 };

/* The losses as logarithms relative to their mean; NAN where there is none. */
static void
relate (const double *loss,
        gsize         n,
        double       *out)
{
  double sum = 0.0, k = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      out[i] = loss != NULL && isfinite (loss[i]) ? log (loss[i] + LEAST) : (double) NAN;
      if (!isnan (out[i]))
        {
          sum += out[i];
          k += 1.0;
        }
    }

  for (gsize i = 0; i < n; i++)
    out[i] = isnan (out[i]) ? out[i] : CLAMP (out[i] - sum / k, -OFF_MAX, OFF_MAX);
}

/**
 * hw_weights_learn:
 * @pool: what is known so far, all zero at first
 * @loss: (array length=n): of each rival on one series; NAN where it has none
 * @n: rivals, at most HW_RIVALS_MAX
 */
void
hw_weights_learn (HwWeightsPool *pool,
                  const double  *loss,
                  gsize          n)
{
  double own[HW_RIVALS_MAX];

  relate (loss, n, own);
  for (gsize i = 0; i < n; i++)
    if (!isnan (own[i]))
      {
        pool->sum[i] += own[i];
        pool->n[i] += 1.0;
      }
}

/**
 * hw_weights_of:
 * @pool: (nullable): what the catalogue says
 * @rule: how sharply losses are told apart
 * @loss: (nullable) (array length=n): of each rival on this series; NAN where it has
 *   none: then the catalogue alone speaks for it
 * @available: (nullable) (array length=n): whether a rival can take part
 * @n: rivals, at most HW_RIVALS_MAX
 * @weight: (array length=n) (out): add up to 1; all 0 if no rival is available
 *
 * weight = exp (-sharpness (own share * own + rest * catalogue)) of the relative logarithms of the
 * losses. Equal weights are hard to beat (Claeskens et al. 2016), so only clear
 * differences count; how sharpness and share hold with whole sets of series left
 * out is in README.md beside this file.
 */
void
hw_weights_of (const HwWeightsPool *pool,
               const HwWeightsRule *rule,
               const double        *loss,
               const gboolean      *available,
               gsize                n,
               double              *weight)
{
  double own[HW_RIVALS_MAX], least = INFINITY, sum = 0.0;

  relate (loss, n, own);
  for (gsize i = 0; i < n; i++)
    {
      const double common = pool != NULL ? pool->sum[i] / (pool->n[i] + PRIOR) : 0.0;

      own[i] = isnan (own[i]) ? common : rule->own * own[i] + (1.0 - rule->own) * common;
      if (available == NULL || available[i])
        least = MIN (least, own[i]);
    }

  for (gsize i = 0; i < n; i++)
    {
      weight[i] = available == NULL || available[i] ? exp (-rule->sharpness * (own[i] - least)) : 0.0;
      sum += weight[i];
    }

  for (gsize i = 0; i < n && sum > 0.0; i++)
    weight[i] /= sum;
}
