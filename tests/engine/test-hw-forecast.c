/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/forecast/hw-catalogue.h"

#include <math.h>

static const double week[] = { 0.8, 0.7, 0.9, 1.0, 1.2, 1.6, 0.8 };

static void
run (const double     *y,
     gsize             n,
     int               season,
     gsize             horizon,
     HwForecastResult *result)
{
  const HwForecastInput input = { y, NULL, n, season, TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_forecast_run (&input, horizon, result, &error));
  g_assert_no_error (error);
}

static gboolean
is_whole (double x)
{
  return x == floor (x);
}

static void
check_period (const HwForecastResult *r,
              gsize                   h,
              gboolean                non_negative)
{
  const double *q = r->quantiles + h * HW_LEVELS;

  g_assert_true (isfinite (r->lo95[h]) && isfinite (r->hi95[h]) && isfinite (r->median[h]));
  g_assert_cmpfloat (r->lo95[h], <=, r->lo80[h]);
  g_assert_cmpfloat (r->lo80[h], <=, r->mean[h]);
  g_assert_cmpfloat (r->mean[h], <=, r->hi80[h]);
  g_assert_cmpfloat (r->hi80[h], <=, r->hi95[h]);
  g_assert_cmpfloat (r->lo80[h], <=, r->median[h]);
  g_assert_cmpfloat (r->median[h], <=, r->hi80[h]);
  for (gsize k = 0; k < HW_LEVELS; k++)
    {
      g_assert_true (isfinite (q[k]));
      g_assert_true (k == 0 || q[k] >= q[k - 1]);
      g_assert_true (!non_negative || q[k] >= 0.0);
    }
  g_assert_true (!non_negative || r->lo95[h] >= 0.0);
  g_assert_true (!r->whole || is_whole (r->median[h]));
  g_assert_true (!r->whole || is_whole (r->hi95[h]) || r->hi95[h] == r->mean[h]);
  g_assert_true (!r->whole || is_whole (r->lo95[h]) || r->lo95[h] == r->mean[h]);
}

/* Who had a say: the greatest first; the rest is less than one in a hundred each. */
static void
check_parts (const HwForecastResult *r)
{
  double sum = 0.0;

  g_assert_cmpuint (r->n_parts, <=, HW_FORECAST_PARTS);
  for (gsize i = 0; i < r->n_parts; i++)
    {
      sum += r->parts[i].share;
      g_assert_nonnull (r->parts[i].id);
      g_assert_true (i == 0 || r->parts[i].share <= r->parts[i - 1].share);
    }

  if (r->model == HW_MODEL_MEAN)
    g_assert_cmpuint (r->n_parts, ==, 0);
  else
    g_assert_true (sum > 0.8 && sum < 1.0 + 1e-9);
  if (r->model == HW_MODEL_NAIVE)
    g_assert_cmpstr (r->parts[0].id, ==, "naive");
}

/* What holds of every answer. */
static void
check_sound (const HwForecastResult *r,
             gboolean                non_negative)
{
  double sum = 0.0;

  g_assert_cmpuint (r->model, <=, HW_MODEL_MIX);
  g_assert_true (isfinite (r->error) && r->error >= 0.0);
  g_assert_true (isfinite (r->simple_error) && r->simple_error >= 0.0);
  g_assert_true (isfinite (r->level));
  g_assert_true (isfinite (r->lost) && r->lost >= 0.0);
  g_assert_true (r->inside80 >= 0.0 && r->inside80 <= r->inside95 && r->inside95 <= 1.0);
  check_parts (r);

  for (gsize h = 0; h < r->horizon; h++)
    {
      check_period (r, h, non_negative);
      sum += r->mean[h];
      g_assert_cmpfloat_with_epsilon (r->sum_mean[h], sum, 1e-9 * (1.0 + fabs (sum)));
      g_assert_true (isfinite (r->sum_sd[h]) && r->sum_sd[h] >= 0.0);
      g_assert_true (h == 0 || r->sum_sd[h] >= r->sum_sd[h - 1]);
    }
}

/* A shop's days: level, week, noise and, if wanted, growth a day. */
static void
fill_shop (double *y,
           gsize   n,
           double  level,
           double  growth,
           double  noise,
           guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < n; t++)
    y[t] = fmax ((level + growth * (double) t) * week[t % 7] * (1.0 + noise * hw_rng_normal (&rng)), 0.0);
}

