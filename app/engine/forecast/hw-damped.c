/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-damped.h"

#include <math.h>

#define ALPHAS 9
#define BETAS 4
#define PHIS 2
#define CELLS (ALPHAS * BETAS * PHIS)
#define START 8            /* periods that set the first level and count in no error */

static const double alphas[ALPHAS] = { 0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 0.999 };
static const double betas[BETAS] = { 0.0, 0.02, 0.1, 0.3 }; /* as shares of alpha */
static const double phis[PHIS] = { 0.9, 0.97 };

/* All cells of the grid side by side, so that one pass over the series does. */
typedef struct
{
  double alpha[CELLS], beta[CELLS], phi[CELLS];
  double level[CELLS], trend[CELLS], squares[CELLS];
} Grid;

static void
open_grid (Grid  *grid,
           double level)
{
  for (gsize i = 0; i < CELLS; i++)
    {
      grid->alpha[i] = alphas[i / (BETAS * PHIS)];
      grid->beta[i] = grid->alpha[i] * betas[i / PHIS % BETAS];
      grid->phi[i] = phis[i % PHIS];
      grid->level[i] = level;
      grid->trend[i] = 0.0;
      grid->squares[i] = 0.0;
    }
}

static void
pass (Grid  *grid,
      double z,
      double counts)
{
  for (gsize i = 0; i < CELLS; i++)
    {
      const double trend = grid->phi[i] * grid->trend[i];
      const double expected = grid->level[i] + trend;
      const double missed = z - expected;

      grid->squares[i] += counts * missed * missed;
      grid->level[i] = expected + grid->alpha[i] * missed;
      grid->trend[i] = trend + grid->beta[i] * missed;
    }
}

/**
 * hw_damped_fit:
 * @fit: (out caller-allocates): states after the last period
 * @z: (array length=n): complete and finite, oldest first
 * @n: at least 1
 *
 * Exponential smoothing with a damped trend, additive, parameters from a grid of 72
 * by least squares of one step: many periods leave little to gain between its points.
 *
 * Cost: n * 72 * 8.
 *
 * Source: Gardner and McKenzie (1985), Management Science 31(10).
 * Checked against: worked cases in tests/engine/test-hw-damped.c.
 */
void
hw_damped_fit (HwDamped     *fit,
               const double *z,
               gsize         n)
{
  const gsize start = MIN (n, START), skipped = MIN (START, n / 3);
  Grid grid;
  double first = 0.0;
  gsize best = 0;

  for (gsize t = 0; t < start; t++)
    first += z[t] / (double) start;

  open_grid (&grid, first);
  for (gsize t = 0; t < n; t++)
    pass (&grid, z[t], t < skipped ? 0.0 : 1.0);

  for (gsize i = 1; i < CELLS; i++)
    if (grid.squares[i] < grid.squares[best])
      best = i;

  *fit = (HwDamped) { .alpha = grid.alpha[best], .beta = grid.beta[best], .phi = grid.phi[best],
                      .level = grid.level[best], .trend = grid.trend[best],
                      .variance = grid.squares[best] / (double) (n - skipped) };
}

/**
 * hw_damped_step:
 * @fit: states
 * @z: the next period
 *
 * Takes one period into the states; parameters stay.
 */
void
hw_damped_step (HwDamped *fit,
                double    z)
{
  const double trend = fit->phi * fit->trend;
  const double expected = fit->level + trend;
  const double missed = z - expected;

  fit->level = expected + fit->alpha * missed;
  fit->trend = trend + fit->beta * missed;
}

/**
 * hw_damped_mean:
 * @fit: states
 * @horizon: periods ahead
 * @mean: (out caller-allocates) (array length=horizon): what is expected
 */
void
hw_damped_mean (const HwDamped *fit,
                gsize           horizon,
                double         *mean)
{
  double level = fit->level, trend = fit->trend;

  for (gsize h = 0; h < horizon; h++)
    {
      trend *= fit->phi;
      level += trend;
      mean[h] = level;
    }
}

/**
 * hw_damped_spread:
 * @fit: states
 * @horizon: periods ahead
 * @sd: (out caller-allocates) (array length=horizon): standard deviation of the error
 *
 * Source: Hyndman et al. (2008), Forecasting with Exponential Smoothing, table 6.1.
 */
void
hw_damped_spread (const HwDamped *fit,
                  gsize           horizon,
                  double         *sd)
{
  double sum = 1.0, lasting = 0.0, power = 1.0;

  for (gsize h = 0; h < horizon; h++)
    {
      sd[h] = sqrt (sum * fit->variance);
      power *= fit->phi;
      lasting += power;

      const double weight = fit->alpha + fit->beta * lasting;

      sum += weight * weight;
    }
}
