/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-kernel.h"

#include <math.h>
#include <stdlib.h>

#define FADED 1e-30 /* a memory fainter than this is none */

struct _HwKernel
{
  HwKernelShape  shape;
  double        *y;       /* NAN where nothing was observed */
  gsize          n;
  guint32       *order;   /* the observed periods by their y, then by time */
  gsize          seen;
};

typedef struct
{
  double  y;
  guint32 t;
} Place;

static int
compare_places (const void *a,
                const void *b)
{
  const Place *x = a, *y = b;

  if (x->y < y->y || x->y > y->y)
    return x->y < y->y ? -1 : 1;

  return x->t < y->t ? -1 : x->t > y->t;
}

static void
put_in_order (HwKernel *kernel)
{
  g_autofree Place *places = g_new (Place, MAX (kernel->n, 1));

  kernel->seen = 0;
  for (gsize t = 0; t < kernel->n; t++)
    if (!isnan (kernel->y[t]))
      places[kernel->seen++] = (Place) { kernel->y[t], (guint32) t };

  qsort (places, kernel->seen, sizeof *places, compare_places);
  kernel->order = g_renew (guint32, kernel->order, MAX (kernel->seen, 1));
  for (gsize i = 0; i < kernel->seen; i++)
    kernel->order[i] = places[i].t;
}

/**
 * hw_kernel_new:
 * @shape: how periods are weighed
 * @y: (array length=n): the series, oldest first
 * @filled: (array length=n) (nullable): 1 where nothing was observed
 * @n: number of periods
 *
 * Cost: O(n log n).
 *
 * Returns: (transfer full): the past, ready to be asked
 */
HwKernel *
hw_kernel_new (const HwKernelShape *shape,
               const double        *y,
               const guint8        *filled,
               gsize                n)
{
  HwKernel *kernel = g_new0 (HwKernel, 1);

  kernel->shape = *shape;
  kernel->n = n;
  kernel->y = g_new (double, MAX (n, 1));
  for (gsize t = 0; t < n; t++)
    kernel->y[t] = filled != NULL && filled[t] ? NAN : y[t];

  put_in_order (kernel);
  return kernel;
}

/**
 * hw_kernel_free:
 * @kernel: its memory is given back
 */
void
hw_kernel_free (HwKernel *kernel)
{
  if (kernel == NULL)
    return;

  g_free (kernel->order);
  g_free (kernel->y);
  g_free (kernel);
}

/**
 * hw_kernel_move:
 * @kernel: (inout): knows all periods before @from
 * @y: the series
 * @from: first new period
 * @to: the one after the last
 */
void
hw_kernel_move (HwKernel     *kernel,
                const double *y,
                gsize         from,
                gsize         to)
{
  kernel->y = g_renew (double, kernel->y, MAX (to, 1));
  for (gsize t = from; t < to; t++)
    kernel->y[t] = y[t];

  kernel->n = to;
  put_in_order (kernel);
}

/**
 * hw_kernel_reshape:
 * @kernel: (inout): the same past
 * @shape: how it is weighed from now on
 */
void
hw_kernel_reshape (HwKernel            *kernel,
                   const HwKernelShape *shape)
{
  kernel->shape = *shape;
}

/**
 * hw_kernel_seen:
 * @kernel: a kernel
 *
 * Returns: periods observed so far
 */
gsize
hw_kernel_seen (const HwKernel *kernel)
{
  return kernel->seen;
}

/**
 * hw_kernel_series:
 * @kernel: the past
 * @n: (out): number of periods
 *
 * Returns: (array length=n): its periods, NAN where nothing was observed
 */
const double *
hw_kernel_series (const HwKernel *kernel,
                  gsize          *n)
{
  *n = kernel->n;
  return kernel->y;
}

/* What a look at several periods ahead needs, made once. */
typedef struct
{
  double *memory[HW_KERNEL_SPEEDS]; /* of each observed period, in order of y, as of the next period */
  double *by_lag;
  double *weight;                   /* of each observed period for the period asked for */
  double  room[];
} Look;

