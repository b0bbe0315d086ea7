/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-fit.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-season-start.h"
#include "engine/math/hw-nelder-mead.h"

#include <math.h>

#define OBSERVED_MIN 4
#define SMOOTHING_MIN 1e-4
#define PHI_MIN 0.8
#define PHI_MAX 0.98
#define SQUARES_MIN 1e-12    /* of the series' own squares: a perfect fit has no logarithm */

typedef struct
{
  const HwEtsSpec  *spec;
  const double     *y;
  gsize             n;
  const HwEtsState *first;
  HwEtsState       *scratch;
  double            floor;   /* least sum of squares that is believed */
  double            scale;   /* typical step from one period to the next [units] */
} Problem;

/* Any number to (lo, hi). */
static double
squash (double x,
        double lo,
        double hi)
{
  return lo + (hi - lo) / (1.0 + exp (-x));
}

static double
unsquash (double value,
          double lo,
          double hi)
{
  return log ((value - lo) / (hi - value));
}

/* Free numbers to admissible parameters and first level and trend. */
static void
decode (const Problem *problem,
        const double  *x,
        HwEtsParams   *p,
        HwEtsState    *state)
{
  const HwEtsSpec *spec = problem->spec;
  gsize k = 0;

  *p = (HwEtsParams) { .alpha = squash (x[k++], SMOOTHING_MIN, 1.0 - SMOOTHING_MIN) };
  hw_ets_state_copy (state, problem->first, spec->season);
  state->level += problem->scale * x[k++];

  if (spec->trend != HW_TREND_NONE)
    {
      p->beta = squash (x[k++], 0.0, 1.0) * p->alpha;
      p->phi = spec->trend == HW_TREND_DAMPED ? squash (x[k++], PHI_MIN, PHI_MAX) : 1.0;
      state->trend += 0.1 * problem->scale * x[k++];
    }
  if (spec->kind != HW_SEASON_NONE)
    p->gamma = squash (x[k++], 0.0, 1.0) * (1.0 - p->alpha);
}

static gsize
encode_start (const HwEtsSpec *spec,
              double           alpha,
              double          *x)
{
  gsize k = 0;

  x[k++] = unsquash (alpha, SMOOTHING_MIN, 1.0 - SMOOTHING_MIN);
  x[k++] = 0.0;
  if (spec->trend != HW_TREND_NONE)
    {
      x[k++] = unsquash (0.1, 0.0, 1.0);
      if (spec->trend == HW_TREND_DAMPED)
        x[k++] = unsquash (0.95, PHI_MIN, PHI_MAX);
      x[k++] = 0.0;
    }
  if (spec->kind != HW_SEASON_NONE)
    x[k++] = unsquash (0.1, 0.0, 1.0);

  return k;
}

/* Twice the negative log-likelihood of the errors, but for a constant. */
static double
minus_two_log_likelihood (const HwEtsErrors *errors,
                          double             floor)
{
  const double n = (double) errors->n;

  return n * log (MAX (errors->squares, floor) / n) + 2.0 * errors->log_means;
}

static double
objective (const double *x,
           gpointer      data)
{
  const Problem *problem = data;
  HwEtsErrors errors = { 0 };
  HwEtsParams params;
  double value;

  decode (problem, x, &params, problem->scratch);
  if (!hw_ets_filter (problem->spec, &params, problem->y, 0, problem->n, problem->scratch, NULL, &errors))
    return INFINITY;

  value = minus_two_log_likelihood (&errors, problem->floor);
  return isnan (value) ? INFINITY : value;
}

static double
optimise (Problem *problem,
          double  *best)
{
  static const double starts[] = { 0.1, 0.5 };
  const HwNelderMeadParams how = { .step = 0.7, .tolerance = 1e-3, .max_calls = 300 };
  double best_value = INFINITY;

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      double x[HW_NELDER_MEAD_DIM_MAX];
      const gsize dim = encode_start (problem->spec, starts[i], x);
      const double value = hw_nelder_mead (objective, problem, &how, dim, x);

      if (i == 0 || value < best_value)
        {
          best_value = value;
          for (gsize k = 0; k < dim; k++)
            best[k] = x[k];
        }
    }

  return best_value;
}

static gboolean
check_series (const HwEtsSpec *spec,
              const double    *y,
              gsize            n,
              double          *squares,
              GError         **error)
{
  const gsize need = spec->kind == HW_SEASON_NONE ? OBSERVED_MIN : 2 * (gsize) spec->season;
  gsize observed = 0;

  *squares = 0.0;
  for (gsize t = 0; t < n; t++)
    {
      if (isnan (y[t]))
        continue;

      observed++;
      *squares += y[t] * y[t];
      if (isfinite (y[t]) && (spec->kind != HW_SEASON_MULTIPLICATIVE || y[t] > 0.0))
        continue;

      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE,
                   "y[%" G_GSIZE_FORMAT "] = %g does not suit this form", t, y[t]);
      return FALSE;
    }

  if (n >= need && observed >= OBSERVED_MIN)
    return TRUE;

  g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT,
               "%" G_GSIZE_FORMAT " periods, %" G_GSIZE_FORMAT " observed; need %" G_GSIZE_FORMAT,
               n, observed, need);
  return FALSE;
}