/* Property: weekday by weekday the forecast is near the pattern that made the data. */
static void
test_finds_the_week (void)
{
  double y[371];
  HwForecastResult r;

  for (guint64 seed = 1; seed <= 5; seed++)
    {
      fill_shop (y, G_N_ELEMENTS (y), 100.0, 0.0, 0.1, seed);
      run (y, G_N_ELEMENTS (y), 7, 28, &r);
      check_sound (&r, TRUE);
      g_assert_cmpint (r.model, ==, HW_MODEL_MIX);
      g_assert_cmpfloat (r.error, <, 0.85 * r.simple_error);
      for (gsize h = 0; h < 28; h++)
        g_assert_cmpfloat_with_epsilon (r.mean[h], 100.0 * week[h % 7], 12.0 * week[h % 7]);
      hw_forecast_result_clear (&r);
    }
}

static void
test_follows_growth (void)
{
  double y[120];
  HwForecastResult r;
  HwRng rng;

  hw_rng_init (&rng, 6);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    y[t] = 50.0 + 2.0 * (double) t + 4.0 * hw_rng_normal (&rng);

  run (y, G_N_ELEMENTS (y), 1, 6, &r);
  check_sound (&r, TRUE);
  g_assert_cmpint (r.model, ==, HW_MODEL_MIX);
  g_assert_cmpfloat_with_epsilon (r.mean[5], 50.0 + 2.0 * 125.0, 12.0);
  hw_forecast_result_clear (&r);
}

/* Where nothing is closer, the simple rule stays: a year that repeats itself, and a
 * walk without memory. */
static void
test_simple_rule_stays (void)
{
  double same[70], walk[200];
  HwForecastResult r;
  HwRng rng;
  int stays = 0;

  for (gsize t = 0; t < G_N_ELEMENTS (same); t++)
    same[t] = 40.0 * week[t % 7];

  run (same, G_N_ELEMENTS (same), 7, 14, &r);
  check_sound (&r, TRUE);
  g_assert_cmpint (r.model, ==, HW_MODEL_NAIVE);
  g_assert_cmpfloat (r.error, ==, 0.0);
  for (gsize h = 0; h < 14; h++)
    g_assert_cmpfloat_with_epsilon (r.mean[h], 40.0 * week[h % 7], 1e-9);
  hw_forecast_result_clear (&r);

  for (guint64 seed = 1; seed <= 20; seed++)
    {
      hw_rng_init (&rng, seed);
      for (gsize t = 0; t < G_N_ELEMENTS (walk); t++)
        walk[t] = (t == 0 ? 500.0 : walk[t - 1]) + hw_rng_normal (&rng);
      run (walk, G_N_ELEMENTS (walk), 1, 6, &r);
      stays += r.model == HW_MODEL_NAIVE;
      g_assert_cmpfloat (r.error, <=, r.simple_error);
      hw_forecast_result_clear (&r);
    }

  g_assert_cmpint (stays, >=, 10);
}

/* What never changes is forecast as it is; of few whole pieces one more or less is
 * never ruled out. */
static void
test_constant (void)
{
  static const double values[] = { 12.5, 12.0, 4000.0 };
  double y[90];
  HwForecastResult r;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const double off = values[i] == 12.0 ? 2.0 : values[i] == 4000.0 ? 1.5 : 1e-2;

      for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
        y[t] = values[i];

      run (y, G_N_ELEMENTS (y), 7, 10, &r);
      check_sound (&r, TRUE);
      for (gsize h = 0; h < 10; h++)
        {
          g_assert_cmpfloat_with_epsilon (r.mean[h], values[i], 1e-9);
          g_assert_cmpfloat_with_epsilon (r.median[h], values[i], 1e-9);
          g_assert_cmpfloat_with_epsilon (r.hi95[h], values[i], off);
          g_assert_cmpfloat_with_epsilon (r.lo95[h], values[i], off);
        }
      g_assert_cmpfloat_with_epsilon (r.level, values[i], 1e-9);
      hw_forecast_result_clear (&r);
    }
}

