/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-regime.h"

#include "core/hw-rng.h"

#include <math.h>

#define WEEKS 104
#define AHEAD 26
#define YEAR  52
#define LEVEL 60.0
#define SERIES 40

typedef double (*Course) (int week);

static double
always (int week)
{
  return LEVEL;
}

static double
stepped (int week)
{
  return week < 70 ? LEVEL : 2.0 * LEVEL;
}

static double
growing (int week)
{
  return LEVEL * (1.0 + 0.8 * week / YEAR);
}

static double
waving (int week)
{
  return LEVEL * (1.0 + 0.6 * cos (2.0 * G_PI * week / YEAR + 1.0));
}

static double
waving_twice (int week)
{
  return waving (week) + 0.3 * LEVEL * cos (4.0 * G_PI * week / YEAR + 2.0);
}

static double
growing_and_waving (int week)
{
  return growing (week) * waving (week) / LEVEL;
}

static void
make (Course   course,
      double  *y,
      HwRng   *rng)
{
  for (int t = 0; t < WEEKS; t++)
    y[t] = hw_rng_poisson (rng, course (t));
}

/* What is foretold of a made course is off by so much, as a share of its mean; so is
 * the mean of the past; both in the mean of many series. */
static void
measure (Course  course,
         double *off,
         double *off_mean)
{
  HwRng rng;

  hw_rng_init (&rng, 17);
  *off = *off_mean = 0.0;
  for (int i = 0; i < SERIES; i++)
    {
      g_auto (HwRegime) regime = { 0 };
      double y[WEEKS], mean = 0.0, miss = 0.0, miss_mean = 0.0, truth = 0.0;

      make (course, y, &rng);
      hw_regime_learn (y, WEEKS, YEAR, AHEAD, &regime);
      for (int t = 0; t < WEEKS; t++)
        mean += y[t] / WEEKS;
      for (int h = 0; h < AHEAD; h++)
        {
          truth += course (WEEKS + h);
          miss += fabs (regime.ahead[h] - course (WEEKS + h));
          miss_mean += fabs (mean - course (WEEKS + h));
        }

      *off += miss / truth / SERIES;
      *off_mean += miss_mean / truth / SERIES;
    }
}

static void
test_always_the_same (void)
{
  double off, off_mean;

  measure (always, &off, &off_mean);
  g_assert_cmpfloat (off, <, 0.03);
  g_assert_cmpfloat (off, <, 2.5 * off_mean); /* the mean is the best there is */
}

/* Every other course is recognised: far better than with the mean. */
static void
check_recognised (Course course,
                  double most)
{
  double off, off_mean;

  measure (course, &off, &off_mean);
  g_assert_cmpfloat (off, <, most);
  g_assert_cmpfloat (off, <, 0.5 * off_mean);
}

static void
test_courses (void)
{
  check_recognised (stepped, 0.05);
  check_recognised (growing, 0.15); /* a trend is held to go on more slowly */
  check_recognised (waving, 0.08);
  check_recognised (waving_twice, 0.10);
  check_recognised (growing_and_waving, 0.25);
}

/* Behind, what was expected then is the course too. */
static void
test_behind (void)
{
  static const Course courses[] = { always, stepped, waving };
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (gsize c = 0; c < G_N_ELEMENTS (courses); c++)
    {
      g_auto (HwRegime) regime = { 0 };
      double y[WEEKS], off = 0.0;

      make (courses[c], y, &rng);
      hw_regime_learn (y, WEEKS, YEAR, 1, &regime);
      for (int t = 0; t < WEEKS; t++)
        off += fabs (regime.fit[t] / courses[c] (t) - 1.0) / WEEKS;
      g_assert_cmpfloat (off, <, 0.08);
    }
}

/* After a step the level rests on less than before one. */
static void
test_weight (void)
{
  HwRng rng;
  double same = 0.0, after = 0.0;

  hw_rng_init (&rng, 6);
  for (int i = 0; i < SERIES; i++)
    {
      g_auto (HwRegime) one = { 0 }, other = { 0 };
      double y[WEEKS];

      make (always, y, &rng);
      hw_regime_learn (y, WEEKS, YEAR, 1, &one);
      make (stepped, y, &rng);
      hw_regime_learn (y, WEEKS, YEAR, 1, &other);
      g_assert_cmpfloat (one.weight, >=, 1.0);
      g_assert_cmpfloat (one.weight, <=, WEEKS);
      g_assert_cmpfloat (other.weight, <=, WEEKS);
      same += one.weight / SERIES;
      after += other.weight / SERIES;
    }

  g_assert_cmpfloat (same, >, 0.7 * WEEKS);
  g_assert_cmpfloat (after, <, 0.6 * same);
}

/* Weeks of demand with or without a level that goes its own way. */
static double
mean_wander (double step,
             guint64 seed)
{
  double sum = 0.0;
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (int i = 0; i < SERIES; i++)
    {
      g_auto (HwRegime) regime = { 0 };
      double y[WEEKS], level = 0.0;

      for (int t = 0; t < WEEKS; t++)
        {
          level += step * hw_rng_normal (&rng);
          y[t] = hw_rng_poisson (&rng, LEVEL * exp (level));
        }

      hw_regime_learn (y, WEEKS, YEAR, 1, &regime);
      g_assert_cmpfloat (regime.wander, >=, 1.0);
      sum += regime.wander / SERIES;
    }

  return sum;
}

