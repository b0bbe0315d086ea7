/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-pool.h"

#include "engine/forecast/hw-kernel.h"

#include <math.h>

#define SAMPLE      120000.0 /* periods of a catalogue that the kernel is tried on, about */
#define STRETCHES   4        /* of each, the last ones */
#define STEPS_MAX   8        /* of a stretch, evenly taken */
#define SEEN_MIN    6
#define SWEEPS      2
#define CHOICES_MAX 4
#define DOUBT       0.015    /* over the root of the series' number: a loss that much larger is one by chance */
#define FIRST       3        /* of the chances that are scored: 0.1 to 0.9 */
#define LAST        11

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

/* Between all choices of a turn, the nearer to each the less it lost. */
static void
blend (const HwKernelShape *choices,
       const double        *weights,
       guint                n,
       HwKernelShape       *shape)
{
  double all = 0.0, affinity = 0.0, yearly = 0.0, share[HW_KERNEL_SPEEDS] = { 0 }, life[HW_KERNEL_SPEEDS] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      all += weights[i];
      affinity += weights[i] * log (choices[i].affinity);
      yearly += weights[i] * log1p (choices[i].yearly);
      for (int c = 0; c < HW_KERNEL_SPEEDS; c++)
        {
          share[c] += weights[i] * choices[i].share[c];
          life[c] += weights[i] * log (choices[i].life[c]);
        }
    }

  shape->affinity = exp (affinity / all);
  shape->yearly = expm1 (yearly / all);
  for (int c = 0; c < HW_KERNEL_SPEEDS; c++)
    {
      shape->share[c] = share[c] / all;
      shape->life[c] = exp (life[c] / all);
    }
}

static void
take_turn (GArray        *trials,
           int            season,
           HwKernelTurn   turn,
           double         doubt,
           double        *q,
           HwKernelShape *shape)
{
  HwKernelShape choices[CHOICES_MAX];
  double weights[CHOICES_MAX], least = INFINITY;
  guint n = 0;

  for (; n < CHOICES_MAX; n++)
    {
      choices[n] = *shape;
      if (!hw_kernel_shape_turn (season, turn, n, &choices[n]))
        break;
      weights[n] = loss_of_all (trials, &choices[n], q);
      least = MIN (least, weights[n]);
    }

  if (n == 0 || !(least > 0.0) || !isfinite (least))
    return;

  for (guint i = 0; i < n; i++)
    weights[i] = exp ((1.0 - weights[i] / least) / doubt);
  blend (choices, weights, n, shape);
}

/* One turn after the other: memory, week, year; then once more. */
static void
choose_shape (GArray        *trials,
              int            season,
              gsize          horizon,
              HwKernelShape *shape)
{
  const double doubt = DOUBT / sqrt ((double) trials->len / STRETCHES);
  g_autofree double *q = g_new (double, horizon * HW_LEVELS);

  for (int sweep = 0; sweep < SWEEPS; sweep++)
    for (int turn = 0; turn < HW_KERNEL_TURNS; turn++)
      take_turn (trials, season, (HwKernelTurn) turn, doubt, q, shape);
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

/**
 * hw_pool_free:
 * @pool: its memory is given back
 */
void
hw_pool_free (HwPool *pool)
{
  g_free (pool);
}

/**
 * hw_pool_kernel:
 * @pool: (nullable): of the catalogue
 * @season: periods in the main season
 * @shape: (out): the catalogue's; what serves in general where @pool is none of that season
 */
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

/**
 * hw_pool_rates:
 * @pool: (nullable): of the catalogue
 * @season: periods in the main season
 * @rates: (out): the catalogue's; what serves in general where @pool is none of that season
 */
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