/* How far a first level may sensibly be off: the usual step of the series. */
static double
usual_step (const double *y,
            gsize         n,
            double        squares)
{
  double last = NAN, sum = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      if (isnan (y[t]))
        continue;
      if (!isnan (last))
        sum += (y[t] - last) * (y[t] - last);
      last = y[t];
    }

  return sqrt (MAX (sum, 1e-6 * squares) / (double) n);
}

/* Parameters counted by the criterion: smoothing, damping, first states, spread. */
static double
count_parameters (const HwEtsSpec *spec)
{
  double k = 3.0;

  if (spec->trend != HW_TREND_NONE)
    k += spec->trend == HW_TREND_DAMPED ? 3.0 : 2.0;
  if (spec->kind != HW_SEASON_NONE)
    k += (double) spec->season;

  return k;
}

static void
finish (HwEtsFit          *fit,
        const Problem     *problem,
        const HwEtsErrors *errors,
        double             value)
{
  const double n = (double) errors->n;
  const double k = count_parameters (&fit->spec);
  const double freedom = MAX (n - k, MAX (n / 2.0, 1.0));

  fit->sigma = sqrt (errors->squares / freedom);
  fit->aicc = n - k - 1.0 > 0.5 ? value + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0) : INFINITY;
}

/**
 * hw_ets_fit:
 * @spec: which parts there are
 * @y: (array length=n): the series, oldest first [units]; NAN where nothing was
 *   observed; all above 0 for a multiplicative season
 * @n: at least 4, and at least two seasons if there is one
 * @fit: (out caller-allocates): the fit; untouched on error
 * @error: return location
 *
 * Smoothing parameters, first level and first trend are those of the largest
 * likelihood (normal errors: in units, relative to the mean if multiplicative),
 * kept inside 0 < beta < alpha < 1, 0 < gamma < 1 - alpha, 0.8 < phi < 0.98.
 * The first season comes from the series' own mean season.
 *
 * Cost: about 500 passes over the series.
 *
 * Errors: TOO_SHORT; BAD_VALUE for infinity, or for 0 and less if multiplicative.
 *
 * Source: Hyndman, Koehler, Snyder and Grose (2002), Int. J. Forecasting 18(3).
 * Checked against: known parameters of simulated series in
 * tests/engine/test-hw-ets-fit.c.
 *
 * Returns: %TRUE if @fit was filled in
 */
gboolean
hw_ets_fit (const HwEtsSpec *spec,
            const double    *y,
            gsize            n,
            HwEtsFit        *fit,
            GError         **error)
{
  HwEtsFit out = { .spec = *spec };
  HwEtsState start, scratch;
  Problem problem = { .spec = spec, .y = y, .n = n, .first = &start, .scratch = &scratch };
  HwEtsErrors errors = { 0 };
  double x[HW_NELDER_MEAD_DIM_MAX] = { 0 };
  double squares, value;

  G_STATIC_ASSERT (HW_NELDER_MEAD_DIM_MAX >= 6);
  g_return_val_if_fail (spec->season >= 1, FALSE);

  if (!check_series (spec, y, n, &squares, error))
    return FALSE;

  hw_ets_state_init (&start, spec->season);
  hw_ets_state_init (&scratch, spec->season);
  hw_ets_state_init (&out.first, spec->season);
  hw_ets_state_init (&out.state, spec->season);

  hw_season_start (spec, y, n, &start);
  problem.floor = SQUARES_MIN * (spec->kind == HW_SEASON_MULTIPLICATIVE ? (double) n : MAX (squares, 1e-290));
  problem.scale = usual_step (y, n, squares);
  value = optimise (&problem, x);

  decode (&problem, x, &out.params, &out.first);
  hw_ets_state_copy (&out.state, &out.first, spec->season);
  (void) hw_ets_filter (spec, &out.params, y, 0, n, &out.state, NULL, &errors);
  finish (&out, &problem, &errors, value);

  hw_ets_state_clear (&start);
  hw_ets_state_clear (&scratch);
  *fit = out;
  return TRUE;
}

/**
 * hw_ets_fit_clear:
 * @fit: its memory is given back
 */
void
hw_ets_fit_clear (HwEtsFit *fit)
{
  hw_ets_state_clear (&fit->state);
  hw_ets_state_clear (&fit->first);
}
