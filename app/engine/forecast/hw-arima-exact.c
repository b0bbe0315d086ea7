/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima-exact.h"

#include <math.h>
#include <string.h>

#define ROUNDS 200

/* The series without what the regressors explain. */
static double *
without_regressors (const HwArimaSeries *series,
                    const double        *beta)
{
  double *w = g_new (double, MAX (series->n, 1));

  for (gsize t = 0; t < series->n; t++)
    {
      w[t] = series->y[t];
      for (gsize c = 0; c < series->columns; c++)
        w[t] -= beta[c] * series->x[t * series->columns + c];
    }

  return w;
}

/**
 * hw_arima_exact_at:
 * @series: series and regressors
 * @order: hw_arima_order_ok()
 * @coef: its coefficients
 * @beta: (nullable): weights of the regressors; %NULL without any
 * @fit: (out): the model at these values
 *
 * Source: Gardner, Harvey and Phillips (1980), AS 154.
 * Checked against: R's arima(): likelihood 1e-8, errors and spreads 1e-6.
 *
 * Returns: %FALSE where the coefficients are not stationary or nothing was seen
 */
gboolean
hw_arima_exact_at (const HwArimaSeries *series,
                   const HwArimaOrder  *order,
                   const HwArimaCoef   *coef,
                   const double        *beta,
                   HwArimaExact        *fit)
{
  g_autofree double *w = without_regressors (series, beta);
  const double parameters = hw_arima_coefs (order) + (double) series->columns + 1.0;
  double delta[HW_ARIMA_TERMS_MAX];
  double squares = 0.0, log_sum = 0.0, used;
  HwArma arma;
  const int nd = hw_arima_delta (order, delta);

  *fit = (HwArimaExact) { .order = *order, .coef = *coef, .columns = series->columns };
  if (beta != NULL)
    memcpy (fit->beta, beta, series->columns * sizeof *beta);
  hw_arima_expand (order, coef, &arma);
  if (!hw_arima_stationary (arma.phi, arma.p, 1.0) || !hw_arima_kalman_init (&fit->kalman, &arma, delta, nd))
    return FALSE;

  fit->residuals = g_steal_pointer (&w);
  fit->state = g_new0 (double, fit->kalman.states);

  for (gsize t = 0; t < series->n; t++)
    {
      double *error = &fit->residuals[t];

      if (hw_arima_kalman_see (&fit->kalman, fit->state, 1, error))
        {
          squares += *error * *error;
          log_sum += log (fit->kalman.variance);
          fit->used++;
        }
    }

  used = (double) fit->used;
  fit->loglik = -0.5 * (used * log (MAX (squares / used, 1e-300)) + log_sum + used * (1.0 + log (2.0 * G_PI)));
  fit->variance = squares / MAX (used - parameters + 1.0, 1.0);
  fit->aicc = used > parameters + 1.0 ? -2.0 * fit->loglik + 2.0 * parameters * used / (used - parameters - 1.0)
                                      : INFINITY;
  return fit->used > 0;
}

/**
 * hw_arima_exact_fit:
 * @series: series and regressors
 * @order: hw_arima_order_ok()
 * @fit: (out): the model of the highest likelihood
 *
 * Cost: some hundred passes of the plain filter; hw-arima-search is the quick one.
 *
 * Checked against: R's arima(): likelihood no lower, means to 1e-3.
 *
 * Returns: %FALSE where none was found
 */
gboolean
hw_arima_exact_fit (const HwArimaSeries *series,
                    const HwArimaOrder  *order,
                    HwArimaExact        *fit)
{
  const HwArimaData data = { series->y, NULL, series->x, series->n, series->columns, TRUE };
  g_autoptr (HwArimaWork) work = hw_arima_work_new (series->n, series->columns);
  HwArimaEstimate best = { .order = *order, .loglik = -INFINITY };
  static const double starts[] = { 0.0, 0.5, -0.5 };

  *fit = (HwArimaExact) { 0 };
  g_return_val_if_fail (hw_arima_order_ok (order), FALSE);

  for (gsize k = 0; k < G_N_ELEMENTS (starts); k++)
    {
      HwArimaEstimate estimate = { .order = *order };

      for (int i = 0; i < hw_arima_coefs (order); i++)
        estimate.free[i] = starts[k];

      if (hw_arima_estimate (&data, ROUNDS, work, &estimate) && estimate.loglik > best.loglik)
        best = estimate;
    }

  return isfinite (best.loglik) && hw_arima_exact_at (series, order, &best.coef, best.beta, fit);
}

/**
 * hw_arima_css:
 * @series: a complete series and its regressors
 * @order: hw_arima_order_ok()
 * @coef: its coefficients
 * @beta: (nullable): weights of the regressors; %NULL without any
 *
 * The sum of squared errors given that the first d + D x season + p + P x season
 * values are as they are and errors before them 0, over the number of the rest.
 *
 * Source: Box and Jenkins (1976), section 7.1.
 * Checked against: R's arima (method = "CSS").
 *
 * Returns: the mean squared error; INFINITY where the series is too short
 */
double
hw_arima_css (const HwArimaSeries *series,
              const HwArimaOrder  *order,
              const HwArimaCoef   *coef,
              const double        *beta)
{
  g_autofree double *w = without_regressors (series, beta);
  g_autofree double *e = g_new0 (double, MAX (series->n, 1));
  double delta[HW_ARIMA_TERMS_MAX];
  double squares = 0.0;
  HwArma arma;
  const gsize nd = (gsize) hw_arima_delta (order, delta);
  gsize first;

  hw_arima_expand (order, coef, &arma);
  first = nd + (gsize) arma.p;
  if (series->n <= first)
    return INFINITY;

  for (gsize t = series->n; t-- > nd;)
    for (gsize i = 0; i < nd; i++)
      w[t] -= delta[i] * w[t - 1 - i];

  for (gsize t = first; t < series->n; t++)
    {
      e[t] = w[t];
      for (gsize i = 0; i < (gsize) arma.p; i++)
        e[t] -= arma.phi[i] * w[t - 1 - i];
      for (gsize i = 0; i < MIN ((gsize) arma.q, t - first); i++)
        e[t] -= arma.theta[i] * e[t - 1 - i];
      squares += e[t] * e[t];
    }

  return squares / (double) (series->n - first);
}

/**
 * hw_arima_exact_ahead:
 * @fit: (inout): a fit; asked once, for it moves on
 * @x: (nullable): @horizon rows of the regressors to come
 * @horizon: periods, > 0
 * @mean: (out): length @horizon
 * @sd: (out): length @horizon: of the mean's error
 */
void
hw_arima_exact_ahead (HwArimaExact *fit,
                      const double *x,
                      gsize         horizon,
                      double       *mean,
                      double       *sd)
{
  hw_arima_kalman_ahead (&fit->kalman, fit->state, horizon, mean, sd);

  for (gsize h = 0; h < horizon; h++)
    {
      sd[h] = sqrt (fit->variance * sd[h]);
      for (gsize c = 0; c < fit->columns; c++)
        mean[h] += fit->beta[c] * x[h * fit->columns + c];
    }
}

/**
 * hw_arima_exact_clear:
 * @fit: (inout): what it owns is freed
 */
void
hw_arima_exact_clear (HwArimaExact *fit)
{
  g_clear_pointer (&fit->residuals, g_free);
  g_clear_pointer (&fit->state, g_free);
  hw_arima_kalman_clear (&fit->kalman);
}
