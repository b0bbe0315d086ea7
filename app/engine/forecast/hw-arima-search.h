/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-arima-search.h: a fitting ARIMA model for a series, found quickly.
 *
 * In:  a complete series and its season.
 * Out: order, coefficients, whether on the log scale, with which waves of the year,
 *      of the best model and of some that are nearly as good.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-arima-estimate.h"
#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef struct
{
  HwArimaEstimate estimate;
  gboolean        log;       /* of ln y */
  gboolean        constant;  /* of the differenced series: the first regressor */
  int             waves;     /* pairs of sine and cosine over the season, after it */
  double          weight;    /* among all that were chosen; they sum to 1 */
} HwArimaChoice;

#define HW_ARIMA_MODELS_MAX 4

gsize    hw_arima_search (const HwSeriesView *series,
                          HwArimaChoice      *choices);

G_END_DECLS
