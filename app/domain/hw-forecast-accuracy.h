/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-accuracy.h: how close the forecast came, in units and money, against the
 * simple rule, and whether its ranges held what they promised.
 *
 * Two records, told apart because they are not the same promise:
 * - tested: stretches of the past that the forecast did not see (it was made again from
 *   the sales before them). There from the first day on.
 * - kept: forecasts made and kept in the past, against what then sold. It begins when
 *   the program does, and is the honest one.
 *
 * What was sold counts with what was missed while sold out; closed days count nowhere.
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 n;                /* periods compared; 0: nothing is known but ranges */
  double off;              /* sum of |forecast - sold| [units] */
  double simple_off;       /* the same of the simple rule */
  double lean;             /* sum of forecast - sold: above 0 it promises too much; only of kept
                              forecasts, 0 of tested ones [units] */
  double sold;             /* sum of what was sold [units] */
  double off_money;        /* off times the money in a unit */
  double simple_off_money;
  double sold_money;       /* sold times the price: what the money is to be held against */
  gint64 n_ranges;         /* ranges compared */
  gint64 n_in80, n_in95;   /* so many of them held what came */
} HwForecastScore;

/* Means per period; NAN if nothing is known. */
double   hw_forecast_score_off        (const HwForecastScore *self);
double   hw_forecast_score_simple_off (const HwForecastScore *self);
/* 1 - off / simple_off: 0.17 is 17 % closer than the simple rule, below 0 further off;
 * NAN where the simple rule never missed or nothing is known. */
double   hw_forecast_score_closer     (const HwForecastScore *self);
/* off / sold: "off by 12 % of what sells"; NAN. */
double   hw_forecast_score_share      (const HwForecastScore *self);
/* simple_off_money - off_money: what it is worth over the simple rule, over all n. */
double   hw_forecast_score_worth      (const HwForecastScore *self);
/* "Of 100 ranges that should hold 80, 81 did": the second figure; NAN below 20 ranges. */
double   hw_forecast_score_held80     (const HwForecastScore *self);
double   hw_forecast_score_held95     (const HwForecastScore *self);
/* FALSE if so many misses (or hits) would be chance once in 100 times: the ranges are
 * too narrow or too wide. TRUE while too few are known. */
gboolean hw_forecast_score_is_honest  (const HwForecastScore *self);
void     hw_forecast_score_add        (HwForecastScore *self, const HwForecastScore *other);

typedef struct
{
  gint64           product_id;   /* 0: of a category or of all */
  char            *category;     /* (owned) (nullable) NULL: a product or all */
  char            *name;         /* (owned) translated for all */
  double           each;         /* money in one unit; 0 if not known */
  gboolean         each_margin;  /* it is price less cost; else the price */
  HwForecastScore  tested;
  HwForecastScore  kept;
} HwAccuracyLine;

typedef struct
{
  HwBy       by;                 /* a period is a day, week or month; kept forecasts count by day */
  HwDay      as_of;
  HwDay      kept_from, kept_to; /* days that kept forecasts were for and that are known now; HW_DAY_NONE */
  gint64     n_runs;             /* kept forecasts that were compared */
  GPtrArray *lines;              /* (owned) of HwAccuracyLine: all products as one series first, then
                                    categories, then products, each by what is at stake */
  HwForecastScore tested;        /* every product's own misses added up, period by period: what orders
                                    live with; n is in periods, ranges are each product's */
  HwForecastScore kept;
} HwForecastAccuracy;

HwAccuracyLine     *hw_accuracy_line_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void                hw_accuracy_line_free      (HwAccuracyLine *self);
HwForecastAccuracy *hw_forecast_accuracy_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void                hw_forecast_accuracy_free  (HwForecastAccuracy *self);
/* (nullable) (transfer none); product 0 and no category: all. */
HwAccuracyLine     *hw_forecast_accuracy_find  (const HwForecastAccuracy *self, gint64 product_id, const char *category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwAccuracyLine, hw_accuracy_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwForecastAccuracy, hw_forecast_accuracy_free)

G_END_DECLS
