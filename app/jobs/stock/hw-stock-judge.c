/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-judge.h"

#include "engine/stock/hw-abc.h"
#include "engine/stock/hw-excess.h"
#include "engine/stock/hw-item-class.h"
#include "jobs/stock/hw-stock-draw.h"

#include <math.h>

#define XYZ_WEEKS 26           /* for the letter of what could not be tried yet */
#define SURE_OF_NEED 0.9       /* more than is needed nine times of ten is excess */
#define RETURN_SHARE 0.9       /* of the cost that a supplier who takes back pays, as far as nobody says */
#define BUNDLE_SHARE 0.05      /* of what sells a day goes along with something else */
#define BUNDLE_PRICE 0.7       /* of the price that it then brings */
#define ELASTICITY 1.5         /* of demand to price, as far as nobody says */
#define CUT_MOST 0.5
#define YEAR_WEEKS 52
#define GROWTH_MOST 2.0        /* from one year to the next */
#define LATER_SPREAD 0.25      /* how far a year ahead follows the way the first months go */

/* Weeks without a gap: one not seen is taken to be as the one before it. */
static double *
take_weeks (const HwStockKit     *kit,
            const HwDemandSeries *series,
            gsize                *n)
{
  double *y = hw_stock_draw_weeks (kit, series, n);

  for (gsize w = 0; w < *n; w++)
    if (isnan (y[w]))
      y[w] = w > 0 ? y[w - 1] : 0.0;

  return y;
}

/* By how the last half year went from week to week, where no forecast was tried. */
static HwXyz
class_by_weeks (const HwStockKit     *kit,
                const HwDemandSeries *series)
{
  double weekly[XYZ_WEEKS] = { 0 };
  gsize n = 0;

  for (guint i = series->past->len; i-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, i);
      const int week = (kit->demand->last_day - point->day) / 7;

      if (week >= XYZ_WEEKS)
        break;

      weekly[week] += point->units;
      n = (gsize) week + 1;
    }

  return (HwXyz) hw_xyz_classify (weekly, n);
}

void
hw_stock_judge_classes (const HwStockKit *kit,
                        HwStockLine      *line)
{
  static const HwPattern patterns[] = {
    [HW_ITEM_STEADY] = HW_PATTERN_STEADY, [HW_ITEM_SEASONAL] = HW_PATTERN_SEASONAL,
    [HW_ITEM_NOW_AND_THEN] = HW_PATTERN_NOW_AND_THEN, [HW_ITEM_LUMPY] = HW_PATTERN_LUMPY,
    [HW_ITEM_NEW] = HW_PATTERN_NEW, [HW_ITEM_DYING] = HW_PATTERN_DYING,
  };
  const HwDemandSeries *series = hw_stock_kit_series (kit, line->product_id);
  const HwDemandSeries *weeks = g_hash_table_lookup (kit->week_series, &line->product_id);
  g_autofree double *y = NULL;
  HwItemClass class;
  gsize n;

  line->pattern = HW_PATTERN_NEW;
  line->xyz = HW_XYZ_Z;
  if (series == NULL || series->past->len == 0)
    return;

  y = take_weeks (kit, series, &n);
  if (hw_item_class_tell (y, n, 7, &class, NULL))
    line->pattern = patterns[class.kind];

  line->xyz = weeks != NULL && weeks->result.n_tested > 0 && weeks->result.tested_actual > 0.0
              ? (HwXyz) hw_xyz_by_error (weeks->result.error, weeks->result.tested_actual)
              : class_by_weeks (kit, series);
}

/* What the weeks @from to @to from now sold a year ago, as much more or less as the last
 * year was than the one before; below 0 with fewer than two years. */
static double
year_ago (const HwStockKit     *kit,
          const HwDemandSeries *series,
          gsize                 from,
          gsize                 to)
{
  g_autofree double *y = NULL;
  double last = 0.0, before = 0.0, sum = 0.0;
  gsize n;

  if (series == NULL || series->past->len == 0)
    return -1.0;

  y = take_weeks (kit, series, &n);
  if (n < 2 * YEAR_WEEKS)
    return -1.0;

  for (gsize w = 0; w < YEAR_WEEKS; w++)
    {
      last += y[n - YEAR_WEEKS + w];
      before += y[n - 2 * YEAR_WEEKS + w];
      sum += w >= from && w < to ? y[n - YEAR_WEEKS + w] : 0.0;
    }

  return sum * (before > 0.0 ? CLAMP (last / before, 1.0 / GROWTH_MOST, GROWTH_MOST) : 1.0);
}

