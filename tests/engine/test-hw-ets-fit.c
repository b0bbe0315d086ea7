/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/forecast/hw-ets-fit.h"
#include "engine/forecast/hw-season-start.h"

#include <math.h>

/* Worked by hand: level 10, season +3 -1 -2 on top, no noise. */
static void
test_season_start_by_hand (void)
{
  const HwEtsSpec add = { HW_TREND_ADDITIVE, HW_SEASON_ADDITIVE, 3 };
  const HwEtsSpec times = { HW_TREND_NONE, HW_SEASON_MULTIPLICATIVE, 3 };
  const double y[] = { 13, 9, 8, 13, 9, 8, 13, 9, 8, 13, 9, 8 };
  HwEtsState state;

  hw_ets_state_init (&state, 3);
  hw_season_start (&add, y, G_N_ELEMENTS (y), &state);
  g_assert_cmpfloat_with_epsilon (state.seasonal[0], 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (state.seasonal[1], -1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (state.seasonal[2], -2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (state.level, 10.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (state.trend, 0.0, 1e-12);

  hw_season_start (&times, y, G_N_ELEMENTS (y), &state);
  g_assert_cmpfloat_with_epsilon (state.seasonal[0], 1.3, 1e-12);
  g_assert_cmpfloat_with_epsilon (state.seasonal[2], 0.8, 1e-12);
  g_assert_cmpfloat_with_epsilon (state.level, 10.0, 1e-12);
  hw_ets_state_clear (&state);
}

/* A line without noise: y = 5 + 2 t for t from 1. */
static void
test_line_start_by_hand (void)
{
  const HwEtsSpec spec = { HW_TREND_ADDITIVE, HW_SEASON_NONE, 1 };
  const double y[] = { 7, 9, NAN, 13, 15, 17, NAN, 21, 23, 25, 27 };
  HwEtsState state;

  hw_ets_state_init (&state, 1);
  hw_season_start (&spec, y, G_N_ELEMENTS (y), &state);
  g_assert_cmpfloat_with_epsilon (state.level, 5.0, 1e-10);
  g_assert_cmpfloat_with_epsilon (state.trend, 2.0, 1e-10);
  hw_ets_state_clear (&state);
}

/* A path of the model itself. */
static void
simulate (const HwEtsSpec   *spec,
          const HwEtsParams *params,
          double             sigma,
          guint64            seed,
          gsize              n,
          double            *y)
{
  const gboolean times = spec->kind == HW_SEASON_MULTIPLICATIVE;
  HwEtsState state;
  HwRng rng;

  hw_rng_init (&rng, seed);
  hw_ets_state_init (&state, spec->season);
  state.level = 100.0;
  state.trend = spec->trend == HW_TREND_NONE ? 0.0 : 0.3;
  for (int i = 0; i < spec->season; i++)
    {
      const double wave = sin (2.0 * G_PI * i / spec->season);

      state.seasonal[i] = spec->kind == HW_SEASON_NONE ? 0.0 : times ? 1.0 + 0.3 * wave : 20.0 * wave;
    }

  for (gsize t = 0; t < n; t++)
    {
      double mean;

      hw_ets_mean (spec, params, &state, t, 1, &mean);
      y[t] = mean + sigma * hw_rng_normal (&rng) * (times ? mean : 1.0);
      (void) hw_ets_filter (spec, params, y, t, t + 1, &state, NULL, NULL);
    }

  hw_ets_state_clear (&state);
}

typedef struct
{
  const char  *name;
  HwEtsSpec    spec;
  HwEtsParams  params;
  double       sigma;
} Known;

static const Known knowns[] = {
  { "ses", { HW_TREND_NONE, HW_SEASON_NONE, 1 }, { 0.3, 0.0, 0.0, 0.0 }, 5.0 },
  { "holt", { HW_TREND_ADDITIVE, HW_SEASON_NONE, 1 }, { 0.5, 0.1, 0.0, 1.0 }, 5.0 },
  { "season", { HW_TREND_NONE, HW_SEASON_ADDITIVE, 7 }, { 0.3, 0.0, 0.2, 0.0 }, 5.0 },
  { "times", { HW_TREND_NONE, HW_SEASON_MULTIPLICATIVE, 7 }, { 0.2, 0.0, 0.2, 0.0 }, 0.05 },
};

/* Property: over many simulated series the parameters come back on average, and
 * the spread of the errors is the one put in. */
static void
test_recovers_known_parameters (void)
{
  enum { SERIES = 30, N = 350 };

  for (gsize i = 0; i < G_N_ELEMENTS (knowns); i++)
    {
      const Known *k = &knowns[i];
      double alpha = 0.0, beta = 0.0, gamma = 0.0, sigma = 0.0, y[N];

      for (guint64 seed = 1; seed <= SERIES; seed++)
        {
          g_auto (HwEtsFit) fit = { 0 };

          simulate (&k->spec, &k->params, k->sigma, seed, N, y);
          g_assert_true (hw_ets_fit (&k->spec, y, N, &fit, NULL));
          alpha += fit.params.alpha / SERIES;
          beta += fit.params.beta / SERIES;
          gamma += fit.params.gamma / SERIES;
          sigma += fit.sigma / SERIES;
        }

      g_test_message ("%s: alpha %.3f beta %.3f gamma %.3f sigma %.3f", k->name, alpha, beta, gamma, sigma);
      g_assert_cmpfloat_with_epsilon (alpha, k->params.alpha, 0.05);
      g_assert_cmpfloat_with_epsilon (beta, k->params.beta, 0.04);
      g_assert_cmpfloat_with_epsilon (gamma, k->params.gamma, 0.05);
      g_assert_cmpfloat_with_epsilon (sigma, k->sigma, 0.05 * k->sigma);
    }
}

static void
test_criterion_prefers_the_right_form (void)
{
  const HwEtsSpec plain = knowns[0].spec, season = knowns[2].spec;
  int right = 0;
  double y[140];

  for (guint64 seed = 1; seed <= 20; seed++)
    {
      const gboolean seasonal = seed % 2 == 0;
      const Known *k = &knowns[seasonal ? 2 : 0];
      g_auto (HwEtsFit) a = { 0 };
      g_auto (HwEtsFit) b = { 0 };

      simulate (&k->spec, &k->params, k->sigma, seed, G_N_ELEMENTS (y), y);
      g_assert_true (hw_ets_fit (&plain, y, G_N_ELEMENTS (y), &a, NULL));
      g_assert_true (hw_ets_fit (&season, y, G_N_ELEMENTS (y), &b, NULL));
      right += (b.aicc < a.aicc) == seasonal;
    }

  g_assert_cmpint (right, >=, 19);
}

/* Property: all parameters are where the recursion does not run away. */
static void
test_parameters_are_admissible (void)
{
  HwRng rng;

  hw_rng_init (&rng, 8);

  for (int round = 0; round < 60; round++)
    {
      const HwEtsSpec spec = {
        (HwTrend) (round % 3), round % 2 == 0 ? HW_SEASON_ADDITIVE : HW_SEASON_MULTIPLICATIVE, 4,
      };
      g_auto (HwEtsFit) fit = { 0 };
      double y[40];

      for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
        y[t] = hw_rng_below (&rng, 9) == 0 ? NAN : hw_rng_gamma (&rng, 0.5) + 1e-3;

      g_assert_true (hw_ets_fit (&spec, y, G_N_ELEMENTS (y), &fit, NULL));
      g_assert_true (fit.params.alpha > 0.0 && fit.params.alpha < 1.0);
      g_assert_true (fit.params.beta >= 0.0 && fit.params.beta <= fit.params.alpha);
      g_assert_true (fit.params.gamma >= 0.0 && fit.params.gamma <= 1.0 - fit.params.alpha);
      g_assert_true (isfinite (fit.sigma) && isfinite (fit.state.level) && isfinite (fit.state.trend));
    }
}

typedef struct
{
  const char    *name;
  HwSeasonKind   kind;
  double         y[9];
  gsize          n;
  HwEngineError  expect;
} BadCase;

static const BadCase bad_cases[] = {
  { "too-short", HW_SEASON_NONE, { 1, 2, 3 }, 3, HW_ENGINE_ERROR_TOO_SHORT },
  { "not-seen", HW_SEASON_NONE, { 1, NAN, 3, NAN, NAN, 2 }, 6, HW_ENGINE_ERROR_TOO_SHORT },
  { "less-than-two-seasons", HW_SEASON_ADDITIVE, { 1, 2, 3, 4, 5, 6, 7 }, 7, HW_ENGINE_ERROR_TOO_SHORT },
  { "infinite", HW_SEASON_NONE, { 1, 2, INFINITY, 4, 5, 6 }, 6, HW_ENGINE_ERROR_BAD_VALUE },
  { "zero-as-a-factor", HW_SEASON_MULTIPLICATIVE, { 1, 2, 3, 0, 5, 6, 7, 8, 9 }, 9, HW_ENGINE_ERROR_BAD_VALUE },
};

static void
test_refuses (gconstpointer data)
{
  const BadCase *c = data;
  const HwEtsSpec spec = { HW_TREND_NONE, c->kind, c->kind == HW_SEASON_NONE ? 1 : 4 };
  g_autoptr (GError) error = NULL;
  HwEtsFit fit = { .sigma = -99.0 };

  g_assert_false (hw_ets_fit (&spec, c->y, c->n, &fit, &error));
  g_assert_error (error, HW_ENGINE_ERROR, (int) c->expect);
  g_assert_cmpfloat (fit.sigma, ==, -99.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/ets-fit/season-start-by-hand", test_season_start_by_hand);
  g_test_add_func ("/engine/ets-fit/line-start-by-hand", test_line_start_by_hand);
  g_test_add_func ("/engine/ets-fit/recovers-known-parameters", test_recovers_known_parameters);
  g_test_add_func ("/engine/ets-fit/criterion-prefers-the-right-form", test_criterion_prefers_the_right_form);
  g_test_add_func ("/engine/ets-fit/parameters-are-admissible", test_parameters_are_admissible);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/engine/ets-fit/refuses/", bad_cases[i].name, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_refuses);
    }

  return g_test_run ();
}
