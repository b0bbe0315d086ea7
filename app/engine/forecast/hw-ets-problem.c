/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-problem.h"

#include "engine/forecast/hw-ets-season.h"

#include <math.h>
#include <string.h>

#define FLAT_ALPHA 0.02
#define SQUARES_MIN 1e-24     /* of the series' own squares: a perfect fit has no logarithm */

/**
 * hw_ets_problem_decode:
 * @problem: with start and bounds set
 * @x: (array length=dim): free numbers
 * @w: (out): the weights they stand for
 * @state: (array length=states) (out): the first state they stand for [units of y]
 *
 * beta lies between the least weight and alpha, gamma between it and 1 - alpha: the
 * usual region, Hyndman, Koehler, Ord and Snyder (2008), section 2.5.
 */
void
hw_ets_problem_decode (const HwEtsProblem *problem,
                       const double       *x,
                       HwEtsWeights       *w,
                       double             *state)
{
  const HwEtsForm *form = problem->form;
  gsize k = 0;

  memcpy (state, problem->first, problem->states * sizeof *state);
  *w = (HwEtsWeights) { .alpha = x[k++], .phi = 1.0 };
  if (form->trend != HW_ETS_NONE)
    w->beta = HW_ETS_WEIGHT_MIN + x[k++] * (w->alpha - HW_ETS_WEIGHT_MIN);
  if (form->kind != HW_ETS_NONE)
    w->gamma = HW_ETS_WEIGHT_MIN + x[k++] * (HW_ETS_WEIGHT_MAX - w->alpha);
  if (form->trend != HW_ETS_NONE && form->damped)
    w->phi = x[k++];

  state[HW_ETS_LEVEL] += problem->level_scale * x[k++];
  if (form->trend != HW_ETS_NONE)
    state[HW_ETS_TREND] += problem->trend_scale * x[k++];
  if (problem->free_season)
    for (gsize i = 1; i < (gsize) form->season; i++, k++)
      {
        state[HW_ETS_SEASON + i] += problem->season_scale * x[k];
        state[HW_ETS_SEASON] -= problem->season_scale * x[k];
      }
}

/**
 * hw_ets_problem_set_bounds:
 * @problem: with its form and free_season; gets dim, lower and upper
 *
 * Weights and damping are bounded, states are not.
 */
void
hw_ets_problem_set_bounds (HwEtsProblem *problem)
{
  const HwEtsForm *form = problem->form;
  gsize k = 0, states = 1;

  problem->lower[k] = HW_ETS_WEIGHT_MIN;
  problem->upper[k++] = HW_ETS_WEIGHT_MAX;
  for (int i = 0; i < (form->trend != HW_ETS_NONE ? 1 : 0) + (form->kind != HW_ETS_NONE ? 1 : 0); i++)
    {
      problem->lower[k] = 0.0;
      problem->upper[k++] = 1.0;
    }
  if (form->trend != HW_ETS_NONE && form->damped)
    {
      problem->lower[k] = HW_ETS_PHI_MIN;
      problem->upper[k++] = HW_ETS_PHI_MAX;
    }

  states += form->trend != HW_ETS_NONE ? 1 : 0;
  states += problem->free_season ? (gsize) form->season - 1 : 0;
  for (gsize i = 0; i < states; i++)
    {
      problem->lower[k] = -INFINITY;
      problem->upper[k++] = INFINITY;
    }
  problem->dim = k;
}

/**
 * hw_ets_problem_encode:
 * @problem: with bounds set
 * @alpha: the weight itself
 * @beta: share of its room, 0 to 1
 * @gamma: share of its room, 0 to 1
 * @phi: damping
 * @x: (array length=dim) (out): free numbers for them, the states as they start
 */
void
hw_ets_problem_encode (const HwEtsProblem *problem,
                       double              alpha,
                       double              beta,
                       double              gamma,
                       double              phi,
                       double             *x)
{
  const HwEtsForm *form = problem->form;
  gsize k = 0;

  x[k++] = alpha;
  if (form->trend != HW_ETS_NONE)
    x[k++] = beta;
  if (form->kind != HW_ETS_NONE)
    x[k++] = gamma;
  if (form->trend != HW_ETS_NONE && form->damped)
    x[k++] = phi;
  while (k < problem->dim)
    x[k++] = 0.0;
}

/**
 * hw_ets_problem_encode_line:
 * @problem: with start and bounds set
 * @level: first level [units of y]
 * @trend: first trend [units of y a period, or a factor]
 * @x: (array length=dim) (inout): free numbers, of which these two are set
 */
void
hw_ets_problem_encode_line (const HwEtsProblem *problem,
                            double              level,
                            double              trend,
                            double             *x)
{
  const HwEtsForm *form = problem->form;
  const gsize k = problem->dim - (form->trend != HW_ETS_NONE ? 2 : 1)
                  - (problem->free_season ? (gsize) form->season - 1 : 0);

  x[k] = (level - problem->first[HW_ETS_LEVEL]) / problem->level_scale;
  if (form->trend != HW_ETS_NONE)
    x[k + 1] = (trend - problem->first[HW_ETS_TREND]) / problem->trend_scale;
}

/**
 * hw_ets_problem_encode_flat:
 * @problem: with start and bounds set
 * @x: (array length=dim) (out): free numbers of a level that hardly moves, which has a
 *   likelihood wherever any weights have one
 */
