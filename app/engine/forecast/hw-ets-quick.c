/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-quick.h"

#include <math.h>
#include <string.h>

#define LIVELY_ALPHA 0.15
#define LIVELY_GAMMA 0.5   /* share of what is possible */

/* The first season as the series, read backwards with these weights, arrives at it:
 * a season that changes starts as the first years show it, one that does not as the
 * mean of all. */
static void
recall_season (HwEtsProblem *problem,
               const double *x)
{
  const HwEtsForm *form = problem->form;
  const gsize m = (gsize) form->season, n = problem->n;
  double *end = problem->state, *turned = problem->backwards + n, *season = problem->first + HW_ETS_SEASON;
  double mean = 0.0;
  HwEtsWeights w;

  hw_ets_problem_decode (problem, x, &w, end);
  (void) hw_ets_form_pass (form, &w, problem->y, problem->filled, 0, n, end, NULL, NULL);
  turned[HW_ETS_LEVEL] = end[HW_ETS_LEVEL];
  turned[HW_ETS_TREND] = -end[HW_ETS_TREND];
  for (gsize i = 0; i < m; i++)
    turned[HW_ETS_SEASON + (n - 1 + i) % m] = end[HW_ETS_SEASON + (m - i) % m];
  (void) hw_ets_form_pass (form, &w, problem->backwards, NULL, 0, n, turned, NULL, NULL);

  for (gsize i = 0; i < m; i++)
    mean += turned[HW_ETS_SEASON + i] / (double) m;
  if (!isfinite (mean) || (form->kind == HW_ETS_TIMES && !(mean > 0.0)))
    return;
  for (gsize i = 0; i < m; i++)
    {
      const double s = turned[HW_ETS_SEASON + (n - 1 + i) % m];

      season[(m - i) % m] = form->kind == HW_ETS_TIMES ? s / mean : s - mean;
    }
}

/* Searches from @from, with the season that these numbers recall. */
static double
search_again (HwEtsProblem *problem,
              const double *from,
              double       *best,
              double        best_value)
{
  const HwBoxSearchParams how = { .tolerance = 1e-2, .reach = 0.05, .max_calls = 80 };
  const gsize m = (gsize) problem->form->season;
  double *kept = problem->spare;
  double x[HW_BOX_SEARCH_DIM_MAX], value;

  memcpy (kept, problem->first + HW_ETS_SEASON, m * sizeof *kept);
  memcpy (x, from, problem->dim * sizeof *x);
  recall_season (problem, x);
  value = hw_box_search (hw_ets_problem_value, problem, &how, problem->dim, problem->lower, problem->upper, x);
  if (value < best_value)
    {
      memcpy (best, x, problem->dim * sizeof *x);
      return value;
    }

  memcpy (problem->first + HW_ETS_SEASON, kept, m * sizeof *kept);
  return best_value;
}

/* Which part of the room above the least weight a weight takes. */
static double
share_of (double weight,
          double room)
{
  return room > 0.0 ? CLAMP ((weight - HW_ETS_WEIGHT_MIN) / room, 0.0, 1.0) : 0.0;
}

/* The free numbers of a fit of another form with the same kind of season: a trend
 * that is new to it does nothing yet. */
static void
encode_hint (const HwEtsProblem *problem,
             const HwEtsModel   *hint,
             double             *x)
{
  const HwEtsWeights *w = &hint->weights;
  const HwEtsPart trend = problem->form->trend;
  const gboolean damped = hint->form.trend != HW_ETS_NONE && hint->form.damped;
  const double none = trend == HW_ETS_TIMES ? 1.0 : 0.0;

  hw_ets_problem_encode (problem, w->alpha, share_of (w->beta, w->alpha - HW_ETS_WEIGHT_MIN),
                         share_of (w->gamma, HW_ETS_WEIGHT_MAX - w->alpha), damped ? w->phi : HW_ETS_PHI_MAX, x);
  hw_ets_problem_encode_line (problem, hint->first[HW_ETS_LEVEL],
                              hint->form.trend == trend ? hint->first[HW_ETS_TREND] : none, x);
}

/* Starts from a fit already known where that is better than @best. */
static double
take_hint (HwEtsProblem     *problem,
           const HwEtsModel *hint,
           double           *best,
           double            best_value)
{
  const gsize m = (gsize) problem->form->season;
  double *season = problem->first + HW_ETS_SEASON, *kept = problem->spare;
  double x[HW_BOX_SEARCH_DIM_MAX], value;

  if (hint->form.kind != problem->form->kind || hint->form.season != problem->form->season)
    return best_value;

  memcpy (kept, season, m * sizeof *kept);
  memcpy (season, hint->first + HW_ETS_SEASON, m * sizeof *season);
  encode_hint (problem, hint, x);
  value = hw_ets_problem_value (x, problem);
  if (value < best_value)
    {
      memcpy (best, x, problem->dim * sizeof *x);
      return value;
    }

  memcpy (season, kept, m * sizeof *kept);
  return best_value;
}

/**
 * hw_ets_search_quickly:
 * @problem: (inout): ready but for its first season, which may change
 * @hints: (array length=n_hints) (nullable): fits of other forms to the same series
 * @n_hints: their number
 * @best: (array) (out): the best free numbers found
 *
 * The best of a few usual weights and of the hints is where the search starts. Of a
 * season without hints a quickly changing one is tried too.
 *
 * Returns: the value at @best; INFINITY if none was met
 */
double
hw_ets_search_quickly (HwEtsProblem     *problem,
                       const HwEtsModel *hints,
                       gsize             n_hints,
                       double           *best)
{
  static const double alphas[] = { 0.05, 0.25, 0.6, 0.95 };
  const HwBoxSearchParams how = { .tolerance = 1e-3, .reach = 0.1, .max_calls = 150 };
  double best_value = INFINITY, x[HW_BOX_SEARCH_DIM_MAX];
  gboolean alone = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (alphas); i++)
    {
      double value;

      hw_ets_problem_encode (problem, alphas[i], 0.1, 0.1, 0.93, x);
      value = hw_ets_problem_value (x, problem);
      if (i == 0 || value < best_value)
        {
          best_value = value;
          memcpy (best, x, problem->dim * sizeof *x);
        }
    }

  for (gsize i = 0; i < n_hints; i++)
    {
      alone &= hints[i].form.kind != problem->form->kind;
      best_value = take_hint (problem, &hints[i], best, best_value);
    }
  if (!isfinite (best_value))
    hw_ets_problem_encode_flat (problem, best);

  best_value = hw_box_search (hw_ets_problem_value, problem, &how, problem->dim, problem->lower, problem->upper, best);
  if (problem->backwards == NULL)
    return best_value;

  best_value = search_again (problem, best, best, best_value);
  if (alone) /* the season may change quickly, which no hint has told yet */
    {
      hw_ets_problem_encode (problem, LIVELY_ALPHA, 0.0, LIVELY_GAMMA, HW_ETS_PHI_MAX, x);
      best_value = search_again (problem, x, best, best_value);
    }

  return best_value;
}
