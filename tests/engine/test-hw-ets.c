/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-ets.h"

#include <math.h>

#define N_SEEN 24

static const double series[N_SEEN] = {
  30, 21, 29, 31, 40, 48, 53, 47, 37, NAN, 51, 29, 35, 42, 45, 51, 39, 58, NAN, NAN, 61, 37, 48, 55,
};

typedef struct
{
  const char *name;
  HwEtsSpec   spec;
  HwEtsParams params;
  double      squares, level, trend;
  double      ahead[6];
} Reference;

/* From make-ets-reference.py. */
static const Reference references[] = {
  { "ses", { HW_TREND_NONE, HW_SEASON_NONE, 1 }, { 0.3, 0.0, 0.0, 0.0 },
    2006.4799558903248, 49.62460558311052, 0.0,
    { 49.6246055831, 49.6246055831, 49.6246055831, 49.6246055831, 49.6246055831, 49.6246055831 } },
  { "holt", { HW_TREND_ADDITIVE, HW_SEASON_NONE, 1 }, { 0.4, 0.1, 0.0, 1.0 },
    2390.3597554437383, 51.55021026841065, 0.43276785438100623,
    { 51.9829781228, 52.4157459772, 52.8485138316, 53.2812816859, 53.7140495403, 54.1468173947 } },
  { "damped", { HW_TREND_DAMPED, HW_SEASON_NONE, 1 }, { 0.4, 0.1, 0.0, 0.9 },
    2246.0086398994617, 51.055222243325076, 0.2703083975087536,
    { 51.2984998011, 51.5174496031, 51.7145044248, 51.8918537645, 52.0514681701, 52.1951211352 } },
  { "season", { HW_TREND_NONE, HW_SEASON_ADDITIVE, 4 }, { 0.2, 0.0, 0.3, 0.0 },
    2602.0568029477267, 44.7809725351815, 0.0,
    { 50.2591228857, 46.1300131983, 51.2077897978, 50.6984230617, 50.2591228857, 46.1300131983 } },
  { "add", { HW_TREND_ADDITIVE, HW_SEASON_ADDITIVE, 4 }, { 0.3, 0.06, 0.25, 1.0 },
    2859.1526362622235, 51.22683204437012, 0.45640076709467414,
    { 51.7322402238, 48.7753884602, 54.5529027221, 54.2291409719, 53.5578432922, 50.6009915286 } },
  { "mult", { HW_TREND_ADDITIVE, HW_SEASON_MULTIPLICATIVE, 4 }, { 0.3, 0.06, 0.25, 1.0 },
    1.9837832166562932, 51.095895967439475, 0.42296109294516526,
    { 51.6913012203, 49.6383139605, 54.1950164062, 54.7369224537, 53.3888085415, 51.2551287946 } },
  { "mult-damped", { HW_TREND_DAMPED, HW_SEASON_MULTIPLICATIVE, 4 }, { 0.25, 0.025, 0.4, 0.95 },
    2.0868275958607767, 49.139120748659764, 0.3450799668432609,
    { 51.7145854461, 47.863300878, 53.2097292171, 54.5371456799, 52.9224665237, 48.9186878183 } },
};

static void
start_state (const HwEtsSpec *spec,
             HwEtsState      *state)
{
  static const double add[] = { 5.0, -8.0, 1.0, 2.0 };
  static const double times[] = { 1.1, 0.8, 1.0, 1.1 };

  hw_ets_state_init (state, spec->season);
  state->level = 32.0;
  state->trend = spec->trend == HW_TREND_NONE ? 0.0 : 0.5;
  for (int i = 0; i < spec->season && spec->kind != HW_SEASON_NONE; i++)
    state->seasonal[i] = spec->kind == HW_SEASON_ADDITIVE ? add[i] : times[i];
}

static void
test_reference (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const Reference *r = &references[i];
      HwEtsErrors errors = { 0 };
      HwEtsState state;
      double ahead[6];

      g_test_message ("%s", r->name);
      start_state (&r->spec, &state);
      g_assert_true (hw_ets_filter (&r->spec, &r->params, series, 0, N_SEEN, &state, NULL, &errors));
      g_assert_cmpuint (errors.n, ==, 21);
      g_assert_cmpfloat_with_epsilon (errors.squares, r->squares, 1e-9 * r->squares);
      g_assert_cmpfloat_with_epsilon (state.level, r->level, 1e-9);
      g_assert_cmpfloat_with_epsilon (state.trend, r->trend, 1e-9);

      hw_ets_mean (&r->spec, &r->params, &state, N_SEEN, 6, ahead);
      for (gsize h = 0; h < 6; h++)
        g_assert_cmpfloat_with_epsilon (ahead[h], r->ahead[h], 1e-8);

      hw_ets_state_clear (&state);
    }
}

