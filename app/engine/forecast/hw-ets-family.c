/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-family.h"

#include "engine/forecast/hw-ets-ahead.h"

#include <math.h>
#include <string.h>

#define PERIODS_MIN 5
#define PERIODS_KEPT 400  /* of a long series the last ones say enough of its weights */
#define SEASONS_KEPT 10
#define VARIANCE_MAX 1e200 /* relative errors of wild series run away */
#define SOFTNESS 0.1     /* 0.5 are Akaike weights as they stand, 0 equal ones */
#define SHARE_MIN 0.01  /* of the best form's: less is not worth its time */

typedef struct
{
  HwEtsModel models[HW_ETS_BEST];
  double     shares[HW_ETS_BEST];  /* add up to 1 */
  gsize      n;
  gsize      next;                 /* index of the first period not yet seen */
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

/* Puts @model in its place by the criterion. */
static void
put (HwEtsModel       *best,
     gsize             n,
     const HwEtsModel *model)
{
  for (; n > 0 && model->aicc < best[n - 1].aicc; n--)
    best[n] = best[n - 1];
  best[n] = *model;
}

/**
 * hw_ets_select:
 * @series: as the door prepared it
 * @care: how long each form is searched
 * @best: (array length=HW_ETS_BEST) (out caller-allocates): fits, the
 *   least corrected Akaike criterion first
 *
 * All forms without a multiplicative trend; relative errors and multiplicative
 * seasons only where every value is above 0.
 *
 * Cost: fifteen searches for a positive series with a season.
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), section 7.
 *
 * Returns: how many fits there are; 0 if no form suits
 */
gsize
hw_ets_select (const HwSeriesView *series,
               HwEtsCare           care,
               HwEtsModel         *best)
{
  const gsize m = (gsize) MAX (series->season, 1), kept = MAX (PERIODS_KEPT, SEASONS_KEPT * m);
  const gsize from = series->n > kept ? (series->n - kept) / m * m : 0; /* whole seasons: places stay places */
  const guint8 *filled = series->filled != NULL ? series->filled + from : NULL;
  gsize n_best = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (int relative = 0; relative < 2; relative++)
      {
        const HwEtsForm form = {
          .error = relative ? HW_ETS_TIMES : HW_ETS_ADD, .trend = shapes[i].trend, .damped = shapes[i].damped,
          .kind = shapes[i].kind, .season = shapes[i].kind == HW_ETS_NONE ? 1 : series->season,
        };
        HwEtsModel other;

        if (is_sensible (series, &form)
            && hw_ets_search (&form, series->y + from, filled, series->n - from, care, best, n_best, &other, NULL))
          put (best, n_best++, &other);
      }

  return n_best;
}

static gboolean
suits (const HwSeriesView *series)
{
  return series->n >= PERIODS_MIN && series->season <= 52;
}

/* Akaike weights, far softened: on short series the criterion tells neighbours
 * apart less well than its weights claim. Forms with next to no share go. */
static void
share_out (Fit *fit)
{
  const gsize n = fit->n;
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      const double share = i == 0 ? 1.0 : exp (-SOFTNESS * (fit->models[i].aicc - fit->models[0].aicc));

      if (!(share > SHARE_MIN))
        {
          hw_ets_model_clear (&fit->models[i]);
          fit->n = MIN (fit->n, i);
          continue;
        }
      fit->shares[i] = share;
      sum += share;
    }

  for (gsize i = 0; i < fit->n; i++)
    fit->shares[i] /= sum;
}

static gpointer
fit_new (const HwSeriesView *series)
{
  Fit *fit = g_new0 (Fit, 1);

  fit->n = hw_ets_select (series, HW_ETS_QUICK, fit->models);
  fit->next = series->n;
  if (fit->n == 0)
    {
      g_free (fit);
      return NULL;
    }

  share_out (fit);
  return fit;
}

static void
fit_free (gpointer data)
{
  Fit *fit = data;

  for (gsize i = 0; i < fit->n; i++)
    hw_ets_model_clear (&fit->models[i]);
  g_free (fit);
}

static void
fit_move (gpointer      data,
          const double *y,
          gsize         from,
          gsize         to)
{
  Fit *fit = data;

  for (gsize i = 0; i < fit->n; i++)
    (void) hw_ets_form_pass (&fit->models[i].form, &fit->models[i].weights, y, NULL, from, to, fit->models[i].state,
                             NULL, NULL);
  fit->next = to;
}

static void
fit_mean (gconstpointer data,
          gsize         horizon,
          double       *mean)
{
  const Fit *fit = data;
  g_autofree double *one = g_new (double, horizon);

  memset (mean, 0, horizon * sizeof *mean);
  for (gsize i = 0; i < fit->n; i++)
    {
      const HwEtsModel *model = &fit->models[i];

      hw_ets_form_path (&model->form, &model->weights, model->state, fit->next, horizon, one);
      for (gsize h = 0; h < horizon; h++)
        mean[h] += fit->shares[i] * one[h];
    }
}

/* Of the mixture: what each form says of itself, and how far they lie apart. */
static void
fit_spread (gconstpointer data,
            gsize         horizon,
            double       *sd)
{
  const Fit *fit = data;
  g_autofree double *one = g_new (double, 3 * horizon);
  double *variance = one + horizon, *mean = variance + horizon;

  fit_mean (fit, horizon, mean);
  memset (sd, 0, horizon * sizeof *sd);
  for (gsize i = 0; i < fit->n; i++)
    {
      const HwEtsModel *model = &fit->models[i];

      (void) hw_ets_ahead (&model->form, &model->weights, model->state, fit->next, model->sigma2, horizon, one,
                           variance);
      for (gsize h = 0; h < horizon; h++)
        sd[h] += fit->shares[i] * (variance[h] + (one[h] - mean[h]) * (one[h] - mean[h]));
    }

  for (gsize h = 0; h < horizon; h++)
    sd[h] = sd[h] < VARIANCE_MAX ? sqrt (sd[h]) : sqrt (VARIANCE_MAX);
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
