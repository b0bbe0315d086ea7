/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-stock-paths.h"

#include "hw-policy-fixture.h"

#include <stdlib.h>

#define WEEKS 104
#define AHEAD 26
#define PATHS 400
#define SERIES 40

static double *
draw (const HwStockPathsInput *input)
{
  g_autoptr (GError) error = NULL;
  double *paths = hw_stock_paths_draw (input, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < input->n_paths * input->n_periods; i++)
    {
      g_assert_true (paths[i] >= 0.0 && isfinite (paths[i]));
      g_assert_true (!input->whole || paths[i] == floor (paths[i]));
    }

  return paths;
}

static int
compare_double (const void *a,
                const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Of the sums of the first periods of all paths. */
typedef struct
{
  double mean, sd, p10, p50, p95;
} Sums;

static Sums
sums_of (const HwStockPathsInput *input,
         const double            *paths,
         gsize                    periods)
{
  g_autofree double *sums = g_new0 (double, input->n_paths);
  const double n = (double) input->n_paths;
  Sums of = { 0 };

  for (gsize i = 0; i < input->n_paths; i++)
    {
      for (gsize t = 0; t < periods; t++)
        sums[i] += paths[i * input->n_periods + t];
      of.mean += sums[i] / n;
    }
  for (gsize i = 0; i < input->n_paths; i++)
    of.sd += (sums[i] - of.mean) * (sums[i] - of.mean) / n;

  of.sd = sqrt (of.sd);
  qsort (sums, input->n_paths, sizeof *sums, compare_double);
  of.p10 = sums[(gsize) (0.10 * n)];
  of.p50 = sums[(gsize) (0.50 * n)];
  of.p95 = sums[(gsize) (0.95 * n)];
  return of;
}

static HwStockPathsInput
weeks_of (const double *y,
          gsize         n)
{
  return (HwStockPathsInput) { .y = y, .n = n, .n_periods = AHEAD, .season = 1, .year = 52, .whole = TRUE, .n_paths = PATHS,
                               .seed = 1 };
}

/* Demand of a known law: one week ahead, and six together, are as likely this large
 * or that on the paths as in truth. Held in the mean of many pasts, each of which
 * shows the law only in part. */
static void
check_known (HwLaw law)
{
  const double mean = hw_law_mean (&law), sd = hw_law_sd (&law);
  double one_mean = 0.0, one_sd = 0.0, six_mean = 0.0, six_sd = 0.0, covered = 0.0, middle = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (int i = 0; i < SERIES; i++)
    {
      double y[WEEKS];
      HwStockPathsInput input = weeks_of (y, WEEKS);
      g_autofree double *paths = NULL;
      Sums one, six;
      int below = 0, below_middle = 0;

      for (int t = 0; t < WEEKS; t++)
        y[t] = hw_law_quantile (&law, hw_rng_unit (&rng));
      input.seed = (guint64) i;
      paths = draw (&input);
      one = sums_of (&input, paths, 1);
      six = sums_of (&input, paths, 6);
      one_mean += one.mean / SERIES;
      one_sd += one.sd / SERIES;
      six_mean += six.mean / SERIES;
      six_sd += six.sd / SERIES;

      for (int k = 0; k < 500; k++)
        {
          double sum = 0.0;

          for (int t = 0; t < 6; t++)
            sum += hw_law_quantile (&law, hw_rng_unit (&rng));
          below += sum <= six.p95;
          below_middle += sum <= six.p50;
        }
      covered += below / 500.0 / SERIES;
      middle += below_middle / 500.0 / SERIES;
    }

  assert_near (one_mean, mean, 0.06);
  assert_near (six_mean, 6.0 * mean, 0.06);
  assert_near (one_sd, sd, 0.12);
  g_assert_cmpfloat (six_sd, >, 0.9 * sd * sqrt (6.0));
  g_assert_cmpfloat (six_sd, <, 1.3 * sd * sqrt (6.0)); /* the level is not known for sure either */
  g_assert_cmpfloat_with_epsilon (covered, 0.95, 0.03);
  g_assert_cmpfloat_with_epsilon (middle, 0.5, 0.08);
}

static void
test_known_laws (void)
{
  check_known (hw_law_poisson (20.0));
  check_known (hw_law_poisson (3.0));
  check_known (hw_law_negative_from (30.0, 20.0));
}

/* Whatever is drawn, all of the past is there: no more than ever was times the doubt
 * about the level, and weeks of no demand as often as they were. */
static void
test_now_and_then (void)
{
  double y[WEEKS] = { 0.0 };
  const HwStockPathsInput input = weeks_of (y, WEEKS);
  g_autofree double *paths = NULL;
  int none = 0;

  for (int t = 0; t < WEEKS; t += 4)
    y[t] = t % 8 == 0 ? 10.0 : 2.0;
  paths = draw (&input);
  for (int i = 0; i < PATHS * AHEAD; i++)
    {
      none += paths[i] == 0.0;
      g_assert_cmpfloat (paths[i], <, 40.0);
    }
  g_assert_cmpfloat_with_epsilon (none / (double) (PATHS * AHEAD), 0.75, 0.04);
}

/* In each period the paths hold the past alike: their mean wanders far less than that
 * of as many free draws. */
static void
test_spread_evenly (void)
{
  double y[WEEKS];
  const HwStockPathsInput input = weeks_of (y, WEEKS);
  g_autofree double *paths = NULL;
  double mean = 0.0, off = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 12);
  for (int t = 0; t < WEEKS; t++)
    y[t] = hw_rng_poisson (&rng, 50.0);
  paths = draw (&input);

  for (int i = 0; i < PATHS * AHEAD; i++)
    mean += paths[i] / (PATHS * AHEAD);
  for (int t = 0; t < AHEAD; t++)
    {
      double week = 0.0;

      for (int i = 0; i < PATHS; i++)
        week += paths[i * AHEAD + t] / PATHS;
      off = MAX (off, fabs (week / mean - 1.0));
    }
  g_assert_cmpfloat (off, <, 0.012); /* free draws: 3 standard errors are 0.021 */
}

