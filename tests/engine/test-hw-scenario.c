/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-levels.h"
#include "engine/math/hw-rank.h"
#include "engine/forecast/hw-scenario.h"

#include <math.h>

#define AHEAD 14
#define PATHS 4000

static const double week[] = { 0.8, 0.7, 0.9, 1.0, 1.2, 1.6, 0.8 };

static void
forecast_shop (double            level,
               gboolean          counts,
               double            drift,
               HwForecastResult *result)
{
  double y[280], now = level;
  const HwForecastInput input = { .y = y, .n = G_N_ELEMENTS (y), .season = 7, .non_negative = TRUE };
  HwRng rng;

  hw_rng_init (&rng, 1);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    {
      const double mean = now * week[t % 7];

      y[t] = counts ? hw_rng_poisson (&rng, mean) : MAX (mean * (1.0 + 0.15 * hw_rng_normal (&rng)), 0.0);
      now = MAX (now + drift * hw_rng_normal (&rng), 0.3 * level);
    }
  g_assert_true (hw_forecast_run (&input, AHEAD, result, NULL));
}

typedef struct
{
  const char *name;
  double      level, drift;
  gboolean    counts;
} Case;

static const Case cases[] = {
  { "steady", 100.0, 0.0, FALSE },
  { "drifting", 200.0, 6.0, FALSE },
  { "counts", 5.0, 0.0, TRUE },
  { "rare", 0.3, 0.0, TRUE },
};

/* Property: period by period the paths have the mean and the quantiles of the forecast
 * they are drawn from, within what 4000 paths can show. */
static void
test_periods (gconstpointer data)
{
  const Case *c = data;
  g_auto (HwForecastResult) r = { 0 };
  g_autofree double *paths = NULL, *column = g_new (double, PATHS);

  forecast_shop (c->level, c->counts, c->drift, &r);
  paths = hw_scenario_draw (&r, PATHS, 7);
  g_assert_true (r.whole == c->counts);
  for (gsize h = 0; h < AHEAD; h++)
    {
      const double *q = r.quantiles + h * HW_LEVELS, sd = hw_levels_sd (q), unit = r.whole ? 1.0 : 0.0;
      double mean = 0.0;

      for (gsize i = 0; i < PATHS; i++)
        {
          column[i] = paths[i * AHEAD + h];
          mean += column[i] / PATHS;
          g_assert_true (column[i] >= 0.0 && isfinite (column[i]));
          g_assert_true (!r.whole || column[i] == floor (column[i]));
        }
      g_assert_cmpfloat_with_epsilon (mean, hw_levels_mean (q), 4.0 * (sd + 0.5 * unit) / sqrt (PATHS) + 1e-9);
      g_assert_cmpfloat_with_epsilon (mean, r.mean[h], 0.25 * sd);
      g_assert_cmpfloat_with_epsilon (hw_rank_quantile (column, PATHS, 0.1), q[3], 0.15 * sd + unit);
      g_assert_cmpfloat_with_epsilon (hw_rank_quantile (column, PATHS, 0.5), q[HW_LEVEL_MEDIAN], 0.15 * sd + unit);
      g_assert_cmpfloat_with_epsilon (hw_rank_quantile (column, PATHS, 0.95), q[12], 0.25 * sd + unit);
    }
}

/* Property: totals spread as the forecast says, over the whole horizon closely, over a
 * part of it about. */
static void
test_totals (gconstpointer data)
{
  static const gsize lengths[] = { AHEAD / 2, AHEAD };
  const Case *c = data;
  g_auto (HwForecastResult) r = { 0 };
  g_autofree double *paths = NULL;

  forecast_shop (c->level, c->counts, c->drift, &r);
  paths = hw_scenario_draw (&r, PATHS, 8);
  for (gsize k = 0; k < G_N_ELEMENTS (lengths); k++)
    {
      const double claimed = r.sum_sd[lengths[k] - 1];
      double sum = 0.0, square = 0.0, sd;

      for (gsize i = 0; i < PATHS; i++)
        {
          double total = 0.0;

          for (gsize h = 0; h < lengths[k]; h++)
            total += paths[i * AHEAD + h];
          sum += total / PATHS;
          square += total * total / PATHS;
        }
      sd = sqrt (square - sum * sum);
      g_test_message ("%s, %d: %.2f, claimed %.2f, follow %.2f", c->name, (int) lengths[k], sd, claimed,
                      hw_scenario_follow (&r));
      g_assert_cmpfloat_with_epsilon (sd, claimed, (k == 0 ? 0.25 : 0.12) * claimed + (r.whole ? 0.3 : 0.0));
    }
}

/* By hand: equal spreads of 1 over two periods; a total of variance 2 + 2 follow. */
static void
test_follow_by_hand (void)
{
  double quantiles[2 * HW_LEVELS], sum_sd[2] = { 0 };
  HwForecastResult r = { .horizon = 2, .quantiles = quantiles, .sum_sd = sum_sd };
  double sd;

  for (gsize k = 0; k < HW_LEVELS; k++)
    quantiles[k] = quantiles[HW_LEVELS + k] = 10.0 * hw_levels[k];
  sd = hw_levels_sd (quantiles);

  sum_sd[1] = sd * sqrt (2.0 + 2.0 * 0.4);
  g_assert_cmpfloat_with_epsilon (hw_scenario_follow (&r), 0.4, 1e-9);
  sum_sd[1] = sd;
  g_assert_cmpfloat (hw_scenario_follow (&r), ==, 0.0);
  sum_sd[1] = 3.0 * sd;
  g_assert_cmpfloat (hw_scenario_follow (&r), <, 1.0);
  g_assert_cmpfloat (hw_scenario_follow (&r), >, 0.99);
}

static void
test_seed_decides (void)
{
  g_auto (HwForecastResult) r = { 0 };
  g_autofree double *a = NULL, *b = NULL, *c = NULL, *none = NULL;
  gboolean differs = FALSE;

  forecast_shop (50.0, TRUE, 0.0, &r);
  a = hw_scenario_draw (&r, 50, 1);
  b = hw_scenario_draw (&r, 50, 1);
  c = hw_scenario_draw (&r, 50, 2);
  none = hw_scenario_draw (&r, 0, 2);
  g_assert_nonnull (none);
  g_assert_cmpmem (a, 50 * AHEAD * sizeof (double), b, 50 * AHEAD * sizeof (double));
  for (gsize i = 0; i < 50 * AHEAD; i++)
    differs = differs || a[i] != c[i];
  g_assert_true (differs);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *periods = g_strconcat ("/engine/scenario/periods/", cases[i].name, NULL);
      g_autofree char *totals = g_strconcat ("/engine/scenario/totals/", cases[i].name, NULL);

      g_test_add_data_func (periods, &cases[i], test_periods);
      g_test_add_data_func (totals, &cases[i], test_totals);
    }
  g_test_add_func ("/engine/scenario/follow-by-hand", test_follow_by_hand);
  g_test_add_func ("/engine/scenario/seed-decides", test_seed_decides);

  return g_test_run ();
}
