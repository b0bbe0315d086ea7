/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima.h"

#include <math.h>
#include <string.h>

#define LENGTH_MIN   6
#define LOG_VARIANCE_MAX 1.0 /* a wider one says nothing about the mean */

struct _HwArimaFit
{
  HwArimaChoice choice;
  int           season;
  double        floor;        /* stands in for what has no logarithm */
  double        delta[HW_ARIMA_TERMS_MAX];
  int           nd;           /* of delta */
  gsize         seen;         /* periods */
  double        last[HW_ARIMA_TERMS_MAX]; /* level values, newest first */
  HwArmaFilter  filter;
  double        state[HW_ARIMA_TERMS_MAX + 1];
};

/* What the regressors say of period @t, before differencing. */
static double
waves_at (const HwArimaFit *fit,
          gsize             t)
{
  const double *beta = fit->choice.estimate.beta + (fit->choice.constant ? 1 : 0);
  double row[2 * HW_ARIMA_REGRESSORS_MAX];
  double sum = 0.0;

  if (fit->choice.waves == 0)
    return 0.0;

  hw_arima_waves (fit->season, fit->choice.waves, t, row);
  for (int i = 0; i < 2 * fit->choice.waves; i++)
    sum += beta[i] * row[i];

  return sum;
}

static double
constant_of (const HwArimaFit *fit)
{
  return fit->choice.constant ? fit->choice.estimate.beta[0] : 0.0;
}

static double
history_of (const HwArimaFit *fit,
            const double     *last)
{
  double sum = 0.0;

  for (int i = 0; i < fit->nd; i++)
    sum += fit->delta[i] * last[i];

  return sum;
}

static void
remember (const HwArimaFit *fit,
          double           *last,
          double            value)
{
  if (fit->nd == 0)
    return;

  memmove (last + 1, last, (gsize) (fit->nd - 1) * sizeof *last);
  last[0] = value;
}

/**
 * hw_arima_fit_with:
 * @choice: a model with its parameters
 * @season: periods of its waves
 * @floor: > 0, taken for values without a logarithm where the model is one of ln y
 * @y: (array length=n): the series
 * @n: its length
 *
 * Returns: (transfer full) (nullable): the model after one pass over @y; %NULL
 * where it is not stationary
 */
HwArimaFit *
hw_arima_fit_with (const HwArimaChoice *choice,
                   int                  season,
                   double               floor,
                   const double        *y,
                   gsize                n)
{
  g_autoptr (HwArimaFit) fit = g_new0 (HwArimaFit, 1);
  HwArma arma;

  fit->choice = *choice;
  fit->season = season;
  fit->floor = floor;
  fit->nd = hw_arima_delta (&choice->estimate.order, fit->delta);
  hw_arima_expand (&choice->estimate.order, &choice->estimate.coef, &arma);

  if (!hw_arma_filter_start (&fit->filter, &arma))
    return NULL;

  hw_arima_fit_move (fit, y, 0, n);
  return g_steal_pointer (&fit);
}

/**
 * hw_arima_fit_new:
 * @series: the series
 *
 * Returns: (transfer full) (nullable): a fit after the last period; %NULL where
 * no sound model was found
 */
HwArimaFit *
hw_arima_fit_new (const HwSeriesView *series)
{
  HwArimaChoice choice;
  double floor = INFINITY;

  if (!hw_arima_search (series, &choice))
    return NULL;

  for (gsize t = 0; t < series->n; t++)
    if (series->y[t] > 0.0)
      floor = MIN (floor, series->y[t]);

  return hw_arima_fit_with (&choice, series->season, isfinite (floor) ? 0.5 * floor : 1.0, series->y, series->n);
}

void
hw_arima_fit_free (HwArimaFit *fit)
{
  g_free (fit);
}

/**
 * hw_arima_fit_move:
 * @fit: (inout): a fit that has seen @from periods
 * @y: (array length=to): the whole series
 * @from: the first new period
 * @to: one past the last
 *
 * The same steps as the first pass: moving on equals one pass, bit for bit.
 */
