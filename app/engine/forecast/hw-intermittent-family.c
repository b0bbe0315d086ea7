/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-intermittent.h"

#include <math.h>

static gboolean
suits (const HwSeriesView *series)
{
  return series->whole && series->n >= 4;
}

static gpointer
fit_kind (HwIntermittentKind  kind,
          const HwSeriesView *series)
{
  g_autofree double *y = g_new (double, MAX (series->n, 1));
  HwIntermittent *fit = g_new0 (HwIntermittent, 1);

  for (gsize t = 0; t < series->n; t++)
    y[t] = series->filled != NULL && series->filled[t] ? NAN : series->y[t];

  if (hw_intermittent_fit (kind, y, series->n, fit, NULL))
    return fit;

  g_free (fit);
  return NULL;
}

static gpointer
fit_sba (const HwSeriesView *series)
{
  return fit_kind (HW_INTERMITTENT_SBA, series);
}

static gpointer
fit_tsb (const HwSeriesView *series)
{
  return fit_kind (HW_INTERMITTENT_TSB, series);
}

static void
move (gpointer      fit,
      const double *y,
      gsize         from,
      gsize         to)
{
  for (gsize t = from; t < to; t++)
    hw_intermittent_update (fit, y[t]);
}

static void
mean (gconstpointer fit,
      gsize         horizon,
      double       *out)
{
  const double level = hw_intermittent_level (fit);

  for (gsize h = 0; h < horizon; h++)
    out[h] = level;
}

const HwFamily hw_family_sba = {
  .id = "sba", .suits = suits, .fit = fit_sba, .free = g_free, .move = move, .mean = mean,
};

const HwFamily hw_family_tsb = {
  .id = "tsb", .suits = suits, .fit = fit_tsb, .free = g_free, .move = move, .mean = mean,
};
