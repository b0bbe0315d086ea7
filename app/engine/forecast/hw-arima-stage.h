/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-arima-stage.h: a series made ready for ARMA models: scale, differences, regressors.
 *
 * In:  a complete series, an order's differences, how many waves of the season.
 * Out: the differenced series and regressors; estimates on them.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-arima-estimate.h"
#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef struct
{
  gsize             n;         /* of the differenced series */
  gsize             columns;
  double           *w;
  double           *x;         /* n rows of columns */
  guint8           *skip;      /* (nullable) */
  double            log_sum;   /* of y where the model is one of ln y: its Jacobian */
  HwArimaWork      *work;      /* (unowned) */
} HwArimaStage;

gboolean hw_arima_stage_init     (HwArimaStage       *stage,
                                  const HwSeriesView *series,
                                  const HwArimaOrder *order,
                                  gboolean            logs,
                                  gboolean            constant,
                                  int                 waves);
void     hw_arima_stage_clear    (HwArimaStage       *stage);
gboolean hw_arima_stage_estimate (const HwArimaStage *stage,
                                  gboolean            constant,
                                  int                 rounds,
                                  HwArimaEstimate    *estimate);
gsize    hw_arima_difference     (double             *rows,
                                  gsize               n,
                                  gsize               width,
                                  const HwArimaOrder *order);
void     hw_arima_waves          (int                 season,
                                  int                 waves,
                                  gsize               t,
                                  double             *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwArimaStage, hw_arima_stage_clear)

G_END_DECLS