static void
test_sells_now_and_then (void)
{
  double y[300];
  HwForecastResult r;
  HwRng rng;
  double mean = 0.0;

  for (guint64 seed = 1; seed <= 10; seed++)
    {
      hw_rng_init (&rng, seed);
      for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
        y[t] = hw_rng_unit (&rng) < 0.2 ? 1.0 + hw_rng_poisson (&rng, 3.0) : 0.0;
      run (y, G_N_ELEMENTS (y), 7, 28, &r);
      check_sound (&r, TRUE);
      mean += r.mean[0] / 10.0;
      g_assert_cmpfloat (r.lo80[0], ==, 0.0);
      g_assert_cmpfloat (r.hi95[0], >, 2.0);
      hw_forecast_result_clear (&r);
    }

  g_assert_cmpfloat_with_epsilon (mean, 0.8, 0.15);
}

/* A product that sells on Saturdays only has a season, not a gap. */
static void
test_saturdays_only (void)
{
  double y[210];
  HwForecastResult r;
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    y[t] = t % 7 == 5 ? 30.0 + 3.0 * hw_rng_normal (&rng) : 0.0;

  run (y, G_N_ELEMENTS (y), 7, 14, &r);
  check_sound (&r, TRUE);
  g_assert_cmpfloat_with_epsilon (r.mean[5], 30.0, 4.0);
  g_assert_cmpfloat (r.mean[3], <, 1.5);
  hw_forecast_result_clear (&r);
}

typedef struct
{
  const char *name;
  int         season;
  double      level, noise, shift;  /* shift: spread of the level's own steps */
  gboolean    counts;
} Kind;

static const Kind kinds[] = {
  { "steady", 7, 100.0, 0.15, 0.0, FALSE },
  { "drifting", 7, 200.0, 0.10, 4.0, FALSE },
  { "plain", 1, 80.0, 0.20, 3.0, FALSE },
  { "few", 7, 4.0, 0.0, 0.0, TRUE },
};

static void
simulate (const Kind *kind,
          guint64     seed,
          gsize       n,
          double     *y)
{
  double level = kind->level;
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < n; t++)
    {
      const double mean = level * (kind->season == 7 ? week[t % 7] : 1.0);

      y[t] = kind->counts ? hw_rng_poisson (&rng, mean)
                          : fmax (mean * (1.0 + kind->noise * hw_rng_normal (&rng)), 0.0);
      level = fmax (level + kind->shift * hw_rng_normal (&rng), 0.2 * kind->level);
    }
}

/* Shares of what came that the ranges held, in catalogues of one or of all series. */
static void
count_inside (const Kind *kind,
              gboolean    together,
              double     *in80,
              double     *in95,
              double     *sum80)
{
  enum { N = 280, AHEAD = 14, SERIES = 60 };
  g_autofree double *y = g_new (double, SERIES * (N + AHEAD));
  HwForecastInput inputs[SERIES];
  HwForecastAnswer out[SERIES];

  *in80 = *in95 = *sum80 = 0.0;
  for (gsize i = 0; i < SERIES; i++)
    {
      simulate (kind, i + 1, N + AHEAD, y + i * (N + AHEAD));
      inputs[i] = (HwForecastInput) { .y = y + i * (N + AHEAD), .n = N, .season = kind->season, .non_negative = TRUE,
                                      .group = together ? 0 : (int) i };
    }

  g_assert_true (hw_catalogue_forecast (inputs, SERIES, AHEAD, 2, NULL, out, NULL));
  for (gsize i = 0; i < SERIES; i++)
    {
      const HwForecastResult *r = &out[i].result;
      double total = 0.0;

      g_assert_no_error (out[i].error);
      check_sound (r, TRUE);
      for (gsize h = 0; h < AHEAD; h++)
        {
          const double came = inputs[i].y[N + h];

          total += came;
          *in80 += came >= r->lo80[h] && came <= r->hi80[h] ? 1.0 / (SERIES * AHEAD) : 0.0;
          *in95 += came >= r->lo95[h] && came <= r->hi95[h] ? 1.0 / (SERIES * AHEAD) : 0.0;
        }
      *sum80 += fabs (total - r->sum_mean[AHEAD - 1]) < 1.2816 * r->sum_sd[AHEAD - 1] ? 1.0 / SERIES : 0.0;
    }
  g_test_message ("%s, %s: 80 %%: %.3f, 95 %%: %.3f, total 80 %%: %.3f", kind->name, together ? "together" : "alone",
                  *in80, *in95, *sum80);
  hw_catalogue_answers_clear (out, SERIES);
}

