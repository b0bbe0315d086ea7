/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima-filter.h"

#include <math.h>
#include <string.h>

#define LOOK_EVERY 8u        /* periods between looks whether all is steady */
#define STEADY     1e-14     /* relative change of the variance below it: steady */

/**
 * hw_arma_filter_start:
 * @filter: (out): the filter before the first period
 * @arma: stationary polynomials
 *
 * Source: Pearlman (1980), Biometrika 67(1); Mélard (1984), Applied
 * Statistics 33(1), AS 197.
 * Checked against: the plain Kalman filter of hw-arima-kalman.
 *
 * Returns: %FALSE where the process has no variance
 */
gboolean
hw_arma_filter_start (HwArmaFilter *filter,
                      const HwArma *arma)
{
  double row[HW_ARIMA_TERMS_MAX + 2];

  filter->arma = *arma;
  filter->age = 0;
  filter->steady = FALSE;

  if (!hw_arma_start (arma, row))
    return FALSE;

  row[arma->r] = 0.0;
  filter->variance = row[0];
  filter->change = -1.0 / row[0];

  for (int i = 0; i < arma->r; i++)
    filter->gain[i] = arma->phi[i] * row[0] + row[i + 1];

  memcpy (filter->step, filter->gain, (gsize) arma->r * sizeof *filter->step);
  return TRUE;
}

static void
settle (HwArmaFilter *filter)
{
  double most = 0.0;

  for (int i = 0; i < filter->arma.r; i++)
    most = MAX (most, fabs (filter->step[i]));

  if (!(fabs (filter->change) * most * most < STEADY))
    return;

  filter->steady = TRUE;
  filter->variance = 1.0;
  for (int i = 0; i < filter->arma.r; i++)
    filter->gain[i] = filter->arma.phi[i] + filter->arma.theta[i];
}

static void
update_gain (HwArmaFilter *filter)
{
  const int r = filter->arma.r;
  const double first = filter->step[0];
  const double pull = filter->change * first;
  const double before = filter->variance;
  const double back = first / before;
  const double *phi = filter->arma.phi;
  double *step = filter->step;
  double *gain = filter->gain;

  filter->variance = MAX (1.0, before + pull * first);
  filter->change *= before / filter->variance;
  step[r] = 0.0;

  for (int i = 0; i < r; i++)
    {
      const double moved = phi[i] * first + step[i + 1];

      step[i] = moved - gain[i] * back;
      gain[i] += pull * moved;
    }

  if (++filter->age % LOOK_EVERY == 0)
    settle (filter);
}

/**
 * hw_arma_filter_see:
 * @filter: (inout): moved on by one period
 * @states: (array length=columns): states of HW_ARIMA_TERMS_MAX + 1 each, 0 at first
 * @columns: how many series are filtered alike
 * @errors: (array length=columns) (inout): the values of the period; what the
 *   states did not foresee of them, over the root of its variance
 */
void
hw_arma_filter_see (HwArmaFilter *filter,
                    double       *states,
                    gsize         columns,
                    double       *errors)
{
  const int r = filter->arma.r;
  const double *phi = filter->arma.phi;
  const double *gain = filter->gain;
  const double root = sqrt (filter->variance);
  const double over = 1.0 / filter->variance;

  for (gsize c = 0; c < columns; c++)
    {
      double *x = states + c * (HW_ARIMA_TERMS_MAX + 1);
      const double first = x[0];
      const double error = errors[c] - first;
      const double pull = error * over;

      x[r] = 0.0;
      for (int i = 0; i < r; i++)
        x[i] = phi[i] * first + x[i + 1] + gain[i] * pull;

      errors[c] = error / root;
    }

  if (!filter->steady)
    update_gain (filter);
}

/**
 * hw_arma_state_ahead:
 * @arma: the polynomials
 * @state: (inout): moved on by one period that was not seen; its first number
 *   was what that period was expected to be
 */
void
hw_arma_state_ahead (const HwArma *arma,
                     double       *state)
{
  const double first = state[0];

  state[arma->r] = 0.0;
  for (int i = 0; i < arma->r; i++)
    state[i] = arma->phi[i] * first + state[i + 1];
}
