/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-adjusted.h"

#include "engine/forecast/hw-ets-ahead.h"
#include "engine/forecast/hw-ets-search.h"
#include "engine/forecast/hw-ets-season.h"

#include <math.h>

#define PERIODS_KEPT 400 /* of a long series the last ones say enough of its weights */

typedef struct
{
  HwEtsModel model;
  HwEtsPart  kind;    /* of the season taken out */
  gsize      season;
  double    *figure;  /* (owned) by index modulo season */
  gsize      next;    /* index of the first period not yet seen */
} Fit;

static double
take_out (const Fit *fit,
          double     y,
          gsize      t)
{
  const double s = fit->figure[t % fit->season];

  return fit->kind == HW_ETS_TIMES ? y / s : y - s;
}

static void
find_season (Fit                *fit,
             const HwSeriesView *series)
{
  const gboolean shows = hw_ets_season_shows (series->y, series->n, series->season);

  fit->kind = !shows ? HW_ETS_NONE : series->positive ? HW_ETS_TIMES : HW_ETS_ADD;
  fit->season = shows ? (gsize) series->season : 1;
  fit->figure = g_new0 (double, fit->season);
  if (shows)
    (void) hw_ets_season_figure (series->y, series->n, series->season, fit->kind, fit->figure);
}

static void
fit_free (gpointer data)
{
  Fit *fit = data;

  hw_ets_model_clear (&fit->model);
  g_free (fit->figure);
  g_free (fit);
}

/* With a trend the search also starts from simple smoothing: on short series a
 * trend that has to prove itself forecasts better. */
static gpointer
fit_new (const HwSeriesView *series,
         HwEtsPart           trend,
         gboolean            damped)
{
  const HwEtsForm form = { .error = HW_ETS_ADD, .trend = trend, .damped = damped, .kind = HW_ETS_NONE, .season = 1 };
  const HwEtsForm level = { .error = HW_ETS_ADD, .trend = HW_ETS_NONE, .kind = HW_ETS_NONE, .season = 1 };
  const gsize from = series->n > PERIODS_KEPT ? series->n - PERIODS_KEPT : 0;
  Fit *fit = g_new0 (Fit, 1);
  g_autofree double *adjusted = g_new (double, series->n - from);
  g_auto (HwEtsModel) hint = { 0 };
  const guint8 *filled;
  gsize hints = 0;

  find_season (fit, series);
  for (gsize t = from; t < series->n; t++)
    adjusted[t - from] = take_out (fit, series->y[t], t);

  fit->next = series->n;
  filled = series->filled != NULL ? series->filled + from : NULL;
  if (trend != HW_ETS_NONE)
    hints = hw_ets_search (&level, adjusted, filled, series->n - from, HW_ETS_QUICK, NULL, 0, &hint, NULL) ? 1 : 0;
  if (!hw_ets_search (&form, adjusted, filled, series->n - from, HW_ETS_QUICK, &hint, hints, &fit->model, NULL))
    g_clear_pointer (&fit, fit_free);

  return fit;
}

static gboolean
suits_ses (const HwSeriesView *series)
{
  return series->n >= 3;
}

static gboolean
suits_trend (const HwSeriesView *series)
{
  return series->n >= 6;
}

static gpointer
fit_ses (const HwSeriesView *series)
{
  return fit_new (series, HW_ETS_NONE, FALSE);
}

static gpointer
fit_holt (const HwSeriesView *series)
{
  return fit_new (series, HW_ETS_ADD, FALSE);
}

static gpointer
fit_damped (const HwSeriesView *series)
{
  return fit_new (series, HW_ETS_ADD, TRUE);
}

static void
fit_move (gpointer      data,
          const double *y,
          gsize         from,
          gsize         to)
{
  Fit *fit = data;
  g_autofree double *adjusted = g_new (double, to - from + 1);

  for (gsize t = from; t < to; t++)
    adjusted[t - from] = take_out (fit, y[t], t);
  (void) hw_ets_form_pass (&fit->model.form, &fit->model.weights, adjusted, NULL, 0, to - from, fit->model.state, NULL,
                           NULL);
  fit->next = to;
}

static void
fit_mean (gconstpointer data,
          gsize         horizon,
          double       *mean)
{
  const Fit *fit = data;

  hw_ets_form_path (&fit->model.form, &fit->model.weights, fit->model.state, fit->next, horizon, mean);
  for (gsize h = 0; h < horizon; h++)
    {
      const double s = fit->figure[(fit->next + h) % fit->season];

      mean[h] = fit->kind == HW_ETS_TIMES ? mean[h] * s : mean[h] + s;
    }
}

static void
fit_spread (gconstpointer data,
            gsize         horizon,
            double       *sd)
{
  const Fit *fit = data;
  g_autofree double *mean = g_new (double, horizon);

  (void) hw_ets_ahead (&fit->model.form, &fit->model.weights, fit->model.state, fit->next, fit->model.sigma2, horizon,
                       mean, sd);
  for (gsize h = 0; h < horizon; h++)
    sd[h] = sqrt (sd[h]) * (fit->kind == HW_ETS_TIMES ? fit->figure[(fit->next + h) % fit->season] : 1.0);
}

#define FAMILY(name, when, how)                                                                                  \
  const HwFamily hw_family_##name = {                                                                            \
    .id = #name, .suits = when, .fit = how, .free = fit_free, .move = fit_move, .mean = fit_mean,               \
    .spread = fit_spread,                                                                                        \
  }

FAMILY (ses, suits_ses, fit_ses);
FAMILY (holt, suits_trend, fit_holt);
FAMILY (damped, suits_trend, fit_damped);
