/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-two-groups.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "core/hw-sort.h"

#include <math.h>
#include <string.h>

#define DRAWS_LEAST 99
#define LOOK_EACH 256
#define CLOSE 1e-12
#define HELD 0.7 /* share of a level that a coarse test must reach to be offered */
#define EACH_MOST 1000

/* Ways to choose; INFINITY beyond what a double counts. */
static double
count_ways (gsize n_chosen,
            gsize n_others)
{
  const gsize few = MIN (n_chosen, n_others), n = n_chosen + n_others;
  double ways = 1.0;

  for (gsize i = 1; i <= few; i++)
    ways = ways * (double) (n - few + i) / (double) i;

  return round (ways);
}

/* Equal groups have a mirror: the draw of all the others is as large. */
static double
least_count (gsize n_chosen,
             gsize n_others)
{
  return n_chosen == n_others ? 2.0 : 1.0;
}

/**
 * hw_two_groups_least_p:
 * @n_chosen: units with the change
 * @n_others: units without
 *
 * Returns: the smallest p, both ways: with equal groups the mirror is as large
 */
double
hw_two_groups_least_p (gsize n_chosen,
                       gsize n_others)
{
  return n_chosen > 0 && n_others > 0 ? least_count (n_chosen, n_others) / count_ways (n_chosen, n_others) : 1.0;
}

/**
 * hw_two_groups_holds:
 * @n_chosen: units with the change
 * @n_others: units without
 * @alpha: level asked for
 *
 * Returns: the largest share of false alarms up to @alpha that so coarse a p can hold; 0 where
 *   nothing can ever be found
 */
double
hw_two_groups_holds (gsize  n_chosen,
                     gsize  n_others,
                     double alpha)
{
  const double least = hw_two_groups_least_p (n_chosen, n_others);

  return floor (alpha / least * (1.0 + CLOSE)) * least;
}

/**
 * hw_two_groups_each_for:
 * @alpha: level asked for
 *
 * Returns: units in each of two equal groups; 5 for 0.05
 */
gsize
hw_two_groups_each_for (double alpha)
{
  gsize n = 1;

  while (n < EACH_MOST && hw_two_groups_holds (n, n, alpha) < HELD * alpha)
    n++;

  return n;
}

static double
mean (const double *y,
      gsize         n)
{
  double sum = 0.0;
  gsize known = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (y[i]))
      {
        sum += y[i];
        known++;
      }

  return known > 0 ? sum / (double) known : (double) NAN;
}

/**
 * hw_two_groups_change:
 * @y: the series; NAN: closed
 * @start: first period of the trial, @before or later
 * @before: periods before that count
 * @length: periods of the trial
 *
 * Returns: mean after less mean before; NAN where either is not known at all
 */
double
hw_two_groups_change (const double *y,
                      gsize         start,
                      gsize         before,
                      gsize         length)
{
  return mean (y + start, length) - mean (y + start - before, before);
}

/* @values with the slope on what was before taken out. */
static void
adjust (const HwTwoGroupsInput *in,
        double                 *values)
{
  double mean = 0.0, mean_before = 0.0, xy = 0.0, xx = 0.0;

  if (in->before == NULL)
    return;

  for (gsize i = 0; i < in->n; i++)
    {
      mean += values[i] / (double) in->n;
      mean_before += in->before[i] / (double) in->n;
    }

  for (gsize i = 0; i < in->n; i++)
    {
      const double x = in->before[i] - mean_before;

      xy += x * (values[i] - mean);
      xx += x * x;
    }

  for (gsize i = 0; xx > 0.0 && i < in->n; i++)
    values[i] -= xy / xx * (in->before[i] - mean_before);
}

/* What the draws are made from, and what they are counted into. */
typedef struct
{
  double *y;            /* values, what was before taken out */
  double *unit;         /* the same of an effect of 1 */
  gsize   n, n_chosen;
  double  total, all_units;
  double  seen, seen_unit, close;
  double *ratios;
  gsize   n_ratios, n_as_large;
} Count;

static double
gap_of (const Count *c,
        double       sum,
        double       total)
{
  return sum / (double) c->n_chosen - (total - sum) / (double) (c->n - c->n_chosen);
}

/* One draw: the sums of its values and units. */
static void
note (Count *c,
      double sum,
      double units)
{
  const double gap = gap_of (c, sum, c->total), moved = c->seen_unit - gap_of (c, units, c->all_units);

  c->n_as_large += fabs (gap) >= fabs (c->seen) - c->close;
  if (moved > CLOSE)
    c->ratios[c->n_ratios++] = (c->seen - gap) / moved;
}

/* All ways to choose n_chosen of n, in order. */
static void
count_all (Count *c)
{
  g_autofree gsize *at = g_new (gsize, c->n_chosen);
  gssize i;

  for (gsize k = 0; k < c->n_chosen; k++)
    at[k] = k;

  do
    {
      double sum = 0.0, units = 0.0;

      for (gsize k = 0; k < c->n_chosen; k++)
        {
          sum += c->y[at[k]];
          units += c->unit[at[k]];
        }

      note (c, sum, units);

      for (i = (gssize) c->n_chosen - 1; i >= 0 && at[i] == c->n - c->n_chosen + (gsize) i; i--)
        ;
      if (i >= 0)
        at[i]++;
      for (gsize k = (gsize) i + 1; i >= 0 && k < c->n_chosen; k++)
        at[k] = at[k - 1] + 1;
    }
  while (i >= 0);
}

