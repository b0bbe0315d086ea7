/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-stand-in.h"

#include "engine/forecast/hw-gap.h"
#include "engine/math/hw-rank.h"
#include "engine/forecast/hw-stl.h"
#include "engine/forecast/hw-super-smoother.h"

#include <math.h>
#include <string.h>

#define PASSES 3         /* the later seasons are drawn with the stand-ins of the earlier */
#define SEASON_WINDOW 11
#define ROUNDS 2         /* of giving less weight to what lies far off */
#define SEASONS_SURE 4   /* with fewer, what lies far off may be the season */
#define FAR 6.0          /* times the middle distance: what is further off says no more */
#define FOLLOW_MAX 0.98

/* Season and trend together. */
static void
draw_line (const double *filled,
           gsize         n,
           int           season,
           gboolean      seasonal,
           double       *line)
{
  const int rounds = n >= SEASONS_SURE * (gsize) season ? ROUNDS : 0;
  const HwStlParams params = { season, SEASON_WINDOW, 0, rounds };
  g_autofree double *room = g_new (double, 2 * n);

  if (!seasonal)
    {
      hw_super_smoother (filled, n, line);
      return;
    }

  hw_stl_fit (&params, filled, n, room, line, room + n);
  for (gsize t = 0; t < n; t++)
    line[t] += room[t];
}

/* How far each observed period lies off the line, held back where it lies very far.
 * Returns how much of that the next period keeps. */
static double
measure_rest (const double *y,
              const double *line,
              gsize         n,
              double       *rest)
{
  g_autofree double *sorted = g_new (double, n);
  double both = 0.0, alone = 0.0, far;
  gsize seen = 0;

  for (gsize t = 0; t < n; t++)
    {
      rest[t] = y[t] - line[t];
      if (!isnan (rest[t]))
        sorted[seen++] = fabs (rest[t]);
    }

  far = FAR * hw_rank_median (sorted, seen);
  for (gsize t = 0; t < n; t++)
    {
      rest[t] = isnan (rest[t]) ? rest[t] : CLAMP (rest[t], -far, far);
      if (t == 0 || isnan (rest[t]) || isnan (rest[t - 1]))
        continue;
      both += rest[t] * rest[t - 1];
      alone += (rest[t] * rest[t] + rest[t - 1] * rest[t - 1]) / 2.0;
    }

  return alone > 0.0 ? CLAMP (both / alone, 0.0, FOLLOW_MAX) : 0.0;
}

/* What is expected @left periods after one rest and @right before another, of a first
 * order autoregression; NAN: there is none on that side. */
static double
between (double follow,
         double left,
         double before,
         double right,
         double after)
{
  const double a = pow (follow, left), b = pow (follow, right);

  if (isnan (before))
    return isnan (after) ? 0.0 : b * after;
  if (isnan (after))
    return a * before;

  return (a * (1.0 - b * b) * before + b * (1.0 - a * a) * after) / (1.0 - a * a * b * b);
}

static void
fill (const double *y,
      const double *line,
      const double *rest,
      gsize         n,
      double        follow,
      double       *filled)
{
  gsize from = 0;

  while (from < n)
    {
      gsize to = from;

      while (to < n && isnan (y[to]))
        to++;
      for (gsize t = from; t < to; t++)
        filled[t] = line[t] + between (follow, (double) (t - from) + 1.0, from > 0 ? rest[from - 1] : (double) NAN,
                                       (double) (to - t), to < n ? rest[to] : (double) NAN);
      from = to + 1;
    }
}

/**
 * hw_stand_in_fill:
 * @y: (array length=n): NAN where nothing was observed; at least one was
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @filled: (array length=n) (out): @y where it was observed, stand-ins elsewhere
 *
 * Season and trend through the first stand-ins of hw_gap_fill(), and as much of what the
 * neighbours lie off them as lasts from one period to the next: the expectation between
 * two observations of a first-order autoregression. Three times, so that the first
 * stand-ins have no say in the season.
 *
 * Cost: that of hw_gap_fill() and three decompositions, if there is a gap.
 *
 * Checked against: values taken out of made series, tests/engine/test-hw-stand-in.c.
 */
void
hw_stand_in_fill (const double *y,
                  gsize         n,
                  int           season,
                  double       *filled)
{
  const gsize gaps = hw_gap_count (y, n);
  const gboolean seasonal = hw_stl_suits (season, n - gaps);
  g_autofree double *room = g_new (double, 2 * n);
  double *line = room, *rest = room + n;

  hw_gap_fill (y, n, season, filled);
  for (int i = 0; gaps > 0 && i < PASSES; i++)
    {
      draw_line (filled, n, season, seasonal, line);
      fill (y, line, rest, n, measure_rest (y, line, n, rest), filled);
    }
}
