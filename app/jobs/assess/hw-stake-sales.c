/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missed: while sold out, and before the next order can come. */
#include "jobs/assess/hw-stake-case.h"

#include "domain/hw-stock-pile.h"
#include "domain/hw-stock-terms.h"
#include "engine/stake/hw-missed.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COUNTED_LEAST 28      /* product-days with a count */
#define COUNTED_SHARE 0.03    /* of all: a stock-taking each month says little of days */
#define RUN_OUT_OFF 0.5       /* of a single gap, 80 of 100 */

/* What was counted, for a state and for the steps. */
typedef struct
{
  double open, counted, sold_out, missed, at_price;
} Seen;

static Seen
look (const HwDemand *demand,
      HwDay           from)
{
  Seen seen = { 0 };

  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (demand->series, i);
      const double price = hw_stake_case_price (series);

      for (guint t = 0; t < series->past->len; t++)
        {
          const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);

          if (point->day < from || point->state == HW_PAST_CLOSED)
            continue;

          seen.open += 1.0;
          seen.counted += !isnan (point->left);
          seen.sold_out += point->lost > 0.0;
          seen.missed += point->lost;
          seen.at_price += point->lost * price;
        }
    }

  return seen;
}

static HwStakeState
lost_sales_state (const HwStakeCase *self,
                  const Seen        *seen)
{
  if (seen->counted < COUNTED_LEAST || (seen->sold_out == 0.0 && seen->counted < COUNTED_SHARE * seen->open))
    return HW_STAKE_NO_STOCK_BY_DAY;
  if (isnan (self->stakes->revenue))
    return HW_STAKE_NO_AMOUNTS;
  if (isnan (self->margin_share))
    return HW_STAKE_NO_COSTS;

  return HW_STAKE_NOTHING;
}

gboolean
hw_stake_add_lost_sales (HwStakeCase  *self,
                         GError      **error)
{
  const HwDemand *demand = self->demand;
  const Seen seen = look (demand, self->stakes->from);
  HwStake *stake = hw_stake_case_add (self, HW_STAKE_LOST_SALES, lost_sales_state (self, &seen));
  g_autofree HwMissed *products = g_new0 (HwMissed, demand->series->len);
  const double lost_share = self->plan->terms.lost_share;
  HwStakeRange range;
  HwMissed all;
  double margin = 0.0;

  if (stake->state != HW_STAKE_NOTHING)
    return TRUE;

  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (demand->series, i);
      const double brings = hw_stake_case_margin (self, series) * lost_share;

      products[i] = series->missed;
      products[i].money *= brings;
      products[i].sd *= brings;
      products[i].common *= brings;
      margin += series->missed.units * brings;
      if (products[i].money > 0.0 && series->product != NULL)
        {
          hw_stake_add_item (stake, series->product_id, series->product->name, products[i].money);
          stake->n_products++;
        }
    }

  hw_missed_all (products, demand->series->len, &all);
  stake->n_rows = (gint64) all.n_counted;
  if (!(all.money > 0.0))
    return TRUE;

  hw_stake_range_of_loss (all.money, all.sd, self->named, &range);
  if (!hw_stake_case_set (self, stake, &range))
    return TRUE;

  hw_stake_add_step (stake, _("Days of a product with a count in the evening"), HW_UNIT_COUNT, seen.counted);
  hw_stake_add_step (stake, _("Of these, days that ended with nothing left"), HW_UNIT_COUNT, (double) all.n_sold_out);
  hw_stake_add_step (stake, _("Units asked for and not there"), HW_UNIT_COUNT, seen.missed);
  hw_stake_add_step (stake, _("Sales missed, at your prices"), HW_UNIT_MONEY, seen.at_price);
  if (lost_share < 1.0)
    hw_stake_add_step (stake, (self->plan->terms.said & HW_SAID_LOST_SHARE) != 0
                       ? _("Part that is lost for good, as you said") : _("Part that is lost for good"),
                       HW_UNIT_SHARE, lost_share);
  hw_stake_add_step (stake, _("What would have been left after the cost of goods"), HW_UNIT_MONEY, margin);
  hw_stake_add_step (stake, _("Times this for days without a count, and for a whole year"), HW_UNIT_RATIO,
                     margin > 0.0 ? all.money / margin : 1.0);
  return TRUE;
}

gboolean
hw_stake_add_run_out (HwStakeCase  *self,
                      GError      **error)
{
  HwStake *stake = hw_stake_case_add (self, HW_STAKE_RUN_OUT,
                                      self->plan->n_unknown == self->plan->lines->len ? HW_STAKE_NO_STOCK
                                      : isnan (self->stakes->revenue) ? HW_STAKE_NO_AMOUNTS
                                      : isnan (self->margin_share) ? HW_STAKE_NO_COSTS : HW_STAKE_NOTHING);
  double sum = 0.0, variance = 0.0, units = 0.0, days = 0.0;
  HwStakeRange range;

  for (guint i = 0; stake->state == HW_STAKE_NOTHING && i < self->plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (self->plan->lines, i);
      const HwDemandSeries *series = hw_demand_find (self->demand, line->product_id);
      const double without = hw_stock_line_days_without (line, self->plan->as_of);
      const double lost = series != NULL ? without * line->daily_units * hw_stake_case_margin (self, series) : 0.0;

      if (!(lost > 0.0))
        continue;

      sum += lost;
      variance += RUN_OUT_OFF * lost * RUN_OUT_OFF * lost;
      units += without * line->daily_units;
      days += without;
      stake->n_products++;
      hw_stake_add_item (stake, line->product_id, line->name, lost);
    }

  if (!(sum > 0.0))
    return TRUE;

  stake->n_rows = stake->n_products;
  hw_stake_range_of_loss (sum, sqrt (variance), self->named, &range);
  if (!hw_stake_case_set (self, stake, &range))
    return TRUE;

  hw_stake_add_step (stake, _("Products that will likely run out before an order of today is there"), HW_UNIT_COUNT, stake->n_products);
  hw_stake_add_step (stake, _("Days without goods, of all of them"), HW_UNIT_DAYS, days);
  hw_stake_add_step (stake, _("Units likely asked for on these days"), HW_UNIT_COUNT, units);
  hw_stake_add_step (stake, _("What they would have left after the cost of goods, this once"), HW_UNIT_MONEY, sum);
  return TRUE;
}
