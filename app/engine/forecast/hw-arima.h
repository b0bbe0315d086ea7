/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-arima.h: forecasts by an ARIMA model found for the series.
 *
 * In:  a complete series and its season.
 * Out: a fit that is moved on by the filter; means and spreads ahead.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-arima-search.h"

G_BEGIN_DECLS

typedef struct _HwArimaFit HwArimaFit;

HwArimaFit *hw_arima_fit_new    (const HwSeriesView  *series);
HwArimaFit *hw_arima_fit_with   (const HwArimaChoice *choices,
                                 gsize                n_choices,
                                 int                  season,
                                 double               floor,
                                 const double        *y,
                                 gsize                n);
void        hw_arima_fit_free   (HwArimaFit          *fit);
void        hw_arima_fit_move   (HwArimaFit          *fit,
                                 const double        *y,
                                 gsize                from,
                                 gsize                to);
void        hw_arima_fit_mean   (const HwArimaFit    *fit,
                                 gsize                horizon,
                                 double              *mean);
void        hw_arima_fit_spread (const HwArimaFit    *fit,
                                 gsize                horizon,
                                 double              *sd);
const HwArimaChoice *hw_arima_fit_choice (const HwArimaFit *fit,
                                          gsize             i);
gsize hw_arima_fit_n_choices (const HwArimaFit *fit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwArimaFit, hw_arima_fit_free)

extern const HwFamily hw_family_arima;

G_END_DECLS
