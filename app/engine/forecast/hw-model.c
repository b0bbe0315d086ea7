/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-model.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-naive.h"

#include <math.h>

#define NOW_AND_THEN_ZEROS 0.38 /* share of periods without demand that makes a product sell now and then */
#define SES_MIN 6
#define TREND_MIN 10

typedef struct
{
  gsize    observed;
  gsize    zeros;      /* periods with no demand */
  gboolean positive;   /* all above 0 */
} Shape;

static Shape
shape_of (const double *y,
          gsize         n)
{
  Shape out = { .positive = TRUE };

  for (gsize t = 0; t < n; t++)
    {
      if (isnan (y[t]))
        continue;
      out.observed++;
      out.zeros += y[t] <= 0.0;
      out.positive = out.positive && y[t] > 0.0;
    }

  return out;
}

/**
 * hw_model_is_now_and_then:
 * @model: a method
 *
 * Returns: whether it is one for products that sell now and then
 */
gboolean
hw_model_is_now_and_then (HwModel model)
{
  return model == HW_MODEL_SBA || model == HW_MODEL_TSB;
}

/**
 * hw_model_suits:
 * @model: a method
 * @y: (array length=n): the series; NAN where nothing was observed
 * @n: number of periods
 * @season: periods in the season; 1 for none
 *
 * Returns: whether there is enough of the series, and of the right kind
 */
gboolean
hw_model_suits (HwModel       model,
                const double *y,
                gsize         n,
                int           season)
{
  const Shape shape = shape_of (y, n);
  const gboolean seasonal = season > 1 && n >= 2 * (gsize) season && shape.observed > (gsize) season + 4;

  switch (model)
    {
    case HW_MODEL_NAIVE:
    case HW_MODEL_MEAN:
      return shape.observed > 0;

    case HW_MODEL_SES:
      return shape.observed >= SES_MIN;

    case HW_MODEL_HOLT:
    case HW_MODEL_DAMPED:
      return shape.observed >= TREND_MIN;

    case HW_MODEL_HW_ADDITIVE:
      return seasonal;

    case HW_MODEL_HW_MULTIPLICATIVE:
      return seasonal && shape.positive;

    case HW_MODEL_SBA:
    case HW_MODEL_TSB:
      return shape.observed >= SES_MIN && shape.zeros < shape.observed
             && (double) shape.zeros > NOW_AND_THEN_ZEROS * (double) shape.observed;

    case HW_MODEL_N:
    default:
      return FALSE;
    }
}

static HwEtsSpec
smoothing_spec (HwModel model,
                int     season)
{
  switch (model)
    {
    case HW_MODEL_HOLT:
      return (HwEtsSpec) { HW_TREND_ADDITIVE, HW_SEASON_NONE, 1 };

    case HW_MODEL_DAMPED:
      return (HwEtsSpec) { HW_TREND_DAMPED, HW_SEASON_NONE, 1 };

    case HW_MODEL_HW_ADDITIVE:
      return (HwEtsSpec) { HW_TREND_NONE, HW_SEASON_ADDITIVE, season };

    case HW_MODEL_HW_MULTIPLICATIVE:
      return (HwEtsSpec) { HW_TREND_NONE, HW_SEASON_MULTIPLICATIVE, season };

    case HW_MODEL_NAIVE:
    case HW_MODEL_MEAN:
    case HW_MODEL_SES:
    case HW_MODEL_SBA:
    case HW_MODEL_TSB:
    case HW_MODEL_N:
    default:
      return (HwEtsSpec) { HW_TREND_NONE, HW_SEASON_NONE, 1 };
    }
}

/* Beside a season a trend is there only if it pays for itself, and damped: a
 * straight one through a year of days is mostly a chance slope. */
static gboolean
fit_smoothing (HwModel        model,
               const double  *y,
               gsize          n,
               int            season,
               HwEtsFit      *fit,
               GError       **error)
{
  HwEtsSpec spec = smoothing_spec (model, season);
  HwEtsFit other;

  if (!hw_ets_fit (&spec, y, n, fit, error))
    return FALSE;

  if (spec.kind == HW_SEASON_NONE)
    return TRUE;

  spec.trend = HW_TREND_DAMPED;
  if (!hw_ets_fit (&spec, y, n, &other, NULL))
    return TRUE;

  if (other.aicc < fit->aicc)
    {
      hw_ets_fit_clear (fit);
      *fit = other;
    }
  else
    hw_ets_fit_clear (&other);

  return TRUE;
}

/**
 * hw_model_fit:
 * @model: a method
 * @y: (array length=n): the series, oldest first [units]; NAN where nothing was
 *   observed
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @fit: (out caller-allocates): the fit; untouched on error
 * @error: return location
 *
 * The Holt-Winters methods have a damped trend if that lowers the corrected Akaike
 * criterion, else none.
 *
 * Errors: TOO_SHORT if hw_model_suits() says no; those of the methods.
 *
 * Returns: %TRUE if @fit was filled in
 */
