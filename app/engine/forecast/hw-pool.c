/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-pool.h"

#include "engine/forecast/hw-kernel.h"

#include <math.h>

#define SAMPLE    120000.0 /* periods of a catalogue that the kernel is tried on, about */
#define STRETCHES 4        /* of each, the last ones */
#define STEPS_MAX 8        /* of a stretch, evenly taken */
#define SEEN_MIN  6
#define GAIN      0.02     /* over the root of their number: what a change must win to be made */
#define FIRST     3        /* of the chances that are scored: 0.1 to 0.9 */
#define LAST      11

struct _HwPool
{
  int           season;
  HwKernelShape shape;
  HwRates       rates;
};

/* A past that stops before a stretch, and the stretch. */
typedef struct
{
  HwKernel     *past;
  const double *y;
  const guint8 *filled;
  gsize         n;
  double        weight;
} Trial;

static void
clear_trial (gpointer data)
{
  hw_kernel_free (((Trial *) data)->past);
}

/* Large series count more than small ones, but not by as much as they are larger. */
static gboolean
set_up (const HwSeriesView  *view,
        const HwKernelShape *shape,
        gsize                horizon,
        gsize                which,
        Trial               *trial)
{
  const gsize from = view->n - MIN (which * horizon, view->n);
  double sum = 0.0, seen = 0.0;

  if (from < SEEN_MIN)
    return FALSE;

  for (gsize t = 0; t < view->n; t++)
    if (view->filled == NULL || !view->filled[t])
      {
        sum += fabs (view->y[t]);
        seen += 1.0;
      }

  if (!(sum > 0.0))
    return FALSE;

  *trial = (Trial) {
    .past = hw_kernel_new (shape, view->y, view->filled, from),
    .y = view->y + from,
    .filled = view->filled != NULL ? view->filled + from : NULL,
    .n = horizon,
    .weight = sqrt (view->unit * seen / sum) * view->unit,
  };
  if (hw_kernel_seen (trial->past) >= SEEN_MIN)
    return TRUE;

  clear_trial (trial);
  return FALSE;
}

static double
loss_of (const Trial *trial,
         double      *q)
{
  const gsize every = (trial->n + STEPS_MAX - 1) / STEPS_MAX;
  double loss = 0.0;

  hw_kernel_quantiles (trial->past, NULL, trial->n, every, q);
  for (gsize h = 0; h < trial->n; h += every)
    {
      if (trial->filled != NULL && trial->filled[h])
        continue;

      for (int k = FIRST; k <= LAST; k++)
        {
          const double off = trial->y[h] - q[h * HW_LEVELS + (gsize) k];

          loss += off >= 0.0 ? hw_levels[k] * off : (hw_levels[k] - 1.0) * off;
        }
    }

  return loss * trial->weight;
}

static double
loss_of_all (GArray              *trials,
             const HwKernelShape *shape,
             double              *q)
{
  double loss = 0.0;

  for (guint i = 0; i < trials->len; i++)
    {
      const Trial *trial = &g_array_index (trials, Trial, i);

      hw_kernel_reshape (trial->past, shape);
      loss += loss_of (trial, q);
    }

  return loss;
}

/* One turn after the other: memory, week, year; a change is made only if it wins
 * by more than chance would let it. */
static void
choose_shape (GArray        *trials,
              int            season,
              gsize          horizon,
              HwKernelShape *shape)
{
  const double keep = 1.0 - GAIN / sqrt ((double) trials->len / STRETCHES);
  g_autofree double *q = g_new (double, horizon * HW_LEVELS);
  double least = loss_of_all (trials, shape, q);

  for (int turn = 0; turn < HW_KERNEL_TURNS; turn++)
    {
      const HwKernelShape before = *shape;
      const double bar = keep * least;
      HwKernelShape next = before;

      for (guint number = 1; hw_kernel_shape_turn (season, (HwKernelTurn) turn, number, &next); number++)
        {
          const double loss = loss_of_all (trials, &next, q);

          if (loss < MIN (least, bar))
            {
              least = loss;
              *shape = next;
            }
          next = before;
        }
    }
}

/**
 * hw_pool_build:
 * @series: (array length=n): a catalogue; all end at the same time
 * @n: number of series; 0 gives what serves for catalogues in general
 * @horizon: periods ahead that will be asked for
 *
 * Series of another season than the first are left out. The kernel is tried on
 * the last four stretches of some of them, evenly taken; rates are learned
 * from all that are whole numbers.
 *
 * Cost: O(all periods) and some thousand kernel forecasts.
 *
 * Returns: (transfer full): what they have in common
 */
HwPool *
hw_pool_build (const HwSeriesView *series,
               gsize               n,
               gsize               horizon)
{
  HwPool *pool = g_new0 (HwPool, 1);
  g_autoptr(GArray) trials = g_array_new (FALSE, FALSE, sizeof (Trial));
  g_autofree HwSeriesView *whole = g_new (HwSeriesView, MAX (n, 1));
  gsize wholes = 0;
  double periods = 0.0;
  gsize every;

  g_array_set_clear_func (trials, clear_trial);
  pool->season = n > 0 ? series[0].season : 1;
  hw_kernel_shape_usual (pool->season, &pool->shape);
  hw_rates_usual (pool->season, &pool->rates);
  for (gsize i = 0; i < n; i++)
    periods += (double) series[i].n;

  every = (gsize) ceil (MAX (periods / SAMPLE, 1.0));
  for (gsize i = 0; i < n; i++)
    {
      if (series[i].season != pool->season)
        continue;
      if (series[i].whole)
        whole[wholes++] = series[i];

      for (gsize which = 1; i % every == 0 && which <= STRETCHES; which++)
        {
          Trial trial;

          if (set_up (&series[i], &pool->shape, horizon, which, &trial))
            g_array_append_val (trials, trial);
        }
    }

  if (trials->len > 0 && horizon > 0)
    choose_shape (trials, pool->season, horizon, &pool->shape);
  if (wholes > 0)
    hw_rates_learn (whole, wholes, horizon, &pool->rates);

  return pool;
}

void
hw_pool_free (HwPool *pool)
{
  g_free (pool);
}

void
hw_pool_kernel (const HwPool  *pool,
                int            season,
                HwKernelShape *shape)
{
  if (pool != NULL && pool->season == season)
    *shape = pool->shape;
  else
    hw_kernel_shape_usual (season, shape);
}

void
hw_pool_rates (const HwPool *pool,
               int           season,
               HwRates      *rates)
{
  if (pool != NULL && pool->season == season)
    *rates = pool->rates;
  else
    hw_rates_usual (season, rates);
}
