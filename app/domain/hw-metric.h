/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric.h: one row per KPI: its words, and how it comes from sums.
 *
 * A metric is a row of a constant table: id, words, unit, direction, benchmarks and
 * a function from the period's sums to a value or a named reason. The store adds
 * up the sums; nothing else knows what a metric needs, so a new one is one row
 * (and at most one new sum). Metrics without a function are worked out from the
 * records as they are today (jobs/library/hw-library-job.h), typed in, or asked for.
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef enum
{
  HW_UNIT_MONEY,
  HW_UNIT_SHARE,      /* 0..1, shown as per cent */
  HW_UNIT_COUNT,
  HW_UNIT_DAYS,
  HW_UNIT_TIMES,      /* per year */
  HW_UNIT_RATIO,
  HW_UNIT_MONEY_EACH,   /* for one unit sold */
  HW_UNIT_MONEY_HOUR,
  HW_UNIT_MONEY_YEAR,
  HW_UNIT_SHARE_POINTS, /* a difference of two shares, -1..1, shown in hundredths */
  HW_UNIT_POINTS,       /* -100..100 */
  HW_UNIT_HOURS,
  HW_UNIT_HOURS_WEEK,
  HW_UNIT_MONTHS,
  HW_UNIT_STARS,        /* 1..5 */
  HW_UNIT_GRADE,        /* 0..5 */
  HW_UNIT_PER_1000,
  HW_UNIT_KWH_EACH,     /* for one unit sold */
  HW_UNIT_KM,
  HW_UNIT_N,
} HwUnit;

const char *hw_unit_id       (HwUnit unit);
gboolean    hw_unit_find     (const char *id, HwUnit *unit);
gboolean    hw_unit_is_money (HwUnit unit);
gboolean    hw_unit_is_share (HwUnit unit); /* per cent on screen, 0..1 kept */
/* What stands behind a number of it, translated: "days"; "" for money, which has its currency. */
const char *hw_unit_name     (HwUnit unit);
/* What a value can be, both included. */
void        hw_unit_limits   (HwUnit unit, double *low, double *high);

typedef enum { HW_HIGHER_IS_BETTER, HW_LOWER_IS_BETTER, HW_NEITHER_IS_BETTER } HwDirection;

typedef enum
{
  HW_METRIC_OK,
  HW_METRIC_NO_SALES,
  HW_METRIC_NO_AMOUNTS,      /* sales without any money */
  HW_METRIC_NO_HISTORY,      /* the period to compare with is not covered */
  HW_METRIC_NO_COSTS,        /* too few products have a cost */
  HW_METRIC_NO_STOCK,        /* stock was never counted */
  HW_METRIC_NO_STOCK_BY_DAY, /* no daily counts: sold-out days cannot be seen */
  HW_METRIC_NO_ORDERS,       /* no receipt or order numbers */
  HW_METRIC_NO_CUSTOMERS,
  HW_METRIC_NO_WASTE,
  HW_METRIC_NO_RECEIPTS,     /* no supplier deliveries on record */
  HW_METRIC_NO_FORECAST,     /* no kept forecast to compare with */
  HW_METRIC_NOT_TYPED,       /* nobody typed it in yet */
  HW_METRIC_NOT_ASKED,       /* nobody was asked yet */
  HW_METRIC_FEW_ANSWERS,     /* fewer than HW_SURVEY_LEAST answers: hidden */
  HW_METRIC_NO_SUPPLIERS,    /* no product with a supplier whose stock is known */
  HW_METRIC_NO_TRIAL,        /* no trial was judged yet */
  HW_METRIC_NO_CHECK_IN,     /* nobody said how a week of a trial went */
  HW_METRIC_NO_ROLL_OUT,     /* nobody said who was shown how */
  HW_METRIC_NO_OWN_FIGURES,  /* no forecast was changed by hand, or its days are to come */
  HW_METRIC_NO_PROPOSALS,    /* nothing was ordered as proposed or otherwise */
  HW_METRIC_NO_DUTIES,       /* nothing on the safety list is noted yet */
  HW_METRIC_NO_SAVING,       /* what was tried does not bring in more than it costs */
  HW_METRIC_CANNOT_TELL,     /* trials were judged, but none of them can tell */
  HW_METRIC_OTHER_FIGURE,    /* trials were judged, but by other figures */
  HW_METRIC_N_STATES,
} HwMetricState;

