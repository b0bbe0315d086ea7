/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-local-level.h"

#include "engine/math/hw-solve.h"

#include <math.h>
#include <string.h>

#define FREE_LEAST 8
#define RATIO_LOG_LEAST -14.0  /* of step to noise */
#define RATIO_LOG_MOST 6.0
#define GRID 40
#define GOLDEN 0.6180339887498949
#define HALVINGS 40

/* The level's variance before and after each period; the gain does not hang on the values. */
typedef struct
{
  double mean, variance;
  gboolean known;
} State;

/* One period: the error of the value and its variance; FALSE where there is none to judge. */
static gboolean
take_in (State                   *state,
         const HwLocalLevelTerms *terms,
         gboolean                 first,
         double                   y,
         double                  *error,
         double                  *spread)
{
  gboolean judged = FALSE;

  if (!first && state->known)
    state->variance += terms->step;

  if (isnan (y))
    return FALSE;

  if (!state->known)
    {
      *state = (State) { y, terms->noise, TRUE };
      return FALSE;
    }

  *spread = state->variance + terms->noise;
  *error = y - state->mean;
  if (*spread > 0.0)
    {
      state->mean += state->variance / *spread * *error;
      state->variance *= terms->noise / *spread;
      judged = TRUE;
    }

  return judged;
}

/**
 * hw_local_level_filter:
 * @y: (array length=n): oldest first; NAN: not observed
 * @n: periods
 * @terms: variances and start; see HwLocalLevelTerms
 * @filter: (out caller-allocates): log-likelihood, level [units of y], its variance
 *
 * Kalman filter of a walking level. Nothing known of the start: the first value seen starts
 * the level exactly, and is not judged.
 *
 * Checked against: R 4.2's KalmanLike to 1e-6 (tests/engine/make-local-level-reference.R).
 *
 * Returns: %FALSE where nothing is seen or a variance is impossible
 */
gboolean
hw_local_level_filter (const double            *y,
                       gsize                    n,
                       const HwLocalLevelTerms *terms,
                       HwLocalLevelFilter      *filter)
{
  State state = { terms->start_mean, terms->start_variance, terms->known_start };

  *filter = (HwLocalLevelFilter) { 0 };
  if (!(terms->noise >= 0.0) || !(terms->step >= 0.0) || !(terms->noise + terms->step > 0.0) || isinf (terms->noise + terms->step))
    return FALSE;

  for (gsize t = 0; t < n; t++)
    {
      double error, spread;

      filter->n_seen += !isnan (y[t]);
      if (take_in (&state, terms, t == 0, y[t], &error, &spread))
        filter->loglik -= 0.5 * (log (2.0 * G_PI * spread) + error * error / spread);
    }

  filter->level = state.mean;
  filter->variance = state.variance;
  return filter->n_seen > 0;
}

/* All columns and the series through the same filter, noise 1. */
typedef struct
{
  gsize  columns;
  State  y, x[HW_LOCAL_LEVEL_COLUMNS];
  double gram[HW_LOCAL_LEVEL_COLUMNS * HW_LOCAL_LEVEL_COLUMNS], moment[HW_LOCAL_LEVEL_COLUMNS];
  double beta[HW_LOCAL_LEVEL_COLUMNS];
  double squares, logs;
  gsize  n;
} Fit;

static void
fit_at (const HwLocalLevelInput *in,
        double                   ratio,
        Fit                     *fit)
{
  const HwLocalLevelTerms terms = { .noise = 1.0, .step = ratio };
  const gsize k = in->columns;
  double spoilt[HW_LOCAL_LEVEL_COLUMNS * HW_LOCAL_LEVEL_COLUMNS];

  *fit = (Fit) { .columns = k };
  for (gsize t = 0; t < in->start; t++)
    {
      double e = 0.0, f = 1.0, errors[HW_LOCAL_LEVEL_COLUMNS] = { 0 };
      const gboolean seen = !isnan (in->y[t]);
      const gboolean judged = take_in (&fit->y, &terms, t == 0, in->y[t], &e, &f);

      for (gsize i = 0; i < k; i++)
        {
          double unused;

          take_in (&fit->x[i], &terms, t == 0, seen ? in->x[t * k + i] : (double) NAN, &errors[i], &unused);
        }

      if (!judged)
        continue;

      fit->n++;
      fit->logs += log (f);
      fit->squares += e * e / f;
      for (gsize i = 0; i < k; i++)
        {
          fit->moment[i] += errors[i] * e / f;
          for (gsize j = 0; j <= i; j++)
            fit->gram[i * k + j] += errors[i] * errors[j] / f;
        }
    }

  memcpy (spoilt, fit->gram, sizeof spoilt);
  memcpy (fit->beta, fit->moment, sizeof fit->beta);
  hw_solve_positive (spoilt, fit->beta, k, MAX (k, 1));
  for (gsize i = 0; i < k; i++)
    fit->squares -= fit->beta[i] * fit->moment[i];
}