/* Property: stopping after any period and going on gives the same states. */
static void
test_may_stop_and_go_on (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    for (gsize cut = 0; cut <= N_SEEN; cut++)
      {
        const Reference *r = &references[i];
        HwEtsState state;

        start_state (&r->spec, &state);
        (void) hw_ets_filter (&r->spec, &r->params, series, 0, cut, &state, NULL, NULL);
        (void) hw_ets_filter (&r->spec, &r->params, series, cut, N_SEEN, &state, NULL, NULL);
        g_assert_cmpfloat_with_epsilon (state.level, r->level, 1e-9);
        hw_ets_state_clear (&state);
      }
}

/* A multiplicative form that is driven below zero says so and stays a number. */
static void
test_leaving_the_positive_numbers (void)
{
  const HwEtsSpec spec = { HW_TREND_ADDITIVE, HW_SEASON_MULTIPLICATIVE, 4 };
  const HwEtsParams params = { 0.9, 0.8, 0.05, 1.0 };
  const double y[] = { 100, 50, 1, 1, 1, 1, 1, 1, 1, 1 };
  double ahead[8];
  HwEtsState state;

  start_state (&spec, &state);
  g_assert_false (hw_ets_filter (&spec, &params, y, 0, G_N_ELEMENTS (y), &state, NULL, NULL));
  hw_ets_mean (&spec, &params, &state, G_N_ELEMENTS (y), 8, ahead);
  for (gsize h = 0; h < 8; h++)
    g_assert_true (isfinite (ahead[h]) && ahead[h] >= 0.0);
  hw_ets_state_clear (&state);
}

/* Property: the spreads are those of paths simulated from the model itself. */
static void
check_spread (const Reference *r,
              double           sigma,
              double           tolerance)
{
  enum { PATHS = 20000, AHEAD = 10 };
  const gboolean times = r->spec.kind == HW_SEASON_MULTIPLICATIVE;
  double sd[AHEAD], sum_sd[AHEAD], squares[AHEAD] = { 0 }, sum_squares[AHEAD] = { 0 }, mean[AHEAD];
  HwEtsState origin, state;
  HwRng rng;

  start_state (&r->spec, &origin);
  start_state (&r->spec, &state);
  hw_rng_init (&rng, 31);
  hw_ets_mean (&r->spec, &r->params, &origin, 0, AHEAD, mean);
  hw_ets_spread (&r->spec, &r->params, &origin, 0, sigma, AHEAD, sd, sum_sd);

  for (int path = 0; path < PATHS; path++)
    {
      double total = 0.0, y[AHEAD];

      hw_ets_state_copy (&state, &origin, r->spec.season);
      for (gsize h = 0; h < AHEAD; h++)
        {
          double one;

          hw_ets_mean (&r->spec, &r->params, &state, h, 1, &one);
          y[h] = one + sigma * hw_rng_normal (&rng) * (times ? one : 1.0);
          (void) hw_ets_filter (&r->spec, &r->params, y, h, h + 1, &state, NULL, NULL);
          squares[h] += (y[h] - mean[h]) * (y[h] - mean[h]);
          total += y[h] - mean[h];
          sum_squares[h] += total * total;
        }
    }

  for (gsize h = 0; h < AHEAD; h++)
    {
      g_assert_cmpfloat_with_epsilon (sqrt (squares[h] / PATHS), sd[h], tolerance * sd[h]);
      g_assert_cmpfloat_with_epsilon (sqrt (sum_squares[h] / PATHS), sum_sd[h], tolerance * sum_sd[h]);
    }

  hw_ets_state_clear (&origin);
  hw_ets_state_clear (&state);
}

static void
test_spread_of_simulated_paths (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const gboolean times = references[i].spec.kind == HW_SEASON_MULTIPLICATIVE;

      g_test_message ("%s", references[i].name);
      check_spread (&references[i], times ? 0.05 : 3.0, times ? 0.06 : 0.03);
    }
}

/* Worked by hand: simple smoothing with alpha = 0.5, sigma = 2. Two periods ahead the
 * variance is 4 (1 + 0.25) = 5; of the total of both 4 (1 + 1.5^2) = 13. */
static void
test_spread_by_hand (void)
{
  const HwEtsSpec spec = { HW_TREND_NONE, HW_SEASON_NONE, 1 };
  const HwEtsParams params = { .alpha = 0.5 };
  HwEtsState state;
  double sd[2], sum_sd[2];

  hw_ets_state_init (&state, 1);
  hw_ets_spread (&spec, &params, &state, 0, 2.0, 2, sd, sum_sd);
  g_assert_cmpfloat_with_epsilon (sd[0], 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (sd[1], sqrt (5.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (sum_sd[0], 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (sum_sd[1], sqrt (13.0), 1e-12);
  hw_ets_state_clear (&state);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/ets/reference", test_reference);
  g_test_add_func ("/engine/ets/may-stop-and-go-on", test_may_stop_and_go_on);
  g_test_add_func ("/engine/ets/leaving-the-positive-numbers", test_leaving_the_positive_numbers);
  g_test_add_func ("/engine/ets/spread-by-hand", test_spread_by_hand);
  g_test_add_func ("/engine/ets/spread-of-simulated-paths", test_spread_of_simulated_paths);

  return g_test_run ();
}
