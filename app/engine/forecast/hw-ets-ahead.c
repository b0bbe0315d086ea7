/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-ahead.h"

#include "core/hw-rng.h"
#include "core/hw-sort.h"

#include <math.h>
#include <string.h>

/* What a unit error @lag periods before weighs: alpha + beta (phi + .. + phi^lag),
 * and gamma in the same season. */
static void
fill_effects (const HwEtsForm    *form,
              const HwEtsWeights *w,
              gsize               n,
              double             *effects)
{
  double damping = 1.0, reach = 0.0;

  for (gsize lag = 1; lag < n; lag++)
    {
      damping *= w->phi;
      reach += damping;
      effects[lag] = w->alpha + (form->trend == HW_ETS_NONE ? 0.0 : w->beta * reach);
      if (form->kind == HW_ETS_ADD && lag % (gsize) form->season == 0)
        effects[lag] += w->gamma;
    }
}

/* Errors in units (class 1): they add up. Relative errors (class 2): each is as
 * large as the mean of its own period, which is itself uncertain. */
static void
fill_straight (const HwEtsForm    *form,
               const HwEtsWeights *w,
               double              sigma2,
               gsize               horizon,
               const double       *mean,
               double             *variance)
{
  g_autofree double *effects = g_new0 (double, horizon + 1);
  g_autofree double *theta = g_new0 (double, horizon + 1);
  const gboolean relative = form->error == HW_ETS_TIMES;

  fill_effects (form, w, horizon, effects);
  for (gsize h = 0; h < horizon; h++)
    {
      double sum = 0.0;

      for (gsize lag = 1; lag <= h; lag++)
        sum += effects[lag] * effects[lag] * (relative ? theta[h - lag] : 1.0);

      theta[h] = mean[h] * mean[h] + sigma2 * sum;
      variance[h] = relative ? (1.0 + sigma2) * theta[h] - mean[h] * mean[h] : sigma2 * (1.0 + sum);
    }
}

typedef struct { double at[2][2]; } Square; /* acts on (level, trend) */

static Square
times (const Square *a,
       const Square *b,
       gboolean      turned)
{
  Square c;

  for (int i = 0; i < 2; i++)
    for (int k = 0; k < 2; k++)
      c.at[i][k] = a->at[i][0] * (turned ? b->at[k][0] : b->at[0][k])
                   + a->at[i][1] * (turned ? b->at[k][1] : b->at[1][k]);

  return c;
}

static void
add (Square       *sum,
     const Square *a,
     const Square *v,
     const Square *b,
     double        factor)
{
  const Square left = times (a, v, FALSE);
  const Square all = times (&left, b, TRUE);

  for (int i = 0; i < 2; i++)
    for (int k = 0; k < 2; k++)
      sum->at[i][k] += factor * all.at[i][k];
}

static Square
outer (const double  *a,
       const double  *b,
       const Square  *v,
       double         factor,
       double         v_factor)
{
  Square c;

  for (int i = 0; i < 2; i++)
    for (int k = 0; k < 2; k++)
      c.at[i][k] = factor * a[i] * b[k] + v_factor * v->at[i][k];

  return c;
}

/* Level and trend times each place of the season, in the order of the places' age:
 * the last one comes next. Means m[j], covariances v[j * n + k]. */
typedef struct
{
  gsize   n;
  double  gamma;
  double  sigma2;
  Square  carry;   /* of level and trend from one period to the next */
  Square  push;    /* by a relative error of 1 */
  double (*m)[2];
  Square *v;
  double (*m_next)[2];
  Square *v_next;
} Products;

static void
step_means (Products *p)
{
  for (gsize j = 0; j < p->n; j++)
    {
      const double *from = p->m[j == 0 ? p->n - 1 : j - 1];

      for (int i = 0; i < 2; i++)
        {
          p->m_next[j][i] = p->carry.at[i][0] * from[0] + p->carry.at[i][1] * from[1];
          if (j == 0)
            p->m_next[j][i] += p->gamma * p->sigma2 * (p->push.at[i][0] * from[0] + p->push.at[i][1] * from[1]);
        }
    }
}