/* Demand until the horizon on each way. Beyond the paths it goes on as it went a year ago,
 * so that a season to come counts; with fewer than two years, as on the paths. Nothing
 * where nothing sells. */
static double *
total_demand (const HwStockKit  *kit,
              const HwStockCase *self,
              int                days,
              gsize             *n)
{
  const HwReplenishInput *in = &self->input;
  const int period_days = MAX (self->period_days, 1), seen = (int) in->n_periods * period_days;
  const double periods = (double) days / period_days;
  const gsize upto = (gsize) MIN (ceil (periods), (double) in->n_periods);
  const double later = self->paths != NULL && days > seen
                       ? year_ago (kit, self->series, (gsize) (seen / 7), (gsize) (days / 7)) : -1.0;
  double *totals = g_new0 (double, MAX (in->n_paths, 1));
  double mean = 0.0;

  *n = MAX (in->n_paths, 1);
  for (gsize p = 0; self->paths != NULL && p < in->n_paths; p++)
    {
      for (gsize t = 0; t < upto; t++)
        totals[p] += in->paths[p * in->n_periods + t];
      mean += totals[p] / (double) in->n_paths;
    }

  for (gsize p = 0; self->paths != NULL && p < in->n_paths; p++)
    if (later >= 0.0)
      totals[p] += later * (mean > 0.0 ? CLAMP (totals[p] / mean, 1.0 - LATER_SPREAD, 1.0 + LATER_SPREAD) : 1.0);
    else
      totals[p] *= periods / (double) upto;

  return totals;
}

/* What does not sell, or sells as the paths have it; of the rest too little is known. */
static gboolean
can_tell (const HwStockCase *c,
          const HwStockLine *line,
          double             price)
{
  return price > 0.0 && line->on_hand != HW_UNKNOWN && line->on_hand > 0 &&
         (c->paths != NULL || line->reason == HW_STOCK_NO_SALES || line->reason == HW_STOCK_RETIRED);
}

gboolean
hw_stock_judge_excess (const HwStockKit   *kit,
                       const HwStockCase  *c,
                       const HwProduct    *product,
                       double              price,
                       double              cost,
                       HwStockLine        *line,
                       GError            **error)
{
  static const HwWayOut ways[] = {
    [HW_EXCESS_NONE] = HW_WAY_OUT_NONE, [HW_EXCESS_WAIT] = HW_WAY_OUT_WAIT, [HW_EXCESS_RETURN] = HW_WAY_OUT_RETURN,
    [HW_EXCESS_BUNDLE] = HW_WAY_OUT_BUNDLE, [HW_EXCESS_MARK_DOWN] = HW_WAY_OUT_MARK_DOWN,
  };
  const HwSupplierTerms *terms = hw_stock_kit_supplier_terms (kit, product->supplier_id);
  const int days = product->shelf_days > 0 ? MIN (product->shelf_days, (int) HW_STOCK_YEAR_DAYS) : (int) HW_STOCK_YEAR_DAYS;
  gsize n_totals;
  g_autofree double *totals = total_demand (kit, c, days, &n_totals);
  HwExcess out;
  const HwExcessInput input = {
    .on_hand = line->on_hand, .pack = 0, .totals = totals, .n_totals = n_totals, .surety = SURE_OF_NEED,
    .days = days, .perishes = product->shelf_days > 0,
    .price = hw_scaled_from_double (price), .keeping = cost * kit->terms.carrying,
    .takes_back = terms != NULL && terms->takes_back && product->shelf_days == 0,
    .back_price = hw_scaled_from_double (RETURN_SHARE * cost), .back_cost = terms != NULL ? terms->freight : 0,
    .bundle_daily = BUNDLE_SHARE * line->daily_units, .bundle_price = hw_scaled_from_double (BUNDLE_PRICE * price),
    .elasticity = line->daily_units > 0.0 ? ELASTICITY : 0.0, .cut_most = CUT_MOST,
  };

  if (!can_tell (c, line, price))
    return TRUE;
  if (!hw_excess_tell (&input, &out, error))
    return FALSE;

  line->excess = out.excess;
  line->way_out = ways[out.way];
  line->way_out_money = out.way != HW_EXCESS_NONE ? out.money[out.way] : 0;
  return hw_money_times (hw_scaled_from_double (cost), out.excess, &line->excess_value);
}
