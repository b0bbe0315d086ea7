/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-families.h"
#include "engine/forecast/hw-kept.h"
#include "engine/forecast/hw-prepared.h"

#include <math.h>
#include <string.h>

#define DAYS 210
#define AHEAD 21

static const double week[] = { 0.8, 0.7, 0.9, 1.0, 1.2, 1.6, 0.8 };

typedef enum { KIND_STEADY, KIND_DRIFTING, KIND_FEW, KIND_RARE, KIND_BALANCE, KIND_N } Kind;

/* DAYS to learn from, AHEAD to come. */
static void
simulate (Kind    kind,
          guint64 seed,
          double *y)
{
  double level = kind == KIND_FEW ? 5.0 : kind == KIND_RARE ? 0.3 : 100.0;
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < DAYS + AHEAD; t++)
    {
      const double mean = level * week[t % 7];

      y[t] = kind == KIND_FEW || kind == KIND_RARE ? hw_rng_poisson (&rng, mean)
             : kind == KIND_BALANCE ? 20.0 * hw_rng_normal (&rng)
                                    : mean * (1.0 + 0.1 * hw_rng_normal (&rng));
      level = kind == KIND_DRIFTING ? MAX (level + 5.0 * hw_rng_normal (&rng), 30.0) : level;
    }
}

static HwKept *
keep (const double     *y,
      gboolean          non_negative,
      HwForecastResult *base)
{
  const HwForecastInput input = { .y = y, .n = DAYS, .season = 7, .non_negative = non_negative };
  HwKept *kept;

  g_assert_true (hw_forecast_run (&input, AHEAD, base, NULL));
  kept = hw_kept_new (&input, base);
  g_assert_nonnull (kept);
  return kept;
}

static void
assert_same (const HwForecastResult *a,
             const HwForecastResult *b)
{
  const gsize size = a->horizon * sizeof (double);

  g_assert_cmpuint (a->horizon, ==, b->horizon);
  g_assert_cmpmem (a->mean, size, b->mean, size);
  g_assert_cmpmem (a->median, size, b->median, size);
  g_assert_cmpmem (a->lo80, size, b->lo80, size);
  g_assert_cmpmem (a->hi95, size, b->hi95, size);
  g_assert_cmpmem (a->quantiles, size * HW_LEVELS, b->quantiles, size * HW_LEVELS);
  g_assert_cmpmem (a->sum_mean, size, b->sum_mean, size);
  g_assert_cmpmem (a->sum_sd, size, b->sum_sd, size);
}

static void
test_nothing_added_nothing_changed (void)
{
  for (Kind kind = KIND_STEADY; kind < KIND_N; kind++)
    {
      double y[DAYS + AHEAD];
      g_auto (HwForecastResult) base = { 0 }, now = { 0 };
      g_autoptr (HwKept) kept = NULL;

      simulate (kind, 1, y);
      kept = keep (y, kind != KIND_BALANCE, &base);
      g_assert_false (hw_kept_due (kept));
      g_assert_cmpuint (hw_kept_left (kept), ==, AHEAD);
      g_assert_true (hw_kept_answer (kept, &now));
      assert_same (&base, &now);
    }
}

/* Property: day by day, or all at once: the same bits. */
static void
test_day_by_day_equals_at_once (void)
{
  for (Kind kind = KIND_STEADY; kind < KIND_N; kind++)
    {
      double y[DAYS + AHEAD];
      g_auto (HwForecastResult) base = { 0 }, base_too = { 0 }, a = { 0 }, b = { 0 };
      g_autoptr (HwKept) slow = NULL, quick = NULL;

      simulate (kind, 2, y);
      y[DAYS + 3] = NAN;
      slow = keep (y, kind != KIND_BALANCE, &base);
      quick = keep (y, kind != KIND_BALANCE, &base_too);
      for (gsize t = 0; t < 9; t++)
        hw_kept_add (slow, y + DAYS + t, NULL, 1);
      hw_kept_add (quick, y + DAYS, NULL, 9);

      g_assert_true (hw_kept_answer (slow, &a));
      g_assert_true (hw_kept_answer (quick, &b));
      g_assert_cmpuint (a.horizon, ==, AHEAD - 9);
      assert_same (&a, &b);
      g_assert_true (hw_kept_due (slow) && hw_kept_due (quick));
    }
}

