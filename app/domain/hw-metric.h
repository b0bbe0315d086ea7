/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric.h: one row per KPI: its words, and how it comes from sums.
 *
 * A metric is a row of a constant table: id, words, unit, direction, inputs and
 * a function from the period's sums to a value or a named reason. The store adds
 * up the sums; nothing else knows what a metric needs, so a new one is one row
 * (and at most one new sum).
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
} HwUnit;

const char *hw_unit_id (HwUnit unit);

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
  gboolean   has_before;         /* sales reach back over the whole period before */
  gboolean   has_year_ago;       /* ... and over the same 364 days earlier */
  HwMoney    revenue_year_ago;
  gint64     n_counted_products;
  HwMoney    stock_value;        /* at cost; the store: last counts up to `to`, jobs/: the shelves of today */
  HwMoney    dead_stock_value;   /* of products with no sale in 180 days */
  double     mean_stock_value;   /* over the days counted in the period; 0 if none */
  gint64     n_item_days;        /* product-days with a count */
  gint64     n_sold_out_days;    /* of these, ending at zero */
  HwMoney    lost_sales;         /* expected on sold-out days less sold, at price */
  HwMoney    served;             /* revenue on the counted product-days */
  HwQuantity wasted;
  HwMoney    waste_value;        /* at cost */
  gint64     n_waste;
  gint64     n_receipts;         /* order lines received in the period */
  gint64     n_on_time_full;
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

typedef struct
{
  const char   *id;
  const char   *name;      /* N_() in the owner's words */
  const char   *technical; /* N_() */
  const char   *formula;   /* N_() in words */
  const char   *pitfall;   /* N_() (nullable) */
  HwUnit        unit;
  HwDirection   direction;
  HwMetricFunc  compute;
} HwMetric;

const HwMetric *hw_metrics      (gsize *n);             /* the table */
const HwMetric *hw_metric_find  (const char *id);       /* (nullable) */

typedef struct
{
  const HwMetric *metric;
  HwMetricState   state;
  double          value;    /* money in units, shares 0..1 */
  HwDay           from, to;
} HwMetricValue;

/* All metrics over one period, and the sums they came from. */
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
