/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-search.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-ets-season.h"
#include "engine/math/hw-box-search.h"

#include <math.h>
#include <string.h>

#define PERIODS_MIN 3
#define DOUBT 4.0
#define WEIGHT_MIN 1e-4
#define WEIGHT_MAX (1.0 - WEIGHT_MIN)
#define FLAT_ALPHA 0.02
#define LIVELY_ALPHA 0.15
#define LIVELY_GAMMA 0.5   /* share of what is possible */
#define PHI_MIN 0.8
#define PHI_MAX 0.98
#define SQUARES_MIN 1e-24     /* of the series' own squares: a perfect fit has no logarithm */

typedef struct
{
  const HwEtsForm *form;
  const double    *y;
  const guint8    *filled;
  gsize            n;
  gboolean         free_season;
  double          *first;       /* where the states start from */
  double          *spare;       /* scratch, as long as the state */
  double          *backwards;   /* (nullable) scratch: the series from its end, and a state */
  double          *state;       /* scratch */
  gsize            states;
  double           doubt;       /* of a trend that turns quickly, per share of beta */
  double           floor;       /* least sum of squares that is believed */
  double           mean;
  double           level_scale;
  double           trend_scale;
  double           season_scale;
  gsize            dim;
  double           lower[HW_BOX_SEARCH_DIM_MAX];
  double           upper[HW_BOX_SEARCH_DIM_MAX];
} Problem;

/* Free numbers to weights and first state. beta lies between the least weight and
 * alpha, gamma between it and 1 - alpha. */