gboolean
hw_model_fit (HwModel        model,
              const double  *y,
              gsize          n,
              int            season,
              HwModelFit    *fit,
              GError       **error)
{
  HwModelFit out = { .model = model, .season = season };
  gboolean fine = TRUE;

  if (!hw_model_suits (model, y, n, season))
    {
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT,
                   "model %d does not suit these %" G_GSIZE_FORMAT " periods", (int) model, n);
      return FALSE;
    }

  if (hw_model_is_now_and_then (model))
    fine = hw_intermittent_fit (model == HW_MODEL_SBA ? HW_INTERMITTENT_SBA : HW_INTERMITTENT_TSB, y, n,
                                &out.now_and_then, error);
  else if (model != HW_MODEL_NAIVE && model != HW_MODEL_MEAN)
    fine = fit_smoothing (model, y, n, season, &out.ets, error);

  if (fine)
    *fit = out;

  return fine;
}

/**
 * hw_model_fit_clear:
 * @fit: its memory is given back
 */
void
hw_model_fit_clear (HwModelFit *fit)
{
  hw_ets_fit_clear (&fit->ets);
}

/**
 * hw_model_move:
 * @fit: a fit to the periods before @from
 * @y: the series
 * @from: first new period
 * @to: one after the last new period
 *
 * Takes new periods into the states; the parameters stay.
 */
void
hw_model_move (HwModelFit   *fit,
               const double *y,
               gsize         from,
               gsize         to)
{
  if (hw_model_is_now_and_then (fit->model))
    for (gsize t = from; t < to; t++)
      hw_intermittent_update (&fit->now_and_then, y[t]);
  else if (fit->model != HW_MODEL_NAIVE && fit->model != HW_MODEL_MEAN)
    (void) hw_ets_filter (&fit->ets.spec, &fit->ets.params, y, from, to, &fit->ets.state, NULL, NULL);
}

/* Mean and standard deviation of what was observed. */
static double
plain_mean (const double *y,
            gsize         n,
            double       *sd,
            double       *observed)
{
  double sum = 0.0, squares = 0.0, k = 0.0;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        sum += y[t];
        k += 1.0;
      }

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      squares += (y[t] - sum / k) * (y[t] - sum / k);

  *sd = k > 1.0 ? sqrt (squares / (k - 1.0)) : 0.0;
  *observed = k;
  return k > 0.0 ? sum / k : 0.0;
}

/**
 * hw_model_mean:
 * @fit: a fit, moved on to the end of @y
 * @y: (array length=n): the series
 * @n: number of periods
 * @horizon: periods ahead
 * @mean: (array length=horizon) (out): expected [units]
 */
void
hw_model_mean (const HwModelFit *fit,
               const double     *y,
               gsize             n,
               gsize             horizon,
               double           *mean)
{
  double level, sd, observed;

  switch (fit->model)
    {
    case HW_MODEL_NAIVE:
      hw_naive_mean (y, n, fit->season, horizon, mean);
      return;

    case HW_MODEL_SES:
    case HW_MODEL_HOLT:
    case HW_MODEL_DAMPED:
    case HW_MODEL_HW_ADDITIVE:
    case HW_MODEL_HW_MULTIPLICATIVE:
      hw_ets_mean (&fit->ets.spec, &fit->ets.params, &fit->ets.state, n, horizon, mean);
      return;

    case HW_MODEL_SBA:
    case HW_MODEL_TSB:
      level = hw_intermittent_level (&fit->now_and_then);
      break;

    case HW_MODEL_MEAN:
    case HW_MODEL_N:
    default:
      level = plain_mean (y, n, &sd, &observed);
      break;
    }

  for (gsize h = 0; h < horizon; h++)
    mean[h] = level;
}

/**
 * hw_model_spread:
 * @fit: a fit, moved on to the end of @y
 * @y: (array length=n): the series
 * @n: number of periods
 * @horizon: periods ahead
 * @sd: (array length=horizon) (out): standard deviation of each period
 * @sum_sd: (array length=horizon) (out): of the total up to and with the period
 */
void
hw_model_spread (const HwModelFit *fit,
                 const double     *y,
                 gsize             n,
                 gsize             horizon,
                 double           *sd,
                 double           *sum_sd)
{
  double deviation, observed;

  switch (fit->model)
    {
    case HW_MODEL_NAIVE:
      hw_naive_spread (n >= (gsize) MAX (fit->season, 1) ? fit->season : 1, hw_naive_sigma (y, n, fit->season),
                       horizon, sd, sum_sd);
      return;

    case HW_MODEL_SES:
    case HW_MODEL_HOLT:
    case HW_MODEL_DAMPED:
    case HW_MODEL_HW_ADDITIVE:
    case HW_MODEL_HW_MULTIPLICATIVE:
      hw_ets_spread (&fit->ets.spec, &fit->ets.params, &fit->ets.state, n, fit->ets.sigma, horizon, sd, sum_sd);
      return;

    case HW_MODEL_SBA:
    case HW_MODEL_TSB:
      hw_intermittent_spread (&fit->now_and_then, y, n, horizon, sd, sum_sd);
      return;

    case HW_MODEL_MEAN:
    case HW_MODEL_N:
    default:
      break;
    }

  (void) plain_mean (y, n, &deviation, &observed);
  for (gsize h = 0; h < horizon; h++)
    {
      const double k = (double) h + 1.0;

      sd[h] = deviation * sqrt (1.0 + 1.0 / MAX (observed, 1.0));
      sum_sd[h] = deviation * sqrt (k + k * k / MAX (observed, 1.0));
    }
}