/* Property: ranges hold what they promise, for periods and for totals; of a series
 * that stands alone less is known, and its ranges are wider. Few whole units cannot be cut at exactly one
 * tenth, so that their ranges hold more. */
static void
test_ranges_hold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const double upper80 = kinds[i].counts ? 0.93 : 0.87;
      double in80, in95, sum80;

      count_inside (&kinds[i], TRUE, &in80, &in95, &sum80);
      g_assert_true (in80 > 0.75 && in80 < upper80);
      g_assert_true (in95 > 0.92 && in95 < 0.99);
      g_assert_true (sum80 > 0.70 && sum80 < 0.90);

      count_inside (&kinds[i], FALSE, &in80, &in95, &sum80);
      g_assert_true (in80 > 0.72 && in80 < 0.95);
      g_assert_true (in95 > 0.92);
      g_assert_true (sum80 > 0.70 && sum80 < 0.995);
    }
}

/* Property: dozens instead of pieces divide everything by 12. */
static void
test_scales_with_units (void)
{
  double pieces[200], dozens[200];
  HwForecastResult a, b;

  fill_shop (pieces, 200, 60.0, 0.05, 0.2, 3);
  for (gsize t = 0; t < 200; t++)
    dozens[t] = pieces[t] / 12.0;

  run (pieces, 200, 7, 14, &a);
  run (dozens, 200, 7, 14, &b);
  g_assert_cmpint (a.model, ==, b.model);
  for (gsize h = 0; h < 14; h++)
    {
      g_assert_cmpfloat_with_epsilon (a.mean[h] / 12.0, b.mean[h], 1e-4 * b.mean[h]);
      g_assert_cmpfloat_with_epsilon (a.hi95[h] / 12.0, b.hi95[h], 1e-4 * b.hi95[h]);
      g_assert_cmpfloat_with_epsilon (a.sum_sd[h] / 12.0, b.sum_sd[h], 1e-3 * b.sum_sd[h]);
    }
  hw_forecast_result_clear (&a);
  hw_forecast_result_clear (&b);
}

/* Property: the time before the first observed period changes nothing. */
static void
test_start_does_not_matter (void)
{
  double y[150], later[200];
  HwForecastResult a, b;

  fill_shop (y, 150, 60.0, 0.0, 0.2, 4);
  for (gsize t = 0; t < 200; t++)
    later[t] = t < 50 ? NAN : y[t - 50];

  run (y, 150, 7, 14, &a);
  run (later, 200, 7, 14, &b);
  g_assert_cmpint (a.model, ==, b.model);
  g_assert_cmpmem (a.mean, 14 * sizeof (double), b.mean, 14 * sizeof (double));
  g_assert_cmpmem (a.hi95, 14 * sizeof (double), b.hi95, 14 * sizeof (double));
  g_assert_cmpfloat (a.level, ==, b.level);
  hw_forecast_result_clear (&a);
  hw_forecast_result_clear (&b);
}

static void
test_repeats_bit_for_bit (void)
{
  double y[200];
  HwForecastResult a, b;

  fill_shop (y, 200, 60.0, 0.1, 0.3, 5);
  run (y, 200, 7, 28, &a);
  run (y, 200, 7, 28, &b);
  g_assert_cmpint (a.model, ==, b.model);
  g_assert_cmpmem (a.mean, 28 * sizeof (double), b.mean, 28 * sizeof (double));
  g_assert_cmpmem (a.sum_sd, 28 * sizeof (double), b.sum_sd, 28 * sizeof (double));
  hw_forecast_result_clear (&a);
  hw_forecast_result_clear (&b);
}

/* Days that were not observed are not days without demand. */
static void
test_closed_days (void)
{
  double y[280];
  HwForecastResult r;

  fill_shop (y, 280, 100.0, 0.0, 0.1, 7);
  for (gsize t = 0; t < 280; t++)
    if (t % 13 == 4 || (t > 200 && t < 215))
      y[t] = NAN;

  run (y, 280, 7, 14, &r);
  check_sound (&r, TRUE);
  for (gsize h = 0; h < 14; h++)
    g_assert_cmpfloat_with_epsilon (r.mean[h], 100.0 * week[h % 7], 15.0 * week[h % 7]);
  g_assert_cmpfloat_with_epsilon (r.level, 100.0, 4.0);
  hw_forecast_result_clear (&r);
}

