/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima-poly.h"

#include <math.h>
#include <string.h>

/**
 * hw_arima_coefs:
 * @order: an order
 *
 * Returns: how many coefficients of ARMA parts it has
 */
int
hw_arima_coefs (const HwArimaOrder *order)
{
  return order->p + order->q + order->P + order->Q;
}

/**
 * hw_arima_order_ok:
 * @order: an order
 *
 * Returns: whether this unit can multiply it out
 */
gboolean
hw_arima_order_ok (const HwArimaOrder *order)
{
  const int seasonal = MAX (order->P, order->Q);

  return order->p >= 0 && order->p <= HW_ARIMA_PART_MAX && order->q >= 0 && order->q <= HW_ARIMA_PART_MAX
         && order->d >= 0 && order->d <= 2 && order->D >= 0 && order->D <= 1
         && order->P >= 0 && order->Q >= 0 && seasonal <= HW_ARIMA_SEASON_MAX && order->season >= 1
         && (order->season > 1 || seasonal + order->D == 0)
         && MAX (order->p, order->q) + order->season * seasonal <= HW_ARIMA_TERMS_MAX
         && order->d + order->season * order->D <= HW_ARIMA_TERMS_MAX;
}

/* Partial autocorrelations to coefficients: Durbin and Levinson. */
static void
from_partial (const double *partial,
              int           p,
              double        sign,
              double       *coef)
{
  double before[HW_ARIMA_PART_MAX];

  for (int k = 0; k < p; k++)
    {
      memcpy (before, coef, (gsize) k * sizeof *before);
      coef[k] = partial[k];

      for (int i = 0; i < k; i++)
        coef[i] = before[i] - partial[k] * before[k - 1 - i];
    }

  for (int k = 0; k < p; k++)
    coef[k] *= sign;
}

/**
 * hw_arima_coef_from:
 * @order: the order
 * @partial: partial autocorrelations, each inside -1 to 1, one per coefficient
 * @coef: (out): coefficients that are stationary and invertible
 *
 * Source: Monahan (1984), Biometrika 71(2).
 */
void
hw_arima_coef_from (const HwArimaOrder *order,
                    const double       *partial,
                    HwArimaCoef        *coef)
{
  const int size[4] = { order->p, order->q, order->P, order->Q };
  int at = 0;

  for (int part = 0; part < 4; part++)
    {
      from_partial (partial + at, size[part], part % 2 == 0 ? 1.0 : -1.0, coef->at + at);
      at += size[part];
    }
}

/* (1 + sign sum c B^i) (1 + sign sum s B^(mi)), without its leading 1, times sign. */
static int
multiply (const double *c,
          int           nc,
          const double *s,
          int           ns,
          int           season,
          double        sign,
          double       *product)
{
  memset (product, 0, (HW_ARIMA_TERMS_MAX + 1) * sizeof *product);
  memcpy (product, c, (gsize) nc * sizeof *c);

  for (int k = 0; k < ns; k++)
    {
      product[(k + 1) * season - 1] += s[k];
      for (int i = 0; i < nc; i++)
        product[(k + 1) * season + i] += sign * s[k] * c[i];
    }

  return nc + ns * season;
}

/**
 * hw_arima_expand:
 * @order: an order, hw_arima_order_ok()
 * @coef: its coefficients
 * @arma: (out): both polynomials multiplied out
 */
void
hw_arima_expand (const HwArimaOrder *order,
                 const HwArimaCoef  *coef,
                 HwArma             *arma)
{
  const double *ar = coef->at;
  const double *ma = ar + order->p;
  const double *sar = ma + order->q;
  const double *sma = sar + order->P;

  arma->p = multiply (ar, order->p, sar, order->P, order->season, -1.0, arma->phi);
  arma->q = multiply (ma, order->q, sma, order->Q, order->season, 1.0, arma->theta);
  arma->r = MAX (arma->p, arma->q + 1);
}

/**
 * hw_arima_delta:
 * @order: an order
 * @delta: (out): length HW_ARIMA_TERMS_MAX: y[t] = w[t] + sum delta[i] y[t-1-i]
 *
 * Returns: how many of them: d + D x season
 */
int
hw_arima_delta (const HwArimaOrder *order,
                double             *delta)
{
  double poly[HW_ARIMA_TERMS_MAX + 1] = { 1.0 };
  int n = 0;

  for (int k = 0; k < order->d + order->D; k++)
    {
      const int lag = k < order->d ? 1 : order->season;

      n += lag;
      for (int i = n; i >= lag; i--)
        poly[i] -= poly[i - lag];
    }

  for (int i = 0; i < n; i++)
    delta[i] = -poly[i + 1];

  return n;
}

/**
 * hw_arima_stationary:
 * @phi: (array length=p): 1 - sum phi B^i
 * @p: 0 to HW_ARIMA_TERMS_MAX
 * @margin: 1 asks that all roots lie outside the unit circle; 1.01 outside of
 *   a circle 1 % larger
 *
 * Steps the coefficients down to partial autocorrelations, which must all be
 * inside -1 to 1.
 *
 * Returns: whether they do
 */