/* A forecast has its say where the level wanders, and none where the past is steady. */
static void
test_forecast (void)
{
  double steady[WEEKS], walk[WEEKS], ahead[AHEAD], level = 200.0;
  HwStockPathsInput input = weeks_of (steady, WEEKS);
  g_autofree double *a = NULL, *b = NULL;
  HwRng rng;

  hw_rng_init (&rng, 13);
  for (int t = 0; t < WEEKS; t++)
    {
      steady[t] = hw_rng_poisson (&rng, 100.0);
      level *= exp (0.15 * hw_rng_normal (&rng));
      walk[t] = hw_rng_poisson (&rng, level);
    }
  for (int t = 0; t < AHEAD; t++)
    ahead[t] = 1000.0;

  input.ahead = ahead;
  a = draw (&input);
  g_assert_cmpfloat (sums_of (&input, a, 4).mean, <, 4.0 * 500.0);
  input.y = walk;
  b = draw (&input);
  g_assert_cmpfloat (sums_of (&input, b, 4).mean, >, 4.0 * 500.0);
}

/* Days of a week: five alike, a strong Saturday, a Sunday of nothing. The last day
 * seen is a Tuesday: what follows begins with a Wednesday. */
static void
test_days (void)
{
  static const double day[] = { 20, 20, 20, 20, 20, 60, 0 };
  enum { DAYS = 7 * 30 + 2 };
  double y[DAYS], ahead[AHEAD], mean[7] = { 0.0 };
  HwRng rng;

  hw_rng_init (&rng, 14);
  for (int t = 0; t < DAYS; t++)
    y[t] = hw_rng_poisson (&rng, day[t % 7]);
  for (int t = 0; t < AHEAD; t++)
    ahead[t] = day[(DAYS + t) % 7];

  for (int round = 0; round < 2; round++)
    {
      HwStockPathsInput input = weeks_of (y, DAYS);
      g_autofree double *paths = NULL;

      input.season = 7;
      input.year = 364;
      input.ahead = round == 0 ? NULL : ahead; /* with a forecast of the same week or with none */
      paths = draw (&input);
      for (int k = 0; k < 7; k++)
        {
          mean[k] = 0.0;
          for (int i = 0; i < PATHS; i++)
            for (int w = 0; w < 3; w++)
              mean[k] += paths[i * AHEAD + 7 * w + k] / (3.0 * PATHS);
        }
      for (int k = 0; k < 7; k++)
        {
          const double expected = day[(DAYS + k) % 7];

          g_assert_cmpfloat_with_epsilon (mean[k], expected, expected > 0.0 ? 0.15 * expected : 3.0);
        }
    }
}

/* Periods nobody saw change nothing but how much is known. */
static void
test_gaps (void)
{
  double y[WEEKS], seen[WEEKS];
  HwStockPathsInput input = weeks_of (y, WEEKS);
  g_autofree double *with = NULL, *without = NULL;
  gsize n = 0;
  HwRng rng;

  hw_rng_init (&rng, 15);
  for (int t = 0; t < WEEKS; t++)
    {
      y[t] = hw_rng_unit (&rng) < 0.3 ? NAN : hw_rng_poisson (&rng, 40.0);
      if (!isnan (y[t]))
        seen[n++] = y[t];
    }

  with = draw (&input);
  input.y = seen;
  input.n = n;
  without = draw (&input);
  assert_near (sums_of (&input, with, 6).mean, sums_of (&input, without, 6).mean, 0.05);
  assert_near (sums_of (&input, with, 6).sd, sums_of (&input, without, 6).sd, 0.25);
}