/* share * exp (-lag / life) / life, by recursion from the newest period back. */
static void
fill_memory (const HwKernel *kernel,
             int             c,
             double         *by_age,
             double         *memory)
{
  const double life = kernel->shape.life[c];
  const double step = exp (-1.0 / life);
  double left = kernel->shape.share[c] / life;

  for (gsize age = 1; age <= kernel->n; age++)
    {
      left = left > FADED ? left * step : 0.0;
      by_age[age - 1] = left;
    }

  for (gsize i = 0; i < kernel->seen; i++)
    memory[i] = by_age[kernel->n - 1 - kernel->order[i]];
}

static Look *
look_new (const HwKernel *kernel,
          gsize           horizon)
{
  const gsize lags = kernel->n + horizon + 1;
  Look *look = g_malloc (sizeof *look + ((HW_KERNEL_SPEEDS + 1) * kernel->seen + lags) * sizeof (double));
  double *at = look->room;

  for (int c = 0; c < HW_KERNEL_SPEEDS; c++, at += kernel->seen)
    look->memory[c] = at;

  look->weight = at;
  look->by_lag = at + kernel->seen;
  for (int c = 0; c < HW_KERNEL_SPEEDS; c++)
    fill_memory (kernel, c, look->by_lag, look->memory[c]);

  hw_kernel_shape_by_lag (&kernel->shape, lags, look->by_lag);
  return look;
}

typedef struct
{
  double total;
  double periods; /* of equal weight that would say as much */
} Weighed;

/* Weighs the past for the period @ahead + 1 periods after the last. */
static Weighed
weigh (const HwKernel *kernel,
       Look           *look,
       gsize           ahead)
{
  const double *by_lag = look->by_lag + kernel->n + ahead;
  const double *life = kernel->shape.life;
  const double f0 = exp (-(double) ahead / life[0]);
  const double f1 = exp (-(double) ahead / life[1]);
  const double f2 = exp (-(double) ahead / life[2]);
  double total = 0.0, squares = 0.0;

  G_STATIC_ASSERT (HW_KERNEL_SPEEDS == 3);
  for (gsize i = 0; i < kernel->seen; i++)
    {
      const double w = by_lag[-(gssize) kernel->order[i]]
                       * (f0 * look->memory[0][i] + f1 * look->memory[1][i] + f2 * look->memory[2][i]);

      look->weight[i] = w;
      total += w;
      squares += w * w;
    }

  if (!(squares > 0.0)) /* all of it is long ago */
    {
      for (gsize i = 0; i < kernel->seen; i++)
        look->weight[i] = 1.0;
      return (Weighed) { (double) kernel->seen, (double) kernel->seen };
    }

  return (Weighed) { total, total * total / squares };
}

/**
 * hw_kernel_mean:
 * @kernel: the past
 * @prior: (nullable): what is expected without it
 * @horizon: periods ahead
 * @mean: (array length=horizon) (out): as y
 *
 * The weighted mean of the past, drawn to the prior's the more the fewer periods
 * the weights rest on. 0 where nothing is known at all.
 */
void
hw_kernel_mean (const HwKernel      *kernel,
                const HwKernelPrior *prior,
                gsize                horizon,
                double              *mean)
{
  const gsize cycle = (gsize) MAX (kernel->shape.cycle, 1);
  g_autofree Look *look = look_new (kernel, horizon);

  for (gsize h = 0; h < horizon; h++)
    {
      const Weighed all = weigh (kernel, look, h);
      double sum = 0.0;

      for (gsize i = 0; i < kernel->seen; i++)
        sum += look->weight[i] * kernel->y[kernel->order[i]];

      mean[h] = all.total > 0.0 ? sum / all.total : 0.0;
      if (prior != NULL)
        mean[h] += prior->mean_periods / (prior->mean_periods + all.periods) * (prior->means[h % cycle] - mean[h]);
    }
}

/* Goes up through own values and the prior's side by side, until enough weight
 * lies below. */
static void
read_off (const HwKernel *kernel,
          const double   *weight,
          const double   *atoms,
          gsize           n_atoms,
          double          atom,
          double         *q)
{
  const double all = 1.0 - 1e-12;
  double below = 0.0, value = 0.0;
  gsize i = 0, a = 0;

  for (int k = 0; k < HW_LEVELS; k++)
    {
      while (below < hw_levels[k] * all && (i < kernel->seen || a < n_atoms))
        {
          const double own = i < kernel->seen ? kernel->y[kernel->order[i]] : INFINITY;

          if (a < n_atoms && atoms[a] < own)
            {
              value = atoms[a++];
              below += atom;
            }
          else
            {
              value = own;
              below += weight[i++];
            }
        }

      q[k] = value;
    }
}

