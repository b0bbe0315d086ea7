/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-goal.c: is the chance that a goal is reached honest? On businesses made up from
 * a seed, each with goals whose day has come in the making: how often those were reached
 * that were said to be reached in so many of 100.
 *
 * usage: bench-goal [--shops N] [--seed K]
 * Prints for five bins of the chance: how many goals, the mean chance, the share
 * reached; then the Brier score beside that of the base rate (what a guess of the same
 * share for all would score), and ends with 1 if a bin is off by more than ten points or
 * the base rate is not beaten.
 *
 * A business sells by the week: a level that wanders, growth that may turn, a season of
 * the year, feasts, a lasting step now and then, noise; between one and four years. What
 * is drawn is never shown to the program, which gets the four-week sums of the past alone.
 * A quarter of the goals are of a figure that should fall.
 */
#include "core/hw-rng.h"
#include "domain/hw-goal.h"
#include "jobs/figures/hw-trend-ahead.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BINS 5
#define GOALS 4          /* of each business */
#define AHEAD 26         /* four-week periods to come, at most; no further than the past reaches back */
#define PERIOD 4         /* weeks */
#define WEEKS_A_YEAR 52
#define OFF_MOST 0.10

typedef struct
{
  guint  n[BINS], n_reached[BINS];
  double chance[BINS];
  double brier;
  guint  n_all, n_all_reached, n_unknown;
} Score;

static double
between (HwRng  *rng,
         double  low,
         double  high)
{
  return low + (high - low) * hw_rng_unit (rng);
}

/* Sales of @n four-week periods. */
static void
make_shop (HwRng  *rng,
           double *sales,
           guint   n)
{
  const double base = exp (between (rng, log (3e3), log (2e5)));
  const double wander = between (rng, 0.0, 0.02), noise = between (rng, 0.03, 0.15);
  const double season = between (rng, 0.0, 0.3), phase = between (rng, 0.0, 2.0 * G_PI);
  double growth = between (rng, -0.12, 0.2) / WEEKS_A_YEAR, level = log (base);

  for (guint p = 0; p < n; p++)
    {
      sales[p] = 0.0;
      for (guint w = 0; w < PERIOD; w++)
        {
          const double t = (double) (p * PERIOD + w);
          const double of_year = season * sin (2.0 * G_PI * t / WEEKS_A_YEAR + phase) +
                                 (p % 13 == 12 ? 0.5 * season : 0.0);

          if (hw_rng_unit (rng) < 0.5 / WEEKS_A_YEAR)
            level += 0.1 * hw_rng_normal (rng);
          if (hw_rng_unit (rng) < 0.3 / WEEKS_A_YEAR)
            growth = between (rng, -0.12, 0.2) / WEEKS_A_YEAR;
          level += growth + wander * hw_rng_normal (rng);
          sales[p] += exp (level + of_year + noise * hw_rng_normal (rng) - 0.5 * noise * noise);
        }
    }
}

static HwTrend *
make_trend (const char   *metric,
            const double *sales,
            guint         n)
{
  HwTrend *trend = hw_trend_new (hw_metric_find (metric), HW_TREND_FOUR_WEEKS);

  for (guint p = 0; p < n; p++)
    {
      const HwTrendPoint point = { (HwDay) (p * 28), (HwDay) (p * 28 + 27), HW_METRIC_OK, sales[p] };

      g_array_append_val (trend->past, point);
    }

  trend->as_of = (HwDay) (n * 28);
  return trend;
}

static void
judge (Score               *score,
       const HwGoalOutlook *outlook,
       gboolean             reached)
{
  const guint bin = (guint) CLAMP (outlook->chance * BINS, 0.0, BINS - 1.0);

  if (!(outlook->reach == HW_REACH_KNOWN || outlook->reach == HW_REACH_REACHED) || isnan (outlook->expected))
    {
      score->n_unknown++;
      return;
    }

  score->n[bin]++;
  score->n_reached[bin] += reached;
  score->chance[bin] += outlook->chance;
  score->brier += pow (outlook->chance - (reached ? 1.0 : 0.0), 2.0);
  score->n_all++;
  score->n_all_reached += reached;
}

static void
try_shop (Score   *score,
          guint64  seed)
{
  double sales[WEEKS_A_YEAR + AHEAD];
  HwRng rng;
  guint n;

  hw_rng_init (&rng, seed);
  n = 13 + hw_rng_below (&rng, WEEKS_A_YEAR - 13 + 1);
  make_shop (&rng, sales, n + AHEAD);

  for (guint g = 0; g < GOALS; g++)
    {
      const guint h = 1 + hw_rng_below (&rng, MIN (n, AHEAD));
      const gboolean up = hw_rng_unit (&rng) < 0.75;
      const char *metric = up ? "revenue" : "lost_sales_value";
      const double target = sales[n - 1] * (1.0 + (up ? 1.0 : -1.0) * between (&rng, 0.01, 0.25));
      const double then = sales[n + h - 1];
      g_autoptr (HwTrend) trend = make_trend (metric, sales, n);
      g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_GOAL, 0);
      g_autoptr (HwGoalOutlook) outlook = NULL;

      hw_answers_set (entry->answers, "metric", metric);
      hw_answers_set_number (entry->answers, "start", sales[n - 1]);
      hw_answers_set_number (entry->answers, "target", target);
      hw_answers_set_day (entry->answers, "day", (HwDay) ((n + h) * 28 - 1));
      if (!hw_trend_look_ahead (trend, AHEAD, NULL))
        continue;

      outlook = hw_goal_outlook_new (entry, g_steal_pointer (&trend), (HwDay) (n * 28));
      judge (score, outlook, up ? then >= target : then <= target);
    }
}

static int
print (const Score *score)
{
  const double share = (double) score->n_all_reached / (double) MAX (score->n_all, 1);
  const double brier = score->brier / (double) MAX (score->n_all, 1), base = share * (1.0 - share);
  gboolean honest = brier < base;

  printf ("chance,goals,mean_chance,reached\n");
  for (guint b = 0; b < BINS; b++)
    {
      const double n = (double) MAX (score->n[b], 1);
      const double chance = score->chance[b] / n, reached = (double) score->n_reached[b] / n;

      printf ("%.1f-%.1f,%u,%.3f,%.3f\n", (double) b / BINS, (b + 1.0) / BINS, score->n[b], chance, reached);
      honest &= score->n[b] > 0 && fabs (chance - reached) <= OFF_MOST;
    }

  printf ("goals,%u\nunknown,%u\nbrier,%.4f\nbase_rate,%.4f\n", score->n_all, score->n_unknown, brier, base);
  return honest ? 0 : 1;
}

int
main (int    argc,
      char **argv)
{
  guint64 seed = 1;
  guint shops = 500;
  Score score = { 0 };

  for (int i = 1; i + 1 < argc; i += 2)
    if (strcmp (argv[i], "--shops") == 0)
      shops = (guint) atoi (argv[i + 1]);
    else if (strcmp (argv[i], "--seed") == 0)
      seed = (guint64) strtoull (argv[i + 1], NULL, 10);

  for (guint i = 0; i < shops; i++)
    try_shop (&score, seed * 1000000 + i);

  return print (&score);
}