/* Property: each family, moved on, equals one pass over all days with its parameters
 * as they were, bit for bit; and so does the mix of them. */
static void
test_equals_the_full_pass (void)
{
  for (Kind kind = KIND_STEADY; kind < KIND_N; kind++)
    {
      double y[DAYS + AHEAD], before[AHEAD] = { 0 }, after[AHEAD] = { 0 }, mean[AHEAD], sum = 0.0;
      const HwForecastInput input = { .y = y, .n = DAYS, .season = 7, .non_negative = kind != KIND_BALANCE };
      g_auto (HwForecastResult) base = { 0 }, now = { 0 };
      g_autoptr (HwKept) kept = NULL;
      g_auto (HwPrepared) series = { 0 };
      g_autofree double *all = g_new (double, DAYS + AHEAD);

      simulate (kind, 3, y);
      kept = keep (y, kind != KIND_BALANCE, &base);
      hw_kept_add (kept, y + DAYS, NULL, 7);
      g_assert_true (hw_kept_answer (kept, &now));

      g_assert_true (hw_prepared_take (&input, AHEAD, &series, NULL));
      for (gsize t = 0; t < DAYS + 7; t++)
        all[t] = t < DAYS ? series.y[t] : y[t] / series.view.unit;
      for (gsize i = 0; i < base.n_parts; i++)
        sum += base.parts[i].share;
      for (gsize i = 0; i < base.n_parts; i++)
        for (gsize f = 0; f < HW_FAMILIES; f++)
          {
            gpointer fit;

            if (strcmp (hw_families[f]->id, base.parts[i].id) != 0)
              continue;
            fit = hw_families[f]->fit (&series.view);
            hw_families[f]->mean (fit, AHEAD, mean);
            for (gsize h = 0; h < AHEAD; h++)
              before[h] += base.parts[i].share / sum * (input.non_negative ? MAX (mean[h], 0.0) : mean[h]);
            hw_families[f]->move (fit, all, DAYS, DAYS + 7);
            hw_families[f]->mean (fit, AHEAD - 7, mean);
            for (gsize h = 0; h < AHEAD - 7; h++)
              after[h] += base.parts[i].share / sum * (input.non_negative ? MAX (mean[h], 0.0) : mean[h]);
            hw_families[f]->free (fit);
          }

      for (gsize h = 0; h < now.horizon; h++)
        {
          const double moved = base.mean[7 + h] + series.view.unit * (after[h] - before[7 + h]);

          g_assert_cmpfloat (now.mean[h], ==, input.non_negative ? MAX (moved, 0.0) : moved);
        }
    }
}

/* Property: what is brought up to date comes closer than what was left as it was. */
static void
test_comes_closer (void)
{
  double kept_off = 0.0, left_off = 0.0;

  for (guint64 seed = 1; seed <= 20; seed++)
    {
      double y[DAYS + AHEAD];
      g_auto (HwForecastResult) base = { 0 }, now = { 0 };
      g_autoptr (HwKept) kept = NULL;

      simulate (KIND_DRIFTING, seed, y);
      kept = keep (y, TRUE, &base);
      hw_kept_add (kept, y + DAYS, NULL, 14);
      g_assert_true (hw_kept_answer (kept, &now));
      for (gsize h = 0; h < 7; h++)
        {
          kept_off += fabs (now.mean[h] - y[DAYS + 14 + h]);
          left_off += fabs (base.mean[14 + h] - y[DAYS + 14 + h]);
          g_assert_true (now.lo95[h] <= now.lo80[h] && now.lo80[h] <= now.mean[h] && now.mean[h] <= now.hi80[h]);
        }
    }

  g_assert_cmpfloat (kept_off, <, 0.9 * left_off);
}

/* A level that doubles is an alarm within days; days as ever are none, until a season
 * has passed. */
