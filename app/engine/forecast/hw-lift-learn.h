/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lift-learn.h: what the past of one product says about what is known.
 *
 * In:  its sales, the columns of hw_known_encode(), what to expect beforehand.
 * Out: coefficients, and how much they weigh, so that products can be pooled.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-lift.h"

G_BEGIN_DECLS

#define HW_LIFT_PROFILE_MAX 24

typedef struct
{
  const double *y;        /* NAN: not observed */
  const double *x;        /* column c at x[c * stride] */
  const double *share;    /* open share of each period */
  gsize         n;        /* periods to learn from */
  gsize         stride;
  gsize         columns;
  int           season;   /* profile of that many periods; 1 for none */
  double        reach;    /* periods over which the level is followed */
} HwLiftSeries;

typedef struct
{
  double beta[HW_LIFT_COLUMNS_MAX];
  double weight[HW_LIFT_COLUMNS_MAX * HW_LIFT_COLUMNS_MAX]; /* columns x columns: -second derivative */
  double moment[HW_LIFT_COLUMNS_MAX]; /* weight * beta + gradient: what the data ask for */
  double profile[HW_LIFT_PROFILE_MAX];
  double noise;           /* variance over mean */
  double mean;            /* of y; 0: nothing was sold, nothing is learned */
} HwLiftNews;

void   hw_lift_learn (const HwLiftSeries *series,
                      const double       *expected,
                      const double       *precision,
                      HwLiftNews         *news);

double hw_lift_eta   (const HwLiftSeries *series,
                      const double       *beta,
                      gsize               t);

gboolean hw_lift_touch (const HwLiftSeries *series,
                        gsize               a,
                        gsize               b);

G_END_DECLS