gboolean
hw_arima_stationary (const double *phi,
                     int           p,
                     double        margin)
{
  double c[HW_ARIMA_TERMS_MAX], before[HW_ARIMA_TERMS_MAX];
  double scale = 1.0;

  for (int i = 0; i < p; i++)
    {
      scale *= margin;
      c[i] = phi[i] * scale;
    }

  for (int k = p - 1; k >= 0; k--)
    {
      const double partial = c[k];
      const double rest = 1.0 - partial * partial;

      if (!(rest > 0.0))
        return FALSE;

      for (int i = 0; i < k; i++)
        before[i] = (c[i] + partial * c[k - 1 - i]) / rest;

      memcpy (c, before, (gsize) k * sizeof *c);
    }

  return TRUE;
}

/**
 * hw_arma_psi:
 * @arma: the polynomials
 * @delta: (array length=nd): differences, as from hw_arima_delta()
 * @nd: 0 for the differenced series itself
 * @horizon: weights wanted, > 0
 * @psi: (out): length @horizon; psi[0] = 1: what an error of now does later
 */
void
hw_arma_psi (const HwArma *arma,
             const double *delta,
             int           nd,
             gsize         horizon,
             double       *psi)
{
  psi[0] = 1.0;

  for (gsize k = 1; k < horizon; k++)
    {
      const gsize lags = MIN (k, (gsize) arma->p);

      psi[k] = k <= (gsize) arma->q ? arma->theta[k - 1] : 0.0;
      for (gsize i = 0; i < lags; i++)
        psi[k] += arma->phi[i] * psi[k - 1 - i];
    }

  for (gsize k = 1; k < horizon; k++) /* then summed up again: one recursion after the other */
    {
      const gsize lags = MIN (k, (gsize) nd);

      for (gsize i = 0; i < lags; i++)
        psi[k] += delta[i] * psi[k - 1 - i];
    }
}

/* Gaussian elimination with the largest pivot of each column; FALSE if singular. */
static gboolean
solve (double *a,
       double *b,
       int     n)
{
  for (int k = 0; k < n; k++)
    {
      int best = k;

      for (int i = k + 1; i < n; i++)
        if (fabs (a[i * n + k]) > fabs (a[best * n + k]))
          best = i;

      if (!(fabs (a[best * n + k]) > 1e-300))
        return FALSE;

      for (int j = 0; best != k && j < n; j++)
        {
          const double keep = a[k * n + j];

          a[k * n + j] = a[best * n + j];
          a[best * n + j] = keep;
        }

      {
        const double keep = b[k];

        b[k] = b[best];
        b[best] = keep;
      }

      for (int i = k + 1; i < n; i++)
        {
          const double factor = a[i * n + k] / a[k * n + k];

          if (factor == 0.0)
            continue;

          for (int j = k + 1; j < n; j++)
            a[i * n + j] -= factor * a[k * n + j];
          b[i] -= factor * b[k];
        }
    }

  for (int i = n - 1; i >= 0; i--)
    {
      for (int j = i + 1; j < n; j++)
        b[i] -= a[i * n + j] * b[j];
      b[i] /= a[i * n + i];
    }

  return TRUE;
}

/* Autocovariances 0 to p of a process whose errors have variance 1. */
static gboolean
autocovariances (const HwArma *arma,
                 const double *psi,
                 double       *gamma)
{
  const int n = arma->p + 1;
  double a[(HW_ARIMA_TERMS_MAX + 1) * (HW_ARIMA_TERMS_MAX + 1)];

  memset (a, 0, (gsize) (n * n) * sizeof *a);

  for (int k = 0; k < n; k++)
    {
      a[k * n + k] = 1.0;
      for (int i = 1; i < n; i++)
        a[k * n + ABS (k - i)] -= arma->phi[i - 1];

      gamma[k] = 0.0;
      for (int j = k; j <= arma->q; j++)
        gamma[k] += (j == 0 ? 1.0 : arma->theta[j - 1]) * psi[j - k];
    }

  return solve (a, gamma, n);
}

/**
 * hw_arma_start:
 * @arma: stationary polynomials
 * @first_row: (out): length r: covariance of the first state with each, for
 *   errors of variance 1, before anything was seen
 *
 * The rest follows by P[i][j] = phi[i] phi[j] P[0][0] + phi[i] P[0][j+1] +
 * phi[j] P[0][i+1] + P[i+1][j+1] + V[i][j] from the last row upward.
 *
 * Source: the states of Harvey as in Gardner, Harvey and Phillips (1980),
 * Applied Statistics 29(3), AS 154; solved here by the autocovariances.
 *
 * Returns: %FALSE where the process has no variance (on the unit circle)
 */
gboolean
hw_arma_start (const HwArma *arma,
               double       *first_row)
{
  double psi[HW_ARIMA_TERMS_MAX + 2], gamma[HW_ARIMA_TERMS_MAX + 1];

  hw_arma_psi (arma, NULL, 0, (gsize) MAX (arma->q + 1, arma->r), psi);

  if (!autocovariances (arma, psi, gamma))
    return FALSE;

  first_row[0] = gamma[0];
  for (int j = 1; j < arma->r; j++)
    {
      first_row[j] = 0.0;
      for (int l = j; l < arma->p; l++)
        first_row[j] += arma->phi[l] * gamma[1 + l - j];
      for (int l = j; l <= arma->q; l++)
        first_row[j] += arma->theta[l - 1] * psi[l - j];
    }

  return gamma[0] >= 1.0 - 1e-9 && isfinite (gamma[0]);
}