static gboolean
count_drawn (Count        *c,
             gsize         n_draws,
             guint64       seed,
             const HwTick *tick)
{
  g_autofree guint32 *order = g_new (guint32, c->n);
  HwRng rng;

  for (gsize i = 0; i < c->n; i++)
    order[i] = (guint32) i;

  hw_rng_init (&rng, seed);
  for (gsize draw = 0; draw < n_draws; draw++)
    {
      double sum = 0.0, units = 0.0;

      if (draw % LOOK_EACH == 0 && !hw_tick (tick, (double) draw / (double) n_draws))
        return FALSE;

      for (gsize i = 0; i < c->n_chosen; i++)
        {
          const gsize k = i + hw_rng_below (&rng, (guint32) (c->n - i));
          const guint32 unit = order[k];

          order[k] = order[i];
          order[i] = unit;
          sum += c->y[unit];
          units += c->unit[unit];
        }

      note (c, sum, units);
    }

  return TRUE;
}

/* As many draws, the one seen among them, may lie beyond either end as the level leaves. */
static void
find_range (Count       *c,
            gsize        n_draws,
            double       level,
            HwTwoGroups *result)
{
  const gsize k = (gsize) floor (0.5 * (1.0 - level) * (double) (n_draws + 1) * (1.0 + CLOSE));

  result->low = -INFINITY;
  result->high = INFINITY;
  if (k < 1 || c->n_ratios < k)
    return;

  hw_sort_doubles (c->ratios, c->n_ratios);
  result->low = c->ratios[k - 1];
  result->high = c->ratios[c->n_ratios - k];
}

static gboolean
check (const HwTwoGroupsInput  *in,
       gsize                   *n_chosen,
       GError                 **error)
{
  *n_chosen = 0;
  for (gsize i = 0; i < in->n; i++)
    {
      *n_chosen += in->chosen[i] != 0;
      if (!isfinite (in->value[i]) || (in->before != NULL && !isfinite (in->before[i])))
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a value is no number");
          return FALSE;
        }
    }

  if (*n_chosen == 0 || *n_chosen == in->n || in->n > G_MAXUINT32)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "a group is empty");
      return FALSE;
    }

  if (in->n_draws >= DRAWS_LEAST && in->level > 0.0 && in->level < 1.0)
    return TRUE;

  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "too few draws, or no level");
  return FALSE;
}

/* Values and units of all and of the chosen. */
static void
prepare (const HwTwoGroupsInput *in,
         Count                  *c)
{
  double sum = 0.0, units = 0.0;

  for (gsize i = 0; i < c->n; i++)
    {
      c->y[i] = in->value[i];
      c->unit[i] = in->chosen[i] ? 1.0 : 0.0;
    }

  adjust (in, c->y);
  adjust (in, c->unit);
  for (gsize i = 0; i < c->n; i++)
    {
      c->total += c->y[i];
      c->all_units += c->unit[i];
      sum += in->chosen[i] ? c->y[i] : 0.0;
      units += in->chosen[i] ? c->unit[i] : 0.0;
      c->close += fabs (c->y[i]) * CLOSE / (double) MIN (c->n_chosen, c->n - c->n_chosen);
    }

  c->seen = gap_of (c, sum, c->total);
  c->seen_unit = gap_of (c, units, c->all_units);
}

/**
 * hw_two_groups_run:
 * @input: values and lots; see HwTwoGroupsInput
 * @tick: (nullable): whether to go on
 * @result: (out caller-allocates): [units of the values]
 * @error: return location
 *
 * What was before is taken out by a slope over all units, which no draw changes; what that
 * takes of an effect is given back, so that few units do not shrink it.
 *
 * Checked against: all draws counted and ends searched for
 * (tests/engine/make-two-groups-reference.py), 2,000 shops (tests/bench/SHOPS.md).
 *
 * Returns: %FALSE with @error: TOO_SHORT where a group is empty, BAD_VALUE, CANCELLED
 */
gboolean
hw_two_groups_run (const HwTwoGroupsInput *input,
                   const HwTick           *tick,
                   HwTwoGroups            *result,
                   GError                **error)
{
  g_autofree double *y = NULL, *unit = NULL, *ratios = NULL;
  Count c = { .n = input->n };
  double ways;
  gsize n_draws;

  memset (result, 0, sizeof *result);
  if (!check (input, &c.n_chosen, error))
    return FALSE;

  ways = count_ways (c.n_chosen, c.n - c.n_chosen);
  result->exact = ways <= HW_TWO_GROUPS_EXACT;
  n_draws = result->exact ? (gsize) ways - 1 : input->n_draws;
  c.y = y = g_new (double, c.n);
  c.unit = unit = g_new (double, c.n);
  c.ratios = ratios = g_new (double, n_draws + 1);
  prepare (input, &c);
  if (result->exact)
    count_all (&c);
  else if (!count_drawn (&c, n_draws, input->seed, tick))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "stopped");
      return FALSE;
    }

  /* Counting all of them meets the one seen as well. */
  c.n_as_large -= result->exact ? 1 : 0;
  result->effect = c.seen_unit > CLOSE ? c.seen / c.seen_unit : 0.0;
  result->p = (1.0 + (double) c.n_as_large) / (1.0 + (double) n_draws);
  result->attainable = hw_two_groups_least_p (c.n_chosen, c.n - c.n_chosen);
  if (!result->exact)
    result->attainable = MAX (result->attainable, 1.0 / (1.0 + (double) n_draws));
  find_range (&c, n_draws, input->level, result);
  return TRUE;
}
