/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima.h"

#include "engine/forecast/hw-arima-stage.h"

#include <math.h>
#include <string.h>

#define LENGTH_MIN       6
#define LOG_MAX          300.0
#define LOG_VARIANCE_MAX 1.0 /* a wider one says nothing about the mean */

/* One of the models, on its way through the series. */
typedef struct
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
} Runner;

struct _HwArimaFit
{
  gsize  n;
  Runner runners[HW_ARIMA_MODELS_MAX];
};

/* What the regressors say of period @t, before differencing. */
static double
waves_at (const Runner *run,
          gsize         t)
{
  const double *beta = run->choice.estimate.beta + (run->choice.constant ? 1 : 0);
  double row[2 * HW_ARIMA_REGRESSORS_MAX];
  double sum = 0.0;

  if (run->choice.waves == 0)
    return 0.0;

  hw_arima_waves (run->season, run->choice.waves, t, row);
  for (int i = 0; i < 2 * run->choice.waves; i++)
    sum += beta[i] * row[i];

  return sum;
}

static double
constant_of (const Runner *run)
{
  return run->choice.constant ? run->choice.estimate.beta[0] : 0.0;
}

static double
history_of (const Runner *run,
            const double *last)
{
  double sum = 0.0;

  for (int i = 0; i < run->nd; i++)
    sum += run->delta[i] * last[i];

  return sum;
}

static void
remember (const Runner *run,
          double       *last,
          double        value)
{
  if (run->nd == 0)
    return;

  memmove (last + 1, last, (gsize) (run->nd - 1) * sizeof *last);
  last[0] = value;
}

static void
run_on (Runner       *run,
        const double *y,
        gsize         from,
        gsize         to)
{
  for (gsize t = from; t < to; t++)
    {
      const double level = run->choice.log ? log (MAX (y[t], run->floor)) : y[t];
      const double value = level - waves_at (run, run->seen);
      double error = value - history_of (run, run->last) - constant_of (run);

      if (run->seen >= (gsize) run->nd)
        hw_arma_filter_see (&run->filter, run->state, 1, &error);

      remember (run, run->last, value);
      run->seen++;
    }
}

static gboolean
run_init (Runner              *run,
          const HwArimaChoice *choice,
          int                  season,
          double               floor)
{
  HwArma arma;

  *run = (Runner) { .choice = *choice, .season = season, .floor = floor };
  run->nd = hw_arima_delta (&choice->estimate.order, run->delta);
  hw_arima_expand (&choice->estimate.order, &choice->estimate.coef, &arma);
  return hw_arma_filter_start (&run->filter, &arma);
}

/* Of a model of ln y the middle value: steadier than the mean its spread implies. */
static void
run_mean (const Runner *run,
          gsize         horizon,
          double       *mean)
{
  double last[HW_ARIMA_TERMS_MAX], state[HW_ARIMA_TERMS_MAX + 1];

  memcpy (last, run->last, sizeof last);
  memcpy (state, run->state, sizeof state);

  for (gsize h = 0; h < horizon; h++)
    {
      const double value = state[0] + constant_of (run) + history_of (run, last);
      const double level = value + waves_at (run, run->seen + h);

      mean[h] = run->choice.log ? exp (CLAMP (level, -LOG_MAX, LOG_MAX)) : level;
      remember (run, last, value);
      hw_arma_state_ahead (&run->filter.arma, state);
    }
}

/* Variances, given the means. */
static void
run_variance (const Runner *run,
              gsize         horizon,
              const double *mean,
              double       *variance)
{
  double squares = 0.0;

  hw_arma_psi (&run->filter.arma, run->delta, run->nd, horizon, variance);
  for (gsize h = 0; h < horizon; h++)
    {
      squares += variance[h] * variance[h];
      variance[h] = run->choice.estimate.variance * squares;
      if (run->choice.log)
        variance[h] = mean[h] * mean[h] * expm1 (MIN (variance[h], LOG_VARIANCE_MAX));
    }
}