static void
step_covariances (Products *p)
{
  const gsize last = p->n - 1;
  Square both = p->push;

  for (int i = 0; i < 2; i++)
    for (int k = 0; k < 2; k++)
      both.at[i][k] += p->gamma * p->carry.at[i][k];

  for (gsize j = 0; j < p->n; j++)
    for (gsize k = 0; k < p->n; k++)
      {
        const gsize from_j = j == 0 ? last : j - 1, from_k = k == 0 ? last : k - 1;
        const Square *v = &p->v[from_j * p->n + from_k];
        const Square w = outer (p->m[from_j], p->m[from_k], v, 1.0, 1.0);
        Square *to = &p->v_next[j * p->n + k];

        *to = (Square) { 0 };
        add (to, &p->carry, v, &p->carry, 1.0);
        add (to, j == 0 ? &both : &p->push, &w, k == 0 ? &both : &p->push, p->sigma2);
        if (k == 0)
          add (to, &p->carry, v, &p->push, p->sigma2 * p->gamma);
        if (j == 0)
          add (to, &p->push, v, &p->carry, p->sigma2 * p->gamma);
        if (j == 0 && k == 0)
          {
            const Square twice = outer (p->m[last], p->m[last], v, 2.0, 3.0);

            add (to, &p->push, &twice, &p->push, p->sigma2 * p->sigma2 * p->gamma * p->gamma);
          }
      }
}

/* Relative errors with a multiplicative season (class 3). */
static void
fill_products (const HwEtsForm    *form,
               const HwEtsWeights *w,
               const double       *state,
               gsize               next,
               double              sigma2,
               gsize               horizon,
               double             *mean,
               double             *variance)
{
  const gsize n = (gsize) form->season;
  const double phi = form->trend == HW_ETS_NONE ? 0.0 : w->phi;
  g_autofree double *means = g_new0 (double, 4 * n);
  g_autofree Square *squares = g_new0 (Square, 2 * n * n);
  Products p = { .n = n, .gamma = w->gamma, .sigma2 = sigma2, .carry = { { { 1.0, phi }, { 0.0, phi } } },
                 .push = { { { w->alpha, w->alpha * phi }, { w->beta, w->beta * phi } } },
                 .m = (double (*)[2]) means, .m_next = (double (*)[2]) (means + 2 * n),
                 .v = squares, .v_next = squares + n * n };

  for (gsize j = 0; j < n; j++)
    {
      const double s = state[HW_ETS_SEASON + (next + n - 1 - j) % n];

      p.m[j][0] = state[HW_ETS_LEVEL] * s;
      p.m[j][1] = form->trend == HW_ETS_NONE ? 0.0 : state[HW_ETS_TREND] * s;
    }

  for (gsize h = 0; h < horizon; h++)
    {
      const Square *v = &p.v[n * n - 1];
      double (*m)[2] = p.m;
      Square *old = p.v;

      mean[h] = p.m[n - 1][0] + phi * p.m[n - 1][1];
      variance[h] = (1.0 + sigma2) * (v->at[0][0] + phi * (v->at[0][1] + v->at[1][0]) + phi * phi * v->at[1][1])
                    + sigma2 * mean[h] * mean[h];

      step_means (&p);
      step_covariances (&p);
      p.m = p.m_next;
      p.m_next = m;
      p.v = p.v_next;
      p.v_next = old;
    }
}

/**
 * hw_ets_ahead:
 * @form: which parts there are
 * @weights: smoothing weights
 * @state: after the last period seen
 * @next: the index of the first period ahead
 * @sigma2: variance of one-step errors: in units, or relative if the form says so
 * @horizon: periods ahead
 * @mean: (array length=horizon) (out): expected [units]
 * @variance: (array length=horizon) (out): of each period's error
 *
 * Errors in units or relative ones with additive parts only, and relative errors
 * with a multiplicative season; no formula is known for the others: simulate those.
 *
 * Cost: O(horizon^2), with a multiplicative season O(horizon * season^2).
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), section 6.1 to 6.4, classes 1 to
 * 3. R's class 3 carries a damped trend into the first period undamped; here it is
 * damped there as in the model's own equations.
 * Checked against: ranges of R's forecast::ets in tests/engine/test-hw-ets-reference.c.
 *
 * Returns: %FALSE if the form has no formula; nothing is then filled in
 */
