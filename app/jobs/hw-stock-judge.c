/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-stock-judge.h"

#include "engine/stock/hw-abc.h"
#include "engine/stock/hw-excess.h"
#include "engine/stock/hw-item-class.h"
#include "jobs/hw-stock-draw.h"

#include <math.h>

#define XYZ_WEEKS 26           /* for the letter of what could not be tried yet */
#define SURE_OF_NEED 0.9       /* more than is needed nine times of ten is excess */
#define RETURN_SHARE 0.9       /* of the cost that a supplier who takes back pays, as far as nobody says */
#define BUNDLE_SHARE 0.05      /* of what sells a day goes along with something else */
#define BUNDLE_PRICE 0.7       /* of the price that it then brings */
#define ELASTICITY 1.5         /* of demand to price, as far as nobody says */
#define CUT_MOST 0.5

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

/* Demand until the horizon on each way, from paths that may be shorter; nothing where
 * nothing sells. */
static double *
total_demand (const HwStockCase *self,
              int                days,
              gsize             *n)
{
  const HwReplenishInput *in = &self->input;
  const double periods = (double) days / MAX (self->period_days, 1);
  const gsize upto = (gsize) MIN (ceil (periods), (double) in->n_periods);
  double *totals = g_new0 (double, MAX (in->n_paths, 1));

  *n = MAX (in->n_paths, 1);
  for (gsize p = 0; self->paths != NULL && p < in->n_paths; p++)
    {
      for (gsize t = 0; t < upto; t++)
        totals[p] += in->paths[p * in->n_periods + t];
      totals[p] *= periods / (double) upto;
    }

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
  g_autofree double *totals = total_demand (c, days, &n_totals);
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
