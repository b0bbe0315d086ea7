/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-plan.h: what is expected to sell, product by product, with ranges.
 *
 * Products add up to their category and categories to the total; days add up to weeks
 * and months: the same month has one figure however it is looked at. What is shown in
 * whole units (`shown`) adds up in the same way, to the unit.
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef enum
{
  HW_METHOD_NAIVE,          /* the simple rule: repeats the last season, or the last value */
  HW_METHOD_MEAN,           /* too short for more */
  HW_METHOD_MIX,            /* several methods weighed: HwForecastSeries.shares */
  HW_METHOD_N,
} HwMethod;

const char *hw_method_id        (HwMethod method); /* "mix": kept in files */
const char *hw_method_name      (HwMethod method); /* translated technical name */
const char *hw_method_in_words  (HwMethod method); /* translated, for the owner */

typedef struct
{
  HwDay    day;             /* first day of the period */
  double   mean;            /* units per period: what holds; the owner's figure where there is one */
  double   lo80, hi80, lo95, hi95; /* around the forecast's own figure */
  double   median;          /* of the forecast's own: as likely more as less */
  double   model;           /* the forecast's own figure; the same as mean without the owner's */
  double   shown;           /* mean in whole units (tenths of what is sold in parts): adds up over days,
                               weeks, months, categories and the total; a running week or month
                               holds what sold of it already, in all of these figures */
  double   simple;          /* what the simple rule says */
  gboolean own;             /* the owner's figure, or one of a part of it, is in mean */
} HwForecastPoint;

/* A method in the mix, and how much it counts. */
typedef struct
{
  const char *id;           /* "theta-dynamic" */
  double      share;        /* 0..1; all of a series add up to 1 */
} HwMethodShare;

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
  double      lost;         /* units missed while sold out, as estimated; not in `units` */
} HwPastPoint;

/* Why there is no forecast. */
typedef enum
{
  HW_NO_FORECAST_NONE,      /* there is one */
  HW_NO_FORECAST_TOO_SHORT,
  HW_NO_FORECAST_NO_DEMAND,
} HwNoForecast;

/* What the forecast of a series rests on. */
typedef enum
{
  HW_GROUND_PAST,           /* its own sales */
  HW_GROUND_LAUNCH,         /* too new: how earlier new products of its category began, and the weekdays
                               of the category */
  HW_GROUND_FADING,         /* not sold for much longer than its gaps ever were: nothing is expected */
} HwGround;

typedef struct
{
  gint64        product_id;      /* 0: a category, or the total of all products */
  char         *category;        /* (owned) (nullable) a category's own series; NULL: a product or the total */
  char         *key;             /* (owned) SKU, else name; "*" for the total; the category's name */
  char         *name;            /* (owned) */
  HwNoForecast  missing;
  HwGround      ground;
  HwMethod      method;
  double        error;           /* mean absolute error at one to horizon steps, held-out weeks [units] */
  double        simple_error;    /* the same of the simple rule */
  double        period_revenue;  /* recent money per period, for ranking */
  GArray       *past;            /* (owned) of HwPastPoint, oldest first */
  GArray       *ahead;           /* (owned) of HwForecastPoint; empty if missing */
  GArray       *shares;          /* (owned) of HwMethodShare, the largest first; empty: `method` alone */
  char         *product_category; /* (owned) of a product, "" if none; NULL of others */
} HwForecastSeries;

typedef struct
{
  gint64     run_id;      /* 0 if not kept */
  HwBy       by;
  int        horizon;     /* periods */
  HwDay      as_of;       /* the day it was made for */
  HwDay      first_day;   /* of sales known */
  HwDay      last_day;    /* last day of sales known */
  int        season;      /* periods in the season looked for: 7, 52, 12, 1 */
  GPtrArray *series;      /* (owned) of HwForecastSeries; the total first, then products */
  GPtrArray *categories;  /* (owned) of HwForecastSeries, most money first; empty if there is one or none */
  GPtrArray *events;      /* (owned) of HwKnownEvent that touch the days behind or ahead: flags in the chart */
  GPtrArray *overrides;   /* (owned) of HwOverride that touch the days ahead */
} HwForecastPlan;

HwForecastSeries *hw_forecast_series_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              hw_forecast_series_free (HwForecastSeries *self);
HwForecastPlan   *hw_forecast_plan_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void              hw_forecast_plan_free   (HwForecastPlan *self);
/* (nullable) (transfer none) */
HwForecastSeries *hw_forecast_plan_find   (const HwForecastPlan *self, gint64 product_id);
/* The same of a category. */
HwForecastSeries *hw_forecast_plan_find_category (const HwForecastPlan *self, const char *category);
/* A weekday on which the business is never open is in no series of days: neither behind
 * nor ahead, so that "a day" means the same on both sides. @open: from Monday. */
void              hw_forecast_plan_open_weekdays (const HwForecastPlan *self, const HwForecastSeries *series, gboolean open[7]);
/* 28 days, 12 weeks, 6 months. */
int               hw_forecast_default_horizon (HwBy by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwForecastPlan, hw_forecast_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwForecastSeries, hw_forecast_series_free)

G_END_DECLS
