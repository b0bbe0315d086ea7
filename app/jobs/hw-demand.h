/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand.h: the sales of each product as the engine wants them, with what it
 * made of them. Forecast, stock and metrics all start here, so that they cannot
 * disagree; computed once for the data as they stand.
 *
 * A series counts periods from its product's first sale to the last day known.
 * Weekdays on which the business is never open are not in a daily series at all;
 * other days without any sale of any product are closed: not observed.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-forecast-plan.h"
#include "domain/hw-records.h"
#include "engine/forecast/hw-forecast.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  HwDay       day;
  double      units;
  HwMoney     amount;
  HwPastState state;
} HwDemandPoint;

typedef struct
{
  gint64            product_id;   /* 0: all products together */
  const HwProduct  *product;      /* (nullable) into HwDemand.products; NULL for the total */
  GArray           *past;         /* (owned) of HwDemandPoint, oldest first */
  HwNoForecast      missing;
  HwForecastResult  result;       /* of the periods in `past`, one after another */
  double            year_revenue; /* the last 364 days [money] */
  double            year_units;
} HwDemandSeries;

typedef struct
{
  HwBy       by;
  gsize      horizon;             /* periods computed ahead */
  gint64     data_version;
  HwDay      first_day;           /* of any sale */
  HwDay      last_day;            /* last day that counts as known */
  HwDay      last_sale;
  HwDay      ahead_start;         /* first day of the first period ahead */
  gboolean   open_weekday[7];     /* Monday first; all TRUE unless by day */
  int        season;              /* periods */
  GArray    *products;            /* (owned) of HwProduct */
  GPtrArray *series;              /* (owned) of HwDemandSeries; the total first */
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

#define HW_DEAD_DAYS 180 /* a product without a sale for so long does not move */

/* @series: (nullable) by day */
gboolean  hw_demand_sold_since (const HwDemandSeries *series, HwDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwDemand, hw_demand_free)

G_END_DECLS
