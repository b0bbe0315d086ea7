/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-acf.h"

#include "engine/math/hw-special.h"

/**
 * hw_acf:
 * @y: (array length=n): a complete series
 * @n: its length
 * @lags: the longest distance
 * @acf: (out): length @lags + 1, acf[0] = 1; 0 behind it for a constant and
 *   for distances of @n and more
 *
 * Source: Box and Jenkins (1976), section 2.1: sums over n, whatever the distance.
 * Checked against: R's acf().
 */
void
hw_acf (const double *y,
        gsize         n,
        gsize         lags,
        double       *acf)
{
  double mean = 0.0, whole = 0.0;

  for (gsize t = 0; t < n; t++)
    mean += y[t];
  mean /= (double) MAX (n, 1);
  for (gsize t = 0; t < n; t++)
    whole += (y[t] - mean) * (y[t] - mean);

  acf[0] = 1.0;
  for (gsize lag = 1; lag <= lags; lag++)
    {
      double sum = 0.0;

      for (gsize t = lag; t < n; t++)
        sum += (y[t] - mean) * (y[t - lag] - mean);

      acf[lag] = whole > 0.0 ? sum / whole : 0.0;
    }
}

/**
 * hw_pacf:
 * @acf: (array length=lags+1): from hw_acf()
 * @lags: the longest distance
 * @pacf: (out): length @lags, for distances 1 and on
 *
 * Source: Durbin (1960), by Levinson's recursion.
 * Checked against: R's pacf().
 */
void
hw_pacf (const double *acf,
         gsize         lags,
         double       *pacf)
{
  g_autofree double *phi = g_new0 (double, lags + 1);
  g_autofree double *before = g_new0 (double, lags + 1);

  for (gsize k = 1; k <= lags; k++)
    {
      double above = acf[k], below = 1.0;

      for (gsize j = 1; j < k; j++)
        {
          above -= before[j] * acf[k - j];
          below -= before[j] * acf[j];
        }

      phi[k] = below > 0.0 ? above / below : 0.0;
      for (gsize j = 1; j < k; j++)
        phi[j] = before[j] - phi[k] * before[k - j];
      for (gsize j = 1; j <= k; j++)
        before[j] = phi[j];

      pacf[k - 1] = phi[k];
    }
}

/**
 * hw_ljung_box:
 * @y: (array length=n): a complete series, such as a model's errors
 * @n: its length
 * @lags: distances looked at, below @n
 * @fitted: coefficients of the model, below @lags; 0 for a plain series
 *
 * Source: Ljung and Box (1978), Biometrika 65(2).
 * Checked against: R's Box.test().
 *
 * Returns: the statistic and its chance
 */
HwPortmanteau
hw_ljung_box (const double *y,
              gsize         n,
              gsize         lags,
              gsize         fitted)
{
  g_autofree double *acf = NULL;
  HwPortmanteau test = { 0.0, 1.0 };

  g_return_val_if_fail (lags > 0 && lags < n && fitted < lags, test);

  acf = g_new (double, lags + 1);
  hw_acf (y, n, lags, acf);
  for (gsize k = 1; k <= lags; k++)
    test.statistic += acf[k] * acf[k] / (double) (n - k);

  test.statistic *= (double) n * ((double) n + 2.0);
  test.p = 1.0 - hw_gamma_below (0.5 * (double) (lags - fitted), 0.5 * test.statistic);
  return test;
}
