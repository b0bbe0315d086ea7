/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima-kalman.h"

#include <math.h>
#include <string.h>

#define UNKNOWN 1e6   /* variance of a level before anything was seen, in errors' variances */
#define VAGUE   1e4   /* an error of more variance than this says nothing of the model */

/* Covariance of the process' states before the first period. */
static gboolean
start_process (HwArimaKalman *k)
{
  const HwArma *arma = &k->arma;
  const gsize n = k->states;
  const int r = arma->r;
  double row[HW_ARIMA_TERMS_MAX + 2];

  if (!hw_arma_start (arma, row))
    return FALSE;

  row[r] = 0.0;
  for (int i = r - 1; i >= 1; i--)
    for (int j = r - 1; j >= 1; j--)
      {
        const double diagonal = i + 1 < r && j + 1 < r ? k->p[(gsize) (i + 1) * n + (gsize) (j + 1)] : 0.0;

        k->p[(gsize) i * n + (gsize) j] = arma->phi[i] * arma->phi[j] * row[0] + arma->phi[i] * row[j + 1]
                                          + arma->phi[j] * row[i + 1] + diagonal
                                          + arma->theta[i - 1] * arma->theta[j - 1];
      }

  for (int j = 0; j < r; j++)
    {
      k->p[j] = row[j];
      k->p[(gsize) j * n] = row[j];
    }

  return TRUE;
}

/**
 * hw_arima_kalman_init:
 * @kalman: (out): the filter before the first period
 * @arma: stationary polynomials
 * @delta: (array length=nd): differences, from hw_arima_delta()
 * @nd: how many
 *
 * Source: Gardner, Harvey and Phillips (1980), Applied Statistics 29(3),
 * AS 154; levels with a vague start as in Harvey (1989), section 3.3.
 * Checked against: R's arima(), likelihoods to 1e-8.
 *
 * Returns: %FALSE where the process has no variance
 */
gboolean
hw_arima_kalman_init (HwArimaKalman *kalman,
                      const HwArma  *arma,
                      const double  *delta,
                      int            nd)
{
  const gsize n = (gsize) (arma->r + nd);

  *kalman = (HwArimaKalman) { .arma = *arma, .nd = nd, .states = n };
  memcpy (kalman->delta, delta, (gsize) nd * sizeof *delta);
  kalman->p = g_new0 (double, n * n);
  kalman->q = g_new0 (double, n * n);
  kalman->m = g_new0 (double, n);
  kalman->ahead = g_new0 (double, n);

  for (gsize i = (gsize) arma->r; i < n; i++)
    kalman->p[i * n + i] = UNKNOWN;

  return start_process (kalman);
}

/**
 * hw_arima_kalman_clear:
 * @kalman: (inout): what it owns is freed
 */
void
hw_arima_kalman_clear (HwArimaKalman *kalman)
{
  g_clear_pointer (&kalman->p, g_free);
  g_clear_pointer (&kalman->q, g_free);
  g_clear_pointer (&kalman->m, g_free);
  g_clear_pointer (&kalman->ahead, g_free);
}

/* What the states let one expect to see. */
static double
observe (const HwArimaKalman *k,
         const double        *x,
         gsize                stride)
{
  const gsize r = (gsize) k->arma.r;
  double sum = x[0];

  for (gsize i = 0; i < (gsize) k->nd; i++)
    sum += k->delta[i] * x[(r + i) * stride];

  return sum;
}

/* out = T x, one column of @stride */
static void
transit (const HwArimaKalman *k,
         const double        *x,
         gsize                stride,
         double              *out)
{
  const gsize r = (gsize) k->arma.r;

  for (gsize i = 0; i < r; i++)
    out[i * stride] = k->arma.phi[i] * x[0] + (i + 1 < r ? x[(i + 1) * stride] : 0.0);

  for (gsize i = r; i < k->states; i++)
    out[i * stride] = i == r ? observe (k, x, stride) : x[(i - 1) * stride];
}

/* p = T p T' + V */
static void
spread_on (HwArimaKalman *k)
{
  const gsize n = k->states;
  const gsize r = (gsize) k->arma.r;

  for (gsize j = 0; j < n; j++)
    transit (k, k->p + j, n, k->q + j);
  for (gsize i = 0; i < n; i++)
    transit (k, k->q + i * n, 1, k->p + i * n);

  for (gsize i = 0; i < r; i++)
    for (gsize j = 0; j < r; j++)
      k->p[i * n + j] += (i == 0 ? 1.0 : k->arma.theta[i - 1]) * (j == 0 ? 1.0 : k->arma.theta[j - 1]);
}

static void
move_state (HwArimaKalman *k,
            double        *x)
{
  transit (k, x, 1, k->ahead);
  memcpy (x, k->ahead, k->states * sizeof *x);
}

/**
 * hw_arima_kalman_see:
 * @kalman: (inout): moved on by one period
 * @states: (array length=columns): states of kalman->states each, 0 at first
 * @columns: series filtered alike
 * @errors: (array length=columns) (inout): the period's values, the first NAN
 *   for a gap; what was not foreseen of them, over the root of its variance
 *
 * Returns: whether the first error tells of the model: no gap, not one of the
 * first levels
 */
gboolean
hw_arima_kalman_see (HwArimaKalman *kalman,
                     double        *states,
                     gsize          columns,
                     double        *errors)
{
  const gsize n = kalman->states;
  double root;

  if (kalman->age++ > 0)
    {
      spread_on (kalman);
      for (gsize c = 0; c < columns; c++)
        move_state (kalman, states + c * n);
    }

  if (isnan (errors[0]))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    kalman->m[i] = observe (kalman, kalman->p + i * n, 1);

  kalman->variance = observe (kalman, kalman->m, 1);
  root = sqrt (kalman->variance);

  for (gsize c = 0; c < columns; c++)
    {
      double *x = states + c * n;
      const double error = errors[c] - observe (kalman, x, 1);

      for (gsize i = 0; i < n; i++)
        x[i] += kalman->m[i] * error / kalman->variance;

      errors[c] = error / root;
    }

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      kalman->p[i * n + j] -= kalman->m[i] * kalman->m[j] / kalman->variance;

  return kalman->variance < VAGUE;
}

/**
 * hw_arima_kalman_ahead:
 * @kalman: (inout): moved on by @horizon periods nobody has seen
 * @state: (inout): the state after the last period
 * @horizon: periods
 * @mean: (out): length @horizon
 * @variance: (out): length @horizon: of the mean's error, in errors' variances
 */
void
hw_arima_kalman_ahead (HwArimaKalman *kalman,
                       double        *state,
                       gsize          horizon,
                       double        *mean,
                       double        *variance)
{
  for (gsize h = 0; h < horizon; h++)
    {
      spread_on (kalman);
      move_state (kalman, state);
      mean[h] = observe (kalman, state, 1);

      for (gsize i = 0; i < kalman->states; i++)
        kalman->m[i] = observe (kalman, kalman->p + i * kalman->states, 1);
      variance[h] = observe (kalman, kalman->m, 1);
    }
}