static void
decode (const Problem *problem,
        const double  *x,
        HwEtsWeights  *w,
        double        *state)
{
  const HwEtsForm *form = problem->form;
  gsize k = 0;

  memcpy (state, problem->first, problem->states * sizeof *state);
  *w = (HwEtsWeights) { .alpha = x[k++], .phi = 1.0 };
  if (form->trend != HW_ETS_NONE)
    w->beta = WEIGHT_MIN + x[k++] * (w->alpha - WEIGHT_MIN);
  if (form->kind != HW_ETS_NONE)
    w->gamma = WEIGHT_MIN + x[k++] * (WEIGHT_MAX - w->alpha);
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

/* The bounds of every free number, and how many there are. */
static void
set_bounds (Problem *problem)
{
  const HwEtsForm *form = problem->form;
  gsize k = 0, states = 1;

  problem->lower[k] = WEIGHT_MIN;
  problem->upper[k++] = WEIGHT_MAX;
  for (int i = 0; i < (form->trend != HW_ETS_NONE ? 1 : 0) + (form->kind != HW_ETS_NONE ? 1 : 0); i++)
    {
      problem->lower[k] = 0.0;
      problem->upper[k++] = 1.0;
    }
  if (form->trend != HW_ETS_NONE && form->damped)
    {
      problem->lower[k] = PHI_MIN;
      problem->upper[k++] = PHI_MAX;
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

static void
encode_start (const Problem *problem,
              double         alpha,
              double         beta,
              double         gamma,
              double         phi,
              double        *x)
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

/* Puts a first level and trend into the free numbers. */
static void
encode_line (const Problem *problem,
             double         level,
             double         trend,
             double        *x)
{
  const HwEtsForm *form = problem->form;
  const gsize k = problem->dim - (form->trend != HW_ETS_NONE ? 2 : 1)
                  - (problem->free_season ? (gsize) form->season - 1 : 0);

  x[k] = (level - problem->first[HW_ETS_LEVEL]) / problem->level_scale;
  if (form->trend != HW_ETS_NONE)
    x[k + 1] = (trend - problem->first[HW_ETS_TREND]) / problem->trend_scale;
}

/* A level that hardly moves: has a likelihood wherever any weights have one. */
static void
encode_flat (const Problem *problem,
             double        *x)
{
  encode_start (problem, FLAT_ALPHA, 0.0, 0.0, PHI_MIN, x);
  encode_line (problem, problem->mean, problem->form->trend == HW_ETS_TIMES ? 1.0 : 0.0, x);
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

static double
objective (const double *x,
           gpointer      data)
{
  const Problem *problem = data;
  HwEtsWeights weights;
  HwEtsLoss loss;
  double value;

  decode (problem, x, &weights, problem->state);
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

/* The first season as the series, read backwards with these weights, arrives at it:
 * a season that changes starts as the first years show it, one that does not as the
 * mean of all. */
static void
recall_season (Problem      *problem,
               const double *x)
{
  const HwEtsForm *form = problem->form;
  const gsize m = (gsize) form->season, n = problem->n;
  double *end = problem->state, *turned = problem->backwards + n, *season = problem->first + HW_ETS_SEASON;
  double mean = 0.0;
  HwEtsWeights w;

  decode (problem, x, &w, end);
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
search_again (Problem      *problem,
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
  value = hw_box_search (objective, problem, &how, problem->dim, problem->lower, problem->upper, x);
  if (value < best_value)
    {
      memcpy (best, x, problem->dim * sizeof *x);
      return value;
    }

  memcpy (problem->first + HW_ETS_SEASON, kept, m * sizeof *kept);
  return best_value;
}

/* The free numbers of a fit of another form with the same kind of season: a trend
 * that is new to it does nothing yet. */
static void
encode_hint (const Problem    *problem,
             const HwEtsModel *hint,
             double           *x)
{
  const HwEtsForm *form = problem->form;
  const HwEtsWeights *w = &hint->weights;
  const double beta_room = w->alpha - WEIGHT_MIN, gamma_room = WEIGHT_MAX - w->alpha;
  const gboolean damped = hint->form.trend != HW_ETS_NONE && hint->form.damped;
  double trend = hint->first[HW_ETS_TREND];

  if (hint->form.trend != form->trend)
    trend = form->trend == HW_ETS_TIMES ? 1.0 : 0.0;
  encode_start (problem, w->alpha, beta_room > 0.0 ? CLAMP ((w->beta - WEIGHT_MIN) / beta_room, 0.0, 1.0) : 0.0,
                gamma_room > 0.0 ? CLAMP ((w->gamma - WEIGHT_MIN) / gamma_room, 0.0, 1.0) : 0.0,
                damped ? w->phi : PHI_MAX, x);
  encode_line (problem, hint->first[HW_ETS_LEVEL], trend, x);
}

/* Starts from a fit already known where that is better than @best. */
static double
take_hint (Problem          *problem,
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
  value = objective (x, problem);
  if (value < best_value)
    {
      memcpy (best, x, problem->dim * sizeof *x);
      return value;
    }

  memcpy (season, kept, m * sizeof *kept);
  return best_value;
}

/* The best of a few usual weights and of the hints is where the one search starts. */
static double
search_quickly (Problem          *problem,
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

      encode_start (problem, alphas[i], 0.1, 0.1, 0.93, x);
      value = objective (x, problem);
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
    encode_flat (problem, best);

  best_value = hw_box_search (objective, problem, &how, problem->dim, problem->lower, problem->upper, best);
  if (problem->backwards == NULL)
    return best_value;

  best_value = search_again (problem, best, best, best_value);
  if (alone)
    {
      encode_start (problem, LIVELY_ALPHA, 0.0, LIVELY_GAMMA, PHI_MAX, x); /* the season may change quickly */
      best_value = search_again (problem, x, best, best_value);
    }

  return best_value;
}

static double
search_thoroughly (Problem *problem,
                   double  *best)
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
        encode_start (problem, starts[i][0], starts[i][1], starts[i][2], starts[i][3], x);
      else
        encode_flat (problem, x);
      value = hw_box_search (objective, problem, &how, problem->dim, problem->lower, problem->upper, x);
      if (i == 0 || value < best_value)
        {
          best_value = value;
          memcpy (best, x, problem->dim * sizeof *x);
        }
    }

  return best_value;
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

/* First states and how far each may sensibly be off. */
static void
set_start (Problem *problem,
           double  *first)
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
  problem->level_scale = usual;
  problem->trend_scale = form->trend == HW_ETS_TIMES ? 0.05 : 0.1 * usual;
  problem->season_scale = form->kind == HW_ETS_TIMES ? 0.1 : usual;
  problem->floor = SQUARES_MIN * (form->error == HW_ETS_TIMES ? (double) problem->n : MAX (squares, 1e-290));
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
finish (const Problem *problem,
        const double  *x,
        HwEtsModel    *model)
{
  const double k = (double) hw_ets_form_count (problem->form);
  HwEtsLoss loss;
  double n, value;

  decode (problem, x, &model->weights, model->first);
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
hw_ets_search (const HwEtsForm *form,
               const double    *y,
               const guint8    *filled,
               gsize            n,
               HwEtsCare        care,
               const HwEtsModel *hints,
               gsize             n_hints,
               HwEtsModel      *model,
               GError         **error)
{
  const gsize states = hw_ets_form_states (form);
  Problem problem = { .form = form, .y = y, .filled = filled, .n = n, .states = states };
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
  set_start (&problem, work);
  set_bounds (&problem);

  if (care == HW_ETS_QUICK && form->kind != HW_ETS_NONE)
    {
      backwards = problem.backwards = g_new (double, n + states);
      for (gsize t = 0; t < n; t++)
        backwards[t] = filled != NULL && filled[n - 1 - t] != 0 ? NAN : y[n - 1 - t];
    }

  value = care == HW_ETS_QUICK ? search_quickly (&problem, hints, n_hints, x) : search_thoroughly (&problem, x);
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