/**
 * hw_kernel_quantiles:
 * @kernel: the past
 * @prior: (nullable): what is expected without it
 * @horizon: periods ahead
 * @every: 1 for all of them; else only every so-many-th, from the first
 * @q: (array) (out): @horizon times HW_LEVELS, at the chances of hw_levels; as y;
 *   the ones left out stay as they are
 *
 * Each past period counts by its weight, each value of the prior by an equal
 * part of the prior's weight; a quantile is the least value that has its chance
 * of weight at or below it. So whole numbers stay whole.
 *
 * Cost: O(horizon * n).
 *
 * Source: weighted empirical quantiles, Taylor (2007), European J. Operational
 * Research 178(1); the prior as in a Dirichlet process, Ferguson (1973).
 * Checked against: cases worked by hand and the plain quantiles in
 * tests/engine/test-hw-kernel.c.
 */
void
hw_kernel_quantiles (const HwKernel      *kernel,
                     const HwKernelPrior *prior,
                     gsize                horizon,
                     gsize                every,
                     double              *q)
{
  const gsize cycle = (gsize) MAX (kernel->shape.cycle, 1);
  const gsize n_atoms = prior != NULL ? prior->atoms : 0;
  g_autofree Look *look = look_new (kernel, horizon);

  for (gsize h = 0; h < horizon; h += every)
    {
      const Weighed all = weigh (kernel, look, h);
      const double elsewhere = n_atoms == 0 ? 0.0 : all.total > 0.0 ? prior->periods / (prior->periods + all.periods) : 1.0;
      const double *atoms = n_atoms > 0 ? prior->values + (h % cycle) * n_atoms : NULL;

      for (gsize i = 0; i < kernel->seen; i++)
        look->weight[i] *= (1.0 - elsewhere) / all.total;

      read_off (kernel, look->weight, atoms, n_atoms, n_atoms > 0 ? elsewhere / (double) n_atoms : 0.0,
                q + h * HW_LEVELS);
    }
}

/**
 * hw_kernel_week:
 * @kernel: the past
 * @profile: (array length=cycle) (out): for each place in the cycle, first the one
 *   of the next period: how many times the mean it sells; their mean is 1
 *
 * The last year or so, outliers cut at the level that one period of thirty
 * exceeds, drawn to 1 where little was seen.
 *
 * Returns: the places in the cycle, at most HW_KERNEL_CYCLE_MAX
 */
gsize
hw_kernel_week (const HwKernel *kernel,
                double         *profile)
{
  const gsize cycle = (gsize) MAX (kernel->shape.cycle, 1);
  const double draw = 8.0, life = 52.0 * (double) cycle;
  g_autofree double *weight = g_new0 (double, 2 * cycle);
  double *sum = weight + cycle;
  double all = 0.0, all_sum = 0.0, mean = 0.0, cut = INFINITY;

  if (kernel->seen >= 30)
    cut = kernel->y[kernel->order[(gsize) (0.97 * (double) (kernel->seen - 1))]];

  for (gsize i = 0; i < kernel->seen; i++)
    mean += kernel->y[kernel->order[i]] / (double) kernel->seen;

  cut = MAX (cut, 3.0 * mean);
  for (gsize t = 0; t < kernel->n; t++)
    {
      const double w = exp (-(double) (kernel->n - t) / life);
      const gsize place = (cycle - (kernel->n - t) % cycle) % cycle;

      if (isnan (kernel->y[t]))
        continue;
      weight[place] += w;
      sum[place] += w * MIN (kernel->y[t], cut);
      all += w;
      all_sum += w * MIN (kernel->y[t], cut);
    }

  mean = 0.0;
  for (gsize j = 0; j < cycle; j++)
    {
      const double level = all > 0.0 ? all_sum / all : 0.0;

      profile[j] = level > 0.0 ? (MAX (sum[j], 0.0) / level + draw) / (weight[j] + draw) : 1.0;
      mean += profile[j] / (double) cycle;
    }

  for (gsize j = 0; j < cycle; j++)
    profile[j] /= mean;

  return cycle;
}