static void
test_wander (void)
{
  const double noise = mean_wander (0.0, 7), walk = mean_wander (0.15, 8);

  g_assert_cmpfloat (noise, <, 1.3);
  g_assert_cmpfloat (walk, >, 2.0);
}

static void
test_no_noise (void)
{
  static const double levels[] = { 1.0, 7.0, 4000.0 };

  for (gsize k = 0; k < G_N_ELEMENTS (levels); k++)
    for (int n = 1; n <= WEEKS; n += 7)
      {
        g_auto (HwRegime) regime = { 0 };
        double y[WEEKS];

        for (int t = 0; t < n; t++)
          y[t] = levels[k];
        hw_regime_learn (y, (gsize) n, YEAR, AHEAD, &regime);
        for (int t = 0; t < n; t++)
          g_assert_cmpfloat_with_epsilon (regime.fit[t], levels[k], 1e-6 * levels[k]);
        for (int h = 0; h < AHEAD; h++)
          g_assert_cmpfloat_with_epsilon (regime.ahead[h], levels[k], 1e-6 * levels[k]);
        g_assert_cmpfloat (regime.wander, >=, 1.0);
        g_assert_cmpfloat (regime.weight, >=, 1.0);
        g_assert_cmpfloat (regime.weight, <=, n);
      }
}

static void
test_nothing_sold (void)
{
  g_auto (HwRegime) regime = { 0 };
  const double y[WEEKS] = { 0.0 };

  hw_regime_learn (y, WEEKS, YEAR, AHEAD, &regime);
  for (int t = 0; t < WEEKS; t++)
    g_assert_cmpfloat (regime.fit[t], ==, 0.0);
  for (int h = 0; h < AHEAD; h++)
    g_assert_cmpfloat (regime.ahead[h], ==, 0.0);
  g_assert_cmpfloat (regime.wander, ==, 1.0);
}

/* Closed weeks say nothing: a course with gaps is the same course; and where nothing
 * at all was seen, nothing is expected. */
static void
test_gaps (void)
{
  double y[WEEKS], nothing[WEEKS];
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (int i = 0; i < SERIES; i++)
    {
      g_auto (HwRegime) regime = { 0 };
      double off = 0.0;

      make (waving, y, &rng);
      for (int t = 0; t < WEEKS; t++)
        if (hw_rng_unit (&rng) < 0.2)
          y[t] = NAN;
      hw_regime_learn (y, WEEKS, YEAR, AHEAD, &regime);
      for (int h = 0; h < AHEAD; h++)
        {
          g_assert_true (isfinite (regime.ahead[h]));
          off += fabs (regime.ahead[h] / waving (WEEKS + h) - 1.0) / AHEAD;
        }
      g_assert_cmpfloat (off, <, 0.3);
    }

  for (int t = 0; t < WEEKS; t++)
    nothing[t] = NAN;
  for (int n = 1; n <= WEEKS; n += 51)
    {
      g_auto (HwRegime) regime = { 0 };

      hw_regime_learn (nothing, (gsize) n, YEAR, AHEAD, &regime);
      g_assert_cmpfloat (regime.ahead[0], ==, 0.0);
    }
}

/* Whatever demand is like, there is an answer, and it is not below nothing. */
static void
test_never_odd (void)
{
  HwRng rng;

  hw_rng_init (&rng, 10);
  for (int i = 0; i < 400; i++)
    {
      g_auto (HwRegime) regime = { 0 };
      static const int years[] = { 0, 1, 4, 12, 52, 364 };
      const gsize n = 1 + hw_rng_below (&rng, 150), n_ahead = hw_rng_below (&rng, 60);
      const int year = years[hw_rng_below (&rng, G_N_ELEMENTS (years))];
      const double scale = exp (14.0 * hw_rng_unit (&rng) - 7.0), chance = hw_rng_unit (&rng);
      g_autofree double *y = g_new (double, n);

      for (gsize t = 0; t < n; t++)
        y[t] = hw_rng_unit (&rng) < 0.1 ? NAN : hw_rng_unit (&rng) < chance ? scale * hw_rng_gamma (&rng, 0.3) : 0.0;
      hw_regime_learn (y, n, year, n_ahead, &regime);
      for (gsize t = 0; t < n; t++)
        g_assert_true (regime.fit[t] >= 0.0 && isfinite (regime.fit[t]));
      for (gsize h = 0; h < n_ahead; h++)
        g_assert_true (regime.ahead[h] >= 0.0 && isfinite (regime.ahead[h]));
      g_assert_true (regime.weight >= 1.0 && regime.wander >= 1.0 && isfinite (regime.weight) && isfinite (regime.wander));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regime/always-the-same", test_always_the_same);
  g_test_add_func ("/regime/courses", test_courses);
  g_test_add_func ("/regime/behind", test_behind);
  g_test_add_func ("/regime/weight", test_weight);
  g_test_add_func ("/regime/wander", test_wander);
  g_test_add_func ("/regime/no-noise", test_no_noise);
  g_test_add_func ("/regime/nothing-sold", test_nothing_sold);
  g_test_add_func ("/regime/gaps", test_gaps);
  g_test_add_func ("/regime/never-odd", test_never_odd);
  return g_test_run ();
}