const char *hw_metric_state_id   (HwMetricState state);
const char *hw_metric_state_text (HwMetricState state); /* translated: what is missing and how to get it */

/* Money and quantity sums are exact; the rest are counts and days. A sum that
 * could not be taken is 0 with its n_ count 0. */
typedef struct
{
  HwDay      from, to;           /* both included */
  int        n_days;             /* to - from + 1 */
  gint64     n_lines;
  HwMoney    revenue;
  HwQuantity units;
  HwMoney    costed_revenue;     /* of lines whose product has a cost */
  HwMoney    cogs;               /* of the same lines */
  gint64     n_orders;           /* distinct receipts */
  HwMoney    order_revenue;      /* of lines that carry a receipt number */
  HwMoney    returns;            /* size of negative lines */
  gint64     n_customers;
  gint64     n_repeat_customers; /* with two or more distinct orders or days */
  gint64     n_new_customers;    /* first seen in the period */
  gint64     n_kept_customers;   /* bought in the period before and in this one */
  gint64     n_customers_before; /* bought in the period before */
  HwMoney    customer_revenue;   /* of lines that say who bought */
  gboolean   has_before;         /* sales reach back over the whole period before */
  gboolean   has_year_ago;       /* ... and over the same 364 days earlier */
  HwMoney    revenue_year_ago;
  gint64     n_counted_products;
  HwMoney    stock_value;        /* at cost; the store: last counts up to `to`, jobs/: the shelves of today */
  HwMoney    dead_stock_value;   /* of products with no sale in 180 days */
  double     mean_stock_value;   /* over the days counted in the period; 0 if none */
  double     carrying;           /* cost of keeping stock, as a share of its value a year; jobs/ fills it */
  gint64     n_item_days;        /* product-days with a count */
  gint64     n_sold_out_days;    /* of these, ending at zero */
  HwMoney    lost_sales;         /* expected on sold-out days less sold, at price */
  HwMoney    served;             /* revenue on the counted product-days */
  HwQuantity wasted;
  HwMoney    waste_value;        /* at cost */
  gint64     n_waste;
  gint64     n_receipts;         /* order lines received in the period */
  gint64     n_agreed;           /* of these, with an agreed day */
  gint64     n_on_time_full;     /* of these, all of it by that day */
  double     lead_mean, lead_sd; /* days */
  double     supplier_hhi;       /* sum of squared shares of purchases */
  HwMoney    purchases;
  double     forecast_abs_error; /* misses on held-out days, summed over products [units a day] */
  double     forecast_error;     /* signed: forecast less actual; NAN if no forecast was kept before its day */
  double     forecast_actual;    /* what sold on the same days [units a day] */
  double     simple_abs_error;   /* misses of the simple rule on the same days */
  double     forecast_daily_units; /* expected per day from today, of the products whose stock is known */
  HwQuantity on_hand_units;      /* as stock_value */
} HwPeriodSums;

typedef HwMetricState (*HwMetricFunc) (const HwPeriodSums *sums,
                                       double             *value);

typedef enum
{
  HW_CATEGORY_MONEY,
  HW_CATEGORY_CUSTOMERS,
  HW_CATEGORY_DAILY,
  HW_CATEGORY_SUPPLY,
  HW_CATEGORY_TEAM,
  HW_CATEGORY_SAFETY,
  HW_CATEGORY_OWN,       /* made up by the owner: none of the table */
  HW_CATEGORY_N,
} HwMetricCategory;

const char *hw_category_id   (HwMetricCategory category);
const char *hw_category_name (HwMetricCategory category); /* translated */

/* How often to look at it. */
typedef enum
{
  HW_CADENCE_DAY,
  HW_CADENCE_WEEK,
  HW_CADENCE_MONTH,
  HW_CADENCE_QUARTER,
  HW_CADENCE_YEAR,
  HW_CADENCE_EACH_TIME,  /* after each trial, mailing or course */
  HW_CADENCE_N,
} HwCadence;

