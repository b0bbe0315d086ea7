/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast.h: one series in, its forecast with ranges out.
 *
 * The door of the forecasting engine: tries the methods that fit the series,
 * compares them with the simple rule on held-out stretches of its own past
 * (rolling origin), and answers with the best, or the simple rule if nothing
 * beats it. Everything behind this header may change; this stays.
 *
 * Pure: no files, no clock, no globals. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_MODEL_NAIVE,
  HW_MODEL_MEAN,
  HW_MODEL_SES,
  HW_MODEL_HOLT,
  HW_MODEL_DAMPED,
  HW_MODEL_HW_ADDITIVE,
  HW_MODEL_HW_MULTIPLICATIVE,
  HW_MODEL_SBA,
  HW_MODEL_TSB,
  HW_MODEL_N,
} HwModel; /* the same order as domain's HwMethod; jobs/ asserts it */

typedef struct
{
  const double  *y;          /* length n, oldest first; NAN: not observed (closed, missing) */
  const guint8  *sold_out;   /* (nullable) length n; 1: y is what was left to sell, demand was at least that */
  gsize          n;
  int            season;     /* periods in the season to look for: 7, 52, 12; 1 for none */
  gboolean       non_negative; /* sales: forecasts and ranges stop at 0 */
} HwForecastInput;

typedef struct
{
  gsize     horizon;
  HwModel   model;           /* chosen */
  double   *mean;            /* (owned) length horizon, per period */
  double   *lo80, *hi80, *lo95, *hi95; /* (owned) length horizon */
  double   *sum_mean;        /* (owned) expected total of the first h+1 periods */
  double   *sum_sd;          /* (owned) its standard deviation: for stock over a waiting time */
  double    error;           /* mean absolute error on the held-out stretches [units] */
  double    simple_error;    /* the simple rule's on the same */
  gsize     n_tested;        /* forecasts compared; 0 if too short to test */
  double    level;           /* demand per period where sold-out periods were corrected upward:
                                mean of the completed history [units] */
  double    lost;            /* expected demand not served on sold-out periods, in all [units] */
  double   *lost_at;         /* (owned) length n: the same, period by period; 0 where not sold out */
  double    tested_actual;   /* mean of the actuals that the held-out forecasts were compared with [units] */
} HwForecastResult;

gboolean hw_forecast_run         (const HwForecastInput *input,
                                  gsize                  horizon,
                                  HwForecastResult      *result,
                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_forecast_result_clear (HwForecastResult     *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwForecastResult, hw_forecast_result_clear)

G_END_DECLS
