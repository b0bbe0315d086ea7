/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-sign-flip.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "core/hw-sort.h"

#include <math.h>
#include <string.h>

#define DRAWS_LEAST 99
#define BITS 64
#define PAIRS_MOST 1000
#define HELD 0.7 /* share of a level that a coarse test must reach to be offered */
#define LOOK_EACH 512
#define CLOSE 1e-12 /* sums of the same numbers in another order are the same */

/**
 * hw_sign_flip_least_p:
 * @n: pairs
 *
 * Returns: 2 / 2^n
 */
double
hw_sign_flip_least_p (gsize n)
{
  return ldexp (1.0, 1 - (int) CLAMP (n, 1, PAIRS_MOST));
}

/**
 * hw_sign_flip_holds:
 * @n: pairs
 * @alpha: level asked for
 *
 * Returns: the largest share of false alarms up to @alpha that so coarse a p can hold; 0 where
 *   nothing can ever be found
 */
double
hw_sign_flip_holds (gsize  n,
                    double alpha)
{
  const double least = hw_sign_flip_least_p (n);

  return floor (alpha / least * (1.0 + CLOSE)) * least;
}

/**
 * hw_sign_flip_pairs_for:
 * @alpha: level asked for
 *
 * Returns: the fewest pairs whose smallest p is @alpha or below; 6 for 0.05
 */
gsize
hw_sign_flip_pairs_for (double alpha)
{
  gsize n = 1;

  while (n < PAIRS_MOST && hw_sign_flip_least_p (n) > alpha)
    n++;

  return n;
}

/**
 * hw_sign_flip_pairs_to_hold:
 * @alpha: level asked for
 *
 * Returns: the fewest pairs that hold seven tenths of @alpha; 7 for 0.05
 */
gsize
hw_sign_flip_pairs_to_hold (double alpha)
{
  gsize n = 1;

  while (n < PAIRS_MOST && hw_sign_flip_holds (n, alpha) < HELD * alpha)
    n++;

  return n;
}

static gboolean
is_good (const HwSignFlipInput *input)
{
  for (gsize i = 0; i < input->n; i++)
    if (!isfinite (input->difference[i]) || (input->before != NULL && !isfinite (input->before[i])))
      return FALSE;

  return input->n_draws >= DRAWS_LEAST && input->level > 0.0 && input->level < 1.0;
}

/* Both the difference and what was before turn with the coin, so the slope does not. */
static double
find_slope (const HwSignFlipInput *input)
{
  double xy = 0.0, xx = 0.0;

  for (gsize i = 0; input->before != NULL && i < input->n; i++)
    {
      xy += input->before[i] * input->difference[i];
      xx += input->before[i] * input->before[i];
    }

  return xx > 0.0 ? xy / xx : 0.0;
}

/* The pairs' differences with what was before taken out; and what an effect of 1 adds to
 * each: what was before takes a little of that away as well. */
typedef struct
{
  double *d, *unit;
  gsize   n;
} Pairs;

/* Sums over the pairs whose coin falls the other way in fall @draw. */
static void
turn (const Pairs *pairs,
      gboolean     exact,
      gsize        draw,
      HwRng       *rng,
      double      *sum,
      double      *units)
{
  guint64 bits = 0;

  *sum = 0.0;
  *units = 0.0;
  for (gsize i = 0; i < pairs->n; i++)
    {
      if (i % BITS == 0)
        bits = exact ? (guint64) draw : hw_rng_next (rng);
      if (bits & 1)
        {
          *sum += pairs->d[i];
          *units += pairs->unit[i];
        }
      bits >>= 1;
    }
}

/* Means of the turned pairs: an effect @x makes a fall as large as the one seen just if
 * their mean lies below it. Of the 1 + n_means falls (the one seen among them) so many may
 * lie beyond either end that the share stays below half of what the level leaves. */
