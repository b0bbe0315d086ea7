/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-parts.h: what a product's sales are made of: how much in general, what the
 * weekday adds, what the time of year adds, what events did, and the rest.
 *
 * All parts of a point are units and add up to what sold: seen = level + week + year +
 * events + rest. Ahead there is no rest: the parts add up to the forecast.
 */
#pragma once

#include "core/hw-day.h"

G_BEGIN_DECLS

typedef struct
{
  HwDay    day;        /* first day of the period */
  double   seen;       /* units sold, with what was missed while sold out; ahead: the forecast; NAN: closed */
  double   level;      /* with trend */
  double   week;       /* by day: what the weekday adds or takes; else 0 */
  double   year;       /* what the time of year adds or takes; 0 below two years of sales */
  double   events;     /* what known events added or took */
  double   rest;       /* what none of them explains; 0 ahead; NAN: closed */
  gboolean ahead;
} HwPartPoint;

typedef struct
{
  char    *name;       /* (owned) of the event, as typed */
  guint    n_days;     /* on which it was seen */
  double   units;      /* a day more or less than without it */
} HwPartEvent;

typedef struct
{
  gint64    product_id;     /* 0: a category or all */
  char     *category;       /* (owned) (nullable) */
  char     *name;           /* (owned) translated for all */
  HwBy      by;
  GArray   *points;         /* (owned) of HwPartPoint, oldest first; empty: too little is known */
  gboolean  has_week;       /* by day, and at least four weeks are known */
  double    weekday[7];     /* units more or less than the average day, Monday first; NAN: closed */
  gboolean  has_year;
  double    month[12];      /* units a period more or less than the average one, January first */
  double    trend_year;     /* units a period more or less than a year ago; NAN below a year */
  double    rest_share;     /* mean |rest| over mean seen: how much is chance; NAN */
  GPtrArray *events;        /* (owned) of HwPartEvent, the strongest first */
} HwForecastParts;

HwForecastParts *hw_forecast_parts_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void             hw_forecast_parts_free (HwForecastParts *self);
void             hw_part_event_free     (HwPartEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwForecastParts, hw_forecast_parts_free)

G_END_DECLS
