/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-sold-out.h"

#include "engine/forecast/hw-ets-fit.h"
#include "engine/math/hw-special.h"

#include <math.h>
#include <string.h>

#define SEEN_MIN 6      /* periods that did not sell out: below it nothing is claimed */
#define FITS 3          /* the first without the periods that sold out, then with their guesses */
#define ROUNDS 4        /* of guessing demand and following it, for each fit */

/* Copies what was seen; what sold out is left open. Returns how much was seen. */
static gsize
leave_open (const double *y,
            const guint8 *sold_out,
            gsize         n,
            double       *demand)
{
  gsize seen = 0;

  for (gsize t = 0; t < n; t++)
    {
      demand[t] = sold_out[t] ? NAN : y[t];
      seen += !isnan (demand[t]);
    }

  return seen;
}

/* Standard deviation around the one-step means. A period that sold out counts
 * with the spread that is left above what sold. */
static double
spread_around (const double *y,
               const guint8 *sold_out,
               const double *demand,
               const double *one_step,
               gsize         n,
               double        sigma)
{
  double sum = 0.0, k = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      const double off = demand[t] - one_step[t];

      if (isnan (demand[t]))
        continue;
      sum += off * off;
      if (sold_out[t] && sigma > 0.0)
        {
          const double z = (y[t] - one_step[t]) / sigma;
          const double above = hw_normal_mean_above (z);

          sum += sigma * sigma * CLAMP (1.0 + above * z - above * above, 0.0, 1.0);
        }
      k += 1.0;
    }

  return k > 0.0 ? sqrt (sum / k) : 0.0;
}

static void
guess (const double *y,
       const guint8 *sold_out,
       const double *one_step,
       gsize         n,
       double        sigma,
       double       *demand)
{
  for (gsize t = 0; t < n; t++)
    {
      if (!sold_out[t] || isnan (y[t]))
        continue;

      if (sigma > 0.0)
        demand[t] = MAX (one_step[t] + sigma * hw_normal_mean_above ((y[t] - one_step[t]) / sigma), y[t]);
      else
        demand[t] = MAX (one_step[t], y[t]);
    }
}

/* Guesses what was asked for with one fit, over and over; the first time the
 * spread is that of the periods seen. */
static void
follow (const double   *y,
        const guint8   *sold_out,
        gsize           n,
        const HwEtsFit *fit,
        gboolean        first_time,
        double         *one_step,
        double         *demand)
{
  double sigma = fit->sigma;
  HwEtsState state;

  hw_ets_state_init (&state, fit->spec.season);
  for (int i = 0; i < ROUNDS; i++)
    {
      hw_ets_state_copy (&state, &fit->first, fit->spec.season);
      (void) hw_ets_filter (&fit->spec, &fit->params, demand, 0, n, &state, one_step, NULL);
      if (i > 0 || !first_time)
        sigma = spread_around (y, sold_out, demand, one_step, n, sigma);
      guess (y, sold_out, one_step, n, sigma, demand);
    }

  hw_ets_state_clear (&state);
}

/**
 * hw_sold_out_complete:
 * @y: (array length=n): what was sold, oldest first [units]; NAN where nothing was
 *   observed
 * @sold_out: (array length=n): 1 where nothing was left: demand was at least @y
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @demand: (array length=n) (out): @y, or the demand expected given that it was
 *   at least @y
 *
 * A period that sold out says only that demand was above what was sold. With
 * level and season followed by exponential smoothing and normal errors, its
 * expected demand is mean + sd * E[Z | Z > z], z = (sold - mean) / sd. Guesses and
 * smoothing are repeated in turn until they agree. With fewer than six periods
 * that did not sell out the sales are taken as they are.
 *
 * Cost: three fits of hw_ets_fit().
 *
 * Source: the EM algorithm for censored normal data, Dempster, Laird and Rubin
 * (1977), J. Royal Statistical Society B 39(1).
 * Checked against: simulated demand with known losses, tests/engine/test-hw-sold-out.c.
 *
 * Returns: demand that was not served in all periods together [units]
 */
double
hw_sold_out_complete (const double *y,
                      const guint8 *sold_out,
                      gsize         n,
                      int           season,
                      double       *demand)
{
  const gboolean seasonal = season > 1 && n >= 2 * (gsize) season;
  const HwEtsSpec spec = { HW_TREND_NONE, seasonal ? HW_SEASON_ADDITIVE : HW_SEASON_NONE, seasonal ? season : 1 };
  g_autofree double *one_step = g_new0 (double, n + 1);
  double lost = 0.0;

  if (leave_open (y, sold_out, n, demand) < SEEN_MIN)
    {
      memcpy (demand, y, n * sizeof *demand);
      return 0.0;
    }

  for (int i = 0; i < FITS; i++)
    {
      g_auto (HwEtsFit) fit = { 0 };

      if (!hw_ets_fit (&spec, demand, n, &fit, NULL))
        break;
      follow (y, sold_out, n, &fit, i == 0, one_step, demand);
    }

  for (gsize t = 0; t < n; t++)
    {
      if (isnan (demand[t])) /* no fit: nothing is claimed */
        demand[t] = y[t];
      if (sold_out[t] && !isnan (y[t]))
        lost += demand[t] - y[t];
    }

  return lost;
}