void
hw_arima_fit_move (HwArimaFit   *fit,
                   const double *y,
                   gsize         from,
                   gsize         to)
{
  for (gsize t = from; t < to; t++)
    {
      const double level = fit->choice.log ? log (MAX (y[t], fit->floor)) : y[t];
      const double value = level - waves_at (fit, fit->seen);
      double error = value - history_of (fit, fit->last) - constant_of (fit);

      if (fit->seen >= (gsize) fit->nd)
        hw_arma_filter_see (&fit->filter, fit->state, 1, &error);

      remember (fit, fit->last, value);
      fit->seen++;
    }
}

/* Means on the scale of the model. */
static void
levels_ahead (const HwArimaFit *fit,
              gsize             horizon,
              double           *mean)
{
  double last[HW_ARIMA_TERMS_MAX], state[HW_ARIMA_TERMS_MAX + 1];

  memcpy (last, fit->last, sizeof last);
  memcpy (state, fit->state, sizeof state);

  for (gsize h = 0; h < horizon; h++)
    {
      const double value = state[0] + constant_of (fit) + history_of (fit, last);

      mean[h] = value + waves_at (fit, fit->seen + h);
      remember (fit, last, value);
      hw_arma_state_ahead (&fit->filter.arma, state);
    }
}

/* Spreads on the scale of the model. */
static void
level_spread (const HwArimaFit *fit,
              gsize             horizon,
              double           *sd)
{
  double squares = 0.0;

  hw_arma_psi (&fit->filter.arma, fit->delta, fit->nd, horizon, sd);
  for (gsize h = 0; h < horizon; h++)
    {
      squares += sd[h] * sd[h];
      sd[h] = sqrt (fit->choice.estimate.variance * squares);
    }
}

/**
 * hw_arima_fit_mean:
 * @fit: a fit
 * @horizon: periods ahead, > 0
 * @mean: (out): length @horizon; of a model of ln y the middle value, which is
 *   steadier than the mean its spread would imply
 */
void
hw_arima_fit_mean (const HwArimaFit *fit,
                   gsize             horizon,
                   double           *mean)
{
  levels_ahead (fit, horizon, mean);

  for (gsize h = 0; fit->choice.log && h < horizon; h++)
    mean[h] = exp (CLAMP (mean[h], -300.0, 300.0));
}

/**
 * hw_arima_fit_spread:
 * @fit: a fit
 * @horizon: periods ahead, > 0
 * @sd: (out): length @horizon
 */
void
hw_arima_fit_spread (const HwArimaFit *fit,
                     gsize             horizon,
                     double           *sd)
{
  g_autofree double *mean = NULL;

  level_spread (fit, horizon, sd);
  if (!fit->choice.log)
    return;

  mean = g_new (double, horizon);
  hw_arima_fit_mean (fit, horizon, mean);
  for (gsize h = 0; h < horizon; h++)
    sd[h] = mean[h] * sqrt (expm1 (MIN (sd[h] * sd[h], LOG_VARIANCE_MAX)));
}

/**
 * hw_arima_fit_choice:
 * @fit: a fit
 *
 * Returns: (transfer none): its model
 */
const HwArimaChoice *
hw_arima_fit_choice (const HwArimaFit *fit)
{
  return &fit->choice;
}

static gboolean
family_suits (const HwSeriesView *series)
{
  return series->n >= LENGTH_MIN && !(series->season >= 24 && series->long_season > 0);
}

static gpointer
family_fit (const HwSeriesView *series)
{
  return hw_arima_fit_new (series);
}

static void
family_free (gpointer fit)
{
  hw_arima_fit_free (fit);
}

static void
family_move (gpointer      fit,
             const double *y,
             gsize         from,
             gsize         to)
{
  hw_arima_fit_move (fit, y, from, to);
}

static void
family_mean (gconstpointer fit,
             gsize         horizon,
             double       *mean)
{
  hw_arima_fit_mean (fit, horizon, mean);
}

static void
family_spread (gconstpointer fit,
               gsize         horizon,
               double       *sd)
{
  hw_arima_fit_spread (fit, horizon, sd);
}

const HwFamily hw_family_arima = {
  .id = "arima",
  .suits = family_suits,
  .fit = family_fit,
  .free = family_free,
  .move = family_move,
  .mean = family_mean,
  .spread = family_spread,
};