/**
 * hw_arima_fit_with:
 * @choices: (array length=n_choices): models with their parameters and weights
 * @n_choices: 1 to HW_ARIMA_MODELS_MAX
 * @season: periods of their waves
 * @floor: > 0, taken for values without a logarithm where the model is one of ln y
 * @y: (array length=n): the series
 * @n: its length
 *
 * Returns: (transfer full) (nullable): the models after one pass over @y; %NULL
 * where one is not stationary
 */
HwArimaFit *
hw_arima_fit_with (const HwArimaChoice *choices,
                   gsize                n_choices,
                   int                  season,
                   double               floor,
                   const double        *y,
                   gsize                n)
{
  g_autoptr (HwArimaFit) fit = g_new (HwArimaFit, 1);

  g_return_val_if_fail (n_choices > 0 && n_choices <= HW_ARIMA_MODELS_MAX, NULL);

  fit->n = n_choices;
  for (gsize i = 0; i < n_choices; i++)
    if (!run_init (&fit->runners[i], &choices[i], season, floor))
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
  HwArimaChoice choices[HW_ARIMA_MODELS_MAX];
  const gsize n = hw_arima_search (series, choices);
  double floor = INFINITY;

  if (n == 0)
    return NULL;

  for (gsize t = 0; t < series->n; t++)
    if (series->y[t] > 0.0)
      floor = MIN (floor, series->y[t]);

  return hw_arima_fit_with (choices, n, series->season, isfinite (floor) ? 0.5 * floor : 1.0, series->y, series->n);
}

/**
 * hw_arima_fit_free:
 * @fit: (transfer full): a fit
 */
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
  for (gsize i = 0; i < fit->n; i++)
    run_on (&fit->runners[i], y, from, to);
}

/**
 * hw_arima_fit_mean:
 * @fit: a fit
 * @horizon: periods ahead, > 0
 * @mean: (out): length @horizon: the models' means, weighted
 */
void
hw_arima_fit_mean (const HwArimaFit *fit,
                   gsize             horizon,
                   double           *mean)
{
  g_autofree double *one = g_new (double, horizon);

  memset (mean, 0, horizon * sizeof *mean);
  for (gsize i = 0; i < fit->n; i++)
    {
      run_mean (&fit->runners[i], horizon, one);
      for (gsize h = 0; h < horizon; h++)
        mean[h] += fit->runners[i].choice.weight * one[h];
    }
}

/**
 * hw_arima_fit_spread:
 * @fit: a fit
 * @horizon: periods ahead, > 0
 * @sd: (out): length @horizon: of the models' errors, and how far they lie apart
 */
void
hw_arima_fit_spread (const HwArimaFit *fit,
                     gsize             horizon,
                     double           *sd)
{
  g_autofree double *all = g_new (double, horizon);
  g_autofree double *mean = g_new (double, horizon);
  g_autofree double *variance = g_new (double, horizon);

  hw_arima_fit_mean (fit, horizon, all);
  memset (sd, 0, horizon * sizeof *sd);

  for (gsize i = 0; i < fit->n; i++)
    {
      run_mean (&fit->runners[i], horizon, mean);
      run_variance (&fit->runners[i], horizon, mean, variance);
      for (gsize h = 0; h < horizon; h++)
        sd[h] += fit->runners[i].choice.weight * (variance[h] + (mean[h] - all[h]) * (mean[h] - all[h]));
    }

  for (gsize h = 0; h < horizon; h++)
    sd[h] = sqrt (sd[h]);
}

/**
 * hw_arima_fit_n_choices:
 * @fit: a fit
 *
 * Returns: how many models it consists of
 */
gsize
hw_arima_fit_n_choices (const HwArimaFit *fit)
{
  return fit->n;
}

/**
 * hw_arima_fit_choice:
 * @fit: a fit
 * @i: which model
 *
 * Returns: (transfer none): it
 */
const HwArimaChoice *
hw_arima_fit_choice (const HwArimaFit *fit,
                     gsize             i)
{
  return &fit->runners[i].choice;
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