gboolean
hw_ets_ahead (const HwEtsForm    *form,
              const HwEtsWeights *weights,
              const double       *state,
              gsize               next,
              double              sigma2,
              gsize               horizon,
              double             *mean,
              double             *variance)
{
  if (form->trend == HW_ETS_TIMES || (form->kind == HW_ETS_TIMES && form->error == HW_ETS_ADD))
    return FALSE;

  if (form->kind == HW_ETS_TIMES)
    {
      fill_products (form, weights, state, next, sigma2, horizon, mean, variance);
      return TRUE;
    }

  hw_ets_form_path (form, weights, state, next, horizon, mean);
  fill_straight (form, weights, sigma2, horizon, mean, variance);
  return TRUE;
}

/* Quantile of sorted values, median-unbiased whatever their distribution. */
static double
quantile (const double *sorted,
          gsize         n,
          double        chance)
{
  const double place = CLAMP (chance * ((double) n + 1.0 / 3.0) + 1.0 / 3.0, 1.0, (double) n) - 1.0;
  const gsize below = MIN ((gsize) place, n - 1), above = MIN (below + 1, n - 1);

  return sorted[below] + (place - (double) below) * (sorted[above] - sorted[below]);
}

/* One way the future may go: @path first holds errors, then values. */
static void
walk_path (const HwEtsForm    *form,
           const HwEtsWeights *weights,
           gsize               next,
           gsize               horizon,
           double             *state,
           double             *path)
{
  for (gsize h = 0; h < horizon; h++)
    {
      const double *y = &path[h];
      double mean;

      hw_ets_form_path (form, weights, state, next + h, 1, &mean);
      path[h] = form->error == HW_ETS_TIMES ? mean * (1.0 + MAX (path[h], -1.0)) : mean + path[h];
      (void) hw_ets_form_pass (form, weights, y - (next + h), NULL, next + h, next + h + 1, state, NULL, NULL);
    }
}

/**
 * hw_ets_simulate:
 * @form: which parts there are
 * @weights: smoothing weights
 * @state: after the last period seen
 * @next: the index of the first period ahead
 * @sigma2: variance of one-step errors: in units, or relative if the form says so
 * @horizon: periods ahead
 * @how: number of paths (at least 1) and seed
 * @n_chances: number of quantiles
 * @chances: (array length=n_chances): between 0 and 1
 * @quantiles: (array) (out): of period h and chance k at h * n_chances + k
 *
 * Paths with normal errors; a relative error is not below -1. The same seed gives
 * the same bits.
 *
 * Cost: O(paths * horizon * log paths).
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), section 6.2; quantiles as in
 * Hyndman and Fan (1996), The American Statistician 50(4), definition 8.
 * Checked against: simulated ranges of R's forecast::ets in
 * tests/engine/test-hw-ets-reference.c.
 */
void
hw_ets_simulate (const HwEtsForm       *form,
                 const HwEtsWeights    *weights,
                 const double          *state,
                 gsize                  next,
                 double                 sigma2,
                 gsize                  horizon,
                 const HwEtsSimulation *how,
                 gsize                  n_chances,
                 const double          *chances,
                 double                *quantiles)
{
  const gsize states = hw_ets_form_states (form);
  const double sigma = sqrt (sigma2);
  g_autofree double *values = g_new (double, how->paths * horizon); /* by period */
  g_autofree double *path = g_new (double, horizon);
  g_autofree double *moved = g_new (double, states);
  HwRng rng;

  hw_rng_init (&rng, how->seed);
  for (gsize i = 0; i < how->paths; i++)
    {
      for (gsize h = 0; h < horizon; h++)
        path[h] = sigma * hw_rng_normal (&rng);

      memcpy (moved, state, states * sizeof *moved);
      walk_path (form, weights, next, horizon, moved, path);
      for (gsize h = 0; h < horizon; h++)
        values[h * how->paths + i] = path[h];
    }

  for (gsize h = 0; h < horizon; h++)
    {
      hw_sort_doubles (values + h * how->paths, how->paths);
      for (gsize k = 0; k < n_chances; k++)
        quantiles[h * n_chances + k] = quantile (values + h * how->paths, how->paths, chances[k]);
    }
}