/* Sold by weight: no rounding. In whole units: rounding keeps the mean. */
static void
test_whole (void)
{
  double y[WEEKS];
  HwStockPathsInput input = weeks_of (y, WEEKS);
  g_autofree double *whole = NULL, *parts = NULL;
  gboolean has_part = FALSE;

  for (int t = 0; t < WEEKS; t++)
    y[t] = 0.3 + 0.1 * (t % 5);
  whole = draw (&input);
  input.whole = FALSE;
  parts = draw (&input);
  for (int i = 0; i < PATHS * AHEAD; i++)
    has_part |= parts[i] != floor (parts[i]);
  g_assert_true (has_part);
  assert_near (sums_of (&input, whole, AHEAD).mean, sums_of (&input, parts, AHEAD).mean, 0.05);
}

static void
test_short (void)
{
  const double y[] = { 4.0, 6.0 };
  const HwStockPathsInput input = weeks_of (y, 2);
  g_autofree double *paths = draw (&input);

  assert_near (sums_of (&input, paths, 6).mean, 30.0, 0.2);
  g_assert_cmpfloat (sums_of (&input, paths, 6).sd, >, 0.0);
}

/* The same seed gives the same bits, another one other paths. */
static void
test_seed (void)
{
  double y[WEEKS];
  HwStockPathsInput input = weeks_of (y, WEEKS);
  g_autofree double *a = NULL, *b = NULL, *c = NULL;

  for (int t = 0; t < WEEKS; t++)
    y[t] = 5.0 + t % 7;
  a = draw (&input);
  b = draw (&input);
  input.seed++;
  c = draw (&input);
  g_assert_cmpmem (a, PATHS * AHEAD * sizeof *a, b, PATHS * AHEAD * sizeof *b);
  g_assert_cmpint (memcmp (a, c, PATHS * AHEAD * sizeof *a), !=, 0);
}

static void
check_refused (HwStockPathsInput input,
               int               code,
               const char       *what)
{
  assert_refused (hw_stock_paths_draw (&input, &error) != NULL, code, what);
}

static void
test_refusals (void)
{
  const double good[] = { 1, 2, 3 }, none[] = { 0, 0, 0 }, below[] = { 1, -2, 3 }, endless[] = { 1, INFINITY, 3 };
  const double once[] = { NAN, 3, NAN }, odd[AHEAD] = { 1, NAN }, negative[AHEAD] = { 1, -1 };
  HwStockPathsInput input = weeks_of (good, 3);

  check_refused (weeks_of (NULL, 0), HW_ENGINE_ERROR_TOO_SHORT, "fewer than two");
  check_refused (weeks_of (good, 1), HW_ENGINE_ERROR_TOO_SHORT, "fewer than two");
  check_refused (weeks_of (once, 3), HW_ENGINE_ERROR_TOO_SHORT, "fewer than two");
  check_refused (weeks_of (none, 3), HW_ENGINE_ERROR_NO_DEMAND, "nothing was ever asked for");
  check_refused (weeks_of (below, 3), HW_ENGINE_ERROR_BAD_VALUE, "demand");
  check_refused (weeks_of (endless, 3), HW_ENGINE_ERROR_BAD_VALUE, "demand");

  input.ahead = odd;
  check_refused (input, HW_ENGINE_ERROR_BAD_VALUE, "forecast");
  input.ahead = negative;
  check_refused (input, HW_ENGINE_ERROR_BAD_VALUE, "forecast");

  input = weeks_of (good, 3);
  input.n_paths = 0;
  check_refused (input, HW_ENGINE_ERROR_BAD_VALUE, "no paths");
  input = weeks_of (good, 3);
  input.n_periods = 0;
  check_refused (input, HW_ENGINE_ERROR_BAD_VALUE, "no periods");
  input = weeks_of (good, 3);
  input.season = 0;
  check_refused (input, HW_ENGINE_ERROR_BAD_VALUE, "no season");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock-paths/known-laws", test_known_laws);
  g_test_add_func ("/stock-paths/now-and-then", test_now_and_then);
  g_test_add_func ("/stock-paths/spread-evenly", test_spread_evenly);
  g_test_add_func ("/stock-paths/forecast", test_forecast);
  g_test_add_func ("/stock-paths/days", test_days);
  g_test_add_func ("/stock-paths/gaps", test_gaps);
  g_test_add_func ("/stock-paths/whole", test_whole);
  g_test_add_func ("/stock-paths/short", test_short);
  g_test_add_func ("/stock-paths/seed", test_seed);
  g_test_add_func ("/stock-paths/refusals", test_refusals);
  return g_test_run ();
}
