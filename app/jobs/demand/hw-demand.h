/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand.h: the sales of each product as the engine wants them, with what it
 * made of them. Forecast, stock and metrics all start here, so that they cannot
 * disagree; computed once for the data as they stand.
 *
 * A series counts periods from its product's first sale to the last day known.
 * Weekdays on which the business is never open are not in a daily series at all;
 * other days without any sale of any product are closed: not observed, and so are
 * days that the owner says were.
 *
 * Days, weeks and months are worked out together: what was missed on sold-out days
 * counts in their weeks and months, and forecasts add up, products to categories and
 * the total, days to weeks and months. Figures of the owner's own are put on top.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-forecast-plan.h"
#include "domain/hw-known-event.h"
#include "domain/hw-override.h"
#include "domain/hw-records.h"
#include "engine/forecast/hw-forecast.h"
#include "engine/stake/hw-missed.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct _HwDemandLift HwDemandLift; /* hw-demand-lift.h */

typedef struct
{
  HwDay       day;
  double      units;
  double      lost;               /* missed while sold out, as estimated: demand is units + lost */
  HwMoney     amount;
  HwPastState state;
  double      left;               /* of a product, by day: counted in the evening; else NAN */
} HwDemandPoint;

typedef struct
{
  gint64            product_id;   /* 0: a category, or all products together */
  const HwProduct  *product;      /* (nullable) into HwDemand.products; NULL for sums */
  const char       *category;     /* (nullable) of a category's own series, into HwDemand.products */
  guint             place;        /* in HwDemand.series; of a category 0 */
  guint             group;        /* of a product: its category's place, see HwDemand.n_groups */
  GArray           *past;         /* (owned) of HwDemandPoint, oldest first */
  HwNoForecast      missing;
  HwGround          ground;
  HwForecastResult  result;       /* of the periods in `past`, one after another; mean and sum_mean hold
                                     the owner's figures, the rest is the forecast's own */
  double           *model;        /* (owned) length n_ahead: the forecast's own figure */
  double           *mean;         /* (owned) length n_ahead: with the owner's figures */
  double           *shown;        /* (owned) length n_ahead: in whole units that add up */
  double           *simple;       /* (owned) length horizon: the simple rule's */
  guint8           *own;          /* (owned) (nullable) length n_ahead: the owner's figure is in it */
  double            so_far;       /* sold in the first period ahead already: a running week or month */
  HwMissed          missed;       /* of a product, by day: in a year, in units in the place of money */
  double            year_revenue; /* the last 364 days [money] */
  double            year_units;
} HwDemandSeries;

typedef struct
{
  HwBy       by;
  gsize      horizon;             /* periods computed ahead, with ranges */
  gsize      n_ahead;             /* steps that have a mean; by day at least horizon, else horizon */
  HwDay     *ahead_day;           /* (owned) length n_ahead: first day of each step */
  gint64     data_version;
  char      *own_stamp;           /* (owned) the owner's figures as they are put on top */
  HwDay      first_day;           /* of any sale */
  HwDay      last_day;            /* last day that counts as known */
  HwDay      last_sale;
  HwDay      ahead_start;         /* first day of the first period ahead */
  gboolean   open_weekday[7];     /* Monday first; all TRUE unless by day */
  int        season;              /* periods */
  guint8    *closed_ahead;        /* (owned) (nullable) length n_ahead: the owner says so; by day */
  GArray    *products;            /* (owned) of HwProduct */
  GPtrArray *series;              /* (owned) of HwDemandSeries; the total first, then products, by id */
  GPtrArray *categories;          /* (owned) of HwDemandSeries, by name; as many as have one */
  guint      n_groups;            /* categories, and one more for products without */
  GPtrArray *events;              /* (owned) of HwKnownEvent */
  HwDemandLift *lift;             /* (owned) (nullable) what known events do; by day */
} HwDemand;

void      hw_demand_free    (HwDemand *self);

/* The business's demand by @by, at least @horizon periods ahead. Borrowed: valid
 * until the next call. NO_SALES if nothing was sold before the session's today. */
const HwDemand *hw_demand_get (HwSession     *session,
                               HwBy           by,
                               gsize          horizon,
                               const HwTick  *tick,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* Day, week or month: the finest in which the business sells more often than not. */
gboolean  hw_demand_choose_by (HwSession *session, HwBy *by, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* First day of period @i ahead (0 is the first after the past), and the engine's
 * step for it; -1 on a weekday that is never open. */
HwDay     hw_demand_day_ahead  (const HwDemand *self, gsize i);
gssize    hw_demand_step_ahead (const HwDemand *self, gsize i);

const HwDemandSeries *hw_demand_find (const HwDemand *self, gint64 product_id);
/* (nullable) */
const HwDemandSeries *hw_demand_find_category (const HwDemand *self, const char *category);

#define HW_DEAD_DAYS 180 /* a product without a sale for so long does not move */

/* @series: (nullable) by day */
gboolean  hw_demand_sold_since (const HwDemandSeries *series, HwDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwDemand, hw_demand_free)

G_END_DECLS
