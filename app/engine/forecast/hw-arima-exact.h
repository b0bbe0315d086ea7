/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-arima-exact.h: a given ARIMA model with regressors, by its full likelihood.
 *
 * In:  a series, oldest first, NAN for gaps; regressors; an order.
 * Out: coefficients, likelihood, one-step errors, means and spreads ahead.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-arima-estimate.h"
#include "engine/forecast/hw-arima-kalman.h"

G_BEGIN_DECLS

typedef struct
{
  const double *y;         /* length n, NAN for a gap */
  gsize         n;
  const double *x;         /* (nullable) n rows of `columns` */
  gsize         columns;   /* 0 to HW_ARIMA_REGRESSORS_MAX */
} HwArimaSeries;

typedef struct
{
  HwArimaOrder  order;
  HwArimaCoef   coef;
  double        beta[HW_ARIMA_REGRESSORS_MAX];
  gsize         columns;
  gsize         used;      /* periods in the likelihood */
  double        loglik;
  double        aicc;
  double        variance;  /* of the errors, for the coefficients fitted */
  double       *residuals; /* (owned) length n: standardised one-step errors; NAN in a gap */
  double       *state;     /* (owned) after the last period */
  HwArimaKalman kalman;    /* after the last period */
} HwArimaExact;

gboolean hw_arima_exact_fit   (const HwArimaSeries *series,
                               const HwArimaOrder  *order,
                               HwArimaExact        *fit);
gboolean hw_arima_exact_at    (const HwArimaSeries *series,
                               const HwArimaOrder  *order,
                               const HwArimaCoef   *coef,
                               const double        *beta,
                               HwArimaExact        *fit);
double   hw_arima_css         (const HwArimaSeries *series,
                               const HwArimaOrder  *order,
                               const HwArimaCoef   *coef,
                               const double        *beta);
void     hw_arima_exact_ahead (HwArimaExact        *fit,
                               const double        *x,
                               gsize                horizon,
                               double              *mean,
                               double              *sd);
void     hw_arima_exact_clear (HwArimaExact        *fit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwArimaExact, hw_arima_exact_clear)

G_END_DECLS
