/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-arima-estimate.h: the coefficients of an ARMA process with regressors.
 *
 * In:  a series and its regressors, differenced or to be filtered as they are.
 * Out: the coefficients of the highest exact Gaussian likelihood.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-arima-filter.h"

G_BEGIN_DECLS

#define HW_ARIMA_REGRESSORS_MAX 24

typedef struct
{
  const double *w;         /* length n: series, already differenced unless `whole` */
  const guint8 *skip;      /* (nullable) length n: 1: counts in no loss */
  const double *x;         /* (nullable) n rows of `columns`: regressors, differenced alike */
  gsize         n;
  gsize         columns;   /* 0 to HW_ARIMA_REGRESSORS_MAX */
  gboolean      whole;     /* neither is differenced, NAN in w is a gap: thorough and slow */
} HwArimaData;

typedef struct
{
  HwArimaOrder order;
  double       free[HW_ARIMA_COEF_MAX]; /* where the search for it stood: any numbers */
  HwArimaCoef  coef;
  double       beta[HW_ARIMA_REGRESSORS_MAX];
  double       variance;   /* of the errors, for the coefficients they were fitted with */
  double       loglik;
  double       aicc;
} HwArimaEstimate;

typedef struct _HwArimaWork HwArimaWork;

HwArimaWork *hw_arima_work_new  (gsize              n,
                                 gsize              columns);
void         hw_arima_work_free (HwArimaWork       *work);

gboolean     hw_arima_estimate  (const HwArimaData *data,
                                 int                rounds,
                                 HwArimaWork       *work,
                                 HwArimaEstimate   *estimate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwArimaWork, hw_arima_work_free)

G_END_DECLS