const char *hw_cadence_id   (HwCadence cadence);
const char *hw_cadence_name (HwCadence cadence); /* translated: "Each month" */
gboolean    hw_cadence_find (const char *id, HwCadence *cadence);
int         hw_cadence_days (HwCadence cadence); /* 0: no fixed time */

typedef enum
{
  HW_BENCHMARK_LEVEL,       /* a value to compare with */
  HW_BENCHMARK_EFFECT,      /* how much a study saw it change: never a target */
  HW_BENCHMARK_PRACTICE,    /* a rule that somebody uses */
  HW_BENCHMARK_OTHER_UNIT,  /* measured in something else */
  HW_BENCHMARK_FINDING,     /* a statement without a number */
} HwBenchmarkKind;

/* Of the source, not of the number. */
typedef enum
{
  HW_STRENGTH_STRONG,       /* official, reviewed, or by who issued it */
  HW_STRENGTH_MEDIUM,       /* a named study at second hand */
  HW_STRENGTH_WEAK,         /* a seller's page or a blog, no method shown */
} HwStrength;

const char *hw_benchmark_kind_name (HwBenchmarkKind kind); /* translated */
const char *hw_strength_name       (HwStrength strength);  /* translated */

typedef struct
{
  HwBenchmarkKind kind;
  const char     *applies_to; /* N_() whose it is */
  HwUnit          unit;       /* of low and high; mostly the metric's */
  double          low, high;  /* as the source prints them: shares in hundredths; NAN: not said */
  const char     *source;     /* an id of jobs/content/hw-content-sources.h */
  HwStrength      strength;
  const char     *note;       /* N_() (nullable) */
} HwBenchmark;

typedef struct
{
  const char        *id;
  const char        *name;      /* N_() in the owner's words */
  const char        *technical; /* N_() */
  const char        *about;     /* N_() what it is, in one sentence */
  const char        *formula;   /* N_() in words */
  const char        *pitfall;   /* N_() (nullable) */
  const char        *source;    /* N_() where to get it */
  HwMetricCategory   category;
  HwUnit             unit;
  HwDirection        direction;
  HwCadence          cadence;
  const char        *sectors;   /* "all", or ids of sectors, one space between */
  HwMetricFunc       compute;   /* (nullable) NULL: not from the sums of a period */
  const HwBenchmark *benchmarks;
  gsize              n_benchmarks;
} HwMetric;

/* Row @i of the table, NULL behind the last. */
const HwMetric *hw_metric_at            (gsize i);
const HwMetric *hw_metric_find          (const char *id); /* (nullable) */
/* The same among those that the sums of any period tell. */
const HwMetric *hw_metric_find_computed (const char *id); /* (nullable) */
/* Whether two weeks have more of it than one, as money or heads do; shares and averages do not. */
gboolean        hw_metric_adds_up       (const HwMetric *self);
/* Whether it is of use in a business of that sector. */
gboolean        hw_metric_suits         (const HwMetric *self, const char *sector);

typedef struct
{
  const HwMetric *metric;
  HwMetricState   state;
  double          value;    /* money in units, shares 0..1 */
  HwDay           from, to;
} HwMetricValue;

/* All metrics that sums tell, over one period, and the sums they came from. */
typedef struct
{
  HwDay         as_of;
  HwPeriodSums  sums;
  HwPeriodSums  before;      /* the same, one period earlier; n_days 0 if not covered */
  GArray       *values;      /* (owned) of HwMetricValue, in the table's order */
  GArray       *values_before; /* (owned) of HwMetricValue; empty if not covered */
} HwMetricSheet;

HwMetricSheet *hw_metric_sheet_new  (const HwPeriodSums *sums,
                                     const HwPeriodSums *before, /* (nullable) */
                                     HwDay               as_of) G_GNUC_WARN_UNUSED_RESULT;
void           hw_metric_sheet_free (HwMetricSheet *self);
/* (nullable) (transfer none) */
const HwMetricValue *hw_metric_sheet_find (const HwMetricSheet *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwMetricSheet, hw_metric_sheet_free)

G_END_DECLS