/* Property: a shelf that is empty by noon every second day hides demand; the
 * forecast finds most of it. */
static void
test_sold_out_days (void)
{
  double y[280], truth = 0.0, each = 0.0;
  guint8 sold_out[280];
  const HwForecastInput blind = { y, NULL, 280, 7, TRUE }, told = { y, sold_out, 280, 7, TRUE };
  HwForecastResult a, b;

  fill_shop (y, 280, 100.0, 0.0, 0.2, 8);
  for (gsize t = 0; t < 280; t++)
    {
      const double stock = 100.0 * week[t % 7];

      sold_out[t] = y[t] >= stock;
      truth += MAX (y[t] - stock, 0.0);
      y[t] = MIN (y[t], stock);
    }

  g_assert_true (hw_forecast_run (&blind, 7, &a, NULL));
  g_assert_true (hw_forecast_run (&told, 7, &b, NULL));
  check_sound (&b, TRUE);
  g_assert_cmpfloat (a.lost, ==, 0.0);
  for (gsize t = 0; t < 280; t++)
    {
      if (!sold_out[t])
        g_assert_cmpfloat (b.lost_at[t], ==, 0.0);
      each += b.lost_at[t];
    }
  g_assert_cmpfloat_with_epsilon (each, b.lost, 1e-6 * b.lost);
  g_assert_cmpfloat (b.lost, >, 0.75 * truth);
  g_assert_cmpfloat (b.lost, <, 1.3 * truth);
  g_assert_cmpfloat (a.sum_mean[6], <, 660.0);
  g_assert_cmpfloat_with_epsilon (b.sum_mean[6], 700.0, 35.0);
  g_assert_cmpfloat (b.level, >, a.level);
  hw_forecast_result_clear (&a);
  hw_forecast_result_clear (&b);
}

/* Too short to test is said, not hidden. */
static void
test_short_series (void)
{
  const double y[] = { 4, 6, 5, 7, 5, 6, 8 };
  HwForecastResult r;

  run (y, 4, 7, 7, &r);
  check_sound (&r, TRUE);
  g_assert_cmpint (r.model, ==, HW_MODEL_MEAN);
  g_assert_cmpuint (r.n_tested, ==, 0);
  g_assert_cmpfloat_with_epsilon (r.mean[3], 5.5, 1e-9);
  hw_forecast_result_clear (&r);

  run (y, 7, 7, 7, &r);
  check_sound (&r, TRUE);
  g_assert_cmpint (r.model, ==, HW_MODEL_NAIVE);
  g_assert_cmpuint (r.n_tested, ==, 0);
  g_assert_cmpfloat_with_epsilon (r.mean[0], 4.0, 1e-9);
  hw_forecast_result_clear (&r);
}

static void
test_stops_at_zero_only_if_told (void)
{
  double y[60];
  HwForecastInput input = { y, NULL, 60, 1, TRUE };
  HwForecastResult r;

  for (gsize t = 0; t < 60; t++)
    y[t] = 120.0 - 2.0 * (double) t + (t % 2 == 0 ? 1.0 : -1.0);

  g_assert_true (hw_forecast_run (&input, 30, &r, NULL));
  check_sound (&r, TRUE);
  hw_forecast_result_clear (&r);

  input.non_negative = FALSE;
  g_assert_true (hw_forecast_run (&input, 30, &r, NULL));
  check_sound (&r, FALSE);
  g_assert_cmpfloat (r.lo95[29], <, 0.0);
  hw_forecast_result_clear (&r);
}

/* Any number a broken file could hold. */
static double
hostile (HwRng *rng,
         int    mood)
{
  switch (hw_rng_below (rng, 12))
    {
    case 0: return NAN;
    case 1: return 0.0;
    case 2: return mood % 3 == 0 ? -hw_rng_unit (rng) * 50.0 : 1.0;
    case 3: return mood % 5 == 0 ? 1e11 * hw_rng_unit (rng) : 3.0;
    case 4: return mood % 7 == 0 ? 1e-9 : 2.0;
    case 5: return mood % 41 == 0 ? INFINITY : 4.0;
    default: return mood % 2 == 0 ? hw_rng_poisson (rng, 2.0) : hw_rng_gamma (rng, 0.3) * 100.0;
    }
}

