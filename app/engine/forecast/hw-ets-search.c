/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-search.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-ets-quick.h"

#include <math.h>
#include <string.h>

#define PERIODS_MIN 3
#define DOUBT 4.0  /* helps short series on most sets; between 3 and 8 it matters little */

static double
search_thoroughly (HwEtsProblem *problem,
                   double       *best)
{
  static const double starts[][4] = { /* alpha, share of beta, share of gamma, phi */
    { 0.05, 0.1, 0.05, 0.97 }, { 0.3, 0.05, 0.1, 0.9 }, { 0.6, 0.3, 0.3, 0.97 },
    { 0.95, 0.05, 0.5, 0.85 }, { 0.9, 0.9, 0.9, 0.82 }, { 0.1, 0.9, 0.01, 0.97 },
  };
  const HwBoxSearchParams how = { .tolerance = 1e-9, .reach = 0.1, .careful = TRUE, .max_calls = 40000 };
  double best_value = INFINITY;

  for (gsize i = 0; i <= G_N_ELEMENTS (starts); i++)
    {
      double x[HW_BOX_SEARCH_DIM_MAX], value;

      if (i < G_N_ELEMENTS (starts))
        hw_ets_problem_encode (problem, starts[i][0], starts[i][1], starts[i][2], starts[i][3], x);
      else
        hw_ets_problem_encode_flat (problem, x);
      value = hw_box_search (hw_ets_problem_value, problem, &how, problem->dim, problem->lower, problem->upper, x);
      if (i == 0 || value < best_value)
        {
          best_value = value;
          memcpy (best, x, problem->dim * sizeof *x);
        }
    }

  return best_value;
}

static gboolean
check_series (const HwEtsForm *form,
              const double    *y,
              gsize            n,
              GError         **error)
{
  const gboolean factors = form->error == HW_ETS_TIMES || form->trend == HW_ETS_TIMES || form->kind == HW_ETS_TIMES;
  const gsize need = form->kind == HW_ETS_NONE ? PERIODS_MIN : 2 * (gsize) form->season;

  if (n < need)
    {
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT,
                   "%" G_GSIZE_FORMAT " periods; need %" G_GSIZE_FORMAT, n, need);
      return FALSE;
    }

  for (gsize t = 0; t < n; t++)
    if (!isfinite (y[t]) || (factors && !(y[t] > 0.0)))
      {
        g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE,
                     "y[%" G_GSIZE_FORMAT "] = %g does not suit this form", t, y[t]);
        return FALSE;
      }

  return TRUE;
}

/* The states, the spread and the criterion that come with the numbers found. */
static gboolean
finish (const HwEtsProblem *problem,
        const double       *x,
        HwEtsModel         *model)
{
  const double k = (double) hw_ets_form_count (problem->form);
  HwEtsLoss loss;
  double n, value;

  hw_ets_problem_decode (problem, x, &model->weights, model->first);
  memcpy (model->state, model->first, problem->states * sizeof *model->state);
  if (!hw_ets_form_pass (problem->form, &model->weights, problem->y, problem->filled, 0, problem->n, model->state, NULL,
                         &loss))
    return FALSE;

  loss.squares = MAX (loss.squares, problem->floor);
  value = hw_ets_form_minus_two_log_likelihood (problem->form, &loss);
  n = (double) loss.n;
  model->sigma2 = loss.squares / MAX (n - (k - 1.0), MAX (n / 2.0, 1.0));
  model->log_likelihood = -0.5 * value;
  model->aicc = n - k - 1.0 > 0.5 ? value + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0) : INFINITY;
  return TRUE;
}

/**
 * hw_ets_search:
 * @form: which parts there are
 * @y: (array length=n): a complete series, oldest first [units]; above 0 for a form
 *   with a relative or multiplicative part
 * @filled: (nullable) (array length=n): 1 where @y is a stand-in, which counts in no loss
 * @n: at least 3, and at least two seasons if there is one
 * @care: quick or thorough
 * @hints: (array length=n_hints) (nullable): fits of other forms to the same series,
 *   from which a quick search may start
 * @n_hints: their number
 * @model: (out caller-allocates): the fit; untouched on error
 * @error: return location
 *
 * The largest likelihood within 0.0001 <= alpha <= 0.9999, beta <= alpha,
 * gamma <= 1 - alpha, 0.8 <= phi <= 0.98. The first level and trend are free; so
 * is the first season if thorough. The quick search, made for forecasts, doubts a
 * trend that turns quickly: its likelihood has to earn exp (2 beta / alpha).
 *
 * Cost: about 60 passes over the series if quick, some thousands if thorough.
 *
 * Errors: TOO_SHORT; BAD_VALUE for what the form cannot have, or where no finite
 * likelihood was met.
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), chapter 5.
 * Checked against: likelihoods of R's forecast::ets in
 * tests/engine/test-hw-ets-reference.c.
 *
 * Returns: %TRUE if @model was filled in
 */
gboolean
hw_ets_search (const HwEtsForm  *form,
               const double     *y,
               const guint8     *filled,
               gsize             n,
               HwEtsCare         care,
               const HwEtsModel *hints,
               gsize             n_hints,
               HwEtsModel       *model,
               GError          **error)
{
  const gsize states = hw_ets_form_states (form);
  HwEtsProblem problem = { .form = form, .y = y, .filled = filled, .n = n, .states = states };
  HwEtsModel out = { .form = *form };
  double x[HW_BOX_SEARCH_DIM_MAX] = { 0 };
  g_autofree double *work = NULL, *backwards = NULL;
  double value;

  g_return_val_if_fail (form->season >= 1, FALSE);

  if (!check_series (form, y, n, error))
    return FALSE;

  work = g_new0 (double, 3 * states);
  problem.doubt = care == HW_ETS_QUICK ? DOUBT : 0.0;
  problem.state = work + states;
  problem.spare = work + 2 * states;
  problem.free_season = care == HW_ETS_THOROUGH && form->kind != HW_ETS_NONE
                        && (gsize) form->season + 5 < HW_BOX_SEARCH_DIM_MAX;
  hw_ets_problem_set_start (&problem, work);
  hw_ets_problem_set_bounds (&problem);

  if (care == HW_ETS_QUICK && form->kind != HW_ETS_NONE)
    {
      backwards = problem.backwards = g_new (double, n + states);
      for (gsize t = 0; t < n; t++)
        backwards[t] = filled != NULL && filled[n - 1 - t] != 0 ? NAN : y[n - 1 - t];
    }

  value = care == HW_ETS_QUICK ? hw_ets_search_quickly (&problem, hints, n_hints, x) : search_thoroughly (&problem, x);
  out.first = g_new0 (double, states);
  out.state = g_new0 (double, states);
  if (!isfinite (value) || !finish (&problem, x, &out))
    {
      hw_ets_model_clear (&out);
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "no finite likelihood");
      return FALSE;
    }

  *model = out;
  return TRUE;
}

/**
 * hw_ets_model_clear:
 * @model: its memory is given back
 */
void
hw_ets_model_clear (HwEtsModel *model)
{
  g_clear_pointer (&model->first, g_free);
  g_clear_pointer (&model->state, g_free);
}
