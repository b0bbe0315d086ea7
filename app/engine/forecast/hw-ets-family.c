/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-family.h"

#include "engine/forecast/hw-ets-ahead.h"

#include <math.h>

#define PERIODS_MIN 5

typedef struct
{
  HwEtsModel model;
  gsize      next;    /* index of the first period not yet seen */
} Fit;

/* Simple before rich: where two are alike the simpler one stays. */
static const struct { HwEtsPart trend; gboolean damped; HwEtsPart kind; } shapes[] = {
  { HW_ETS_NONE, FALSE, HW_ETS_NONE }, { HW_ETS_ADD, FALSE, HW_ETS_NONE }, { HW_ETS_ADD, TRUE, HW_ETS_NONE },
  { HW_ETS_NONE, FALSE, HW_ETS_ADD }, { HW_ETS_ADD, FALSE, HW_ETS_ADD }, { HW_ETS_ADD, TRUE, HW_ETS_ADD },
  { HW_ETS_NONE, FALSE, HW_ETS_TIMES }, { HW_ETS_ADD, FALSE, HW_ETS_TIMES }, { HW_ETS_ADD, TRUE, HW_ETS_TIMES },
};

/* Errors in units with a multiplicative season are left out: their variance is
 * infinite in the long run. */
static gboolean
is_sensible (const HwSeriesView *series,
             const HwEtsForm    *form)
{
  if (form->kind != HW_ETS_NONE && (form->season < 2 || form->season > HW_ETS_SEASON_MAX
                                    || series->n < 2 * (gsize) form->season + 2))
    return FALSE;

  if (form->error == HW_ETS_TIMES || form->kind == HW_ETS_TIMES)
    return series->positive && form->error == HW_ETS_TIMES;

  return TRUE;
}

/**
 * hw_ets_select:
 * @series: as the door prepared it
 * @care: how long each form is searched
 * @model: (out caller-allocates): the chosen one
 *
 * Of all forms without a multiplicative trend the one with the least corrected
 * Akaike criterion; relative errors and multiplicative seasons only where every
 * value is above 0. The first season counts as estimated although the quick search
 * takes it from decomposition.
 *
 * Cost: fifteen searches for a positive series with a season.
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), section 7.
 *
 * Returns: %FALSE if no form suits
 */
gboolean
hw_ets_select (const HwSeriesView *series,
               HwEtsCare           care,
               HwEtsModel         *model)
{
  HwEtsModel best = { 0 };
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (int relative = 0; relative < 2; relative++)
      {
        const HwEtsForm form = {
          .error = relative ? HW_ETS_TIMES : HW_ETS_ADD, .trend = shapes[i].trend, .damped = shapes[i].damped,
          .kind = shapes[i].kind, .season = shapes[i].kind == HW_ETS_NONE ? 1 : series->season,
        };
        HwEtsModel other;

        if (!is_sensible (series, &form)
            || !hw_ets_search (&form, series->y, series->filled, series->n, care, &other, NULL))
          continue;

        if (!found || other.aicc < best.aicc)
          {
            hw_ets_model_clear (&best);
            best = other;
            found = TRUE;
          }
        else
          hw_ets_model_clear (&other);
      }

  if (found)
    *model = best;
  return found;
}

static gboolean
suits (const HwSeriesView *series)
{
  return series->n >= PERIODS_MIN && series->season <= 52;
}

static gpointer
fit_new (const HwSeriesView *series)
{
  HwEtsModel model;
  Fit *fit;

  if (!hw_ets_select (series, HW_ETS_QUICK, &model))
    return NULL;

  fit = g_new0 (Fit, 1);
  *fit = (Fit) { .model = model, .next = series->n };
  return fit;
}

static void
fit_free (gpointer data)
{
  Fit *fit = data;

  hw_ets_model_clear (&fit->model);
  g_free (fit);
}

static void
fit_move (gpointer      data,
          const double *y,
          gsize         from,
          gsize         to)
{
  Fit *fit = data;

  (void) hw_ets_form_pass (&fit->model.form, &fit->model.weights, y, NULL, from, to, fit->model.state, NULL, NULL);
  fit->next = to;
}

static void
fit_mean (gconstpointer data,
          gsize         horizon,
          double       *mean)
{
  const Fit *fit = data;

  hw_ets_form_path (&fit->model.form, &fit->model.weights, fit->model.state, fit->next, horizon, mean);
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
    sd[h] = sqrt (sd[h]);
}

const HwFamily hw_family_ets = {
  .id = "ets",
  .suits = suits,
  .fit = fit_new,
  .free = fit_free,
  .move = fit_move,
  .mean = fit_mean,
  .spread = fit_spread,
};
