/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-local-level.h: a level that walks, seen through noise, beside series that it follows:
 * the cross-check of hw-counterfactual.
 *
 *   y[t] = level[t] + x[t]' beta + noise,   level[t + 1] = level[t] + step
 *
 * In:  the series, regressors, both variances or none.
 * Out: likelihood at given variances, the level; or an effect after a date with its
 *      standard error.
 * Source: Harvey (1989), "Forecasting, Structural Time Series Models and the Kalman Filter",
 *      sections 3.2 and 3.4 (regressors by filtering each column).
 * Checked against: R's KalmanLike at fixed variances, to 1e-6
 *      (tests/engine/make-local-level-reference.R).
 * Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_LOCAL_LEVEL_COLUMNS 12

typedef struct
{
  double   noise, step;           /* variances, 0 or more, one of them above */
  gboolean known_start;           /* the first level is normal with mean and variance; else nothing is known of it */
  double   start_mean, start_variance;
} HwLocalLevelTerms;

typedef struct
{
  double loglik;                  /* with an unknown start: of all but the first value, given that one */
  double level, variance;         /* after the last period, of what is seen up to it */
  gsize  n_seen;
} HwLocalLevelFilter;

/* @y: length n, NAN: not observed. FALSE where nothing is seen or a variance is impossible. */
gboolean hw_local_level_filter (const double            *y,
                                gsize                    n,
                                const HwLocalLevelTerms *terms,
                                HwLocalLevelFilter      *filter) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  const double *y;                /* length n; NAN: not observed */
  const double *x;                /* (nullable) n rows of columns; NAN nowhere */
  gsize         n, columns;       /* up to HW_LOCAL_LEVEL_COLUMNS */
  gsize         start;            /* first period judged: fitted on those before */
} HwLocalLevelInput;

typedef struct
{
  double effect;                  /* mean of actual less expected from start on */
  double se;                      /* variances taken as known, coefficients not */
  double noise, step, loglik;     /* at the likeliest variances */
  double beta[HW_LOCAL_LEVEL_COLUMNS];
} HwLocalLevel;

/* FALSE with fewer than columns + 8 periods before, none after, or no spread at all. */
gboolean hw_local_level_run    (const HwLocalLevelInput *input,
                                HwLocalLevel            *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
