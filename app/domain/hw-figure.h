/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figure.h: metrics as the owner keeps them: values typed in, own metrics, and how
 * each is watched.
 *
 * Entries: HW_ENTRY_FIGURE (metric, unit, from, to, value), HW_ENTRY_OWN_METRIC (name,
 * unit, direction, cadence, about), HW_ENTRY_WATCH (metric, unit; pinned, good, bad,
 * cadence, looked): at most one watch per metric. An own metric's id is "own-" and its
 * entry's id. The question "unit" is asked nowhere: who shows a form of an own metric
 * fills it in, and it says which kind of number is asked for.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"
#include "domain/hw-trend.h"

G_BEGIN_DECLS

extern const HwForm hw_figure_form;
extern const HwForm hw_own_metric_form;
extern const HwForm hw_watch_form;

#define HW_PINS_LEAST 3
#define HW_PINS_MOST 7

typedef enum
{
  HW_LIGHT_NONE,    /* no limits, or no value */
  HW_LIGHT_GREEN,   /* at or beyond the good limit */
  HW_LIGHT_AMBER,   /* between */
  HW_LIGHT_RED,     /* at or beyond the bad limit */
} HwLight;

const char *hw_light_id   (HwLight light); /* "green" */
const char *hw_light_name (HwLight light); /* translated: "Good", "Watch", "Act" */

typedef enum
{
  HW_FIGURE_WORKED_OUT,
  HW_FIGURE_TYPED_IN,
  HW_FIGURE_SURVEY,
} HwFigureSource;

/* One row of the library, in one business. */
typedef struct
{
  const HwMetric *metric;
  HwFigureSource  source;
  HwMetricState   state;
  double          value;        /* in the metric's unit; NAN unless OK */
  double          low, high;    /* 95 % where it is an estimate; NAN */
  gint64          n;            /* answers or records behind it; 0: not said */
  HwDay           from, to;
  double          trend;        /* change per cadence period, season and weekday removed; NAN if too short */
  GArray         *spark;        /* (owned) of double: the last periods, oldest first; NAN: none */
  gboolean        pinned;
  double          good, bad;    /* own limits; NAN if none */
  HwLight         light;
  HwDay           due;          /* look at it again on that day; HW_DAY_NONE */
  gboolean        is_due;
  HwCadence       cadence;      /* how often it is looked at: by its watch, else as usual */
  char           *least;        /* (owned) (nullable) of a mean: the product that is worst off, by name */
  double          least_value;  /* its value; with `least` */
} HwFigure;

void        hw_figure_clear  (HwFigure *self);
/* By the metric's direction; where neither is better the two are the edges of the good,
 * and up to half as wide on both sides is to be watched. */
HwLight     hw_light_of      (const HwMetric *metric, double value, double good, double bad);
/* Whether the two can be limits of it: the good one is better than the bad one. */
gboolean    hw_limits_are_right (const HwMetric *metric, double good, double bad);

/* How much it changes in @cadence_days, without what comes back each year and each week:
 * the middle slope of all pairs that are whole years apart, of at least HW_TREND_PAIRS;
 * else NAN. @days: ascending; @values: NAN where there is none. Source: Hirsch, Slack and
 * Smith (1982), "Techniques of trend analysis for monthly water quality data", Water
 * Resources Research 18. */
double      hw_figure_trend  (const HwDay *days, const double *values, gsize n, int cadence_days);

#define HW_TREND_PAIRS 4

/* The metric an owner made up; NULL if the answers do not make one. */
HwMetric   *hw_own_metric_new  (const HwEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
void        hw_own_metric_free (HwMetric *self);
gboolean    hw_own_metric_is   (const char *id, gint64 *entry_id); /* "own-12" */

G_END_DECLS
