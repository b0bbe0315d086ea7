/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ces.h"
#include "engine/math/hw-nelder-mead.h"

#include <math.h>

#define LENGTH_MIN    4     /* two numbers of the start, two of the smoothing */
#define FIRST_LEVEL   4     /* periods whose mean the start is measured from */
#define YEARLY_GROWTH 0.06  /* the most a series may grow or shrink by itself in a season */
#define INNER_MIN     -0.95
#define FORGETTING    0.9   /* an old error loses at least a tenth of its hold in a period */
#define HALVING       0.5   /* an error half the series back weighs half */
#define GROWTH_DOUBT  2.0   /* what speaks against growing, in errors */
#define INNER_DOUBT   5.0   /* what speaks for a level that gives way slowly */

/* Two real roots stand for a0 and a1: the outer one, near 1, says how the forecasts
 * grow; the inner one, -1 to 0, how the level gives way: with an outer root of 1 this
 * is simple smoothing with a weight of -inner. Complex roots make forecasts swing,
 * roots far from 1 make them burst or die; neither comes true. */
typedef struct
{
  const double *y;          /* without season */
  const double *weight;
  gsize         n;
  double        base;
  double        growth;     /* the most in a period */

  double        a0;         /* of the last trial */
  double        a1;
  double        level;      /* its best start */
  double        hidden;
  double        loss;
} Trial;

static inline void
step (double  a0,
      double  a1,
      double  error,
      double *level,
      double *hidden)
{
  const double l = *level, c = *hidden;

  *level = l - (1.0 - a1) * c + (a0 - a1) * error;
  *hidden = l + (1.0 - a0) * c + (a0 + a1) * error;
}

/* Whether errors are forgotten fast enough: both roots of the way from one error to
 * the next lie within FORGETTING. */
static gboolean
forgets (double a0,
         double a1)
{
  const double rest = 1.0 - a0;
  const double sum = (2.0 - 2.0 * a0 + a1) / FORGETTING;
  const double product = (rest * rest + rest - a1 + a1 * a1) / (FORGETTING * FORGETTING);

  return fabs (product) < 1.0 && fabs (sum) < 1.0 + product;
}

/* The start enters the errors in a straight way: p and q are what one more of level
 * and of hidden part at the start would add to each forecast. */
static void
solve_start (Trial *s)
{
  double level = s->base, hidden = 0.0, p = 1.0, p_hidden = 0.0, q = 0.0, q_hidden = 1.0;
  double pp = 0.0, pq = 0.0, qq = 0.0, rp = 0.0, rq = 0.0, rr = 0.0, det, u = 0.0, v = 0.0;

  for (gsize t = 0; t < s->n; t++)
    {
      const double r = s->y[t] - level, w = s->weight[t];

      pp += w * p * p;
      pq += w * p * q;
      qq += w * q * q;
      rp += w * r * p;
      rq += w * r * q;
      rr += w * r * r;
      step (s->a0, s->a1, r, &level, &hidden);
      step (s->a0, s->a1, -p, &p, &p_hidden);
      step (s->a0, s->a1, -q, &q, &q_hidden);
    }

  det = pp * qq - pq * pq;
  if (det > 1e-10 * pp * qq)
    {
      u = (rp * qq - rq * pq) / det;
      v = (pp * rq - pq * rp) / det;
    }
  else if (pp > 0.0)
    u = rp / pp;

  s->level = s->base + u;
  s->hidden = v;
  s->loss = rr + u * (u * pp - 2.0 * rp) + v * (v * qq - 2.0 * rq) + 2.0 * u * v * pq;
}

static double
objective (const double *x,
           gpointer      data)
{
  Trial *s = data;
  const double growth = CLAMP (x[0], -1.0, 1.0), inner = CLAMP (x[1], INNER_MIN, 0.0);
  const double outer = 1.0 + growth * s->growth;
  const double beyond = fabs (x[0] - growth) + fabs (x[1] - inner);
  const double doubt = (GROWTH_DOUBT * growth * growth + INNER_DOUBT * inner * inner) / (double) s->n;

  s->a0 = 2.0 - outer - inner;
  s->a1 = outer + inner - outer * inner;
  if (!forgets (s->a0, s->a1))
    return INFINITY;

  solve_start (s);
  return isfinite (s->loss) ? log (MAX (s->loss, 1e-300)) + beyond + doubt : INFINITY;
}

/* How much a series may grow in a period: seasons of a week or a day are no years. */
static double
growth_limit (int season)
{
  const double periods = season == 7 ? 364.0 : season == 24 ? 24.0 * 364.0 : (double) MAX (season, 1);

  return YEARLY_GROWTH / periods;
}

static void
prepare (const HwSeriesView  *series,
         const HwThetaSeason *season,
         double              *y,
         double              *weight)
{
  const gsize n = series->n;
  const double fade = pow (0.5, 1.0 / (HALVING * (double) n));
  double w = 1.0;

  for (gsize t = n; t-- > 0; w *= fade)
    {
      y[t] = hw_theta_season_take (season, series->y[t], t);
      weight[t] = series->filled != NULL && series->filled[t] ? 0.0 : w;
    }
}

