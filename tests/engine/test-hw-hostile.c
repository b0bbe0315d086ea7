/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever comes in, a sound answer or a named reason comes out. The number of
 * series may be given: test-hw-hostile 100000, and the seed after it. */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/forecast/hw-catalogue.h"
#include "engine/forecast/hw-kept.h"
#include "engine/forecast/hw-scenario.h"

#include <math.h>
#include <stdlib.h>

#define SERIES_USUAL 250
#define TOGETHER_MAX 6
#define LENGTH_MAX 200
#define LONG_LENGTH 420
#define HORIZON_MAX 60

static guint64 n_series = SERIES_USUAL;
static guint64 first_seed = 1;

typedef struct
{
  double y[LONG_LENGTH];
  guint8 sold_out[LONG_LENGTH];
  double lift[LONG_LENGTH + HORIZON_MAX];
} Material;

typedef enum
{
  MOOD_CONSTANT,
  MOOD_ZERO,
  MOOD_ONE_VALUE,
  MOOD_TWO_VALUES,
  MOOD_COUNTS,
  MOOD_HUGE,
  MOOD_TINY,
  MOOD_BOTH,
  MOOD_WALK,
  MOOD_EXPLODES,
  MOOD_FADES,
  MOOD_SEASON,
  MOOD_JUNK,
  MOOD_N,
} Mood;

/* Any number a broken file could hold. */
static double
junk (HwRng *rng)
{
  switch (hw_rng_below (rng, 10))
    {
    case 0: return NAN;
    case 1: return 0.0;
    case 2: return -hw_rng_unit (rng) * 50.0;
    case 3: return 1e11 * hw_rng_unit (rng);
    case 4: return 1e-9;
    case 5: return 1e-300;
    case 6: return hw_rng_below (rng, 200) == 0 ? INFINITY : 4.0;
    case 7: return hw_rng_below (rng, 200) == 0 ? 1e308 : 5.0;
    default: return hw_rng_poisson (rng, 2.0);
    }
}

static double
value_at (Mood   mood,
          gsize  t,
          gsize  n,
          int    season,
          double before,
          HwRng *rng)
{
  const double u = hw_rng_unit (rng);

  switch (mood)
    {
    case MOOD_CONSTANT: return 12.5;
    case MOOD_ZERO: return 0.0;
    case MOOD_ONE_VALUE: return t == n / 2 ? 7.0 : 0.0;
    case MOOD_TWO_VALUES: return u < 0.5 ? 3.0 : 1e6;
    case MOOD_COUNTS: return u < 0.3 ? 1.0 + hw_rng_poisson (rng, 2.0) : 0.0;
    case MOOD_HUGE: return 9e11 * u;
    case MOOD_TINY: return 1e-11 * (0.2 + u);
    case MOOD_BOTH: return u < 0.9 ? 1e-3 * u : 1e11;
    case MOOD_WALK: return before + hw_rng_normal (rng);
    case MOOD_EXPLODES: return MIN (exp (0.3 * (double) t), 9e11);
    case MOOD_FADES: return 1e6 * exp (-0.2 * (double) t);
    case MOOD_SEASON: return 10.0 * (double) (t % (gsize) season) + (u < 0.1 ? u : 0.0);
    case MOOD_JUNK:
    case MOOD_N:
    default: return junk (rng);
    }
}

static HwForecastInput
make_series (HwRng    *rng,
             gsize     horizon,
             int       season,
             int       long_season,
             Material *m)
{
  const gsize longest = long_season > 0 && hw_rng_below (rng, 8) == 0 ? LONG_LENGTH : LENGTH_MAX;
  const gsize n = hw_rng_below (rng, 4) == 0 ? hw_rng_below (rng, 12) : hw_rng_below (rng, (guint32) longest);
  const Mood mood = (Mood) hw_rng_below (rng, MOOD_N);
  const double gaps = hw_rng_below (rng, 3) == 0 ? hw_rng_unit (rng) * 0.6 : 0.0;
  const double minus = hw_rng_below (rng, 5) == 0 ? -1.0 : 1.0;
  double before = 5.0;

  for (gsize t = 0; t < n; t++)
    {
      before = value_at (mood, t, n, season, before, rng);
      m->y[t] = hw_rng_unit (rng) < gaps ? (double) NAN : minus * before;
      m->sold_out[t] = hw_rng_below (rng, 3) == 0;
    }
  for (gsize t = 0; t < n + horizon; t++)
    m->lift[t] = hw_rng_below (rng, 10) == 0 ? 4.0 * hw_rng_unit (rng) : 1.0;

  return (HwForecastInput) {
    .y = m->y, .n = n, .season = season, .long_season = long_season, .non_negative = hw_rng_below (rng, 6) != 0,
    .sold_out = hw_rng_below (rng, 4) == 0 ? m->sold_out : NULL, .lift = hw_rng_below (rng, 6) == 0 ? m->lift : NULL,
    .group = (int) hw_rng_below (rng, 2),
  };
}

