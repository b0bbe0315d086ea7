/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast.h: one series in, its forecast with ranges out.
 *
 * The door of the forecasting engine for one series; hw-catalogue.h is the door
 * for many that are forecast together. Several families of methods are fitted,
 * weighed by how they did on held-out stretches of the series' own past (rolling
 * origin), and mixed; the simple rule stays where nothing beats it.
 *
 * Pure: no files, no clock, no globals. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"
#include "engine/forecast/hw-lift.h"

G_BEGIN_DECLS

typedef enum
{
  HW_MODEL_NAIVE, /* the simple rule: repeats the last season, or the last value */
  HW_MODEL_MEAN,  /* too short for more: the plain mean */
  HW_MODEL_MIX,   /* the families in `parts` */
} HwModel;

typedef struct
{
  const double  *y;            /* length n, oldest first; NAN: not observed (closed, missing) */
  const guint8  *sold_out;     /* (nullable) length n; 1: sold out,
                                  y is what was left to sell, demand was at least that */
  gsize          n;
  int            season;       /* periods in the season to look for: 24, 7, 52, 12, 4; 1 for none */
  gboolean       non_negative; /* sales: forecasts and ranges stop at 0 */
  int            long_season;  /* a longer one beside it: 168, 364; 0 for none */
  int            group;        /* of a catalogue: series of one group end at the same time and learn from each other */
  const double  *lift;         /* (nullable) length n + horizon: what known things (promotion, price, event) multiply
                                  demand by: hw_lift_factor() */
  const HwLiftScatter *scatter; /* (nullable) with it: hw_lift_scatter() */
} HwForecastInput;

#define HW_FORECAST_PARTS 12

typedef struct
{
  const char *id;    /* of a family: "theta-dynamic" */
  double      share; /* of the mix, 0 to 1 */
} HwForecastPart;

typedef struct
{
  gsize          horizon;
  HwModel        model;
  HwForecastPart parts[HW_FORECAST_PARTS]; /* the greatest share first; of a mix only */
  gsize          n_parts;
  gboolean       whole;        /* sold in whole units: quantiles are whole numbers */
  double        *mean;         /* (owned) length horizon, per period: totals for stock */
  double        *median;       /* (owned) length horizon: what is shown */
  double        *lo80, *hi80, *lo95, *hi95; /* (owned) length horizon */
  double        *quantiles;    /* (owned) [h * HW_LEVELS + k], at the chances hw_levels[k] */
  double        *sum_mean;     /* (owned) expected total of the first h+1 periods */
  double        *sum_sd;       /* (owned) its standard deviation: for stock over a waiting time */
  double         error;        /* mean absolute error on the held-out stretches [units] */
  double         simple_error; /* the simple rule's on the same */
  gsize          n_tested;     /* forecasts compared; 0 if too short to test */
  double         inside80;     /* share of the held-out actuals inside the ranges that should hold 80 in 100 */
  double         inside95;
  double         level;        /* demand per period where sold-out periods were corrected upward:
                                  mean of the completed history [units] */
  double         lost;         /* expected demand not served on sold-out periods, in all [units] */
  double        *lost_at;      /* (owned) length n: the same, period by period; 0 where not sold out */
  double         tested_actual; /* mean of the actuals that the held-out forecasts were compared with [units] */
} HwForecastResult;

gboolean hw_forecast_run          (const HwForecastInput *input,
                                   gsize                  horizon,
                                   HwForecastResult      *result,
                                   GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_forecast_result_clear (HwForecastResult      *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwForecastResult, hw_forecast_result_clear)

G_END_DECLS