/* Passes the series once more, for the states and the plain size of the errors. */
static gboolean
settle (HwCesFit    *fit,
        const Trial *s)
{
  double squares = 0.0;
  gsize counted = 0;

  fit->a0 = s->a0;
  fit->a1 = s->a1;
  fit->level = s->level;
  fit->hidden = s->hidden;
  for (gsize t = 0; t < s->n; t++)
    {
      const double e = s->y[t] - fit->level;

      if (s->weight[t] > 0.0)
        {
          squares += e * e;
          counted++;
        }
      step (fit->a0, fit->a1, e, &fit->level, &fit->hidden);
    }

  fit->n = s->n;
  fit->sigma = sqrt (squares / (double) (MAX (counted, 5) - 4));
  return isfinite (squares) && isfinite (fit->level) && isfinite (fit->hidden);
}

/**
 * hw_ces_fit:
 * @series: complete and finite
 *
 * Takes a fixed season out, then finds a0 and a1 with the least squared one-step
 * error, late errors weighing more; the start is solved for each trial of them.
 * Only such a0 and a1 are tried whose forecasts neither swing nor burst.
 *
 * Source: Svetunkov, Kourentzes and Ord (2022), Naval Research Logistics 69(8).
 * Checked against: the recursion and its roots worked out in tests/engine/test-hw-ces.c.
 *
 * Returns: (transfer full) (nullable): %NULL for fewer than 4 periods, and where
 * values are too large to be squared
 */
HwCesFit *
hw_ces_fit (const HwSeriesView *series)
{
  const HwNelderMeadParams params = { .step = 0.2, .tolerance = 1e-5, .max_calls = 50 };
  const gsize n = series->n, first = MIN (n, FIRST_LEVEL);
  g_autoptr (HwCesFit) fit = NULL;
  g_autofree double *work = NULL;
  double x[2] = { 0.0, -0.3 };
  Trial s = { 0 };

  if (n < LENGTH_MIN)
    return NULL;

  fit = g_new0 (HwCesFit, 1);
  (void) hw_theta_season_find (series, HW_THETA_SEASON_RECENT, &fit->season);
  work = g_new (double, 2 * n);
  prepare (series, &fit->season, work, work + n);
  s = (Trial) { .y = work, .weight = work + n, .n = n, .growth = growth_limit (series->season) };
  for (gsize t = 0; t < first; t++)
    s.base += work[t] / (double) first;

  (void) hw_nelder_mead (objective, &s, &params, 2, x);
  if (!isfinite (objective (x, &s)) || !settle (fit, &s))
    return NULL;

  return g_steal_pointer (&fit);
}

/**
 * hw_ces_free:
 * @fit: its memory is given back
 */
void
hw_ces_free (HwCesFit *fit)
{
  if (fit == NULL)
    return;

  hw_theta_season_clear (&fit->season);
  g_free (fit);
}

/**
 * hw_ces_move:
 * @fit: what is known so far
 * @y: (array length=to): the series from its first period
 * @from: the periods seen already
 * @to: the end of the new ones
 *
 * Level and hidden part take in the new periods; season, a0 and a1 stay.
 */
void
hw_ces_move (HwCesFit     *fit,
             const double *y,
             gsize         from,
             gsize         to)
{
  for (gsize t = from; t < to; t++)
    step (fit->a0, fit->a1, hw_theta_season_take (&fit->season, y[t], t) - fit->level, &fit->level, &fit->hidden);

  fit->n = to;
}

/**
 * hw_ces_mean:
 * @fit: the fit
 * @horizon: periods ahead, 1 or more
 * @mean: (array length=horizon) (out caller-allocates): expected values
 */
void
hw_ces_mean (const HwCesFit *fit,
             gsize           horizon,
             double         *mean)
{
  double level = fit->level, hidden = fit->hidden;

  for (gsize h = 0; h < horizon; h++)
    {
      mean[h] = hw_theta_season_give (&fit->season, level, fit->n + h);
      step (fit->a0, fit->a1, 0.0, &level, &hidden);
    }
}

/**
 * hw_ces_spread:
 * @fit: the fit
 * @horizon: periods ahead, 1 or more
 * @sd: (array length=horizon) (out caller-allocates): standard deviation of the errors
 */
void
hw_ces_spread (const HwCesFit *fit,
               gsize           horizon,
               double         *sd)
{
  double level = 0.0, hidden = 0.0, variance = 1.0;

  for (gsize h = 0; h < horizon; h++)
    {
      sd[h] = fit->sigma * sqrt (variance) * hw_theta_season_scale (&fit->season, fit->n + h);
      step (fit->a0, fit->a1, h == 0 ? 1.0 : 0.0, &level, &hidden);
      variance += level * level;
    }
}