static void
check_periods (const HwForecastResult *r,
               gboolean                non_negative)
{
  for (gsize h = 0; h < r->horizon; h++)
    {
      const double *q = r->quantiles + h * HW_LEVELS;

      g_assert_true (isfinite (r->mean[h]) && isfinite (r->median[h]));
      g_assert_true (isfinite (r->lo95[h]) && isfinite (r->hi95[h]));
      g_assert_cmpfloat (r->lo95[h], <=, r->lo80[h]);
      g_assert_cmpfloat (r->lo80[h], <=, r->hi80[h]);
      g_assert_cmpfloat (r->hi80[h], <=, r->hi95[h]);
      g_assert_true (isfinite (r->sum_mean[h]));
      g_assert_true (isfinite (r->sum_sd[h]) && r->sum_sd[h] >= 0.0);
      for (gsize k = 0; k < HW_LEVELS; k++)
        {
          g_assert_true (isfinite (q[k]));
          g_assert_true (k == 0 || q[k] >= q[k - 1]);
          g_assert_true (!non_negative || q[k] >= 0.0);
        }
      g_assert_true (!non_negative || (r->mean[h] >= 0.0 && r->lo95[h] >= 0.0));
    }
}

static void
check_result (const HwForecastResult *r,
              const HwForecastInput  *input)
{
  double shares = 0.0;

  check_periods (r, input->non_negative);
  g_assert_cmpuint (r->n_parts, <=, HW_FORECAST_PARTS);
  for (gsize i = 0; i < r->n_parts; i++)
    shares += r->parts[i].share;
  g_assert_cmpfloat (shares, <=, 1.0 + 1e-9);
  g_assert_true (isfinite (r->error) && r->error >= 0.0);
  g_assert_true (isfinite (r->simple_error) && r->simple_error >= 0.0);
  g_assert_true (isfinite (r->tested_actual) && isfinite (r->level));
  g_assert_true (isfinite (r->lost) && r->lost >= 0.0);
  g_assert_true (r->inside80 >= 0.0 && r->inside80 <= r->inside95 && r->inside95 <= 1.0);
  for (gsize t = 0; t < input->n; t++)
    g_assert_true (isfinite (r->lost_at[t]) && r->lost_at[t] >= 0.0);
}

/* Kept, it takes anything that may come; drawn from, it gives numbers. */
static void
check_used (const HwForecastResult *r,
            const HwForecastInput  *input,
            HwRng                  *rng)
{
  g_autoptr (HwKept) kept = hw_kept_new (input, r);
  g_autofree double *paths = hw_scenario_draw (r, 3, 1);

  for (gsize i = 0; i < 3 * r->horizon; i++)
    g_assert_true (isfinite (paths[i]) && (!input->non_negative || paths[i] >= 0.0));

  for (gsize t = 0; kept != NULL && t < 8; t++)
    {
      const double y = hw_rng_below (rng, 2) == 0 ? junk (rng) : r->mean[0];
      const guint8 sold_out = hw_rng_below (rng, 5) == 0;
      g_auto (HwForecastResult) now = { 0 };

      hw_kept_add (kept, &y, &sold_out, 1);
      if (hw_kept_answer (kept, &now))
        check_periods (&now, input->non_negative);
    }
}

static void
check_reason (const GError *error)
{
  g_assert_true (error->domain == HW_ENGINE_ERROR);
  g_assert_true (error->code == HW_ENGINE_ERROR_TOO_SHORT || error->code == HW_ENGINE_ERROR_NO_DEMAND
                 || error->code == HW_ENGINE_ERROR_BAD_VALUE);
}

static void
test_answers_or_says_why (void)
{
  static const int seasons[] = { 1, 2, 4, 7, 7, 12, 24, 52 };
  g_autofree Material *material = g_new0 (Material, TOGETHER_MAX);
  guint64 answers = 0, reasons = 0;

  for (guint64 seed = first_seed; answers + reasons < n_series; seed++)
    {
      HwForecastInput inputs[TOGETHER_MAX];
      HwForecastAnswer out[TOGETHER_MAX];
      HwRng rng;
      gsize n, horizon;
      int season, long_season;

      hw_rng_init (&rng, seed);
      g_test_message ("seed %" G_GUINT64_FORMAT, seed);
      n = hw_rng_below (&rng, 2) == 0 ? 1 : 1 + hw_rng_below (&rng, TOGETHER_MAX);
      horizon = 1 + hw_rng_below (&rng, hw_rng_below (&rng, 5) == 0 ? HORIZON_MAX : 14);
      season = seasons[hw_rng_below (&rng, G_N_ELEMENTS (seasons))];
      long_season = season == 7 && seed % 2 == 0 ? 364 : season == 24 ? 168 : 0;
      for (gsize i = 0; i < n; i++)
        inputs[i] = make_series (&rng, horizon, season, long_season, &material[i]);

      g_assert_true (hw_catalogue_forecast (inputs, n, horizon, 1 + hw_rng_below (&rng, 2), NULL, out, NULL));
      for (gsize i = 0; i < n; i++)
        if (out[i].error != NULL)
          {
            check_reason (out[i].error);
            reasons++;
          }
        else
          {
            check_result (&out[i].result, &inputs[i]);
            if (i == 0)
              check_used (&out[i].result, &inputs[i], &rng);
            answers++;
          }
      hw_catalogue_answers_clear (out, n);
    }

  g_test_message ("%" G_GUINT64_FORMAT " answers, %" G_GUINT64_FORMAT " reasons", answers, reasons);
  g_assert_cmpuint (answers, >, n_series / 3);
  g_assert_cmpuint (reasons, >, n_series / 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (argc > 1)
    n_series = g_ascii_strtoull (argv[1], NULL, 10);
  if (argc > 2)
    first_seed = g_ascii_strtoull (argv[2], NULL, 10);
  g_test_add_func ("/engine/hostile/answers-or-says-why", test_answers_or_says_why);

  return g_test_run ();
}
