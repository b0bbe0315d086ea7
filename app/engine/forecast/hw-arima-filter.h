/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-arima-filter.h: the exact one-step errors of an ARMA process, quickly.
 *
 * The Kalman filter of a stationary process whose covariance changes by a
 * matrix of rank one: some six additions and products per state and period.
 *
 * In:  polynomials; series that share them (the one asked for, its regressors).
 * Out: errors, their variances, the state for what follows.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-arima-poly.h"

G_BEGIN_DECLS

typedef struct
{
  HwArma   arma;
  double   variance;      /* of the next error; 1 in the long run */
  double   change;        /* the covariance's change is change * step step' */
  double   gain[HW_ARIMA_TERMS_MAX + 1];
  double   step[HW_ARIMA_TERMS_MAX + 1];
  unsigned age;           /* periods filtered */
  gboolean steady;        /* nothing changes any more */
} HwArmaFilter;

gboolean hw_arma_filter_start (HwArmaFilter *filter,
                               const HwArma *arma);
void     hw_arma_filter_see   (HwArmaFilter *filter,
                               double       *states,
                               gsize         columns,
                               double       *errors);
void     hw_arma_state_ahead  (const HwArma *arma,
                               double       *state);

G_END_DECLS
