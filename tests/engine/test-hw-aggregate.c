/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-aggregate.h"
#include "engine/forecast/hw-ces.h"
#include "engine/forecast/hw-theta.h"

#include <math.h>
#include <string.h>

#define N 90
#define LATER 30
#define YEAR 12

static HwSeriesView
view_of (const double *y,
         gsize         n,
         int           season)
{
  HwSeriesView view = { .y = y, .n = n, .season = season, .unit = 1.0, .positive = TRUE };

  for (gsize t = 0; t < n; t++)
    view.positive = view.positive && y[t] > 0.0;

  return view;
}

static void
fill_series (double *y,
             gsize   n,
             double  noise)
{
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (gsize t = 0; t < n; t++)
    y[t] = (10.0 + 0.02 * (double) t) * (1.0 + 0.3 * sin (G_PI * (double) t / 6.0)) * (1.0 + noise * hw_rng_normal (&rng));
}

/* What both methods say, halved, of blocks of @span months once the first @n of @y
 * were seen, the fit made from the first N. */
static void
blocks_ahead (const double *y,
              gsize         n,
              gsize         span,
              gsize         blocks,
              double       *mean)
{
  const gsize first = N % span, made = N / span, seen = (n - first) / span;
  double sums[N + LATER], ces[LATER];
  g_autoptr (HwThetaFit) theta = NULL;
  g_autoptr (HwCesFit) complex = NULL;
  HwSeriesView series;

  for (gsize j = 0; j < seen; j++)
    {
      sums[j] = 0.0;
      for (gsize i = 0; i < span; i++)
        sums[j] += y[first + j * span + i];
      sums[j] /= (double) span;
    }

  series = view_of (sums, made, YEAR / (int) span);
  theta = hw_theta_fit (HW_THETA_DYNAMIC, HW_THETA_SEASON_RECENT, &series);
  complex = hw_ces_fit (&series);
  hw_theta_move (theta, sums, made, seen);
  hw_ces_move (complex, sums, made, seen);
  hw_theta_mean (theta, blocks, mean);
  hw_ces_mean (complex, blocks, ces);
  for (gsize j = 0; j < blocks; j++)
    mean[j] = 0.5 * (mean[j] + ces[j]);
}

/* Least squares has an end where no month wants to move: over the spans, what the
 * blocks around it lack beside their forecasts adds up to nothing. */
static void
assert_agreed (const double *y,
               gsize         n)
{
  const HwSeriesView series = view_of (y, N, YEAR);
  const gsize start = N + (n - N) / YEAR * YEAR;
  g_autoptr (HwAggregateFit) fit = hw_aggregate_fit (&series);
  double months[2 * YEAR], pull[2 * YEAR] = { 0 };

  g_assert_nonnull (fit);
  hw_aggregate_move (fit, y, N, n);
  memcpy (months, y + start, (n - start) * sizeof *y);
  hw_aggregate_mean (fit, 2 * YEAR - (n - start), months + (n - start));
  for (gsize span = 1; span <= 4; span++)
    {
      const gsize from = (n - start) / span * span;
      double ahead[2 * YEAR];

      blocks_ahead (y, n, span, (2 * YEAR - from) / span, ahead);
      for (gsize i = from; i < 2 * YEAR; i++)
        {
          const gsize block = i / span * span;
          double sum = 0.0;

          for (gsize j = block; j < block + span; j++)
            sum += months[j];
          pull[i] += (sum - (double) span * ahead[(block - from) / span]) / (double) span;
        }
    }

  for (gsize i = n - start; i < 2 * YEAR; i++)
    g_assert_cmpfloat_with_epsilon (pull[i], 0.0, 1e-9);
}

static void
test_least_squares (void)
{
  double y[N + LATER];

  fill_series (y, N + LATER, 0.1);
  for (gsize later = 0; later <= 14; later++)
    assert_agreed (y, N + later);
}

static void
test_follows (void)
{
  double y[N + LATER], mean[LATER], sd[LATER];
  HwSeriesView series;
  gpointer fit;

  fill_series (y, N + LATER, 0.0);
  series = view_of (y, N, YEAR);
  g_assert_true (hw_family_aggregate.suits (&series));
  fit = hw_family_aggregate.fit (&series);
  hw_family_aggregate.mean (fit, LATER, mean);
  hw_family_aggregate.spread (fit, LATER, sd);
  for (gsize h = 0; h < LATER; h++)
    {
      g_assert_cmpfloat_with_epsilon (mean[h], y[N + h], 0.05 * y[N + h]);
      g_assert_cmpfloat (sd[h], >=, 0.0);
    }
  hw_family_aggregate.free (fit);
}

/* In one go or one by one: the same bits. */
static void
test_moves (void)
{
  double y[N + LATER], one[LATER], all[LATER];
  HwSeriesView series;
  g_autoptr (HwAggregateFit) step = NULL, jump = NULL;

  fill_series (y, N + LATER, 0.1);
  series = view_of (y, N, YEAR);
  step = hw_aggregate_fit (&series);
  jump = hw_aggregate_fit (&series);
  for (gsize t = N; t < N + LATER; t++)
    hw_aggregate_move (step, y, t, t + 1);
  hw_aggregate_move (jump, y, N, N + LATER);
  hw_aggregate_mean (step, LATER, one);
  hw_aggregate_mean (jump, LATER, all);
  g_assert_cmpmem (one, sizeof one, all, sizeof all);
}

static void
test_refusals (void)
{
  double y[N];
  HwSeriesView series;

  fill_series (y, N, 0.1);
  series = view_of (y, N, 4);
  g_assert_false (hw_family_aggregate.suits (&series));
  g_assert_null (hw_aggregate_fit (&series));
  series = view_of (y, 23, YEAR);
  g_assert_false (hw_family_aggregate.suits (&series));
  g_assert_null (hw_aggregate_fit (&series));
}

/* Whatever comes: refused, or a finite answer. */
static void
test_hostile (void)
{
  double y[N], mean[LATER];
  guint8 filled[N];
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (int kind = 0; kind < 9; kind++)
    for (gsize n = 24; n <= N; n = n < 30 ? n + 1 : n + 15)
      {
        HwSeriesView series;
        g_autoptr (HwAggregateFit) fit = NULL;

        for (gsize t = 0; t < n; t++)
          {
            const double noise = hw_rng_normal (&rng);

            y[t] = kind == 0 ? 0.0 : kind == 1 ? 1.0 : kind == 2 ? (t == n / 2 ? 1e6 : 0.0) : kind == 3 ? 1e300 * noise
                 : kind == 4 ? 1e-300 * noise : kind == 5 ? (t % 2 == 0 ? 3.0 : -3.0) : kind == 6 ? exp (20.0 * noise)
                 : kind == 7 ? -5.0 + noise : (t % 12 == 0 ? 1.0 : 1e-9);
            filled[t] = t % 7 < 3;
          }
        series = view_of (y, n, YEAR);
        series.filled = filled;
        fit = hw_aggregate_fit (&series);
        if (fit == NULL)
          continue;
        hw_aggregate_mean (fit, LATER, mean);
        for (gsize h = 0; h < LATER; h++)
          g_assert_true (isfinite (mean[h]));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/aggregate/least-squares", test_least_squares);
  g_test_add_func ("/engine/aggregate/follows", test_follows);
  g_test_add_func ("/engine/aggregate/moves", test_moves);
  g_test_add_func ("/engine/aggregate/refusals", test_refusals);
  g_test_add_func ("/engine/aggregate/hostile", test_hostile);
  return g_test_run ();
}