/* With the scale at its likeliest. */
static double
loglik_of (const Fit *fit)
{
  const double n = (double) fit->n;

  return -0.5 * (n * (log (2.0 * G_PI * MAX (fit->squares, 1e-300) / n) + 1.0) + fit->logs);
}

static double
try_ratio (const HwLocalLevelInput *in,
           double                   log_ratio,
           Fit                     *fit)
{
  fit_at (in, exp (log_ratio), fit);
  return loglik_of (fit);
}

static double
find_ratio (const HwLocalLevelInput *in)
{
  const double step = (RATIO_LOG_MOST - RATIO_LOG_LEAST) / GRID;
  double best = RATIO_LOG_LEAST, best_value = -INFINITY, low, high;
  Fit fit;

  for (int i = 0; i <= GRID; i++)
    {
      const double value = try_ratio (in, RATIO_LOG_LEAST + step * i, &fit);

      if (value > best_value)
        {
          best_value = value;
          best = RATIO_LOG_LEAST + step * i;
        }
    }

  low = best - step;
  high = best + step;
  for (int i = 0; i < HALVINGS; i++)
    {
      const double a = high - GOLDEN * (high - low), b = low + GOLDEN * (high - low);

      if (try_ratio (in, a, &fit) < try_ratio (in, b, &fit))
        low = a;
      else
        high = b;
    }

  return 0.5 * (low + high);
}

/* Mean of actual less expected, and its variance where the noise is 1. */
static gboolean
look_after (const HwLocalLevelInput *in,
            const Fit               *fit,
            double                   ratio,
            double                  *effect,
            double                  *variance)
{
  const gsize k = in->columns;
  double away[HW_LOCAL_LEVEL_COLUMNS] = { 0 }, solved[HW_LOCAL_LEVEL_COLUMNS], spoilt[HW_LOCAL_LEVEL_COLUMNS * HW_LOCAL_LEVEL_COLUMNS];
  gsize n = 0, later = 0;

  for (gsize t = in->start; t < in->n; t++)
    n += !isnan (in->y[t]);
  if (n == 0)
    return FALSE;

  *effect = -fit->y.mean;
  *variance = fit->y.variance + 1.0 / (double) n;
  for (gsize i = 0; i < k; i++)
    away[i] = -fit->x[i].mean;

  for (gsize t = in->start; t < in->n; t++)
    {
      if (isnan (in->y[t]))
        continue;

      *effect += in->y[t] / (double) n;
      for (gsize i = 0; i < k; i++)
        away[i] += in->x[t * k + i] / (double) n;
    }

  /* Each step moves all periods seen from it on. */
  for (gsize t = in->n; t-- > in->start;)
    {
      later += !isnan (in->y[t]);
      *variance += ratio * ((double) later / (double) n) * ((double) later / (double) n);
    }

  memcpy (spoilt, fit->gram, sizeof spoilt);
  memcpy (solved, away, sizeof solved);
  hw_solve_positive (spoilt, solved, k, MAX (k, 1));
  for (gsize i = 0; i < k; i++)
    {
      *effect -= fit->beta[i] * away[i];
      *variance += away[i] * solved[i];
    }

  return TRUE;
}

/**
 * hw_local_level_run:
 * @input: series, regressors, start of the trial; see HwLocalLevelInput
 * @result: (out caller-allocates): effect, standard error, variances [units of y, squared]
 *
 * Coefficients by generalised least squares: each column goes through the same filter as the
 * series. The ratio of the variances by the likeliest on a grid, then golden section; their
 * scale in closed form. The standard error takes the ratio as known.
 *
 * Source: Harvey (1989), section 3.4.2.
 * Checked against: StructTS on the Nile and the values of Durbin and Koopman (2001), "Time
 * Series Analysis by State Space Methods", chapter 2; simulated effects
 * (tests/engine/test-hw-local-level.c).
 *
 * Returns: %FALSE with too little before, nothing after or no spread
 */
gboolean
hw_local_level_run (const HwLocalLevelInput *input,
                    HwLocalLevel            *result)
{
  double ratio, scale, variance;
  gsize n_seen = 0;
  Fit fit;

  *result = (HwLocalLevel) { 0 };
  if (input->columns > HW_LOCAL_LEVEL_COLUMNS || input->start >= input->n)
    return FALSE;

  for (gsize t = 0; t < input->start; t++)
    n_seen += !isnan (input->y[t]);
  if (n_seen < input->columns + FREE_LEAST)
    return FALSE;

  ratio = exp (find_ratio (input));
  fit_at (input, ratio, &fit);
  scale = fit.squares / (double) fit.n;
  if (!(scale > 0.0) || !isfinite (scale) || !look_after (input, &fit, ratio, &result->effect, &variance))
    return FALSE;

  result->noise = scale;
  result->step = ratio * scale;
  result->loglik = loglik_of (&fit);
  result->se = sqrt (variance * scale);
  memcpy (result->beta, fit.beta, input->columns * sizeof *result->beta);
  return TRUE;
}
