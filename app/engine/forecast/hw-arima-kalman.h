/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-arima-kalman.h: the plain Kalman filter of an ARIMA model, differences included.
 *
 * Slower than hw-arima-filter, but it needs no complete series and no
 * differencing: gaps cost a step, the first values nothing is known about.
 *
 * In:  polynomials, differences; values period by period, NAN for a gap.
 * Out: one-step errors and their variances; means and variances ahead.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-arima-poly.h"

G_BEGIN_DECLS

typedef struct
{
  HwArma  arma;
  double  delta[HW_ARIMA_TERMS_MAX];
  int     nd;
  gsize   states;       /* r + nd: those of the process, then the latest levels */
  double  variance;     /* of the latest error, in units of the errors' own */
  double *p;            /* (owned) states x states: what is not known */
  double *q;            /* (owned) room for the next */
  double *m;            /* (owned) states: p times the observation */
  double *ahead;        /* (owned) states: room */
  gsize   age;
} HwArimaKalman;

gboolean hw_arima_kalman_init   (HwArimaKalman *kalman,
                                 const HwArma  *arma,
                                 const double  *delta,
                                 int            nd);
void     hw_arima_kalman_clear  (HwArimaKalman *kalman);
gboolean hw_arima_kalman_see    (HwArimaKalman *kalman,
                                 double        *states,
                                 gsize          columns,
                                 double        *errors);
void     hw_arima_kalman_ahead  (HwArimaKalman *kalman,
                                 double        *state,
                                 gsize          horizon,
                                 double        *mean,
                                 double        *variance);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwArimaKalman, hw_arima_kalman_clear)

G_END_DECLS