/* Property: whatever comes in, a sound answer or a named reason comes out. */
static void
test_hostile_series (void)
{
  static const int seasons[] = { 1, 2, 7, 12, 52 };
  int answers = 0, reasons = 0;
  HwRng rng;

  hw_rng_init (&rng, 13);
  for (int mood = 0; mood < 600; mood++)
    {
      double y[160];
      guint8 sold_out[160];
      const gsize n = hw_rng_below (&rng, 160);
      const HwForecastInput input = {
        y, mood % 4 == 0 ? sold_out : NULL, n, seasons[mood % 5], mood % 6 != 0,
      };
      g_autoptr (GError) error = NULL;
      HwForecastResult r = { .level = -99.0 };

      for (gsize t = 0; t < n; t++)
        {
          y[t] = mood % 11 == 0 ? 0.0 : hostile (&rng, mood);
          sold_out[t] = hw_rng_below (&rng, 3) == 0;
        }

      if (hw_forecast_run (&input, 1 + hw_rng_below (&rng, 60), &r, &error))
        {
          check_sound (&r, input.non_negative);
          hw_forecast_result_clear (&r);
          answers++;
        }
      else
        {
          g_assert_true (error->domain == HW_ENGINE_ERROR);
          g_assert_cmpint (error->code, !=, HW_ENGINE_ERROR_CANCELLED);
          g_assert_cmpfloat (r.level, ==, -99.0);
          reasons++;
        }
    }

  g_assert_cmpint (answers, >, 300);
  g_assert_cmpint (reasons, >, 20);
}

typedef struct
{
  const char    *name;
  double         y[4];
  gsize          n;
  HwEngineError  expect;
} BadCase;

static const BadCase bad_cases[] = {
  { "nothing",    { 0 },              0, HW_ENGINE_ERROR_TOO_SHORT },
  { "too-short",  { 4, 5 },           2, HW_ENGINE_ERROR_TOO_SHORT },
  { "not-seen",   { NAN, NAN, 3, 4 }, 4, HW_ENGINE_ERROR_TOO_SHORT },
  { "infinite",   { 1, 2, INFINITY },  3, HW_ENGINE_ERROR_BAD_VALUE },
  { "too-large",  { 1, 2, 1e13 },     3, HW_ENGINE_ERROR_BAD_VALUE },
  { "never-sold", { 0, 0, NAN, 0 },   4, HW_ENGINE_ERROR_NO_DEMAND },
};

static void
test_refuses (gconstpointer data)
{
  const BadCase *c = data;
  const HwForecastInput input = { c->y, NULL, c->n, 7, TRUE };
  g_autoptr (GError) error = NULL;
  HwForecastResult r = { .level = -99.0 };

  g_assert_false (hw_forecast_run (&input, 7, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, (int) c->expect);
  g_assert_cmpfloat (r.level, ==, -99.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/forecast/finds-the-week", test_finds_the_week);
  g_test_add_func ("/engine/forecast/follows-growth", test_follows_growth);
  g_test_add_func ("/engine/forecast/simple-rule-stays", test_simple_rule_stays);
  g_test_add_func ("/engine/forecast/constant", test_constant);
  g_test_add_func ("/engine/forecast/sells-now-and-then", test_sells_now_and_then);
  g_test_add_func ("/engine/forecast/saturdays-only", test_saturdays_only);
  g_test_add_func ("/engine/forecast/ranges-hold", test_ranges_hold);
  g_test_add_func ("/engine/forecast/scales-with-units", test_scales_with_units);
  g_test_add_func ("/engine/forecast/start-does-not-matter", test_start_does_not_matter);
  g_test_add_func ("/engine/forecast/repeats-bit-for-bit", test_repeats_bit_for_bit);
  g_test_add_func ("/engine/forecast/closed-days", test_closed_days);
  g_test_add_func ("/engine/forecast/sold-out-days", test_sold_out_days);
  g_test_add_func ("/engine/forecast/short-series", test_short_series);
  g_test_add_func ("/engine/forecast/stops-at-zero-only-if-told", test_stops_at_zero_only_if_told);
  g_test_add_func ("/engine/forecast/hostile-series", test_hostile_series);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/engine/forecast/refuses/", bad_cases[i].name, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_refuses);
    }

  return g_test_run ();
}