static void
find_range (double          *means,
            gsize            n_means,
            gsize            n_falls,
            double           level,
            HwSignFlip      *result)
{
  const double beyond = 0.5 * (1.0 - level) * (double) n_falls;
  /* The largest k with k falls, the one seen among them, at most `beyond`. */
  const gsize k = (gsize) floor (beyond * (1.0 + CLOSE));

  result->low = -INFINITY;
  result->high = INFINITY;
  if (k < 1 || n_means < k)
    return;

  hw_sort_doubles (means, n_means);
  result->low = means[k - 1];
  result->high = means[n_means - k];
}

static gboolean
run (const HwSignFlipInput *input,
     const Pairs           *pairs,
     const HwTick          *tick,
     HwSignFlip            *result)
{
  const gsize n = pairs->n, n_draws = result->exact ? ((gsize) 1 << n) - 1 : input->n_draws;
  g_autofree double *means = g_new (double, n_draws);
  double total = 0.0, scale = 0.0, all_units = 0.0;
  gsize n_means = 0, n_as_large = 0;
  HwRng rng;

  for (gsize i = 0; i < n; i++)
    {
      total += pairs->d[i];
      all_units += pairs->unit[i];
      scale += fabs (pairs->d[i]);
    }

  hw_rng_init (&rng, input->seed);
  for (gsize draw = 1; draw <= n_draws; draw++)
    {
      double sum, units;

      if (draw % LOOK_EACH == 0 && !hw_tick (tick, (double) draw / (double) n_draws))
        return FALSE;

      turn (pairs, result->exact, draw, &rng, &sum, &units);
      n_as_large += fabs (total - 2.0 * sum) >= fabs (total) - CLOSE * scale;
      if (units > CLOSE * (double) n)
        means[n_means++] = sum / units;
    }

  result->effect = all_units > CLOSE * (double) n ? total / all_units : 0.0;
  result->p = (1.0 + (double) n_as_large) / (1.0 + (double) n_draws);
  find_range (means, n_means, n_draws + 1, input->level, result);
  return TRUE;
}

static double
find_slope_of_one (const HwSignFlipInput *input)
{
  double x = 0.0, xx = 0.0;

  for (gsize i = 0; input->before != NULL && i < input->n; i++)
    {
      x += input->before[i];
      xx += input->before[i] * input->before[i];
    }

  return xx > 0.0 ? x / xx : 0.0;
}

/**
 * hw_sign_flip_run:
 * @input: differences; see HwSignFlipInput
 * @tick: (nullable): whether to go on
 * @result: (out caller-allocates): [units of the differences]
 * @error: return location
 *
 * Checked against: all falls counted (tests/engine/make-sign-flip-reference.py).
 *
 * Returns: %FALSE with @error: TOO_SHORT, BAD_VALUE, CANCELLED
 */
gboolean
hw_sign_flip_run (const HwSignFlipInput *input,
                  const HwTick          *tick,
                  HwSignFlip            *result,
                  GError               **error)
{
  g_autofree double *d = NULL, *unit = NULL;
  double slope_of_one;

  memset (result, 0, sizeof *result);
  if (input->n < HW_SIGN_FLIP_LEAST)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "fewer than two pairs");
      return FALSE;
    }

  if (!is_good (input))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a difference is no number");
      return FALSE;
    }

  d = g_new (double, input->n);
  unit = g_new (double, input->n);
  result->slope = find_slope (input);
  slope_of_one = find_slope_of_one (input);
  for (gsize i = 0; i < input->n; i++)
    {
      d[i] = input->difference[i] - (input->before != NULL ? result->slope * input->before[i] : 0.0);
      unit[i] = 1.0 - (input->before != NULL ? slope_of_one * input->before[i] : 0.0);
    }

  result->exact = input->n <= HW_SIGN_FLIP_EXACT;
  result->attainable = result->exact ? hw_sign_flip_least_p (input->n)
                                     : MAX (hw_sign_flip_least_p (input->n), 1.0 / (1.0 + input->n_draws));
  if (run (input, &(Pairs) { d, unit, input->n }, tick, result))
    return TRUE;

  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "stopped");
  return FALSE;
}
