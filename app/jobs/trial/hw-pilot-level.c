/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before the start: how a week scatters, and whether the level moved of late. */
#include "jobs/trial/hw-pilot-case.h"

#include "engine/math/hw-solve.h"

#include <math.h>

#define COLUMNS 4
#define KNOWN_LEAST 8
#define WEEKS_OF_YEAR_SEEN 78  /* from here on the time of year is taken out */
#define SHIFT_WEEKS 13
#define SHIFT_SIDE 3           /* weeks at least after it */
#define SHIFT_LIMIT 3.5        /* standard errors: any of eleven dates passes it by chance in 1 of 100 or fewer */
#define BEFORE_LEAST 26
#define COMPLETE_LEAST 0.95

static void
fill (guint   t,
      guint   n,
      guint   columns,
      double *x)
{
  const double angle = 2.0 * G_PI * t / HW_PILOT_SEASON;

  x[0] = 1.0;
  x[1] = 2.0 * t / n - 1.0;
  if (columns > 2)
    {
      x[2] = sin (angle);
      x[3] = cos (angle);
    }
}

/* Least squares on trend and one wave a year. */
static void
fit (const double *y,
     guint         n,
     guint         columns,
     double        beta[COLUMNS])
{
  double a[COLUMNS * COLUMNS] = { 0.0 };

  for (guint t = 0; t < n; t++)
    {
      double x[COLUMNS];

      if (isnan (y[t]))
        continue;

      fill (t, n, columns, x);
      for (guint i = 0; i < columns; i++)
        {
          beta[i] += x[i] * y[t];
          for (guint j = 0; j <= i; j++)
            a[i * COLUMNS + j] += x[i] * x[j];
        }
    }

  hw_solve_positive (a, beta, columns, COLUMNS);
}

/* The bias of a lag correlation from so few weeks is taken out: Marriott and Pope (1954). */
static double
find_carry (const double *rest,
            guint         n,
            guint         n_known)
{
  double along = 0.0, squares = 0.0, r;

  for (guint t = 0; t < n; t++)
    {
      squares += isnan (rest[t]) ? 0.0 : rest[t] * rest[t];
      if (t > 0 && !isnan (rest[t]) && !isnan (rest[t - 1]))
        along += rest[t] * rest[t - 1];
    }

  r = squares > 0.0 ? along / squares : 0.0;
  return CLAMP (r + (1.0 + 3.0 * r) / n_known, 0.0, 0.9);
}

void
hw_pilot_level (const double *y,
                guint         n,
                double       *rest,
                HwPilotLevel *level)
{
  double beta[COLUMNS] = { 0.0 }, sum = 0.0, squares = 0.0;

  *level = (HwPilotLevel) { NAN, NAN, NAN, 0, n >= WEEKS_OF_YEAR_SEEN ? COLUMNS : 2 };
  for (guint t = 0; t < n; t++)
    {
      level->n_known += !isnan (y[t]);
      sum += isnan (y[t]) ? 0.0 : y[t];
      rest[t] = NAN;
    }

  if (level->n_known < KNOWN_LEAST)
    return;

  fit (y, n, level->n_columns, beta);
  for (guint t = 0; t < n; t++)
    {
      double x[COLUMNS];

      if (isnan (y[t]))
        continue;

      fill (t, n, level->n_columns, x);
      rest[t] = y[t];
      for (guint i = 0; i < level->n_columns; i++)
        rest[t] -= beta[i] * x[i];
      squares += rest[t] * rest[t];
    }

  level->mean = sum / level->n_known;
  level->sd = sqrt (squares / (level->n_known - level->n_columns));
  level->carry = find_carry (rest, n, level->n_known);
}

/* Mean of what is known from..to - 1, and how many that are. */
static double
mean_of (const double *rest,
         guint         from,
         guint         to,
         guint        *n)
{
  double sum = 0.0;

  *n = 0;
  for (guint t = from; t < to; t++)
    if (!isnan (rest[t]))
      {
        sum += rest[t];
        ++*n;
      }

  return *n > 0 ? sum / *n : NAN;
}

int
hw_pilot_shift (const double       *rest,
                guint               n,
                const HwPilotLevel *level)
{
  const double swell = (1.0 + level->carry) / (1.0 - level->carry);
  double most = SHIFT_LIMIT;
  int at = -1;

  if (isnan (level->sd) || !(level->sd > 0.0) || n < 2 * SHIFT_WEEKS)
    return -1;

  for (guint k = n - SHIFT_WEEKS; k + SHIFT_SIDE <= n; k++)
    {
      guint n_was, n_is;
      const double was = mean_of (rest, 0, k, &n_was), is = mean_of (rest, k, n, &n_is);
      const double score = fabs (is - was) / (level->sd * sqrt (swell * (1.0 / MAX (n_was, 1) + 1.0 / MAX (n_is, 1))));

      if (score > most)
        {
          most = score;
          at = (int) k;
        }
    }

  return at;
}

/* Sets what is said of the weeks before. */
void
hw_pilot_look_before (HwPilotCase *self)
{
  const HwPilotPast *past = self->past;
  HwPilot *pilot = self->pilot;
  const guint wanted = MAX (BEFORE_LEAST, 3 * self->weeks);
  g_autofree double *rest = g_new (double, past->n + 1);
  HwPilotLevel level;
  guint first = 0;
  int shift;

  while (first < past->before && isnan (past->y[first]))
    first++;

  pilot->n_before = past->before - first;
  hw_pilot_level (past->y + first, pilot->n_before, rest, &level);
  pilot->mean = level.mean;
  pilot->sd = level.sd;
  pilot->carry = level.carry;
  pilot->complete = pilot->n_before > 0 ? (double) level.n_known / pilot->n_before : 0.0;
  shift = hw_pilot_shift (rest, pilot->n_before, &level);
  pilot->shifted = shift >= 0 ? past->first + (HwDay) (first + (guint) shift) * 7 : HW_DAY_NONE;
  pilot->ready = pilot->complete >= COMPLETE_LEAST && shift < 0 && pilot->n_before >= wanted;
}
