/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-plan.h: what is expected to sell, product by product, with ranges. */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef enum
{
  HW_METHOD_NAIVE,          /* repeats the last season, or the last value */
  HW_METHOD_MEAN,           /* too short for more */
  HW_METHOD_SES,
  HW_METHOD_HOLT,
  HW_METHOD_DAMPED,
  HW_METHOD_HW_ADDITIVE,
  HW_METHOD_HW_MULTIPLICATIVE,
  HW_METHOD_SBA,            /* Croston with Syntetos-Boylan correction */
  HW_METHOD_TSB,
  HW_METHOD_N,
} HwMethod;

const char *hw_method_id        (HwMethod method); /* "holt-winters-add": kept in files */
const char *hw_method_name      (HwMethod method); /* translated technical name */
const char *hw_method_in_words  (HwMethod method); /* translated, for the owner */

typedef struct
{
  HwDay  day;               /* first day of the period */
  double mean;              /* units per period */
  double lo80, hi80, lo95, hi95;
} HwForecastPoint;

typedef enum
{
  HW_PAST_SEEN,
  HW_PAST_CLOSED,           /* no sales at all that day: not observed */
  HW_PAST_SOLD_OUT,         /* at least this many would have sold */
} HwPastState;

typedef struct
{
  HwDay       day;          /* first day of the period */
  double      units;
  HwPastState state;
} HwPastPoint;

/* Why there is no forecast. */
typedef enum
{
  HW_NO_FORECAST_NONE,      /* there is one */
  HW_NO_FORECAST_TOO_SHORT,
  HW_NO_FORECAST_NO_DEMAND,
} HwNoForecast;

typedef struct
{
  gint64        product_id;      /* 0: the total of all products */
  char         *key;             /* (owned) SKU, else name; "*" for the total */
  char         *name;            /* (owned) */
  HwNoForecast  missing;
  HwMethod      method;
  double        error;           /* mean absolute error at one to horizon steps, held-out weeks [units] */
  double        simple_error;    /* the same of the simple rule */
  double        period_revenue;  /* recent money per period, for ranking */
  GArray       *past;            /* (owned) of HwPastPoint, oldest first */
  GArray       *ahead;           /* (owned) of HwForecastPoint; empty if missing */
} HwForecastSeries;

typedef struct
{
  gint64     run_id;      /* 0 if not kept */
  HwBy       by;
  int        horizon;     /* periods */
  HwDay      as_of;       /* the day it was made for */
  HwDay      last_day;    /* last day of sales known */
  int        season;      /* periods in the season looked for: 7, 52, 12, 1 */
  GPtrArray *series;      /* (owned) of HwForecastSeries; the total first */
} HwForecastPlan;

HwForecastSeries *hw_forecast_series_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              hw_forecast_series_free (HwForecastSeries *self);
HwForecastPlan   *hw_forecast_plan_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void              hw_forecast_plan_free   (HwForecastPlan *self);
/* (nullable) (transfer none) */
HwForecastSeries *hw_forecast_plan_find   (const HwForecastPlan *self, gint64 product_id);
/* 28 days, 12 weeks, 6 months. */
int               hw_forecast_default_horizon (HwBy by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwForecastPlan, hw_forecast_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwForecastSeries, hw_forecast_series_free)

G_END_DECLS