void
hw_ets_problem_encode_flat (const HwEtsProblem *problem,
                            double             *x)
{
  hw_ets_problem_encode (problem, FLAT_ALPHA, 0.0, 0.0, HW_ETS_PHI_MIN, x);
  hw_ets_problem_encode_line (problem, problem->mean, problem->form->trend == HW_ETS_TIMES ? 1.0 : 0.0, x);
}

static gboolean
season_is_positive (const HwEtsForm *form,
                    const double    *state)
{
  if (form->kind == HW_ETS_TIMES)
    for (gsize i = 0; i < (gsize) form->season; i++)
      if (!(state[HW_ETS_SEASON + i] > 0.0))
        return FALSE;

  return TRUE;
}

/**
 * hw_ets_problem_value:
 * @x: (array length=dim): free numbers
 * @data: the problem
 *
 * Cost: one pass over the series.
 *
 * Returns: twice the negative log-likelihood and the doubt of a trend that turns
 *   quickly; INFINITY where there is none
 */
double
hw_ets_problem_value (const double *x,
                      gpointer      data)
{
  const HwEtsProblem *problem = data;
  HwEtsWeights weights;
  HwEtsLoss loss;
  double value;

  hw_ets_problem_decode (problem, x, &weights, problem->state);
  if (!season_is_positive (problem->form, problem->state)
      || !hw_ets_form_pass (problem->form, &weights, problem->y, problem->filled, 0, problem->n, problem->state, NULL,
                            &loss))
    return INFINITY;

  loss.squares = MAX (loss.squares, problem->floor);
  value = hw_ets_form_minus_two_log_likelihood (problem->form, &loss);
  if (problem->form->trend != HW_ETS_NONE)
    value += problem->doubt * x[1];
  return isfinite (value) ? value : INFINITY;
}

/* Level and slope of a line through the first periods without the season. */
static void
fill_line (const HwEtsForm *form,
           const double    *y,
           gsize            n,
           double          *state)
{
  const gsize m = (gsize) form->season;
  const gsize k = MIN (n, MAX (10, 2 * m));
  double st = 0.0, sv = 0.0, stt = 0.0, stv = 0.0, spread;

  for (gsize t = 0; t < k; t++)
    {
      const double x = (double) t + 1.0, s = state[HW_ETS_SEASON + t % m];
      const double v = form->kind == HW_ETS_NONE ? y[t] : form->kind == HW_ETS_ADD ? y[t] - s : y[t] / s;

      st += x;
      sv += v;
      stt += x * x;
      stv += x * v;
    }

  spread = (double) k * stt - st * st;
  state[HW_ETS_TREND] = form->trend == HW_ETS_NONE || !(spread > 0.0) ? 0.0 : ((double) k * stv - st * sv) / spread;
  state[HW_ETS_LEVEL] = (sv - state[HW_ETS_TREND] * st) / (double) k;
  if (form->trend != HW_ETS_TIMES)
    return;

  /* A line as a factor: what it says of the second period over the first. */
  if (state[HW_ETS_LEVEL] > 0.0 && state[HW_ETS_LEVEL] + 2.0 * state[HW_ETS_TREND] > 0.0)
    state[HW_ETS_TREND] = 1.0 + state[HW_ETS_TREND] / (state[HW_ETS_LEVEL] + state[HW_ETS_TREND]);
  else
    {
      state[HW_ETS_LEVEL] = sv / (double) k;
      state[HW_ETS_TREND] = 1.0;
    }
}

/**
 * hw_ets_problem_set_start:
 * @problem: with its form and series; gets first and the scales
 * @first: (array length=states) (out): the season by classical decomposition, level and
 *   trend by a line through the first periods [units of y]; kept by @problem
 *
 * The scales say how far each state may sensibly be off.
 */
void
hw_ets_problem_set_start (HwEtsProblem *problem,
                          double       *first)
{
  const HwEtsForm *form = problem->form;
  double steps = 0.0, squares = 0.0, usual;

  if (form->kind == HW_ETS_NONE)
    first[HW_ETS_SEASON] = 0.0;
  else
    (void) hw_ets_season_figure (problem->y, problem->n, form->season, form->kind, first + HW_ETS_SEASON);
  fill_line (form, problem->y, problem->n, first);

  for (gsize t = 0; t < problem->n; t++)
    {
      squares += problem->y[t] * problem->y[t];
      problem->mean += problem->y[t] / (double) problem->n;
      if (t > 0)
        steps += (problem->y[t] - problem->y[t - 1]) * (problem->y[t] - problem->y[t - 1]);
    }

  usual = sqrt (MAX (steps, 1e-6 * squares) / (double) problem->n);
  if (form->error == HW_ETS_TIMES || form->kind == HW_ETS_TIMES || form->trend == HW_ETS_TIMES)
    first[HW_ETS_LEVEL] = MAX (first[HW_ETS_LEVEL], 0.1 * usual);
  problem->first = first;
  usual = usual > 0.0 ? usual : 1.0;
  problem->level_scale = usual;
  problem->trend_scale = form->trend == HW_ETS_TIMES ? 0.05 : 0.1 * usual;
  problem->season_scale = form->kind == HW_ETS_TIMES ? 0.1 : usual;
  problem->floor = SQUARES_MIN * (form->error == HW_ETS_TIMES ? (double) problem->n : MAX (squares, 1e-290));
}