static void
test_alarm (void)
{
  int false_alarms = 0;

  for (guint64 seed = 1; seed <= 20; seed++)
    {
      double y[DAYS + AHEAD], twice[5];
      g_auto (HwForecastResult) base = { 0 };
      g_autoptr (HwKept) calm = NULL, alarmed = NULL;

      simulate (KIND_STEADY, seed, y);
      calm = keep (y, TRUE, &base);
      hw_forecast_result_clear (&base);
      alarmed = keep (y, TRUE, &base);
      hw_kept_add (calm, y + DAYS, NULL, 6);
      false_alarms += hw_kept_due (calm);
      for (gsize t = 0; t < 5; t++)
        twice[t] = 2.0 * y[DAYS + t];
      hw_kept_add (alarmed, twice, NULL, 5);
      g_assert_true (hw_kept_due (alarmed));

      hw_kept_add (calm, y + DAYS + 6, NULL, 1);
      g_assert_true (hw_kept_due (calm));
    }

  g_assert_cmpint (false_alarms, <=, 1);
}

/* What sold out lowers nothing; closed days change nothing much. */
static void
test_sold_out_and_closed (void)
{
  static const guint8 sold_out[5] = { 1, 1, 1, 1, 1 };
  double y[DAYS + AHEAD], low[5], closed[5];
  g_auto (HwForecastResult) base = { 0 }, told = { 0 }, blind = { 0 }, shut = { 0 };
  g_autoptr (HwKept) a = NULL, b = NULL, c = NULL;

  simulate (KIND_STEADY, 4, y);
  for (gsize t = 0; t < 5; t++)
    {
      low[t] = 10.0;
      closed[t] = NAN;
    }
  a = keep (y, TRUE, &base);
  hw_forecast_result_clear (&base);
  b = keep (y, TRUE, &base);
  hw_forecast_result_clear (&base);
  c = keep (y, TRUE, &base);
  hw_kept_add (a, low, sold_out, 5);
  hw_kept_add (b, low, NULL, 5);
  hw_kept_add (c, closed, NULL, 5);
  g_assert_true (hw_kept_answer (a, &told));
  g_assert_true (hw_kept_answer (b, &blind));
  g_assert_true (hw_kept_answer (c, &shut));

  g_assert_cmpfloat (blind.sum_mean[6], <, 0.9 * told.sum_mean[6]);
  g_assert_cmpfloat_with_epsilon (shut.sum_mean[6], told.sum_mean[6], 0.02 * told.sum_mean[6]);
  g_assert_false (hw_kept_due (a));
  g_assert_true (hw_kept_due (b));
}

/* Nothing is left after the last period; where only a new forecast will do, none is kept. */
static void
test_ends (void)
{
  const double few[] = { 4, 6, 5, 7 };
  double y[DAYS + AHEAD], lift[DAYS + AHEAD];
  HwForecastInput input = { .y = few, .n = 4, .season = 7, .non_negative = TRUE };
  g_auto (HwForecastResult) base = { 0 }, mean = { 0 }, lifted = { 0 };
  g_autoptr (HwKept) kept = NULL;
  HwForecastResult none = { .level = -99.0 };

  simulate (KIND_STEADY, 5, y);
  kept = keep (y, TRUE, &base);
  hw_kept_add (kept, y + DAYS, NULL, AHEAD);
  hw_kept_add (kept, y + DAYS, NULL, 3);
  g_assert_cmpuint (hw_kept_left (kept), ==, 0);
  g_assert_true (hw_kept_due (kept));
  g_assert_false (hw_kept_answer (kept, &none));
  g_assert_cmpfloat (none.level, ==, -99.0);

  g_assert_true (hw_forecast_run (&input, 7, &mean, NULL));
  g_assert_null (hw_kept_new (&input, &mean));

  for (gsize t = 0; t < DAYS + AHEAD; t++)
    lift[t] = 1.0;
  input = (HwForecastInput) { .y = y, .n = DAYS, .season = 7, .non_negative = TRUE, .lift = lift };
  g_assert_true (hw_forecast_run (&input, 7, &lifted, NULL));
  g_assert_null (hw_kept_new (&input, &lifted));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/kept/nothing-added-nothing-changed", test_nothing_added_nothing_changed);
  g_test_add_func ("/engine/kept/day-by-day-equals-at-once", test_day_by_day_equals_at_once);
  g_test_add_func ("/engine/kept/equals-the-full-pass", test_equals_the_full_pass);
  g_test_add_func ("/engine/kept/comes-closer", test_comes_closer);
  g_test_add_func ("/engine/kept/alarm", test_alarm);
  g_test_add_func ("/engine/kept/sold-out-and-closed", test_sold_out_and_closed);
  g_test_add_func ("/engine/kept/ends", test_ends);

  return g_test_run ();
}
